/**
 * What an answer of the payment platform makes of an attempt. Pure: a reduction over answers to our own questions,
 * never over what a browser or a call-back says. Unknown stays unknown for a day at most, then it is "missing"; the
 * question about what is missing is put again each hour, so that an outage of days ends by itself.
 */

/** The ways of paying that the platform knows; each is a PaymentMethod (client/methods.ts). */
export type MethodId = 'checkout' | 'vietqr'
/** How money came: also into a clerk's hand, about which nobody outside can be asked. */
export type PaidBy = MethodId | 'cash'

export type AttemptState = 'started' | 'pending' | 'paid' | 'failed' | 'missing'

/** An answer in our own words. `txnRef` is whose answer it is; it must be the attempt's. */
export type PaymentAnswer =
  | { readonly kind: 'paid'; readonly txnRef: string; readonly transactionNo: string; readonly amountVnd: number; readonly paidAt: Date }
  | { readonly kind: 'failed'; readonly txnRef: string }
  /** Not yet decided at the platform, or money that it holds as suspect or reversed. */
  | { readonly kind: 'unfinished'; readonly txnRef: string }
  /** The platform is sure that there is no such order. */
  | { readonly kind: 'absent' }
  /** No usable answer: neither yes nor no. */
  | { readonly kind: 'unavailable' }

export interface AttemptView {
  readonly method: PaidBy
  readonly state: AttemptState
  readonly reason: string | null
  readonly txnRef: string
  readonly amountVnd: number
  readonly startedAt: Date
  readonly expiresAt: Date
  readonly transactionNo: string | null
}

/** What the dossier already has: whether its fee is paid, and whether it wants no more money. */
export interface DossierMoney {
  readonly feePaid: boolean
  readonly closed: boolean
}

/** Why money is not the fee. An orphan names no attempt of ours. */
export type SurplusReason = 'double' | 'late' | 'amount-differs' | 'orphan'

/** Money that arrived: the fee of the dossier, or a surplus that goes back. */
interface ChargeFound {
  readonly transactionNo: string
  readonly amountVnd: number
  readonly paidAt: Date
  readonly surplus: SurplusReason | null
}

export interface Step {
  readonly state: AttemptState
  readonly reason: string | null
  /** Null once the attempt has ended. */
  readonly nextQueryAt: Date | null
  readonly charge: ChargeFound | null
  /** For a person to look at; changes nothing by itself. */
  readonly alarm: 'other-transaction' | 'amount-differs' | 'missing' | null
}

export const MINUTE_MS = 60_000
/** MON7: no attempt stays unknown longer. */
export const MISSING_AFTER_MS = 24 * 60 * MINUTE_MS
const FIRST_QUERY_MS = 2 * MINUTE_MS
const ABSENT_GRACE_MS = MINUTE_MS

/** Whether the attempt may still turn out either way. */
export function isActive(state: AttemptState): boolean {
  return state === 'started' || state === 'pending'
}

/** Whether nobody has said yet what became of it: also a missing one can still turn out either way. */
function isUnknown(state: AttemptState): boolean {
  return isActive(state) || state === 'missing'
}

/** The first question is put even if neither call-back nor browser ever comes back. */
export function firstQueryAt(startedAt: Date): Date {
  return new Date(startedAt.getTime() + FIRST_QUERY_MS)
}

/** When to ask again: often at first, hourly at last, just after the checkout expires, and never beyond the day. */
export function nextQueryAt(startedAt: Date, expiresAt: Date, now: Date): Date {
  const age = now.getTime() - startedAt.getTime()
  const wait = age < 10 * MINUTE_MS ? 2 : age < 60 * MINUTE_MS ? 5 : age < 360 * MINUTE_MS ? 20 : 60
  const afterExpiry = expiresAt.getTime() + ABSENT_GRACE_MS
  const candidates = [now.getTime() + wait * MINUTE_MS, startedAt.getTime() + MISSING_AFTER_MS]
  if (now.getTime() < afterExpiry) candidates.push(afterExpiry)
  return new Date(Math.max(Math.min(...candidates), now.getTime() + 1_000))
}

/**
 * When to ask once more about an order that was replaced: after its page has closed, since until then somebody may still pay there;
 * and from then on until the platform has said what became of it, within the day. Null once that is known.
 */
export function lateQueryAt(attempt: Pick<AttemptView, 'startedAt' | 'expiresAt'>, answer: PaymentAnswer['kind'], now: Date): Date | null {
  if (!past(now, attempt.expiresAt, ABSENT_GRACE_MS)) return new Date(attempt.expiresAt.getTime() + ABSENT_GRACE_MS)
  const isKnown = answer !== 'unavailable' && answer !== 'unfinished'
  return isKnown || past(now, attempt.startedAt, MISSING_AFTER_MS) ? null : nextQueryAt(attempt.startedAt, attempt.expiresAt, now)
}

/**
 * The next state of an attempt.
 * @param now by the shared clock
 */
export function reduceAnswer(attempt: AttemptView, dossier: DossierMoney, answer: PaymentAnswer, now: Date): Step {
  if (answer.kind !== 'absent' && answer.kind !== 'unavailable' && answer.txnRef !== attempt.txnRef) {
    return { ...undecided(attempt, now), alarm: 'other-transaction' }
  }
  switch (answer.kind) {
    case 'paid':
      return reducePaid(attempt, dossier, answer)
    case 'failed':
      return isUnknown(attempt.state) ? ended('failed', 'refused') : unchanged(attempt)
    case 'absent':
      return isUnknown(attempt.state) && past(now, attempt.expiresAt, ABSENT_GRACE_MS) ? ended('failed', 'never-opened') : notBegun(attempt, now)
    case 'unfinished':
    case 'unavailable':
      return undecided(attempt, now)
  }
}

function reducePaid(attempt: AttemptView, dossier: DossierMoney, answer: Extract<PaymentAnswer, { kind: 'paid' }>): Step {
  const { transactionNo, amountVnd, paidAt } = answer
  if (attempt.state === 'paid') {
    if (transactionNo === attempt.transactionNo) return unchanged(attempt)
    const surplus = amountVnd === attempt.amountVnd ? 'double' : 'amount-differs'
    return { ...unchanged(attempt), charge: { transactionNo, amountVnd, paidAt, surplus } }
  }
  if (amountVnd !== attempt.amountVnd) {
    return { ...ended('failed', 'amount-differs'), charge: { transactionNo, amountVnd, paidAt, surplus: 'amount-differs' }, alarm: 'amount-differs' }
  }
  const surplus = dossier.feePaid ? 'double' : dossier.closed ? 'late' : null
  return { ...ended('paid', null), charge: { transactionNo, amountVnd, paidAt, surplus } }
}

function undecided(attempt: AttemptView, now: Date): Step {
  if (!isActive(attempt.state)) return unchanged(attempt)
  if (past(now, attempt.startedAt, MISSING_AFTER_MS)) return missing()
  return { state: 'pending', reason: null, nextQueryAt: nextQueryAt(attempt.startedAt, attempt.expiresAt, now), charge: null, alarm: null }
}

/** The platform is sure that nobody has begun: the payer still may, here or another way. */
function notBegun(attempt: AttemptView, now: Date): Step {
  const step = undecided(attempt, now)
  return attempt.state === 'started' && step.state === 'pending' ? { ...step, state: 'started' } : step
}

function unchanged(attempt: AttemptView): Step {
  return { state: attempt.state, reason: attempt.reason, nextQueryAt: null, charge: null, alarm: null }
}

function ended(state: 'paid' | 'failed', reason: string | null): Step {
  return { state, reason, nextQueryAt: null, charge: null, alarm: null }
}

function missing(): Step {
  return { state: 'missing', reason: 'unknown-after-a-day', nextQueryAt: null, charge: null, alarm: 'missing' }
}

function past(now: Date, from: Date, ms: number): boolean {
  return now.getTime() >= from.getTime() + ms
}
