/**
 * The one movable clock. Its row in platform.clock is read by web, worker, SQL and the simulators;
 * nothing legal and nothing retried reads any other time.
 */
import type { Queryable } from './db/db.ts'

interface ClockRow {
  real_base: Date
  shown_base: Date
  rate: number
}

export interface Clock {
  /** The shown time, from a copy of the row at most a quarter of a second old. For pages; a transaction asks SQL. */
  now(): Promise<Date>
  /** How much faster than real time the clock runs (1 in production). */
  rate(): Promise<number>
}

const FRESH_MS = 250

/** A clock that reads its row through a pool. @param freshMs how old its copy of the row may be */
export function createClock(pool: Queryable, freshMs = FRESH_MS): Clock {
  let row: ClockRow | undefined
  let readAt = 0
  let reading: Promise<ClockRow> | undefined
  async function read(): Promise<ClockRow> {
    const { rows } = await pool.query<ClockRow>('select real_base, shown_base, rate from platform.clock')
    const found = rows[0]
    if (!found) throw new Error('platform.clock has no row')
    row = found
    readAt = Date.now()
    return found
  }
  async function current(): Promise<ClockRow> {
    if (row && Date.now() - readAt < freshMs) return row
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
  return {
    async now() {
      const r = await current()
      return new Date(r.shown_base.getTime() + (Date.now() - r.real_base.getTime()) * r.rate)
    },
    async rate() {
      return (await current()).rate
    },
  }
}

/** @throws when the shown time is not the real time: production must never run on a moved or hurried clock */
export async function requireRealTime(clock: Clock): Promise<void> {
  const apart = Math.abs((await clock.now()).getTime() - Date.now())
  if ((await clock.rate()) !== 1 || apart > 2_000) throw new Error('platform.clock: must show real time in production (shown_base = real_base, rate = 1)')
}

/** Real time in milliseconds, for measuring and for the life of a process: never for a rule of law. */
export function realNow(): number {
  return Date.now()
}
