import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPaymentWorld, type PaymentWorld } from '../../../test/support/payment-world.ts'
import { type Actor, publicActor, systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { reconcile as compare } from './actions/reconcile.ts'
import { closePayments, getFee, getMoney, listDiscrepancies, type Money, noteCallback, refund, resolveDiscrepancy, retryRefund, schedulePayments } from './index.ts'

const actor = systemActor('test')
/** Somebody at the payments desk. */
const clerk = staffActor('clerk')
let world: PaymentWorld

function staffActor(role: string): Extract<Actor, { kind: 'staff' }> {
  return { kind: 'staff', staffId: newId(), personId: newId(), role, provinceCode: 'bac-ninh', officeCode: null, sessionId: 'test', channel: 'in-person' }
}

beforeAll(async () => {
  world = await openPaymentWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
afterEach(async () => {
  await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
  expect(await world.broken()).toEqual({})
})

function money(dossierId: string): Promise<Money> {
  return world.platform.read(actor, (work) => getMoney(work, dossierId))
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(() => 'none', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
}

/** Everything settled: the platform's books and our ledger agree to the đồng (MON10). */
async function expectEqualBooks(): Promise<void> {
  const books = await world.books()
  const totals = await world.ledgerTotals()
  expect(totals['platform'] ?? 0).toBe(books.chargedVnd - books.refundedVnd)
  expect(totals['owed-to-payer'] ?? 0).toBe(0)
}

describe('paying the fee (B5)', () => {
  test('who pays gets a receipt, after our own question and not before', async () => {
    const dossier = world.newDossier()
    const { checkoutUrl } = await world.start(dossier)
    const back = await world.press(checkoutUrl, 'pay')
    const noted = await world.platform.work(publicActor, (work) => noteCallback(work, world.platform.config, Object.fromEntries(back?.searchParams ?? []), 'return'))
    expect(noted).toMatchObject({ answer: { RspCode: '00' }, attempt: { dossierId: dossier.dossierId } })
    expect((await money(dossier.dossierId)).feePaid).toBe(false)
    await world.workerSettles()
    const after = await money(dossier.dossierId)
    expect(after).toMatchObject({ feePaid: true, attempts: [{ state: 'paid', amountVnd: 115_000 }], receipt: { amountVnd: 115_000 }, refunds: [] })
    expect(await world.platform.read(actor, (work) => getFee(work, dossier.dossierId))).toMatchObject({ paid: true, beingChecked: false, receipt: { amountVnd: 115_000 } })
    expect(after.receipt?.number).toMatch(/^BL-2026-A024-\d{7}$/)
    expect(await world.facts(dossier.dossierId)).toEqual(['payment.settled'])
    expect(await refusalOf(world.start(dossier))).toBe('fee-already-paid')
  })

  test('pressing "pay" twice, or in two windows at once, is one attempt', async () => {
    const dossier = world.newDossier()
    const started = await Promise.all([world.start(dossier), world.start(dossier), world.start(dossier)])
    expect(new Set(started.map((s) => s.checkoutUrl)).size).toBe(1)
    expect((await money(dossier.dossierId)).attempts).toHaveLength(1)
  })

  test('who cancelled, or had too little money, pays again without filling anything in again', async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'fail')
    await expect.poll(() => world.callBacks.length).toBeGreaterThan(0)
    await world.minutesPass(3)
    expect(await world.facts(dossier.dossierId)).toEqual(['payment.failed'])
    await world.press((await world.start(dossier)).checkoutUrl, 'pay')
    await world.minutesPass(3)
    expect((await money(dossier.dossierId)).attempts.map((a) => a.state)).toEqual(['failed', 'paid'])
  })

  test('a page that was never opened, or opened and left, can be paid anew when its time is over', async () => {
    const never = world.newDossier()
    const left = world.newDossier()
    await world.start(never)
    await fetch((await world.start(left)).checkoutUrl)
    await world.minutesPass(15)
    expect(await refusalOf(world.start(never))).toBe('payment-being-checked')
    await world.minutesPass(2)
    expect((await money(never.dossierId)).attempts[0]).toMatchObject({ state: 'failed', reason: 'never-opened' })
    expect((await money(left.dossierId)).attempts[0]).toMatchObject({ state: 'failed', reason: 'refused' })
    await world.start(never)
    await world.start(left)
  })
})

describe('what tells us that somebody paid is only a hint (TH12)', () => {
  test('a forged call-back is refused, kept, and changes nothing', async () => {
    const dossier = world.newDossier()
    const { checkoutUrl } = await world.start(dossier)
    const params: Record<string, string> = { ...Object.fromEntries(new URL(checkoutUrl).searchParams), vnp_ResponseCode: '00', vnp_TransactionStatus: '00', vnp_SecureHash: '0'.repeat(128) }
    const noted = await world.platform.work(publicActor, (work) => noteCallback(work, world.platform.config, params))
    expect(noted).toEqual({ answer: { RspCode: '97', Message: 'Fail checksum' }, attempt: undefined })
    await world.workerSettles()
    expect((await money(dossier.dossierId)).attempts[0]?.state).toBe('started')
    const kept = await world.platform.asOwner(`select verified from payments.call_back where raw->>'vnp_TxnRef' = $1`, [params['vnp_TxnRef']])
    expect(kept).toEqual([{ verified: false }])
  })

  test('a true call-back about money the platform has not yet got settles nothing', async () => {
    const dossier = world.newDossier()
    const back = await world.press((await world.start(dossier)).checkoutUrl, 'pay-slow')
    await world.platform.work(publicActor, (work) => noteCallback(work, world.platform.config, Object.fromEntries(back?.searchParams ?? []), 'return'))
    await world.workerSettles()
    expect((await money(dossier.dossierId)).attempts[0]?.state).toBe('pending')
    await world.minutesPass(11)
    await world.minutesPass(3)
    expect((await money(dossier.dossierId)).feePaid).toBe(true)
  })

  test('when neither browser nor call-back ever comes, we ask by ourselves', async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'pay-silent')
    await world.minutesPass(3)
    expect((await money(dossier.dossierId)).feePaid).toBe(true)
  })

  test('called back twice and late, it is settled once', async () => {
    const dossier = world.newDossier()
    const before = world.callBacks.length
    await world.press((await world.start(dossier)).checkoutUrl, 'pay-told-twice')
    await expect.poll(() => world.callBacks.length - before).toBe(2)
    await world.workerSettles()
    expect(await world.control('call-back-again')).toContain('02')
    await world.workerSettles()
    expect(await world.facts(dossier.dossierId)).toEqual(['payment.settled'])
  })

  test('money of another amount is not the fee and goes back', async () => {
    const dossier = world.newDossier()
    const { attemptId, checkoutUrl } = await world.start(dossier)
    await fetch(checkoutUrl)
    const txnRef = attemptId.replaceAll('-', '').toUpperCase()
    await world.sandbox.boxOf('payment-platform').docs<{ amountVnd: number }>('orders').update(txnRef, (order) => ({ ...order, amountVnd: 11_500 }))
    await world.control('pay-late', { txnRef })
    await world.minutesPass(3)
    await world.minutesPass(10)
    expect(await money(dossier.dossierId)).toMatchObject({ feePaid: false, attempts: [{ state: 'failed', reason: 'amount-differs' }], refunds: [{ state: 'done', amountVnd: 11_500, reason: 'amount-differs' }] })
    await expectEqualBooks()
  })
})

describe('money goes back (P4)', () => {
  test('a refused dossier: the whole fee, once, although the first answer was lost', async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'pay')
    await world.minutesPass(3)
    await world.platform.work(actor, (work) => refund(work, { dossierId: dossier.dossierId, reason: 'dossier-refused' }))
    await world.platform.work(actor, (work) => refund(work, { dossierId: dossier.dossierId, reason: 'dossier-refused' }))
    await world.sandbox.faults.set('payment-platform', { mode: 'lostAnswer' })
    await world.workerSettles()
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
    expect((await money(dossier.dossierId)).refunds).toMatchObject([{ state: 'sent' }])
    await world.minutesPass(6)
    await world.minutesPass(6)
    expect(await money(dossier.dossierId)).toMatchObject({ feePaid: false, refunds: [{ state: 'done', amountVnd: 115_000, reason: 'dossier-refused' }] })
    expect(await world.facts(dossier.dossierId)).toEqual(['payment.settled', 'refund.completed'])
    expect(await refusalOf(world.start(dossier))).toBe('payment-closed')
    await expectEqualBooks()
  })

  test('a request that never reached the platform goes out again', async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'pay')
    await world.minutesPass(3)
    await world.platform.work(actor, (work) => refund(work, { dossierId: dossier.dossierId, reason: 'dossier-withdrawn' }))
    await world.sandbox.faults.set('payment-platform', { mode: 'error500' })
    await world.workerSettles()
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
    await world.minutesPass(2)
    await world.minutesPass(10)
    expect((await money(dossier.dossierId)).refunds).toMatchObject([{ state: 'done' }])
    await expectEqualBooks()
  })

  test('money that arrives after the dossier was closed', async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'pay-silent')
    await world.platform.work(actor, (work) => closePayments(work, dossier.dossierId))
    await world.minutesPass(3)
    await world.minutesPass(10)
    expect(await money(dossier.dossierId)).toMatchObject({ feePaid: false, attempts: [{ state: 'paid' }], receipt: undefined, refunds: [{ state: 'done', reason: 'late' }] })
    await expectEqualBooks()
  })

  test('a refund the platform refuses is in a person\'s hands, and goes through when tried again', async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'pay')
    await world.minutesPass(3)
    await world.control('reject-refunds', { count: '1' })
    const [refundId] = await world.platform.work(actor, (work) => refund(work, { dossierId: dossier.dossierId, reason: 'dossier-refused' }))
    await world.workerSettles()
    const open = await world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 10 }))
    expect(open).toMatchObject([{ reason: 'refund-refused', refundId, owner: 'payments-desk' }])
    await world.platform.work(clerk, (work) => retryRefund(work, refundId ?? ''))
    await world.workerSettles()
    await world.minutesPass(10)
    expect((await money(dossier.dossierId)).refunds.map((r) => r.state)).toEqual(['failed', 'done'])
    expect(await world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 10 }))).toEqual([])
    await expectEqualBooks()
  })
})

describe('every night the statement is compared with our books (MON8)', () => {
  test('a second charge of one order is found and returned by itself; a platform silent for a day and a half costs nobody the fee', async () => {
    await world.platform.work(actor, async (work) => schedulePayments(work))
    await world.workerSettles()
    const dung = world.newDossier()
    const silent = world.newDossier()
    await world.press((await world.start(dung)).checkoutUrl, 'pay-double')
    await world.press((await world.start(silent)).checkoutUrl, 'pay-silent')
    await world.sandbox.faults.set('payment-platform', { mode: 'error503' })
    await world.minutesPass(3)
    await world.minutesPass(24 * 60)
    expect((await money(silent.dossierId)).attempts[0]).toMatchObject({ state: 'missing' })
    expect(await world.facts(silent.dossierId)).toEqual(['payment.missing'])
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
    for (const minutes of [60, 24 * 60, 10, 10]) await world.minutesPass(minutes)
    expect(await money(silent.dossierId)).toMatchObject({ feePaid: true, attempts: [{ state: 'paid' }] })
    expect(await world.facts(silent.dossierId)).toEqual(['payment.missing', 'payment.settled'])
    expect(await money(dung.dossierId)).toMatchObject({ feePaid: true, charges: [{ isSurplus: false }, { isSurplus: true }], refunds: [{ state: 'done', reason: 'double' }] })
    await expectEqualBooks()
  })

  test('a line that is missing, or one that is not ours, is queued with its reason; what is right the next time closes itself', async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'pay')
    await world.minutesPass(3)
    const today = await world.platform.read(actor, async (work) => work.today)
    const reconcile = async () => {
      await world.platform.work(actor, async (work) => work.enqueue('payments.reconcile', { date: today }))
      await world.workerSettles()
      return (await world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 50 }))).map((d) => d.reason).sort()
    }
    await world.control('spoil-statement', { date: today, how: 'missing' })
    expect(await reconcile()).toContain('absent-from-statement')
    await world.control('spoil-statement', { date: today, how: 'extra' })
    expect(await reconcile()).toEqual(['unknown-reference'])
    const [open] = await world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 50 }))
    expect(await refusalOf(world.platform.work(clerk, (work) => resolveDiscrepancy(work, open?.id ?? '', ' ')))).toBe('note-needed')
    await world.platform.work(clerk, (work) => resolveDiscrepancy(work, open?.id ?? '', 'đã hỏi nền tảng, dòng của đơn vị khác'))
    await world.control('spoil-statement', { date: today, how: 'none' })
    expect(await reconcile()).toEqual([])
  })

  test('a refund that the platform pays out twice under two numbers is matched once, and the second goes to a person of its authority (MON8)', async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'pay')
    await world.minutesPass(3)
    await world.platform.work(actor, (work) => refund(work, { dossierId: dossier.dossierId, reason: 'dossier-withdrawn' }))
    await world.workerSettles()
    for (const minutes of [10, 10]) await world.minutesPass(minutes)
    const [sent] = await world.platform.asOwner<{ requestId: string; refundNo: string; originalNo: string; attemptId: string }>(`select r.request_id as "requestId", r.provider_refund_no as "refundNo",
      c.provider_transaction_no as "originalNo", r.attempt_id as "attemptId" from payments.refund r join payments.charge c on c.id = r.charge_id where r.dossier_id = $1 and r.state = 'done'`, [dossier.dossierId])
    if (!sent) throw new Error('the refund is done')
    const line = { kind: 'refund', method: 'checkout', txnRef: '', amountVnd: 115_000, at: await world.platform.clock.now(), originalNo: sent.originalNo, requestId: sent.requestId } as const
    const date = '2027-03-01'
    await world.platform.work(actor, (work) => compare(work, { date, lines: [{ ...line, transactionNo: sent.refundNo }, { ...line, transactionNo: '97999999' }], exchangeId: newId(), rawHash: Buffer.alloc(32, 1) }))
    await world.platform.work(actor, (work) => compare(work, { date, lines: [{ ...line, transactionNo: sent.refundNo }, { ...line, transactionNo: '97999999' }], exchangeId: newId(), rawHash: Buffer.alloc(32, 2) }))
    const open = await world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 50 }))
    expect(open.filter((one) => one.reason === 'unknown-refund')).toMatchObject([{ transactionNo: '97999999', attemptId: sent.attemptId, state: 'open' }])
  })
})
