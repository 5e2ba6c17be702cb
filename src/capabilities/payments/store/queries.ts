import { sql } from '../../../platform/db/sql.ts'
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
