/**
 * The breaker of each outside system. Its state is a row that all processes share; each process counts its own calls and
 * opens it. While it is open nobody asks; then one call goes ahead, and only its answer closes it and wakes who waits.
 */
import type { SystemName } from '../config.ts'
import type { Db } from '../db/db.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { SourceSettings } from './settings.ts'

/** So many failures in a row are an outage, however few calls there are. */
export const FAILURES_OF_OUTAGE = 3

/** 'open' and 'parked': the system is not asked now. */
export type Admission = 'go' | 'probe' | 'open' | 'parked'

/** The calls of one process at one system, of the last few seconds. */
export interface Sample {
  /** Notes the outcome of a call. @param at real time in milliseconds @returns whether the breaker must open */
  note(failed: boolean, at: number): boolean
}

/** Half the calls of the window failing, of at least ten, opens the breaker; counting then begins anew. */
export function createSample({ share, leastCalls, windowMs }: SourceSettings['breaker']): Sample {
  let calls: { at: number; failed: boolean }[] = []
  return {
    note(failed, at) {
      calls = [...calls.filter((call) => call.at > at - windowMs), { at, failed }]
      const bad = calls.filter((call) => call.failed).length
      if (!failed || calls.length < leastCalls || bad < calls.length * share) return false
      calls = []
      return true
    },
  }
}

/** The shown time, exactly: a copy a quarter of a second old would refuse a probe whose time has come. */
const moment = sql`moment as (select platform.clock_now() as now)`

/** Logs the exchange before it leaves, unless the breaker is open or a person parked the system; both in one statement. */
export async function admit(db: Db, call: { id: string; system: SystemName; purpose: string }, openMs: number): Promise<Admission> {
  const { id, system, purpose } = call
  const row = await db.one<{ verdict: Admission }>(sql`
    with ${moment},
    seen as (select state, parked_at from platform.source_health where system = ${system}),
    probe as (update platform.source_health set state = 'half-open', probe_at = m.now from moment m
      where system = ${system} and state <> 'closed' and parked_at is null and coalesce(probe_at, opened_at) <= m.now - make_interval(secs => ${openMs / 1000}) returning system),
    verdict as (select case when (select parked_at from seen) is not null then 'parked' when exists (select from probe) then 'probe'
      when coalesce((select state from seen), 'closed') = 'closed' then 'go' else 'open' end as verdict),
    logged as (insert into platform.exchange (id, system, purpose, asked_at) select ${id}::uuid, ${system}, ${purpose}, m.now from verdict, moment m where verdict in ('go', 'probe'))
    select verdict from verdict`)
  return row.verdict
}

export interface Completion {
  readonly id: string
  readonly system: SystemName
  readonly tookMs: number
  readonly probe: boolean
}

function exchangeDone(done: Completion, outcome: 'value' | 'absent' | 'unavailable', failure: string | null, hash: Buffer | null): Sql {
  return sql`exchange as (update platform.exchange set answered_at = m.now, outcome = ${outcome}, failure = ${failure}, answer_hash = ${hash},
    took_ms = ${done.tookMs} from moment m where id = ${done.id})`
}

function counted(done: Completion, failures: 0 | 1): Sql {
  return sql`counted as (insert into platform.source_hour as h (system, hour, calls, failures, took_ms)
    select ${done.system}, date_trunc('hour', m.now), 1, ${failures}::int, ${done.tookMs}::int from moment m
    on conflict (system, hour) do update set calls = h.calls + 1, failures = h.failures + excluded.failures, took_ms = h.took_ms + excluded.took_ms)`
}

/** An answer came. Where it ends an outage, everything that waits for the system becomes due; the sweep lets it go at a bounded rate. */
export async function succeeded(db: Db, done: Completion, answer: { outcome: 'value' | 'absent'; hash: Buffer }): Promise<void> {
  const { system, probe } = done
  await db.run(sql`
    with ${moment},
    before as (select state, failures_in_row from platform.source_health where system = ${system} for update),
    ends as (select coalesce((select state = 'closed' or ${probe}::bool from before), true) as outage,
      exists (select from before where failures_in_row >= ${FAILURES_OF_OUTAGE} or state <> 'closed') as was_out),
    ${exchangeDone(done, answer.outcome, null, answer.hash)},
    ${counted(done, 0)},
    health as (insert into platform.source_health as h (system, first_asked_at, last_asked_at, last_success_at) select ${system}, m.now, m.now, m.now from moment m
      on conflict (system) do update set first_asked_at = coalesce(h.first_asked_at, excluded.first_asked_at), last_asked_at = excluded.last_asked_at,
        last_success_at = excluded.last_success_at, failures_in_row = 0, failing_since = null,
        state = case when ${probe} then 'closed' else h.state end,
        opened_at = case when ${probe} then null else h.opened_at end, probe_at = case when ${probe} then null else h.probe_at end),
    outage as (update platform.source_outage set ended_at = greatest(began_at, m.now) from moment m
      where system = ${system} and ended_at is null and (select outage from ends)),
    woken as (update platform.due set due_at = m.now from moment m where system = ${system} and due_at > m.now and (select outage and was_out from ends))
    select`)
}

/** No usable answer came. @param opens whether this process saw enough failures to open the breaker; a failed probe opens it again */
export async function failed(db: Db, done: Completion, failure: string, opens: boolean): Promise<void> {
  const { system } = done
  const opening = opens || done.probe
  await db.run(sql`
    with ${moment},
    before as (select failures_in_row, failing_since from platform.source_health where system = ${system} for update),
    ${exchangeDone(done, 'unavailable', failure, null)},
    ${counted(done, 1)},
    health as (insert into platform.source_health as h (system, first_asked_at, last_asked_at, failures_in_row, failing_since, last_failure, last_failure_at, state, opened_at)
      select ${system}, m.now, m.now, 1, m.now, ${failure}, m.now, ${opening ? 'open' : 'closed'}, case when ${opening} then m.now end from moment m
      on conflict (system) do update set first_asked_at = coalesce(h.first_asked_at, excluded.first_asked_at), last_asked_at = excluded.last_asked_at,
        failures_in_row = h.failures_in_row + 1, failing_since = coalesce(h.failing_since, excluded.failing_since), last_failure = excluded.last_failure,
        last_failure_at = excluded.last_failure_at, state = case when ${opening} then 'open' else h.state end,
        opened_at = case when ${opening} then excluded.opened_at else h.opened_at end, probe_at = case when ${opening} then null else h.probe_at end),
    outage as (insert into platform.source_outage (system, began_at, failure)
      select ${system}, coalesce((select failing_since from before), m.now), ${failure} from moment m
      where ${opening} or coalesce((select failures_in_row from before), 0) + 1 >= ${FAILURES_OF_OUTAGE} on conflict do nothing)
    select`)
}
