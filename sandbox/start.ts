/** Starts the simulated ministries: in their own process (main.ts) or inside a test, on a free port. */
import { createServer } from 'node:net'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { Client, Pool } from 'pg'
import { registerControl } from './control/routes.ts'
import type { Box, SandboxSystem } from './kit/box.ts'
import { type Clock, openOwnClock, openSharedClock } from './kit/clock.ts'
import { type DocStore, openDatabaseDocs, openMemoryDocs } from './kit/docs.ts'
import { type FaultEngine, type FaultMemory, type FaultState, guardWithFaults, openFaults } from './kit/faults.ts'
import { seededRandom } from './kit/random.ts'
import { logRequests, openRequestLog } from './kit/request-log.ts'
import { demoCast } from './people/cast.ts'
import { generatePeople } from './people/generate.ts'
import type { People } from './people/person.ts'
import { staffCast } from './people/staff.ts'
import { openPeople } from './people/store.ts'
import { systems as allSystems } from './systems.ts'

export interface SandboxOptions {
  /** 0 or nothing: any free port. */
  port?: number
  /** Own database of the sandbox, made if missing; without it everything is kept in memory. */
  databaseUrl?: string
  /** Main database, with a role that may read and update platform.clock; without it the sandbox has a clock of its own. */
  clockDatabaseUrl?: string
  /** Where the service under test answers. */
  webUrl?: string
  /** The eleven of the cast. On by default when nobody is generated. */
  demo?: boolean
  /** How many generated people beside them. */
  generated?: number
  seed?: number
  /** Only for tests of one system. */
  systems?: readonly SandboxSystem[]
  logLevel?: string
}

export interface Sandbox extends AsyncDisposable {
  url: string
  port: number
  people: People
  faults: FaultEngine
  clock: Clock
  /** The box of one system, for tests that look at what it keeps. */
  boxOf(system: string): Box
  /** Runs the due work of every system now. */
  tick(): Promise<void>
  close(): Promise<void>
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const systems = options.systems ?? allSystems
  const port = options.port ? options.port : await freePort()
  const url = `http://127.0.0.1:${port}`
  const webUrl = (options.webUrl ?? 'http://127.0.0.1:3000').replace(/\/$/, '')
  const seed = options.seed ?? 1
  const random = seededRandom(seed)
  const store = options.databaseUrl ? await openDatabase(options.databaseUrl) : openMemoryDocs()
  const clock = options.clockDatabaseUrl ? openSharedClock(options.clockDatabaseUrl) : openOwnClock()
  const seeding = await keepSeeding(store, { now: (await firstTime(clock)).toISOString(), seed })
  const castNow = new Date(seeding.now)
  const generated = options.generated ?? 0
  const people = await openPeople(store, [
    ...(options.demo ?? generated === 0 ? demoCast(castNow) : []),
    ...staffCast(),
    ...generatePeople({ count: generated, seed: seeding.seed, now: castNow }),
  ])
  const faults = await openFaults(faultMemory(store), random)
  const app = Fastify({
    logger: { level: options.logLevel ?? 'warn' }, logController: new LogController({ disableRequestLogging: true }), bodyLimit: 32 * 1024 * 1024,
    routerOptions: { maxParamLength: 400 },
    // A kept-alive connection of the service must not hold up the stop of the sandbox.
    forceCloseConnections: true,
  })
  await app.register(formbody)
  const boxes = new Map<string, Box>()
  const boxOf = (system: string): Box => {
    const found = boxes.get(system) ?? {
      now: clock.now, people, webUrl, url, faults, random, log: app.log,
      docs: <T>(collection: string) => store.collection<T>(collection.startsWith('shared:') ? collection : `${system}/${collection}`),
    }
    boxes.set(system, found)
    return found
  }
  const tick = ticker(systems, boxOf, store)
  const log = openRequestLog()
  for (const system of systems) {
    await app.register(async (scope: FastifyInstance) => {
      logRequests(scope, system.name, clock.now, log)
      guardWithFaults(scope, system, faults)
      await system.routes(scope, boxOf(system.name))
    }, { prefix: system.prefix })
  }
  await app.register(async (scope: FastifyInstance) => registerControl(scope, { systems, boxOf, people, faults, clock, log, webUrl, url, tick }))
  await app.listen({ host: '127.0.0.1', port })
  const timer = setInterval(() => { void tick() }, 1000)
  timer.unref()
  const close = async () => {
    clearInterval(timer)
    await app.close()
    await clock.close()
    await store.close()
  }
  return { url, port, people, faults, clock, boxOf, tick, close, [Symbol.asyncDispose]: close }
}

/** The main database may still be migrating when the sandbox is started beside it: waits half a minute for the clock's row. */
async function firstTime(clock: Clock): Promise<Date> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await clock.now()
    } catch (problem) {
      if (tries >= 60) throw problem
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

interface Seeding {
  now: string
  seed: number
}

/** Day and seed of the first start stay: a later start must draw the same people again, not strangers with the same papers. */
function keepSeeding(store: DocStore, wanted: Seeding): Promise<Seeding> {
  return store.collection<Seeding>('sandbox/seeding').update('first', (kept) => kept ?? wanted)
}

function faultMemory(store: DocStore): FaultMemory {
  const docs = store.collection<FaultState>('sandbox/faults')
  return { load: () => docs.get('all'), save: (state) => docs.put('all', state) }
}

/** Due work of all systems, one round at a time; one that fails is logged and does not stop the others. */
function ticker(systems: readonly SandboxSystem[], boxOf: (name: string) => Box, store: DocStore): () => Promise<void> {
  let running: Promise<void> | undefined
  let rounds = 0
  const round = async () => {
    rounds += 1
    if (rounds % 60 === 0) await store.sweep()
    for (const system of systems) {
      try {
        await system.tick?.(boxOf(system.name))
      } catch (problem) {
        boxOf(system.name).log.warn({ system: system.name, problem: String(problem) }, 'due work failed')
      }
    }
  }
  return () => {
    running ??= round().catch(() => undefined).finally(() => { running = undefined })
    return running
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => { typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')) })
    })
  })
}

async function openDatabase(databaseUrl: string): Promise<DocStore> {
  await makeDatabase(databaseUrl)
  const pool = new Pool({ connectionString: databaseUrl, max: 6 })
  const loose = new Pool({ connectionString: databaseUrl, max: 4, options: '-c synchronous_commit=off' })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  for (const each of [pool, loose]) {
    each.on('error', () => undefined)
    // One that breaks while it is used fails its own query; the event must be heard all the same.
    each.on('connect', (client) => { client.on('error', () => undefined) })
  }
  return openDatabaseDocs(pool, loose)
}

/** Makes the database when the server does not have it yet; the role needs `createdb` for that once. */
async function makeDatabase(databaseUrl: string): Promise<void> {
  const probe = new Client({ connectionString: databaseUrl })
  try {
    await probe.connect()
    return
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === '3D000')) throw problem
  } finally {
    await probe.end().catch(() => undefined)
  }
  const address = new URL(databaseUrl)
  const name = decodeURIComponent(address.pathname.slice(1))
  address.pathname = '/postgres'
  const admin = new Client({ connectionString: address.href })
  await admin.connect()
  try {
    await admin.query(`create database "${name.replaceAll('"', '""')}"`)
  } finally {
    await admin.end()
  }
}
