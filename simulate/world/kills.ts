/** Killing web and worker outright, by a seed, while people are at work; the launcher's supervisor starts them again. */
import { setTimeout as pause } from 'node:timers/promises'
import type { System } from '../../scripts/launcher/system.ts'
import type { Books } from '../books/read.ts'
import type { Random } from './random.ts'

export interface Killing {
  readonly process: 'web' | 'worker'
  /** Until it was up again. */
  readonly backMs: number
  /** Until the last job that the dead worker held was taken up by another; undefined when it held none. */
  readonly takenUpMs: number | undefined
}

const MOST_MS = 120_000
/** Between the mending of one killing and the next; faster, and the supervisor's patience would be what is measured. */
const APART_MS = { least: 6_000, more: 8_000 }

/**
 * Kills half web, half worker, in an order drawn from the seed, until all are done or nobody is at work any more.
 * @returns what each took to mend
 */
export async function killAlong(system: System, books: Books, random: Random, count: number, atWork: () => boolean): Promise<Killing[]> {
  const order = Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 'web' : 'worker') as Killing['process']).map((name) => ({ name, lot: random() })).sort((a, b) => a.lot - b.lot)
  const done: Killing[] = []
  for (const { name } of order) {
    await pause(APART_MS.least + random() * APART_MS.more)
    if (!atWork()) break
    const killing = await kill(system, books, name)
    if (killing) done.push(killing)
  }
  return done
}

async function kill(system: System, books: Books, name: Killing['process']): Promise<Killing | undefined> {
  const child = system.children.find((one) => one.name === name)
  const pid = child?.pid
  if (!child || pid === undefined) return undefined
  const before = child.restarts
  process.kill(pid, 'SIGKILL')
  const killedAt = performance.now()
  const held = name === 'worker' ? await books.listTaken() : []
  const takenUp = held.length > 0 ? untilTakenUp(books, held, killedAt) : Promise.resolve(undefined)
  await until(async () => child.restarts > before && child.pid !== undefined && (name === 'worker' || (await answers(`${system.webUrl}/healthz`))), killedAt)
  return { process: name, backMs: Math.round(performance.now() - killedAt), takenUpMs: await takenUp }
}

/** Until none of these jobs is still held by the dead worker. */
async function untilTakenUp(books: Books, held: readonly { id: string; worker: string }[], since: number): Promise<number> {
  const dead = new Set(held.map(({ worker }) => worker))
  const ids = new Set(held.map(({ id }) => id))
  await until(async () => !(await books.listTaken()).some(({ id, worker }) => ids.has(id) && dead.has(worker)), since)
  return Math.round(performance.now() - since)
}

async function until(isSo: () => Promise<boolean>, since: number): Promise<void> {
  while (!(await isSo().catch(() => false))) {
    if (performance.now() - since > MOST_MS) return
    await pause(100)
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
  await response.body?.cancel()
  return response.ok
}
