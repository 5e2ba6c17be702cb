/**
 * Bulk work goes on after a kill -9 of the worker (C1, C3, R1): sixty dossiers are decided and then signed in bulk while the real worker process
 * dies again and again in the midst of them. Each ends once, the report adds up, and what an officer stops stays stopped by the worker that
 * came after. The control has a worker that nobody cleans up after: what the dead one held waits for ever.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getDocument } from '../../../src/capabilities/documents/index.ts'
import { type BulkAct, type Chosen, confirmBulk, drawUp, findDecision, listBulks, stopBulk } from '../../../src/dossiers/index.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { openStraightFilings } from '../../office/straight.ts'
import { type CaseWorld, openCaseWorld } from '../../support/case-world.ts'
import { keep, scale } from '../figures.ts'
import type { Planting } from '../processes/bundles.ts'
import { type HiredWorker, hireWorker } from '../processes/hired-worker.ts'

const COUNT = Math.max(12, Math.round(60 * scale))
const KILLS = 6
/** So many more have ended before the worker dies again. */
const APART = 3
const MOST_MS = 240_000
const machine = systemActor('test')
type Staff = Awaited<ReturnType<CaseWorld['staff']>>

let world: CaseWorld
beforeEach(async () => {
  world = await openCaseWorld()
  // What is put off for a moment comes within a moment.
  await world.sandbox.clock.setRate(20)
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

const plain = (ids: readonly string[]): Chosen[] => ids.map((dossierId) => ({ dossierId, shownHash: null }))

async function shownOf(ids: readonly string[]): Promise<Chosen[]> {
  return world.platform.read(machine, (work) => Promise.all(ids.map(async (dossierId) => ({ dossierId, shownHash: (await getDocument(work, (await findDecision(work, dossierId))?.decisionDocumentId ?? '')).hash }))))
}

async function confirmed(actor: Staff, act: BulkAct, chosen: readonly Chosen[]): Promise<string> {
  const bulkId = await world.platform.work(actor, (work) => drawUp(work, act, chosen))
  await world.platform.work(actor, (work) => confirmBulk(work, bulkId))
  return bulkId
}

/** How many items stand how, as the list of what an officer did says it. */
async function reported(actor: Staff, bulkId: string): Promise<Readonly<Record<string, number>>> {
  const bulks = await world.platform.read(actor, (work) => listBulks(work, actor.staffId, 50))
  return bulks.find(({ id }) => id === bulkId)?.counts ?? {}
}

const endedOf = (counts: Readonly<Record<string, number>>) => (counts['done'] ?? 0) + (counts['refused'] ?? 0) + (counts['left-out'] ?? 0) + (counts['stopped'] ?? 0)
const totalOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, count) => sum + count, 0)

async function jobsInHand(): Promise<number> {
  return (await world.platform.asOwner('select 1 from graphile_worker._private_jobs where locked_by is not null')).length
}

/** Until every item has ended; the worker dies in between, always with jobs in its hands. @returns how often it died */
async function killedAlong(worker: HiredWorker, actor: Staff, bulkId: string, kills: number, mostMs = MOST_MS): Promise<{ died: number; counts: Readonly<Record<string, number>> }> {
  const since = performance.now()
  let [died, before] = [0, 0]
  for (;;) {
    const counts = await reported(actor, bulkId)
    if (endedOf(counts) === totalOf(counts) || performance.now() - since > mostMs) return { died, counts }
    if (died < kills && endedOf(counts) - before >= APART && (await jobsInHand()) > 0) {
      await worker.kill()
      died += 1
      before = endedOf(await reported(actor, bulkId))
    }
    await pause(10)
  }
}

/** Until nothing is left to do now. */
async function rests(): Promise<void> {
  for (let calm = 0; calm < 5; await pause(200)) {
    const [row] = await world.platform.asOwner<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs where run_at <= clock_timestamp()')
    calm = row?.n === 0 ? calm + 1 : 0
  }
}

/** Of each dossier how often something stands of it; those where that is not once. */
async function notOnce(what: string, ids: readonly string[]): Promise<unknown[]> {
  return world.platform.asOwner(`select d.id, count(x.dossier_id)::int as times from unnest($1::uuid[]) d(id) left join (${what}) x on x.dossier_id = d.id group by d.id having count(x.dossier_id) <> 1`, [ids])
}

async function doneIn(bulkId: string): Promise<string[]> {
  return (await world.platform.asOwner<{ id: string }>(`select dossier_id as id from dossiers.bulk_item where bulk_id = $1 and state = 'done'`, [bulkId])).map(({ id }) => id)
}

test(`${COUNT} dossiers are decided and signed in bulk although the worker is killed again and again: each once, and the stop button stops`, async () => {
  const { platform } = world
  const oanh = await world.staff('appraiser')
  const ids = await (await openStraightFilings(world))(COUNT)
  await using worker = await hireWorker(world)

  const since = performance.now()
  const deciding = await confirmed(oanh, 'decide', plain(ids))
  const decided = await killedAlong(worker, oanh, deciding, KILLS)
  await rests()
  const approved = await doneIn(deciding)
  expect([totalOf(decided.counts), endedOf(decided.counts), approved.length + (decided.counts['left-out'] ?? 0)]).toEqual([COUNT, COUNT, COUNT])
  for (const kind of ['accept', 'approve']) expect(await notOnce(`select dossier_id from dossiers.event where kind = '${kind}'`, approved)).toEqual([])
  expect(await notOnce(`select dossier_id from documents.document where kind = 'decision'`, approved)).toEqual([])

  // Signing is stopped by its signer once a worker has died of it and another goes on.
  const signer = await world.staff('signer')
  const stopping = await confirmed(signer, 'sign', await shownOf(approved))
  for (let begun = 0; begun === 0; await pause(5)) {
    const counts = await reported(signer, stopping)
    begun = (counts['asked'] ?? 0) + endedOf(counts)
  }
  await worker.kill()
  await stopBulk(platform, signer, stopping)
  await rests()
  const stopped = await reported(signer, stopping)
  expect([endedOf(stopped), totalOf(stopped)]).toEqual([approved.length, approved.length])
  // What waited is stopped, what was ordered and not yet made is cancelled.
  expect((stopped['stopped'] ?? 0) + (stopped['refused'] ?? 0)).toBeGreaterThan(0)
  const early = await doneIn(stopping)
  const signedNow = await platform.asOwner<{ id: string }>(`select id from dossiers.dossier where status <> 'approved' and id = any($1)`, [approved])
  expect(signedNow.map(({ id }) => id).sort()).toEqual([...early].sort())

  // The rest is signed after all, with deaths in between.
  const rest = approved.filter((id) => !early.includes(id))
  const signing = await confirmed(signer, 'sign', await shownOf(rest))
  const signed = await killedAlong(worker, signer, signing, KILLS)
  await rests()
  expect(signed.counts).toEqual({ done: rest.length })
  expect(await notOnce(`select dossier_id from dossiers.event where to_status = 'signed'`, approved)).toEqual([])
  expect(await notOnce('select dossier_id from licences.licence', approved)).toEqual([])
  expect(await notOnce('select dossier_id from deliveries.card', approved)).toEqual([])
  expect(await platform.asOwner('select task, error from platform.stuck_job')).toEqual([])
  expect(await world.broken()).toEqual({})
  const deaths = decided.died + 1 + signed.died
  keep({ proof: 'bulk work through kill -9 of the worker', dossiers: COUNT, deaths, 'decided once': approved.length, 'left out at the look': decided.counts['left-out'] ?? 0, 'signed before the stop': early.length, 'stopped or cancelled': approved.length - early.length, 'signed after it': rest.length, seconds: Math.round((performance.now() - since) / 1000) })
  expect(deaths).toBeGreaterThanOrEqual(scale < 1 ? 3 : 2 * KILLS)
})

/** The planted fault: nobody frees what a dead worker had locked. */
const NOBODY_CLEANS: Planting = { name: 'nobody-cleans', file: 'src/worker.ts', of: 'await reapDeadWorkers(platform.pool, platform.log)', instead: '' }

test('control: where nobody takes up what a dead worker held, its dossiers wait for ever and the report says so', async () => {
  const oanh = await world.staff('appraiser')
  const ids = await (await openStraightFilings(world))(12)
  await using worker = await hireWorker(world, NOBODY_CLEANS)
  const { died, counts } = await killedAlong(worker, oanh, await confirmed(oanh, 'decide', plain(ids)), 1, 20_000)
  keep({ proof: 'control: nobody frees the jobs of a dead worker', deaths: died, dossiers: ids.length, 'waiting after 20 s': counts['waiting'] ?? 0 })
  expect(died).toBe(1)
  expect(counts['waiting'] ?? 0).toBeGreaterThan(0)
})
