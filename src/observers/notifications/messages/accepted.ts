import { dueOf, numberOf, type Message } from '../message.ts'

export const accepted: Message = {
  fact: 'dossier.accepted',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} đã được tiếp nhận`,
      news: `Hồ sơ ${numberOf(details)} đã được tiếp nhận. Hẹn trả kết quả: ${dueOf(details)}.`,
      next: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả có trên trang hồ sơ của Ông/Bà.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)} was accepted`,
      news: `Dossier ${numberOf(details)} was accepted. The result is due: ${dueOf(details)}.`,
      next: 'The receipt and appointment paper is on your dossier page.',
    }),
  },
}
