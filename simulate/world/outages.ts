/** Puts the violation source down and up again by a plan of bursts, while the shown clock runs. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Burst, burstAt } from '../plan/bursts.ts'
import type { ShownClock } from './clock.ts'
import type { Outside } from './outside.ts'

/** Ways to be down, one burst after the other. */
const MODES = ['error503', 'reset', 'malformed', 'error500'] as const
const LOOK_MS = 50
const SYSTEM = 'violations'

export interface Outages {
  /** Ends them: the source answers again. @returns the part of the hours at work in which it was down */
  end(): Promise<number>
}

export function beginOutages(outside: Outside, clock: ShownClock, bursts: readonly Burst[], fail: (error: unknown) => void): Outages {
  let ended = false
  let [down, all] = [0, 0]
  const follow = async () => {
    let shown: Burst | undefined
    let before: Date | undefined
    while (!ended) {
      const now = await clock.now()
      const burst = burstAt(bursts, now)
      if (before && now.getTime() - before.getTime() < JUMP_MS) {
        all += now.getTime() - before.getTime()
        if (shown) down += now.getTime() - before.getTime()
      }
      before = now
      if (burst !== shown) {
        shown = burst
        await outside.setFaults(SYSTEM, burst ? { mode: MODES[bursts.indexOf(burst) % MODES.length] ?? 'error503', share: 1 } : { mode: 'ok' })
      }
      await pause(LOOK_MS)
    }
  }
  const following = follow().catch(fail)
  return {
    async end() {
      ended = true
      await following
      await outside.setFaults(SYSTEM, { mode: 'ok' })
      return all === 0 ? 0 : down / all
    },
  }
}

/** A longer step of the clock is a jump over a night. */
const JUMP_MS = 3 * 3_600_000
