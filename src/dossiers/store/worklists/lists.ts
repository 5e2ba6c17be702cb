/** Pages of a list, neighbours of a dossier in it, counts. */
import { join, raw, type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { type Dossier, dossierColumns } from '../dossiers.ts'
import { type Narrowing, narrowed } from './narrowing.ts'
import { waysTo } from './search.ts'
import { type Looking, type OutlookConditions, type Place, type Way, waysOf, type WorklistView, worklistViews } from './views.ts'

export const PAGE_SIZE = 25

/** A count is exact to a thousand; beyond it reads "1.000+". */
const COUNT_LIMIT = 1001

/** A list: one view, or a search over all of a province; narrowed or not. */
export interface WorklistQuery {
  readonly provinceCode: string
  readonly staffId: string
  /** Colleagues who are away and whose dossiers are this officer's meanwhile. */
  readonly covered?: readonly string[]
  readonly view: WorklistView
  /** A name without marks, an identity number, a licence number, a dossier number or a submission code. */
  readonly search?: string
  readonly narrowing?: Narrowing
  /** What is overdue or at risk; without it nothing is. */
  readonly outlook?: OutlookConditions | undefined
}

/** Which part of a list: its beginning, or what lies after or before a place. */
export interface Part {
  readonly after?: Place | undefined
  readonly before?: Place | undefined
  /** How many, a page unless told. */
  readonly size?: number
}

export interface Listed {
  readonly dossier: Dossier
  readonly place: Place
}

export interface ListPage {
  readonly rows: readonly Listed[]
  readonly hasNext: boolean
  readonly hasPrevious: boolean
}

function lookingOf(work: Work, query: Omit<WorklistQuery, 'view'>): Looking {
  return { provinceCode: query.provinceCode, staffId: query.staffId, covered: query.covered ?? [], now: work.now, outlook: query.outlook }
}

function waysIn(work: Work, query: WorklistQuery): Way[] {
  return query.search ? waysTo(work, query.search) : waysOf(query.view, lookingOf(work, query))
}

/** One part of a list, those due first; closed ones newest first, names in their order. As dear at its end as at its beginning. */
export async function listWork(work: Work, query: WorklistQuery, { after, before, size = PAGE_SIZE }: Part = {}): Promise<ListPage> {
  const ways = waysIn(work, query)
  const from = before ?? after
  const backwards = before !== undefined
  const order = ways.map((way, index) => ({ way, index })).filter(({ index }) => from === undefined || (backwards ? index <= from.way : index >= from.way))
  if (backwards) order.reverse()
  const found: Listed[] = []
  for (const { way, index } of order) {
    // The next way is asked only where the one before it has come to its end.
    if (found.length > size) break
    const rows = await work.db.many<Dossier>(stretch(work, query, way, { from: from?.way === index ? from : undefined, backwards, most: size + 1 - found.length }))
    found.push(...rows.map((dossier) => ({ dossier, place: placeOf(dossier, index, query) })))
  }
  const rows = found.slice(0, size)
  const more = found.length > size
  return { rows: backwards ? rows.reverse() : rows, hasNext: backwards || more, hasPrevious: backwards ? more : after !== undefined }
}

/** One way's rows from a place on. */
function stretch(work: Work, query: WorklistQuery, { where, filter, keys, at, newestFirst = false }: Way, part: { from: Place | undefined; backwards: boolean; most: number }): Sql {
  const descending = newestFirst !== part.backwards
  const beyond = part.from ? sql`and (${join([...keys], ', ')}) ${raw(descending ? '<' : '>')} ${at(part.from)}` : sql``
  return sql`select ${dossierColumns} from dossiers.dossier d where d.authority_province = ${query.provinceCode} and ${where} ${beyond} ${filterOf(work, query, filter)}
    order by ${join(keys.map((key) => sql`${key} ${raw(descending ? 'desc' : 'asc')}`), ', ')} limit ${part.most}`
}

/** What is asked of each row. The planner guesses one in two of a case, and so reads in the list's order until a page is full; of the bare conditions it guesses next to none, and sorts all. */
function filterOf(work: Work, { narrowing = {} }: WorklistQuery, filter?: Sql): Sql {
  return filter || Object.keys(narrowing).length > 0 ? sql`and case when ${filter ?? sql`true`} ${narrowed(work, narrowing)} then true else false end` : sql``
}

function placeOf(dossier: Dossier, way: number, { view, search }: WorklistQuery): Place {
  const at = view === 'closed' && !search ? dossier.closedAt : view === 'unanswered' && !search ? dossier.supplementDueAt : (dossier.dueAt ?? dossier.noticeDueAt)
  return { way, at: at?.getTime() ?? null, filedAt: dossier.filedAt.getTime(), id: dossier.id }
}

/** The dossiers before and after a place, whether or not the one that stood there is still in the list. */
export async function neighboursOf(work: Work, query: WorklistQuery, place: Place): Promise<{ readonly previous: Listed | undefined; readonly next: Listed | undefined }> {
  const [previous, next] = await Promise.all([listWork(work, query, { before: place, size: 1 }), listWork(work, query, { after: place, size: 1 })])
  return { previous: previous.rows[0], next: next.rows[0] }
}

/** Counted in the list's order, so that the same index is read as by its pages. */
function countSql(work: Work, query: WorklistQuery): Sql {
  const parts = waysIn(work, query).map(({ where, filter, keys }) => sql`select from (select from dossiers.dossier d where d.authority_province = ${query.provinceCode} and ${where} ${filterOf(work, query, filter)} order by ${join([...keys], ', ')} limit ${COUNT_LIMIT}) p`)
  return parts.length === 0 ? sql`0` : sql`(select count(*)::int from (${join(parts, ' union all ')} limit ${COUNT_LIMIT}) v)`
}

/** How many dossiers a list holds, at most 1,001. */
export async function countList(work: Work, query: WorklistQuery): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select ${countSql(work, query)} as n`)).n
}

/** How many dossiers each view holds, at most 1,001 each, whatever a list is narrowed to. */
export async function countWork(work: Work, asked: Pick<WorklistQuery, 'provinceCode' | 'staffId' | 'outlook' | 'covered'>): Promise<Record<WorklistView, number>> {
  const row = await work.db.one<{ counts: number[] }>(sql`select array[${join(worklistViews.map((view) => countSql(work, { provinceCode: asked.provinceCode, staffId: asked.staffId, outlook: asked.outlook, covered: asked.covered, view })), ', ')}] as counts`)
  const counts: Record<WorklistView, number> = { 'to-do': 0, mine: 0, unclaimed: 0, 'at-risk': 0, overdue: 0, 'waiting-citizen': 0, unanswered: 0, 'waiting-outside': 0, 'to-sign': 0, 'in-delivery': 0, closed: 0 }
  worklistViews.forEach((view, index) => {
    counts[view] = row.counts[index] ?? 0
  })
  return counts
}
