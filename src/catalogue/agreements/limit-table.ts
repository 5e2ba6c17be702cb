/** The agreed times of a province as one table, by which a query judges every wait at once. */
import { addDays, instantAt, type LocalDate, localDateAt } from '../../platform/values/dates.ts'
import type { WorkingCalendar } from '../time/working-days.ts'
import { dutiesOn } from './agreements.ts'
import type { Duty } from './duties.ts'
import { type LimitSpan, limitSpans } from './limits.ts'

/** A wait of this owner and cause that began within the span has its time to `endsAt`. */
export interface LimitRow extends LimitSpan {
  /** The day of the span: a span that runs over a midnight is cut there, so that a query finds it by its day. */
  readonly on: LocalDate
  readonly duty: Duty['id']
  readonly owner: Duty['owner']
  /** Null: every cause that no other row of the owner names. */
  readonly cause: string | null
}

/** A wait is measured by what was owed on the day it began; days on which the same was owed go together. */
function stretchesOf(provinceId: string, from: Date, until: Date): { from: Date; until: Date; duties: readonly Duty[] }[] {
  const stretches: { from: Date; until: Date; duties: readonly Duty[]; key: string }[] = []
  for (let day: LocalDate = localDateAt(from); instantAt(day) < until; day = addDays(day, 1)) {
    const duties = dutiesOn(provinceId, day)
    const key = JSON.stringify(duties.map(({ id, limit }) => [id, limit.value]))
    const [begin, end] = [new Date(Math.max(instantAt(day).getTime(), from.getTime())), new Date(Math.min(instantAt(addDays(day, 1)).getTime(), until.getTime()))]
    const last = stretches.at(-1)
    if (last?.key === key) last.until = end
    else stretches.push({ from: begin, until: end, duties, key })
  }
  return stretches
}

/** The span in pieces of one day each. */
function byDay(span: LimitSpan): (LimitSpan & { readonly on: LocalDate })[] {
  const pieces: (LimitSpan & { on: LocalDate })[] = []
  for (let from = span.from; from < span.until;) {
    const on = localDateAt(from)
    const until = new Date(Math.min(instantAt(addDays(on, 1)).getTime(), span.until.getTime()))
    const later = span.moves ? from.getTime() - span.from.getTime() : 0
    pieces.push({ on, from, until, endsAt: span.endsAt && new Date(span.endsAt.getTime() + later), moves: span.moves })
    from = until
  }
  return pieces
}

/**
 * The limits of every wait that began between two instants.
 * @param calendar reaches past `until` by as much as the longest limit, or as far as years are entered: what it cannot end is not late
 * @throws NoProvision when no procedure is in force on one of the days
 */
export function limitTable(provinceId: string, from: Date, until: Date, calendar: WorkingCalendar): LimitRow[] {
  return stretchesOf(provinceId, from, until).flatMap((stretch) => stretch.duties.flatMap(({ id, owner, cause, limit }) =>
    limitSpans(limit.value, stretch.from, stretch.until, calendar).flatMap(byDay).map((span) => ({ duty: id, owner, cause, ...span }))))
}
