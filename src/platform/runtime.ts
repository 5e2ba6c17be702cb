/** The platform of one process: settings, log, database, clock, files and the way outside. */
import type pg from 'pg'
import { type Clock, createClock } from './clock.ts'
import type { Config } from './config.ts'
import { createPool } from './db/db.ts'
import type { Subscriptions } from './background/facts.ts'
import type { Files } from './files/contract.ts'
import { openFiles } from './files/open.ts'
import { type Keys, readKeys } from './secrets/keys.ts'
import { createLogger, type Logger } from './observability/log.ts'
import { createMetrics, type Metrics } from './observability/metrics.ts'
import { nameProcess } from './observability/shown-metrics.ts'
import { createOutside, type Outside } from './outside/call.ts'
import { OutsideFailure } from './values/outside-failure.ts'
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
  readonly metrics: Metrics
  /** This process among its like, in figures and signs of life. */
  readonly process: string
  /** One transaction; see runWork. */
  work<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T>
  /** Reads without a transaction; see runRead. */
  read<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The role with the application's few rights; migrations grant to it. */
const APP_ROLE = 'toantrinh_app'

/**
 * Builds the platform.
 * @param component the process's name in the log
 * @param log a test's own, to read what was written
 * @param freshMs how old a copy of the clock may be: a test that moves the clock does not wait for it
 */
export function createPlatform(config: Config, component: string, subscriptions: Subscriptions, log: Logger = createLogger(config.logLevel, component), freshMs?: number): Platform {
  const pool = createPool({
    url: config.databaseUrl,
    size: config.databasePool,
    role: APP_ROLE,
    onError: (error) => log.warn({ err: error.message }, 'database connection lost'),
  })
  const clock = createClock(pool, freshMs)
  const keys = readKeys(config.keysDir, config.simulation)
  const process = nameProcess(component)
  const metrics = createMetrics(process, pool)
  const environment: WorkEnvironment = { pool, keys, subscriptions, now: clock.now, announced: metrics.announced }
  const outside = measured(createOutside(config, pool), metrics)
  return {
    config, log, pool, clock, keys, files: openFiles(config), outside, metrics, process,
    work: (actor, fn) => runWork(environment, actor, fn),
    read: (actor, fn) => runRead(environment, actor, fn),
    async close() {
      await outside.close()
      await pool.end()
    },
  }
}

/** Counts every call and how it ended. */
function measured(outside: Outside, metrics: Metrics): Outside {
  return {
    ...outside,
    async call(call) {
      const started = performance.now()
      try {
        const answer = await outside.call(call)
        metrics.called(call.system, answer.value === undefined ? 'absent' : 'value', (performance.now() - started) / 1000)
        return answer
      } catch (error) {
        if (error instanceof OutsideFailure) metrics.called(call.system, 'unavailable', (performance.now() - started) / 1000)
        throw error
      }
    },
  }
}
