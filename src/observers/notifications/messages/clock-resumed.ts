import { dueOf, newDueOf, type Message, numberOf } from '../message.ts'

export const clockResumed: Message = {
  fact: 'dossier.clock-resumed',
  words: {
    vi: (details) => ({
      subject: `Đã nhận phần bổ sung của hồ sơ ${numberOf(details)}`,
      news: `Đã nhận phần bổ sung. Thời hạn chạy tiếp: kết quả hồ sơ ${numberOf(details)} được hẹn trả ${details.newDueAt === null ? dueOf(details) : newDueOf(details)}.`,
      next: 'Những ngày chờ bổ sung không tính vào thời hạn. Trang hồ sơ của Ông/Bà có cách tính từng ngày.',
    }),
    en: (details) => ({
      subject: `What was asked for has come, dossier ${numberOf(details)}`,
      news: `What was asked for has come. The days count again: the result of dossier ${numberOf(details)} is due at ${details.newDueAt === null ? dueOf(details) : newDueOf(details)}.`,
      next: 'The days of waiting do not count. Your dossier page shows how the date is counted, day by day.',
    }),
  },
}
