/**
 * Checks brought files in processes of their own, one after another: whatever a hostile file does to the reader of its
 * structures, it does it to a process that is given nothing, and that is ended when it takes too long or too much (S6).
 * Strangers have one process and citizens and officers another: nobody who is known waits for a stranger's file.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Actor, actorId } from '../../../../platform/values/actor.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { createSlots, type Share } from '../../../../platform/values/slots.ts'
import type { Trust } from '../certificates.ts'
import type { Verdict } from '../verify.ts'

export interface CheckOrder {
  readonly id: number
  readonly bytes: Uint8Array
  readonly trust: Trust
}

export type Checked = { readonly id: number; readonly verdict: Verdict } | { readonly id: number; readonly error: string }

/** A file signed once takes 25 ms, a busy machine and a cold process a second. */
const LIMIT_MS = 8_000
const IDLE_MS = 60_000

/** Files kept in memory while others are checked, by who brings them: an officer finds a place however many citizens send files. */
const MOST = { strangers: 8, known: 8, citizens: 6, ofOnePerson: 2 } as const

const slots = createSlots()

/**
 * Takes a place among the files that are checked or wait for it.
 * @returns how to give it back
 * @throws Refusal 'too-many-checks' when there is none for this actor
 */
export function takePlace(actor: Actor): () => void {
  const strangers: Share = { of: 'strangers', most: MOST.strangers }
  const known: Share = { of: 'known', most: MOST.known }
  const own: Share = { of: `${actor.kind} ${actorId(actor)}`, most: MOST.ofOnePerson }
  const sharesOf: Readonly<Record<Actor['kind'], readonly Share[]>> = { public: [strangers], citizen: [own, { of: 'citizens', most: MOST.citizens }, known], staff: [own, known], system: [known] }
  const place = slots.take(sharesOf[actor.kind])
  if ('full' in place) throw new Refusal('too-many-checks')
  return place.leave
}

/** The child's bundle beside the bundle that runs, or else its source, which Node 24 runs as it is. */
function childPath(): string {
  const bundle = join(dirname(process.argv[1] ?? ''), 'documents-check-child.mjs')
  return existsSync(bundle) ? bundle : fileURLToPath(new URL('./child.ts', import.meta.url))
}

/** What the child must read to run: the engine's folder (or the bundles') and the installed packages. */
function codeOf(path: string): string[] {
  const library = createRequire(import.meta.url).resolve('pkijs')
  const packages = library.slice(0, library.lastIndexOf(`${sep}pkijs${sep}`))
  return [path.endsWith('.ts') ? join(dirname(path), '..') : dirname(path), packages, join(packages, '..', 'package.json')]
}

const UNREADABLE: Verdict = { valid: false, problems: ['malformed'], signatures: [] }

/** One process, begun when a file comes, and the files that wait for it. */
function openLane(): (bytes: Uint8Array, trust: Trust) => Promise<Verdict> {
  let child: ChildProcess | undefined
  /** Whether the process has begun to hear: one that ends before did not end by a file. */
  let isReady = false
  let idle: NodeJS.Timeout | undefined
  let orders = 0
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  function start(): ChildProcess {
    const path = childPath()
    const started = fork(path, {
      env: {}, execArgv: ['--permission', ...codeOf(path).map((one) => `--allow-fs-read=${one}`), '--max-old-space-size=192', '--no-warnings'],
      serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    isReady = false
    started.once('message', () => {
      isReady = true
    })
    started.on('error', () => undefined) // an exit follows, or the process never was
    started.once('exit', () => {
      if (child === started) child = undefined
    })
    return started
  }

  /** Nothing waits: the process may not keep ours alive, and ends when idle. */
  function rest(): void {
    if (waiting > 0 || !child) return
    child.unref()
    child.channel?.unref()
    idle = setTimeout(() => {
      if (child?.connected) child.disconnect()
      child = undefined
    }, IDLE_MS).unref()
  }

  function ask(bytes: Uint8Array, trust: Trust): Promise<Verdict> {
    child ??= start()
    const current = child
    current.ref()
    current.channel?.ref()
    orders += 1
    const id = orders
    return new Promise((resolve, reject) => {
      const end = (verdict: Verdict | undefined) => {
        clearTimeout(timer)
        current.off('message', hear).off('exit', lost)
        if (verdict) resolve(verdict)
        else reject(new Error('the checking process does not start'))
      }
      const hear = (checked: Checked | 'ready') => {
        if (checked !== 'ready' && checked.id === id) end('verdict' in checked ? checked.verdict : UNREADABLE)
      }
      const lost = () => end(isReady ? UNREADABLE : undefined)
      const timer = setTimeout(() => current.kill('SIGKILL'), LIMIT_MS)
      current.on('message', hear).once('exit', lost)
      const order: CheckOrder = { id, bytes, trust }
      if (current.connected) current.send(order)
      else lost()
    })
  }

  return async (bytes, trust) => {
    waiting += 1
    clearTimeout(idle)
    const mine = last.then(() => ask(bytes, trust))
    last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      waiting -= 1
      rest()
    }
  }
}

const lanes = { strangers: openLane(), known: openLane() }

/**
 * Checks one brought file, whoever signed it.
 * @param actor who brings it
 * @returns the verdict; 'malformed' also for a file that ends the process or takes too long
 * @throws Refusal 'too-many-checks' when too many files wait already
 */
export async function checkPdf(bytes: Uint8Array, trust: Trust, actor: Actor): Promise<Verdict> {
  const leave = takePlace(actor)
  try {
    return await lanes[actor.kind === 'public' ? 'strangers' : 'known'](bytes, trust)
  } finally {
    leave()
  }
}
