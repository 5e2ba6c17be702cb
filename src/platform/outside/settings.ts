/**
 * How each outside system is treated: the one table. A deadline and the number of calls at once protect a real machine
 * and count real time; how long a breaker stays open, how fast a queue is let go and when a question is repeated belong
 * to the shown time, in which those systems live too (docs/decisions/0020-waiting-lives-in-shown-time.md).
 */
import type { SystemName } from '../config.ts'

export interface SourceSettings {
  /** From when these hold, so that a change keeps its date. */
  readonly since: string
  /** Real time until a call without an answer is given up. */
  readonly deadlineMs: number
  /** The breaker opens when this share of at least so many calls within the (real) window failed, for so long of shown time. */
  readonly breaker: { readonly share: number; readonly leastCalls: number; readonly windowMs: number; readonly openMs: number }
  /** Calls at once, and calls waiting for their turn, in one process. */
  readonly bulkhead: { readonly atOnce: number; readonly waiting: number }
  /** Waiting work let go in a second of shown time once the system is back. */
  readonly ratePerSecond: number
  /** The longest pause between two questions to a silent system. */
  readonly retryMs: number
}

const usual: SourceSettings = {
  since: '2026-11-01',
  deadlineMs: 10_000,
  breaker: { share: 0.5, leastCalls: 10, windowMs: 10_000, openMs: 30_000 },
  bulkhead: { atOnce: 16, waiting: 32 },
  ratePerSecond: 20,
  retryMs: 900_000,
}

/** No system has told us what it bears: every figure is assumed, from the starting values of the design. */
export const sourceSettings = {
  'national-id': usual,
  'population-register': usual,
  'health-records': usual,
  violations: { ...usual, ratePerSecond: 10 },
  'payment-platform': usual,
  post: usual,
  sms: usual,
  mail: usual,
  'national-portal': usual,
  'data-store': usual,
  'certificate-authority': usual,
  'timestamp-authority': usual,
} as const satisfies Record<SystemName, SourceSettings>

export function isSystemName(text: string): text is SystemName {
  return Object.hasOwn(sourceSettings, text)
}

export function settingsOf(system: string): SourceSettings {
  return isSystemName(system) ? sourceSettings[system] : usual
}
