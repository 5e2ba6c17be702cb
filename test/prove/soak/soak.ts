/** R2: eight people at a time file, pay and wait while web, worker and database are killed at random moments. */
import { setTimeout as pause } from 'node:timers/promises'
import { isSettled } from '../../../simulate/citizen/memory.ts'
import { seededRandom } from '../../../simulate/world/random.ts'
import { seed } from '../figures.ts'
import { wrongsIn } from '../processes/books.ts'
import { type Family, openFamily } from '../processes/family.ts'
import { openLife, openTraveller, type Traveller } from '../processes/people.ts'

type Victim = 'web' | 'worker' | 'database'

export interface Killing {
  readonly victim: Victim
  /** Until a page was answered again. */
  readonly backMs: number
  /** Until the last job that the dead worker held was in other hands. */
  readonly takenUpMs: number | undefined
}

export interface SoakFigures {
  readonly killings: number
  readonly kills: Readonly<Record<string, number>>
  readonly dossiers: number
  readonly requests: number
  readonly webBackMs: string
  readonly databaseBackMs: string
  readonly jobsTakenUpMs: string
  readonly worst: Readonly<{ web: number; database: number; jobs: number }>
  readonly wrongs: readonly string[]
}

const AT_ONCE = 8
const APART_MS = { least: 3_300, more: 1_500 }
const MOST_MS = 60_000

async function until(isSo: () => Promise<boolean>): Promise<number> {
  const since = performance.now()
  while (!(await isSo().catch(() => false)) && performance.now() - since < MOST_MS) await pause(25)
  return Math.round(performance.now() - since)
}

/** A page that asks the database: the health report alone would not say that people are served. */
async function isServed(family: Family): Promise<boolean> {
  try {
    const response = await fetch(`${family.system.webUrl}/healthz`, { signal: AbortSignal.timeout(2_000) })
    await response.body?.cancel()
    return response.status === 200
  } catch {
    return false
  }
}

async function kill(family: Family, victim: Victim): Promise<Killing> {
  const held = victim === 'web' ? [] : await family.books.listTaken()
  family.kill(victim)
  const unseenMs = victim === 'worker' ? 0 : await until(async () => !(await isServed(family)))
  const [backMs, takenUpMs] = await Promise.all([
    victim === 'worker' ? Promise.resolve(0) : until(() => isServed(family)).then((ms) => ms + unseenMs),
    held.length > 0 ? until(async () => {
      const now = await family.books.listTaken()
      return !now.some((one) => held.some((before) => before.id === one.id && before.worker === one.worker))
    }) : Promise.resolve(undefined),
  ])
  return { victim, backMs, takenUpMs }
}

/** Kills in an order drawn from the seed. */
async function killAlong(family: Family, counts: Readonly<Record<Victim, number>>, atWork: () => boolean): Promise<Killing[]> {
  const random = seededRandom(seed + 13)
  const order = (['web', 'worker', 'database'] as const).flatMap((victim) => Array.from({ length: counts[victim] }, () => ({ victim, lot: random() }))).sort((a, b) => a.lot - b.lot)
  const done: Killing[] = []
  for (const { victim } of order) {
    await pause(APART_MS.least + random() * APART_MS.more)
    if (!atWork()) break
    done.push(await kill(family, victim))
  }
  return done
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length === 0 ? 'none' : `median ${sorted[Math.floor(sorted.length / 2)]}, most ${sorted.at(-1)} of ${sorted.length}`
}

/** @param counts how often each is killed */
export async function soak(counts: Readonly<Record<Victim, number>>, citizens: number): Promise<SoakFigures> {
  await using family = await openFamily({ citizens, driven: false, rate: 60 })
  const life = openLife(family)
  const travellers: Traveller[] = []
  const people = family.citizens.filter(({ story }) => story.kind === 'all-well' || story.kind === 'charged-twice')
  let atWork = true
  const killing = killAlong(family, counts, () => atWork)
  let killed: readonly Killing[] | undefined
  void killing.then((done) => {
    killed = done
  }, () => {
    killed = []
  })
  // People come as long as somebody is still to be killed.
  for (let next = 0; killed === undefined && next < people.length; next += AT_ONCE) {
    const some = people.slice(next, next + AT_ONCE).map((person) => openTraveller(person, 'clean'))
    travellers.push(...some)
    await life.travel(some)
  }
  atWork = false
  const killings = await killing
  await life.daysPass(8)
  const of = (victim: Victim) => killings.filter((one) => one.victim === victim)
  const jobs = killings.flatMap(({ takenUpMs }) => takenUpMs ?? [])
  const [web, database] = [of('web').map(({ backMs }) => backMs), of('database').map(({ backMs }) => backMs)]
  return {
    killings: killings.length, kills: { web: web.length, worker: of('worker').length, database: database.length },
    dossiers: travellers.filter(({ memory }) => isSettled(memory)).length, requests: life.traffic.requests,
    webBackMs: spread(web), databaseBackMs: spread(database), jobsTakenUpMs: spread(jobs),
    worst: { web: Math.max(0, ...web), database: Math.max(0, ...database), jobs: Math.max(0, ...jobs) },
    wrongs: await wrongsIn(family, travellers),
  }
}

/** The planted fault: commits are acknowledged before they are on disk; then the whole server is killed. @returns what was lost of what people were told */
export async function forgetfulCommits(): Promise<{ told: number; wrongs: readonly string[] }> {
  await using family = await openFamily({ citizens: 40, driven: false, rate: 60 })
  for (const setting of ["synchronous_commit = 'off'", "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'"]) await family.asOwner(`alter system set ${setting}`)
  await family.asOwner('select pg_reload_conf()')
  await pause(500)
  const life = openLife(family)
  const some = family.citizens.filter(({ story }) => story.kind === 'all-well').slice(0, 4).map((person) => openTraveller(person, 'clean'))
  let over = false
  const travelling = life.travel(some).catch(() => 0).finally(() => {
    over = true
  })
  // As soon as somebody was told a code, the server dies.
  while (!over && !some.some(({ memory }) => memory.codes.size > 0)) await pause(5)
  const told = some.flatMap(({ memory }) => [...memory.codes])
  family.kill('database')
  await until(async () => !(await isServed(family)))
  await until(() => isServed(family))
  const rows = await family.books.readDossiers()
  const wrongs = told.filter((code) => !rows.some((row) => row.code === code)).map((code) => `lost: ${code}`)
  // They never arrive: what they were told is not there. Putting the system away ends their way.
  void travelling
  return { told: told.length, wrongs }
}
