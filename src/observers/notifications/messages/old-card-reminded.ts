import { numberOf, type Message } from '../message.ts'

export const oldCardReminded: Message = {
  fact: 'old-card.reminded',
  words: {
    vi: (details) => ({
      subject: `Thẻ cũ của hồ sơ ${numberOf(details)} chưa gửi lại`,
      news: `Ông/Bà đã nhận thẻ mới của hồ sơ ${numberOf(details)}; cơ quan cấp chưa nhận được thẻ cũ.`,
      next: 'Xin gửi lại thẻ cũ qua bưu điện hoặc nộp tại cơ quan cấp để hủy. Nếu đã gửi, Ông/Bà bỏ qua tin này.',
    }),
    en: (details) => ({
      subject: `The old card of dossier ${numberOf(details)} has not come back`,
      news: `You have the new card of dossier ${numberOf(details)}; the office has not received the old one.`,
      next: 'Please send the old card back by post or bring it to the office, where it is destroyed. If you have sent it, ignore this.',
    }),
  },
}
