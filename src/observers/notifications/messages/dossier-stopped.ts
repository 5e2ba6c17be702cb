import { type Details, numberOf, type Message } from '../message.ts'

type Fee = Readonly<Record<Details['feeIfStopped'], string>>

const feeVi: Fee = {
  none: 'Hồ sơ này không có lệ phí.', unpaid: 'Chúng tôi chưa nhận được lệ phí của hồ sơ này.',
  return: 'Lệ phí đã nộp được hoàn về nơi đã trả vì hồ sơ chưa được tiếp nhận; tiền về thì Ông/Bà được báo.', keep: 'Lệ phí đã nộp không được hoàn vì hồ sơ đã được tiếp nhận.',
}

const feeEn: Fee = {
  none: 'This dossier had no fee.', unpaid: 'We received no fee for this dossier.',
  return: 'The fee you paid goes back to where it came from, since the dossier was not accepted; you are told when it is there.', keep: 'The fee you paid is kept, since the dossier had been accepted.',
}

export const dossierStopped: Message = {
  fact: 'dossier.stopped',
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)} đã dừng`,
      news: `Hồ sơ ${numberOf(details)} đã dừng vì quá hạn mà chưa có bổ sung. Giấy phép đang có giữ nguyên giá trị; Ông/Bà nộp hồ sơ mới được ngay.`,
      next: `Trang hồ sơ nêu nội dung đã yêu cầu, ngày hạn và thông báo dừng có chữ ký số. ${feeVi[details.feeIfStopped]} Khi nộp hồ sơ mới, những gì đã khai được điền sẵn. Nếu không đồng ý, Ông/Bà có quyền khiếu nại theo Luật Khiếu nại hoặc khởi kiện theo Luật Tố tụng hành chính.`,
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)} was stopped`,
      news: `Dossier ${numberOf(details)} was stopped: the last day passed and nothing was added. The licence you hold stays as it is; you can file anew at once.`,
      next: `The dossier page tells what was asked for, the last day, and has the signed notice. ${feeEn[details.feeIfStopped]} When you file anew, what you gave is filled in already. If you do not agree, you may complain under the Law on Complaints or go to an administrative court.`,
    }),
  },
}
