import { numberOf, type Message } from '../message.ts'

export const supplementAsked: Message = {
  fact: 'dossier.supplement-asked',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} cần bổ sung`,
      news: `Hồ sơ ${numberOf(details)} cần Ông/Bà bổ sung. Ông/Bà hãy tự mở trang dịch vụ để xem cần gì.`,
      next: 'Trang hồ sơ nêu từng mục cần bổ sung và lý do. Ông/Bà không phải nộp lại từ đầu và không phải trả thêm phí.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)} needs something more`,
      news: `Dossier ${numberOf(details)} needs something more from you. Please open the service yourself to see what.`,
      next: 'The dossier page lists each item and the reason. You need not start again and pay nothing more.',
    }),
  },
}
