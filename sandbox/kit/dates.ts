/** Dates as Vietnam sees them. Vietnam has one zone, UTC+7, without summer time since 1975. */
const hour = 3_600_000

/** 'YYYY-MM-DD' in Vietnam at that instant. */
export function localDate(at: Date): string {
  return new Date(at.getTime() + 7 * hour).toISOString().slice(0, 10)
}

/** The instant of a Vietnamese wall-clock time, as localInstant('2026-11-20', '07:30'). */
export function localInstant(date: string, time = '00:00'): Date {
  return new Date(`${date}T${time}:00+07:00`)
}

/** 'YYYY-MM-DD' so many days later; negative numbers go back. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The same day so many years later; 29 February becomes 28 February where there is none. */
export function addYears(date: string, years: number): string {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`
  return new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) === moved ? moved : `${moved.slice(0, 8)}28`
}

/** 20/11/2026 */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

/** 20261120093000 in Vietnamese time, as the portal's NgayTiepNhan wants it. */
export function compactInstant(at: Date): string {
  return new Date(at.getTime() + 7 * hour).toISOString().replace(/[-:T]/g, '').slice(0, 14)
}

/** 20/11/2026 09:30 in Vietnamese time. */
export function formatInstant(at: Date): string {
  const local = new Date(at.getTime() + 7 * hour).toISOString()
  return `${formatDate(local.slice(0, 10))} ${local.slice(11, 16)}`
}
