import { numberOf, type Message } from '../message.ts'

export const signed: Message = {
  fact: 'dossier.signed',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} đã có kết quả`,
      news: `Hồ sơ ${numberOf(details)} đã có kết quả: giấy phép lái xe mới của Ông/Bà đã có hiệu lực.`,
      next: 'Bản điện tử có chữ ký số nằm trên trang hồ sơ và dùng được ngay. Thẻ sẽ được in và trả theo cách Ông/Bà đã chọn.',
    }),
    en: (details) => ({
      subject: `The result of dossier ${numberOf(details)} is ready`,
      news: `The result of dossier ${numberOf(details)} is ready: your new driving licence is in force.`,
      next: 'The signed electronic result is on the dossier page and can be used at once. The card is printed next and returned the way you chose.',
    }),
  },
}
