/** The platform of one process: settings, log, database, clock, files and the way outside. */
import type pg from 'pg'
import { type Clock, createClock } from './clock.ts'
import type { Config } from './config.ts'
import { createPool } from './db/db.ts'
import type { Subscriptions } from './background/facts.ts'
import { createFiles, type Files } from './files.ts'
import { type Keys, readKeys } from './secrets/keys.ts'
import { createLogger, type Logger } from './log.ts'
import { createOutside, type Outside } from './outside/call.ts'
import { runRead, runWork, type Work, type WorkEnvironment } from './work.ts'
import type { Actor } from './values/actor.ts'

export interface Platform {
  readonly config: Config
  readonly log: Logger
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly keys: Keys
  readonly files: Files
  readonly outside: Outside
  /** One transaction; see runWork. */
  work<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T>
  /** Reads without a transaction; see runRead. */
  read<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The role with the application's few rights; migrations grant to it. */
const APP_ROLE = 'toantrinh_app'

/** Builds the platform. @param component the process's name in the log */
export function createPlatform(config: Config, component: string, subscriptions: Subscriptions): Platform {
  const log = createLogger(config.logLevel, component)
  const pool = createPool({
    url: config.databaseUrl,
    size: config.databasePool,
    role: APP_ROLE,
    onError: (error) => log.warn({ err: error.message }, 'database connection lost'),
  })
  const clock = createClock(pool)
  const keys = readKeys(config.keysDir, config.simulation)
  const environment: WorkEnvironment = { pool, keys, subscriptions, now: clock.now }
  const outside = createOutside(config, pool, clock.now)
  return {
    config, log, pool, clock, keys, files: createFiles(config.filesDir), outside,
    work: (actor, fn) => runWork(environment, actor, fn),
    read: (actor, fn) => runRead(environment, actor, fn),
    async close() {
      await outside.close()
      await pool.end()
    },
  }
}
