import { numberOf, type Message } from '../message.ts'

export const cardToCollect: Message = {
  fact: 'card.printed',
  only: ({ collectAt }) => collectAt !== null,
  words: {
    vi: (details) => ({
      subject: `Thẻ của hồ sơ ${numberOf(details)} đã in xong`,
      news: `Thẻ của hồ sơ ${numberOf(details)} đã in xong. Nhận tại ${details.collectAt?.vi ?? 'cơ quan cấp'}.`,
      next: `Ông/Bà mang theo căn cước${details.oldCardIsReturned ? ' và giấy phép cũ' : ''}. Bản điện tử trên trang hồ sơ đã dùng được, nên Ông/Bà không phải vội.`,
    }),
    en: (details) => ({
      subject: `The card of dossier ${numberOf(details)} is printed`,
      news: `The card of dossier ${numberOf(details)} is printed. Collect it at ${details.collectAt?.en ?? 'the office'}.`,
      next: `Bring your identity card${details.oldCardIsReturned ? ' and the old licence' : ''}. The electronic result on the dossier page can be used already, so there is no hurry.`,
    }),
  },
}
