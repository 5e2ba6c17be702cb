/** The payment platform: status of a payment, refund, status of a refund, statement of a day. */
import type { PaymentQuestion, RefundQuestion } from '../../../src/capabilities/payments/client/method.ts'
import { methodOf } from '../../../src/capabilities/payments/client/methods.ts'
import { readStatement } from '../../../src/capabilities/payments/client/statement.ts'
import { wireId } from '../../../src/capabilities/payments/engine.ts'
import { startAttempt } from '../../../src/capabilities/payments/index.ts'
import { type AttemptView, reduceAnswer } from '../../../src/capabilities/payments/reduction.ts'
import { OutsideFailure } from '../../../src/platform/outside/call.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import { payAtCheckout } from '../../support/pay.ts'
import { type Client, outages } from '../matrix.ts'
import type { OutageWorld } from '../world.ts'

const actor = systemActor('test')
const AMOUNT = 135_000
const checkout = methodOf('checkout')

type Order = PaymentQuestion & { readonly attempt: AttemptView }

async function order(world: OutageWorld, choice?: string): Promise<Order> {
  const { platform } = world
  const { attemptId, invitation } = await platform.work(actor, (work) => startAttempt(work, platform.config, {
    dossierId: newId(), personId: newId(), amountVnd: AMOUNT, authorityCode: 'G01024', orderInfo: 'TT-7K4M-29QX',
  }))
  if (choice && invitation.kind === 'page') await payAtCheckout(invitation.url, choice)
  const [attempt] = await platform.asOwner<Omit<AttemptView, 'amountVnd'> & { orderInfo: string }>(
    `select method, state, reason, txn_ref as "txnRef", started_at as "startedAt", expires_at as "expiresAt", order_info as "orderInfo", null as "transactionNo" from payments.attempt where id = $1`, [attemptId])
  if (!attempt) throw new Error('no attempt')
  const { txnRef, orderInfo, startedAt } = attempt
  return { about: 'payment', requestId: wireId(newId()), txnRef, orderInfo, startedAt, amountVnd: AMOUNT, attempt: { ...attempt, amountVnd: AMOUNT } }
}

const paid = (world: OutageWorld) => order(world, 'pay')

/** What the answer makes of the attempt: an answer about another order is an alarm there, and undecided. */
async function askPayment(platform: Platform, one: Order, alarm: () => Promise<void>): Promise<unknown> {
  const { answer } = await checkout.ask(platform, one)
  if (answer.kind === 'absent') return undefined
  const step = reduceAnswer(one.attempt, { feePaid: false, closed: false }, answer, await platform.clock.now())
  if (step.alarm !== 'other-transaction') return { ...answer, state: step.state }
  if (step.state !== 'pending') throw new Error(`an answer about another order made this one ${step.state}`)
  await alarm()
  throw new OutsideFailure('payment-platform', 'malformed', 'another order: the attempt stays undecided')
}

const isAbout = (value: unknown, { txnRef }: { txnRef: string }) => value !== null && typeof value === 'object' && 'txnRef' in value && value.txnRef === txnRef
const system = 'payment-platform' as const
const file = 'src/capabilities/payments/client/checkout.ts'

const payment: Client<Order> = {
  system, file, name: 'the status of a payment', purposes: ['querydr'],
  subject: paid,
  other: paid,
  subjects: { negative: (world) => order(world, 'fail'), 'not found': (world) => order(world) },
  ask: askPayment,
  fits: isAbout,
  expected: {
    ...outages,
    negative: { value: { kind: 'failed', state: 'failed' } },
    'not found': 'absent',
    'answer for another person': 'alarm, unavailable: malformed',
    // The wire carries no id of the question. A state moves forward only, and what is undecided is asked again.
    'stale answer': { value: { state: 'paid' } },
  },
}

async function charge(world: OutageWorld): Promise<RefundQuestion> {
  const { attempt: _attempt, ...one } = await paid(world)
  await using platform = await world.fresh()
  const { answer } = await checkout.ask(platform, one)
  if (answer.kind !== 'paid') throw new Error('not paid')
  return { ...one, about: 'refund', transactionNo: answer.transactionNo }
}

async function rejected(world: OutageWorld): Promise<RefundQuestion> {
  await world.control(system, 'reject-refunds', { count: '1' })
  return charge(world)
}

const isRefund = (value: unknown) => value !== null && typeof value === 'object' && 'kind' in value

const refund: Client<RefundQuestion> = {
  system, file, name: 'a refund', purposes: ['refund'],
  subject: charge,
  other: charge,
  subjects: { negative: rejected, 'not found': async (world) => ({ ...(await charge(world)), transactionNo: '97000000' }) },
  ask: async (platform, one) => (await checkout.ask(platform, one)).answer,
  fits: isRefund,
  expected: {
    ...outages,
    negative: { value: { kind: 'rejected' } },
    'not found': { value: { kind: 'rejected', code: '91' } },
    'answer for another person': 'unavailable: malformed',
    'stale answer': { value: { kind: 'processing' } },
  },
}

async function refunded(world: OutageWorld): Promise<RefundQuestion> {
  const one = await charge(world)
  await using platform = await world.fresh()
  await checkout.ask(platform, one)
  return { ...one, about: 'refund-status', requestId: wireId(newId()) }
}

async function refundRejected(world: OutageWorld): Promise<RefundQuestion> {
  await world.control(system, 'reject-refunds', { count: '1' })
  return refunded(world)
}

const refundStatus: Client<RefundQuestion> = {
  system, file, name: 'the status of a refund', purposes: ['querydr'],
  subject: refunded,
  other: refunded,
  subjects: { negative: refundRejected, 'not found': async (world) => ({ ...(await charge(world)), about: 'refund-status' }) },
  ask: async (platform, one) => (await checkout.ask(platform, one)).answer,
  fits: isRefund,
  expected: {
    ...outages,
    negative: { value: { kind: 'rejected' } },
    'not found': { value: { kind: 'not-asked' } },
    'answer for another person': 'unavailable: malformed',
    'stale answer': { value: { kind: 'processing' } },
  },
}

const statement: Client<string> = {
  system, file: 'src/capabilities/payments/client/statement.ts', name: 'the statement of a day', purposes: ['statement'],
  async subject(world) {
    await paid(world)
    return '2026-11-20'
  },
  other: async () => '2026-11-19',
  ask: async (platform, date) => (await readStatement(platform, date)).lines,
  // Nobody paid the day before.
  fits: (value, date) => Array.isArray(value) && (value.length > 0) === (date === '2026-11-20'),
  expected: {
    ...outages,
    negative: { never: 'a statement says what was booked; there is nothing to say no to' },
    'not found': { never: 'a day without payments has a statement without lines' },
    'answer for another person': 'unavailable: malformed',
    // Signed and of the right day: a line too few is found when the day is read again, for its payment stays open here.
    'stale answer': 'value',
  },
}

export const payments = [payment]
export const refunds = [refund, refundStatus]
export const statements = [statement]
