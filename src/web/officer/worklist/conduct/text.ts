/** Words of the page of alarms about what staff read. */
import type { ConductReason } from '../../../../catalogue/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'

const reasonsVi: Record<ConductReason, string> = {
  'own-work': 'Đúng việc được giao', 'by-mistake': 'Thao tác nhầm', reminded: 'Đã nhắc nhở người này', 'passed-on': 'Đã chuyển người có thẩm quyền xem xét', 'counted-wrong': 'Hệ thống đếm sai',
}
const reasonsEn: Record<ConductReason, string> = {
  'own-work': 'It was their work', 'by-mistake': 'It was a mistake', reminded: 'They were reminded', 'passed-on': 'Passed on to who decides about conduct', 'counted-wrong': 'The service counted wrongly',
}

const vi = {
  title: 'Cảnh báo',
  lead: 'Khi một cán bộ của tỉnh xem nhiều hồ sơ hơn mức một người làm việc cần, hệ thống hỏi vì sao. Cảnh báo chưa phải là kết luận. Câu trả lời được giữ lại với tên người trả lời và không sửa được; không ai trả lời cảnh báo về chính mình.',
  openTitle: 'Đang chờ trả lời',
  openNone: 'Không có cảnh báo nào đang chờ trả lời.',
  formerStaff: 'Cán bộ cũ',
  kinds: { 'bulk-reading': 'Mở nhiều hồ sơ không do mình giữ', 'bulk-listing': 'Lật qua danh sách của nhiều hồ sơ' },
  counts: { 'bulk-reading': (n: string) => `${n} hồ sơ được mở, người này không giữ`, 'bulk-listing': (n: string) => `${n} hồ sơ hiện trong danh sách` },
  overLimit: (n: string) => `hơn ${n}`,
  facts: { what: 'Việc', hour: 'Trong giờ', limit: 'Ngưỡng', since: 'Chờ từ', handled: 'Từng xử lý' },
  limit: (n: string) => `${n} hồ sơ một giờ`,
  within: (from: string, to: string) => `trong giờ làm việc, ${from}–${to} các ngày thứ Hai đến thứ Sáu`,
  outside: 'ngoài giờ làm việc hoặc cuối tuần',
  handled: (n: string, of: string) => `${n} trong ${of} hồ sơ đã mở`,
  figures: 'Từng mười phút của giờ đó', figuresOf: (name: string, hour: string) => `Từng mười phút từ ${hour}: ${name}`, dossiers: 'Hồ sơ',
  opened: 'được mở', listed: 'trong danh sách', sum: 'Cả giờ',
  kept: 'Người có hồ sơ được mở tự thấy ai đã xem dữ liệu của mình. Trang này chỉ có số lượng.',
  answer: 'Trả lời',
  aboutYou: 'Cảnh báo này về chính bạn: người giám sát khác hoặc thanh tra của tỉnh trả lời.',
  reason: 'Kết quả', choose: 'Chọn kết quả', reasons: reasonsVi,
  words: 'Lý do, bằng lời', wordsHint: (most: number) => `Bạn đã xem gì, hỏi ai. Nhiều nhất ${most} ký tự; không ghi tên hay số của người dân.`,
  send: 'Trả lời và đóng', sendOf: (name: string) => `: ${name}`,
  errors: { reason: 'Chọn một kết quả', wordsMissing: (least: number) => `Viết lý do, ít nhất ${least} ký tự`, wordsLong: (most: number) => `Viết ngắn lại, nhiều nhất ${most} ký tự` },
  done: 'Đã ghi câu trả lời, cảnh báo đã đóng.',
  notDone: 'Chưa ghi câu trả lời',
  refusals: { 'own-conduct': 'Cảnh báo này về chính bạn: người giám sát khác hoặc thanh tra của tỉnh trả lời.', 'answered-before': 'Người khác đã trả lời cảnh báo này trước bạn; câu trả lời của họ ở bên dưới.' },
  closedTitle: 'Đã trả lời trong 90 ngày',
  closedNone: 'Chưa có cảnh báo nào được trả lời trong 90 ngày.',
  columns: { who: 'Cán bộ', what: 'Việc', raised: 'Chờ từ', answer: 'Kết quả và lý do', by: 'Người trả lời' },
  first: 'Về đầu', next: 'Trang sau',
}

const en: typeof vi = {
  title: 'Alarms',
  lead: 'When a member of staff of the province reads more dossiers than anybody’s work needs, the service asks why. An alarm is no verdict. The answer is kept with the name of who gave it and cannot be changed; nobody answers about themselves.',
  openTitle: 'Waiting for an answer',
  openNone: 'No alarm waits for an answer.',
  formerStaff: 'Former staff',
  kinds: { 'bulk-reading': 'Opened many dossiers that they do not hold', 'bulk-listing': 'Paged through lists of many dossiers' },
  counts: { 'bulk-reading': (n) => `${n} dossiers opened that they do not hold`, 'bulk-listing': (n) => `${n} dossiers shown in lists` },
  overLimit: (n) => `more than ${n}`,
  facts: { what: 'What', hour: 'In the hour', limit: 'Limit', since: 'Open since', handled: 'Ever handled' },
  limit: (n) => `${n} dossiers an hour`,
  within: (from, to) => `within office hours, ${from}–${to} from Monday to Friday`,
  outside: 'outside office hours or on a weekend',
  handled: (n, of) => `${n} of the ${of} dossiers opened`,
  figures: 'Ten minutes by ten of that hour', figuresOf: (name, hour) => `Ten minutes by ten from ${hour}: ${name}`, dossiers: 'Dossiers',
  opened: 'opened', listed: 'in lists', sum: 'The hour',
  kept: 'Those whose dossiers were opened see themselves who read their data. On this page are counts alone.',
  answer: 'Answer',
  aboutYou: 'This alarm is about you: another supervisor or an inspector of the province answers it.',
  reason: 'What came of it', choose: 'Choose one', reasons: reasonsEn,
  words: 'Why, in words', wordsHint: (most) => `What you looked at, whom you asked. At most ${most} characters; no names or numbers of citizens.`,
  send: 'Answer and close', sendOf: (name) => `: ${name}`,
  errors: { reason: 'Choose what came of it', wordsMissing: (least) => `Write why, in at least ${least} characters`, wordsLong: (most) => `Write less, at most ${most} characters` },
  done: 'Your answer is kept, the alarm is closed.',
  notDone: 'Not answered',
  refusals: { 'own-conduct': 'This alarm is about you: another supervisor or an inspector of the province answers it.', 'answered-before': 'Somebody else answered this alarm before you; their answer is below.' },
  closedTitle: 'Answered in the last 90 days',
  closedNone: 'No alarm was answered in the last 90 days.',
  columns: { who: 'Member of staff', what: 'What', raised: 'Open since', answer: 'What came of it, and why', by: 'Answered by' },
  first: 'To the first', next: 'Next page',
}

export const conductText: Readonly<Record<Lang, typeof vi>> = { vi, en }

/** Refusals that the page has words for; the others end the request. */
export type ConductRefusal = keyof typeof vi.refusals
export function isConductRefusal(code: string): code is ConductRefusal {
  return Object.hasOwn(vi.refusals, code)
}
