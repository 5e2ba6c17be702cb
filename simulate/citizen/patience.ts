/**
 * Patience: two failures of the same step, or a quarter of an hour without knowing what happens, and the person goes away. It is
 * measured in the person's own seconds: reading, typing, waiting; a clock that hurries between sittings does not hurry them.
 */
import type { QuitReason } from './memory.ts'

const DARK_SECONDS = 15 * 60

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

/** Instants are seconds that the person has spent at it so far. */
export interface Patience {
  /** A page told how things stand. */
  knows(at: number): void
  /** A step was done. */
  succeeded(step: string): void
  /** @param why what the page said @throws GoneAway at the second failure of the same step */
  failed(step: string, why?: string): void
  /** @throws GoneAway when nothing was told for a quarter of an hour */
  stillWaiting(step: string, at: number): void
}

export function openPatience(since: number): Patience {
  let knewAt = since
  const failures = new Map<string, number>()
  return {
    knows(at) {
      knewAt = at
    },
    succeeded(step) {
      failures.delete(step)
    },
    failed(step, why) {
      const times = (failures.get(step) ?? 0) + 1
      failures.set(step, times)
      if (times >= 2) throw new GoneAway('failed-twice', why ? `${step} (${why.slice(0, 120)})` : step)
    },
    stillWaiting(step, at) {
      if (at - knewAt > DARK_SECONDS) throw new GoneAway('left-in-the-dark', step)
    },
  }
}
