import { CalendarNotLoaded, type DayKind, mayDo, type WorkingCalendar, workingCalendar } from '../../catalogue/index.ts'
import { raiseOnce } from '../../platform/outside/alarms.ts'
import { actorId } from '../../platform/values/actor.ts'
import { addDays, instantAt, type LocalDate, weekday } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import {
  type AssumedChange, type CalendarEntry, findLive, findLoadedSpan, insertEntry, insertLoadedYear, lockCalendar, lockEntriesOf, lockEntry, readCountingDays, saveConfirmation, saveWithdrawal, saveWithdrawalProposal,
} from './store.ts'

export type CalendarChange = 'confirmed' | 'withdrawn' | 'year-opened'

declare module '../../platform/background/facts.ts' {
  interface Facts {
    /** A day began or ceased to count; due dates of open dossiers may have to move, each by an event with a reason. For a year: its first day. */
    'calendar.changed': { entryId: string; date: string; change: CalendarChange }
  }
}

/**
 * The working calendar of a province (null: national days only) as a plain value for the pure functions.
 * @param to the last day wanted; without it, or past the last loaded year, the calendar ends there and counting
 *   further throws CalendarNotLoaded
 * @param assumed as if this had been confirmed or taken back already
 * @throws CalendarNotLoaded when `from` itself lies outside the loaded years
 */
export async function getCalendar(work: Work, province: string | null, from: LocalDate, to?: LocalDate, assumed: AssumedChange = {}): Promise<WorkingCalendar> {
  const { span, days } = await readCountingDays(work, province, from, to, assumed)
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
  /** What the day rests on, in words; the decree itself unless given. */
  readonly source?: string
  /** How sure it is, up to 1: the document was read. */
  readonly confidence?: number
}

/** Only administrators change the calendar: that of the whole country each of them, that of a province its own. @throws Refusal wrong-role, calendar-other-province */
function mayChange(work: Work, verb: 'enter-calendar' | 'confirm-calendar', province: string | null): void {
  const { actor } = work
  if (actor.kind !== 'staff' || !mayDo(actor.role, verb)) throw new Refusal('wrong-role')
  if (province !== null && province !== actor.provinceCode) throw new Refusal('calendar-other-province')
}

/**
 * Enters a day; it counts once somebody else has confirmed it. Entering the same again changes nothing. @returns its id
 * @throws Refusal wrong-role, calendar-other-province, calendar-decree-missing, calendar-not-a-weekend, calendar-day-exists
 */
export async function enterDay(work: Work, day: NewDay): Promise<string> {
  mayChange(work, 'enter-calendar', day.province)
  const decreeNo = day.decreeNo.trim()
  if (decreeNo === '') throw new Refusal('calendar-decree-missing')
  if (day.kind === 'make-up' && weekday(day.date) < 6) throw new Refusal('calendar-not-a-weekend', { date: day.date })
  const id = newId()
  const { province, date, kind, name } = day
  const inserted = await insertEntry(work, { id, province, date, kind, name, source: day.source?.trim() || decreeNo, decreeNo, confidence: day.confidence ?? 1, enteredBy: actorId(work.actor) })
  if (inserted) return id
  // Who presses twice entered it once.
  const known = await findLive(work, date, province)
  if (known?.enteredBy === actorId(work.actor) && known.confirmedBy === null && known.kind === kind && known.name === name && known.decreeNo === decreeNo) return known.id
  throw new Refusal('calendar-day-exists', { date })
}

/** Locks the calendar, then a live row of it. @throws Refusal wrong-role, calendar-other-province, calendar-day-missing */
async function lockedEntry(work: Work, id: string): Promise<CalendarEntry> {
  await lockCalendar(work)
  const entry = await lockEntry(work, id)
  if (entry === undefined) throw new Refusal('calendar-day-missing')
  mayChange(work, 'confirm-calendar', entry.province)
  return entry
}

/** Confirms a day that somebody else entered. @throws Refusal calendar-day-missing, calendar-second-person, calendar-year-not-open */
export async function confirmDay(work: Work, id: string): Promise<void> {
  const entry = await lockedEntry(work, id)
  if (entry.enteredBy === actorId(work.actor)) throw new Refusal('calendar-second-person')
  if (entry.confirmedBy !== null) return
  const span = await findLoadedSpan(work)
  if (span === undefined || entry.date < span.from || entry.date > span.to) throw new Refusal('calendar-year-not-open', { year: entry.date.slice(0, 4) })
  await saveConfirmation(work, id, actorId(work.actor))
  work.announce('calendar.changed', { entryId: id, date: entry.date, change: 'confirmed' })
}

/**
 * Takes back a day. One that does not count yet goes at once; one that counts is only proposed to go, by a decree, until somebody
 * else confirms it. Proposing it twice changes nothing. @throws Refusal calendar-day-missing, calendar-decree-missing
 */
export async function withdrawDay(work: Work, id: string, decreeNo: string): Promise<void> {
  const entry = await lockedEntry(work, id)
  if (entry.confirmedBy === null) return saveWithdrawal(work, id, actorId(work.actor))
  if (entry.withdrawalBy !== null) return
  if (decreeNo.trim() === '') throw new Refusal('calendar-decree-missing')
  await saveWithdrawalProposal(work, id, decreeNo.trim(), actorId(work.actor))
}

/** Makes a proposed withdrawal so. @throws Refusal calendar-day-missing, calendar-nothing-proposed, calendar-second-person */
export async function confirmWithdrawal(work: Work, id: string): Promise<void> {
  const entry = await lockedEntry(work, id)
  if (entry.withdrawalBy === null) throw new Refusal('calendar-nothing-proposed')
  if (entry.withdrawalBy === actorId(work.actor)) throw new Refusal('calendar-second-person')
  await saveWithdrawal(work, id, actorId(work.actor))
  work.announce('calendar.changed', { entryId: id, date: entry.date, change: 'withdrawn' })
}

/** The labour code's eleven days, and the twelfth of 2026. */
const FEWEST_HOLIDAYS = 11

/**
 * Opens a further year for counting: every day that was entered for it begins to count in the same moment. An open one stays as it is.
 * @throws Refusal wrong-role, calendar-year-order, calendar-year-incomplete (fewer national holidays than the code names), calendar-second-person
 */
export async function openYear(work: Work, year: number): Promise<void> {
  mayChange(work, 'confirm-calendar', null)
  await lockCalendar(work)
  const span = await findLoadedSpan(work)
  if (span !== undefined && span.from <= `${year}-01-01` && `${year}-12-31` <= span.to) return
  if (span !== undefined && year !== Number(span.to.slice(0, 4)) + 1) throw new Refusal('calendar-year-order', { year })
  const entries = await lockEntriesOf(work, year)
  const [first] = entries
  const holidays = entries.filter((entry) => entry.province === null && entry.kind === 'holiday')
  if (first === undefined || holidays.length < FEWEST_HOLIDAYS) throw new Refusal('calendar-year-incomplete', { year, days: holidays.length })
  const by = actorId(work.actor)
  if (entries.some((entry) => entry.enteredBy === by)) throw new Refusal('calendar-second-person')
  for (const entry of entries) await saveConfirmation(work, entry.id, by)
  await insertLoadedYear(work, year, first.enteredBy, by)
  work.announce('calendar.changed', { entryId: first.id, date: first.date, change: 'year-opened' })
}

/** The yearly announcement comes in autumn; a term of five days over Tết reaches two weeks into the next year. */
const AHEAD_DAYS = 60
const WATCH_AT = '06:00'

/** Each morning: whoever runs the service hears that the loaded years end, long before they do, until the next one is open. */
export async function watchYears(work: Work): Promise<void> {
  work.schedule('calendars.watch-years', 'daily', {}, instantAt(addDays(work.today, 1), WATCH_AT))
  const span = await findLoadedSpan(work)
  if (span !== undefined && addDays(work.today, AHEAD_DAYS) <= span.to) return
  await raiseOnce(work, { kind: 'calendar-ends', system: 'own', subjectId: null, details: { last: span?.to ?? '' } })
}
