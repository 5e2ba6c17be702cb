import { itemOf, numberOf, type Message } from '../message.ts'

export const parcelLost: Message = {
  fact: 'parcel.lost',
  words: {
    vi: (details) => ({
      subject: `Thẻ của hồ sơ ${numberOf(details)} bị thất lạc`,
      news: `Bưu điện không tìm thấy bưu gửi ${itemOf(details)} có thẻ của hồ sơ ${numberOf(details)}.`,
      next: 'Cơ quan cấp in lại thẻ, Ông/Bà không phải làm gì và không mất tiền. Bản điện tử vẫn dùng được.',
    }),
    en: (details) => ({
      subject: `The card of dossier ${numberOf(details)} was lost`,
      news: `The post cannot find parcel ${itemOf(details)} with the card of dossier ${numberOf(details)}.`,
      next: 'The office prints a new card; you need not do anything and pay nothing. Your electronic result stays valid.',
    }),
  },
}
