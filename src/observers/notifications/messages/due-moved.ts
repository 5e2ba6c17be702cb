import { type Details, dueOf, type Message, newDueOf, numberOf } from '../message.ts'

export const dueMoved: Message = {
  fact: 'dossier.due-moved',
  words: {
    vi: (details) => ({
      subject: `Ngày hẹn trả kết quả hồ sơ ${numberOf(details)} thay đổi`,
      news: `Lịch làm việc thay đổi: ngày hẹn trả kết quả hồ sơ ${numberOf(details)} nay là ${standing(details)}.`,
      next: 'Trang hồ sơ của Ông/Bà ghi ngày cũ, ngày mới và số văn bản. Ông/Bà không phải làm gì.',
    }),
    en: (details) => ({
      subject: `The date of dossier ${numberOf(details)} has changed`,
      news: `The working calendar has changed: the result of dossier ${numberOf(details)} is now due at ${standing(details)}.`,
      next: 'Your dossier page has the old date, the new one and the number of the document. There is nothing for you to do.',
    }),
  },
}

/** The new date of an apology, where there is one. */
function standing(details: Details): string {
  return details.newDueAt === null ? dueOf(details) : newDueOf(details)
}
