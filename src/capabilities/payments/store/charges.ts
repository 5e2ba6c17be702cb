import { join, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Entry } from '../ledger.ts'
import type { PaidBy, SurplusReason } from '../reduction.ts'
import { underWay } from './queries.ts'

/** Money that arrived, in đồng. */
export interface Charge {
  readonly id: string
  readonly method: PaidBy
  /** Null for an orphan, as is the dossier. */
  readonly attemptId: string | null
  readonly dossierId: string | null
  readonly transactionNo: string
  readonly amountVnd: number
  readonly surplus: SurplusReason | null
  readonly paidAt: Date
}

interface Row {
  id: string
  method: PaidBy
  attempt_id: string | null
  dossier_id: string | null
  provider_transaction_no: string
  amount_vnd: number
  surplus_reason: SurplusReason | null
  paid_at: Date
}

function toCharge(row: Row): Charge {
  return { id: row.id, method: row.method, attemptId: row.attempt_id, dossierId: row.dossier_id, transactionNo: row.provider_transaction_no, amountVnd: row.amount_vnd, surplus: row.surplus_reason, paidAt: row.paid_at }
}

/** What confirmed the money: our own query, a statement, or the cash book it lies in (MON3). */
export type Confirmation = { readonly by: 'cash-book'; readonly bookId: string } | { readonly by: 'query'; readonly queryId: string } | { readonly by: 'statement'; readonly statementId: string }

/** @returns false when the platform's transaction is booked already */
export async function saveCharge(work: Work, c: Charge, confirmation: Confirmation): Promise<boolean> {
  return await work.db.run(sql`insert into payments.charge
      (id, method, attempt_id, dossier_id, provider_transaction_no, amount_vnd, use, surplus_reason, confirmed_by, query_id, statement_id, book_id, paid_at, noted_at)
    values (${c.id}, ${c.method}, ${c.attemptId}, ${c.dossierId}, ${c.transactionNo}, ${c.amountVnd}, ${c.surplus === null ? 'fee' : 'surplus'}, ${c.surplus}, ${confirmation.by},
      ${confirmation.by === 'query' ? confirmation.queryId : null}, ${confirmation.by === 'statement' ? confirmation.statementId : null}, ${confirmation.by === 'cash-book' ? confirmation.bookId : null}, ${c.paidAt}, ${work.now})
    on conflict (provider_transaction_no) do nothing`) === 1
}

export async function findChargeByTransaction(work: Work, transactionNo: string): Promise<Charge | undefined> {
  const row = await work.db.maybe<Row>(sql`select * from payments.charge where provider_transaction_no = ${transactionNo}`)
  return row && toCharge(row)
}

export async function getCharge(work: Work, chargeId: string): Promise<Charge> {
  return toCharge(await work.db.one<Row>(sql`select * from payments.charge where id = ${chargeId}`))
}

export async function listCharges(work: Work, dossierId: string): Promise<Charge[]> {
  return (await work.db.many<Row>(sql`select * from payments.charge where dossier_id = ${dossierId} order by noted_at, id`)).map(toCharge)
}

export interface Posting {
  readonly kind: 'charge' | 'refund-owed' | 'refund-done'
  readonly chargeId: string
  readonly refundId: string | null
  readonly dossierId: string | null
  readonly entries: readonly Entry[]
}

/** Books one step of a charge; a step booked before stays as it is. The database checks at commit that it sums to zero. */
export async function post(work: Work, p: Posting): Promise<void> {
  const id = newId()
  const rows = p.entries.map((entry, i) => sql`(${i + 1}::smallint, ${entry.account}, ${entry.amountVnd}::integer)`)
  await work.db.run(sql`with booked as (
      insert into payments.ledger_transaction (id, kind, charge_id, refund_id, dossier_id, at)
      values (${id}, ${p.kind}, ${p.chargeId}, ${p.refundId}, ${p.dossierId}, ${work.now}) on conflict (kind, charge_id) do nothing returning id
    )
    insert into payments.ledger_entry (transaction_id, entry_no, account, amount_vnd)
    select booked.id, e.entry_no, e.account, e.amount_vnd from booked, (values ${join(rows, ', ')}) as e(entry_no, account, amount_vnd)`)
}

/** Biên lai: the number of a paid fee. */
export interface Receipt {
  readonly id: string
  readonly dossierId: string
  readonly authorityCode: string
  readonly year: number
  readonly number: number
  readonly amountVnd: number
  readonly issuedAt: Date
}

/** Issues the next number of an authority and year. The counter row stays locked until the commit, so no number is lost. */
export async function issueReceipt(work: Work, charge: Charge & { readonly attemptId: string; readonly dossierId: string }, authorityCode: string, year: number): Promise<string> {
  const id = newId()
  await work.db.run(sql`with next as (
      insert into payments.receipt_counter as c (authority_code, year, last_number) values (${authorityCode}, ${year}, 1)
      on conflict (authority_code, year) do update set last_number = c.last_number + 1 returning last_number
    )
    insert into payments.receipt (id, charge_id, attempt_id, dossier_id, authority_code, year, number, amount_vnd, issued_at)
    select ${id}, ${charge.id}, ${charge.attemptId}, ${charge.dossierId}, ${authorityCode}, ${year}, last_number, ${charge.amountVnd}, ${work.now} from next`)
  return id
}

/** All money that arrived for a dossier, and the receipt for its fee. */
export async function listReceipted(work: Work, dossierId: string): Promise<{ readonly charges: readonly Charge[]; readonly receipt: Receipt | undefined }> {
  const rows = await work.db.many<Row & { receipt_id: string | null; receipt_authority: string; receipt_year: number; receipt_number: number; receipt_amount: number; issued_at: Date }>(sql`select c.*,
      r.id as receipt_id, r.authority_code as receipt_authority, r.year as receipt_year, r.number as receipt_number, r.amount_vnd as receipt_amount, r.issued_at
    from payments.charge c left join payments.receipt r on r.charge_id = c.id where c.dossier_id = ${dossierId} order by c.noted_at, c.id`)
  const receipts = rows.flatMap((row) => (row.receipt_id === null ? [] : [{ id: row.receipt_id, dossierId, authorityCode: row.receipt_authority, year: row.receipt_year, number: row.receipt_number, amountVnd: row.receipt_amount, issuedAt: row.issued_at }]))
  return { charges: rows.map(toCharge), receipt: receipts[0] }
}

/** The fee of a dossier in one look: for pages and checks that need no history. */
export interface Fee {
  /** Received and not being returned. */
  readonly paid: boolean
  /** An attempt is under way, and the platform does not know its outcome yet. */
  readonly beingChecked: boolean
  /** The platform said so itself when it last answered: until it has an outcome nothing else is taken. */
  readonly underWay: boolean
  readonly receipt: Receipt | undefined
  /** How the fee came; null without a receipt. */
  readonly paidBy: PaidBy | null
}

export async function getFee(work: Work, dossierId: string): Promise<Fee> {
  const row = await work.db.one<{ returned: boolean; pending: boolean; underWay: boolean; id: string | null; paidBy: PaidBy | null } & Omit<Receipt, 'id'>>(sql`
    select r.id, r.dossier_id as "dossierId", r.authority_code as "authorityCode", r.year, r.number, r.amount_vnd as "amountVnd", r.issued_at as "issuedAt", c.method as "paidBy",
      exists (select from payments.refund f where f.charge_id = r.charge_id and f.state <> 'failed') as returned,
      exists (select from payments.attempt a where a.dossier_id = ${dossierId} and a.state = 'pending') as pending,
      exists (select from payments.attempt a where a.dossier_id = ${dossierId} and a.state = 'pending' and ${underWay(sql`a.id`)}) as "underWay"
    from (values (1)) as always(one) left join payments.receipt r on r.dossier_id = ${dossierId} left join payments.charge c on c.id = r.charge_id`)
  const { returned, pending, underWay: isUnderWay, id, paidBy, ...rest } = row
  return { paid: id !== null && !returned, beingChecked: pending, underWay: isUnderWay, receipt: id === null ? undefined : { id, ...rest }, paidBy }
}
