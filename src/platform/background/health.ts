/** Whether this service can do its work, component by component. */
import { request } from 'undici'
import { createDb } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { Platform } from '../runtime.ts'

export interface Health {
  readonly ok: boolean
  readonly components: Readonly<Record<string, 'ok' | 'starting' | 'down'>>
}

const WORKER_SILENCE_S = 10

/**
 * A health report: not ok until everything was ready once; later not ok only while the database is gone
 * (a silent worker or ministry is told, but people are still served).
 */
export function createHealth(platform: Platform): () => Promise<Health> {
  let readyOnce = false
  const db = createDb(platform.pool)
  async function database(): Promise<{ database: 'ok' | 'down'; worker: 'ok' | 'down' }> {
    try {
      const row = await db.one<{ alive: boolean }>(sql`select exists (select from platform.process where name = 'worker' and seen_at > clock_timestamp() - make_interval(secs => ${WORKER_SILENCE_S})) as alive`)
      return { database: 'ok', worker: row.alive ? 'ok' : 'down' }
    } catch {
      return { database: 'down', worker: 'down' }
    }
  }
  async function sandbox(): Promise<'ok' | 'down'> {
    try {
      const answer = await request(`${platform.config.sandboxUrl}/healthz`, { headersTimeout: 1_000, bodyTimeout: 1_000 })
      await answer.body.dump()
      return answer.statusCode === 200 ? 'ok' : 'down'
    } catch {
      return 'down'
    }
  }
  return async () => {
    const [data, simulators] = await Promise.all([database(), platform.config.simulation ? sandbox() : Promise.resolve(undefined)])
    const parts = { web: 'ok' as const, ...data, ...(simulators ? { sandbox: simulators } : {}) }
    if (Object.values(parts).every((state) => state === 'ok')) readyOnce = true
    const components = readyOnce ? parts : Object.fromEntries(Object.entries(parts).map(([name, state]) => [name, state === 'ok' ? 'ok' as const : 'starting' as const]))
    return { ok: readyOnce && data.database === 'ok', components }
  }
}

/** The worker's sign of life, in real time. */
export async function showLife(platform: Platform, name: string): Promise<void> {
  await createDb(platform.pool).run(sql`insert into platform.process (name) values (${name}) on conflict (name) do update set seen_at = clock_timestamp()`)
}
