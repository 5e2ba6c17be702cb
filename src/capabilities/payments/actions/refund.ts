import type { Work } from '../../../platform/work.ts'
import { newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { wireId } from '../engine.ts'
import { entriesOfOwedFee, entriesOfRefund } from '../ledger.ts'
import { REFUND_DAYS, type RefundAnswer, type RefundReason, reduceRefund } from '../refunds.ts'
import { findAttempt, lockAttempts, saveClosing } from '../store/attempts.ts'
import { type Charge, getCharge, listCharges, post } from '../store/charges.ts'
import { repairDiscrepancies, saveDiscrepancy } from '../store/discrepancies.ts'
import { findRefund, listRefunds, lockRefund, saveRefund, saveRefundStep } from '../store/refunds.ts'

/** The reasons a dossier may give; the surplus ones are ours. Which of them the law makes refundable is the catalogue's to say. */
export type DossierRefundReason = Extract<RefundReason, 'dossier-refused' | 'dossier-withdrawn' | 'issue-failed'>

/** Starts returning a charge in the transaction in which that became due. Idempotent. */
export async function beginRefund(work: Work, charge: Charge, reason: RefundReason): Promise<string | undefined> {
  const id = newId()
  const saved = await saveRefund(work, {
    id, chargeId: charge.id, attemptId: charge.attemptId, dossierId: charge.dossierId, amountVnd: charge.amountVnd, reason,
    requestId: wireId(id), dueAt: new Date(work.now.getTime() + REFUND_DAYS * 86_400_000),
  })
  if (!saved) return undefined
  work.enqueue('payments.refund', { refundId: id })
  return id
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
    if (id === undefined || charge.surplus !== null || authority === undefined) continue
    await post(work, { kind: 'refund-owed', chargeId: charge.id, refundId: id, dossierId: charge.dossierId, entries: entriesOfOwedFee(charge.amountVnd, authority) })
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

/**
 * Tries a refused refund once more, as a new request. For a person at the payments desk.
 * @throws Refusal 'refund-not-failed' when it is still under way, or done
 */
export async function retryRefund(work: Work, refundId: string): Promise<string> {
  const failed = await findRefund(work, refundId)
  if (failed?.state !== 'failed') throw new Refusal('refund-not-failed')
  const id = await beginRefund(work, await getCharge(work, failed.chargeId), failed.reason)
  if (id === undefined) throw new Refusal('refund-not-failed')
  return id
}

/** Lets an answer decide about a refund: state, ledger, fact, next try. */
export async function applyRefundAnswer(work: Work, refundId: string, answer: RefundAnswer, code: string): Promise<void> {
  const locked = await lockRefund(work, refundId)
  if (!locked || locked.state === 'done' || locked.state === 'failed') return
  const step = reduceRefund(locked, answer, work.now)
  await saveRefundStep(work, refundId, step, code)
  if (step.nextTryAt) work.schedule('payments.refund', refundId, { refundId }, step.nextTryAt)
  else work.unschedule('payments.refund', refundId)
  if (step.alarm) await saveDiscrepancy(work, { reason: step.alarm, about: refundId, repaired: false, refundId, attemptId: locked.attemptId, amountVnd: locked.amountVnd })
  if (step.state !== 'done') return
  await post(work, { kind: 'refund-done', chargeId: locked.chargeId, refundId, dossierId: locked.dossierId, entries: entriesOfRefund(locked.amountVnd) })
  for (const earlier of await listRefunds(work, locked.dossierId)) {
    if (earlier.chargeId !== locked.chargeId) continue
    await repairDiscrepancies(work, 'refund-overdue', earlier.id)
    await repairDiscrepancies(work, 'refund-refused', earlier.id)
  }
  const attempt = await findAttempt(work, locked.attemptId)
  work.announce('refund.completed', { refundId, dossierId: locked.dossierId, reason: locked.reason }, attempt?.personId)
}
