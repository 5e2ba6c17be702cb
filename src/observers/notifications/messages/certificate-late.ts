import { numberOf, type Message } from '../message.ts'

export const certificateLate: Message = {
  fact: 'dossier.certificate-late',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} đang chờ giấy khám sức khỏe`,
      news: `Hồ sơ ${numberOf(details)} vẫn chờ giấy khám sức khỏe từ cơ sở khám. Ông/Bà không mất gì: hồ sơ giữ nguyên thời điểm nộp và tự đi tiếp khi giấy đến.`,
      next: 'Ông/Bà nên hỏi cơ sở khám đã gửi dữ liệu giấy khám chưa. Nếu cơ sở chỉ cấp giấy, Ủy ban nhân dân xã chứng thực được bản sao điện tử để Ông/Bà tải lên trang hồ sơ. Nếu có địa chỉ của cơ sở khám, chúng tôi cũng nhắc họ.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)} waits for the health certificate`,
      news: `Dossier ${numberOf(details)} still waits for the certificate from your clinic. You lose nothing: it goes on by itself when the certificate comes.`,
      next: 'You may ask the clinic whether it has sent the data. If it gives paper only, the commune office can make a certified electronic copy that you send on the dossier page. Where we have the clinic’s address we remind it too.',
    }),
  },
}
