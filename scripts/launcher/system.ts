/** The whole family of processes, from nothing to answering: used by `npm start`, the simulation, the benchmark and tests. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { buildAssets } from '../assets.mjs'
import { build, buildFolder, endBuilds } from '../build.mjs'
import { freeLock, noteChildren, takeLock } from '../first/lock.mjs'
import { root } from '../first/places.mjs'
import { codeOf, Stop } from '../first/say.mjs'
import { openGuard } from '../postgres/guard.ts'
import { makeDatabases, type Server, startServer } from '../postgres/server.ts'
import { type Child, keepAlive, type Plan, runOnce } from './children.ts'

export interface SystemOptions {
  /** Absolute folder for everything that is kept. */
  readonly data: string
  readonly ports: { readonly web: number; readonly sandbox: number }
  /** Settings passed on to the processes. DATABASE_URL, when set, replaces the embedded server. */
  readonly env: NodeJS.ProcessEnv
  /** Hears what is being done and what died. */
  readonly tell: (vi: string, en: string) => void
  readonly abort?: AbortSignal
  /** For fault proofs: other files than the built ones, by the name of the bundle. */
  readonly bundles?: Readonly<Record<string, string>>
  /** For fault proofs, which kill more often than anything in life: waits before a dead process is started again. */
  readonly backOffMs?: readonly number[]
}

export interface System {
  readonly webUrl: string
  /** Undefined in production, which has no simulated outside. */
  readonly sandboxUrl: string | undefined
  /** The owner's address of the main database. */
  readonly databaseUrl: string
  readonly children: readonly Child[]
  /** Milliseconds each step took, in order; steps overlap. */
  readonly laps: Readonly<Record<string, number>>
  stop(): Promise<void>
}

/** `own`: on the embedded server, whose state we know. `fresh`: nothing is in it yet. */
type Databases = { main: string; sandbox: string; own: boolean; fresh: boolean }

/**
 * Starts database, simulators, web and worker, and waits until the service says it is well.
 * @throws {Stop} naming what did not start; everything started by then is stopped again
 */
export async function openSystem(options: SystemOptions): Promise<System> {
  const { data, ports, tell } = options
  const abort = options.abort ?? new AbortController().signal
  const production = options.env.MODE === 'production'
  if (production && !options.env.DATABASE_URL) {
    throw new Stop('MODE=production cần DATABASE_URL; PostgreSQL nhúng chỉ dành cho bản mô phỏng.', 'MODE=production needs DATABASE_URL: the embedded PostgreSQL is for the simulation only.')
  }
  const webUrl = `http://127.0.0.1:${ports.web}`
  const logs = join(data, 'logs')
  const laps: Record<string, number> = {}
  const began = performance.now()
  const lap = (name: string) => {
    laps[name] = Math.round(performance.now() - began)
    abort.throwIfAborted()
  }
  await using cleaning = new AsyncDisposableStack()
  await takeLock(data, webUrl)
  cleaning.defer(() => freeLock(data))
  mkdirSync(logs, { recursive: true })
  const guard = openGuard()
  cleaning.defer(() => guard.dismiss())

  let server: Server | undefined
  let stopping = false
  const keepServer = (started: Server) => {
    server = started
    guard.server(started.pid)
    void started.gone.then(async () => {
      if (stopping) return
      tell('PostgreSQL nhúng dừng đột ngột, đang chạy lại; xem .data/logs/postgres.log.', 'The embedded PostgreSQL ended unexpectedly and is started again; see .data/logs/postgres.log.')
      await revive()
    })
  }
  const revive = async (): Promise<void> => {
    await pause(500)
    if (stopping) return
    await startServer({ data }).then(keepServer, () => pause(5_000).then(revive))
  }
  cleaning.defer(async () => {
    stopping = true
    await server?.stop()
  })
  const [databases] = await allSettledOrThrow([
    openDatabases(options, keepServer).finally(() => lap('database')),
    Promise.all([build(), buildAssets({ outDir: join(root, '.data', 'assets') })]).then(async ([bundles, assets]) => {
      if (bundles || assets.built) await endBuilds()
      lap('bundles')
    }),
  ])

  const env: NodeJS.ProcessEnv = {
    ...withoutNpm(options.env), PORT: String(ports.web), SANDBOX_PORT: String(ports.sandbox), DATA_DIR: data,
    DATABASE_URL: databases.main, SANDBOX_DATABASE_URL: databases.sandbox, CLOCK_DATABASE_URL: databases.main,
    WEB_URL: options.env.PUBLIC_URL || webUrl,
    // Compiled code of the libraries is kept: a second start spends its time on something else.
    NODE_COMPILE_CACHE: options.env.NODE_COMPILE_CACHE ?? join(root, '.data', 'compiled'),
  }
  const plan = (name: string, bundle = name): Plan => ({ name, script: options.bundles?.[bundle] ?? join(buildFolder, `${bundle}.mjs`), env, logs, backOffMs: options.backOffMs })
  await fill(databases, data, plan, production, abort)
  lap('filled')

  const children: Child[] = []
  const note = () => {
    const pids = children.flatMap(({ pid }) => pid ?? [])
    guard.children(pids)
    // The database is guarded last but noted too: a next start must wait until it is settled.
    noteChildren(data, webUrl, guard.pid ? [...pids, guard.pid] : pids)
  }
  cleaning.defer(async () => {
    await Promise.all(children.map((child) => child.stop()))
  })
  const launch = (name: string, bundle: string) => {
    if (!existsSync(plan(name, bundle).script)) return undefined
    const child = keepAlive(plan(name, bundle), note, (how) =>
      tell(`Tiến trình “${name}” dừng đột ngột (${how}), đang chạy lại; xem .data/logs/${name}.log.`, `The process “${name}” ended unexpectedly (${how}) and is started again; see .data/logs/${name}.log.`),
    )
    children.push(child)
    return child
  }
  const sandboxUrl = production ? undefined : `http://127.0.0.1:${ports.sandbox}`
  const sandbox = sandboxUrl ? launch('sandbox', 'sandbox') : undefined
  const web = launch('web', 'main')
  const worker = launch('worker', 'worker')
  note()
  const aborted = new Promise<never>((_, failed) => abort.addEventListener('abort', () => failed(abort.reason), { once: true }))
  aborted.catch(() => {})
  await Promise.race([
    Promise.all([
      sandbox?.ready().then(() => lap('sandbox')),
      worker?.ready().then(() => lap('worker')),
      web?.ready(() => answers(`${webUrl}/healthz`)).then(() => lap('web')),
    ]),
    aborted,
  ])
  lap('ready')
  const undo = cleaning.move()
  return { webUrl, sandboxUrl, databaseUrl: databases.main, children, laps, stop: () => undo.disposeAsync() }
}

/** All of them finish before the first failure is told, so that nothing is left half started behind our back. */
async function allSettledOrThrow<A, B>(all: readonly [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(all)
  return Promise.all(all)
}

async function openDatabases(options: SystemOptions, started: (server: Server) => void): Promise<Databases> {
  const given = options.env.DATABASE_URL
  if (given) {
    if (!/^postgres(ql)?:\/\//.test(given) || !URL.canParse(given)) {
      throw new Stop('DATABASE_URL phải là một địa chỉ postgres://…', 'DATABASE_URL must be a postgres:// address.')
    }
    await mustAnswer(given)
    const beside = new URL(given)
    beside.pathname = `${beside.pathname}_sandbox`
    return { main: given, sandbox: options.env.SANDBOX_DATABASE_URL || beside.href, own: false, fresh: true }
  }
  const server = await startServer({ data: options.data })
  started(server)
  await makeDatabases(server.url('postgres'), ['toantrinh', 'sandbox'])
  return { main: server.url('toantrinh'), sandbox: server.url('sandbox'), own: true, fresh: server.fresh }
}

/** A database that somebody else runs is asked before anything is started upon it. */
async function mustAnswer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const where = new URL(url).host
    const why = codeOf(error) || (error instanceof Error ? error.message : String(error))
    throw new Stop(`Không kết nối được cơ sở dữ liệu ở DATABASE_URL (${where}): ${why}.`, `The database at DATABASE_URL (${where}) cannot be reached: ${why}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Migrates and seeds; on our own server, only when either has changed since last time. */
async function fill(databases: Databases, data: string, plan: (name: string) => Plan, production: boolean, abort: AbortSignal): Promise<void> {
  const scripts = (production ? ['migrate'] : ['migrate', 'seed']).filter((name) => existsSync(plan(name).script))
  const stamp = join(data, 'ready.json')
  const key = contentOf([...scripts.map((name) => plan(name).script), ...migrations(), join(root, 'package-lock.json')])
  if (databases.own && !databases.fresh && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  rmSync(stamp, { force: true })
  for (const name of scripts) await runOnce(plan(name), abort)
  if (databases.own) writeFileSync(stamp, key)
}

function migrations(): string[] {
  const folder = join(root, 'migrations')
  return existsSync(folder) ? readdirSync(folder).sort().map((name) => join(folder, name)) : []
}

function contentOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/** npm's own variables would make a child believe it runs under npm. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('npm_')))
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
  await response.body?.cancel()
  return response.ok
}
