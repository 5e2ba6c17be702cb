import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { RefundReason } from '../refunds.ts'

export type BookState = 'open' | 'closed' | 'confirmed'

/** Sổ quỹ: the cash of one clerk for one day. Amounts in đồng. */
export interface CashBook {
  readonly id: string
  readonly pointId: string
  readonly authorityCode: string
  readonly day: LocalDate
  readonly clerk: string
  readonly clerkPerson: string
  readonly state: BookState
  readonly openingVnd: number
  readonly takenVnd: number
  readonly paidOutVnd: number
  /** Opening and takings less what was paid out: what must lie in the drawer. */
  readonly expectedVnd: number
  readonly countedVnd: number | null
  readonly differenceReason: string | null
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
}

const sums = sql`select b.*, coalesce((select sum(c.amount_vnd) from payments.charge c where c.book_id = b.id), 0)::int as taken, coalesce((select sum(r.amount_vnd) from payments.refund r where r.book_id = b.id), 0)::int as paid_out from payments.cash_book b`

function select(where: Sql): Sql {
  return sql`select id, point_id as "pointId", authority_code as "authorityCode", day, clerk, clerk_person as "clerkPerson", state, opening_vnd as "openingVnd", taken as "takenVnd", paid_out as "paidOutVnd",
      opening_vnd + taken - paid_out as "expectedVnd", counted_vnd as "countedVnd", difference_reason as "differenceReason", opened_at as "openedAt", closed_at as "closedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt"
    from (${sums} where ${where}) b`
}

export function findBook(work: Work, id: string): Promise<CashBook | undefined> {
  return work.db.maybe<CashBook>(select(sql`b.id = ${id}`))
}

export function findOpenBook(work: Work, clerk: string): Promise<CashBook | undefined> {
  return work.db.maybe<CashBook>(select(sql`b.clerk = ${clerk} and b.state = 'open'`))
}

/** Locks a book: whoever takes, pays out, closes or confirms waits for the others. @returns it as it is now */
export async function lockBook(work: Work, id: string): Promise<CashBook | undefined> {
  await work.db.maybe(sql`select from payments.cash_book where id = ${id} for update`)
  return findBook(work, id)
}

/** The clerk's open book, locked. */
export async function lockOpenBook(work: Work, clerk: string): Promise<CashBook | undefined> {
  const row = await work.db.maybe<{ id: string }>(sql`select id from payments.cash_book where clerk = ${clerk} and state = 'open' for update`)
  return row && findBook(work, row.id)
}

/** The books of a point, or of all points of an authority, the newest first; unconfirmed ones before all others. */
export function listBooks(work: Work, where: { readonly pointId: string } | { readonly authorityCode: string }, limit: number): Promise<CashBook[]> {
  return work.db.many<CashBook>(sql`${select('pointId' in where ? sql`b.point_id = ${where.pointId}` : sql`b.authority_code = ${where.authorityCode}`)} order by b.state = 'confirmed', b.opened_at desc limit ${limit}`)
}

/** @returns false when this clerk has a book open */
export async function saveBook(work: Work, b: Pick<CashBook, 'id' | 'pointId' | 'authorityCode' | 'clerk' | 'clerkPerson' | 'openingVnd'>): Promise<boolean> {
  return await work.db.run(sql`insert into payments.cash_book (id, point_id, authority_code, day, clerk, clerk_person, opening_vnd, opened_at, state)
    values (${b.id}, ${b.pointId}, ${b.authorityCode}, ${work.today}, ${b.clerk}, ${b.clerkPerson}, ${b.openingVnd}, ${work.now}, 'open') on conflict (clerk) where state = 'open' do nothing`) === 1
}

export async function saveBookClosing(work: Work, id: string, c: { readonly expectedVnd: number; readonly countedVnd: number; readonly reason: string | null }): Promise<void> {
  await work.db.run(sql`update payments.cash_book set state = 'closed', expected_vnd = ${c.expectedVnd}, counted_vnd = ${c.countedVnd}, difference_reason = ${c.reason}, closed_at = ${work.now} where id = ${id} and state = 'open'`)
}

export async function saveBookConfirmation(work: Work, id: string, by: { readonly staffId: string; readonly personId: string }): Promise<void> {
  await work.db.run(sql`update payments.cash_book set state = 'confirmed', confirmed_by = ${by.staffId}, confirmed_by_person = ${by.personId}, confirmed_at = ${work.now} where id = ${id} and state = 'closed'`)
}

/** One line of a book. */
export interface CashLine {
  readonly kind: 'taken' | 'paid-out'
  readonly dossierId: string
  readonly amountVnd: number
  readonly at: Date
  /** Of a taking. */
  readonly receipt: { readonly authorityCode: string; readonly year: number; readonly number: number } | null
  /** Of a paying out. */
  readonly reason: RefundReason | null
}

/** Everything that went into a drawer and out of it, in its order. */
export async function listCashLines(work: Work, bookId: string): Promise<CashLine[]> {
  return work.db.many<CashLine>(sql`
    select 'taken' as kind, c.dossier_id as "dossierId", c.amount_vnd as "amountVnd", c.noted_at as at, jsonb_build_object('authorityCode', r.authority_code, 'year', r.year, 'number', r.number) as receipt, null as reason
      from payments.charge c join payments.receipt r on r.charge_id = c.id where c.book_id = ${bookId}
    union all
    select 'paid-out', f.dossier_id, f.amount_vnd, f.ended_at, null, f.reason from payments.refund f where f.book_id = ${bookId}
    order by at`)
}

/** Where the cash fee of a dossier lies. */
export function findCashFee(work: Work, dossierId: string): Promise<{ bookId: string; receiptId: string } | undefined> {
  return work.db.maybe(sql`select c.book_id as "bookId", r.id as "receiptId" from payments.charge c join payments.receipt r on r.charge_id = c.id
    where c.dossier_id = ${dossierId} and c.use = 'fee' and c.book_id is not null`)
}

/** Cash of a dossier that waits for its payer. */
export function findCashRefund(work: Work, dossierId: string): Promise<{ refundId: string; amountVnd: number; reason: RefundReason } | undefined> {
  return work.db.maybe(sql`select f.id as "refundId", f.amount_vnd as "amountVnd", f.reason from payments.refund f join payments.charge c on c.id = f.charge_id
    where f.dossier_id = ${dossierId} and c.method = 'cash' and f.state = 'asked'`)
}

export async function saveRefundPaidOut(work: Work, refundId: string, bookId: string, refundNo: string): Promise<void> {
  await work.db.run(sql`update payments.refund set state = 'done', next_try_at = null, sent_at = ${work.now}, taken_at = ${work.now}, ended_at = ${work.now}, provider_refund_no = ${refundNo}, last_code = 'cash', book_id = ${bookId} where id = ${refundId} and state = 'asked'`)
}
