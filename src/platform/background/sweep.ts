/** Turns due rows into jobs. Rows are taken by one sweeper at a time and become jobs in the same transaction. */
import type pg from 'pg'
import { createDb } from '../db/db.ts'
import { sql } from '../db/sql.ts'

/** Takes up to 500 rows whose time has come by the shown clock. @returns how many became jobs */
export async function sweepDue(pool: pg.Pool): Promise<number> {
  const row = await createDb(pool).one<{ n: number }>(sql`
    with taken as (
      delete from platform.due d using (
        select task, key from platform.due where due_at <= platform.clock_now() order by due_at limit 500 for update skip locked
      ) t where d.task = t.task and d.key = t.key
      returning d.task, d.payload
    ), added as (
      select count(*) from graphile_worker.add_jobs((
        select coalesce(array_agg((task, payload::json, null, null, 25, null, null, null)::graphile_worker.job_spec), array[]::graphile_worker.job_spec[]) from taken))
    )
    select count(*)::int as n from taken, added`)
  return row.n
}
