/** How long a start takes, from the command to an answer, and what the processes weigh. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../scripts/first/places.mjs'
import { freePort } from '../simulate/world/running.ts'
import { figureOf, type Figure, rounded } from './figures.ts'

/** Runs the start script until the service says that it is well, then stops it. @returns milliseconds */
async function timeStart(folder: string, command: readonly string[], env: Readonly<Record<string, string>>, mostMs: number): Promise<number> {
  const ports = { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) }
  const startedAt = performance.now()
  const [program = '', ...args] = command
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...env, ...ports }, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    while (!(await isWell(`http://127.0.0.1:${ports.PORT}/healthz`))) {
      if (child.exitCode !== null) throw new Error(`the start ended with ${child.exitCode}`)
      if (performance.now() - startedAt > mostMs) throw new Error(`not ready after ${mostMs} ms`)
      await pause(20)
    }
    return performance.now() - startedAt
  } finally {
    await stop(child)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  await gone
}

async function isWell(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(1_000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

/** Starts on kept data, on the Node that runs this. @param data a folder that has been started on before */
export async function benchReady(data: string, rounds: number): Promise<Figure> {
  const values: number[] = []
  for (let round = 0; round < rounds; round += 1) values.push(await timeStart(root, [process.execPath, join(root, 'scripts', 'start.mjs')], { DATA_DIR: data }, 60_000))
  return figureOf(values, 0)
}

/** `npm start` on an empty checkout: installing, database, everything. Needs the network, or npm's cache. */
export async function benchCold(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'toan-trinh-cold-'))
  try {
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
    const seconds = (await timeStart(folder, ['npm', 'start'], { DATA_DIR: '' }, 600_000)) / 1000
    return rounded(seconds, 1)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Megabytes of memory that a process holds; undefined where the machine cannot say. */
export function rssMbOf(pid: number | undefined): number | undefined {
  try {
    const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? undefined : Math.round(Number(kb) / 1024)
  } catch {
    return undefined
  }
}

/** Seconds of processor time that a process has used; 0 where it is gone or the machine cannot say. */
export function cpuSecondsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

/** The server's processes of the database in a data folder. */
export function postgresOf(data: string): number[] {
  try {
    const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    return [pid, ...childrenOf(pid)]
  } catch {
    return []
  }
}

/** The children of a process, as the web process has one for pictures. */
export function childrenOf(pid: number | undefined): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number)
  } catch {
    return []
  }
}
