/**
 * The pool of examining processes. Each picture is examined in a child that may be killed at any time:
 * for taking too long, for taking too much memory, or by the picture itself. The web process only moves bytes.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { residentMb } from '../../platform/observability/resident.ts'
import {
  type ChildMessage,
  type DisputableReason,
  type ExaminationOrder,
  type Looked,
  type PictureLook,
  recipeVersion,
  type RefusalReason,
  type Verdict,
} from './verdict.ts'

export interface PortraitEngineOptions {
  /** Child processes, each examining one picture at a time and resident with about 250 MB. */
  readonly children?: number
  /** File of the child process; by default its bundle beside the running one, or else its source. */
  readonly childPath?: string
  /** A picture that takes longer is answered `too-slow`, its process killed. Milliseconds. */
  readonly timeLimitMs?: number
  /** A process resident with more is killed and the picture answered `too-large`. Megabytes (Linux only). */
  readonly memoryLimitMb?: number
  /** A picture that waited longer for a free process is answered `busy`. Milliseconds. */
  readonly waitLimitMs?: number
  /** Hears of every killed or crashed process; never of a picture's content. */
  readonly onTrouble?: (trouble: { pid: number | undefined; why: string }) => void
}

export interface PortraitEngine {
  /** Examines one picture; never rejects for a bad one. Waits for a free process. */
  examine(bytes: Uint8Array, insist?: readonly DisputableReason[]): Promise<Verdict>
  /** The look of a 3 x 4 picture that was kept. Never rejects: undefined where it can't be taken now, or of such bytes at all. */
  lookAt(crop: Uint8Array): Promise<PictureLook | undefined>
  /** Resolves when the first process is warm. */
  ready(): Promise<void>
  /** For the health page: processes that can take a picture, pictures waiting, processes lost since the start. */
  health(): { ready: number; children: number; waiting: number; lost: number }
  /** Ends all processes; waiting pictures are answered `busy`. */
  close(): Promise<void>
}

interface Task {
  readonly bytes: Uint8Array
  readonly insist: ExaminationOrder['insist']
  readonly settle: (answer: Verdict | Looked) => void
  crashes: number
  deadline?: NodeJS.Timeout
}

interface Place {
  child: ChildProcess
  warm: boolean
  task?: Task
  orderId: number
  /** Why we killed it, when we did. */
  killedFor?: RefusalReason
  watch?: NodeJS.Timeout
}

/** The child's bundle beside the bundle that runs, or else its source, which Node 24 runs as it is. */
function defaultChildPath(): string {
  const bundle = join(dirname(process.argv[1] ?? ''), 'portraits-child.mjs')
  return existsSync(bundle) ? bundle : fileURLToPath(new URL('./child.ts', import.meta.url))
}

/** What the child must read to run: its own folder, the one plain value it uses and the installed packages. Pictures come by message. */
function codeOf(childPath: string): string[] {
  const sharp = createRequire(import.meta.url).resolve('sharp')
  const packages = sharp.slice(0, sharp.lastIndexOf(`${sep}sharp${sep}`))
  const values = childPath.endsWith('.ts') ? [fileURLToPath(new URL('../../platform/values/picture-look.ts', import.meta.url))] : []
  return [dirname(childPath), ...values, packages, join(packages, '..', 'package.json')]
}

/** Starts the pool; the processes warm up in the background (about a second). */
export function openPortraitEngine(options: PortraitEngineOptions = {}): PortraitEngine {
  const childPath = options.childPath ?? defaultChildPath()
  const readable = codeOf(childPath).map((path) => `--allow-fs-read=${path}`)
  const children = options.children ?? 1
  const timeLimitMs = options.timeLimitMs ?? 8_000
  const memoryLimitMb = options.memoryLimitMb ?? 512
  const waitLimitMs = options.waitLimitMs ?? 30_000
  const places = new Set<Place>()
  const waiting: Task[] = []
  const firstWarm = Promise.withResolvers<void>()
  let orders = 0
  let lost = 0
  let coldDeaths = 0
  let closed = false

  function start(): void {
    if (closed) return
    const child = fork(childPath, {
      // Pictures are hostile: no settings or secrets, no files but its code, no processes of its own, a small heap.
      env: { MALLOC_ARENA_MAX: '2' },
      // Collecting in one go costs a tenth less of a picture than marking beside it on threads that other pictures need.
      execArgv: [...readable, '--permission', '--allow-addons', '--max-old-space-size=160', '--expose-gc', '--no-incremental-marking', '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const place: Place = { child, warm: false, orderId: 0 }
    places.add(place)
    child.on('message', (message: ChildMessage) => hear(place, message))
    child.on('error', () => undefined) // an exit follows, or the process never was: both end in `gone`
    child.once('exit', () => gone(place))
    if (child.pid === undefined) gone(place)
  }

  function hear(place: Place, message: ChildMessage): void {
    if (message.kind === 'ready') {
      place.warm = true
      coldDeaths = 0
      firstWarm.resolve()
      rest(place)
    } else if (place.task && message.id === place.orderId) {
      const task = finish(place)
      task?.settle(message.verdict)
      // A decoder's memory grows and never shrinks: a process near the limit is replaced between two pictures.
      void residentMb(place.child.pid).then((resident) => {
        if (resident > memoryLimitMb * 0.8 && !place.task) retire(place)
        else next()
      })
      return
    }
    next()
  }

  /** Ends the watch over a place's picture and gives the picture back. */
  function finish(place: Place): Task | undefined {
    const { task } = place
    clearInterval(place.watch)
    delete place.task
    if (!place.killedFor) rest(place)
    return task
  }

  function next(): void {
    for (const place of places) {
      if (!place.warm || place.task || place.killedFor) continue
      const task = waiting.shift()
      if (!task) return
      clearTimeout(task.deadline)
      run(place, task)
    }
  }

  function run(place: Place, task: Task): void {
    orders += 1
    place.task = task
    place.orderId = orders
    place.child.ref()
    place.child.channel?.ref()
    const order: ExaminationOrder = { id: orders, bytes: task.bytes, insist: task.insist }
    const until = performance.now() + timeLimitMs
    place.watch = setInterval(() => {
      if (performance.now() > until) kill(place, 'too-slow')
      else
        void residentMb(place.child.pid).then((resident) => {
          if (resident > memoryLimitMb && place.task === task) kill(place, 'too-large')
        })
    }, 50)
    // A failed send means that the process is gone; its exit is heard.
    place.child.send(order, () => undefined)
  }

  function kill(place: Place, reason: RefusalReason): void {
    if (place.killedFor) return
    place.killedFor = reason
    place.child.kill('SIGKILL')
  }

  function retire(place: Place): void {
    places.delete(place)
    place.child.removeAllListeners('exit')
    place.child.kill('SIGKILL')
    start()
  }

  function gone(place: Place): void {
    if (!places.delete(place)) return
    const { killedFor, warm } = place
    const task = finish(place)
    if (!closed) {
      lost += 1
      options.onTrouble?.({ pid: place.child.pid, why: killedFor ?? (warm ? 'crashed' : 'did not start') })
      if (!warm) coldDeaths += 1
      const pause = warm ? 0 : Math.min(30_000, 500 * 2 ** coldDeaths)
      if (pause === 0) start()
      else setTimeout(start, pause).unref()
    }
    if (!task) return
    if (killedFor) task.settle(refused(killedFor))
    else if (task.crashes === 0 && !closed) {
      // Once more in a fresh process: the crash may have been another picture's after-effect.
      task.crashes += 1
      waiting.unshift(task)
    } else task.settle(refused(closed ? 'busy' : 'unreadable'))
  }

  function ask(bytes: Uint8Array, insist: ExaminationOrder['insist']): Promise<Verdict | Looked> {
    return new Promise((settle) => {
      if (closed) return settle(refused('busy'))
      const task: Task = { bytes, insist, settle, crashes: 0 }
      task.deadline = setTimeout(() => {
        const at = waiting.indexOf(task)
        if (at < 0) return
        waiting.splice(at, 1)
        settle(refused('busy'))
      }, waitLimitMs)
      waiting.push(task)
      next()
    })
  }

  for (let n = 0; n < children; n += 1) start()

  return {
    examine: async (bytes, insist = []) => {
      const answer = await ask(bytes, insist)
      return answer.state === 'looked' ? refused('unreadable') : answer
    },
    lookAt: async (crop) => {
      const answer = await ask(crop, 'look-only')
      return answer.state === 'looked' ? answer.look : undefined
    },
    ready: () => firstWarm.promise,
    health: () => ({
      ready: [...places].filter((place) => place.warm && !place.killedFor).length,
      children,
      waiting: waiting.length,
      lost,
    }),
    close: async () => {
      closed = true
      firstWarm.resolve()
      for (const task of waiting.splice(0)) {
        clearTimeout(task.deadline)
        task.settle(refused('busy'))
      }
      await Promise.all(
        [...places].map(async ({ child }) => {
          if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
          const ended = new Promise((resolve) => child.once('exit', resolve))
          child.ref()
          child.kill('SIGKILL')
          await ended
        }),
      )
    },
  }
}

/** An idle child must not keep the program alive; it ends by itself when its parent does. */
function rest(place: Place): void {
  place.child.unref()
  place.child.channel?.unref()
}

function refused(reason: RefusalReason): Verdict {
  return { state: 'refused', recipeVersion, measures: {}, reason }
}
