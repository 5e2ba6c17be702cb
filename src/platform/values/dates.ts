/**
 * Legal dates are calendar days in Viet Nam ('YYYY-MM-DD' strings, which sort and compare as they are);
 * instants are Date objects in UTC. Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975.
 */
import { Temporal } from 'temporal-polyfill'

/** A calendar day 'YYYY-MM-DD' in Asia/Ho_Chi_Minh. */
export type LocalDate = string

const OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a real calendar day: '2027-02-29' is not, nor is any of the year 0000, which the database does not have. */
export function isLocalDate(text: string): boolean {
  if (!SHAPE.test(text) || text.startsWith('0000')) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

function plain(date: LocalDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date)
}

/** The day n days later (earlier when negative). */
export function addDays(date: LocalDate, n: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10)
}

/** The same day n months later; the last day of a shorter month stands for a missing one. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  return plain(date).add({ months: n }).toString()
}

/** The same day n years later; 29 February becomes 28 February. */
export function addYears(date: LocalDate, n: number): LocalDate {
  return plain(date).add({ years: n }).toString()
}

/** Whole days from a to b (negative when b is earlier). */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS)
}

/** Completed years of age on a day. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  return plain(birthDate).until(plain(day), { largestUnit: 'years' }).years
}

/** The weekday, 1 Monday to 7 Sunday. */
export function weekday(date: LocalDate): number {
  // 1 January 1970 was a Thursday. Plain arithmetic: deadlines ask this for every day they pass.
  return ((((Date.parse(`${date}T00:00:00Z`) / DAY_MS + 3) % 7) + 7) % 7) + 1
}

/** The calendar day in Viet Nam at an instant. */
export function localDateAt(instant: Date): LocalDate {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)
}

/** The wall clock in Viet Nam at an instant, 'HH:MM'. */
export function localTimeAt(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16)
}

/** The instant of a wall-clock time in Viet Nam. @param time 'HH:MM' */
export function instantAt(date: LocalDate, time = '00:00'): Date {
  return new Date(Date.parse(`${date}T${time}:00Z`) - OFFSET_MS)
}

/** A day as people write it: 27/11/2026. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** An instant as people write it: 09:40, 20/11/2026. */
export function formatInstant(instant: Date): string {
  return `${localTimeAt(instant)}, ${formatDate(localDateAt(instant))}`
}

/** 'yyyyMMdd' or 'dd/MM/yyyy' as the ministries' wires write days; undefined when it is neither or no real day. */
export function parseWireDate(text: string): LocalDate | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})/.exec(text)
  const slashed = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text)
  const date = slashed ? `${slashed[3]}-${slashed[2]}-${slashed[1]}` : compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : text
  return isLocalDate(date) ? date : undefined
}

/** A day as people type it in Vietnam: day, month, year, with or without leading zeros; undefined for what is no real day. */
export function parseTypedDate(text: string): LocalDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return parseWireDate(year === '' ? text : `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`)
}
