import { type Details, lastDayOf, numberOf, type Message } from '../message.ts'

type Fee = Readonly<Record<Details['feeIfStopped'], string>>

const feeVi: Fee = {
  none: 'hồ sơ này không có lệ phí', unpaid: 'chúng tôi chưa nhận được lệ phí nên không có khoản nào phải hoàn',
  return: 'khi đó lệ phí đã nộp được hoàn về nơi đã trả, vì hồ sơ chưa được tiếp nhận', keep: 'khi đó lệ phí đã nộp không được hoàn, vì hồ sơ đã được tiếp nhận',
}

const feeEn: Fee = {
  none: 'this dossier has no fee', unpaid: 'we have received no fee, so there is nothing to return',
  return: 'the fee you paid then goes back to where it came from, since the dossier has not been accepted', keep: 'the fee you paid is then kept, since the dossier has been accepted',
}

export const supplementReminded: Message = {
  fact: 'dossier.supplement-reminded',
  // Who answered before the message was written needs no reminder.
  only: (details) => details.supplementBy !== null,
  words: {
    vi: (details) => ({
      subject: `Hồ sơ ${numberOf(details)}: hạn bổ sung ${lastDayOf(details)}`,
      news: `Hồ sơ ${numberOf(details)} đang chờ Ông/Bà bổ sung, hạn cuối ${lastDayOf(details)}. Ông/Bà hãy tự mở trang dịch vụ để xem cần gì.`,
      next: `Trang hồ sơ nêu từng mục cần bổ sung và lý do. Ông/Bà không phải nộp lại từ đầu; việc bổ sung không mất phí. Ai đã trả lời thì còn phải bấm “Gửi bổ sung”: chưa gửi là cán bộ chưa nhận được. Nếu không bổ sung đến hết ngày ${lastDayOf(details)}, cơ quan có thể dừng hồ sơ; ${feeVi[details.feeIfStopped]}. Hồ sơ đã dừng không mở lại được, nhưng Ông/Bà nộp hồ sơ mới được.`,
    }),
    en: (details) => ({
      subject: `Dossier ${numberOf(details)}: add to it by ${lastDayOf(details)}`,
      news: `Dossier ${numberOf(details)} waits for what you were asked to add, by ${lastDayOf(details)} at the latest. Please open the service yourself to see what.`,
      next: `The dossier page lists each item and the reason. You need not start again, and adding costs nothing. What you have answered reaches the officer only once you press “Send”. If nothing is added by the end of ${lastDayOf(details)}, the office may stop the dossier; ${feeEn[details.feeIfStopped]}. A stopped dossier is not opened again, but you can file anew.`,
    }),
  },
}
