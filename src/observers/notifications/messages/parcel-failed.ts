import { itemOf, numberOf, type Message } from '../message.ts'

export const parcelFailed: Message = {
  fact: 'parcel.failed',
  words: {
    vi: (details) => ({
      subject: `Bưu gửi ${itemOf(details)} chưa giao được`,
      news: `Bưu tá chưa giao được thẻ của hồ sơ ${numberOf(details)} (số bưu gửi ${itemOf(details)}).`,
      next: 'Mở hồ sơ để chọn: phát lại, địa chỉ khác, hoặc nhận tại bưu cục. Nếu không chọn, thẻ được chuyển về cơ quan đã cấp.',
    }),
    en: (details) => ({
      subject: `Parcel ${itemOf(details)} could not be delivered`,
      news: `The card of dossier ${numberOf(details)} could not be delivered (tracking number ${itemOf(details)}).`,
      next: 'Open your dossier and choose: once more, another address, or at the post office. Otherwise it goes back to the office.',
    }),
  },
}
