import { lastDayOf, numberOf, type Message } from '../message.ts'

export const supplementReminded: Message = {
  fact: 'dossier.supplement-reminded',
  // Who answered before the message was written needs no reminder.
  only: (details) => details.supplementBy !== null,
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)}: hạn bổ sung ${lastDayOf(details)}`,
      news: `Hồ sơ ${numberOf(details)} đang chờ Ông/Bà bổ sung, hạn cuối ${lastDayOf(details)}. Ông/Bà hãy tự mở trang dịch vụ để xem cần gì.`,
      next: `Trang hồ sơ nêu từng mục cần bổ sung và lý do. Ông/Bà không phải nộp lại từ đầu và không phải trả thêm phí. Nếu không bổ sung đến hết ngày ${lastDayOf(details)}, cơ quan có thể dừng hồ sơ: lệ phí chỉ được hoàn khi hồ sơ chưa được tiếp nhận; Ông/Bà nộp lại được.`,
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)}: add to it by ${lastDayOf(details)}`,
      news: `Dossier ${numberOf(details)} waits for what you were asked to add, by ${lastDayOf(details)} at the latest. Please open the service yourself to see what.`,
      next: `The dossier page lists each item and the reason. You need not start again and pay nothing more. If nothing is added by the end of ${lastDayOf(details)}, the office may stop the dossier: the fee goes back only where the dossier was not accepted yet; you can file again.`,
    }),
  },
}
