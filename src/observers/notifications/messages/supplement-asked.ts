import { lastDayOf, numberOf, type Message } from '../message.ts'

export const supplementAsked: Message = {
  fact: 'dossier.supplement-asked',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} cần bổ sung`,
      news: `Hồ sơ ${numberOf(details)} cần Ông/Bà bổ sung. Ông/Bà hãy tự mở trang dịch vụ để xem cần gì.`,
      next: `Trang hồ sơ nêu từng mục cần bổ sung và lý do. Ông/Bà không phải nộp lại từ đầu; việc bổ sung không mất phí.${details.supplementBy === null ? '' : ` Nếu không bổ sung đến hết ngày ${lastDayOf(details)}, cơ quan có thể dừng hồ sơ; Ông/Bà nộp lại được.`}`,
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)} needs something more`,
      news: `Dossier ${numberOf(details)} needs something more from you. Please open the service yourself to see what.`,
      next: `The dossier page lists each item and the reason. You need not start again, and adding costs nothing.${details.supplementBy === null ? '' : ` If nothing is added by the end of ${lastDayOf(details)}, the office may stop the dossier; you can file again.`}`,
    }),
  },
}
