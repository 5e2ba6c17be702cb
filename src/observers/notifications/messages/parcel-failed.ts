import { itemOf, numberOf, type Message } from '../message.ts'

export const parcelFailed: Message = {
  fact: 'parcel.failed',
  words: {
    vi: (details) => ({
      subject: `Bưu gửi ${itemOf(details)} chưa giao được`,
      news: `Bưu tá chưa giao được thẻ của hồ sơ ${numberOf(details)} (số bưu gửi ${itemOf(details)}).`,
      next: 'Ông/Bà hãy mang giấy tờ tuỳ thân đến bưu cục phát để nhận. Nếu không có người nhận, thẻ được chuyển về cơ quan đã cấp.',
    }),
    en: (details) => ({
      subject: `Parcel ${itemOf(details)} could not be delivered`,
      news: `The card of dossier ${numberOf(details)} could not be delivered (tracking number ${itemOf(details)}).`,
      next: 'Please fetch it at the delivering post office with a proof of identity. If nobody takes it, it goes back to the office.',
    }),
  },
}
