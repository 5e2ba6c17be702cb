import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { actorId } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'

export type DiscrepancyReason =
  | 'missing' | 'other-transaction' | 'amount-differs' | 'double' | 'adopted' | 'orphan' | 'unknown-reference' | 'unknown-refund' | 'line-twice' | 'line-differs'
  | 'absent-from-statement' | 'refund-absent-from-statement' | 'refund-refused' | 'refund-overdue'

/** A disagreement between the platform's books and ours. Open ones have an owner; none is ever deleted. */
export interface Discrepancy {
  readonly id: string
  readonly reason: DiscrepancyReason
  readonly state: 'open' | 'repaired' | 'resolved'
  readonly owner: string
  readonly attemptId: string | null
  readonly refundId: string | null
  readonly transactionNo: string | null
  readonly statementDate: string | null
  readonly amountVnd: number | null
  readonly foundAt: Date
  readonly note: string | null
}

const columns = sql`id, reason, state, owner, attempt_id as "attemptId", refund_id as "refundId", provider_transaction_no as "transactionNo",
  statement_date as "statementDate", amount_vnd as "amountVnd", found_at as "foundAt", note`

export interface NewDiscrepancy {
  readonly reason: DiscrepancyReason
  /** What it is about: the same reason about the same thing is one row. */
  readonly about: string
  /** True when it was put right in the same transaction. */
  readonly repaired: boolean
  readonly attemptId?: string
  readonly refundId?: string
  readonly transactionNo?: string
  readonly statementDate?: string
  readonly amountVnd?: number
}

/** Who looks after open ones: the people who handle money at the authority. */
const OWNER = 'payments-desk'

/** Notes a disagreement once; one that seemed repaired and is seen again is open again. @returns its id, new or known */
export async function saveDiscrepancy(work: Work, d: NewDiscrepancy): Promise<string> {
  const key = `${d.reason}:${d.about}`
  await work.db.run(sql`insert into payments.discrepancy
      (id, key, reason, state, owner, attempt_id, refund_id, provider_transaction_no, statement_date, amount_vnd, found_at, ended_at, ended_by)
    values (${newId()}, ${key}, ${d.reason}, ${d.repaired ? 'repaired' : 'open'}, ${OWNER}, ${d.attemptId ?? null}, ${d.refundId ?? null}, ${d.transactionNo ?? null},
      ${d.statementDate ?? null}, ${d.amountVnd ?? null}, ${work.now}, ${d.repaired ? work.now : null}, ${d.repaired ? actorId(work.actor) : null})
    on conflict (key) do update set state = 'open', ended_at = null, ended_by = null where payments.discrepancy.state = 'repaired' and excluded.state = 'open'`)
  return (await work.db.one<{ id: string }>(sql`select id from payments.discrepancy where key = ${key}`)).id
}

/** Ends open ones that were repaired since. */
export async function repairDiscrepancies(work: Work, reason: DiscrepancyReason, about: string): Promise<void> {
  await work.db.run(sql`update payments.discrepancy set state = 'repaired', ended_at = ${work.now}, ended_by = ${actorId(work.actor)} where key = ${`${reason}:${about}`} and state = 'open'`)
}

/** What a day's statement said wrongly before and says no more: the platform has put it right. */
export async function repairVanished(work: Work, statementDate: string, stillThere: readonly string[]): Promise<void> {
  await work.db.run(sql`update payments.discrepancy set state = 'repaired', ended_at = ${work.now}, ended_by = ${actorId(work.actor)}
    where state = 'open' and statement_date = ${statementDate} and reason in ('unknown-reference', 'unknown-refund', 'line-twice', 'line-differs') and not (id = any(${stillThere}::uuid[]))`)
}

export async function listDiscrepancies(work: Work, options: { readonly openOnly: boolean; readonly limit: number }): Promise<Discrepancy[]> {
  return work.db.many<Discrepancy>(sql`select ${columns} from payments.discrepancy where (state = 'open' or not ${options.openOnly}::boolean) order by found_at, id limit ${options.limit}`)
}

export async function findDiscrepancy(work: Work, id: string): Promise<Discrepancy | undefined> {
  return work.db.maybe<Discrepancy>(sql`select ${columns} from payments.discrepancy where id = ${id} for update`)
}

/** Whose payment a disagreement is about: the attempt it names, or that of its refund or its transaction. */
export async function findAttemptOfDiscrepancy(work: Work, id: string): Promise<string | undefined> {
  const row = await work.db.maybe<{ id: string | null }>(sql`select coalesce(d.attempt_id, r.attempt_id, c.attempt_id) as id from payments.discrepancy d
    left join payments.refund r on r.id = d.refund_id left join payments.charge c on c.provider_transaction_no = d.provider_transaction_no where d.id = ${id}`)
  return row?.id ?? undefined
}

/** Which refunds are in a person's hands, and since when. */
export async function listToldRefunds(work: Work, refundIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await work.db.many<{ id: string; at: Date }>(sql`select refund_id as id, min(found_at) as at from payments.discrepancy
    where refund_id = any(${refundIds}::uuid[]) and reason in ('refund-refused', 'refund-overdue') group by refund_id`)
  return new Map(rows.map((row) => [row.id, row.at]))
}

/** @returns false when it was not open */
export async function saveResolution(work: Work, id: string, note: string): Promise<boolean> {
  return await work.db.run(sql`update payments.discrepancy set state = 'resolved', ended_at = ${work.now}, ended_by = ${actorId(work.actor)}, note = ${note} where id = ${id} and state = 'open'`) === 1
}

export interface NewStatement {
  readonly id: string
  readonly date: string
  readonly lineCount: number
  readonly exchangeId: string
  readonly rawHash: Buffer
}

export async function saveStatement(work: Work, s: NewStatement): Promise<void> {
  await work.db.run(sql`insert into payments.statement (id, statement_date, read_at, line_count, exchange_id, raw_hash)
    values (${s.id}, ${s.date}, ${work.now}, ${s.lineCount}, ${s.exchangeId}, ${s.rawHash})`)
}

/** The last reading of a day when it said the very same and nothing of that day is open: there is nothing new to compare. */
export async function findSameReading(work: Work, date: string, rawHash: Buffer): Promise<string | undefined> {
  const row = await work.db.maybe<{ id: string; raw_hash: Buffer }>(sql`select id, raw_hash from payments.statement where statement_date = ${date}
      and not exists (select from payments.discrepancy d where d.state = 'open' and d.statement_date = ${date}) order by read_at desc, id desc limit 1`)
  return row?.raw_hash.equals(rawHash) ? row.id : undefined
}

export interface SavedLine {
  readonly lineNo: number
  readonly kind: 'payment' | 'refund'
  readonly transactionNo: string
  readonly txnRef: string
  readonly amountVnd: number
  readonly at: Date
  readonly chargeId: string | null
  readonly refundId: string | null
  readonly discrepancyId: string | null
}

export async function saveLine(work: Work, statementId: string, l: SavedLine): Promise<void> {
  await work.db.run(sql`insert into payments.statement_line (statement_id, line_no, kind, provider_transaction_no, txn_ref, amount_vnd, at, charge_id, refund_id, discrepancy_id)
    values (${statementId}, ${l.lineNo}, ${l.kind}, ${l.transactionNo}, ${l.txnRef}, ${l.amountVnd}, ${l.at}, ${l.chargeId}, ${l.refundId}, ${l.discrepancyId})`)
}

/** Whether a line under another number than this was matched with the refund. */
export async function isMatchedElsewhere(work: Work, refundId: string, transactionNo: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from payments.statement_line where refund_id = ${refundId} and provider_transaction_no <> ${transactionNo} limit 1`)) !== undefined
}

/**
 * The days to read: from the day after the last one read (or of the first attempt), and the last seven once more: a statement
 * that lacked a line of money we never heard of is only found wrong when the platform has put it right. @param until the last day, included
 */
export async function listDaysToRead(work: Work, until: string, limit: number): Promise<string[]> {
  const rows = await work.db.many<{ day: string }>(sql`
    select distinct day::date as day from (
      select generate_series(coalesce((select max(statement_date) + 1 from payments.statement), (select min((started_at at time zone 'Asia/Ho_Chi_Minh')::date) from payments.attempt)), ${until}::date, interval '1 day') as day
      union all
      select statement_date from payments.statement where statement_date between ${until}::date - 6 and ${until}::date
    ) d where day is not null order by day limit ${limit}`)
  return rows.map((row) => row.day)
}

/** Our charges of a day that the statement just read does not hold. */
export async function listChargesNotIn(work: Work, statementId: string, from: Date, to: Date): Promise<{ id: string; attemptId: string | null; transactionNo: string; amountVnd: number }[]> {
  return work.db.many(sql`select c.id, c.attempt_id as "attemptId", c.provider_transaction_no as "transactionNo", c.amount_vnd as "amountVnd" from payments.charge c
    where c.paid_at >= ${from} and c.paid_at < ${to} and c.method <> 'cash'
      and not exists (select from payments.statement_line l where l.statement_id = ${statementId} and l.kind = 'payment' and l.provider_transaction_no = c.provider_transaction_no)`)
}

/** Refunds finished before an instant that no statement read so far holds. */
export async function listRefundsNotInAny(work: Work, before: Date): Promise<{ id: string; attemptId: string | null; amountVnd: number }[]> {
  return work.db.many(sql`select r.id, r.attempt_id as "attemptId", r.amount_vnd as "amountVnd" from payments.refund r
    where r.state = 'done' and r.ended_at < ${before} and r.book_id is null and not exists (select from payments.statement_line l where l.refund_id = r.id)`)
}
