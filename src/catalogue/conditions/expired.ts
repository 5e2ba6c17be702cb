/** Expired licences — giấy phép lái xe quá thời hạn: what is still possible, by regime and by how long. */
import { addDays, addMonths, daysBetween, type LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { at, dated } from '../provision.ts'
import { overdueTexts } from './text.ts'

type OverdueOutcome = 'exchange' | 'no-test' | 'no-test-if-excused' | 'theory' | 'theory-and-practice'

interface Bracket {
  /** The bracket ends before this long after the last valid day; absent: no end. */
  readonly under?: { readonly days: number } | { readonly months: number }
  readonly outcome: OverdueOutcome
}

const brackets = dated<readonly Bracket[]>('expired licences', [
  { from: '2017-06-01', to: '2024-12-31', source: 'TT 12/2017/TT-BGTVT, Điều 36 khoản 1', confidence: 0.9, value: [{ under: { months: 3 }, outcome: 'exchange' }, { under: { months: 12 }, outcome: 'theory' }, { outcome: 'theory-and-practice' }] },
  { from: '2025-01-01', to: '2025-02-28', source: 'TT 35/2024/TT-BGTVT, Điều 34 khoản 2', confidence: 0.95, value: [{ under: { months: 12 }, outcome: 'theory' }, { outcome: 'theory-and-practice' }] },
  { from: '2025-03-01', to: '2026-06-30', source: 'TT 12/2025/TT-BCA, Điều 19 khoản 2', confidence: 0.95, value: [{ under: { months: 1 }, outcome: 'no-test-if-excused' }, { under: { months: 12 }, outcome: 'theory' }, { outcome: 'theory-and-practice' }] },
  { from: '2026-07-01', source: 'TT 108/2026/TT-BCA, Điều 22', confidence: 0.8, value: [{ under: { days: 30 }, outcome: 'no-test' }, { under: { months: 12 }, outcome: 'theory' }, { outcome: 'theory-and-practice' }] },
])

export interface Overdue {
  readonly daysOverdue: number
  readonly outcome: OverdueOutcome
  readonly words: Words
  readonly source: string
  readonly confidence: number
}

/**
 * How far a class is past its end on the day of filing, and what the law of that day allows. No source names the instant
 * that counts (submission or acceptance), so filing is assumed in the citizen's favour; the last valid day itself counts.
 * @returns undefined for a class that is valid that day or never ends
 * @throws NoProvision before 1 June 2017
 */
export function overdue(expiresOn: LocalDate | null, filedOn: LocalDate): Overdue | undefined {
  if (expiresOn === null || filedOn <= expiresOn) return undefined
  const rule = at(brackets, filedOn)
  const bracket = rule.value.find((b) => b.under === undefined || filedOn < end(expiresOn, b.under))
  if (bracket === undefined) throw new Error('The last bracket of a rule on expired licences has no end')
  return { daysOverdue: daysBetween(expiresOn, filedOn), outcome: bracket.outcome, words: overdueTexts[bracket.outcome], source: rule.source, confidence: rule.confidence }
}

function end(expiresOn: LocalDate, under: NonNullable<Bracket['under']>): LocalDate {
  return 'days' in under ? addDays(expiresOn, under.days) : addMonths(expiresOn, under.months)
}
