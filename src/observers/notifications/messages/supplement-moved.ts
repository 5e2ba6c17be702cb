import { lastDayOf, numberOf, type Message } from '../message.ts'

export const supplementMoved: Message = {
  fact: 'dossier.supplement-moved',
  // Who answered before the message was written has no last day any more.
  only: (details) => details.supplementBy !== null,
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)}: hạn bổ sung mới ${lastDayOf(details)}`,
      news: `Lịch làm việc thay đổi: hạn bổ sung hồ sơ ${numberOf(details)} nay là hết ngày ${lastDayOf(details)}.`,
      next: 'Trang hồ sơ nêu từng mục cần bổ sung và vì sao ngày này đổi. Quá hạn mà chưa có bổ sung, hồ sơ có thể bị dừng; nộp lại được.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)}: add to it by ${lastDayOf(details)}`,
      news: `The working calendar changed: the last day to add to dossier ${numberOf(details)} is now ${lastDayOf(details)}.`,
      next: 'The dossier page lists each item and why the day changed. When that day has passed and nothing was added, the dossier may be stopped; you can file again.',
    }),
  },
}
