/** R13: a job that can never end, thousands that wait, and work that has just come: the first is parked, the second drain, the third does not wait for them. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Planting } from '../processes/bundles.ts'
import { type Family, openFamily } from '../processes/family.ts'
import { wrongsIn } from '../processes/books.ts'
import { openLife, openTraveller, quiet } from '../processes/people.ts'

export interface BacklogFigures {
  readonly backlog: number
  readonly drainedMs: number
  readonly aSecond: number
  readonly fresh: number
  readonly freshWaitMs: string
  readonly freshP95Ms: number
  /** Until the poisoned job was in the hands of a person. */
  readonly parkedMs: number | undefined
  readonly parkedAfterTries: number | undefined
  readonly reportsAfterOutage: string
  readonly wrongs: readonly string[]
}

const PARKED_WITHIN_MS = 60_000
const MOST_MS = 300_000

/** A job whose payload can never be right. */
async function poison(family: Family): Promise<void> {
  await family.asOwner(`insert into platform.due (task, key, payload, due_at) values ('payments.query', 'poison', '{}', platform.clock_now())`)
}

async function parked(family: Family): Promise<{ attempts: number } | undefined> {
  return (await family.asOwner<{ attempts: number }>(`select attempts from platform.stuck_job where task = 'payments.query' and payload->>'attemptId' is null`))[0]
}

/** Rows due long ago, of a job that finds nothing to do. */
async function pile(family: Family, count: number): Promise<void> {
  await family.asOwner(`insert into platform.due (task, key, payload, due_at)
    select case n % 2 when 0 then 'dossiers.on-person' else 'lookup.ask' end, 'backlog ' || n, jsonb_build_object('personId', gen_random_uuid(), 'lookupId', gen_random_uuid(), 'backlog', true), platform.clock_now() - interval '1 day'
    from generate_series(1, ${count}) n`)
}

async function countBacklog(family: Family): Promise<number> {
  const [row] = await family.asOwner<{ n: number }>(`select (select count(*)::int from platform.due where payload ? 'backlog') + (select count(*)::int from graphile_worker._private_jobs where payload::jsonb ? 'backlog') as n`)
  return row?.n ?? 0
}

/** A job as a commit of somebody's work makes it. @returns how long until it was done */
async function freshJob(family: Family): Promise<number> {
  const mark = randomUUID()
  const since = performance.now()
  await family.asOwner(`select from graphile_worker.add_jobs(array[('dossiers.on-person', json_build_object('personId', '${mark}'), null, null, 25, null, null, null)::graphile_worker.job_spec])`)
  for (;;) {
    const left = await family.asOwner(`select 1 from graphile_worker._private_jobs where payload->>'personId' = '${mark}'`)
    if (left.length === 0) return Math.round(performance.now() - since)
    if (performance.now() - since > 120_000) return Number.POSITIVE_INFINITY
    await pause(20)
  }
}

const p95Of = (sorted: readonly number[]) => sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))] ?? 0

/** Piles up rows and sends fresh work after them, one at a time, until nothing waits. @returns 0 for the time when it took more than five minutes */
async function watchDrain(family: Family, count: number, look: () => Promise<void>): Promise<{ waits: number[]; drainedMs: number }> {
  const since = performance.now()
  await pile(family, count)
  const waits: number[] = []
  while (performance.now() - since < MOST_MS) {
    waits.push(await freshJob(family))
    await look()
    if ((await countBacklog(family)) === 0) return { waits, drainedMs: Math.round(performance.now() - since) }
    await pause(100)
  }
  return { waits, drainedMs: 0 }
}

/** @param count rows that wait */
export async function drain(count: number): Promise<BacklogFigures> {
  await using family = await openFamily({ citizens: 60, driven: false, rate: 60 })
  const life = openLife(family)
  // The portal is away while people file: their reports pile up beside everything else.
  await family.outside.setFaults('national-portal', { mode: 'error503' })
  const travellers = family.citizens.filter(({ story }) => story.kind === 'all-well').slice(0, 4).map((person) => openTraveller(person, 'clean'))
  const since = performance.now()
  await poison(family)
  let parkedMs: number | undefined
  const { waits, drainedMs } = await watchDrain(family, count, async () => {
    if (parkedMs === undefined && (await parked(family))) parkedMs = Math.round(performance.now() - since)
  })
  while (parkedMs === undefined && performance.now() - since < PARKED_WITHIN_MS + drainedMs) {
    if (await parked(family)) parkedMs = Math.round(performance.now() - since)
    await pause(100)
  }
  const tries = (await parked(family))?.attempts
  const travelling = life.travel(travellers)
  await pause(5_000)
  await family.outside.setFaults('national-portal', { mode: 'ok' })
  await travelling
  await life.daysPass(2)
  await quiet(family)
  const unreported = await family.asOwner<{ n: number }>(`select count(*)::int as n from dossiers.event e where e.to_status is not null and e.to_status is distinct from e.from_status
    and not exists (select from dossiers.portal_report r where r.event_id = e.id)`)
  const wrongs = (await wrongsIn(family, travellers)).filter((wrong) => !/^stuck: 1 × payments\.query/.test(wrong))
  if (unreported[0]?.n !== 0) wrongs.push(`${unreported[0]?.n} steps were never told to the portal`)
  const sorted = waits.sort((a, b) => a - b)
  return {
    backlog: count, drainedMs, aSecond: Math.round(count / (drainedMs / 1000)), fresh: waits.length,
    freshWaitMs: `median ${sorted[Math.floor(sorted.length / 2)]}, most ${sorted.at(-1)}`, freshP95Ms: p95Of(sorted),
    parkedMs, parkedAfterTries: tries, reportsAfterOutage: `${unreported[0]?.n ?? 0} missing`, wrongs,
  }
}

/** The planted fault: jobs stand in the queue without the wrapper that counts their tries and parks them. */
const WITHOUT_PATIENCE: Planting = { name: 'without-patience', file: 'src/worker.ts', of: 'patient(platform, task, job)', instead: '(payload: never) => job(platform, payload)' }

/** @returns whether anybody was told of the poisoned job */
export async function impatientWorker(): Promise<{ parked: boolean; triesNobodySees: number }> {
  await using family = await openFamily({ citizens: 1, driven: true, planting: WITHOUT_PATIENCE, rate: 60 })
  await poison(family)
  const since = performance.now()
  while (performance.now() - since < 15_000 && !(await parked(family))) await pause(250)
  const [row] = await family.asOwner<{ tries: number }>(`select coalesce(max(attempts), 0)::int as tries from graphile_worker._private_jobs where last_error is not null`)
  return { parked: (await parked(family)) !== undefined, triesNobodySees: row?.tries ?? 0 }
}

/** The planted fault: what became due stands in one row with what somebody has just done. */
const ONE_QUEUE: Planting = { name: 'one-queue', file: 'src/platform/background/sweep.ts', of: 'const PRIORITY = 5', instead: 'const PRIORITY = 0' }

/** @returns how long fresh work waited behind so many rows */
export async function oneQueue(count: number): Promise<{ backlog: number; freshP95Ms: number }> {
  await using family = await openFamily({ citizens: 1, driven: true, planting: ONE_QUEUE, rate: 60 })
  const { waits } = await watchDrain(family, count, async () => {})
  return { backlog: count, freshP95Ms: p95Of(waits.sort((a, b) => a - b)) }
}
