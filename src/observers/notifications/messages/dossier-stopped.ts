import { numberOf, type Message } from '../message.ts'

export const dossierStopped: Message = {
  fact: 'dossier.stopped',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} đã dừng`,
      news: `Hồ sơ ${numberOf(details)} đã dừng vì quá hạn mà chưa có bổ sung. Giấy phép đang có giữ nguyên giá trị; Ông/Bà nộp hồ sơ mới được ngay.`,
      next: 'Trang hồ sơ nêu nội dung đã yêu cầu, ngày hạn và thông báo dừng có chữ ký số. Nếu lệ phí được hoàn theo quy định, tiền tự về đúng nguồn và Ông/Bà được báo. Nếu không đồng ý, Ông/Bà có quyền khiếu nại theo Luật Khiếu nại hoặc khởi kiện theo Luật Tố tụng hành chính.',
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)} was stopped`,
      news: `Dossier ${numberOf(details)} was stopped: the last day passed and nothing was added. The licence you hold stays as it is; you can file anew at once.`,
      next: 'The dossier page tells what was asked for, the last day, and has the signed notice. Where the rules return a fee, the money goes back by itself to where it came from and you are told. If you do not agree, you may complain under the Law on Complaints or go to an administrative court.',
    }),
  },
}
