import { numberOf, type Message } from '../message.ts'

export const refundCompleted: Message = {
  fact: 'refund.completed',
  words: {
    vi: (details) => ({
      subject: `Đã hoàn tiền của hồ sơ ${numberOf(details)}`,
      news: `Đã hoàn tiền của hồ sơ ${numberOf(details)} về đúng nguồn Ông/Bà đã trả.`,
      next: 'Trả qua ngân hàng thì có thể cần vài ngày mới ghi có; tiền mặt thì đã trả tận tay tại quầy. Số tiền và thời điểm có trên trang hồ sơ.',
    }),
    en: (details) => ({
      subject: `Money of dossier ${numberOf(details)} was refunded`,
      news: `Money of dossier ${numberOf(details)} was refunded to where you paid from.`,
      next: 'A bank may take a few days to show it; cash was handed over at the counter. The amount and the moment are on the dossier page.',
    }),
  },
}
