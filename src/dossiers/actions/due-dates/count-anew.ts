/** Dates that stand, counted anew under the calendar of now, or one that is only thought of. */
import { CalendarNotLoaded, type DeadlineKind, type DueDate, dueDate, getProcedure, TERM_REACH_DAYS, type WorkingCalendar, workingCalendar } from '../../../catalogue/index.ts'
import { type CalendarChange, type CalendarEntry, getCalendar } from '../../../capabilities/calendars/index.ts'
import { addDays, type LocalDate, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { Counted } from '../../store/due-dates.ts'

/** Undefined where the calendar does not reach so far. */
export function unlessUnknown<T>(count: () => T): T | undefined {
  try {
    return count()
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return undefined
    throw error
  }
}

/** The date of a dossier under a calendar; null where the calendar does not reach so far. */
export function countAnew({ procedure, procedureVersion, beganAt, stood }: Pick<Counted, 'procedure' | 'procedureVersion' | 'beganAt' | 'stood'>, calendar: WorkingCalendar, term: DeadlineKind = 'decision'): DueDate | null {
  const pauses = stood.map(([from, to]) => ({ from: new Date(from), to: new Date(to) }))
  return unlessUnknown(() => {
    const due = dueDate(getProcedure(procedure, procedureVersion), term, beganAt, calendar, pauses)
    if (!due) throw new Error(`this procedure has no term for its ${term}`)
    return due
  }) ?? null
}

/** A change of the calendar as the events tell it whose dates it moves. A year begins for everybody with its first day, whatever day was entered first. */
export function reasonOf(entry: CalendarEntry, change: CalendarChange) {
  const decreeNo = (change === 'withdrawn' ? entry.withdrawalDecreeNo : entry.decreeNo) ?? entry.source
  return { decreeNo, day: change === 'year-opened' ? `${entry.date.slice(0, 4)}-01-01` : entry.date, kind: entry.kind, change, entryId: entry.id }
}

/** The calendar of each province that some dates are counted by; without a day where its years are not loaded. */
export async function calendarsOf(work: Work, dates: readonly (Pick<Counted, 'province' | 'beganAt' | 'dueAt' | 'stood'> & Partial<Pick<Counted, 'acceptedAt'>>)[], assumed: { counts?: string; dropped?: string } = {}): Promise<ReadonlyMap<string, WorkingCalendar>> {
  const calendars = new Map<string, WorkingCalendar>()
  for (const province of new Set(dates.map((one) => one.province))) {
    // What stood still for long is due long after it began; the transfer began with acceptance, whatever was promised since.
    const days = dates.filter((one) => one.province === province).flatMap(({ beganAt, dueAt, stood, acceptedAt }) => [localDateAt(beganAt), ...(acceptedAt ? [localDateAt(acceptedAt)] : []), addDays(localDateAt(dueAt), -TERM_REACH_DAYS / 2), ...stood.map(([, to]) => localDateAt(new Date(to)))]).sort()
    const [from = work.today, to = from] = [days[0], days.at(-1)]
    calendars.set(province, await reaching(work, province, from, addDays(to, TERM_REACH_DAYS), assumed))
  }
  return calendars
}

async function reaching(work: Work, province: string, from: LocalDate, to: LocalDate, assumed: { counts?: string; dropped?: string }): Promise<WorkingCalendar> {
  try {
    return await getCalendar(work, province, from, to, assumed)
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return workingCalendar(from, addDays(from, -1), [])
    throw error
  }
}
