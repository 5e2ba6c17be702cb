import { CalendarNotLoaded, type DayKind, type WorkingCalendar, workingCalendar } from '../../catalogue/index.ts'
import { actorId } from '../../platform/values/actor.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { findLoadedSpan, insertEntry, insertLoadedYear, readCountingDays, lockEntry, saveConfirmation, saveWithdrawal } from './store.ts'

declare module '../../platform/background/facts.ts' {
  interface Facts {
    /** A day began or ceased to count; due dates of open dossiers may have to move, each by an event with a reason. */
    'calendar.changed': { entryId: string; date: string }
  }
}

/**
 * The working calendar of a province (null: national days only) as a plain value for the pure functions.
 * @param to the last day wanted; without it, or past the last loaded year, the calendar ends there and counting
 *   further throws CalendarNotLoaded
 * @throws CalendarNotLoaded when `from` itself lies outside the loaded years
 */
export async function getCalendar(work: Work, province: string | null, from: LocalDate, to?: LocalDate): Promise<WorkingCalendar> {
  const { span, days } = await readCountingDays(work, province, from, to)
  if (span === undefined || from < span.from || from > span.to) throw new CalendarNotLoaded(from, span ?? { from: '-', to: '-' })
  const last = to === undefined || to > span.to ? span.to : to
  return workingCalendar(from, last, days)
}

export interface NewDay {
  /** null: the whole country. */
  readonly province: string | null
  readonly date: LocalDate
  readonly kind: DayKind
  readonly name: string
  readonly decreeNo: string
}

/** Enters a day; it counts once somebody else has confirmed it. @returns its id @throws Refusal calendar-decree-missing, calendar-day-exists */
export async function enterDay(work: Work, day: NewDay): Promise<string> {
  if (day.decreeNo.trim() === '') throw new Refusal('calendar-decree-missing')
  const id = newId()
  const inserted = await insertEntry(work, { ...day, id, source: day.decreeNo.trim(), decreeNo: day.decreeNo.trim(), confidence: 1, enteredBy: actorId(work.actor) })
  if (!inserted) throw new Refusal('calendar-day-exists', { date: day.date })
  return id
}

/** Confirms a day that somebody else entered. @throws Refusal calendar-day-missing, calendar-second-person */
export async function confirmDay(work: Work, id: string): Promise<void> {
  const entry = await lockEntry(work, id)
  if (entry === undefined) throw new Refusal('calendar-day-missing')
  if (entry.enteredBy === actorId(work.actor)) throw new Refusal('calendar-second-person')
  if (entry.confirmedBy !== null) return
  await saveConfirmation(work, id, actorId(work.actor))
  work.announce('calendar.changed', { entryId: id, date: entry.date })
}

/** Takes back a day; one that already counted only by somebody other than who entered it. @throws Refusal calendar-day-missing, calendar-second-person */
export async function withdrawDay(work: Work, id: string): Promise<void> {
  const entry = await lockEntry(work, id)
  if (entry === undefined) throw new Refusal('calendar-day-missing')
  if (entry.confirmedBy !== null && entry.enteredBy === actorId(work.actor)) throw new Refusal('calendar-second-person')
  await saveWithdrawal(work, id, actorId(work.actor))
  if (entry.confirmedBy !== null) work.announce('calendar.changed', { entryId: id, date: entry.date })
}

/** Opens a further year for counting once all its days are in. @param enteredBy who prepared it; must not be who opens it @throws Refusal calendar-second-person, calendar-year-order */
export async function openYear(work: Work, year: number, enteredBy: string): Promise<void> {
  if (enteredBy === actorId(work.actor)) throw new Refusal('calendar-second-person')
  const span = await findLoadedSpan(work)
  if (span !== undefined && year !== Number(span.to.slice(0, 4)) + 1) throw new Refusal('calendar-year-order', { year })
  await insertLoadedYear(work, year, enteredBy, actorId(work.actor))
}
