import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPaymentWorld, type PaymentWorld } from '../../../test/support/payment-world.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { closePayments, getMoney, listDiscrepancies, type Money, refund, schedulePayments } from './index.ts'

const actor = systemActor('test')
let world: PaymentWorld

beforeAll(async () => {
  world = await openPaymentWorld()
  await world.platform.work(actor, async (work) => schedulePayments(work))
  await world.workerSettles()
})
afterAll(() => world[Symbol.asyncDispose]())

const money = (dossierId: string): Promise<Money> => world.platform.read(actor, (work) => getMoney(work, dossierId))

/** Two nights pass, so that the statement of today is read, and what it makes due is done. */
async function nightsPass(): Promise<void> {
  for (const minutes of [24 * 60, 24 * 60, 10, 10]) await world.minutesPass(minutes)
}

afterEach(async () => {
  await nightsPass()
  expect(await world.broken()).toEqual({})
  // Our ledger and the bank's own books agree to the đồng (MON10), and nothing that is owed is still here.
  const [books, totals, bank] = [await world.books(), await world.ledgerTotals(), await world.bank()]
  expect(totals['platform'] ?? 0).toBe(books.chargedVnd - books.refundedVnd)
  expect(totals['owed-to-payer'] ?? 0).toBe(0)
  // Every returned transfer went to the account it came from (MON6).
  for (const one of bank.returns) expect(one.toAccount).toBe(bank.transfers.find((t) => t.transactionNo === one.transferNo)?.fromAccount)
  expect(await world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 10 }))).toEqual([])
})

describe('paying by a transfer (B5)', () => {
  test('who scans the code and transfers has paid, with a receipt, on the answer to our own question', async () => {
    const dossier = world.newDossier()
    const { content } = await world.startTransfer(dossier)
    await world.scan(content, 'pay')
    expect((await money(dossier.dossierId)).feePaid).toBe(false)
    await world.minutesPass(3)
    expect(await money(dossier.dossierId)).toMatchObject({ feePaid: true, attempts: [{ method: 'vietqr', state: 'paid' }], receipt: { amountVnd: 115_000 } })
  })

  test('a code that nobody scanned ends by itself, and one pays again with one click', async () => {
    const dossier = world.newDossier()
    const first = await world.startTransfer(dossier)
    expect((await world.startTransfer(dossier)).content).toBe(first.content)
    await world.minutesPass(32)
    expect((await money(dossier.dossierId)).attempts[0]).toMatchObject({ state: 'failed', reason: 'never-opened' })
    const second = await world.startTransfer(dossier)
    expect(second.reference).not.toBe(first.reference)
    await world.scan(second.content, 'pay')
    await world.minutesPass(3)
    expect((await money(dossier.dossierId)).feePaid).toBe(true)
  })

  test('whoever changes their mind pays another way; should both be paid, one goes back', async () => {
    const dossier = world.newDossier()
    const { checkoutUrl } = await world.start(dossier)
    const { content } = await world.startTransfer(dossier)
    expect((await money(dossier.dossierId)).attempts.map((a) => [a.method, a.state])).toEqual([['checkout', 'failed'], ['vietqr', 'started']])
    await world.scan(content, 'pay')
    await world.press(checkoutUrl, 'pay-silent')
    await world.minutesPass(20)
    const { charges, refunds, feePaid } = await money(dossier.dossierId)
    expect([feePaid, charges.length, refunds.length]).toEqual([true, 2, 1])
  })
})

test('an answer that comes after an order was replaced and before its page closes takes no question back: who pays there all the same gets it back that day (P4)', async () => {
  const dossier = world.newDossier()
  const { attemptId, checkoutUrl } = await world.start(dossier)
  const ask = async () => {
    await world.platform.work(actor, async (work) => work.enqueue('payments.query', { attemptId }))
    await world.workerSettles()
  }
  const { content } = await world.startTransfer(dossier)
  await ask()
  await world.scan(content, 'pay')
  await world.press(checkoutUrl, 'pay-silent')
  for (const minutes of [20, 10]) await world.minutesPass(minutes)
  expect(await money(dossier.dossierId)).toMatchObject({ feePaid: true, charges: [{ isSurplus: false }, { isSurplus: true }], refunds: [{ state: 'done', reason: 'double' }] })
})

describe('a transfer gone wrong is found and returned (P4)', () => {
  test('one zero too few: it goes back, and the fee is still to be paid', async () => {
    const dossier = world.newDossier()
    await world.scan((await world.startTransfer(dossier)).content, 'wrong-amount')
    await world.minutesPass(3)
    await world.minutesPass(10)
    expect(await money(dossier.dossierId)).toMatchObject({ feePaid: false, attempts: [{ state: 'failed', reason: 'amount-differs' }], refunds: [{ state: 'done', amountVnd: 11_500, method: 'vietqr' }] })
    await world.scan((await world.startTransfer(dossier)).content, 'pay')
    await world.minutesPass(3)
    expect((await money(dossier.dossierId)).feePaid).toBe(true)
  })

  test('a wrong amount and then the right one: the right one serves', async () => {
    const dossier = world.newDossier()
    await world.scan((await world.startTransfer(dossier)).content, 'wrong-then-right')
    await world.minutesPass(3)
    expect((await money(dossier.dossierId)).feePaid).toBe(true)
    await nightsPass()
    expect((await money(dossier.dossierId)).refunds).toMatchObject([{ state: 'done', reason: 'amount-differs', amountVnd: 116_000 }])
  })

  test.each(['wrong-reference', 'no-reference'])('%s: the night’s statement finds it, and it goes back to the account it came from', async (way) => {
    const dossier = world.newDossier()
    await world.scan((await world.startTransfer(dossier)).content, way)
    const [mine] = (await world.bank()).transfers.slice(-1)
    await nightsPass()
    expect((await money(dossier.dossierId)).feePaid).toBe(false)
    const back = (await world.bank()).returns.find((one) => one.transferNo === mine?.transactionNo)
    expect(back).toMatchObject({ state: 'sent', amountVnd: 115_000, toAccount: mine?.fromAccount })
  })

  test('twice: one is the fee, the other goes back', async () => {
    const dossier = world.newDossier()
    await world.scan((await world.startTransfer(dossier)).content, 'twice')
    await nightsPass()
    expect(await money(dossier.dossierId)).toMatchObject({ feePaid: true, refunds: [{ state: 'done', reason: 'double' }] })
  })

  test('three quarters of an hour late: it is the fee while the dossier wants one', async () => {
    const dossier = world.newDossier()
    await world.scan((await world.startTransfer(dossier)).content, 'late')
    await world.minutesPass(40)
    expect((await money(dossier.dossierId)).attempts[0]).toMatchObject({ state: 'failed' })
    await world.minutesPass(10)
    await nightsPass()
    expect(await money(dossier.dossierId)).toMatchObject({ feePaid: true, attempts: [{ state: 'paid' }], refunds: [] })
  })

  test('late for a dossier that has ended: it goes back', async () => {
    const dossier = world.newDossier()
    await world.scan((await world.startTransfer(dossier)).content, 'late')
    await world.platform.work(actor, (work) => closePayments(work, dossier.dossierId))
    await world.minutesPass(50)
    await nightsPass()
    expect(await money(dossier.dossierId)).toMatchObject({ feePaid: false, refunds: [{ state: 'done', reason: 'late' }] })
  })

  test('a fee paid by transfer goes back by transfer, also when the first answer is lost', async () => {
    const dossier = world.newDossier()
    await world.scan((await world.startTransfer(dossier)).content, 'pay')
    await world.minutesPass(3)
    await world.platform.work(actor, (work) => refund(work, { dossierId: dossier.dossierId, reason: 'dossier-withdrawn' }))
    await world.sandbox.faults.set('payment-platform', { mode: 'lostAnswer' })
    await world.workerSettles()
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
    await nightsPass()
    expect((await money(dossier.dossierId)).refunds).toMatchObject([{ state: 'done' }])
    const [charge] = (await money(dossier.dossierId)).charges
    expect((await world.bank()).returns.filter((one) => one.transferNo === charge?.transactionNo)).toHaveLength(1)
  })
})
