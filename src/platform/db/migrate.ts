/** Plain SQL files, forward only, each once; two processes may race. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const LOCK = 7_254_013

/**
 * Brings a database up to the newest migration, the job queue's own first (our grants name its tables).
 * @param url a connection that may create schemas and roles
 * @param directory the folder of NNNN_*.sql files
 * @returns the names applied now
 */
export async function migrate(url: string, directory: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await runMigrations({ connectionString: url })
    await client.query('create table if not exists public.migration (name text primary key, applied_at timestamptz not null default clock_timestamp())')
    const done = new Set((await client.query('select name from public.migration')).rows.map((r: { name: string }) => r.name))
    const applied: string[] = []
    for (const name of readdirSync(directory).filter((f) => f.endsWith('.sql')).sort()) {
      if (done.has(name)) continue
      await client.query('begin')
      try {
        await client.query(readFileSync(join(directory, name), 'utf8'))
        await client.query('insert into public.migration (name) values ($1)', [name])
        await client.query('commit')
      } catch (cause) {
        await client.query('rollback')
        throw new Error(`migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
      }
      applied.push(name)
    }
    if (applied.length > 0) await client.query(GRANT_QUEUE)
    return applied
  } finally {
    await client.end()
  }
}

const GRANT_QUEUE = `
  grant usage on schema graphile_worker to toantrinh_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to toantrinh_app;
  grant usage on all sequences in schema graphile_worker to toantrinh_app;
  grant execute on all functions in schema graphile_worker to toantrinh_app;
  -- The queue's tables have row-level security and no policy: only their owner would see them.
  do $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
      execute format('drop policy if exists application on graphile_worker.%I', t);
      execute format('create policy application on graphile_worker.%I to toantrinh_app using (true) with check (true)', t);
    end loop;
  end $$;
`
