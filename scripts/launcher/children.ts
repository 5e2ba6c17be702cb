/** Our own processes: started with a channel to us, started again when they die, ended when we end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../first/places.mjs'
import { signal } from '../first/processes.mjs'
import { Stop } from '../first/say.mjs'

const LOG_LIMIT = 10 * 1024 * 1024
const STOP_PATIENCE_MS = 3_500
/** Waits before a dead child is started again; one that stayed up for STEADY_MS begins anew. */
const BACK_OFF_MS = [100, 250, 500, 1_000, 2_000, 5_000] as const
const STEADY_MS = 3_000

/** A heap that is collected before it grows to what a large machine would allow; none of our processes needs more. */
const THRIFT = ['--max-old-space-size=384', '--max-semi-space-size=16'] as const

export interface Plan {
  readonly name: string
  /** Bundle to run. */
  readonly script: string
  readonly env: NodeJS.ProcessEnv
  /** Folder of the logs. */
  readonly logs: string
  /** Other waits before it is started again than the usual, growing ones. */
  readonly backOffMs?: readonly number[] | undefined
}

export interface Child {
  readonly name: string
  /** Undefined between a death and the next start. */
  readonly pid: number | undefined
  /** How often it had to be started again. */
  readonly restarts: number
  /** Settles once it said that it is ready and, where asked for, answers; rejects with what it printed when it ends before. */
  ready(isReady?: () => Promise<boolean>): Promise<void>
  send(message: object): void
  stop(): Promise<void>
}

const logOf = ({ logs, name }: Plan) => join(logs, `${name}.log`)

interface Started {
  readonly process: ChildProcess
  /** Where its part of the log begins. */
  readonly from: number
}

function start(plan: Plan): Started {
  const log = openSync(logOf(plan), 'a')
  try {
    if (fstatSync(log).size > LOG_LIMIT) ftruncateSync(log)
    const from = fstatSync(log).size
    // A group of its own: Ctrl-C reaches only us, and we decide the order of the end.
    const options = { cwd: root, env: plan.env, stdio: ['ignore' as const, log, log, 'ipc' as const], detached: true, windowsHide: true }
    return { process: spawn(process.execPath, [...THRIFT, '--enable-source-maps', plan.script], options), from }
  } finally {
    closeSync(log)
  }
}

/** Why a process ended before it was ready: the wrong setting it named, or its last words. */
function died(plan: Plan, { from }: Started): Stop {
  const said = readFileSync(logOf(plan)).subarray(from).toString('utf8').trimEnd()
  const setting = /^(?:ConfigError: )?([A-Z][A-Z0-9_]+: .+)$/m.exec(said)?.[1]
  if (setting) return new Stop(`Một cài đặt không đúng: ${setting}.`, `A setting is wrong: ${setting}.`)
  return new Stop(
    `Tiến trình “${plan.name}” dừng ngay khi khởi động.`,
    `The process “${plan.name}” ended while starting.`,
    said.split('\n').slice(-15).join('\n'),
  )
}

/**
 * Runs a script of ours to its end.
 * @throws {Stop} with its last words when it fails
 */
export async function runOnce(plan: Plan, abort: AbortSignal): Promise<void> {
  const started = start(plan)
  const child = started.process
  const end = () => child.kill('SIGTERM')
  abort.addEventListener('abort', end, { once: true })
  const code = await new Promise((done) => {
    child.once('error', done)
    child.once('exit', done)
  })
  abort.removeEventListener('abort', end)
  abort.throwIfAborted()
  if (code !== 0) throw died(plan, started)
}

/**
 * Starts a process and keeps it alive: once it was ready, a death is followed by a new start.
 * @param changed called whenever its number changes
 * @param mourn called when it died unasked
 */
export function keepAlive(plan: Plan, changed: () => void, mourn: (how: string) => void): Child {
  let started = start(plan)
  let child = started.process
  let stopping = false
  let wasReady = false
  let saidReady = false
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
      if (!wasReady) return failFirst(died(plan, started))
      mourn(how)
      if (performance.now() - startedAt > STEADY_MS) step = 0
      const waits = plan.backOffMs ?? BACK_OFF_MS
      const wait = waits[Math.min(step++, waits.length - 1)]
      setTimeout(again, wait)
    }
    child.once('error', (error) => end(error.message))
    child.once('exit', (code, how) => end(how ?? `exit ${code}`))
    child.on('message', (message) => {
      saidReady ||= typeof message === 'object' && message !== null && 'ready' in message && message.ready === true
    })
  }
  function again(): void {
    if (stopping) return
    restarts += 1
    startedAt = performance.now()
    started = start(plan)
    child = started.process
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
        while (waiting && !(saidReady && (!isReady || (await isReady().catch(() => false))))) await pause(20)
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
