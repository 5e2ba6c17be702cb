import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPaymentWorld, type PaymentWorld } from '../../../test/support/payment-world.ts'
import { type Actor, systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { closePayments, endProposal, getMoney, listDesk, listDeskEvents, listDiscrepancies, listProposals, type Money, proposeRefund, refund, resolveDiscrepancy, retryRefund, schedulePayments } from './index.ts'

const actor = systemActor('test')
const DAY = 24 * 60
let world: PaymentWorld

type Staff = Extract<Actor, { kind: 'staff' }>
function staff(role: string): Staff {
  return { kind: 'staff', staffId: newId(), personId: newId(), role, provinceCode: 'bac-ninh', officeCode: null, sessionId: 'test', channel: 'in-person' }
}
const clerk = staff('clerk')
const signer = staff('signer')

beforeAll(async () => {
  world = await openPaymentWorld()
  await world.platform.work(actor, async (work) => schedulePayments(work))
  await world.workerSettles()
})
afterAll(() => world[Symbol.asyncDispose]())
afterEach(async () => {
  await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
  expect(await world.broken()).toEqual({})
})

const money = (dossierId: string): Promise<Money> => world.platform.read(actor, (work) => getMoney(work, dossierId))
const refusalOf = (deed: Promise<unknown>) => deed.then(() => 'none', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
const as = <T>(who: Staff, deed: Parameters<typeof world.platform.work<T>>[1]) => world.platform.work(who, deed)
const openNow = () => world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 50 }))

async function paid(): Promise<{ dossierId: string; personId: string }> {
  const dossier = world.newDossier()
  await world.press((await world.start(dossier)).checkoutUrl, 'pay')
  await world.minutesPass(3)
  return dossier
}

describe('a refund has a deadline of its own (MON9)', () => {
  test('when the platform answers nothing until then, a person is told on that day and the citizen sees it; the refund goes on and closes it', async () => {
    const { dossierId } = await paid()
    await world.sandbox.faults.set('payment-platform', { mode: 'error503' })
    await world.platform.work(actor, (work) => refund(work, { dossierId, reason: 'dossier-withdrawn' }))
    await world.workerSettles()
    const [asked] = (await money(dossierId)).refunds
    expect(asked).toMatchObject({ personSince: null, takenAt: null })
    for (let day = 0; day < 6; day++) await world.minutesPass(DAY)
    expect(await openNow()).toEqual([])
    await world.minutesPass(DAY)
    expect(await openNow()).toMatchObject([{ reason: 'refund-overdue', refundId: asked?.refundId, owner: 'payments-desk' }])
    const late = (await money(dossierId)).refunds[0]
    expect(late?.personSince?.getTime()).toBeGreaterThanOrEqual(late?.dueAt.getTime() ?? Number.NaN)
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
    for (const minutes of [60, 10, 60]) await world.minutesPass(minutes)
    expect((await money(dossierId)).refunds).toMatchObject([{ state: 'done' }])
    expect(await openNow()).toEqual([])
  })

  test('a new try wins no time: it keeps the day that the citizen was told', async () => {
    const { dossierId } = await paid()
    await world.control('reject-refunds', { count: '3' })
    await world.platform.work(actor, (work) => refund(work, { dossierId, reason: 'dossier-withdrawn' }))
    await world.workerSettles()
    for (const minutes of [DAY, DAY, DAY]) await world.minutesPass(minutes)
    const refused = (await money(dossierId)).refunds
    expect(refused.map((one) => one.state)).toEqual(['failed', 'failed', 'failed'])
    const last = refused.at(-1)
    await as(clerk, (work) => retryRefund(work, last?.refundId ?? ''))
    await world.workerSettles()
    await world.minutesPass(10)
    const after = (await money(dossierId)).refunds.at(-1)
    expect(after).toMatchObject({ state: 'done', dueAt: refused[0]?.dueAt })
    expect(await refusalOf(as(clerk, (work) => retryRefund(work, last?.refundId ?? '')))).toBe('refund-not-failed')
  })

  test('refused once, it is tried again by itself six hours later, and the person’s list is empty again', async () => {
    const { dossierId } = await paid()
    await world.control('reject-refunds', { count: '1' })
    await world.platform.work(actor, (work) => refund(work, { dossierId, reason: 'dossier-withdrawn' }))
    await world.workerSettles()
    expect(await openNow()).toMatchObject([{ reason: 'refund-refused' }])
    for (const minutes of [361, 10, 10]) await world.minutesPass(minutes)
    expect((await money(dossierId)).refunds.map((one) => one.state)).toEqual(['failed', 'done'])
    expect(await openNow()).toEqual([])
  })
})

describe('what people at the payments desk may do', () => {
  test('words return no money: a refused refund ends only when the money is back', async () => {
    const { dossierId } = await paid()
    await world.control('reject-refunds', { count: '1' })
    const [refundId] = await world.platform.work(actor, (work) => refund(work, { dossierId, reason: 'dossier-refused' }))
    await world.workerSettles()
    const [item] = await world.platform.read(clerk, (work) => listDesk(work, ['A024'], 50))
    expect(item).toMatchObject({ reason: 'refund-refused', dossierId, refundId, mayRetry: true })
    expect(await world.platform.read(clerk, (work) => listDesk(work, ['B079'], 50))).toEqual([])
    expect(await refusalOf(as(clerk, (work) => resolveDiscrepancy(work, item?.id ?? '', 'đã gọi điện')))).toBe('refund-not-done')
    expect(await refusalOf(as(staff('operator'), (work) => retryRefund(work, refundId ?? '')))).toBe('wrong-role')
    await as(clerk, (work) => retryRefund(work, refundId ?? ''))
    expect(await world.platform.read(clerk, (work) => listDesk(work, ['A024'], 50))).toMatchObject([{ mayRetry: false }])
    await world.workerSettles()
    await world.minutesPass(10)
    expect(await openNow()).toEqual([])
  })

  test('a fee that no rule returns goes back only when a second person agrees, whatever the amount', async () => {
    const { dossierId, personId } = await paid()
    expect(await refusalOf(as(clerk, (work) => proposeRefund(work, dossierId, 'xin hoàn')))).toBe('nothing-to-return')
    await world.platform.work(actor, (work) => closePayments(work, dossierId))
    expect(await refusalOf(as(clerk, (work) => proposeRefund(work, dossierId, '  ')))).toBe('note-needed')
    expect(await refusalOf(as({ ...clerk, personId }, (work) => proposeRefund(work, dossierId, 'cho tôi')))).toBe('own-dossier')
    const supervisor = staff('supervisor')
    const id = await as(supervisor, (work) => proposeRefund(work, dossierId, 'thẻ in hỏng ba lần'))
    expect(await refusalOf(as(clerk, (work) => proposeRefund(work, dossierId, 'lần nữa')))).toBe('already-proposed')
    expect(await refusalOf(as(supervisor, (work) => endProposal(work, id, true)))).toBe('four-eyes')
    expect(await refusalOf(as({ ...signer, personId: supervisor.personId }, (work) => endProposal(work, id, true)))).toBe('four-eyes')
    expect(await refusalOf(as(clerk, (work) => endProposal(work, id, true)))).toBe('wrong-role')
    expect((await money(dossierId)).refunds).toEqual([])
    await as(signer, (work) => endProposal(work, id, true))
    await world.workerSettles()
    await world.minutesPass(10)
    expect(await money(dossierId)).toMatchObject({ feePaid: false, refunds: [{ state: 'done', reason: 'by-hand' }] })
    expect(await refusalOf(as(signer, (work) => endProposal(work, id, true)))).toBe('proposal-not-open')
    const events = await world.platform.read(actor, (work) => listDeskEvents(work, ['A024'], 50))
    expect(events.filter((one) => ['proposed', 'confirmed'].includes(one.kind)).map((one) => [one.kind, one.byStaff])).toEqual([['confirmed', signer.staffId], ['proposed', supervisor.staffId]])
  })

  test('nobody ends a difference about their own payment, nor sends their own refund again (MON9)', async () => {
    const { dossierId, personId } = await paid()
    await world.control('reject-refunds', { count: '1' })
    const [refundId] = await world.platform.work(actor, (work) => refund(work, { dossierId, reason: 'dossier-refused' }))
    await world.workerSettles()
    const [item] = await openNow()
    const self = { ...clerk, personId }
    expect(await refusalOf(as(self, (work) => resolveDiscrepancy(work, item?.id ?? '', 'xong rồi')))).toBe('own-dossier')
    expect(await refusalOf(as(self, (work) => retryRefund(work, refundId ?? '')))).toBe('own-dossier')
    await as(clerk, (work) => retryRefund(work, refundId ?? ''))
    await world.workerSettles()
    await world.minutesPass(10)
    expect(await openNow()).toEqual([])
  })

  test('a declined proposal moves nothing and can be made again', async () => {
    const { dossierId } = await paid()
    await world.platform.work(actor, (work) => closePayments(work, dossierId))
    const id = await as(clerk, (work) => proposeRefund(work, dossierId, 'xin hoàn'))
    await as(signer, (work) => endProposal(work, id, false))
    expect((await money(dossierId)).feePaid).toBe(true)
    await as(clerk, (work) => proposeRefund(work, dossierId, 'có thêm giấy tờ'))
    expect(await world.platform.read(actor, (work) => listProposals(work, ['A024'], 50))).toMatchObject([{ dossierId, proposedBy: clerk.staffId }])
  })

  test('two people at two connections who agree at once return the fee once (R8)', async () => {
    const { dossierId } = await paid()
    await world.platform.work(actor, (work) => closePayments(work, dossierId))
    const id = await as(clerk, (work) => proposeRefund(work, dossierId, 'xin hoàn'))
    const said = await Promise.all([staff('signer'), staff('supervisor'), staff('signer')].map((who) => refusalOf(as(who, (work) => endProposal(work, id, true)))))
    expect(said.sort()).toEqual(['none', 'proposal-not-open', 'proposal-not-open'])
    expect((await money(dossierId)).refunds).toHaveLength(1)
    await world.workerSettles()
  })
})

describe('one active attempt a dossier', () => {
  test('two connections that start at the same instant: the second waits for the first and goes on with its attempt', async () => {
    const dossier = world.newDossier()
    const [first, second] = [await world.platform.pool.connect(), await world.platform.pool.connect()]
    const insert = (txnRef: string) => `insert into payments.attempt (id, dossier_id, person_id, authority_code, purpose, order_info, amount_vnd, txn_ref, state, started_at, expires_at, next_query_at)
      values ('${newId()}', '${dossier.dossierId}', '${dossier.personId}', 'A024', 'fee', 'x', 115000, '${txnRef}', 'started', '2026-11-20', '2026-11-21', '2026-11-20')`
    try {
      await first.query('begin')
      await second.query('begin')
      await first.query(insert('TWO1'))
      const waiting = second.query(insert('TWO2'))
      const blocked = async () => (await world.platform.asOwner<{ n: number }>(`select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%TWO2%'`))[0]?.n === 1
      await expect.poll(blocked).toBe(true)
      const refused = expect(waiting).rejects.toThrow('attempt_one_active')
      await first.query('commit')
      await refused
    } finally {
      await second.query('rollback')
      first.release()
      second.release()
    }
    await world.platform.asOwner(`delete from payments.attempt where txn_ref = 'TWO1'`)
    // Two ways at once: whoever comes second gets what the first began.
    await Promise.allSettled([world.start(dossier), world.startTransfer(dossier), world.start(dossier), world.startTransfer(dossier)])
    expect((await money(dossier.dossierId)).attempts.filter((a) => a.state === 'started')).toHaveLength(1)
  })
})

describe('a platform that is silent for three days', () => {
  test('nobody stays unknown for longer than a day, and within two hours of its return everybody has what they paid for', async () => {
    const [byPage, byTransfer, never] = [world.newDossier(), world.newDossier(), world.newDossier()]
    await world.press((await world.start(byPage)).checkoutUrl, 'pay-silent')
    await world.scan((await world.startTransfer(byTransfer)).content, 'pay')
    await world.start(never)
    await world.sandbox.faults.set('payment-platform', { mode: 'error503' })
    for (let hours = 0; hours < 72; hours += 4) await world.minutesPass(240)
    for (const one of [byPage, byTransfer, never]) expect((await money(one.dossierId)).attempts).toMatchObject([{ state: 'missing' }])
    expect(new Set((await openNow()).map((one) => one.reason))).toEqual(new Set(['missing']))
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
    for (let minutes = 0; minutes < 120; minutes += 10) await world.minutesPass(10)
    expect(await money(byPage.dossierId)).toMatchObject({ feePaid: true, attempts: [{ state: 'paid' }] })
    expect(await money(byTransfer.dossierId)).toMatchObject({ feePaid: true, attempts: [{ state: 'paid' }] })
    expect(await money(never.dossierId)).toMatchObject({ feePaid: false, attempts: [{ state: 'failed', reason: 'never-opened' }] })
    expect(await openNow()).toEqual([])
    await world.minutesPass(DAY)
    const [books, totals] = [await world.books(), await world.ledgerTotals()]
    expect(totals['platform'] ?? 0).toBe(books.chargedVnd - books.refundedVnd)
  })
})
