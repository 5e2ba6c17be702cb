/** The embedded PostgreSQL: made once, started, asked whether it answers, stopped without loss. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, createHash } from 'node:crypto'
import { chmodSync, chownSync, closeSync, existsSync, fstatSync, ftruncateSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { tryPort } from '../first/checks.mjs'
import { type Kept, readKept, stopOrphan } from '../first/orphan.mjs'
import { explainFile, Stop } from '../first/say.mjs'
import { type Account, chooseAccount, copyPrograms, isOpenToOthers, makeLinks, nativeFolder } from './programs.ts'

const OWNER = 'toantrinh'
const LOG_LIMIT = 10 * 1024 * 1024

export interface ServerOptions {
  /** The data folder; the cluster, its password and its log live below it. */
  readonly data: string
  /** For tests: nothing survives a power cut, everything is faster. */
  readonly forgetful?: boolean
}

export interface Server {
  readonly pid: number
  /** Whether this start made the cluster: everything has to be filled anew. */
  readonly fresh: boolean
  /** The owner's address of a database. */
  url(database: string): string
  /** Settles when the server has ended, wanted or not. */
  readonly gone: Promise<void>
  stop(): Promise<void>
}

/** A child process as the chosen account. */
function spawnAs(account: Account, program: string, args: string[], output: number, cwd: string): ChildProcess {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {}) }
  const options = { cwd, env, stdio: ['ignore' as const, output, output], detached: true, windowsHide: true }
  if (account.kind === 'namespace') return spawn('unshare', ['--user', `--map-user=${account.uid}`, program, ...args], options)
  if (account.kind === 'other') return spawn(program, args, { ...options, uid: account.uid, gid: account.gid })
  return spawn(program, args, options)
}

function secretOf(data: string): string {
  const path = join(data, 'keys', 'postgres.password')
  mkdirSync(join(data, 'keys'), { recursive: true, mode: 0o700 })
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8')
}

/** A folder of ours outside the checkout, for a lent account that cannot reach below it. */
function outsideFolder(data: string): string {
  const folder = join('/var/tmp', `toan-trinh-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Stop(`Thư mục ${folder} thuộc về người khác, hãy xoá nó rồi chạy lại.`, `The folder ${folder} belongs to somebody else: remove it and start again.`)
  }
  chmodSync(folder, 0o711)
  return folder
}

interface Place {
  readonly account: Account
  readonly native: string
  readonly cluster: string
  readonly besides: string | undefined
}

function place(data: string, kept: Kept | undefined): Place {
  const native = nativeFolder()
  makeLinks(native)
  const inside = join(data, 'postgres')
  const account = chooseAccount(kept?.cluster ?? inside)
  if (account.kind !== 'other') return { account, native, cluster: inside, besides: undefined }
  const besides = isOpenToOthers(native) && isOpenToOthers(data) ? undefined : outsideFolder(data)
  const cluster = besides ? join(besides, 'postgres') : inside
  // Made by root in a namespace, and namespaces are gone: the files change hands, and place where they must.
  if (besides && existsSync(inside) && !existsSync(cluster)) renameSync(inside, cluster)
  if (existsSync(cluster) && lstatSync(cluster).uid !== account.uid) giveTo(cluster, account)
  return { account, native: besides ? copyPrograms(native, besides) : native, cluster, besides }
}

function giveTo(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid)
  }
}

function tail(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-12).join('\n') : ''
}

function refusal(log: string): unknown {
  const said = tail(log)
  if (/No space left on device/.test(said)) return explainFile(Object.assign(new Error(said), { code: 'ENOSPC' }), log)
  return new Stop('PostgreSQL nhúng không khởi động được.', 'The embedded PostgreSQL did not start.', said)
}

/** Makes a cluster in a draft folder that gets its name only when it is whole. */
async function create(where: Place, password: string, log: string, output: number, forgetful: boolean): Promise<void> {
  const draft = `${where.cluster}.new`
  const words = `${where.cluster}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  writeFileSync(words, password, { mode: 0o600 })
  if (where.account.kind === 'other') for (const path of [draft, words]) chownSync(path, where.account.uid, where.account.gid)
  const args = [
    '-D', draft, '-U', OWNER, `--pwfile=${words}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', ...(forgetful ? ['--no-sync', '--no-data-checksums'] : []),
  ]
  try {
    const child = spawnAs(where.account, join(where.native, 'bin', 'initdb'), args, output, draft)
    const code = await new Promise((done) => {
      child.once('error', (error) => done(error.message))
      child.once('exit', done)
    })
    if (code !== 0) throw refusal(log)
    renameSync(draft, where.cluster)
  } finally {
    rmSync(words, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** The port of last time while it is free, so that addresses noted elsewhere stay true; else one that is. */
async function choosePort(kept: number | undefined): Promise<number> {
  if (kept && !(await tryPort(kept))) return kept
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))))
    })
  })
}

function settings(cluster: string, port: number, forgetful: boolean): string[] {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', max_connections: forgetful ? '250' : '100',
    shared_buffers: '128MB', timezone: 'UTC', log_timezone: 'UTC', jit: 'off', max_parallel_workers_per_gather: '0',
    password_encryption: 'scram-sha-256', log_min_messages: 'warning', logging_collector: 'off',
    ...(forgetful ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' } : {}),
  }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Waits until the server lets its owner in. */
async function answers(url: string, isGone: () => boolean, log: string): Promise<void> {
  const until = performance.now() + 120_000
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => {})
      if (isGone() || performance.now() > until) throw refusal(log)
      if (error instanceof Error && 'code' in error && error.code === '28P01') {
        throw new Stop('Mật khẩu PostgreSQL trong .data/keys không còn đúng, hãy chạy npm run reset.', 'The PostgreSQL password in .data/keys is no longer right: run npm run reset.')
      }
      await pause(15)
    }
  }
}

/**
 * Starts the embedded server of a data folder, making it when there is none; one left by a killed launcher is stopped first.
 * @throws {Stop} with what PostgreSQL said, when it does not come up
 */
export async function startServer({ data, forgetful = false }: ServerOptions): Promise<Server> {
  const kept = readKept(data)
  if (kept && !(await stopOrphan(kept.cluster))) {
    throw new Stop('Máy chủ PostgreSQL cũ không chịu dừng, hãy dừng nó bằng tay.', 'The earlier PostgreSQL server would not stop: stop it by hand.')
  }
  mkdirSync(join(data, 'logs'), { recursive: true })
  const log = join(data, 'logs', 'postgres.log')
  const output = openSync(log, 'a')
  try {
    if (fstatSync(output).size > LOG_LIMIT) ftruncateSync(output)
    const password = secretOf(data)
    const where = place(data, kept)
    const fresh = !existsSync(join(where.cluster, 'PG_VERSION'))
    if (fresh) await create(where, password, log, output, forgetful)
    const port = await choosePort(kept?.port)
    writeFileSync(join(data, 'postgres.json'), `${JSON.stringify({ port, cluster: where.cluster, besides: where.besides } satisfies Kept)}\n`)
    const child = spawnAs(where.account, join(where.native, 'bin', 'postgres'), settings(where.cluster, port, forgetful), output, where.cluster)
    let isGone = false
    const gone = new Promise<void>((done) => {
      const end = () => {
        isGone = true
        done()
      }
      child.once('error', end)
      child.once('exit', end)
    })
    const url = (database: string) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`
    await answers(url('postgres'), () => isGone, log)
    return { pid: child.pid ?? 0, fresh, url, gone, stop: () => stop(child, gone) }
  } finally {
    closeSync(output)
  }
}

/** A fast shutdown: open transactions are undone, everything acknowledged is on disk. */
async function stop(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), 4_000)
  await gone
  clearTimeout(late)
}

/** Makes databases that are not there yet. @param url the owner's address of any database */
export async function makeDatabases(url: string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database')
    for (const name of names) {
      if (rows.some((row) => row.datname === name)) continue
      await client.query(`create database ${client.escapeIdentifier(name)}`)
    }
  } finally {
    await client.end()
  }
}

