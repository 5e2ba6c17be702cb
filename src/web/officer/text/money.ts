/** Words of the payments desk. */
import type { DiscrepancyReason } from '../../../capabilities/payments/index.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { refusalWords } from './words.ts'

type Reasons = Readonly<Record<DiscrepancyReason, { readonly title: string; readonly help: string }>>

const reasonsVi: Reasons = {
  missing: { title: 'Chưa ai trả lời về lần trả này', help: 'Một ngày đã qua mà cổng không nói tiền đã chuyển hay chưa. Hệ thống vẫn hỏi mỗi giờ và tự đóng việc này khi có câu trả lời.' },
  'other-transaction': { title: 'Câu trả lời về một giao dịch khác', help: 'Cổng trả lời bằng giao dịch của đơn khác. Không có gì được ghi theo câu trả lời đó; hãy báo cổng.' },
  'amount-differs': { title: 'Số tiền khác lệ phí', help: 'Tiền đến không đúng số và đang được hoàn.' },
  double: { title: 'Trả hai lần', help: 'Khoản thừa đang được hoàn.' },
  adopted: { title: 'Khoản tìm thấy trong bảng đối soát', help: 'Đã ghi vào sổ.' },
  orphan: { title: 'Chuyển khoản không khớp hồ sơ nào', help: 'Nội dung không có mã của hệ thống; khoản này đang được hoàn về tài khoản đã chuyển.' },
  'unknown-reference': { title: 'Dòng đối soát không phải của hệ thống', help: 'Không đơn nào của hệ thống có mã này. Hỏi cổng thanh toán rồi ghi kết quả.' },
  'unknown-refund': { title: 'Dòng hoàn tiền không ai yêu cầu', help: 'Cổng báo đã hoàn một khoản mà hệ thống không yêu cầu. Hỏi cổng thanh toán rồi ghi kết quả.' },
  'line-twice': { title: 'Một dòng đối soát hai lần', help: 'Bảng đối soát lặp một dòng. Hỏi cổng thanh toán rồi ghi kết quả.' },
  'line-differs': { title: 'Số tiền trong bảng đối soát khác sổ', help: 'Cùng giao dịch, hai số tiền. Hỏi cổng thanh toán rồi ghi kết quả.' },
  'absent-from-statement': { title: 'Khoản đã nhận không có trong bảng đối soát', help: 'Cổng đã xác nhận nhưng bảng của ngày không có. Bảng được đọc lại mỗi đêm trong bảy ngày và việc này tự đóng khi có.' },
  'refund-absent-from-statement': { title: 'Khoản đã hoàn không có trong bảng đối soát', help: 'Cổng nói đã chuyển nhưng bảng không có. Bảng được đọc lại mỗi đêm và việc này tự đóng khi có.' },
  'refund-refused': { title: 'Cổng từ chối hoàn tiền', help: 'Công dân vẫn phải được nhận lại. Hỏi cổng vì sao, rồi gửi lại yêu cầu.' },
  'refund-overdue': { title: 'Hoàn tiền quá hạn đã nêu với công dân', help: 'Công dân đã được cho biết ngày này. Hỏi cổng thanh toán; việc này đóng khi tiền đã về.' },
}

const reasonsEn: Reasons = {
  missing: { title: 'Nobody has answered about this payment', help: 'A day has passed without the platform saying whether money moved. We still ask every hour; this closes by itself with the answer.' },
  'other-transaction': { title: 'An answer about another transaction', help: 'The platform answered with another order’s transaction. Nothing was booked from it; tell the platform.' },
  'amount-differs': { title: 'Another amount than the fee', help: 'The money that came is going back.' },
  double: { title: 'Paid twice', help: 'The surplus is going back.' },
  adopted: { title: 'Money found in the statement', help: 'It has been booked.' },
  orphan: { title: 'A transfer that fits no dossier', help: 'Its words hold no reference of ours; it goes back to the account it came from.' },
  'unknown-reference': { title: 'A statement line that is not ours', help: 'No order of ours has this reference. Ask the platform and note the outcome.' },
  'unknown-refund': { title: 'A refund nobody asked for', help: 'The platform says it returned money that we did not ask it to. Ask the platform and note the outcome.' },
  'line-twice': { title: 'A statement line twice', help: 'The statement repeats a line. Ask the platform and note the outcome.' },
  'line-differs': { title: 'Statement and books have two amounts', help: 'One transaction, two amounts. Ask the platform and note the outcome.' },
  'absent-from-statement': { title: 'Money received that the statement lacks', help: 'The platform confirmed it, but the day’s statement lacks it. It is read again each night for seven days; this closes by itself.' },
  'refund-absent-from-statement': { title: 'A refund that the statement lacks', help: 'The platform says it was sent, but the statement lacks it. It is read again each night; this closes by itself.' },
  'refund-refused': { title: 'The platform refused a refund', help: 'The citizen must still get it back. Ask the platform why, then send the request again.' },
  'refund-overdue': { title: 'A refund past the day told to the citizen', help: 'The citizen was told this day. Ask the platform; this closes when the money is back.' },
}

const vi = {
  title: 'Tiền cần người xem',
  lead: 'Mỗi việc dưới đây là một chỗ sổ của cổng thanh toán và sổ của hệ thống không khớp mà máy không tự sửa được.',
  none: 'Sổ của cổng thanh toán và sổ của hệ thống khớp nhau: không có việc nào chờ.',
  noneHere: 'Trang này không còn gì.', previous: 'Trang trước', next: 'Trang sau',
  reasons: reasonsVi,
  amount: 'Số tiền', transaction: 'Số giao dịch', dossier: 'Hồ sơ', statement: 'Bảng đối soát ngày', due: 'Hạn đã nêu', found: 'Tìm thấy lúc', owner: 'Người phụ trách', desk: 'Bộ phận thu lệ phí',
  note: 'Đã làm gì', noteHint: 'Không ghi tên, số định danh hay số tài khoản.', noteNeeded: 'Hãy ghi đã làm gì và vì sao.',
  resolve: 'Đánh dấu đã xong', retry: 'Gửi lại yêu cầu hoàn', underWay: 'Một yêu cầu hoàn khác đang chạy; việc này tự đóng khi tiền về.',
  notYours: 'Vai trò của bạn chỉ xem được việc này.',
  proposals: 'Hoàn tiền theo đề nghị', noProposals: 'Không có đề nghị nào chờ.', fourEyes: 'Mỗi đề nghị cần một người thứ hai đồng ý, bất kể số tiền.',
  proposal: (amount: string) => `Đề nghị hoàn ${amount}`, why: 'Lý do', by: 'Người đề nghị', yourOwn: 'Bạn đã đề nghị: một người khác phải đồng ý.',
  confirm: (amount: string) => `Đồng ý hoàn ${amount}`, decline: 'Không đồng ý',
  cashBooks: 'Sổ quỹ tiền mặt của các điểm thu',
  propose: 'Đề nghị hoàn một khoản lệ phí', proposeHelp: 'Chỉ cho hồ sơ đã kết thúc mà quy tắc không hoàn. Tiền chỉ chuyển khi người thứ hai đồng ý.', code: 'Mã hồ sơ', proposeButton: 'Gửi đề nghị',
  history: 'Đã làm', noHistory: 'Chưa có việc nào.',
  events: { resolved: 'Đã xong', retried: 'Gửi lại yêu cầu hoàn', proposed: 'Đề nghị hoàn', confirmed: 'Đồng ý hoàn', declined: 'Không đồng ý hoàn' },
  done: { xong: 'Đã ghi.', 'hoan-lai': 'Đã gửi lại yêu cầu hoàn.', 'de-nghi': 'Đã gửi đề nghị; cần người thứ hai.', 'dong-y': 'Đã đồng ý; khoản hoàn đang được gửi.', khong: 'Đã ghi là không đồng ý.' },
  refusals: {
    'note-needed': 'Hãy ghi đã làm gì và vì sao.', 'discrepancy-not-open': 'Việc này đã xong hoặc không thuộc cơ quan của bạn.', 'refund-not-done': 'Lời ghi không trả lại tiền: việc này chỉ đóng khi tiền đã về.',
    'refund-not-failed': 'Khoản hoàn này đang chạy hoặc đã xong.', 'nothing-to-return': 'Hồ sơ này không có lệ phí đang giữ, hoặc chưa kết thúc.', 'already-proposed': 'Đã có một đề nghị đang chờ cho khoản này.',
    'proposal-not-open': 'Đề nghị này đã được trả lời.', 'four-eyes': 'Bạn đã đề nghị: một người khác phải đồng ý.', 'own-dossier': 'Đây là tiền của chính bạn: người khác phải làm.', 'wrong-role': 'Vai trò của bạn không làm việc này.',
    'dossier-not-found': 'Không có hồ sơ đã kết thúc nào mang mã này ở tỉnh của bạn.',
  },
}

const en: typeof vi = {
  title: 'Money for a person to look at',
  lead: 'Each matter below is a place where the platform’s books and ours differ and no rule puts it right.',
  none: 'The platform’s books and ours agree: nothing is waiting.',
  noneHere: 'Nothing is left on this page.', previous: 'Previous page', next: 'Next page',
  reasons: reasonsEn,
  amount: 'Amount', transaction: 'Transaction', dossier: 'Dossier', statement: 'Statement of', due: 'Day told', found: 'Found at', owner: 'Looked after by', desk: 'Payments desk',
  note: 'What was done', noteHint: 'No names, identity or account numbers.', noteNeeded: 'Write what was done and why.',
  resolve: 'Mark as done', retry: 'Send the refund again', underWay: 'Another request is under way; this closes when the money is back.',
  notYours: 'Your role may only look at this.',
  proposals: 'Refunds by proposal', noProposals: 'No proposal is waiting.', fourEyes: 'Each needs a second person, whatever the amount.',
  proposal: (amount) => `Proposed refund of ${amount}`, why: 'Reason', by: 'Proposed by', yourOwn: 'You proposed it: somebody else must agree.',
  confirm: (amount) => `Agree to return ${amount}`, decline: 'Do not agree',
  cashBooks: 'Cash books of the points',
  propose: 'Propose to return a fee', proposeHelp: 'Only for a closed dossier whose fee no rule returns. Money moves only when a second person agrees.', code: 'Dossier number', proposeButton: 'Send the proposal',
  history: 'Done', noHistory: 'Nothing yet.',
  events: { resolved: 'Done', retried: 'Refund sent again', proposed: 'Refund proposed', confirmed: 'Refund agreed', declined: 'Refund not agreed' },
  done: { xong: 'Noted.', 'hoan-lai': 'The refund was sent again.', 'de-nghi': 'Proposed; a second person is needed.', 'dong-y': 'Agreed; the refund is on its way.', khong: 'Noted as not agreed.' },
  refusals: {
    'note-needed': 'Write what was done and why.', 'discrepancy-not-open': 'This is done, or not for your authority.', 'refund-not-done': 'Words return no money: this closes only when it is back.',
    'refund-not-failed': 'This refund is under way or done.', 'nothing-to-return': 'This dossier has no kept fee, or is not closed.', 'already-proposed': 'A proposal for this is waiting already.',
    'proposal-not-open': 'This proposal has been answered.', 'four-eyes': 'You proposed it: somebody else must agree.', 'own-dossier': 'This is your own money: somebody else must do it.', 'wrong-role': 'This is not for your role.',
    'dossier-not-found': 'No closed dossier of your province has this number.',
  },
}

export const deskText: Readonly<Record<Lang, typeof vi>> = { vi, en }

/** Why something was not done, in words. */
export function deskRefusal(code: string, lang: Lang): string {
  return Object.entries(deskText[lang].refusals).find(([known]) => known === code)?.[1] ?? refusalWords(code, lang)
}
