/** The job process: takes jobs, sweeps due rows, seals the log, frees the jobs of dead workers. */
import { EventEmitter } from 'node:events'
import { Logger, run, type Runner } from 'graphile-worker'
import { beginRoutines, jobs, openApp } from './app.ts'
import { ConfigError } from './platform/config.ts'
import { patient } from './platform/background/jobs.ts'
import { showLife } from './platform/background/health.ts'
import { every } from './platform/background/every.ts'
import { endWithParent, sayReady } from './platform/background/process.ts'
import { holdLiveness, reapDeadWorkers } from './platform/background/reaper.ts'
import type { Platform } from './platform/runtime.ts'
import { openLog, sealLog } from './observers/audit/index.ts'
import { sweepDue } from './platform/background/sweep.ts'
import { showMetrics } from './platform/observability/shown-metrics.ts'
import { takeOverCast, takeOverClinics, takeOverFigures } from './simulation.ts'

const SWEEP_MS = 250
const REAP_MS = 1_000
const FIGURES_MS = 15_000
const SEAL_MS = 60_000

async function main(): Promise<void> {
  const platform = openApp('worker')
  const log = openLog(platform)
  const { runner, poolId } = await startRunner(platform)
  const releaseLiveness = await holdLiveness(platform.config.databaseUrl, poolId, () => process.exit(1))
  platform.metrics.watchProcess()
  const timers = [
    every(SWEEP_MS, () => sweepDue(platform.pool), platform.log, 'due work'),
    every(REAP_MS, () => signOfLife(platform), platform.log, 'signs of life'),
    every(FIGURES_MS, () => showMetrics(platform, platform.process), platform.log, 'figures'),
    every(SEAL_MS, () => sealLog(platform, log), platform.log, 'the seal of the log'),
  ]
  let ending = false
  endWithParent(async () => {
    if (ending) return
    ending = true
    for (const stop of timers) stop()
    await runner.stop()
    await releaseLiveness()
    await platform.close()
  })
  await beginRoutines(platform)
  if (platform.config.simulation) {
    await takeOverCast(platform)
    await takeOverClinics(platform)
    await takeOverFigures(platform)
  }
  sayReady()
}

/** Starts taking jobs. @returns also the id under which the queue locks them for this process */
async function startRunner(platform: Platform): Promise<{ runner: Runner; poolId: string }> {
  const taskList = Object.fromEntries(Object.entries(jobs).map(([task, job]) => [task, patient(platform, task, job)]))
  const events = new EventEmitter()
  const pool = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => resolve(workerPool.id)))
  const runner = await run({
    connectionString: platform.config.databaseUrl, taskList, events, concurrency: platform.config.workerConcurrency, pollInterval: 1_000, noHandleSignals: true,
    maxPoolSize: platform.config.workerConcurrency + 2,
    logger: new Logger(() => (level, message) => platform.log[level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug']({ queue: true }, message)),
  })
  return { runner, poolId: await pool }
}

async function signOfLife(platform: Platform): Promise<void> {
  await reapDeadWorkers(platform.pool, platform.log)
  await showLife(platform, 'worker')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
