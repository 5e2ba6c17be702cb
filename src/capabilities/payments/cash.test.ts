import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openPaymentWorld, type PaymentWorld } from '../../../test/support/payment-world.ts'
import { type Actor, systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { closeCashBook, confirmCashBook, findCashRefund, findOpenBook, getFee, getMoney, listBooks, listCashLines, openCashBook, payOutCash, refund, takeCash } from './index.ts'
import { cashInvariants } from './store/cash-invariants.ts'

const CENTRE = 'bac-ninh-hanh-chinh-cong'
const AUTHORITY = 'A024'
const FEE = 135_000
type Clerk = Extract<Actor, { kind: 'staff' }>
let world: PaymentWorld

beforeAll(async () => {
  world = await openPaymentWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
afterEach(async () => expect(await world.broken()).toEqual({}))

function clerk(more: Partial<Clerk> = {}): Clerk {
  return { kind: 'staff', staffId: newId(), personId: newId(), role: 'clerk', provinceCode: '24', officeCode: CENTRE, sessionId: 'test', channel: 'in-person', ...more }
}

function does<T>(who: Actor, act: (work: Work) => Promise<T>): Promise<T> {
  return world.platform.work(who, act)
}

async function opens(who: Clerk, openingVnd = 500_000): Promise<string> {
  await does(who, (work) => openCashBook(work, { openingVnd, authorityCode: AUTHORITY }))
  return (await world.platform.read(who, (work) => findOpenBook(work, who.staffId)))?.id ?? ''
}

function takes(who: Clerk, dossier: { dossierId: string; personId: string }, amountVnd = FEE): Promise<string> {
  return does(who, (work) => takeCash(work, { ...dossier, amountVnd, authorityCode: AUTHORITY, orderInfo: 'TT-7K4M-29QX' }))
}

async function bookOf(who: Clerk, id: string) {
  return (await world.platform.read(who, (work) => listBooks(work, { pointId: who.officeCode ?? '' }, 50))).find((book) => book.id === id)
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(() => 'none', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
}

const moneyOf = (dossierId: string) => world.platform.read(systemActor('test'), (work) => getMoney(work, dossierId))

describe('the fee in cash (A7, B5)', () => {
  test('is booked like any other: receipt in the same series, ledger at zero, the dossier hears of it, no platform is asked', async () => {
    const yen = clerk()
    const bookId = await opens(yen)
    const dossier = world.newDossier()
    const before = (await world.books()).charges
    const receiptId = await takes(yen, dossier)
    await world.workerSettles()
    expect(await moneyOf(dossier.dossierId)).toMatchObject({ feePaid: true, attempts: [{ method: 'cash', state: 'paid', amountVnd: FEE }], charges: [{ method: 'cash' }], receipt: { amountVnd: FEE } })
    expect(await world.platform.read(yen, (work) => getFee(work, dossier.dossierId))).toMatchObject({ paid: true, paidBy: 'cash', receipt: { id: receiptId } })
    expect(await world.facts(dossier.dossierId)).toEqual(['payment.settled'])
    expect([(await world.books()).charges, (await world.ledgerTotals())[`cash:${CENTRE}`]]).toEqual([before, FEE])
    expect(await bookOf(yen, bookId)).toMatchObject({ state: 'open', openingVnd: 500_000, takenVnd: FEE, expectedVnd: 500_000 + FEE })
    const online = world.newDossier()
    await world.press((await world.start(online)).checkoutUrl, 'pay')
    await world.minutesPass(3)
    const numbers = await Promise.all([dossier, online].map(async ({ dossierId }) => Number((await moneyOf(dossierId)).receipt?.number.slice(-7))))
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
  })

  test('pressed twice, by one clerk or by two at once, it is taken once', async () => {
    const [yen, hai] = [clerk(), clerk()]
    await opens(yen)
    await opens(hai)
    const dossier = world.newDossier()
    const receipt = await takes(yen, dossier)
    expect(await takes(yen, dossier)).toBe(receipt)
    expect(await refusalOf(takes(hai, dossier))).toBe('fee-already-paid')
    const another = world.newDossier()
    const [took, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const first = does(yen, async (work) => {
      await takeCash(work, { ...another, amountVnd: FEE, authorityCode: AUTHORITY, orderInfo: 'TT-7K4M-29QX' })
      took.resolve()
      await goesOn.promise
    })
    await took.promise
    const second = refusalOf(takes(hai, another))
    // The other clerk's press has come as far as the first one's row, and waits there.
    try {
      await expect.poll(() => world.platform.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`), { timeout: 3_000 }).toHaveLength(1)
    } finally {
      goesOn.resolve()
    }
    expect([await refusalOf(first), await second]).toEqual(['none', 'fee-already-paid'])
    expect((await moneyOf(another.dossierId)).charges).toHaveLength(1)
  })

  test('an order for the QR code that was not yet used ends; paid all the same it goes back by itself (P4)', async () => {
    const yen = clerk()
    await opens(yen)
    const dossier = world.newDossier()
    const { content } = await world.startTransfer(dossier, FEE)
    await takes(yen, dossier)
    await world.scan(content, 'pay')
    await world.minutesPass(60)
    await world.minutesPass(30)
    const money = await moneyOf(dossier.dossierId)
    expect(money).toMatchObject({ feePaid: true, refunds: [{ method: 'vietqr', reason: 'double', amountVnd: FEE }] })
    expect(money.attempts.map((a) => [a.method, a.state]).sort()).toEqual([['cash', 'paid'], ['vietqr', 'paid']])
    await world.minutesPass(30)
    expect((await moneyOf(dossier.dossierId)).refunds[0]?.state).toBe('done')
  })

  test('who has paid online is not asked for cash, and while a payment is under way nobody takes any', async () => {
    const yen = clerk()
    await opens(yen)
    const [paid, slow] = [world.newDossier(), world.newDossier()]
    await world.press((await world.start(paid)).checkoutUrl, 'pay')
    await world.press((await world.start(slow)).checkoutUrl, 'pay-slow')
    await world.minutesPass(3)
    expect(await refusalOf(takes(yen, paid))).toBe('fee-already-paid')
    expect(await refusalOf(takes(yen, slow))).toBe('payment-being-checked')
    await world.minutesPass(20)
  })

  test('while the platform is silent the drawer is open: only its own word that a payment is under way closes it, and what was paid all the same goes back (P4)', async () => {
    const yen = clerk()
    await opens(yen)
    const [slow, unsure, unused, paid] = [world.newDossier(), world.newDossier(), world.newDossier(), world.newDossier()]
    await world.press((await world.start(slow)).checkoutUrl, 'pay-slow')
    await world.minutesPass(3)
    await world.startTransfer(unsure, FEE)
    await world.startTransfer(unused, FEE)
    const { content } = await world.startTransfer(paid, FEE)
    await world.scan(content, 'pay')
    await world.sandbox.faults.set('payment-platform', { mode: 'error503' })
    await world.minutesPass(6)
    // The last word about the first was that it is under way; that nobody answers any more does not take it back.
    expect(await refusalOf(takes(yen, slow))).toBe('payment-being-checked')
    // Whoever wants to pay another way meanwhile is led back to what is under way, and only then.
    await expect(world.startTransfer(slow, FEE)).rejects.toThrow('invited by a code')
    await world.start(unsure, FEE)
    expect((await moneyOf(unsure.dossierId)).attempts).toMatchObject([{ method: 'vietqr', state: 'failed', reason: 'replaced' }, { method: 'checkout', state: 'started' }])
    for (const one of [unused, paid]) {
      expect(await world.platform.read(yen, (work) => getFee(work, one.dossierId))).toMatchObject({ beingChecked: true, underWay: false })
      await takes(yen, one)
    }
    await world.minutesPass(60)
    await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
    for (const minutes of [60, 30, 30]) await world.minutesPass(minutes)
    expect((await moneyOf(paid.dossierId)).refunds).toMatchObject([{ method: 'vietqr', reason: 'double', amountVnd: FEE, state: 'done' }])
    expect(await moneyOf(unused.dossierId)).toMatchObject({ feePaid: true, refunds: [] })
  })

  test('only a clerk at a point with an open book takes cash, and never for the own dossier', async () => {
    const dossier = world.newDossier()
    const yen = clerk()
    expect(await refusalOf(takes(yen, dossier))).toBe('cash-book-not-open')
    await opens(yen)
    expect(await refusalOf(takes(yen, { ...dossier, personId: yen.personId }))).toBe('own-dossier')
    for (const nobody of [clerk({ officeCode: null }), clerk({ role: 'postal' }), clerk({ role: 'doctor' })]) expect(await refusalOf(takes(nobody, dossier))).toBe('wrong-role')
    expect(await refusalOf(does(systemActor('test'), (work) => openCashBook(work, { openingVnd: 0, authorityCode: AUTHORITY })))).toBe('wrong-role')
  })
})

describe('cash that must go back', () => {
  test('waits at the counter, is paid out of an open book once, and the book and the ledger show it', async () => {
    const [yen, hai] = [clerk(), clerk()]
    await opens(yen)
    const dossier = world.newDossier()
    await takes(yen, dossier)
    await does(systemActor('test'), (work) => refund(work, { dossierId: dossier.dossierId, reason: 'dossier-withdrawn' }))
    await world.workerSettles()
    await world.minutesPass(60)
    expect((await moneyOf(dossier.dossierId)).refunds).toMatchObject([{ method: 'cash', state: 'asked', amountVnd: FEE }])
    const waiting = await world.platform.read(hai, (work) => findCashRefund(work, dossier.dossierId))
    const id = waiting?.refundId ?? ''
    const small = await opens(hai, 100_000)
    expect(await refusalOf(does(hai, (work) => payOutCash(work, id)))).toBe('not-enough-cash')
    await takes(hai, world.newDossier())
    const before = (await world.ledgerTotals())[`cash:${CENTRE}`] ?? 0
    await does(hai, (work) => payOutCash(work, id))
    await does(hai, (work) => payOutCash(work, id))
    expect((await world.ledgerTotals())[`cash:${CENTRE}`]).toBe(before - FEE)
    expect(await bookOf(hai, small)).toMatchObject({ openingVnd: 100_000, takenVnd: FEE, paidOutVnd: FEE, expectedVnd: 100_000 })
    expect((await world.platform.read(hai, (work) => listCashLines(work, small))).map((line) => line.kind)).toEqual(['taken', 'paid-out'])
    expect(await moneyOf(dossier.dossierId)).toMatchObject({ feePaid: false, refunds: [{ state: 'done' }] })
    expect(await world.facts(dossier.dossierId)).toEqual(['payment.settled', 'refund.completed'])
  })

  test('that nobody fetches in time is told to a person, and what came by card is not for a drawer', async () => {
    const yen = clerk()
    await opens(yen)
    const [cash, card] = [world.newDossier(), world.newDossier()]
    await takes(yen, cash)
    await world.press((await world.start(card)).checkoutUrl, 'pay')
    await world.minutesPass(3)
    for (const { dossierId } of [cash, card]) await does(systemActor('test'), (work) => refund(work, { dossierId, reason: 'dossier-withdrawn' }))
    const [byCard] = (await moneyOf(card.dossierId)).refunds
    expect(await refusalOf(does(yen, (work) => payOutCash(work, byCard?.refundId ?? '')))).toBe('nothing-to-return')
    await world.minutesPass(8 * 24 * 60)
    expect((await moneyOf(cash.dossierId)).refunds[0]?.personSince).not.toBe(null)
    const late = await world.platform.read(yen, (work) => findCashRefund(work, cash.dossierId))
    expect(await refusalOf(does(yen, (work) => payOutCash(work, late?.refundId ?? '')))).toBe('cash-book-of-another-day')
    const again = clerk()
    await opens(again)
    await does(again, (work) => payOutCash(work, late?.refundId ?? ''))
    expect(await world.platform.asOwner(`select id from payments.discrepancy where reason = 'refund-overdue' and state = 'open' and refund_id = $1`, [late?.refundId])).toEqual([])
    // The platform's statement knows nothing of drawers, and nobody looks for cash in it.
    await does(systemActor('test'), async (work) => work.enqueue('payments.reconcile', { date: '2026-11-20' }))
    await world.workerSettles()
    expect(await world.platform.asOwner(`select reason from payments.discrepancy where reason like '%absent-from-statement' and state = 'open'`)).toEqual([])
  })
})

describe('the daily cash book', () => {
  test('is counted by its clerk, a difference needs its reason, and only another person confirms it: people are compared, not posts', async () => {
    const yen = clerk()
    const bookId = await opens(yen, 200_000)
    await takes(yen, world.newDossier())
    expect(await refusalOf(does(yen, (work) => closeCashBook(work, bookId, { countedVnd: 334_000, reason: ' ' })))).toBe('note-needed')
    expect(await refusalOf(does(clerk(), (work) => closeCashBook(work, bookId, { countedVnd: 335_000, reason: '' })))).toBe('cash-book-not-open')
    const supervisor = clerk({ role: 'supervisor', officeCode: null })
    expect(await refusalOf(does(supervisor, (work) => confirmCashBook(work, bookId, AUTHORITY)))).toBe('cash-book-not-closed')
    await does(yen, (work) => closeCashBook(work, bookId, { countedVnd: 334_000, reason: 'Thiếu một tờ 1.000 đồng khi thối' }))
    await does(yen, (work) => closeCashBook(work, bookId, { countedVnd: 1, reason: 'lần bấm thứ hai' }))
    expect(await bookOf(yen, bookId)).toMatchObject({ state: 'closed', countedVnd: 334_000, expectedVnd: 335_000, differenceReason: 'Thiếu một tờ 1.000 đồng khi thối' })
    expect(await refusalOf(does(yen, (work) => confirmCashBook(work, bookId, AUTHORITY)))).toBe('four-eyes')
    expect(await refusalOf(does({ ...supervisor, personId: yen.personId }, (work) => confirmCashBook(work, bookId, AUTHORITY)))).toBe('four-eyes')
    expect(await refusalOf(does(supervisor, (work) => confirmCashBook(work, bookId, 'A001')))).toBe('cash-book-not-found')
    expect(await refusalOf(does(clerk({ officeCode: 'bac-ninh-buu-dien-tien-du' }), (work) => confirmCashBook(work, bookId, AUTHORITY)))).toBe('cash-book-not-found')
    await does(supervisor, (work) => confirmCashBook(work, bookId, AUTHORITY))
    await does(supervisor, (work) => confirmCashBook(work, bookId, AUTHORITY))
    expect(await bookOf(yen, bookId)).toMatchObject({ state: 'confirmed', confirmedBy: supervisor.staffId })
  })

  test('of yesterday is counted before today’s begins; a closed one takes nothing more', async () => {
    const yen = clerk()
    const bookId = await opens(yen)
    await world.minutesPass(24 * 60)
    expect(await refusalOf(opens(yen))).toBe('cash-book-of-another-day')
    expect(await refusalOf(takes(yen, world.newDossier()))).toBe('cash-book-of-another-day')
    await does(yen, (work) => closeCashBook(work, bookId, { countedVnd: 500_000, reason: '' }))
    expect(await refusalOf(takes(yen, world.newDossier()))).toBe('cash-book-not-open')
    expect(await opens(yen, 0)).not.toBe(bookId)
    for (const openingVnd of [-1, 0.5, Number.NaN, 900_000_000]) expect(await refusalOf(does(clerk(), (work) => openCashBook(work, { openingVnd, authorityCode: AUTHORITY })))).toBe('amount-unreadable')
  })
})

/** What breaks each promise, done as the owner with triggers off; where a constraint stands before it, that is taken away first. */
const plantings: Readonly<Record<keyof typeof cashInvariants, string>> = {
  'CASH1 the cash account of a point is what its books took in, less what they paid out': `update payments.ledger_entry set account = 'cash:nowhere' where account = 'cash:${CENTRE}' and amount_vnd > 0`,
  'CASH2 nobody confirms the own book': `alter table payments.cash_book drop constraint cash_book_two_people; update payments.cash_book set confirmed_by_person = clerk_person where state = 'confirmed'`,
  'CASH3 cash goes into and out of a book while it is open, on its day': `update payments.cash_book set day = day - 1`,
  'CASH4 what a book was closed with is what its lines sum to, and a difference has its reason': `update payments.cash_book set expected_vnd = expected_vnd + 1, counted_vnd = expected_vnd + 1 where state = 'closed'`,
  'CASH5 cash goes back as cash, over a counter; nothing else does': `update payments.refund set book_id = null where book_id is not null`,
}

test.each(Object.entries(cashInvariants))('%s: the promise notices when it is broken', async (name, query) => {
  await world.platform.asOwner('begin')
  try {
    await world.platform.asOwner('set local session_replication_role = replica')
    await world.platform.asOwner(plantings[name] ?? 'select 1 / 0')
    expect((await world.platform.asOwner(query.text, query.values)).length).toBeGreaterThan(0)
  } finally {
    await world.platform.asOwner('rollback')
  }
})
