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

/** Whether a budget is used up. `asked` counts the question now put. */
export function isSpent(used: { readonly asked: number; readonly missed: number }, budget: Budget): boolean {
  return used.asked > budget.asked || used.missed >= budget.missed
}

/** Whole seconds until an instant, at least one. */
export function secondsUntil(endsAt: Date, now: Date): number {
  return Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000))
}

/**
 * The network an address belongs to: the first 24 bits of IPv4, the first 64 of IPv6; one home or one office can change the rest.
 * @param address as the server sees it; an IPv4 address written as IPv6 counts as itself
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(bare)
  if (four) return `${four[1]}.${four[2]}.${four[3]}.0/24`
  if (!bare.includes(':')) return 'unknown'
  const [head = '', tail] = bare.split('::')
  const words = (part: string | undefined) => (part ? part.split(':') : [])
  const missing = tail === undefined ? 0 : 8 - words(head).length - words(tail).length
  const groups = [...words(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...words(tail)]
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
