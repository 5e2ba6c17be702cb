/** A whole system for a proof: real processes that may be killed, the simulators, their books and ours. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Agent } from 'undici'
import { type Books, openBooks } from '../../../simulate/books/read.ts'
import { openShownClock, type ShownClock } from '../../../simulate/world/clock.ts'
import { type CastOfficer, type CastPerson, openOutside, type Outside } from '../../../simulate/world/outside.ts'
import { openRunningSystem, type RunningSystem } from '../../support/running-system.ts'
import { seed } from '../figures.ts'
import { bundleDriven, type Planting } from './bundles.ts'
import { killDatabase } from './killing.ts'

export interface Death {
  readonly process: string
  readonly place: string
  readonly victim: string
}

export interface Family extends AsyncDisposable {
  readonly system: RunningSystem
  readonly outside: Outside
  readonly clock: ShownClock
  readonly books: Books
  readonly agent: Agent
  readonly citizens: readonly CastPerson[]
  readonly officers: readonly CastOfficer[]
  /** As the owner, again and again while the database is away. */
  asOwner<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** The same in the simulators' own database. */
  inSandbox<R extends pg.QueryResultRow>(text: string): Promise<R[]>
  kill(name: 'web' | 'worker' | 'database'): void
  /** From here on processes die at boundaries; or no longer. */
  arm(on: boolean): void
  places(): string[]
  deaths(): Death[]
}

export interface FamilyOptions {
  readonly citizens: number
  /** Boundaries are noted, and processes may be armed. */
  readonly driven: boolean
  readonly planting?: Planting
  /** Shown seconds to a real one. */
  readonly rate: number
}

const PATIENCE_MS = 60_000

/** Asks until the database answers: it may be dead at the moment. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  const since = performance.now()
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      const isAway = error instanceof Error && (!('code' in error) || /^(ECONN|57P|08|XX)/.test(String(error.code)) || /terminat|ended/i.test(error.message))
      if (!isAway || performance.now() - since > PATIENCE_MS) throw error
      await pause(100)
    }
  }
}

/** Starts everything; `await using` stops it and forgets its data. */
export async function openFamily(options: FamilyOptions): Promise<Family> {
  const bundles = options.driven || options.planting ? await bundleDriven(options.planting) : undefined
  const folder = mkdtempSync(join(tmpdir(), 'toan-trinh-prove-'))
  const system = await openRunningSystem({ SANDBOX_CAST: String(options.citizens), SANDBOX_SEED: String(seed), PROVE_FOLDER: folder, PROVE_SEED: String(seed) }, bundles ? { bundles, backOffMs: [50] } : {})
  const { databaseUrl, sandboxUrl = '' } = system
  const beside = new URL(databaseUrl)
  beside.pathname = '/sandbox'
  const agent = new Agent({ connections: 64 })
  const outside = openOutside(sandboxUrl, agent)
  const bare = openBooks(databaseUrl, beside.href)
  const [main, sandbox] = [databaseUrl, beside.href].map((url) => new pg.Pool({ connectionString: url, max: 2 }))
  for (const pool of [main, sandbox]) pool?.on('error', () => {})
  const linesOf = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean) : [])
  await outside.setRate(options.rate)
  const cast = await outside.readCast()
  return {
    system, outside, agent, citizens: cast.citizens, officers: cast.officers,
    clock: openShownClock(outside, options.rate),
    books: patientBooks(bare),
    asOwner: (text, values = []) => insist(async () => (await main?.query(text, [...values]))?.rows ?? []),
    inSandbox: (text) => insist(async () => (await sandbox?.query(text))?.rows ?? []),
    kill(name) {
      if (name === 'database') {
        killDatabase(system.data)
        return
      }
      const pid = system.children.find((child) => child.name === name)?.pid
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    arm(on) {
      if (on) writeFileSync(join(folder, 'armed'), '')
      else rmSync(join(folder, 'armed'), { force: true })
    },
    places: () => ['main', 'worker'].flatMap((name) => linesOf(`places-${name}`).map((place) => `${name} ${place}`)),
    deaths: () => linesOf('deaths').map((line) => line.split('\t')).map(([process_ = '', place = '', victim = '']) => ({ process: process_, place, victim })),
    async [Symbol.asyncDispose]() {
      rmSync(join(folder, 'armed'), { force: true })
      await bare.close()
      await Promise.all([main?.end(), sandbox?.end()])
      await agent.close()
      await system[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Books that are read again while the database is away. */
function patientBooks(books: Books): Books {
  return new Proxy(books, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function' || name === 'close') return value
      return (...args: unknown[]) => insist(async () => Reflect.apply(value, target, args))
    },
  })
}
