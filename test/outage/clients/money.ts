/** The payment platform, by both ways of paying: status of a payment, refund, status of a refund; and the statement of a day. */
import { sendMoney } from '../../../sandbox/payment-platform/bank/books.ts'
import type { Invitation, PaymentQuestion, RefundQuestion } from '../../../src/capabilities/payments/client/method.ts'
import { methodOf } from '../../../src/capabilities/payments/client/methods.ts'
import { readStatement } from '../../../src/capabilities/payments/client/statement.ts'
import { wireId } from '../../../src/capabilities/payments/engine.ts'
import { startAttempt } from '../../../src/capabilities/payments/index.ts'
import { type AttemptView, type MethodId, reduceAnswer } from '../../../src/capabilities/payments/reduction.ts'
import { OutsideFailure } from '../../../src/platform/outside/call.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import { payAtCheckout } from '../../support/pay.ts'
import { type Client, outages } from '../matrix.ts'
import type { OutageWorld } from '../world.ts'

const actor = systemActor('test')
const AMOUNT = 135_000
const system = 'payment-platform' as const

type Order = PaymentQuestion & { readonly attempt: AttemptView }

/** What differs from one way of paying to the other. */
interface Way {
  readonly method: MethodId
  readonly file: string
  readonly purposes: { readonly status: string; readonly refund: string; readonly refundStatus: string }
  pay(world: OutageWorld, invitation: Invitation): Promise<void>
  readonly payment: Pick<Client<Order>['expected'], 'negative' | 'answer for another person' | 'stale answer'>
}

const checkout: Way = {
  method: 'checkout', file: 'src/capabilities/payments/client/checkout.ts',
  purposes: { status: 'querydr', refund: 'refund', refundStatus: 'querydr' },
  async pay(_world, invitation) {
    if (invitation.kind === 'page') await payAtCheckout(invitation.url)
  },
  payment: {
    negative: { value: { kind: 'failed', state: 'failed' } },
    'answer for another person': 'alarm, unavailable: malformed',
    // The wire carries no id of the question. A state moves forward only, and what is undecided is asked again.
    'stale answer': { value: { state: 'paid' } },
  },
}

const transfer: Way = {
  method: 'vietqr', file: 'src/capabilities/payments/client/transfer.ts',
  purposes: { status: 'transfer-status', refund: 'transfer-refund', refundStatus: 'transfer-refund-status' },
  async pay(world, invitation) {
    if (invitation.kind === 'qr') await sendMoney(world.sandbox.boxOf(system), { content: invitation.reference, amountVnd: AMOUNT, fromAccount: '0000097123456' })
  },
  payment: {
    negative: { never: 'a transfer arrived or it did not' },
    'answer for another person': 'unavailable: malformed',
    'stale answer': 'unavailable: malformed',
  },
}

const isAbout = (value: unknown, { txnRef }: { txnRef: string }) => value !== null && typeof value === 'object' && 'txnRef' in value && value.txnRef === txnRef
const isRefund = (value: unknown) => value !== null && typeof value === 'object' && 'kind' in value

/** What the answer makes of the attempt: an answer about another order is an alarm there, and undecided. */
async function askPayment(platform: Platform, one: Order, alarm: () => Promise<void>): Promise<unknown> {
  const { answer } = await methodOf(one.attempt.method).ask(platform, { ...one, requestId: wireId(newId()) })
  if (answer.kind === 'absent') return undefined
  const step = reduceAnswer(one.attempt, { feePaid: false, closed: false }, answer, await platform.clock.now())
  if (step.alarm !== 'other-transaction') return { ...answer, state: step.state }
  if (step.state !== 'pending') throw new Error(`an answer about another order made this one ${step.state}`)
  await alarm()
  throw new OutsideFailure(system, 'malformed', 'another order: the attempt stays undecided')
}

function clientsOf(way: Way) {
  const { method, file, purposes } = way

  async function order(world: OutageWorld, pay?: (invitation: Invitation) => Promise<unknown>): Promise<Order> {
    const { platform } = world
    const { attemptId, invitation } = await platform.work(actor, (work) => startAttempt(work, platform.config, {
      dossierId: newId(), personId: newId(), amountVnd: AMOUNT, authorityCode: 'G01024', orderInfo: 'TT-7K4M-29QX', method,
    }))
    await pay?.(invitation)
    const [attempt] = await platform.asOwner<Omit<AttemptView, 'amountVnd'> & { orderInfo: string }>(
      `select method, state, reason, txn_ref as "txnRef", started_at as "startedAt", expires_at as "expiresAt", order_info as "orderInfo", null as "transactionNo" from payments.attempt where id = $1`, [attemptId])
    if (!attempt) throw new Error('no attempt')
    const { txnRef, orderInfo, startedAt } = attempt
    return { about: 'payment', requestId: wireId(newId()), txnRef, orderInfo, startedAt, amountVnd: AMOUNT, attempt: { ...attempt, amountVnd: AMOUNT } }
  }
  const paid = (world: OutageWorld) => order(world, (invitation) => way.pay(world, invitation))

  async function charge(world: OutageWorld): Promise<RefundQuestion> {
    const { attempt: _attempt, ...one } = await paid(world)
    await using platform = await world.fresh()
    const { answer } = await methodOf(method).ask(platform, one)
    if (answer.kind !== 'paid') throw new Error('not paid')
    return { ...one, about: 'refund', transactionNo: answer.transactionNo }
  }
  async function refunded(world: OutageWorld): Promise<RefundQuestion> {
    const one = await charge(world)
    await using platform = await world.fresh()
    await methodOf(method).ask(platform, one)
    return { ...one, about: 'refund-status' }
  }
  const rejecting = (then: (world: OutageWorld) => Promise<RefundQuestion>) => async (world: OutageWorld) => {
    await world.control(system, 'reject-refunds', { count: '1' })
    return then(world)
  }

  const payment: Client<Order> = {
    system, file, name: `the status of a payment by ${method}`, purposes: [purposes.status],
    subject: paid,
    other: paid,
    subjects: { negative: (world) => order(world, async (invitation) => (invitation.kind === 'page' ? payAtCheckout(invitation.url, 'fail') : undefined)), 'not found': (world) => order(world) },
    ask: askPayment,
    fits: isAbout,
    expected: { ...outages, 'not found': 'absent', ...way.payment },
  }
  const refunds: Omit<Client<RefundQuestion>, 'name' | 'purposes' | 'subject' | 'other' | 'expected'> = {
    system, file,
    // A refund keeps its id however often it is asked for; each question after it has its own.
    ask: async (platform, one) => (await methodOf(method).ask(platform, one.about === 'refund' ? one : { ...one, requestId: wireId(newId()) })).answer,
    fits: isRefund,
  }
  const refund: Client<RefundQuestion> = {
    ...refunds, name: `a refund by ${method}`, purposes: [purposes.refund],
    subject: charge,
    other: charge,
    subjects: { negative: rejecting(charge), 'not found': async (world) => ({ ...(await charge(world)), transactionNo: '97000000' }) },
    expected: {
      ...outages,
      negative: { value: { kind: 'rejected' } },
      'not found': { value: { kind: 'rejected', code: '91' } },
      'answer for another person': 'unavailable: malformed',
      'stale answer': { value: { kind: 'processing' } },
    },
  }
  const refundStatus: Client<RefundQuestion> = {
    ...refunds, name: `the status of a refund by ${method}`, purposes: [purposes.refundStatus],
    subject: refunded,
    other: refunded,
    subjects: { negative: rejecting(refunded), 'not found': async (world) => ({ ...(await charge(world)), about: 'refund-status' }) },
    expected: {
      ...outages,
      negative: { value: { kind: 'rejected' } },
      'not found': { value: { kind: 'not-asked' } },
      'answer for another person': 'unavailable: malformed',
      'stale answer': method === 'vietqr' ? 'unavailable: malformed' : { value: { kind: 'processing' } },
    },
  }
  return { payment, refunds: [refund, refundStatus] }
}

const statement: Client<string> = {
  system, file: 'src/capabilities/payments/client/statement.ts', name: 'the statement of a day', purposes: ['statement'],
  async subject(world) {
    await sendMoney(world.sandbox.boxOf(system), { content: 'TT', amountVnd: AMOUNT, fromAccount: '0000097123456' })
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

const both = [clientsOf(checkout), clientsOf(transfer)]
export const payments = both.map((one) => one.payment)
export const refunds = both.flatMap((one) => one.refunds)
export const statements = [statement]
