/** When a source is down: bursts on the shown clock, drawn from a seed. */
import { seededRandom } from '../world/random.ts'

export interface Burst {
  readonly from: Date
  readonly until: Date
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** From one burst's beginning to the next, in minutes. */
const ROUND = { least: 90, more: 270 }

/**
 * Bursts that fill a share of the time, long and short ones.
 * @param share 0: never, 1: always
 */
export function drawBursts(seed: number, share: number, from: Date, days: number): Burst[] {
  const end = from.getTime() + days * DAY_MS
  if (share <= 0) return []
  if (share >= 1) return [{ from, until: new Date(end) }]
  const random = seededRandom(seed * 15_485_863 + 11)
  const rounds: { length: number; down: number; before: number }[] = []
  for (let at = from.getTime(); at < end; at += rounds.at(-1)?.length ?? DAY_MS) {
    const length = (ROUND.least + random() * ROUND.more) * MINUTE_MS
    // As much above the share as below it: half of the room there is.
    const down = length * (share + (random() - 0.5) * Math.min(share, 1 - share))
    rounds.push({ length, down, before: (length - down) * random() })
  }
  let at = from.getTime()
  return rounds.map(({ length, down, before }) => {
    const burst = { from: new Date(at + before), until: new Date(at + before + down) }
    at += length
    return burst
  })
}

/** The burst that an instant lies in. */
export function burstAt(bursts: readonly Burst[], at: Date): Burst | undefined {
  return bursts.find(({ from, until }) => from <= at && at < until)
}

export function isDown(bursts: readonly Burst[], at: Date): boolean {
  return burstAt(bursts, at) !== undefined
}
