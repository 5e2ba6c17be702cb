/** The views of the worklist, each as ways through an index: read in order, from any place, counted up to a limit. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import { instantAt, localDateAt } from '../../../platform/values/dates.ts'

export const worklistViews = ['to-do', 'mine', 'unclaimed', 'at-risk', 'overdue', 'waiting-citizen', 'unanswered', 'waiting-outside', 'to-sign', 'in-delivery', 'closed'] as const
export type WorklistView = (typeof worklistViews)[number]

/** Who looks, and what is late or at risk for them (figures/forecast.ts). */
export interface Looking {
  readonly provinceCode: string
  readonly staffId: string
  /** Colleagues who are away and whose dossiers are this officer's meanwhile. */
  readonly covered: readonly string[]
  readonly now: Date
  /** Undefined where it is not asked: those views are empty then. */
  readonly outlook: OutlookConditions | undefined
}

/** Conditions on `dossiers.dossier d`. */
export type OutlookConditions = Readonly<Record<'overdue' | 'atRisk', Sql>>

/** Where a dossier stands in a list. Says nothing about its person: it is part of addresses. */
export interface Place {
  /** Which of the list's ways, from 0. */
  readonly way: number
  /** The appointed date or that of the notice, in a list of closed ones the end, of unanswered ones the last day, in milliseconds; null where there is none. */
  readonly at: number | null
  readonly filedAt: number
  readonly id: string
}

/** One ordered part of a list. The columns are those of an index, so that no page costs more than another. */
export interface Way {
  /** What an index answers in the way's order. */
  readonly where: Sql
  /** What is asked of each row found so; it never changes how they are found. */
  readonly filter?: Sql
  readonly keys: readonly Sql[]
  /** The keys' values at a place, as a row or a query of one row. */
  readonly at: (place: Place) => Sql
  readonly newestFirst?: boolean
}

const byDueDate = {
  keys: [sql`d.listed_at`, sql`d.filed_at`, sql`d.id`],
  at: ({ at, filedAt, id }: Place) => sql`(${at === null ? 'infinity' : new Date(at)}::timestamptz, ${new Date(filedAt)}::timestamptz, ${id}::uuid)`,
} as const

const byEnd = {
  keys: [sql`d.closed_at`, sql`d.id`], newestFirst: true,
  at: ({ at, id }: Place) => sql`(${new Date(at ?? 0)}::timestamptz, ${id}::uuid)`,
} as const

const byLastDay = {
  keys: [sql`d.supplement_due_at`, sql`d.id`],
  at: ({ at, id }: Place) => sql`(${new Date(at ?? 0)}::timestamptz, ${id}::uuid)`,
} as const

/** The ways of a view, one after the other. */
export function waysOf(view: WorklistView, looking: Looking): Way[] {
  const { staffId, covered, now, outlook } = looking
  const lane = (name: string, filter?: Sql): Way => ({ where: sql`d.closed_at is null and d.lane = ${name}`, ...(filter && { filter }), ...byDueDate })
  // The condition says it all; the range says a part of it to an index.
  const undecided = (range: Sql, filter: Sql = sql`false`): Way => ({ where: sql`d.closed_at is null and d.status <> 'signed' and ${range}`, filter, ...byDueDate })
  switch (view) {
    case 'to-do':
      return [lane('desk')]
    case 'mine':
      // Whoever approved stays named until the end; what they still hold is what is not decided.
      return [{ filter: sql`d.status in ('filed', 'supplementing', 'accepted')`, where: sql`d.closed_at is null and d.claimed_by ${covered.length === 0 ? sql`= ${staffId}` : sql`= any(${[staffId, ...covered]}::uuid[])`}`, ...byDueDate }]
    case 'unclaimed':
      return [lane('desk', sql`(d.claimed_by is null or d.claimed_until <= ${now})`)]
    case 'at-risk':
      return [undecided(sql`d.listed_at >= ${now} and d.listed_at < 'infinity'`, outlook?.atRisk)]
    case 'overdue':
      return [undecided(sql`d.listed_at < ${now}`, outlook?.overdue)]
    case 'waiting-citizen':
      return [lane('citizen'), lane('collect')]
    case 'unanswered':
      // The whole last day is the citizen's.
      return [{ where: sql`d.closed_at is null and d.supplement_due_at < ${instantAt(localDateAt(now))}`, ...byLastDay }]
    case 'waiting-outside':
      return [lane('outside')]
    case 'to-sign':
      // What waits for a second officer: a signature, or the confirmation of a result checked by hand.
      return [lane('sign'), { where: sql`d.closed_at is null and d.lane <> 'sign' and d.id in (select c.dossier_id from dossiers.hand_check c where c.state = 'recorded')`, ...byDueDate }]
    case 'in-delivery':
      return [lane('delivery'), lane('collect')]
    case 'closed':
      return [{ where: sql`d.closed_at is not null`, ...byEnd }]
  }
}
