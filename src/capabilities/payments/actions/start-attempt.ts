import type { Work } from '../../../platform/work.ts'
import { newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Lang } from '../../../platform/values/words.ts'
import type { Invitation, Invited, PaymentMethod } from '../client/method.ts'
import { methodOf } from '../client/methods.ts'
import { plainWords, type PaymentConfig, wireId } from '../engine.ts'
import { firstQueryAt, isActive, type MethodId, MINUTE_MS } from '../reduction.ts'
import { type Attempt, findActiveAttempt, getDossierMoney, lockAttempts, saveAttempt, saveReplaced } from '../store/attempts.ts'
import { isUnderWay } from '../store/queries.ts'
import { referenceOf } from '../vietqr.ts'

export interface StartedAttempt {
  readonly attemptId: string
  /** What the payer gets; the same for every repeated start of this attempt. */
  readonly invitation: Invitation
  /** Where the browser goes when the invitation is a page; empty when it is a code to scan. */
  readonly checkoutUrl: string
  /** The invitation may be used until then. */
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
  readonly lang?: Lang
  /** The checkout unless said otherwise. */
  readonly method?: MethodId
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
  // Locked before the money is looked at: an answer that books the fee at this moment is seen, and nobody is sent to pay twice.
  const attempts = await lockAttempts(work, request.dossierId)
  const money = await getDossierMoney(work, request.dossierId)
  if (money.closed) throw new Refusal('payment-closed')
  if (money.feePaid) throw new Refusal('fee-already-paid')
  const method = methodOf(request.method ?? 'checkout')
  const active = attempts.find((attempt) => isActive(attempt.state))
  if (active && !(await mayReplace(work, active, method.id))) return goOn(work, config, active, request.lang)
  if (active) await replace(work, active)
  const id = newId()
  const startedAt = new Date(Math.floor(work.now.getTime() / 1000) * 1000) // the wire knows whole seconds, and the address must stay the same
  const attempt = {
    id, dossierId: request.dossierId, personId: request.personId, method: method.id, authorityCode: request.authorityCode, orderInfo: plainWords(request.orderInfo),
    amountVnd: request.amountVnd, txnRef: method.reference === 'typed' ? referenceOf(id) : wireId(id), startedAt, expiresAt: new Date(startedAt.getTime() + method.openForMs), nextQueryAt: firstQueryAt(startedAt),
  }
  if (!(await saveAttempt(work, attempt))) {
    const other = await findActiveAttempt(work, request.dossierId)
    if (!other) throw new Refusal('payment-being-checked')
    return goOn(work, config, other, request.lang)
  }
  work.schedule('payments.query', id, { attemptId: id }, attempt.nextQueryAt)
  return begun(config, method, attempt, request.lang)
}

/** Another way of paying may be chosen as long as nobody has said that the first is under way. Should both be paid, one goes back. */
async function mayReplace(work: Work, active: Attempt, method: MethodId): Promise<boolean> {
  return active.method !== method && !(await isUnderWay(work, active.id))
}

/** Ends an attempt of which nobody has said that it is being paid; should it be paid all the same, that money goes back. */
export async function replace(work: Work, active: Attempt): Promise<void> {
  await saveReplaced(work, active.id)
  // Once more after its page has closed: whoever paid there all the same is found that day, not the next.
  work.schedule('payments.query', active.id, { attemptId: active.id }, new Date(active.expiresAt.getTime() + MINUTE_MS))
}

function begun(config: PaymentConfig, method: PaymentMethod, attempt: Invited & { readonly id: string }, lang: Lang = 'vi'): StartedAttempt {
  const invitation = method.invite(config, attempt, lang)
  return { attemptId: attempt.id, invitation, checkoutUrl: invitation.kind === 'page' ? invitation.url : '', expiresAt: attempt.expiresAt }
}

function goOn(work: Work, config: PaymentConfig, attempt: Attempt, lang: Lang | undefined): StartedAttempt {
  if (work.now.getTime() > attempt.expiresAt.getTime() - LAST_MOMENT_MS) {
    throw new Refusal('payment-being-checked', { attemptId: attempt.id })
  }
  return begun(config, methodOf(attempt.method), attempt, lang)
}

/** Asks about an attempt now instead of at its next turn: the "check again" button of a waiting citizen. */
export function askNow(work: Work, attemptId: string): void {
  work.enqueue('payments.query', { attemptId })
}
