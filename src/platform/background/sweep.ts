/** Turns due rows into jobs. Rows are taken by one sweeper at a time and become jobs in the same transaction. */
import type pg from 'pg'
import { createDb, type Db } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import { settingsOf } from '../outside/settings.ts'

/** Behind what somebody has just done (0): thousands that became due after an outage must not hold up a person who waits. */
const PRIORITY = 5

/** Takes up to 500 rows whose time has come by the shown clock, and what outside systems bear of those that waited for them. @returns how many became jobs */
export async function sweepDue(pool: pg.Pool): Promise<number> {
  const db = createDb(pool)
  const row = await db.one<{ n: number; waited_for: string[] | null }>(sql`
    with taken as (
      delete from platform.due d using (
        select task, key from platform.due where due_at <= platform.clock_now() and system is null order by due_at limit 500 for update skip locked
      ) t where d.task = t.task and d.key = t.key
      returning d.task, d.payload
    ), added as (
      select count(*) from graphile_worker.add_jobs((
        select coalesce(array_agg((task, payload::json, null, null, 25, null, ${PRIORITY}::int, null)::graphile_worker.job_spec), array[]::graphile_worker.job_spec[]) from taken))
    )
    select (select count(*)::int from taken) as n, (select array_agg(distinct system) from platform.due where system is not null and due_at <= platform.clock_now()) as waited_for
    from added`)
  return row.n + (row.waited_for ? await letGo(db, row.waited_for) : 0)
}

/**
 * Lets waiting work go, oldest first: nothing to a system that is parked or whose breaker is open, one row as its probe
 * when the breaker has been open long enough, and else as many in a second of shown time as the system bears. A second
 * begins anew only a second after the last row went, so that no second anywhere holds more. The queue takes jobs by the
 * time they may run, in its own real time: a microsecond each keeps their order.
 */
async function letGo(db: Db, systems: readonly string[]): Promise<number> {
  const settings = systems.map((system) => ({ system, rate: settingsOf(system).ratePerSecond, open_s: settingsOf(system).breaker.openMs / 1000 }))
  await db.run(sql`insert into platform.source_health (system) select system from jsonb_to_recordset(${JSON.stringify(settings)}::jsonb) as s(system text) on conflict do nothing`)
  const row = await db.one<{ n: number }>(sql`
    with moment as (select platform.clock_now() as now),
    rested as (
      select h.system, m.now, h.released_at is null or h.released_at <= m.now - interval '1 second' or h.released_at > m.now as anew, h.released, h.state,
        h.state = 'closed' or coalesce(h.probe_at, h.opened_at) <= m.now - make_interval(secs => s.open_s) as may, s.rate
      from platform.source_health h join jsonb_to_recordset(${JSON.stringify(settings)}::jsonb) as s(system text, rate int, open_s float) using (system), moment m
      where h.parked_at is null for update of h skip locked
    ), allowed as (
      select system, now, anew, released, case when not may then 0 when state <> 'closed' then case when anew then 1 else 0 end
        when anew then rate else greatest(0, rate - released) end as n from rested
    ), chosen as (
      select d.task, d.key, a.system from allowed a cross join lateral (
        select task, key from platform.due where system = a.system and due_at <= a.now order by waiting_since, key limit a.n for update skip locked
      ) d
    ), taken as (
      delete from platform.due d using chosen c where d.task = c.task and d.key = c.key returning d.task, d.key, d.payload, d.system, d.waiting_since
    ), noted as (
      update platform.source_health h set released_at = a.now, released = t.n + case when a.anew then 0 else a.released end
      from allowed a join (select system, count(*)::int as n from taken group by system) t using (system) where h.system = a.system
    ), added as (
      select count(*) from graphile_worker.add_jobs((
        select coalesce(array_agg((task, payload::json, null, now() - interval '1 second' + place * interval '1 microsecond', 25, null, null, null)::graphile_worker.job_spec), array[]::graphile_worker.job_spec[])
        from (select *, row_number() over (order by waiting_since, key) as place from taken) t))
    )
    select (select count(*)::int from taken) as n from added`)
  return row.n
}
