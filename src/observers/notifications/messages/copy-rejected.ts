import { numberOf, type Message } from '../message.ts'

export const copyRejected: Message = {
  fact: 'dossier.copy-rejected',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)}: bản sao chứng thực chưa dùng được`,
      news: `Bản sao chứng thực giấy khám của hồ sơ ${numberOf(details)} chưa dùng được. Ông/Bà hãy tự mở trang dịch vụ để xem lý do.`,
      next: 'Ông/Bà gửi được bản sao khác trên trang hồ sơ. Hồ sơ giữ nguyên thời điểm nộp và cũng tự đi tiếp nếu cơ sở khám gửi dữ liệu.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)}: the certified copy cannot be used`,
      news: `The certified copy of the certificate for dossier ${numberOf(details)} cannot be used. Please open the service yourself to see why.`,
      next: 'You may send another copy on the dossier page. The dossier keeps its filing time, and also goes on if the clinic sends the data.',
    }),
  },
}
