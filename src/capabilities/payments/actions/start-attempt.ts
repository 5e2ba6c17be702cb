import type { Work } from '../../../platform/work.ts'
import { newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { checkoutUrl, plainWords, type PaymentConfig, wireId } from '../engine.ts'
import { CHECKOUT_MS, firstQueryAt, MINUTE_MS } from '../reduction.ts'
import { type Attempt, findActiveAttempt, getDossierMoney, saveAttempt } from '../store/attempts.ts'

export interface StartedAttempt {
  readonly attemptId: string
  /** Where the browser goes; the same for every repeated start of this attempt. */
  readonly checkoutUrl: string
  /** The checkout may be used until then. */
  readonly expiresAt: Date
}

export interface AttemptRequest {
  readonly dossierId: string
  readonly personId: string
  /** The fee of the dated catalogue, in đồng; frozen from here on. */
  readonly amountVnd: number
  /** The authority whose fee it is: ledger account and receipt series. */
  readonly authorityCode: string
  /** What the payer reads at the platform: the submission code, never a name or number of a person. */
  readonly orderInfo: string
  readonly lang?: 'vi' | 'en'
}

/** A start so near the end of the checkout's time would lead to an expired page. */
const LAST_MOMENT_MS = MINUTE_MS

/**
 * Starts paying the fee of a dossier, or goes on with the attempt that is under way (B5). Nobody is asked: the address is built here.
 * @throws Refusal 'fee-already-paid' · 'payment-closed' (the dossier wants no more money) · 'payment-being-checked' (an earlier attempt
 *   has run out of time and its outcome is still being asked: paying again now might pay twice)
 */
export async function startAttempt(work: Work, config: PaymentConfig, request: AttemptRequest): Promise<StartedAttempt> {
  if (!Number.isSafeInteger(request.amountVnd) || request.amountVnd <= 0) throw new Error('a fee is a whole, positive number of dong')
  if (!/^[A-Za-z0-9]{1,20}$/.test(request.authorityCode)) throw new Error('an authority code is letters and digits')
  const money = await getDossierMoney(work, request.dossierId)
  if (money.closed) throw new Refusal('payment-closed')
  if (money.feePaid) throw new Refusal('fee-already-paid')
  const active = await findActiveAttempt(work, request.dossierId)
  if (active) return goOn(work, config, active, request.lang)
  const id = newId()
  const startedAt = new Date(Math.floor(work.now.getTime() / 1000) * 1000) // the wire knows whole seconds, and the address must stay the same
  const attempt = {
    id, dossierId: request.dossierId, personId: request.personId, authorityCode: request.authorityCode, orderInfo: plainWords(request.orderInfo),
    amountVnd: request.amountVnd, txnRef: wireId(id), startedAt, expiresAt: new Date(startedAt.getTime() + CHECKOUT_MS), nextQueryAt: firstQueryAt(startedAt),
  }
  if (!(await saveAttempt(work, attempt))) {
    const other = await findActiveAttempt(work, request.dossierId)
    if (!other) throw new Refusal('payment-being-checked')
    return goOn(work, config, other, request.lang)
  }
  work.schedule('payments.query', id, { attemptId: id }, attempt.nextQueryAt)
  return { attemptId: id, checkoutUrl: checkoutUrl(config, attempt, request.lang), expiresAt: attempt.expiresAt }
}

function goOn(work: Work, config: PaymentConfig, attempt: Attempt, lang: 'vi' | 'en' | undefined): StartedAttempt {
  if (work.now.getTime() > attempt.expiresAt.getTime() - LAST_MOMENT_MS) {
    throw new Refusal('payment-being-checked', { attemptId: attempt.id })
  }
  return { attemptId: attempt.id, checkoutUrl: checkoutUrl(config, attempt, lang), expiresAt: attempt.expiresAt }
}

/** Asks about an attempt now instead of at its next turn: the "check again" button of a waiting citizen. */
export function askNow(work: Work, attemptId: string): void {
  work.enqueue('payments.query', { attemptId })
}
