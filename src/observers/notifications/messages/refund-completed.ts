import { numberOf, type Message } from '../message.ts'

export const refundCompleted: Message = {
  fact: 'refund.completed',
  words: {
    vi: (details) => ({
      subject: `Đã hoàn tiền của hồ sơ ${numberOf(details)}`,
      news: `Đã hoàn tiền của hồ sơ ${numberOf(details)} về đúng nguồn Ông/Bà đã trả.`,
      next: 'Ngân hàng có thể cần vài ngày để ghi có. Số tiền và thời điểm có trên trang hồ sơ.',
    }),
    en: (details) => ({
      subject: `Money of dossier ${numberOf(details)} was refunded`,
      news: `Money of dossier ${numberOf(details)} was refunded to where you paid from.`,
      next: 'Your bank may take a few days to show it. The amount and the moment are on the dossier page.',
    }),
  },
}
