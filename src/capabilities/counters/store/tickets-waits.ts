import { sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { QueuePace } from '../tickets.ts'

/**
 * How fast each queue of a point moves today: from when a ticket came to the head of its queue (taken, or the one before it called) to its call.
 * Windows that work side by side make it quicker by themselves. A ticket counts by its first call.
 */
export async function readPace(work: Work, pointId: string): Promise<ReadonlyMap<string, QueuePace>> {
  const rows = await work.db.many<{ service: string; calls: number; shares: [number, number] }>(sql`
    with called as (
      select service, extract(epoch from first_called_at - greatest(issued_at, coalesce(lag(first_called_at) over (partition by service order by first_called_at, number), issued_at))) as seconds
      from counters.ticket where point_id = ${pointId} and day = ${work.today} and first_called_at is not null
    )
    select service, count(*)::int as calls, percentile_cont(array[0.5, 0.8]) within group (order by seconds::float8) as shares from called group by service`)
  return new Map(rows.map(({ service, calls, shares: [halfSeconds, mostSeconds] }) => [service, { calls, halfSeconds, mostSeconds }]))
}

/** What a day's queue was like. Seconds are null where nobody was called. */
export interface DayOfWaiting {
  readonly service: string
  readonly issued: number
  readonly served: number
  readonly missed: number
  /** Half of those called waited at most so long; nine of ten at most so long. */
  readonly halfSeconds: number | null
  readonly mostSeconds: number | null
}

/** The waits of a day at a point, by service. */
export async function listWaits(work: Work, pointId: string, day: LocalDate): Promise<DayOfWaiting[]> {
  const rows = await work.db.many<Omit<DayOfWaiting, 'halfSeconds' | 'mostSeconds'> & { shares: [number, number] | null }>(sql`
    select service, count(*)::int as issued, count(*) filter (where state = 'served')::int as served, count(*) filter (where state <> 'served' and first_called_at is not null and state <> 'serving' and state <> 'called')::int as missed,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from first_called_at - issued_at)::float8) filter (where first_called_at is not null) as shares
    from counters.ticket where point_id = ${pointId} and day = ${day} group by service order by service`)
  return rows.map(({ shares, ...row }) => ({ ...row, halfSeconds: shares?.[0] ?? null, mostSeconds: shares?.[1] ?? null }))
}
