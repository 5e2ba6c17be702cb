/**
 * What stands between the public look-up and somebody who tries numbers (D1, S9, S10, TH11). Only questions without an
 * answer use a network's budget up: an employer who checks a hundred drivers from their papers never meets it.
 */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** So many different wrong dates lock a number for so long. One date in about twenty thousand is right. */
export const numberLock = { wrongDates: 5, forMs: DAY_MS } as const

export interface Budget {
  readonly windowMs: number
  /** All questions. */
  readonly asked: number
  /** Questions that got no answer. */
  readonly missed: number
}

/** Assumed: how the look-up at gplx.gov.vn is throttled is not published. A network is a /24 or a /64; many homes may share one. */
export const networkBudget: Budget = { windowMs: HOUR_MS, asked: 900, missed: 60 }

/** Twenty a second: with one number in six hundred issued and one date in twenty thousand right, a guess hits less than once a day. */
export const commonBudget: Budget = { windowMs: MINUTE_MS, asked: 1200, missed: 1200 }

/**
 * Of what everybody may ask, a quarter for one /16 or /48: the holder of one /48 has 65,536 networks, each with a budget of
 * its own, and must not use up what is everybody's.
 */
export const wideBudget: Budget = { windowMs: commonBudget.windowMs, asked: commonBudget.asked / 4, missed: commonBudget.missed / 4 }

/** Whether a budget is used up. `asked` counts the question now put. */
export function isSpent(used: { readonly asked: number; readonly missed: number }, budget: Budget): boolean {
  return used.asked > budget.asked || used.missed >= budget.missed
}

/** Whole seconds until an instant, at least one. */
export function secondsUntil(endsAt: Date, now: Date): number {
  return Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000))
}
