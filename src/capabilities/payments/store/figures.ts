import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

/** Money that is under way, in counts. */
export interface MoneyFigures {
  readonly refundsPending: number
  /** Beyond our own deadline. */
  readonly refundsOverdue: number
  readonly discrepanciesOpen: number
  /** Neither paid, failed nor missing yet. */
  readonly attemptsUnknown: number
}

export async function sumMoney(work: Work): Promise<MoneyFigures> {
  return work.db.one(sql`select
    (select count(*)::int from payments.refund where state in ('asked', 'sent')) as "refundsPending",
    (select count(*)::int from payments.refund where state in ('asked', 'sent') and due_at < ${work.now}) as "refundsOverdue",
    (select count(*)::int from payments.discrepancy where state = 'open') as "discrepanciesOpen",
    (select count(*)::int from payments.attempt where state in ('started', 'pending')) as "attemptsUnknown"`)
}
