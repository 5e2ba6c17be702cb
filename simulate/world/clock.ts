/** The shown clock as the simulation reads it, without asking for it before every thought. */
import type { Outside } from './outside.ts'

const ZONE_MS = 7 * 3_600_000
const OPENING_HOUR = 8

export interface ShownClock {
  /** The shown time, from a reading at most half a second old. */
  now(): Promise<Date>
  /** Lets the clock run at so many shown seconds to a real one from now on. */
  run(rate: number): Promise<void>
  /** Waits so many shown seconds. */
  pass(seconds: number): Promise<void>
  /** Shown seconds until an hour of the day; negative where it is past. */
  secondsUntil(hour: number): Promise<number>
  /** Jumps to eight in the morning of the next day on which offices work. */
  nextMorning(): Promise<Date>
}

const FRESH_MS = 500

/** @param startRate shown seconds to a real second, until told otherwise */
export function openShownClock(outside: Outside, startRate: number): ShownClock {
  let rate = startRate
  let base: { shown: number; real: number } | undefined
  const read = async () => {
    if (!base || performance.now() - base.real > FRESH_MS) base = { shown: (await outside.now()).getTime(), real: performance.now() }
    return base
  }
  return {
    async now() {
      const at = await read()
      return new Date(at.shown + (performance.now() - at.real) * rate)
    },
    async run(wanted) {
      if (wanted === rate) return
      await outside.setRate(wanted)
      rate = wanted
      base = undefined
    },
    pass: (seconds) => new Promise((done) => setTimeout(done, (seconds * 1000) / rate)),
    async secondsUntil(hour) {
      const now = await outside.now()
      return (atHour(now, hour).getTime() - now.getTime()) / 1000
    },
    async nextMorning() {
      const morning = morningAfter(await outside.now())
      await outside.moveTo(morning)
      base = undefined
      return morning
    },
  }
}

/** An hour in Việt Nam of the day that an instant lies in. */
function atHour(now: Date, hour: number): Date {
  const local = new Date(now.getTime() + ZONE_MS)
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), hour) - ZONE_MS)
}

/** Eight o'clock in Việt Nam on the next day from Monday to Friday; public holidays are the office's to know. */
export function morningAfter(now: Date): Date {
  const local = new Date(now.getTime() + ZONE_MS)
  const morning = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), OPENING_HOUR))
  do morning.setUTCDate(morning.getUTCDate() + 1)
  while (morning.getUTCDay() === 0 || morning.getUTCDay() === 6)
  return new Date(morning.getTime() - ZONE_MS)
}
