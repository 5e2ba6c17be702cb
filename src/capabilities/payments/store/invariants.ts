import { type Sql, sql } from '../../../platform/db/sql.ts'

/** Promises about money. Each query returns the rows that break it, and must return none. */
export const invariants: Readonly<Record<string, Sql>> = {
  'MON1 what came in is kept as the fee or went back or is being returned': sql`
    with came as (select coalesce(c.dossier_id, c.id) as owner, sum(c.amount_vnd) as vnd from payments.charge c group by 1),
      went as (select coalesce(r.dossier_id, r.charge_id) as owner, sum(r.amount_vnd) as vnd from payments.refund r where r.state = 'done' group by 1),
      held as (select coalesce(t.dossier_id, t.charge_id) as owner, sum(e.amount_vnd) as vnd from payments.ledger_transaction t
        join payments.ledger_entry e on e.transaction_id = t.id where e.account = 'platform' or e.account like 'cash:%' group by 1)
    select came.owner from came left join went on went.owner = came.owner left join held on held.owner = came.owner
    where coalesce(held.vnd, 0) <> came.vnd - coalesce(went.vnd, 0)`,
  'MON1 a dossier whose money must go back keeps none, unless it is under way or a person was told': sql`
    select c.id from payments.charge c join payments.closing k on k.dossier_id = c.dossier_id
    where not k.keeps_fee and not exists (select from payments.refund r where r.charge_id = c.id and r.state <> 'failed')
      and not exists (select from payments.refund r join payments.discrepancy d on d.refund_id = r.id where r.charge_id = c.id and r.state = 'failed')`,
  'MON2 every ledger transaction sums to zero': sql`
    select t.id from payments.ledger_transaction t left join payments.ledger_entry e on e.transaction_id = t.id group by t.id having coalesce(sum(e.amount_vnd), 1) <> 0 or count(e.entry_no) < 2`,
  'MON2 the whole ledger sums to zero': sql`select sum(amount_vnd) as total from payments.ledger_entry having sum(amount_vnd) <> 0`,
  'MON2 every charge is booked, every finished refund too': sql`
    select c.id from payments.charge c where not exists (select from payments.ledger_transaction t where t.charge_id = c.id and t.kind = 'charge')
    union all
    select r.id from payments.refund r where r.state = 'done' and not exists (select from payments.ledger_transaction t where t.charge_id = r.charge_id and t.kind = 'refund-done')
    union all
    select t.id from payments.ledger_transaction t where t.kind = 'refund-done' and not exists (select from payments.refund r where r.id = t.refund_id and r.state = 'done')`,
  'MON3 settled money was confirmed by our own query or by a statement, with equal amount': sql`
    select c.id from payments.charge c left join payments.attempt a on a.id = c.attempt_id
    left join payments.query_answer q on q.query_id = c.query_id
    left join payments.statement_line s on s.statement_id = c.statement_id and s.kind = 'payment' and s.provider_transaction_no = c.provider_transaction_no
    where (c.use = 'fee' and c.amount_vnd is distinct from a.amount_vnd)
       or not (coalesce(q.result = 'paid', false) or coalesce(s.amount_vnd = c.amount_vnd, false) or c.book_id is not null)`,
  'MON3 a paid attempt has its charge': sql`
    select a.id from payments.attempt a where a.state = 'paid'
      and not exists (select from payments.charge c where c.attempt_id = a.id and c.provider_transaction_no = a.provider_transaction_no and c.amount_vnd = a.amount_vnd)`,
  'MON4 one fee a dossier, one receipt a fee': sql`
    select c.dossier_id from payments.charge c where c.use = 'fee' group by c.dossier_id having count(*) > 1
    union all
    select c.id from payments.charge c left join payments.receipt r on r.charge_id = c.id where (c.use = 'fee') <> (r.id is not null)`,
  'MON4 every surplus has exactly one refund that is not refused, or a person was told': sql`
    select c.id from payments.charge c where c.use = 'surplus' and (select count(*) from payments.refund r where r.charge_id = c.id and r.state <> 'failed') <> 1
      and not exists (select from payments.refund r join payments.discrepancy d on d.refund_id = r.id where r.charge_id = c.id and r.state = 'failed')`,
  'MON5 no charge is returned beyond its amount': sql`
    select c.id from payments.charge c join payments.refund r on r.charge_id = c.id and r.state <> 'failed' group by c.id having sum(r.amount_vnd) > c.amount_vnd`,
  'MON6 a refund goes back where its charge came from': sql`
    select r.id from payments.refund r join payments.charge c on c.id = r.charge_id where r.attempt_id is distinct from c.attempt_id or r.dossier_id is distinct from c.dossier_id`,
  'MON7 no unknown attempt is without a next question within a day of its start': sql`
    select id from payments.attempt where state in ('started', 'pending') and (next_query_at is null or next_query_at > started_at + interval '24 hours' + interval '5 minutes')`,
  'MON7 an order that was replaced is asked about once its page has closed, until the platform has answered or a day is over': sql`
    select a.id from payments.attempt a where a.reason = 'replaced'
      and coalesce(a.answered_at, a.started_at) < a.expires_at and coalesce(a.asked_at, a.started_at) < a.started_at + interval '24 hours'
      and not exists (select from platform.due d where d.task = 'payments.query' and d.key = a.id::text)
      and not exists (select from graphile_worker._private_jobs j where j.payload->>'attemptId' = a.id::text)`,
  'MON8 each statement line matched, or has a discrepancy with an owner': sql`
    select l.statement_id, l.line_no from payments.statement_line l left join payments.discrepancy d on d.id = l.discrepancy_id
    where l.charge_id is null and l.refund_id is null and coalesce(d.owner, '') = ''`,
  'MON5 a refund that no rule asked for was wanted by one person and confirmed by another': sql`
    select r.id from payments.refund r where r.reason = 'by-hand'
      and not exists (select from payments.refund earlier where earlier.charge_id = r.charge_id and earlier.reason = 'by-hand' and earlier.asked_at < r.asked_at)
      and not exists (select from payments.proposal p where p.refund_id = r.id and p.state = 'confirmed' and p.ended_by <> p.proposed_by)`,
  'MON8 who ended a difference by hand said why, and it is an event': sql`
    select d.id from payments.discrepancy d where d.state = 'resolved'
      and not exists (select from payments.desk_event e where e.discrepancy_id = d.id and e.kind = 'resolved' and e.by_staff = d.ended_by and coalesce(e.note, '') <> '')`,
  'MON9 a refund under way has its own deadline in the book of due things, or a person was told': sql`
    select r.id from payments.refund r where r.state in ('asked', 'sent')
      and not exists (select from platform.due d where d.task = 'payments.refund-deadline' and d.key = r.id::text)
      and not exists (select from graphile_worker._private_jobs j where j.payload->>'refundId' = r.id::text)
      and not exists (select from payments.discrepancy d where d.refund_id = r.id and d.reason = 'refund-overdue')`,
  'MON9 money that must go back has a refund, and one past its deadline is in the hands of a person': sql`
    select r.id from payments.refund r where r.state in ('asked', 'sent') and r.next_try_at > r.due_at + interval '2 hours'
      and not exists (select from payments.discrepancy d where d.refund_id = r.id and d.reason = 'refund-overdue')`,
  'receipt numbers have no gap': sql`
    select authority_code, year from payments.receipt group by authority_code, year having max(number) <> count(*)
    union all
    select k.authority_code, k.year from payments.receipt_counter k where k.last_number <> (select count(*) from payments.receipt r where r.authority_code = k.authority_code and r.year = k.year)`,
  'a call-back alone settles nothing': sql`
    select a.id from payments.attempt a where a.state in ('paid', 'failed', 'missing') and a.asked_at is null and a.reason is distinct from 'replaced'
      and not exists (select from payments.charge c where c.attempt_id = a.id and c.confirmed_by in ('statement', 'cash-book') and (a.state <> 'paid' or c.provider_transaction_no = a.provider_transaction_no))`,
}
