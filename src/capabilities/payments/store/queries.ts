import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

export interface NewQuery {
  readonly id: string
  readonly attemptId: string | null
  readonly refundId: string | null
  readonly kind: 'payment' | 'refund-request' | 'refund-status'
}

/** Written before the question leaves (OUT1). */
export async function saveQuery(work: Work, q: NewQuery): Promise<void> {
  await work.db.run(sql`insert into payments.query (id, attempt_id, refund_id, kind, asked_at) values (${q.id}, ${q.attemptId}, ${q.refundId}, ${q.kind}, ${work.now})`)
}

export interface NewQueryAnswer {
  readonly queryId: string
  readonly result: string
  readonly code: string
  readonly exchangeId: string | null
  readonly rawHash: Buffer | null
}

export async function saveQueryAnswer(work: Work, a: NewQueryAnswer): Promise<void> {
  await work.db.run(sql`insert into payments.query_answer (query_id, answered_at, result, code, exchange_id, raw_hash)
    values (${a.queryId}, ${work.now}, ${a.result}, ${a.code}, ${a.exchangeId}, ${a.rawHash})`)
}

/** Whether the last usable answer about an attempt says that a payment is under way: an outage says neither that nor that it ended. */
export function underWay(attemptId: Sql): Sql {
  return sql`coalesce((select w.result = 'unfinished' from payments.query q join payments.query_answer w on w.query_id = q.id
    where q.attempt_id = ${attemptId} and q.kind = 'payment' and w.result <> 'unavailable' order by w.answered_at desc, q.asked_at desc limit 1), false)`
}

export async function isUnderWay(work: Work, attemptId: string): Promise<boolean> {
  return (await work.db.one<{ yes: boolean }>(sql`select ${underWay(sql`${attemptId}::uuid`)} as yes`)).yes
}
