/** Has a scanned file looked at in a process of its own, which ends with it: a hostile file harms nothing that lives on. Two at once. */
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { residentMb } from '../../../platform/observability/resident.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Looked, LookOrder } from '../scan.ts'

const LIMIT_MS = 30_000
/** A scan of the most pixels taken, lying on its side, needs 470 MB. The heap's own limit does not count what streams inflate to and pictures decode to. */
const LIMIT_MB = 768
const AT_ONCE = 2
const MOST_WAITING = 12

/** The child's bundle beside the bundle that runs, or else its source, which Node 24 runs as it is. */
function childPath(): string {
  const bundle = join(dirname(process.argv[1] ?? ''), 'counters-child.mjs')
  return existsSync(bundle) ? bundle : fileURLToPath(new URL('./child.ts', import.meta.url))
}

/** What the child must read to run: its own code and the installed packages. */
function codeOf(path: string): string[] {
  const library = createRequire(import.meta.url).resolve('sharp')
  const packages = library.slice(0, library.lastIndexOf(`${sep}sharp${sep}`))
  return [path.endsWith('.ts') ? join(dirname(path), '../../..') : dirname(path), packages, join(packages, '..', 'package.json')]
}

function askChild(order: LookOrder): Promise<Looked> {
  const path = childPath()
  const child = fork(path, {
    env: { MALLOC_ARENA_MAX: '2' }, execArgv: ['--permission', '--allow-addons', ...codeOf(path).map((one) => `--allow-fs-read=${one}`), '--max-old-space-size=192', '--no-warnings'],
    serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    const watch = setInterval(() => void residentMb(child.pid).then((resident) => resident > LIMIT_MB && child.kill('SIGKILL')), 50)
    const end = (looked: Looked) => {
      clearTimeout(timer)
      clearInterval(watch)
      child.kill('SIGKILL')
      resolve(looked)
    }
    child.once('message', (looked: Looked) => end(looked))
    child.once('error', () => end({ problem: 'unreadable' }))
    child.once('exit', () => end({ problem: 'unreadable' }))
    child.send(order)
  })
}

let running = 0
const waiting: (() => void)[] = []

/** @throws Refusal 'too-many-checks' when too many wait already */
export async function lookAtScan(order: LookOrder): Promise<Looked> {
  if (waiting.length >= MOST_WAITING) throw new Refusal('too-many-checks')
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await askChild(order)
  } finally {
    // The place goes to who waits next, or is free.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
