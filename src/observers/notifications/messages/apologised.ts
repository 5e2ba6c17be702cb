import { dueOf, newDueOf, numberOf, type Message } from '../message.ts'

export const apologised: Message = {
  fact: 'dossier.apologised',
  words: {
    vi: (details) => ({
      subject: `Xin lỗi: hồ sơ ${numberOf(details)} chậm, hẹn lại ngày trả kết quả`,
      news: `Xin lỗi Ông/Bà: hồ sơ ${numberOf(details)} chưa xong vào ngày đã hẹn ${dueOf(details)}. Ngày hẹn mới: ${newDueOf(details)}.`,
      next: 'Thư xin lỗi (Mẫu số 04) nêu rõ đang chờ ai, có trên trang hồ sơ của Ông/Bà. Ông/Bà không phải nộp lại gì.',
    }),
    en: (details) => ({
      subject: `We are sorry: dossier ${numberOf(details)} is late, with a new date`,
      news: `We are sorry: dossier ${numberOf(details)} will not be ready on ${dueOf(details)}. The new date: ${newDueOf(details)}.`,
      next: 'The letter of apology (form 04) on your dossier page says who is waited for. You do not need to send anything again.',
    }),
  },
}
