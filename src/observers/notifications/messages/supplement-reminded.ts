import { lastDayOf, numberOf, type Message } from '../message.ts'

export const supplementReminded: Message = {
  fact: 'dossier.supplement-reminded',
  // Who answered before the message was written needs no reminder.
  only: (details) => details.supplementBy !== null,
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)}: hạn bổ sung ${lastDayOf(details)}`,
      news: `Hồ sơ ${numberOf(details)} đang chờ Ông/Bà bổ sung, hạn cuối ${lastDayOf(details)}. Ông/Bà hãy tự mở trang dịch vụ để xem cần gì.`,
      next: 'Trang hồ sơ nêu từng mục cần bổ sung và lý do. Ông/Bà không phải nộp lại từ đầu và không phải trả thêm phí.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)}: add to it by ${lastDayOf(details)}`,
      news: `Dossier ${numberOf(details)} waits for what you were asked to add, by ${lastDayOf(details)} at the latest. Please open the service yourself to see what.`,
      next: 'The dossier page lists each item and the reason. You need not start again and pay nothing more.',
    }),
  },
}
