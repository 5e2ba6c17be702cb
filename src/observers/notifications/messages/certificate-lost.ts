import { numberOf, type Message } from '../message.ts'

export const certificateLost: Message = {
  fact: 'dossier.certificate-lost',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)}: giấy khám sức khỏe không còn dùng được`,
      news: `Cơ sở khám đã thu hồi hoặc sửa giấy khám của hồ sơ ${numberOf(details)}, nên giấy không còn dùng được. Hồ sơ giữ nguyên thời điểm nộp và chờ giấy khác.`,
      next: 'Ông/Bà nên hỏi cơ sở khám vì sao. Khi cơ sở gửi giấy mới, hoặc Ông/Bà khám lại ở nơi cấp giấy điện tử, hồ sơ tự đi tiếp; không phải nộp lại.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)}: the health certificate no longer serves`,
      news: `The clinic took back or corrected the certificate of dossier ${numberOf(details)}, so it no longer serves. The dossier keeps its filing time and waits for another one.`,
      next: 'Please ask the clinic why. When it sends a new one, or you are examined where certificates are issued electronically, the dossier goes on by itself; nothing has to be filed again.',
    }),
  },
}
