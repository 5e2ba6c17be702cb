import { refundDays } from '../../../catalogue/index.ts'
import type { Work } from '../../../platform/work.ts'
import { newId } from '../../../platform/values/ids.ts'
import { wireId } from '../engine.ts'
import { entriesOfOwedFee, entriesOfRefund } from '../ledger.ts'
import { AGAIN_MS, OWN_TRIES, type RefundAnswer, type RefundReason, reduceRefund } from '../refunds.ts'
import { findAttempt, lockAttempts, saveClosing } from '../store/attempts.ts'
import { type Charge, getCharge, listCharges, post } from '../store/charges.ts'
import { repairDiscrepancies, saveDiscrepancy } from '../store/discrepancies.ts'
import { listRefunds, listRefundsOfCharge, lockRefund, type Refund, saveRefund, saveRefundStep } from '../store/refunds.ts'

/** The reasons a dossier may give; the surplus ones are ours. Which of them the law makes refundable is the catalogue's to say. */
export type DossierRefundReason = Extract<RefundReason, 'dossier-refused' | 'dossier-withdrawn' | 'dossier-stopped' | 'issue-failed'>

const DAY_MS = 86_400_000

/**
 * Starts returning a charge in the transaction in which that became due. Idempotent. Cash waits at a counter for its payer; all else is asked of the platform.
 * @param dueAt of the earlier refund when this one takes its place: a new try wins no time
 */
export async function beginRefund(work: Work, charge: Charge, reason: RefundReason, dueAt = new Date(work.now.getTime() + refundDays(work.today).value * DAY_MS)): Promise<string | undefined> {
  const id = newId()
  const isCash = charge.method === 'cash'
  const saved = await saveRefund(work, { id, chargeId: charge.id, attemptId: charge.attemptId, dossierId: charge.dossierId, amountVnd: charge.amountVnd, reason, requestId: wireId(id), dueAt, nextTryAt: isCash ? dueAt : work.now })
  if (!saved) return undefined
  if (!isCash) work.enqueue('payments.refund', { refundId: id })
  // Its own deadline, whatever becomes of the answers: past it, a person is told.
  work.schedule('payments.refund-deadline', id, { refundId: id }, dueAt)
  return id
}

/** Notes that a fee has become the payer's again. */
export async function oweFee(work: Work, charge: Charge, authorityCode: string, refundId: string): Promise<void> {
  await post(work, { kind: 'refund-owed', chargeId: charge.id, refundId, dossierId: charge.dossierId, entries: entriesOfOwedFee(charge.amountVnd, authorityCode) })
}

/**
 * Returns what a dossier has paid, and whatever may still arrive for it: from here on it wants no money.
 * To be called only where the dated catalogue makes the fee refundable. Repeating it changes nothing.
 * @returns the refunds under way or done for this dossier; empty when nothing was paid
 */
export async function refund(work: Work, request: { readonly dossierId: string; readonly reason: DossierRefundReason }): Promise<readonly string[]> {
  const attempts = await lockAttempts(work, request.dossierId)
  await saveClosing(work, { ...request, keepsFee: false })
  for (const charge of await listCharges(work, request.dossierId)) {
    const id = await beginRefund(work, charge, request.reason)
    const authority = attempts.find((attempt) => attempt.id === charge.attemptId)?.authorityCode
    if (id !== undefined && charge.surplus === null && authority !== undefined) await oweFee(work, charge, authority, id)
  }
  return (await listRefunds(work, request.dossierId)).filter((r) => r.state !== 'failed').map((r) => r.id)
}

/**
 * Says that a dossier wants no more money without returning its fee (it was decided): what still arrives goes back.
 */
export async function closePayments(work: Work, dossierId: string): Promise<void> {
  await lockAttempts(work, dossierId)
  await saveClosing(work, { dossierId, reason: 'decided', keepsFee: true })
}

/** Lets an answer decide about a refund: state, ledger, fact, next try. */
export async function applyRefundAnswer(work: Work, refundId: string, answer: RefundAnswer, code: string): Promise<void> {
  const locked = await lockRefund(work, refundId)
  if (!locked || locked.state === 'done' || locked.state === 'failed') return
  const step = reduceRefund(locked, answer, work.now)
  await saveRefundStep(work, refundId, step, code)
  const waiting = answer.kind === 'unavailable' ? ({ system: 'payment-platform', since: locked.askedAt } as const) : undefined
  if (step.nextTryAt) work.schedule('payments.refund', refundId, { refundId }, step.nextTryAt, waiting)
  else work.unschedule('payments.refund', refundId)
  if (step.alarm) await tellPerson(work, locked, step.alarm)
  if (step.state === 'failed') {
    work.unschedule('payments.refund-deadline', refundId)
    const tried = (await listRefundsOfCharge(work, locked.chargeId)).length
    if (tried < OWN_TRIES) work.schedule('payments.refund-again', refundId, { refundId }, new Date(work.now.getTime() + AGAIN_MS))
  }
  if (step.state !== 'done') return
  work.unschedule('payments.refund-deadline', refundId)
  await post(work, { kind: 'refund-done', chargeId: locked.chargeId, refundId, dossierId: locked.dossierId, entries: entriesOfRefund(locked.amountVnd) })
  for (const earlier of await listRefundsOfCharge(work, locked.chargeId)) {
    await repairDiscrepancies(work, 'refund-overdue', earlier.id)
    await repairDiscrepancies(work, 'refund-refused', earlier.id)
  }
  const attempt = locked.attemptId === null ? undefined : await findAttempt(work, locked.attemptId)
  if (locked.dossierId !== null) work.announce('refund.completed', { refundId, dossierId: locked.dossierId, reason: locked.reason }, attempt?.personId)
}

/** Tries a refused refund once more by itself, as a new request; unless somebody has done so. */
export async function refundAgain(work: Work, refundId: string): Promise<void> {
  const failed = await lockRefund(work, refundId)
  if (failed?.state === 'failed') await beginRefund(work, await getCharge(work, failed.chargeId), failed.reason, failed.dueAt)
}

/** A refund past its deadline goes to a person, also when the platform answers nothing at all (MON9). */
export async function escalateRefund(work: Work, refundId: string): Promise<void> {
  const locked = await lockRefund(work, refundId)
  if (!locked || locked.state === 'done' || locked.state === 'failed') return
  if (work.now < locked.dueAt) work.schedule('payments.refund-deadline', refundId, { refundId }, locked.dueAt)
  else await tellPerson(work, locked, 'refund-overdue')
}

async function tellPerson(work: Work, about: Refund, reason: 'refund-refused' | 'refund-overdue'): Promise<void> {
  await saveDiscrepancy(work, { reason, about: about.id, repaired: false, refundId: about.id, ...(about.attemptId === null ? {} : { attemptId: about.attemptId }), amountVnd: about.amountVnd })
}
