/**
 * Whether a dossier will be decided in time — dự báo đúng hạn, sắp trễ, quá hạn. One pure function, judged from who is waited for and in how many
 * working days the province usually decides from there; the same rule as a condition of a query is beside it (forecast.ts) and agrees with it.
 */
import { isWorkingDay, type Owner, type WorkingCalendar } from '../../catalogue/index.ts'
import { addDays, type LocalDate, localDateAt } from '../../platform/values/dates.ts'
import type { Status } from '../lifecycle.ts'

/** In how many working days four of five dossiers were decided, from the day on which they began to wait so. */
export interface UsualTime {
  readonly owner: Owner
  readonly cause: string
  readonly days: number
  readonly samples: number
}

/** Fewer cases than these say nothing. */
export const SAMPLES_NEEDED = 20
/** The share of cases that was decided within the usual time. */
export const USUAL_SHARE = 0.8
/** A wait that began longer ago counts as if it began then: it is past every usual time. */
export const OUTLOOK_DAYS = 75
const MOST_DAYS = 40

export type Outlook = 'in-time' | 'at-risk' | 'overdue' | 'stands-still' | 'cannot-judge'

export interface Judgement {
  readonly outlook: Outlook
  /** What makes it at risk: the term ends by the next working day; the usual time leads past the term; it waits longer than usual. */
  readonly because?: 'near' | 'usually-later' | 'longer-than-usual'
  /** The day by which it would usually be decided, and from how many cases that is known. */
  readonly usuallyBy?: LocalDate
  readonly samples?: number
}

/** The little that an outlook is judged by. */
export interface Foreseen {
  readonly status: Status
  /** The date of the result once accepted. */
  readonly dueAt: Date | null
  /** The date of the notice before; it matters while it is not kept. */
  readonly noticeDueAt: Date | null
  readonly noticeKeptAt: Date | null
  readonly turnOwner: Owner
  readonly turnCause: string
  readonly turnSince: Date
}

/** What every judgement of a province on a day shares. */
export interface Prospects {
  readonly now: Date
  readonly today: LocalDate
  /** The next working day, or tomorrow where the calendar does not reach so far. */
  readonly nearOn: LocalDate
  readonly first: LocalDate
  /** `owner cause day` → the day by which it would usually be decided. */
  readonly usuallyBy: ReadonlyMap<string, LocalDate>
  readonly samples: ReadonlyMap<string, number>
  /** Causes for which the clock stands. */
  readonly pausing: readonly string[]
  /** What it was all counted by, from `OUTLOOK_DAYS` before today or earlier. */
  readonly calendar: WorkingCalendar
}

const keyOf = (owner: string, cause: string, on?: LocalDate) => (on === undefined ? `${owner} ${cause}` : `${owner} ${cause} ${on}`)

/** Prepares judging for one province. @param calendar from `OUTLOOK_DAYS` before today, as far as years are entered */
export function prospectsOf(usual: readonly UsualTime[], pausing: readonly string[], now: Date, calendar: WorkingCalendar): Prospects {
  const today = localDateAt(now)
  const first = addDays(today, -OUTLOOK_DAYS)
  const countedFrom = counterOf(first, today, calendar)
  const usuallyBy = new Map<string, LocalDate>()
  const samples = new Map<string, number>()
  for (const { owner, cause, days, samples: n } of usual) {
    if (n < SAMPLES_NEEDED) continue
    samples.set(keyOf(owner, cause), n)
    for (let on = first; on <= today; on = addDays(on, 1)) {
      const by = countedFrom(on, Math.min(days, MOST_DAYS))
      if (by !== undefined) usuallyBy.set(keyOf(owner, cause, on), by)
    }
  }
  return { now, today, first, nearOn: countedFrom(today, 1) ?? addDays(today, 1), usuallyBy, samples, pausing, calendar }
}

/** The n-th working day after each of the days before today, and after today: counted over once, asked often. */
function counterOf(first: LocalDate, today: LocalDate, calendar: WorkingCalendar): (on: LocalDate, days: number) => LocalDate | undefined {
  const worked: LocalDate[] = []
  const last = addDays(today, 3 * MOST_DAYS)
  for (let day = first; day <= last && day >= calendar.from && day <= calendar.to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) worked.push(day)
  const after = new Map<LocalDate, number>()
  for (let day = first, next = 0; day <= today; day = addDays(day, 1)) {
    while (next < worked.length && (worked[next] ?? '') <= day) next++
    after.set(day, next)
  }
  // What usually takes no day is given one.
  return (on, days) => worked[(after.get(on) ?? Number.NaN) + Math.max(days, 1) - 1]
}

/** The term that runs: until acceptance that of the notice, then that of the decision; undefined where none runs. */
export function runningTerm({ status, dueAt, noticeDueAt, noticeKeptAt }: Foreseen): Date | undefined {
  switch (status) {
    case 'filed':
    case 'supplementing':
    case 'accepted':
    case 'approved':
      return dueAt ?? (noticeKeptAt === null ? (noticeDueAt ?? undefined) : undefined)
    default:
      return undefined
  }
}

/** @returns undefined where no term runs: not whole yet, decided, closed */
export function judgeOutlook(dossier: Foreseen, prospects: Prospects): Judgement | undefined {
  const term = runningTerm(dossier)
  if (!term) return undefined
  if (prospects.pausing.includes(dossier.turnCause)) return { outlook: 'stands-still' }
  const { turnOwner: owner, turnCause: cause } = dossier
  const sinceOn = localDateAt(dossier.turnSince)
  const usuallyBy = prospects.usuallyBy.get(keyOf(owner, cause, [sinceOn, prospects.first].sort().at(-1)))
  const known = usuallyBy === undefined ? {} : { usuallyBy, samples: prospects.samples.get(keyOf(owner, cause)) ?? 0 }
  // What is usual is counted to the decision: it says nothing about the notice.
  if (term < prospects.now) return { outlook: 'overdue', ...(dossier.dueAt === null ? {} : known) }
  if (localDateAt(term) <= prospects.nearOn) return { outlook: 'at-risk', because: 'near', ...known }
  if (dossier.dueAt === null || usuallyBy === undefined) return { outlook: 'cannot-judge' }
  if (usuallyBy > localDateAt(term)) return { outlook: 'at-risk', because: 'usually-later', ...known }
  if (usuallyBy < prospects.today) return { outlook: 'at-risk', because: 'longer-than-usual', ...known }
  return { outlook: 'in-time', ...known }
}

/** The least number of days within which the usual share of cases ended. @param cases days and how many took them */
export function usualDays(cases: readonly { readonly days: number; readonly cases: number }[]): { days: number; samples: number } | undefined {
  const samples = cases.reduce((sum, one) => sum + one.cases, 0)
  if (samples === 0) return undefined
  let seen = 0
  for (const one of [...cases].sort((a, b) => a.days - b.days)) {
    seen += one.cases
    if (seen >= USUAL_SHARE * samples) return { days: one.days, samples }
  }
  return undefined
}
