/** Violations and what they mean for an exchange. Pure. */
import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../platform/values/dates.ts'

/**
 * The bodies that hold violations. Which of them must be asked on a date is the catalogue's business: three until
 * 28 February 2025, since then the national traffic-order database or the eID account (TT 12/2025/TT-BCA).
 */
export const VIOLATION_BODIES = ['national-police', 'provincial-police', 'inspectorate', 'traffic-order-database', 'eid-account'] as const

export type ViolationBody = (typeof VIOLATION_BODIES)[number]

const localDate = z.string().refine(isLocalDate)

const violationShape = z.object({
  /** Vi phạm: số biên bản. */
  recordNumber: z.string(),
  /** Quyết định xử phạt, when there is one yet. */
  decisionNumber: z.string().nullable(),
  happenedAt: z.iso.datetime(),
  behaviour: z.string(),
  legalBasis: z.string(),
  recordedBy: z.string(),
  /** Nơi giải quyết: where the person can settle it. */
  settleAt: z.string(),
  fineVnd: z.int().nonnegative(),
  resolved: z.boolean(),
  /** Tước quyền sử dụng giấy phép: both days included. */
  suspendedFrom: localDate.nullable(),
  suspendedUntil: localDate.nullable(),
})

/** Vi phạm hành chính về giao thông, in our words. */
export type Violation = Readonly<z.infer<typeof violationShape>>

const answerShape = z.array(violationShape)

/** A body's answer as it is kept with the look-up. */
export function violationsToText(violations: readonly Violation[]): string {
  return JSON.stringify(answerShape.parse(violations))
}

/** Reads what violationsToText wrote. */
export function violationsFromText(text: string): Violation[] {
  return answerShape.parse(JSON.parse(text))
}

/** What one body has said so far. */
export interface BodyAnswer {
  readonly body: ViolationBody
  readonly state: 'not-asked' | 'asked' | 'answered' | 'unavailable'
  readonly askedAt: Date | null
  readonly answeredAt: Date | null
  /** When it is asked again by itself; only while unavailable. */
  readonly nextTryAt: Date | null
  /** The id of the exchange that brought the answer, for the officer. */
  readonly exchangeId: string | null
  readonly unresolved: readonly Violation[]
  readonly resolved: number
  /** Violations, resolved or not, with a withdrawal of the right to use the licence. */
  readonly suspensions: readonly Violation[]
  /** A newer question that is still open: what was answered before stands until it is answered (silence changes nothing). */
  readonly reasked: { readonly state: 'asked' | 'unavailable'; readonly askedAt: Date; readonly nextTryAt: Date | null } | null
}

/** Whether the body gives no answer now: it was asked and failed to say anything. */
export function isSilent(answer: BodyAnswer): boolean {
  return (answer.reasked?.state ?? answer.state) === 'unavailable'
}

/** Since when the body has been silent. */
export function silentSince(answer: BodyAnswer): Date | null {
  return isSilent(answer) ? (answer.reasked?.askedAt ?? answer.askedAt) : null
}

/** What two officers established by hand about one body while it was silent. */
export interface HandAnswer {
  readonly body: ViolationBody
  readonly result: 'clear' | 'unresolved'
  /** Số biên bản, where a case is not resolved. */
  readonly recordNumber: string | null
  readonly recordedAt: Date
}

/** The body's answer where officers established it by hand: it counts until the body itself says something later. */
export function withHandAnswer(answer: BodyAnswer, hand: HandAnswer | undefined): BodyAnswer {
  if (!hand || (answer.answeredAt !== null && answer.answeredAt > hand.recordedAt)) return answer
  const unresolved = hand.result === 'clear' ? [] : [handViolation(hand)]
  return { ...answer, state: 'answered', unresolved, suspensions: [] }
}

function handViolation(hand: HandAnswer): Violation {
  return {
    recordNumber: hand.recordNumber ?? '', decisionNumber: null, happenedAt: hand.recordedAt.toISOString(), behaviour: '', legalBasis: '', recordedBy: '', settleAt: '', fineVnd: 0,
    resolved: false, suspendedFrom: null, suspendedUntil: null,
  }
}

/** Whether the body's own, later answer says otherwise than the officers did. */
export function contradicts(answer: BodyAnswer, hand: HandAnswer): boolean {
  return (answer.unresolved.length > 0) !== (hand.result === 'unresolved')
}

export type Conclusion =
  | { readonly outcome: 'clear' }
  /** A case is not resolved: no issue, exchange or reissue (Luật 36/2024/QH15 Điều 62.4). */
  | { readonly outcome: 'unresolved'; readonly unresolved: readonly Violation[] }
  /** Every case is resolved but the right of use is still withdrawn. */
  | { readonly outcome: 'suspended'; readonly suspensions: readonly Violation[]; readonly until: LocalDate }
  | { readonly outcome: 'pending'; readonly waitingFor: readonly ViolationBody[]; readonly nextTryAt: Date | null }

/**
 * What the answers mean on a day. An unresolved case counts whoever reports it and whoever is still silent; silence is
 * neither yes nor no.
 * @param enough 'all': every body must have answered; 'any': one is enough, where the law names alternatives
 */
export function conclude(answers: readonly BodyAnswer[], today: LocalDate, enough: 'all' | 'any' = 'all'): Conclusion {
  const unresolved = distinct(answers.flatMap((answer) => answer.unresolved))
  if (unresolved.length > 0) return { outcome: 'unresolved', unresolved }
  const suspensions = distinct(answers.flatMap((answer) => answer.suspensions).filter((violation) => runsOn(violation, today)))
  const until = suspensions.map((violation) => violation.suspendedUntil ?? today).sort().at(-1)
  if (until !== undefined) return { outcome: 'suspended', suspensions, until }
  const silent = answers.filter((answer) => answer.state !== 'answered')
  const conclusive = enough === 'any' ? silent.length < answers.length : silent.length === 0
  if (conclusive && answers.length > 0) return { outcome: 'clear' }
  const tries = silent.flatMap((answer) => answer.nextTryAt ?? []).sort((a, b) => a.getTime() - b.getTime())
  return { outcome: 'pending', waitingFor: silent.map((answer) => answer.body), nextTryAt: tries[0] ?? null }
}

function runsOn(violation: Violation, day: LocalDate): boolean {
  return violation.suspendedUntil !== null && violation.suspendedUntil >= day && (violation.suspendedFrom ?? day) <= day
}

/** Two bodies may report the same record. */
function distinct(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((violation) => [violation.recordNumber, violation])).values()]
}
