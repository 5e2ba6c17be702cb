import { numberOf, type Message } from '../message.ts'

export const paymentSettled: Message = {
  fact: 'payment.settled',
  words: {
    vi: (details) => ({
      subject: `Đã nhận phí của hồ sơ ${numberOf(details)}`,
      news: `Đã nhận phí của hồ sơ ${numberOf(details)}. Cảm ơn Ông/Bà.`,
      next: 'Biên lai điện tử có trên trang hồ sơ. Nếu Ông/Bà bị trừ tiền nhiều lần, phần thừa được tự động hoàn về đúng nguồn.',
    }),
    en: (details) => ({
      subject: `The fee of dossier ${numberOf(details)} was received`,
      news: `The fee of dossier ${numberOf(details)} was received. Thank you.`,
      next: 'The electronic receipt is on the dossier page. If you were charged more than once, the rest goes back by itself to where it came from.',
    }),
  },
}
