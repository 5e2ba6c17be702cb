/**
 * When an agreed time is over — thời hạn phối hợp. One definition in two shapes: for one wait, and as a table of spans, by which a
 * query judges many waits at once.
 */
import { addDays, instantAt, type LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { isWorkingDay, officeHoursOn, type WorkingCalendar } from '../time/working-days.ts'

export interface Limit {
  readonly amount: number
  /** hour: by the clock, day and night; working-hour: within office hours; working-day: to the end of office hours, the first day not counted. */
  readonly unit: 'hour' | 'working-hour' | 'working-day'
}

const HOUR_MS = 3_600_000

interface Window {
  readonly opens: number
  readonly closes: number
}

/** Office hours of each working day that a calendar knows. */
function windowsOf(calendar: WorkingCalendar): Window[] {
  const windows: Window[] = []
  for (let day: LocalDate = calendar.from; day <= calendar.to; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue
    const { opens, closes } = officeHoursOn(day).value
    windows.push({ opens: instantAt(day, opens).getTime(), closes: instantAt(day, closes).getTime() })
  }
  return windows
}

function endsIn(limit: Limit, began: number, windows: readonly Window[]): number | undefined {
  if (limit.unit === 'hour') return began + limit.amount * HOUR_MS
  const first = windows.findIndex(({ closes }) => closes > began)
  if (first < 0) return undefined
  if (limit.unit === 'working-day') return windows[first + limit.amount]?.closes
  let left = limit.amount * HOUR_MS
  for (const { opens, closes } of windows.slice(first)) {
    const from = Math.max(opens, began)
    if (left <= closes - from) return from + left
    left -= closes - from
  }
  return undefined
}

/** When the time of a wait is over that began at an instant; undefined where the calendar does not reach so far: not over yet. */
export function limitEndsAt(limit: Limit, beganAt: Date, calendar: WorkingCalendar): Date | undefined {
  const ends = endsIn(limit, beganAt.getTime(), windowsOf(calendar))
  return ends === undefined ? undefined : new Date(ends)
}

/** A wait that began within [from, until) is over in time at `endsAt`, and later by as much as it began after `from` where it moves. */
export interface LimitSpan {
  readonly from: Date
  readonly until: Date
  /** Null where the calendar does not reach so far: not late yet. */
  readonly endsAt: Date | null
  readonly moves: boolean
}

/** The same for every beginning between two instants. Between office hours, and the hours at which a limit jumps over a night, the end moves evenly or stands. */
export function limitSpans(limit: Limit, from: Date, until: Date, calendar: WorkingCalendar): LimitSpan[] {
  const windows = windowsOf(calendar)
  const edges = [from.getTime(), until.getTime(), ...(limit.unit === 'hour' ? [] : windows.flatMap(({ opens, closes }) => [opens, closes, ...jumpsBefore(limit, closes, windows)]))]
  const cuts = [...new Set(edges)].filter((edge) => edge >= from.getTime() && edge <= until.getTime()).sort((a, b) => a - b)
  const spans = cuts.slice(0, -1).map((begin, index): LimitSpan => {
    const end = cuts[index + 1] ?? begin
    // Asked a moment inside the span, since at its very edge the law's "up to and including" may still give the span before.
    const [low, high] = [endsIn(limit, begin + 1, windows), endsIn(limit, end - 1, windows)]
    if (low === undefined || high === undefined) return { from: new Date(begin), until: new Date(end), endsAt: null, moves: false }
    const moves = high !== low
    return { from: new Date(begin), until: new Date(end), endsAt: new Date(moves ? low - 1 : low), moves }
  })
  return joined(spans)
}

/** Neighbours that end at the same instant, as one. */
function joined(spans: readonly LimitSpan[]): LimitSpan[] {
  const together: LimitSpan[] = []
  for (const span of spans) {
    const last = together.at(-1)
    const same = last !== undefined && !last.moves && !span.moves && last.endsAt?.getTime() === span.endsAt?.getTime()
    together.splice(same ? -1 : together.length, same ? 1 : 0, same ? { ...last, until: span.until } : span)
  }
  return together
}

/** The beginning whose working hours are over exactly at a closing time: from then on the end falls on the next working day. */
function jumpsBefore(limit: Limit, closes: number, windows: readonly Window[]): number[] {
  if (limit.unit !== 'working-hour') return []
  let left = limit.amount * HOUR_MS
  for (const window of windows.filter((one) => one.closes <= closes).reverse()) {
    if (left <= window.closes - window.opens) return [window.closes - left]
    left -= window.closes - window.opens
  }
  return []
}

/** A limit as people say it. */
export function limitWords({ amount, unit }: Limit): Words {
  const vi = { hour: 'giờ', 'working-hour': 'giờ làm việc', 'working-day': 'ngày làm việc' }[unit]
  const en = { hour: 'hour', 'working-hour': 'working hour', 'working-day': 'working day' }[unit]
  return { vi: `${amount} ${vi}`, en: `${amount} ${en}${amount === 1 ? '' : 's'}` }
}
