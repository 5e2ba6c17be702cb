import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPaymentWorld, type PaymentWorld } from '../../../../test/support/payment-world.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { refund } from '../index.ts'
import { invariants } from './invariants.ts'

let world: PaymentWorld

/** One dossier that paid, one whose fee went back, one being paid: what the plantings below spoil. */
beforeAll(async () => {
  world = await openPaymentWorld()
  const [paid, returned, open] = [world.newDossier(), world.newDossier(), world.newDossier()]
  for (const dossier of [paid, returned]) await world.press((await world.start(dossier)).checkoutUrl, 'pay-double')
  await world.minutesPass(3)
  await world.platform.work(systemActor('test'), (work) => refund(work, { dossierId: returned.dossierId, reason: 'dossier-refused' }))
  await world.workerSettles()
  await world.minutesPass(10)
  await world.platform.work(systemActor('test'), async (work) => work.enqueue('payments.reconcile', { date: '2026-11-20' }))
  await world.workerSettles()
  await world.minutesPass(10)
  await world.start(open)
  const unsure = world.newDossier()
  await world.startTransfer(unsure)
  await world.start(unsure)
})
afterAll(() => world[Symbol.asyncDispose]())

/** What breaks each promise, done as the owner with triggers off: what no code of ours may do. */
const plantings: Record<keyof typeof invariants, string> = {
  'MON1 what came in is kept as the fee or went back or is being returned': `update payments.ledger_entry set amount_vnd = amount_vnd * 2`,
  'MON1 a dossier whose money must go back keeps none, unless it is under way or a person was told': `insert into payments.closing (dossier_id, reason, keeps_fee, closed_at)
    select dossier_id, 'dossier-refused', false, noted_at from payments.charge where dossier_id not in (select dossier_id from payments.closing) limit 1`,
  'MON2 every ledger transaction sums to zero': `update payments.ledger_entry set amount_vnd = amount_vnd + 1 where entry_no = 1 and transaction_id = (select id from payments.ledger_transaction limit 1)`,
  'MON2 the whole ledger sums to zero': `delete from payments.ledger_entry where entry_no = 1 and transaction_id = (select id from payments.ledger_transaction limit 1)`,
  'MON2 every charge is booked, every finished refund too': `delete from payments.ledger_entry; delete from payments.ledger_transaction`,
  'MON3 settled money was confirmed by our own query or by a statement, with equal amount': `update payments.query_answer set result = 'unfinished'`,
  'MON3 a paid attempt has its charge': `update payments.attempt set provider_transaction_no = '1' where state = 'paid'`,
  'MON4 one fee a dossier, one receipt a fee': `delete from payments.receipt`,
  'MON4 every surplus has exactly one refund that is not refused, or a person was told': `delete from payments.refund where reason = 'double'`,
  'MON5 no charge is returned beyond its amount': `update payments.refund set amount_vnd = amount_vnd + 1 where state = 'done'`,
  'MON5 a refund that no rule asked for was wanted by one person and confirmed by another': `update payments.refund set reason = 'by-hand'`,
  'MON8 who ended a difference by hand said why, and it is an event': `insert into payments.discrepancy (id, key, reason, state, owner, found_at, ended_at, ended_by, note)
    select gen_random_uuid(), 'planted', 'missing', 'resolved', 'payments-desk', started_at, started_at, 'somebody', 'done' from payments.attempt limit 1`,
  'MON9 a refund under way has its own deadline in the book of due things, or a person was told': `update payments.refund set state = 'sent', ended_at = null, next_try_at = due_at where reason = 'double'`,
  'MON6 a refund goes back where its charge came from': `update payments.refund set dossier_id = gen_random_uuid()`,
  'MON7 no unknown attempt is without a next question within a day of its start': `update payments.attempt set next_query_at = started_at + interval '25 hours' where state = 'started'`,
  'MON7 an order that was replaced is asked about once its page has closed, until the platform has answered or a day is over': `delete from platform.due where task = 'payments.query' and key in (select id::text from payments.attempt where reason = 'replaced')`,
  'MON8 each statement line matched, or has a discrepancy with an owner': `update payments.statement_line set charge_id = null, discrepancy_id = null where line_no = 1`,
  'MON9 money that must go back has a refund, and one past its deadline is in the hands of a person': `update payments.refund set state = 'sent', ended_at = null, next_try_at = due_at + interval '3 hours' where reason = 'double'`,
  'receipt numbers have no gap': `update payments.receipt set number = number + 1 where number = (select max(number) from payments.receipt)`,
  'a call-back alone settles nothing': `update payments.attempt set asked_at = null where state = 'paid'`,
}

describe('every promise about money notices when it is broken', () => {
  test('as long as nobody breaks one, none complains', async () => {
    expect(await world.broken()).toEqual({})
    expect((await world.platform.asOwner(`select 1 from payments.refund where reason = 'double' and state = 'done'`)).length).toBe(2)
  })

  test.each(Object.entries(plantings))('%s', async (name, planting) => {
    const client = world.platform
    await client.asOwner('begin')
    try {
      await client.asOwner(`set local session_replication_role = replica`)
      await client.asOwner(planting)
      const query = invariants[name]
      expect(query).toBeDefined()
      expect((await client.asOwner(query?.text ?? '', query?.values ?? [])).length).toBeGreaterThan(0)
    } finally {
      await client.asOwner('rollback')
    }
  })
})

describe('what the database itself refuses', () => {
  const asApplication = (statement: string) => world.platform.pool.query(statement)

  test('the application can neither change nor delete what is append-only (AUD5)', async () => {
    for (const table of ['ledger_entry', 'ledger_transaction', 'charge', 'receipt', 'query', 'query_answer', 'call_back', 'closing', 'statement', 'statement_line']) {
      await expect(asApplication(`delete from payments.${table}`)).rejects.toThrow('permission denied')
      const [column] = await world.platform.asOwner<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'payments.${table}'::regclass and attnum = 1`)
      await expect(asApplication(`update payments.${table} set ${column?.name} = ${column?.name}`)).rejects.toThrow('permission denied')
    }
  })

  test('the amount and the reference of an attempt are frozen', async () => {
    await expect(asApplication('update payments.attempt set amount_vnd = 1')).rejects.toThrow('permission denied')
    await expect(asApplication(`update payments.attempt set txn_ref = 'X'`)).rejects.toThrow('permission denied')
  })

  test('a ledger transaction that does not sum to zero, or has no entries, does not commit', async () => {
    const [row] = await world.platform.asOwner<{ charge: string; dossier: string }>(`select id as charge, dossier_id as dossier from payments.charge where use = 'fee' and dossier_id not in (select dossier_id from payments.closing)`)
    const header = `insert into payments.ledger_transaction (id, kind, charge_id, refund_id, dossier_id, at) select $1::uuid, 'refund-owed', c.id, r.id, c.dossier_id, c.noted_at from payments.charge c, payments.refund r where c.id = $2 limit 1`
    const client = await world.platform.pool.connect()
    try {
      for (const entries of ['', `(1, 'platform', 5), (2, 'owed-to-payer', -4)`]) {
        const id = newId()
        await client.query('begin')
        await client.query(header, [id, row?.charge])
        if (entries) await client.query(`insert into payments.ledger_entry (entry_no, account, amount_vnd, transaction_id) select e.n, e.a, e.v, '${id}' from (values ${entries}) as e(n, a, v)`)
        await expect(client.query('commit')).rejects.toThrow('does not sum to zero')
      }
    } finally {
      client.release()
    }
  })
})

test('receipts issued at once, some of them rolled back, are numbered without a gap', async () => {
  const dossiers = await Promise.all(Array.from({ length: 6 }, async () => {
    const dossier = world.newDossier()
    await world.press((await world.start(dossier)).checkoutUrl, 'pay-silent')
    return dossier
  }))
  const taken = await world.platform.asOwner<{ id: string }>(`select id from payments.attempt where dossier_id = any($1)`, [dossiers.map((d) => d.dossierId)])
  const { jobs } = await import('../index.ts')
  const job = jobs['payments.query']
  await Promise.all(taken.flatMap(({ id }) => [job?.(world.platform, { attemptId: id }), job?.(world.platform, { attemptId: id })]))
  const numbers = await world.platform.asOwner<{ number: number }>(`select number from payments.receipt order by number`)
  expect(numbers.map((row) => row.number)).toEqual(Array.from({ length: 8 }, (_, i) => i + 1))
  expect(await world.broken()).toEqual({})
})
