import type { Message } from '../message.ts'

export const submitted: Message = {
  fact: 'dossier.submitted',
  words: {
    vi: ({ submissionCode }) => ({
      subject: `Đã nhận hồ sơ nộp ${submissionCode}`,
      news: `Hồ sơ giấy phép lái xe của Ông/Bà đã nộp. Mã nộp: ${submissionCode}.`,
      next: 'Thời điểm nộp đã được lưu làm bằng chứng. Khi đủ điều kiện, cơ quan sẽ tiếp nhận, gửi mã hồ sơ và ngày hẹn trả kết quả.',
    }),
    en: ({ submissionCode }) => ({
      subject: `Dossier ${submissionCode} was filed`,
      news: `Your licence dossier was filed. Submission code: ${submissionCode}.`,
      next: 'The moment of filing is kept as evidence. Once everything is there, the office accepts the dossier and sends its number and the day of the result.',
    }),
  },
}
