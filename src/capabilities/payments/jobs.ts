/** What the worker does about money. Each job re-reads the state when it starts; doing it twice changes nothing. */
import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import { OutsideFailure } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'
import type { Work } from '../../platform/work.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { addDays, instantAt } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import { applyAnswer } from './actions/apply-answer.ts'
import { reconcile } from './actions/reconcile.ts'
import { applyRefundAnswer, escalateRefund, refundAgain } from './actions/refund.ts'
import type { Answered, Evidence } from './client/method.ts'
import { methodOf } from './client/methods.ts'
import { readStatement } from './client/statement.ts'
import { wireId } from './engine.ts'
import { isActive, MINUTE_MS, type PaymentAnswer } from './reduction.ts'
import type { RefundAnswer } from './refunds.ts'
import { findAttempt, listForgotten, listMissing, saveAsked } from './store/attempts.ts'
import { getCharge } from './store/charges.ts'
import { listDaysToRead } from './store/discrepancies.ts'
import { saveQuery, saveQueryAnswer } from './store/queries.ts'
import { listForgottenRefunds, lockRefund, saveRefundTry } from './store/refunds.ts'

const actor = systemActor('payments')
/** A day's statement is complete at two in the morning. */
const NIGHTLY_AT = '02:00'
const SWEEP_MS = 10 * MINUTE_MS
/** Who is missing is asked about once an hour, for as many days as statements are read back. */
const MISSING_MS = 60 * MINUTE_MS
const MISSING_DAYS = 31
const MISSING_AT_ONCE = 100

/** No usable answer is an answer of its own: it is kept, and the next question is due later. */
async function orUnavailable<A>(question: Promise<Answered<A>>): Promise<{ answer: A | { kind: 'unavailable' }; evidence: Evidence | undefined; code: string }> {
  try {
    const { answer, evidence } = await question
    return { answer, evidence, code: evidence.code }
  } catch (error) {
    if (!(error instanceof OutsideFailure)) throw error
    return { answer: { kind: 'unavailable' }, evidence: undefined, code: error.kind }
  }
}

async function keepAnswer(work: Work, queryId: string, result: string, code: string, evidence: Evidence | undefined): Promise<void> {
  await saveQueryAnswer(work, { queryId, result, code, exchangeId: evidence?.exchangeId ?? null, rawHash: evidence?.rawHash ?? null })
}

async function query(platform: Platform, attemptId: string): Promise<void> {
  const queryId = newId()
  const attempt = await platform.work(actor, async (work) => {
    const found = await findAttempt(work, attemptId)
    if (!found || found.state === 'paid') return undefined
    await saveQuery(work, { id: queryId, attemptId, refundId: null, kind: 'payment' })
    await saveAsked(work, attemptId)
    // Should this process die before the answer, the question is put again.
    if (isActive(found.state)) work.schedule('payments.query', attemptId, { attemptId }, new Date(work.now.getTime() + 2 * MINUTE_MS))
    return found
  })
  if (!attempt) return
  const { answer, evidence, code } = await orUnavailable<PaymentAnswer>(methodOf(attempt.method).ask(platform, {
    about: 'payment', requestId: wireId(queryId), txnRef: attempt.txnRef, orderInfo: attempt.orderInfo, startedAt: attempt.startedAt, amountVnd: attempt.amountVnd,
  }))
  await platform.work(actor, async (work) => {
    await keepAnswer(work, queryId, answer.kind, code, evidence)
    await applyAnswer(work, attempt, answer, { by: 'query', queryId })
  })
}

async function refund(platform: Platform, refundId: string): Promise<void> {
  const queryId = newId()
  const plan = await platform.work(actor, async (work) => {
    const found = await lockRefund(work, refundId)
    if (!found || found.state === 'done' || found.state === 'failed') return undefined
    const charge = await getCharge(work, found.chargeId)
    // Cash is paid out by a clerk.
    if (charge.method === 'cash') return undefined
    const isRequest = found.state === 'asked'
    await saveQuery(work, { id: queryId, attemptId: found.attemptId, refundId, kind: isRequest ? 'refund-request' : 'refund-status' })
    // "Sent" is committed before it leaves: after a crash we ask what became of it instead of sending blindly.
    await saveRefundTry(work, found, isRequest)
    work.schedule('payments.refund', refundId, { refundId }, new Date(work.now.getTime() + 2 * MINUTE_MS))
    return { refund: found, attempt: found.attemptId === null ? undefined : await findAttempt(work, found.attemptId), charge, isRequest }
  })
  if (!plan) return
  const { answer, evidence, code } = await orUnavailable<RefundAnswer>(methodOf(plan.charge.method).ask(platform, {
    about: plan.isRequest ? 'refund' : 'refund-status', requestId: plan.isRequest ? plan.refund.requestId : wireId(queryId), txnRef: plan.attempt?.txnRef ?? '', orderInfo: plan.attempt?.orderInfo ?? '',
    startedAt: plan.attempt?.startedAt ?? plan.charge.paidAt, transactionNo: plan.charge.transactionNo, amountVnd: plan.refund.amountVnd,
  }))
  await platform.work(actor, async (work) => {
    await keepAnswer(work, queryId, answer.kind, code, evidence)
    await applyRefundAnswer(work, refundId, answer, code)
    // The platform is there and never got the request: it goes out again now.
    if (answer.kind === 'not-asked') work.enqueue('payments.refund', { refundId })
  })
}

async function reconcileDay(platform: Platform, date: string): Promise<void> {
  const { lines, evidence } = await readStatement(platform, date)
  const result = await platform.work(actor, (work) => reconcile(work, { date, lines, exchangeId: evidence.exchangeId, rawHash: evidence.rawHash }))
  platform.log.info({ date, ...result }, 'statement reconciled')
}

/** Begins the nightly reading and the sweep, which go on by themselves. Called when the worker starts; repeating it does no harm. */
export function schedulePayments(work: Work): void {
  work.enqueue('payments.nightly', {})
  work.enqueue('payments.sweep', {})
}

export const jobs: Jobs = {
  'payments.query': (platform, payload) => query(platform, idIn(payload, 'attemptId')),
  'payments.refund': (platform, payload) => refund(platform, idIn(payload, 'refundId')),
  /** Reads the statements of all days not read yet, and again those with open questions; one job a day read. */
  'payments.nightly': async (platform) => {
    await platform.work(actor, async (work) => {
      const tonight = instantAt(work.today, NIGHTLY_AT)
      const lastDay = addDays(work.today, work.now < tonight ? -2 : -1)
      for (const date of await listDaysToRead(work, lastDay, MISSING_DAYS)) work.enqueue('payments.reconcile', { date })
      work.schedule('payments.nightly', 'nightly', {}, work.now < tonight ? tonight : instantAt(addDays(work.today, 1), NIGHTLY_AT))
    })
  },
  'payments.refund-again': (platform, payload) => platform.work(actor, (work) => refundAgain(work, idIn(payload, 'refundId'))),
  'payments.refund-deadline': (platform, payload) => platform.work(actor, (work) => escalateRefund(work, idIn(payload, 'refundId'))),
  'payments.reconcile': (platform, payload) => reconcileDay(platform, idIn(payload, 'date')),
  /** Finds what a lost job left behind, and asks about what is missing. */
  'payments.sweep': async (platform) => {
    await platform.work(actor, async (work) => {
      const before = new Date(work.now.getTime() - SWEEP_MS)
      for (const attemptId of await listForgotten(work, before, 500)) work.enqueue('payments.query', { attemptId })
      const lookedFor = await listMissing(work, new Date(work.now.getTime() - MISSING_MS), instantAt(addDays(work.today, -MISSING_DAYS)), MISSING_AT_ONCE)
      for (const attemptId of lookedFor) work.enqueue('payments.query', { attemptId })
      for (const refundId of await listForgottenRefunds(work, before, 500)) work.enqueue('payments.refund', { refundId })
      work.schedule('payments.sweep', 'sweep', {}, new Date(work.now.getTime() + SWEEP_MS))
    })
  },
}
