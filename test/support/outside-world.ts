/** A service with a few of its modules, some simulated systems, one clock for both, and a worker that runs what is due. */
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { SandboxSystem } from '../../sandbox/kit/index.ts'
import type { FaultSetting } from '../../sandbox/kit/faults.ts'
import { type Sandbox, startSandbox } from '../../sandbox/start.ts'
import type { Sql } from '../../src/platform/db/sql.ts'
import type { Subscriptions } from '../../src/platform/background/facts.ts'
import { type Jobs, patient } from '../../src/platform/background/jobs.ts'
import type { Logger } from '../../src/platform/observability/log.ts'
import { lookupInvariants } from '../../src/platform/outside/lookups.ts'
import { sweepDue } from '../../src/platform/background/sweep.ts'
import { openTestPlatform, type TestPlatform } from './database.ts'

export interface OutsideWorldOptions {
  readonly at: string
  readonly systems: readonly SandboxSystem[]
  readonly jobs: Jobs
  readonly invariants?: Readonly<Record<string, Sql>>
  readonly subscriptions?: Subscriptions
  readonly webUrl?: string
  readonly log?: Logger
}

export interface OutsideWorld extends AsyncDisposable {
  readonly platform: TestPlatform
  readonly sandbox: Sandbox
  /** Presses a button of the control page. */
  control(system: string, action: string, input?: Record<string, string>): Promise<string>
  /** Sets the fault switch of a system. */
  fault(system: string, setting: Partial<FaultSetting>): Promise<void>
  /** Runs every job that is due, and what they make due. */
  workerSettles(): Promise<void>
  hoursPass(hours: number): Promise<void>
  facts(kind: string): Promise<Record<string, unknown>[]>
  /** The rows that break a promise, by name of the promise. */
  broken(): Promise<Record<string, unknown[]>>
}

export async function openOutsideWorld(options: OutsideWorldOptions): Promise<OutsideWorld> {
  const port = await freePort()
  const platform = await openTestPlatform({ at: options.at, env: { SANDBOX_PORT: String(port), ...(options.webUrl ? { PUBLIC_URL: options.webUrl } : {}) }, ...(options.subscriptions ? { subscriptions: options.subscriptions } : {}), ...(options.log ? { log: options.log } : {}) })
  // What other modules do every night is not of this world.
  await platform.asOwner('delete from platform.due')
  const sandbox = await startSandbox({
    port, systems: options.systems, clockDatabaseUrl: platform.url, logLevel: 'silent', ...(options.webUrl ? { webUrl: options.webUrl } : {}),
  })
  const world: OutsideWorld = {
    platform, sandbox,
    async control(name, id, input = {}) {
      const action = options.systems.find((system) => system.name === name)?.control?.actions.find((candidate) => candidate.id === id)
      if (!action) throw new Error(`no control action ${name}/${id}`)
      return action.run(sandbox.boxOf(name), input)
    },
    async fault(name, setting) {
      await sandbox.faults.set(name, setting)
    },
    async workerSettles() {
      for (let round = 0; round < 200; round++) {
        await sweepDue(platform.pool)
        const taken = await platform.asOwner<{ task: string; payload: unknown }>(`with gone as (delete from graphile_worker._private_jobs returning id, run_at, task_id, payload)
          select t.identifier as task, g.payload from gone g join graphile_worker._private_tasks t on t.id = g.task_id order by g.run_at, g.id`)
        if (taken.length === 0) return
        for (const { task, payload } of taken) {
          const job = options.jobs[task]
          if (!job) throw new Error(`nobody does ${task}`)
          await patient(platform, task, job)(payload)
        }
      }
      throw new Error('the worker never comes to rest')
    },
    async hoursPass(hours) {
      const then = (await sandbox.clock.now()).getTime() + hours * 3_600_000
      await sandbox.clock.moveTo(new Date(then))
      // Pages read a copy of the clock that may be a moment old.
      while ((await platform.clock.now()).getTime() < then) await pause(1)
      await sandbox.tick()
      await world.workerSettles()
    },
    async facts(kind) {
      const rows = await platform.asOwner<{ payload: Record<string, unknown> }>('select payload from platform.fact where kind = $1 order by sequence', [kind])
      return rows.map((row) => row.payload)
    },
    async broken() {
      const found: Record<string, unknown[]> = {}
      for (const [name, query] of Object.entries({ ...lookupInvariants, ...options.invariants })) {
        const rows = await platform.asOwner(query.text, query.values)
        if (rows.length > 0) found[name] = rows
      }
      return found
    },
    async [Symbol.asyncDispose]() {
      await sandbox.close()
      await platform[Symbol.asyncDispose]()
    },
  }
  return world
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => { probe.listen(0, '127.0.0.1', done) })
  const address = probe.address()
  await new Promise<void>((done) => { probe.close(() => done()) })
  return address && typeof address === 'object' ? address.port : 0
}
