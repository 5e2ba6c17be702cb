/** Words of cards that came back or got lost, and of old cards. */
import type { Lang } from '../../../platform/values/words.ts'

const vi = {
  title: 'Thẻ chuyển hoàn, thất lạc',
  lead: 'Thẻ bưu chính không giao được trở lại cơ quan; thẻ thất lạc được in lại không thu tiền, hai người quyết định.',
  columns: { dossier: 'Hồ sơ', applicant: 'Người nhận', card: 'Số phôi', what: 'Tình trạng', act: 'Việc cần làm' },
  what: {
    back: 'Chờ công dân chọn', chosen: 'Đang về cơ quan',
    lost: 'Bưu chính báo thất lạc', proposed: 'Chờ người thứ hai',
  },
  acts: { 'nhan-lai': 'Đã nhận lại thẻ', 'de-nghi-in-lai': 'Đề nghị in lại', 'dong-y-in-lai': 'Đồng ý in lại', 'khong-in-lai': 'Không đồng ý' },
  of: (name: string) => `cho ${name}`,
  waits: { second: 'Chờ lãnh đạo hoặc cán bộ giám sát', appraiser: 'Cán bộ thụ lý làm việc này' },
  done: {
    'nhan-lai': 'Thẻ đã về cơ quan.', 'de-nghi-in-lai': 'Đã đề nghị. Người thứ hai quyết định.',
    'dong-y-in-lai': 'Số phôi cũ đã hủy hiệu lực; thẻ mới vào hàng chờ in.', 'khong-in-lai': 'Đã từ chối đề nghị.',
  },
  oldTitle: 'Thẻ cũ phải thu lại',
  oldLead: 'Người lái xe gửi lại thẻ cũ để hủy sau khi nhận thẻ mới. Người ghi nhận và người chứng kiến việc hủy là hai người. Thẻ tích hợp đang bị tước quyền sử dụng thì giữ lại, không hủy.',
  oldColumns: { number: 'Số giấy phép', serial: 'Số phôi', dossier: 'Hồ sơ', since: 'Phải gửi từ', act: 'Việc cần làm', received: 'Nhận lúc', by: 'Người nhận' },
  owed: (n: number) => `Chưa gửi lại: ${n}`,
  received: (n: number) => `Đã nhận, chờ hủy: ${n}`,
  oldNone: 'Không có thẻ cũ nào.',
  oldActs: { 'da-nhan': 'Đã nhận thẻ cũ', 'da-huy': 'Đã hủy trước mặt tôi', 'giu-lai': 'Giữ lại, đang bị tước' },
  oldDone: { 'da-nhan': 'Đã ghi nhận thẻ cũ.', 'da-huy': 'Đã ghi nhận việc hủy.', 'giu-lai': 'Đã ghi nhận thẻ được giữ.' },
  reminded: (n: number) => (n === 0 ? '' : `đã nhắc ${n} lần`),
  link: 'Thẻ cũ phải thu lại',
  back: 'In và giao thẻ',
}

const en: typeof vi = {
  title: 'Cards sent back or lost',
  lead: 'What the post cannot deliver comes back; a lost card is printed anew at no cost, and two people decide.',
  columns: { dossier: 'Dossier', applicant: 'Recipient', card: 'Card', what: 'What happened', act: 'To do' },
  what: {
    back: 'The citizen chooses', chosen: 'On its way back',
    lost: 'The post says it is lost', proposed: 'A second officer decides',
  },
  acts: { 'nhan-lai': 'The card is here again', 'de-nghi-in-lai': 'Propose a new card', 'dong-y-in-lai': 'Agree', 'khong-in-lai': 'Decline' },
  of: (name) => `for ${name}`,
  waits: { second: 'A signing officer or supervisor decides', appraiser: 'This is for an appraising officer' },
  done: {
    'nhan-lai': 'The card is in the office again.', 'de-nghi-in-lai': 'Proposed. A second officer decides.',
    'dong-y-in-lai': 'The lost card is void; the new one is in the queue of the printer.', 'khong-in-lai': 'The proposal is declined.',
  },
  oldTitle: 'Old cards to be taken back',
  oldLead: 'Drivers send the old card back to be destroyed once they have the new one. Who notes its receipt and who witnesses its end are two people. An integrated card under withdrawal is kept, not destroyed.',
  oldColumns: { number: 'Licence', serial: 'Card', dossier: 'Dossier', since: 'Owed since', act: 'To do', received: 'Received', by: 'By' },
  owed: (n) => `Not sent back yet: ${n}`,
  received: (n) => `Received, to be destroyed: ${n}`,
  oldNone: 'There is no old card.',
  oldActs: { 'da-nhan': 'The old card is here', 'da-huy': 'Destroyed before me', 'giu-lai': 'Kept: withdrawn' },
  oldDone: { 'da-nhan': 'The old card is noted.', 'da-huy': 'Its destruction is noted.', 'giu-lai': 'It is noted as kept.' },
  reminded: (n) => (n === 0 ? '' : n === 1 ? 'reminded once' : `reminded ${n} times`),
  link: 'Old cards to be taken back',
  back: 'Print and hand over cards',
}

export const astrayText: Readonly<Record<Lang, typeof vi>> = { vi, en }

export type AstrayAct = keyof typeof vi.acts
export type OldCardAct = keyof typeof vi.oldActs

export function isAstrayAct(text: string): text is AstrayAct {
  return Object.hasOwn(vi.acts, text)
}

export function isOldCardAct(text: string): text is OldCardAct {
  return Object.hasOwn(vi.oldActs, text)
}
