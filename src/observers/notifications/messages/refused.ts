import { numberOf, type Message } from '../message.ts'

export const refused: Message = {
  fact: 'dossier.refused',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} không được giải quyết`,
      news: `Rất tiếc, hồ sơ ${numberOf(details)} không được giải quyết. Lý do và cách khắc phục có trên trang hồ sơ.`,
      next: 'Văn bản từ chối nêu rõ điều luật áp dụng và việc Ông/Bà có thể làm tiếp. Nếu phí được hoàn, tiền trở về đúng nguồn đã trả.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)} was refused`,
      news: `We are sorry: dossier ${numberOf(details)} was refused. The reason and what you can do are on the dossier page.`,
      next: 'The written refusal names the article of law and the remedy. Where the fee is refunded, it goes back to where it came from.',
    }),
  },
}
