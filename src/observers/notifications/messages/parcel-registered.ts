import { itemOf, numberOf, type Message } from '../message.ts'

export const parcelRegistered: Message = {
  fact: 'parcel.registered',
  words: {
    vi: (details) => ({
      subject: `Thẻ của hồ sơ ${numberOf(details)} đang được gửi bưu điện`,
      news: `Thẻ của hồ sơ ${numberOf(details)} được gửi qua bưu điện, số bưu gửi ${itemOf(details)}.`,
      next: 'Bưu tá giao tận tay. Trang hồ sơ cho biết thẻ đang ở đâu.',
    }),
    en: (details) => ({
      subject: `The card of dossier ${numberOf(details)} goes by post`,
      news: `The card of dossier ${numberOf(details)} goes by post, tracking number ${itemOf(details)}.`,
      next: 'It is handed to you in person. The dossier page shows where it is.',
    }),
  },
}
