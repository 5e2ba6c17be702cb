/** The log and the time ledger of one dossier, as its page tells them. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import type { Owner } from '../../turn.ts'

/** An event as its dossier's page tells it. */
export interface EventRow {
  readonly id: string
  readonly kind: string
  readonly fromStatus: string | null
  readonly toStatus: string | null
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string
  readonly channel: string
  /** The member of staff who acted for the person, and where; null where nobody helped. */
  readonly helperId: string | null
  readonly officeCode: string | null
  readonly details: Readonly<Record<string, unknown>>
}

const columns = sql`id, kind, from_status as "fromStatus", to_status as "toStatus", at, actor_kind as "actorKind", actor_id as "actorId", channel, helper_id as "helperId", office_code as "officeCode", details`

const MOST_TOLD = 200

/** What a page tells: the newest of what was done and the newest readings, however many of the other there are, the newest first. Nothing is decided by it: the oldest may be missing. */
export async function listEvents(work: Work, dossierId: string): Promise<EventRow[]> {
  const newest = (condition: Sql) => sql`(select * from dossiers.event where dossier_id = ${dossierId} and ${condition} order by sequence desc limit ${MOST_TOLD})`
  return work.db.many(sql`select ${columns} from (${newest(sql`kind <> 'read'`)} union all ${newest(sql`kind = 'read'`)}) e order by sequence desc`)
}

/** All that was done, however much; who only read is not in it. The newest first. */
export async function listDeeds(work: Work, dossierId: string): Promise<EventRow[]> {
  return work.db.many(sql`select ${columns} from dossiers.event where dossier_id = ${dossierId} and kind <> 'read' order by sequence desc`)
}

/** Steps by which an officer appraises: whoever took one is not the signer of what came of it (DEC2). */
export const appraisingKinds = ['accept', 'askSupplement', 'approve', 'hand-check-recorded'] as const

/** Posts under which a dossier was appraised, also before it came into other hands or went back. */
export async function listAppraisers(work: Work, dossierId: string): Promise<string[]> {
  const rows = await work.db.many<{ id: string }>(sql`select distinct actor_id as id from dossiers.event where dossier_id = ${dossierId} and actor_kind = 'staff' and kind = any(${[...appraisingKinds]}::text[])`)
  return rows.map(({ id }) => id)
}

/** How often something was done. */
export async function countEvents(work: Work, dossierId: string, kind: string): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(*)::int as n from dossiers.event where dossier_id = ${dossierId} and kind = ${kind}`)).n
}

/** A stretch of the time ledger. */
export interface WaitRow {
  readonly owner: Owner
  readonly cause: string
  /** The clock of the term stood meanwhile. */
  readonly pauses: boolean
  readonly fromAt: Date
  readonly toAt: Date | null
}

export async function listWaits(work: Work, dossierId: string): Promise<WaitRow[]> {
  return work.db.many(sql`select owner, cause, pauses, from_at as "fromAt", to_at as "toAt" from dossiers.wait where dossier_id = ${dossierId} order by from_at, to_at nulls last, id`)
}

/** The earliest appointed date of all open dossiers: where the simulation's clock may jump to. */
export async function findNextDue(work: Work): Promise<Date | undefined> {
  return (await work.db.one<{ due: Date | null }>(sql`select min(due_at) as due from dossiers.dossier where closed_at is null and due_at > ${work.now}`)).due ?? undefined
}
