/** A launcher of its own for a test: own data folder (with a space in its name), own ports, everything it prints. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLock } from '../../scripts/first/lock.mjs'
import { readKept } from '../../scripts/first/orphan.mjs'
import { root } from '../../scripts/first/places.mjs'
import { ended, markOf } from '../../scripts/first/processes.mjs'
import { freePort, plainEnvironment } from '../support/running-system.ts'

export interface Place extends Disposable {
  readonly data: string
  readonly env: NodeJS.ProcessEnv
  readonly webUrl: string
  readonly sandboxUrl: string
}

/** A data folder and two free ports. */
export async function newPlace(): Promise<Place> {
  const data = mkdtempSync(join(tmpdir(), 'toàn trình '))
  const [web, sandbox] = [await freePort(), await freePort()]
  return {
    data,
    env: { ...plainEnvironment(), DATA_DIR: data, PORT: String(web), SANDBOX_PORT: String(sandbox) },
    webUrl: `http://127.0.0.1:${web}`,
    sandboxUrl: `http://127.0.0.1:${sandbox}`,
    [Symbol.dispose]: () => {
      const besides = readKept(data)?.besides
      for (const path of besides ? [besides, data] : [data]) rmSync(path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export interface Launched {
  readonly process: ChildProcess
  /** Everything printed so far. */
  output(): string
  /** Settles with the exit code. */
  readonly over: Promise<number | null>
  /** Waits until the page that ends a start is printed; throws with the output when the launcher ends before. */
  isUp(): Promise<void>
}

/** Runs one of our scripts as a person would, without npm between. */
export function run(script: string, env: NodeJS.ProcessEnv): Launched {
  const child = spawn(process.execPath, [join(root, 'scripts', script)], { env, stdio: ['ignore', 'pipe', 'pipe'], cwd: tmpdir() })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more
    })
  }
  const over = new Promise<number | null>((done) => child.once('close', done))
  return {
    process: child,
    output: () => text,
    over,
    isUp: () =>
      new Promise((done, failed) => {
        const look = () => {
          if (text.includes('Ready after')) done()
        }
        child.stdout.on('data', look)
        look()
        over.then(() => failed(new Error(`the launcher ended: ${text}`)))
      }),
  }
}

/** The processes a launcher answers for, the database among them. */
export function family(data: string): { pid: number; mark: string }[] {
  const cluster = readKept(data)?.cluster
  const database = cluster ? Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) : 0
  return [...(readLock(data)?.children ?? []), { pid: database, mark: markOf(database) ?? '' }]
}

export { ended }
