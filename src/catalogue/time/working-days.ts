/**
 * Working days — ngày làm việc. Monday to Friday, less holidays and decreed leave, plus decreed make-up days.
 * A calendar knows a span of loaded years; counting past its end is an error, never a guess.
 */
import { addDays, type LocalDate, localDateAt, localTimeAt, weekday } from '../../platform/values/dates.ts'
import { at, dated, type Provision } from '../provision.ts'

/** holiday: set by the labour code; leave: a decreed or substitute day off; make-up: a weekend day worked instead. */
export type DayKind = 'holiday' | 'leave' | 'make-up'

export interface CalendarDay {
  readonly date: LocalDate
  readonly kind: DayKind
  /** What the day is called, in Vietnamese, as the decree has it. */
  readonly name: string
  /** The document that says so; the code itself has none. */
  readonly decreeNo?: string | null
}

/** Exceptions to the week between two loaded days, both included. */
export interface WorkingCalendar {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly days: ReadonlyMap<LocalDate, CalendarDay>
}

/** The calendar is not loaded that far. Somebody has to enter the year (and somebody else confirm it). */
export class CalendarNotLoaded extends Error {
  readonly on: LocalDate

  constructor(on: LocalDate, calendar: { from: LocalDate; to: LocalDate }) {
    super(`The working calendar is loaded from ${calendar.from} to ${calendar.to}; ${on} is outside`)
    this.name = 'CalendarNotLoaded'
    this.on = on
  }
}

/** Builds a calendar from its exceptional days. */
export function workingCalendar(from: LocalDate, to: LocalDate, days: readonly CalendarDay[]): WorkingCalendar {
  return { from, to, days: new Map(days.map((d) => [d.date, d])) }
}

/** Why nobody works on a day, or undefined on a working day. @throws CalendarNotLoaded */
function dayOff(date: LocalDate, calendar: WorkingCalendar): 'weekend' | CalendarDay | undefined {
  if (date < calendar.from || date > calendar.to) throw new CalendarNotLoaded(date, calendar)
  const special = calendar.days.get(date)
  if (special !== undefined) return special.kind === 'make-up' ? undefined : special
  return weekday(date) >= 6 ? 'weekend' : undefined
}

/** Whether offices work on a day. @throws CalendarNotLoaded */
export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): boolean {
  return dayOff(date, calendar) === undefined
}

/** The day itself when worked, else the first working day after it. @throws CalendarNotLoaded */
function workingDayFrom(date: LocalDate, calendar: WorkingCalendar): LocalDate {
  let day = date
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return day
}

/** A count of days with its working, so that "how counted" can be shown. */
export interface Counted {
  /** The day the count starts from; not itself counted. */
  readonly startOn: LocalDate
  readonly dueOn: LocalDate
  readonly counted: readonly LocalDate[]
  readonly skipped: readonly { readonly date: LocalDate; readonly why: WhySkipped }[]
}

/** Why a day is not counted; 'stands-still': a working day on which the clock of the term stood. */
export type WhySkipped = 'weekend' | 'stands-still' | CalendarDay

/**
 * The n-th working day after a day; the first day does not count.
 * Legal: Bộ luật Dân sự 2015, Điều 147 khoản 2 and Điều 148 khoản 5.
 * @param n whole working days, from 0 (0 gives the day itself, or the next working day)
 * @param standsStill working days that do not count either
 * @throws CalendarNotLoaded
 */
export function countWorkingDays(startOn: LocalDate, n: number, calendar: WorkingCalendar, standsStill: (day: LocalDate) => boolean = () => false): Counted {
  if (!Number.isInteger(n) || n < 0) throw new Error(`Working days are counted in whole numbers from 0, not ${n}`)
  const counted: LocalDate[] = []
  const skipped: { date: LocalDate; why: WhySkipped }[] = []
  let day = startOn
  while (counted.length < n) {
    day = addDays(day, 1)
    const why = dayOff(day, calendar) ?? (standsStill(day) ? 'stands-still' : undefined)
    if (why === undefined) counted.push(day)
    else skipped.push({ date: day, why })
  }
  return { startOn, dueOn: n === 0 ? workingDayFrom(startOn, calendar) : day, counted, skipped }
}

/** Working days after a, up to and including b; 0 when b is not after a. @throws CalendarNotLoaded */
export function workingDaysBetween(a: LocalDate, b: LocalDate, calendar: WorkingCalendar): number {
  let n = 0
  for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) n++
  return n
}

/** Office hours of the receiving authorities, wall clock in Viet Nam. */
export interface OfficeHours {
  readonly opens: string
  readonly closes: string
}

const officeHours = dated<OfficeHours>('office hours', [
  { value: { opens: '08:00', closes: '17:00' }, from: '2017-06-01', source: 'Giờ hành chính; không có văn bản riêng cho đổi giấy phép lái xe', confidence: 0.5, assumed: true },
])

/** Office hours on a day. */
export function officeHoursOn(on: LocalDate): Provision<OfficeHours> {
  return at(officeHours, on)
}

/**
 * The day from which a term counts for something that happened at an instant: the same day within office hours of a
 * working day, else the next working day. Online services take dossiers at any hour; that the office reads them in its
 * own hours is assumed (later deadlines, never earlier than the law).
 * @throws CalendarNotLoaded
 */
export function countingDay(instant: Date, calendar: WorkingCalendar): LocalDate {
  const day = localDateAt(instant)
  if (!isWorkingDay(day, calendar)) return workingDayFrom(day, calendar)
  return localTimeAt(instant) < officeHoursOn(day).value.closes ? day : workingDayFrom(addDays(day, 1), calendar)
}
