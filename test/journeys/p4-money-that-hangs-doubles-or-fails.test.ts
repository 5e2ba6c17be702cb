/** Payment is slow, is taken twice, is not told, or fails after the charge; and nobody loses money or asks for it (P4, B5, D5). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Charge, Refund } from '../../sandbox/payment-platform/books.ts'
import { returns, transfers } from '../../sandbox/payment-platform/bank/books.ts'
import { getMoney, startAttempt } from '../../src/capabilities/payments/index.ts'
import { withdraw } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { decide, dossierOf, needsOf, pay } from '../support/case-steps.ts'

const actor = systemActor('test')
let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const moneyOf = (id: string) => world.platform.read(actor, (work) => getMoney(work, id))
const box = () => world.sandbox.boxOf('payment-platform')

/** What the platform itself says that it gave back of a dossier's orders. */
async function sentBack(id: string): Promise<Refund[]> {
  const orders = await world.platform.asOwner<{ ref: string }>('select txn_ref as ref from payments.attempt where dossier_id = $1', [id])
  const all = await box().docs<Refund>('refunds').list({ where: { state: 'sent' } })
  return all.filter((one) => orders.some(({ ref }) => ref === one.txnRef))
}

async function daysPass(days: number): Promise<void> {
  for (let day = 0; day < days; day++) await world.hoursPass(24)
}

test('An’s payment hangs at his bank: he cannot pay again by mistake, and the dossier goes on by itself when the bank has answered', async () => {
  const id = await world.file('an')
  const { personId, amountVnd, submissionCode } = await dossierOf(world, id)
  const start = () => world.platform.work(actor, (work) => startAttempt(work, world.platform.config, { dossierId: id, personId, amountVnd, authorityCode: 'G01024', orderInfo: submissionCode }))
  await pay(world, id, 'pay-slow')
  const [first] = (await moneyOf(id)).attempts
  expect(first?.amountVnd).toBe(amountVnd)
  expect(await needsOf(world, id)).toMatchObject({ fee: 'met' })
  expect((await moneyOf(id)).refunds).toEqual([])
  await expect(start()).rejects.toThrow('fee-already-paid')
  await decide(world, id)
  expect((await dossierOf(world, id)).status).toBe('approved')
})

test('Bình is charged, then the platform breaks and tells nobody: he has paid all the same, without doing anything', async () => {
  const id = await world.file('binh')
  await pay(world, id, 'pay-silent')
  expect(await moneyOf(id)).toMatchObject({ feePaid: true, attempts: [{ state: 'paid' }] })
  expect(await box().docs<Charge>('charges').list({ where: { txnRef: (await sole(id)) } })).toHaveLength(1)
})

async function sole(id: string): Promise<string> {
  const [row] = await world.platform.asOwner<{ ref: string }>('select txn_ref as ref from payments.attempt where dossier_id = $1', [id])
  return row?.ref ?? ''
}

test('Dũng is charged twice: the night’s statement shows it, and the second charge is back where it came from before he could write a letter', async () => {
  const id = await world.file('dung')
  await pay(world, id, 'pay-double')
  await daysPass(3)
  const money = await moneyOf(id)
  expect(money).toMatchObject({ feePaid: true, refunds: [{ state: 'done', reason: 'double', personSince: null }] })
  const [refund] = money.refunds
  expect(refund?.endedAt?.getTime()).toBeLessThan(refund?.dueAt.getTime() ?? 0)
  expect(await sentBack(id)).toMatchObject([{ amountVnd: 135_000, chargeNo: refund?.transactionNo }])
})

test('Hạnh withdraws while the platform is silent for three days: her fee is on its way back the moment it answers, and each stage has its time', async () => {
  const id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
  await world.fault('payment-platform', { mode: 'error503' })
  const { actor: hanh } = await world.signIn('hanh')
  await world.platform.work(hanh, (work) => withdraw(work, id))
  await daysPass(3)
  expect((await moneyOf(id)).refunds).toMatchObject([{ state: 'sent', takenAt: null, personSince: null }])
  await world.fault('payment-platform', { mode: 'ok' })
  for (let i = 0; i < 3; i++) await world.hoursPass(1)
  const [refund] = (await moneyOf(id)).refunds
  expect(refund).toMatchObject({ state: 'done' })
  const stages = [refund?.askedAt, refund?.sentAt, refund?.takenAt, refund?.endedAt].map((at) => at?.getTime() ?? Number.NaN)
  expect([...stages].sort((a, b) => a - b)).toEqual(stages)
  expect(await sentBack(id)).toHaveLength(1)
})

test('Nam pays by transfer and mistypes the reference: the money goes back to the account it came from, and he pays again with one click', async () => {
  const id = await world.file('nam', { classChoice: { 'law-2008:FB2': 'law-2024:BE' } })
  const { personId, amountVnd, submissionCode } = await dossierOf(world, id)
  const transfer = async (choice: string) => {
    const { invitation } = await world.platform.work(actor, (work) => startAttempt(work, world.platform.config, { dossierId: id, personId, amountVnd, authorityCode: 'G01024', orderInfo: submissionCode, method: 'vietqr' }))
    if (invitation.kind !== 'qr') throw new Error('not a code')
    await fetch(`${world.sandbox.url}/pay/ngan-hang`, { method: 'POST', body: new URLSearchParams({ qr: invitation.content, choice }) })
  }
  await transfer('wrong-reference')
  await daysPass(2)
  await world.hoursPass(1)
  const [sent] = await transfers(box()).list()
  expect(await returns(box()).list()).toMatchObject([{ state: 'sent', amountVnd, toAccount: sent?.fromAccount, transferNo: sent?.transactionNo }])
  await transfer('pay')
  await world.hoursPass(1)
  expect(await needsOf(world, id)).toMatchObject({ fee: 'met' })
})

test('after all of it the platform’s books and our ledger agree to the đồng, and receipts are numbered without a gap (MON10)', async () => {
  await daysPass(2)
  const books: { chargedVnd: number; refundedVnd: number } = await (await fetch(`${world.sandbox.url}/pay/books`)).json()
  const [held] = await world.platform.asOwner<{ vnd: string }>(`select sum(amount_vnd) as vnd from payments.ledger_entry where account = 'platform'`)
  expect(Number(held?.vnd)).toBe(books.chargedVnd - books.refundedVnd)
  const numbers = await world.platform.asOwner<{ number: number }>('select number from payments.receipt order by number')
  expect(numbers.map((row) => row.number)).toEqual(numbers.map((_, i) => i + 1))
  expect(await world.platform.asOwner(`select reason from payments.discrepancy where state = 'open'`)).toEqual([])
})
