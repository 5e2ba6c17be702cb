/** Words of choosing anew how to get the card, and of the old card that is owed. */
import type { FailReason, OldCard, Relation } from '../../../../capabilities/deliveries/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'

type How = 'again' | 'address' | 'hold' | 'anew' | 'collect'

const choicesVi: Record<How, { text: string; hint?: string }> = {
  again: { text: 'Phát lại tại địa chỉ cũ' },
  address: { text: 'Gửi đến địa chỉ khác' },
  hold: { text: 'Tôi đến bưu cục phát để nhận', hint: 'Thẻ chờ mười ngày làm việc. Mang theo căn cước.' },
  anew: { text: 'Gửi lại theo địa chỉ cũ' },
  collect: { text: 'Tôi đến cơ quan cấp để nhận', hint: 'Khi thẻ về đến cơ quan, trang hồ sơ sẽ báo. Mang theo căn cước.' },
}
const choicesEn: typeof choicesVi = {
  again: { text: 'Try again at the same address' },
  address: { text: 'Send it to another address' },
  hold: { text: 'I fetch it at the delivering post office', hint: 'It waits for ten working days. Bring your identity card.' },
  anew: { text: 'Send it again to the same address' },
  collect: { text: 'I fetch it at the authority', hint: 'The page of the dossier tells you when it is there. Bring your identity card.' },
}
const reasonsVi: Record<FailReason, string> = { absent: 'không có người nhận', address: 'địa chỉ không đúng', refused: 'bị từ chối nhận' }
const reasonsEn: Record<FailReason, string> = { absent: 'nobody was there', address: 'the address was wrong', refused: 'it was refused' }
const relationsVi: Record<Relation, string> = { self: 'chính người nhận', family: 'người nhà nhận', neighbour: 'hàng xóm nhận', office: 'nhận tại bưu cục' }
const relationsEn: Record<Relation, string> = { self: 'to the receiver', family: 'to family', neighbour: 'to a neighbour', office: 'at the post office' }
const oldCardsVi: Record<OldCard['state'], string> = {
  owed: 'Cơ quan chưa nhận được thẻ cũ. Đưa cho bưu tá, gửi qua bưu điện hoặc nộp tại cơ quan cấp để hủy.', received: 'Cơ quan đã nhận thẻ cũ.',
  destroyed: 'Cơ quan đã hủy thẻ cũ.', kept: 'Cơ quan đang giữ thẻ cũ vì quyền sử dụng giấy phép đang bị tước.',
}
const oldCardsEn: Record<OldCard['state'], string> = {
  owed: 'The authority has not received the old card. Give it to the postman, send it by post or bring it to the authority, where it is destroyed.', received: 'The authority has the old card.',
  destroyed: 'The authority destroyed the old card.', kept: 'The authority keeps the old card while the right to drive is withdrawn.',
}

const vi = {
  title: 'Bạn muốn nhận thẻ thế nào?',
  back: 'Hồ sơ',
  lead: {
    redeliver: 'Bưu điện chưa giao được thẻ. Chọn một cách; nếu không chọn, sau ba ngày làm việc thẻ được chuyển về cơ quan.',
    'card-sent-back': 'Thẻ được chuyển về cơ quan cấp. Chọn một cách; bạn không mất thêm tiền ở đây.',
  },
  choices: choicesVi,
  bringBack: 'Mang theo cả thẻ cũ.',
  missing: 'Hãy chọn một cách nhận thẻ',
  confirm: 'Chọn cách này',
  choose: 'Chọn cách nhận thẻ',
  reasons: reasonsVi,
  relations: relationsVi,
  oldCard: 'Gửi lại thẻ cũ',
  oldCards: oldCardsVi,
}

const en: typeof vi = {
  title: 'How would you like to get the card?',
  back: 'Dossier',
  lead: {
    redeliver: 'The post could not deliver the card. Choose one way; if you choose nothing, it goes back to the authority after three working days.',
    'card-sent-back': 'The card goes back to the authority. Choose one way; it costs nothing more here.',
  },
  choices: choicesEn,
  bringBack: 'Bring the old card too.',
  missing: 'Choose how to get the card',
  confirm: 'Choose this',
  choose: 'Choose how to get the card',
  reasons: reasonsEn,
  relations: relationsEn,
  oldCard: 'The old card',
  oldCards: oldCardsEn,
}

export const redeliveryText: Readonly<Record<Lang, typeof vi>> = { vi, en }
