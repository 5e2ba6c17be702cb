import { type Sql, sql } from '../../../platform/db/sql.ts'

/** Promises about cash. Each query returns the rows that break it, and must return none. */
export const cashInvariants: Readonly<Record<string, Sql>> = {
  'CASH1 the cash account of a point is what its books took in, less what they paid out': sql`
    with ledger as (select substr(account, 6) as point_id, sum(amount_vnd) as vnd from payments.ledger_entry where account like 'cash:%' group by 1),
      moved as (
        select b.point_id, c.amount_vnd as vnd from payments.cash_book b join payments.charge c on c.book_id = b.id
        union all select b.point_id, -r.amount_vnd from payments.cash_book b join payments.refund r on r.book_id = b.id
      ), books as (select point_id, sum(vnd) as vnd from moved group by 1)
    select coalesce(l.point_id, b.point_id) as point_id from ledger l full join books b on b.point_id = l.point_id where coalesce(l.vnd, 0) <> coalesce(b.vnd, 0)`,
  'CASH2 nobody confirms the own book': sql`
    select id from payments.cash_book where confirmed_by_person = clerk_person or confirmed_by = clerk`,
  'CASH3 cash goes into and out of a book while it is open, on its day': sql`
    select b.id from payments.cash_book b join (
        select book_id, noted_at as at from payments.charge where book_id is not null union all select book_id, ended_at from payments.refund where book_id is not null
      ) m on m.book_id = b.id
    where m.at < b.opened_at or m.at > coalesce(b.closed_at, m.at) or (m.at at time zone 'Asia/Ho_Chi_Minh')::date <> b.day`,
  'CASH4 what a book was closed with is what its lines sum to, and a difference has its reason': sql`
    select b.id from payments.cash_book b where b.closed_at is not null
      and (b.expected_vnd <> b.opening_vnd + coalesce((select sum(c.amount_vnd) from payments.charge c where c.book_id = b.id), 0) - coalesce((select sum(r.amount_vnd) from payments.refund r where r.book_id = b.id), 0)
        or (b.counted_vnd <> b.expected_vnd and coalesce(b.difference_reason, '') = ''))`,
  'CASH5 cash goes back as cash, over a counter; nothing else does': sql`
    select r.id from payments.refund r join payments.charge c on c.id = r.charge_id where (r.state = 'done' and c.method = 'cash') <> (r.book_id is not null)`,
}
