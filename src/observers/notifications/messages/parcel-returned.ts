import { itemOf, numberOf, type Message } from '../message.ts'

export const parcelReturned: Message = {
  fact: 'parcel.returned',
  words: {
    vi: (details) => ({
      subject: `Thẻ của hồ sơ ${numberOf(details)} đã về lại cơ quan cấp`,
      news: `Bưu gửi ${itemOf(details)} không có người nhận; thẻ của hồ sơ ${numberOf(details)} đã về lại cơ quan cấp.`,
      next: 'Bản điện tử của Ông/Bà vẫn dùng được. Mở hồ sơ để chọn: gửi lại, hoặc đến cơ quan cấp nhận.',
    }),
    en: (details) => ({
      subject: `The card of dossier ${numberOf(details)} went back to the office`,
      news: `Nobody took parcel ${itemOf(details)}; the card of dossier ${numberOf(details)} went back to the office.`,
      next: 'Your electronic result stays valid. Open your dossier and choose: sent again, or fetched at the office.',
    }),
  },
}
