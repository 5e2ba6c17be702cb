/**
 * What the clock of a term does while somebody is waited for — đồng hồ chạy hay dừng: by cause, dated, with source and confidence. The ledger of
 * a dossier keeps the answer of the day on which a wait began, so that a later decree changes no past.
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import type { Owner } from '../agreements/parties.ts'
import { at, dated, type Dated, type Provision } from '../provision.ts'

/** Whether a term counts while somebody is waited for, and why. */
export interface ClockRule {
  readonly pauses: boolean
  /** Whose time it is, whoever has the next move. */
  readonly owner: 'citizen' | 'office' | 'whoever-is-waited-for'
  readonly words: Words
}

const SINCE = '2017-06-01'
const RUNS = 'Thủ tục 3.000347: 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ; không văn bản nào đã đọc cho dừng thời hạn'

/** Causes that have a rule of their own. */
const byCause: Readonly<Record<string, Dated<ClockRule>>> = {
  supplement: dated<ClockRule>('the clock: first supplement', [{
    value: { pauses: true, owner: 'citizen', words: { vi: 'Chờ người dân bổ sung lần đầu: đồng hồ dừng', en: 'Waiting for the first supplement: the clock stands still' } },
    from: SINCE, source: 'NĐ 61/2018/NĐ-CP, Điều 17; NĐ 118/2025/NĐ-CP: thời gian người dân bổ sung không tính vào thời hạn giải quyết; chưa đối chiếu toàn văn', confidence: 0.6, assumed: true,
  }]),
  'supplement-again': dated<ClockRule>('the clock: second supplement', [{
    value: { pauses: false, owner: 'office', words: { vi: 'Bổ sung lần hai: cơ quan phải hỏi đủ trong một lần, đồng hồ vẫn chạy', en: 'A second supplement: the office has to ask for all at once, so the clock runs' } },
    from: SINCE, source: 'QĐ 766/QĐ-TTg, chỉ số 2.1: hồ sơ phải bổ sung từ lần hai không tính là đúng hạn; đồng hồ vẫn chạy là cách hiểu của phần mềm', confidence: 0.5, assumed: true,
  }]),
  'supplement-lost': dated<ClockRule>('the clock: what we lost', [{
    value: { pauses: false, owner: 'office', words: { vi: 'Hệ thống làm mất giấy tờ đã nộp: lỗi của cơ quan, đồng hồ vẫn chạy', en: 'We lost what had been handed in: our fault, so the clock runs' } },
    from: SINCE, source: 'Không văn bản nào nêu; phần mềm không để người dân chịu lỗi của hệ thống', confidence: 0.4, assumed: true,
  }]),
}

const outside = dated<ClockRule>('the clock: a silent source', [{
  value: { pauses: false, owner: 'whoever-is-waited-for', words: { vi: 'Chờ nguồn hay bên khác trả lời: đồng hồ vẫn chạy', en: 'Waiting for a source or another party: the clock runs' } },
  from: SINCE, source: `${RUNS} vì nguồn tra cứu im lặng`, confidence: 0.7, assumed: true,
}])
const citizen = dated<ClockRule>('the clock: the citizen', [{
  value: { pauses: false, owner: 'citizen', words: { vi: 'Chờ người dân làm việc khác ngoài bổ sung: đồng hồ vẫn chạy', en: 'Waiting for the citizen, other than for a supplement: the clock runs' } },
  from: SINCE, source: RUNS, confidence: 0.5, assumed: true,
}])
const office = dated<ClockRule>('the clock: the office', [{
  value: { pauses: false, owner: 'office', words: { vi: 'Cơ quan đang giải quyết: đồng hồ chạy', en: 'The office is working: the clock runs' } },
  from: SINCE, source: 'Thủ tục 3.000347: 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', confidence: 0.97,
}])

/** The rule for a wait that begins on a day: that of its cause, else that of its owner. */
export function clockRuleOf(wait: { readonly owner: Owner; readonly cause: string }, on: LocalDate): Provision<ClockRule> {
  const own = byCause[wait.cause]
  if (own) return at(own, on)
  return at(wait.owner === 'citizen' ? citizen : wait.owner === 'office' ? office : outside, on)
}

/** Causes that ever stopped the clock, for promises that are queries. */
export function pausingCauses(): readonly string[] {
  return Object.entries(byCause).filter(([, { rows }]) => rows.some(({ value }) => value.pauses)).map(([cause]) => cause)
}

const supplementRequests = dated<number>('requests for a supplement', [
  { value: 1, from: SINCE, source: 'NĐ 118/2025/NĐ-CP; QĐ 766/QĐ-TTg, chỉ số 2.1: hướng dẫn đầy đủ, bổ sung một lần; chưa đối chiếu điều khoản', confidence: 0.8 },
])

/** How often an officer may ask for a supplement without a supervisor; one more is counted late and stops no clock. */
export function supplementLimitOn(on: LocalDate): Provision<number> {
  return at(supplementRequests, on)
}

/** From when the two days of the notice count. */
const noticeBegins = dated<Words>('the notice begins', [{
  value: { vi: 'Hai ngày tính từ khi việc nộp đã trọn: có lệ phí, nếu phải trả khi nộp', en: 'The two days count from when the filing is whole: once the fee is there, where one is due at filing' },
  from: SINCE, source: 'Thủ tục 3.000347, bước nộp trực tuyến: phải nộp lệ phí qua chức năng thanh toán của Cổng; việc tính từ lúc có lệ phí là giả định', confidence: 0.5, assumed: true,
}])

/** Why the notice's days begin when they do. */
export function noticeBeginsOn(on: LocalDate): Provision<Words> {
  return at(noticeBegins, on)
}
