import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../../../test/support/database.ts'
import { openPaymentWorld, type PaymentWorld } from '../../../../test/support/payment-world.ts'
import { OutsideFailure } from '../../../platform/outside/call.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { getMoney, jobs, listDiscrepancies } from '../index.ts'
import { wireId } from '../engine.ts'
import { checkout } from './checkout.ts'
import type { Subject } from './method.ts'
import { readStatement } from './statement.ts'
import { newId } from '../../../platform/values/ids.ts'

const actor = systemActor('test')
let world: PaymentWorld

beforeAll(async () => {
  world = await openPaymentWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function paidSubject(choice = 'pay'): Promise<Subject & { attemptId: string; dossierId: string }> {
  const dossier = world.newDossier()
  const { attemptId, checkoutUrl } = await world.start(dossier)
  await world.press(checkoutUrl, choice)
  return { requestId: wireId(newId()), txnRef: wireId(attemptId), orderInfo: 'hoi', amountVnd: 115_000, startedAt: new Date('2026-11-20T02:00:00Z'), attemptId, dossierId: dossier.dossierId }
}

async function kindOf(question: Promise<{ answer: { kind: string } }>): Promise<string> {
  return question.then(({ answer }) => answer.kind, (error: unknown) => (error instanceof OutsideFailure ? error.kind : String(error)))
}

describe('however the platform fails, nothing is concluded from it', () => {
  test.each([
    ['ok', 'paid'], ['slow', 'paid'], ['error500', 'error'], ['error503', 'error'], ['reset', 'unreachable'], ['malformed', 'malformed'], ['lostAnswer', 'unreachable'],
  ] as const)('%s', async (mode, kind) => {
    const subject = await paidSubject()
    await world.sandbox.faults.set('payment-platform', { mode })
    expect(await kindOf(checkout.ask(world.platform, { ...subject, about: 'payment' }))).toBe(kind)
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
  })

  test('slower than the deadline', async () => {
    const subject = await paidSubject()
    await world.sandbox.faults.set('payment-platform', { mode: 'timeout' })
    expect(await kindOf(checkout.ask(world.platform, { ...subject, about: 'payment' }))).toBe('timeout')
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
  })

  test('unfinished, failed and unknown are three different things', async () => {
    expect(await kindOf(checkout.ask(world.platform, { ...(await paidSubject('pay-slow')), about: 'payment' }))).toBe('unfinished')
    expect(await kindOf(checkout.ask(world.platform, { ...(await paidSubject('cancel')), about: 'payment' }))).toBe('failed')
    expect(await kindOf(checkout.ask(world.platform, { ...(await paidSubject()), txnRef: 'NOBODY', about: 'payment' }))).toBe('absent')
  })

  test('an answer that is not signed with our secret is no answer, neither about payments nor statements', async () => {
    await using other = await openTestPlatform({ at: '2026-11-20T02:00:00Z', env: { PAYMENT_PLATFORM_URL: `${world.sandbox.url}/pay`, PAYMENT_SECRET: 'another-secret' } })
    const subject = await paidSubject()
    expect(await kindOf(checkout.ask(other, { ...subject, about: 'payment' }))).toBe('malformed')
    await expect(readStatement(other, '2026-11-20')).rejects.toThrow(OutsideFailure)
  })

  test('an answer about another order changes nothing and is an alarm (OUT3)', async () => {
    const subject = await paidSubject('pay-silent')
    await world.sandbox.boxOf('payment-platform').docs<{ txnRef: string }>('orders').update(subject.txnRef, (order) => ({ ...order, txnRef: 'SOMEBODYELSE' }))
    await world.sandbox.boxOf('payment-platform').docs<{ txnRef: string }>('charges').list({ where: { txnRef: subject.txnRef } }).then(async ([charge]) => {
      const number = charge && 'transactionNo' in charge ? String(charge.transactionNo) : ''
      await world.sandbox.boxOf('payment-platform').docs<{ txnRef: string }>('charges').update(number, (found) => ({ ...found, txnRef: 'SOMEBODYELSE' }))
    })
    await jobs['payments.query']?.(world.platform, { attemptId: subject.attemptId })
    const money = await world.platform.read(actor, (work) => getMoney(work, subject.dossierId))
    expect(money).toMatchObject({ feePaid: false, attempts: [{ state: 'pending' }] })
    const open = await world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 10 }))
    expect(open).toMatchObject([{ reason: 'other-transaction', attemptId: subject.attemptId }])
  })
})

describe('refunds on the wire', () => {
  test('asked once or twice it is one refund; whether it was ever asked can be found out', async () => {
    const subject = await paidSubject()
    const { answer } = await checkout.ask(world.platform, { ...subject, about: 'payment' })
    if (answer.kind !== 'paid') throw new Error(answer.kind)
    const about = { ...subject, transactionNo: answer.transactionNo, amountVnd: answer.amountVnd }
    expect(await kindOf(checkout.ask(world.platform, { ...about, about: 'refund-status' }))).toBe('not-asked')
    expect(await kindOf(checkout.ask(world.platform, { ...about, about: 'refund' }))).toBe('processing')
    expect(await kindOf(checkout.ask(world.platform, { ...about, about: 'refund' }))).toBe('processing')
    await world.control('send-refunds')
    expect(await kindOf(checkout.ask(world.platform, { ...about, about: 'refund-status' }))).toBe('done')
    const { lines } = await readStatement(world.platform, '2026-11-20')
    expect(lines.filter((line) => line.kind === 'refund' && line.originalNo === answer.transactionNo)).toMatchObject([{ amountVnd: 115_000 }])
  })

  test('what was never paid cannot be returned', async () => {
    const subject = await paidSubject('cancel')
    expect(await kindOf(checkout.ask(world.platform, { ...subject, about: 'refund', transactionNo: '1' }))).toBe('rejected')
  })
})
