/** Patience: two failures of the same step, or a quarter of an hour without knowing what happens, and the person goes away. */
import type { QuitReason } from './memory.ts'

const DARK_MS = 15 * 60_000

export class GoneAway extends Error {
  readonly reason: QuitReason
  readonly step: string
  constructor(reason: QuitReason, step: string) {
    super(`${reason} at ${step}`)
    this.name = 'GoneAway'
    this.reason = reason
    this.step = step
  }
}

export interface Patience {
  /** A page told how things stand. */
  knows(now: Date): void
  /** A step was done. */
  succeeded(step: string): void
  /** @throws GoneAway at the second failure of the same step */
  failed(step: string): void
  /** @throws GoneAway when nothing was told for a quarter of an hour */
  stillWaiting(step: string, now: Date): void
}

export function openPatience(now: Date): Patience {
  let knewAt = now
  const failures = new Map<string, number>()
  return {
    knows(at) {
      knewAt = at
    },
    succeeded(step) {
      failures.delete(step)
    },
    failed(step) {
      const times = (failures.get(step) ?? 0) + 1
      failures.set(step, times)
      if (times >= 2) throw new GoneAway('failed-twice', step)
    },
    stillWaiting(step, at) {
      if (at.getTime() - knewAt.getTime() > DARK_MS) throw new GoneAway('left-in-the-dark', step)
    },
  }
}
