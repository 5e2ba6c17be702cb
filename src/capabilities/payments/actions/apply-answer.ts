import type { Work } from '../../../platform/work.ts'
import { newId } from '../../../platform/values/ids.ts'
import { entriesOfFee, entriesOfSurplus } from '../ledger.ts'
import { isActive, lateQueryAt, type PaymentAnswer, reduceAnswer, type Step } from '../reduction.ts'
import { type Attempt, getDossierMoney, lockAttempts, saveStep } from '../store/attempts.ts'
import { type Charge, type Confirmation, findChargeByTransaction, issueReceipt, post, saveCharge } from '../store/charges.ts'
import { repairDiscrepancies, saveDiscrepancy } from '../store/discrepancies.ts'
import { beginRefund } from './refund.ts'

/**
 * Lets an answer decide about an attempt: state, money, ledger, receipt, refund of a surplus and the fact, in one transaction.
 * Every attempt of the dossier is locked, so two answers about one dossier come one after the other.
 * @param confirmation what proves the money, should there be any
 */
export async function applyAnswer(work: Work, attempt: Pick<Attempt, 'id' | 'dossierId'>, answer: PaymentAnswer, confirmation: Confirmation): Promise<Step | undefined> {
  const locked = (await lockAttempts(work, attempt.dossierId)).find((candidate) => candidate.id === attempt.id)
  if (!locked) return undefined
  const step = reduceAnswer(locked, await getDossierMoney(work, locked.dossierId), await ownAnswer(work, locked, answer), work.now)
  await saveStep(work, locked, step, answer.kind !== 'unavailable')
  // A silent platform wakes who waits for it, oldest first; another answer keeps its own time.
  const waiting = answer.kind === 'unavailable' ? ({ system: 'payment-platform', since: locked.startedAt } as const) : undefined
  // An answer may come between the replacing of an order and the closing of its page: that one is not the last word about it.
  const nextQueryAt = step.reason === 'replaced' ? lateQueryAt(locked, answer.kind, work.now) : step.nextQueryAt
  if (nextQueryAt) work.schedule('payments.query', locked.id, { attemptId: locked.id }, nextQueryAt, waiting)
  else work.unschedule('payments.query', locked.id)
  const receiptId = await takeIn(work, locked, step, confirmation)
  if (locked.state === 'missing' && step.state !== 'missing') await repairDiscrepancies(work, 'missing', locked.id)
  if (step.alarm) await saveDiscrepancy(work, { reason: step.alarm, about: locked.id, repaired: step.alarm === 'amount-differs', attemptId: locked.id, amountVnd: locked.amountVnd })
  tell(work, locked, step, receiptId)
  return step
}

/** A transaction that is booked for another attempt is no answer about this one, whatever reference it carries. */
async function ownAnswer(work: Work, attempt: Attempt, answer: PaymentAnswer): Promise<PaymentAnswer> {
  if (answer.kind !== 'paid') return answer
  const booked = await findChargeByTransaction(work, answer.transactionNo)
  return booked && booked.attemptId !== attempt.id ? { ...answer, txnRef: '' } : answer
}

/** Books the money an answer shows. @returns the receipt when it was the fee */
async function takeIn(work: Work, attempt: Attempt, step: Step, confirmation: Confirmation): Promise<string | undefined> {
  if (!step.charge) return undefined
  const charge = { id: newId(), method: attempt.method, attemptId: attempt.id, dossierId: attempt.dossierId, ...step.charge }
  if (!(await saveCharge(work, charge, confirmation))) return undefined
  await post(work, { kind: 'charge', chargeId: charge.id, refundId: null, dossierId: charge.dossierId, entries: charge.surplus === null ? entriesOfFee(charge.amountVnd, attempt.authorityCode) : entriesOfSurplus(charge.amountVnd) })
  if (charge.surplus === null) return issueReceipt(work, charge, attempt.authorityCode, Number(work.today.slice(0, 4)))
  await beginRefund(work, charge, charge.surplus)
  return undefined
}

/** Books a transfer that names nothing of ours, and begins to return it. Idempotent. */
export async function takeInOrphan(work: Work, money: Pick<Charge, 'method' | 'transactionNo' | 'amountVnd' | 'paidAt'>, confirmation: Confirmation): Promise<void> {
  const charge: Charge = { id: newId(), ...money, attemptId: null, dossierId: null, surplus: 'orphan' }
  if (!(await saveCharge(work, charge, confirmation))) return
  await post(work, { kind: 'charge', chargeId: charge.id, refundId: null, dossierId: null, entries: entriesOfSurplus(charge.amountVnd) })
  await beginRefund(work, charge, 'orphan')
}

function tell(work: Work, attempt: Attempt, step: Step, receiptId: string | undefined): void {
  const about = { attemptId: attempt.id, dossierId: attempt.dossierId }
  if (receiptId !== undefined) work.announce('payment.settled', { ...about, receiptId }, attempt.personId)
  if (!isActive(attempt.state)) return
  if (step.state === 'failed') work.announce('payment.failed', { ...about, reason: step.reason ?? 'refused' }, attempt.personId)
  if (step.state === 'missing') work.announce('payment.missing', about, attempt.personId)
}
