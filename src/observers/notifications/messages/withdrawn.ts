import { numberOf, type Message } from '../message.ts'

export const withdrawn: Message = {
  fact: 'dossier.withdrawn',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} đã được rút`,
      news: `Hồ sơ ${numberOf(details)} đã được rút theo đề nghị của Ông/Bà. Giấy phép đang có vẫn giữ nguyên giá trị.`,
      next: 'Nếu khoản phí đã trả được hoàn lại theo quy định, tiền tự về đúng nguồn và Ông/Bà được báo. Nếu Ông/Bà không rút hồ sơ, hãy tự mở trang dịch vụ và báo cho cơ quan.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)} was withdrawn`,
      news: `Dossier ${numberOf(details)} was withdrawn as you asked. The licence you hold stays as it is.`,
      next: 'Where the rules return a fee, the money goes back by itself to where it came from and you are told. If you did not withdraw it, open the service yourself and tell the office.',
    }),
  },
}
