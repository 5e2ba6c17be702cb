/**
 * Draws papers in a process of its own, started when there is something to draw, replaced before the compiler's memory
 * grows large and ended when nothing was drawn for a while. A process that dies takes its papers' jobs with it: they are
 * tried again.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Drawing } from './typst.ts'

export interface DrawingOrder {
  readonly id: number
  readonly drawing: Drawing
}

export type Drawn = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly error: string }

/** 105 MB resident at first, 117 MB after 500 papers (several hundred in a process with many malloc arenas). The first paper takes 0.1 s, the next 7 ms. */
const PAPERS_A_PROCESS = 500
const IDLE_MS = 60_000
/** A paper takes 5 ms; a process starts in well under a second even on a busy machine. */
const LIMIT_MS = 20_000

interface Press {
  readonly child: ChildProcess
  readonly waiting: Map<number, { resolve: (pdf: Buffer) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }>
  drawn: number
  idle: NodeJS.Timeout | undefined
}

let press: Press | undefined
let orders = 0

/** The child's bundle beside the bundle that runs, or else its source, which Node 24 runs as it is. */
function childPath(): string {
  const bundle = join(dirname(process.argv[1] ?? ''), 'documents-child.mjs')
  return existsSync(bundle) ? bundle : fileURLToPath(new URL('../child.ts', import.meta.url))
}

function start(): Press {
  const child = fork(childPath(), {
    env: { MALLOC_ARENA_MAX: '2' }, execArgv: ['--no-warnings', '--max-old-space-size=128'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const started: Press = { child, waiting: new Map(), drawn: 0, idle: undefined }
  child.on('message', (drawn: Drawn) => hear(started, drawn))
  child.on('error', () => undefined) // an exit follows, or the process never was: both end in `gone`
  child.once('exit', () => gone(started))
  if (child.pid === undefined) setImmediate(gone, started)
  return started
}

function hear(from: Press, drawn: Drawn): void {
  const order = from.waiting.get(drawn.id)
  if (!order) return
  from.waiting.delete(drawn.id)
  clearTimeout(order.timer)
  if ('pdf' in drawn) order.resolve(Buffer.from(drawn.pdf))
  else order.reject(new Error(`a paper cannot be drawn: ${drawn.error}`))
  rest(from)
}

/** Nothing waits: the process may not keep ours alive, and ends when old or idle. */
function rest(from: Press): void {
  if (from.waiting.size > 0) return
  from.child.unref()
  from.child.channel?.unref()
  if (from.drawn >= PAPERS_A_PROCESS) retire(from)
  else from.idle = setTimeout(retire, IDLE_MS, from).unref()
}

function retire(from: Press): void {
  if (press === from) press = undefined
  if (from.waiting.size === 0 && from.child.connected) from.child.disconnect()
}

function gone(from: Press): void {
  if (press === from) press = undefined
  for (const { reject, timer } of from.waiting.values()) {
    clearTimeout(timer)
    reject(new Error('the drawing process ended'))
  }
  from.waiting.clear()
}

/**
 * Draws one paper. The same drawing gives the same bytes.
 * @returns a PDF/A-2a file
 * @throws Error when the paper cannot be drawn, or its process died or took too long
 */
export function renderPdf(drawing: Drawing): Promise<Buffer> {
  press ??= start()
  const current = press
  clearTimeout(current.idle)
  current.child.ref()
  current.child.channel?.ref()
  current.drawn += 1
  // The next order starts another process; this one ends when its last paper is drawn.
  if (current.drawn >= PAPERS_A_PROCESS) press = undefined
  orders += 1
  const id = orders
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => current.child.kill('SIGKILL'), LIMIT_MS)
    timer.unref()
    current.waiting.set(id, { resolve, reject, timer })
    const order: DrawingOrder = { id, drawing }
    if (current.child.connected) current.child.send(order)
    else gone(current)
  })
}
