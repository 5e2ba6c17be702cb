/**
 * Frees the jobs of a dead worker within seconds; graphile-worker itself waits four hours, and after twenty-five deaths for ever.
 * Each pool holds an advisory lock for its life on its own connection; whoever can take that lock knows the pool is dead.
 */
import pg from 'pg'
import type { Logger } from '../observability/log.ts'

const GRACE_MS = 3_000

/** Holds a worker pool's sign of life. @param onLost called when the connection drops: the pool must then stop */
export async function holdLiveness(url: string, workerId: string, onLost: () => void): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  let closing = false
  client.on('error', () => {
    if (!closing) onLost()
  })
  await client.connect()
  await client.query('select pg_advisory_lock(hashtextextended($1, 42))', [workerId])
  return async () => {
    closing = true
    await client.end()
  }
}

/** A job in whose hands so many workers died is not tried again: it would end the next one too, and nobody would ever be told. */
const MAX_DEATHS = 5

const PARK_DEADLY = `
  with deadly as (
    delete from graphile_worker._private_jobs where locked_by = any($1) and attempts >= $2 returning task_id, payload, attempts)
  insert into platform.stuck_job (id, task, payload, attempts, error, stuck_at)
  select gen_random_uuid(), t.identifier, d.payload::jsonb, d.attempts, 'the process ended each time', platform.clock_now()
  from deadly d join graphile_worker._private_tasks t on t.id = d.task_id`

/** Frees jobs locked by pools that no longer live. @returns the ids of the dead pools */
export async function reapDeadWorkers(pool: pg.Pool, log: Logger): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ locked_by: string }>(
      `select distinct locked_by from graphile_worker._private_jobs
       where locked_by is not null and locked_at < clock_timestamp() - make_interval(secs => $1)
         and pg_try_advisory_xact_lock(hashtextextended(locked_by, 42))`, [GRACE_MS / 1000])
    const dead = rows.map((r) => r.locked_by)
    if (dead.length > 0) {
      const parked = await client.query(PARK_DEADLY, [dead, MAX_DEATHS])
      if (parked.rowCount) log.error({ jobs: parked.rowCount }, 'jobs that ended their process again and again wait for a person')
      await client.query('select graphile_worker.force_unlock_workers($1)', [dead])
      log.warn({ dead }, 'freed the jobs of dead workers')
    }
    await client.query('commit')
    return dead
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
