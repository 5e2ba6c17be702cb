/**
 * How every outside system is doing, for the status page and the operator: its breaker, its availability, who waits for it.
 * And what an operator may do about it: try one waiting job now, try all, leave the system alone for a while.
 */
import { sql } from '../db/sql.ts'
import { actorId } from '../values/actor.ts'
import type { Work } from '../work.ts'
import { FAILURES_OF_OUTAGE } from './breaker.ts'
import { isSystemName, settingsOf, sourceSettings } from './settings.ts'
import type { SystemName } from '../config.ts'

/** 'unknown': never asked yet. 'unsteady': it answers, and failed at least once in ten calls of the last hour. */
export type SourceState = 'up' | 'unsteady' | 'down' | 'parked' | 'unknown'

export interface SourceHealth {
  readonly system: SystemName
  readonly state: SourceState
  /** Since when it is down or parked. */
  readonly since: Date | null
  readonly breaker: 'closed' | 'open' | 'half-open'
  /** When a breaker that is open lets one call through. */
  readonly nextProbeAt: Date | null
  /** Share of the time without an outage, 0 to 1; null while nobody has ever asked. */
  readonly available24h: number | null
  readonly available90d: number | null
  readonly calls24h: number
  readonly failures24h: number
  /** Jobs that wait for the system, and since when the oldest does. */
  readonly waiting: number
  readonly oldestWaitingSince: Date | null
  readonly lastError: { readonly kind: string; readonly at: Date } | null
  readonly lastSuccessAt: Date | null
  readonly lastAskedAt: Date | null
}

interface Row {
  system: string
  state: SourceHealth['breaker']
  opened_at: Date | null
  probe_at: Date | null
  failures_in_row: number
  failing_since: Date | null
  first_asked_at: Date | null
  last_asked_at: Date | null
  last_success_at: Date | null
  last_failure: string | null
  last_failure_at: Date | null
  parked_at: Date | null
  out_24h: number
  out_90d: number
  calls: number
  failures: number
  hour_calls: number
  hour_failures: number
  waiting: number
  oldest: Date | null
}

const DAY_MS = 86_400_000

/** Every outside system, in the order of the settings; one query. */
export async function listSourceHealth(work: Work): Promise<SourceHealth[]> {
  const names = Object.keys(sourceSettings).filter(isSystemName)
  const from = (days: number) => new Date(work.now.getTime() - days * DAY_MS)
  const outSeconds = (since: Date) => sql`(select coalesce(sum(extract(epoch from least(coalesce(o.ended_at, ${work.now}), ${work.now}) - greatest(o.began_at, ${since}))), 0)::float
    from platform.source_outage o where o.system = n.system and o.began_at < ${work.now} and coalesce(o.ended_at, ${work.now}) > ${since})`
  const rows = await work.db.many<Row>(sql`select n.system, coalesce(h.state, 'closed') as state, h.opened_at, h.probe_at, coalesce(h.failures_in_row, 0) as failures_in_row, h.failing_since,
      h.first_asked_at, h.last_asked_at, h.last_success_at, h.last_failure, h.last_failure_at, h.parked_at,
      ${outSeconds(from(1))} as out_24h, ${outSeconds(from(90))} as out_90d,
      c.calls, c.failures, c.hour_calls, c.hour_failures, w.waiting, w.oldest
    from unnest(${names}::text[]) with ordinality as n(system, position) left join platform.source_health h on h.system = n.system
    cross join lateral (select coalesce(sum(calls), 0)::int as calls, coalesce(sum(failures), 0)::int as failures,
      coalesce(sum(calls) filter (where hour > ${new Date(work.now.getTime() - 3_600_000)}), 0)::int as hour_calls,
      coalesce(sum(failures) filter (where hour > ${new Date(work.now.getTime() - 3_600_000)}), 0)::int as hour_failures
      from platform.source_hour s where s.system = n.system and s.hour > ${from(1)}) c
    cross join lateral (select count(*)::int as waiting, min(waiting_since) as oldest from platform.due d where d.system = n.system) w
    order by n.position`)
  return rows.flatMap((row) => (isSystemName(row.system) ? [toHealth(row, row.system, work.now)] : []))
}

function toHealth(row: Row, system: SystemName, now: Date): SourceHealth {
  const { openMs } = settingsOf(system).breaker
  const leftAlone = row.probe_at ?? row.opened_at
  const down = row.state !== 'closed' || row.failures_in_row >= FAILURES_OF_OUTAGE
  const unsteady = row.hour_failures > 0 && row.hour_failures * 10 >= row.hour_calls
  const state = row.parked_at ? 'parked' : row.first_asked_at === null ? 'unknown' : down ? 'down' : unsteady ? 'unsteady' : 'up'
  const share = (days: number, outSeconds: number) => {
    if (row.first_asked_at === null) return null
    const watched = Math.min(days * DAY_MS, now.getTime() - row.first_asked_at.getTime())
    return watched <= 0 ? (down ? 0 : 1) : Math.max(0, 1 - (outSeconds * 1000) / watched)
  }
  return {
    system, state, since: state === 'parked' ? row.parked_at : state === 'down' ? (row.failing_since ?? row.opened_at) : null,
    breaker: row.state, nextProbeAt: leftAlone && new Date(leftAlone.getTime() + openMs),
    available24h: share(1, row.out_24h), available90d: share(90, row.out_90d), calls24h: row.calls, failures24h: row.failures,
    waiting: row.waiting, oldestWaitingSince: row.oldest,
    lastError: row.last_failure && row.last_failure_at ? { kind: row.last_failure, at: row.last_failure_at } : null,
    lastSuccessAt: row.last_success_at, lastAskedAt: row.last_asked_at,
  }
}

/** A job that waits for a system, as the operator's list shows it. */
export interface WaitingJob {
  readonly task: string
  readonly key: string
  readonly waitingSince: Date
  readonly nextTryAt: Date
}

/** The jobs that wait for a system, oldest first. */
export async function listWaiting(work: Work, system: SystemName, most = 50): Promise<WaitingJob[]> {
  return work.db.many(sql`select task, key, waiting_since as "waitingSince", due_at as "nextTryAt" from platform.due where system = ${system} order by waiting_since, key limit ${most}`)
}

/** Lets the next call through an open breaker at once, as a probe. */
async function probeNow(work: Work, system: SystemName): Promise<void> {
  const past = new Date(work.now.getTime() - settingsOf(system).breaker.openMs)
  await work.db.run(sql`update platform.source_health set opened_at = least(opened_at, ${past}), probe_at = null where system = ${system} and state <> 'closed'`)
}

/** Tries one waiting job now. @returns whether it still waited */
export async function retryOne(work: Work, waiting: { system: SystemName; task: string; key: string }): Promise<boolean> {
  const { system, task, key } = waiting
  // The system's row before its queue, in the order in which an answer that ends an outage locks them.
  await work.db.maybe(sql`select system from platform.source_health where system = ${system} for update`)
  // The front of the queue: in a bounded release it must come before older rows that are not wanted now.
  const changed = await work.db.run(sql`update platform.due set due_at = ${work.now}, waiting_since = least(waiting_since, (select min(waiting_since) from platform.due where system = ${system}) - interval '1 millisecond')
    where task = ${task} and key = ${key} and system = ${system}`)
  if (changed === 0) return false
  await probeNow(work, system)
  return true
}

/** Makes everything that waits for a system due now; it goes oldest first, at the system's rate. @returns how many jobs */
export async function retryAll(work: Work, system: SystemName): Promise<number> {
  await probeNow(work, system)
  return work.db.run(sql`update platform.due set due_at = least(due_at, ${work.now}) where system = ${system}`)
}

/** Leaves a system alone: nothing asks it until unpark, and everything that would wait. Repeating it changes nothing. */
export async function park(work: Work, system: SystemName): Promise<void> {
  await work.db.run(sql`insert into platform.source_health as h (system, parked_at, parked_by) values (${system}, ${work.now}, ${actorId(work.actor)})
    on conflict (system) do update set parked_at = ${work.now}, parked_by = ${actorId(work.actor)} where h.parked_at is null`)
}

/** Asks a system again after park; what waited becomes due. @returns how many jobs */
export async function unpark(work: Work, system: SystemName): Promise<number> {
  await work.db.run(sql`update platform.source_health set parked_at = null, parked_by = null where system = ${system}`)
  return retryAll(work, system)
}
