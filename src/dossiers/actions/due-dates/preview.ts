/** What a change of the calendar would move, before anybody decides: a count that is exact, and the first of them by number. */
import type { CalendarEntry } from '../../../capabilities/calendars/index.ts'
import { officeHoursOn } from '../../../catalogue/index.ts'
import { type LocalDate, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { listReached, sumReached, sumShortReached } from '../../store/due-dates.ts'
import { calendarsOf, countAnew } from './count-anew.ts'

/** How many dossiers a preview names. */
const PREVIEW_SIZE = 25

export interface PreviewRow {
  readonly code: string
  readonly province: string
  readonly from: LocalDate
  /** Null where the calendar does not reach so far. */
  readonly to: LocalDate | null
}

export interface Preview {
  readonly later: number
  readonly earlier: number
  /** Of those that move, how many would be past their date at once. */
  readonly overdue: number
  /** Whose new date nobody can count for want of the next year. */
  readonly uncounted: number
  /** The other dates that would move, of these dossiers or of others. */
  readonly short: Readonly<Record<'notice' | 'transfer' | 'supplement-wait', number>>
  readonly rows: readonly PreviewRow[]
}

/** As if an unconfirmed day counted, or one that counts no longer did. A preview of a day that is decided shows what deciding it back would do. */
export async function previewChange(work: Work, entry: Pick<CalendarEntry, 'id' | 'province' | 'date' | 'confirmedBy'>): Promise<Preview> {
  const reach = { province: entry.province, day: entry.date }
  const assumed = entry.confirmedBy === null ? { counts: entry.id } : { dropped: entry.id }
  const { closes } = officeHoursOn(entry.date).value
  const [alike, first, shortOnes] = await Promise.all([sumReached(work, reach, closes), listReached(work, reach, PREVIEW_SIZE * 4), sumShortReached(work, reach, closes)])
  const calendars = await calendarsOf(work, [...alike, ...first, ...shortOnes], assumed)
  const outcomeOf = (one: (typeof alike)[number] | (typeof first)[number]) => {
    const calendar = calendars.get(one.province)
    const due = calendar ? countAnew(one, calendar) : null
    return { from: localDateAt(one.dueAt), to: due?.dueOn ?? null, dueAt: due?.dueAt }
  }
  const sum = { later: 0, earlier: 0, overdue: 0, uncounted: 0 }
  for (const one of alike) {
    const { from, to, dueAt } = outcomeOf(one)
    if (to === null) sum.uncounted += one.dossiers
    else if (to > from) sum.later += one.dossiers
    else if (to < from) sum.earlier += one.dossiers
    if (to !== from && dueAt !== undefined && dueAt < work.now) sum.overdue += one.dossiers
  }
  const short = { notice: 0, transfer: 0, 'supplement-wait': 0 }
  for (const one of shortOnes) {
    const calendar = calendars.get(one.province)
    const to = calendar && countAnew(one, calendar, one.term)?.dueOn
    // A last day that was told on paper is not taken back.
    const moves = to !== undefined && (one.term === 'supplement-wait' ? to > localDateAt(one.dueAt) : to !== localDateAt(one.dueAt))
    if (moves) short[one.term] += one.dossiers
  }
  const rows = first.map((one) => ({ code: one.code, province: one.province, from: outcomeOf(one).from, to: outcomeOf(one).to })).filter(({ from, to }) => from !== to).slice(0, PREVIEW_SIZE)
  return { ...sum, short, rows }
}
