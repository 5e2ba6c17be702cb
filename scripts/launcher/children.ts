/** Our own processes: started with a channel to us, started again when they die, ended when we end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../first/places.mjs'
import { signal } from '../first/processes.mjs'
import { Stop } from '../first/say.mjs'

const LOG_LIMIT = 10 * 1024 * 1024
const STOP_PATIENCE_MS = 3_500
/** Waits before a dead child is started again; one that stayed up for STEADY_MS begins anew. */
const BACK_OFF_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const
const STEADY_MS = 30_000

export interface Plan {
  readonly name: string
  /** Bundle to run. */
  readonly script: string
  readonly env: NodeJS.ProcessEnv
  /** Folder of the logs. */
  readonly logs: string
}

export interface Child {
  readonly name: string
  /** Undefined between a death and the next start. */
  readonly pid: number | undefined
  /** How often it had to be started again. */
  readonly restarts: number
  /** Settles once it said it was ready or answers; rejects with what it printed when it ends before. */
  ready(isReady: () => Promise<boolean>): Promise<void>
  send(message: object): void
  stop(): Promise<void>
}

/** Opens a log to append to; one that has grown too long begins anew. */
function openLog(path: string): number {
  const log = openSync(path, 'a')
  if (fstatSync(log).size > LOG_LIMIT) ftruncateSync(log)
  return log
}

function start({ name, script, env, logs }: Plan): ChildProcess {
  const log = openLog(join(logs, `${name}.log`))
  try {
    // A group of its own: Ctrl-C reaches only us, and we decide the order of the end.
    return spawn(process.execPath, ['--enable-source-maps', script], { cwd: root, env, stdio: ['ignore', log, log, 'ipc'], detached: true, windowsHide: true })
  } finally {
    closeSync(log)
  }
}

/** The last lines a process wrote. */
export function lastWords(logs: string, name: string): string {
  const path = join(logs, `${name}.log`)
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-15).join('\n') : ''
}

function died(plan: Plan): Stop {
  return new Stop(
    `Tiến trình “${plan.name}” dừng ngay khi khởi động.`,
    `The process “${plan.name}” ended while starting.`,
    lastWords(plan.logs, plan.name),
  )
}

/**
 * Runs a script of ours to its end.
 * @throws {Stop} with its last words when it fails
 */
export async function runOnce(plan: Plan, abort: AbortSignal): Promise<void> {
  const child = start(plan)
  const end = () => child.kill('SIGTERM')
  abort.addEventListener('abort', end, { once: true })
  const code = await new Promise((done) => {
    child.once('error', done)
    child.once('exit', done)
  })
  abort.removeEventListener('abort', end)
  abort.throwIfAborted()
  if (code !== 0) throw died(plan)
}

/**
 * Starts a process and keeps it alive: once it was ready, a death is followed by a new start.
 * @param changed called whenever its number changes
 * @param mourn called when it died unasked
 */
export function keepAlive(plan: Plan, changed: () => void, mourn: (how: string) => void): Child {
  let child = start(plan)
  let stopping = false
  let wasReady = false
  let restarts = 0
  let step = 0
  let startedAt = performance.now()
  let failFirst: (error: Error) => void = () => {}
  const firstDeath = new Promise<never>((_, failed) => {
    failFirst = failed
  })
  firstDeath.catch(() => {})

  function watch(): void {
    let over = false
    const end = (how: string) => {
      if (over) return
      over = true
      changed()
      if (stopping) return
      if (!wasReady) return failFirst(died(plan))
      mourn(how)
      if (performance.now() - startedAt > STEADY_MS) step = 0
      const wait = BACK_OFF_MS[Math.min(step++, BACK_OFF_MS.length - 1)]
      setTimeout(again, wait)
    }
    child.once('error', (error) => end(error.message))
    child.once('exit', (code, how) => end(how ?? `exit ${code}`))
    // A channel that breaks while we write to a dying child is its death, told by 'exit'.
    child.on('message', () => {})
  }
  function again(): void {
    if (stopping) return
    restarts += 1
    startedAt = performance.now()
    child = start(plan)
    watch()
    changed()
  }
  watch()
  const isAlive = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined
  return {
    name: plan.name,
    get pid() {
      return isAlive() ? child.pid : undefined
    },
    get restarts() {
      return restarts
    },
    async ready(isReady) {
      let waiting = true
      const polling = (async () => {
        while (waiting && !(await isReady().catch(() => false))) await pause(40)
      })()
      try {
        await Promise.race([polling, firstDeath])
        wasReady = true
      } finally {
        waiting = false
      }
    },
    send(message) {
      if (child.connected) child.send(message, () => {})
    },
    async stop() {
      stopping = true
      if (!isAlive()) return
      const gone = new Promise<void>((done) => child.once('exit', () => done()))
      child.kill('SIGTERM')
      const late = setTimeout(() => child.pid && signal(child.pid, 'SIGKILL'), STOP_PATIENCE_MS)
      await gone
      clearTimeout(late)
      // What it may have left in its group, as a picture being worked on.
      if (child.pid) signal(child.pid, 'SIGKILL')
    },
  }
}
