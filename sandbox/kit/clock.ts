/**
 * The clock that web, worker, SQL and sandbox share: one row of the main database. The control page moves it, and it only
 * moves forward, because everything that was recorded must stay in the past.
 */
import { Pool, types } from 'pg'
import { localDate } from './dates.ts'

interface ClockRow {
  real_base: Date
  shown_base: Date
  rate: number
}

export interface Clock {
  now(): Promise<Date>
  rate(): Promise<number>
  /** Jumps to a later instant. Throws RangeError if it is not later. */
  moveTo(instant: Date): Promise<Date>
  /** How many times faster than real time; more than 0. */
  setRate(rate: number): Promise<void>
  close(): Promise<void>
}

class ClockError extends Error {}

const freshMs = 100
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => new Date(text))

/** The shared clock behind a database address whose role may read and update platform.clock. */
export function openSharedClock(databaseUrl: string): Clock {
  const pool = new Pool({ connectionString: databaseUrl, max: 2, allowExitOnIdle: true })
  pool.on('error', () => undefined)
  let row: ClockRow | undefined
  let readAt = 0
  const read = async (): Promise<ClockRow> => {
    if (row && performance.now() - readAt < freshMs) return row
    const { rows } = await pool.query<ClockRow>('select real_base, shown_base, rate from platform.clock')
    if (!rows[0]) throw new ClockError('platform.clock has no row')
    row = rows[0]
    readAt = performance.now()
    return row
  }
  const shown = (at: ClockRow) => new Date(at.shown_base.getTime() + (Date.now() - at.real_base.getTime()) * at.rate)
  return {
    now: async () => shown(await read()),
    rate: async () => (await read()).rate,
    async moveTo(instant) {
      const { rowCount } = await pool.query(
        `update platform.clock set shown_base = $1, real_base = clock_timestamp()
         where $1 > shown_base + (clock_timestamp() - real_base) * rate`, [instant])
      row = undefined
      if (rowCount === 0) throw new ClockError('the clock moves forward only')
      return instant
    },
    async setRate(rate) {
      await pool.query(
        `update platform.clock set shown_base = shown_base + (t - real_base) * rate, real_base = t, rate = $1
         from (select clock_timestamp() as t) as real`, [rate])
      row = undefined
    },
    close: () => pool.end(),
  }
}

/** A clock of its own, for a sandbox that was started without the main database. */
export function openOwnClock(start = new Date()): Clock {
  let realBase = performance.now()
  let shownBase = start.getTime()
  let rate = 1
  const shown = () => shownBase + (performance.now() - realBase) * rate
  const rebase = (at: number) => { shownBase = at; realBase = performance.now() }
  return {
    now: async () => new Date(shown()),
    rate: async () => rate,
    async moveTo(instant) {
      if (instant.getTime() <= shown()) throw new ClockError('the clock moves forward only')
      rebase(instant.getTime())
      return instant
    },
    async setRate(next) { rebase(shown()); rate = next },
    close: async () => undefined,
  }
}

const fixedHolidays = new Set(['01-01', '04-30', '05-01', '09-02'])

/**
 * The same time of day so many working days later. The sandbox leaves out weekends and the holidays of the solar calendar;
 * which days the decrees give is for the service under test to know.
 */
export function workingDaysLater(from: Date, days: number): Date {
  let moved = from
  for (let left = days; left > 0;) {
    moved = new Date(moved.getTime() + 86_400_000)
    const date = localDate(moved)
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !fixedHolidays.has(date.slice(5))) left -= 1
  }
  return moved
}
