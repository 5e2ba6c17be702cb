import { join, type Sql, sql } from '../../platform/db/sql.ts'
import type { Work } from '../../platform/work.ts'
import { nameKey } from '../../platform/values/words.ts'
import { type Dossier, dossierColumns } from './dossiers.ts'

export const worklistViews = ['to-do', 'mine', 'waiting-citizen', 'waiting-outside', 'to-sign', 'in-delivery', 'closed'] as const
export type WorklistView = (typeof worklistViews)[number]

export interface WorklistQuery {
  readonly provinceCode: string
  readonly staffId: string
  readonly view: WorklistView
  /** A name without marks, an identity number, a licence number, a dossier number or a submission code. */
  readonly search: string
  readonly page: number
}

export const PAGE_SIZE = 25

/** A count is exact to a thousand; beyond it reads "1.000+". */
const COUNT_LIMIT = 1001

function conditionOf(view: WorklistView, staffId: string): Sql {
  switch (view) {
    case 'to-do':
      return sql`d.closed_at is null and d.turn = 'officer' and d.status in ('filed', 'accepted')`
    case 'mine':
      return sql`d.closed_at is null and d.claimed_by = ${staffId}`
    case 'waiting-citizen':
      return sql`d.closed_at is null and d.turn = 'citizen'`
    case 'waiting-outside':
      return sql`d.closed_at is null and d.turn = 'outside' and d.status in ('filed', 'accepted')`
    case 'to-sign':
      // What waits for a second officer: a signature, or the confirmation of a result checked by hand.
      return sql`d.closed_at is null and (d.status = 'approved' or exists (select from dossiers.hand_check c where c.dossier_id = d.id and c.state = 'recorded'))`
    case 'in-delivery':
      return sql`d.closed_at is null and d.status = 'signed'`
    case 'closed':
      return sql`d.closed_at is not null`
  }
}

function searchOf(work: Work, text: string): Sql {
  const digits = text.replace(/[\s.-]/g, '')
  const ways = [sql`d.official_number = ${text.toUpperCase()}`, sql`d.submission_code = ${text.toUpperCase()}`]
  if (/^\d{12}$/.test(digits)) ways.push(sql`d.identity_index = ${work.blindIndex('identity-number', digits)}`, sql`d.licence_number = ${digits}`)
  const key = nameKey(text)
  if (key) ways.push(sql`d.name_key like ${`${key}%`}`)
  return sql`(${join(ways, ' or ')})`
}

function pageOf(work: Work, query: WorklistQuery, columns: Sql): Sql {
  const search = query.search ? sql`and ${searchOf(work, query.search)}` : sql`and ${conditionOf(query.view, query.staffId)}`
  return sql`select ${columns} from dossiers.dossier d where d.authority_province = ${query.provinceCode} ${search}
    order by d.due_at nulls last, d.filed_at limit ${PAGE_SIZE + 1} offset ${(Math.max(1, query.page) - 1) * PAGE_SIZE}`
}

/** One page of a worklist of a province, those due first. */
export async function listWork(work: Work, query: WorklistQuery): Promise<Dossier[]> {
  return work.db.many(pageOf(work, query, dossierColumns))
}

/** The same page as ids, for who only needs to know what comes next. */
export async function listWorkIds(work: Work, query: WorklistQuery): Promise<string[]> {
  return (await work.db.many<{ id: string }>(pageOf(work, query, sql`d.id`))).map(({ id }) => id)
}

function countSql(provinceCode: string, view: WorklistView, staffId: string): Sql {
  return sql`(select count(*)::int from (select from dossiers.dossier d where d.authority_province = ${provinceCode} and ${conditionOf(view, staffId)} limit ${COUNT_LIMIT}) v)`
}

/** How many dossiers one view holds, at most 1,001. */
export async function countView(work: Work, provinceCode: string, staffId: string, view: WorklistView): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select ${countSql(provinceCode, view, staffId)} as n`)).n
}

/** How many dossiers each view holds, at most 1,001 each. */
export async function countWork(work: Work, provinceCode: string, staffId: string): Promise<Record<WorklistView, number>> {
  const counts = worklistViews.map((view) => countSql(provinceCode, view, staffId))
  const row = await work.db.one<{ counts: number[] }>(sql`select array[${join(counts, ', ')}] as counts`)
  const [toDo = 0, mine = 0, citizen = 0, outside = 0, sign = 0, delivery = 0, closed = 0] = row.counts
  return { 'to-do': toDo, mine, 'waiting-citizen': citizen, 'waiting-outside': outside, 'to-sign': sign, 'in-delivery': delivery, closed }
}

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

export async function listEvents(work: Work, dossierId: string): Promise<EventRow[]> {
  return work.db.many(sql`select id, kind, from_status as "fromStatus", to_status as "toStatus", at, actor_kind as "actorKind", actor_id as "actorId", channel, helper_id as "helperId", office_code as "officeCode", details
    from dossiers.event where dossier_id = ${dossierId} order by sequence desc limit 200`)
}

/** A stretch of the time ledger. */
export interface WaitRow {
  readonly owner: string
  readonly cause: string
  readonly fromAt: Date
  readonly toAt: Date | null
}

export async function listWaits(work: Work, dossierId: string): Promise<WaitRow[]> {
  return work.db.many(sql`select owner, cause, from_at as "fromAt", to_at as "toAt" from dossiers.wait where dossier_id = ${dossierId} order by from_at`)
}

/** The earliest appointed date of all open dossiers: where the simulation's clock may jump to. */
export async function findNextDue(work: Work): Promise<Date | undefined> {
  return (await work.db.one<{ due: Date | null }>(sql`select min(due_at) as due from dossiers.dossier where closed_at is null and due_at > ${work.now}`)).due ?? undefined
}
