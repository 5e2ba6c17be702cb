/**
 * A leader signs 200: dossiers that every rule passed are decided by one officer's presses in bulk, and signed by another with one
 * confirmation, while one of them is prepared anew behind the leader's back. Each paper signed is the one that was shown; each is
 * in the register once. The control signs a list whose codes are one place off, and must sign nothing.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDocument } from '../../../src/capabilities/documents/index.ts'
import { accept, approve, claimDossier, confirmBulk, decideAtOnce, drawUp, findDecision, findStraight, listItems, takeBack } from '../../../src/dossiers/index.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import { openStraightFilings } from '../../office/straight.ts'
import { type CaseWorld, openCaseWorld } from '../../support/case-world.ts'
import { keep, scale } from '../figures.ts'

const COUNT = Math.max(5, Math.round(200 * scale))
const machine = systemActor('test')

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

async function shownOf(ids: readonly string[]) {
  return world.platform.read(machine, (work) => Promise.all(ids.map(async (dossierId) => ({ dossierId, shownHash: (await getDocument(work, (await findDecision(work, dossierId))?.decisionDocumentId ?? '')).hash }))))
}

async function countsOf(bulkId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state, refusal } of await world.platform.read(machine, (work) => listItems(work, bulkId))) counts[refusal ?? state] = (counts[refusal ?? state] ?? 0) + 1
  return counts
}

test(`a leader signs ${COUNT} decisions with one confirmation, each the very file that was shown`, async () => {
  const { platform } = world
  const oanh = await world.staff('appraiser')
  const ids = await (await openStraightFilings(world))(COUNT)
  const decided = performance.now()
  const deciding = await platform.work(oanh, (work) => drawUp(work, 'decide', ids.map((dossierId) => ({ dossierId, shownHash: null }))))
  await platform.work(oanh, (work) => confirmBulk(work, deciding))
  await world.workerSettles()
  const decideSeconds = (performance.now() - decided) / 1000
  // Those drawn for full appraisal go their own way; none of them went with the others.
  const drawn: string[] = []
  for (const id of ids) if ((await platform.read(machine, (work) => findStraight(work, id)))?.drawn) drawn.push(id)
  expect(await countsOf(deciding)).toEqual({ done: COUNT - drawn.length, ...(drawn.length > 0 && { 'drawn-for-audit': drawn.length }) })
  for (const id of drawn) {
    await expect(decideAtOnce(platform, oanh, id)).rejects.toThrow('drawn-for-audit')
    await platform.work(oanh, (work) => claimDossier(work, id))
    await platform.work(oanh, (work) => accept(work, id))
    await platform.work(oanh, (work) => approve(work, id))
  }
  await world.workerSettles()
  const shown = await shownOf(ids)
  // The leader signs in when there is something to sign: the deciding may have taken longer than a sign-in is fresh.
  const signer = await world.staff('signer')
  const control = await platform.work(signer, (work) => drawUp(work, 'sign', shown.map((one, n) => ({ ...one, shownHash: shown[(n + 1) % shown.length]?.shownHash ?? null }))))
  expect(await countsOf(control)).toEqual({ 'document-changed': COUNT })
  const signing = await platform.work(signer, (work) => drawUp(work, 'sign', shown))
  expect(await countsOf(signing)).toEqual({ waiting: COUNT })
  const [changed = ''] = ids
  await platform.work(oanh, (work) => takeBack(work, changed))
  await platform.work(oanh, async (work) => {
    await claimDossier(work, changed)
    await approve(work, changed)
  })
  await world.workerSettles()
  const signed = performance.now()
  await platform.work(signer, (work) => confirmBulk(work, signing))
  await world.workerSettles()
  const signSeconds = (performance.now() - signed) / 1000
  expect(await countsOf(signing)).toEqual({ done: COUNT - 1, 'document-changed': 1 })
  const [{ n: entered } = { n: 0 }] = await platform.asOwner<{ n: number }>('select count(*)::int as n from licences.licence where dossier_id = any($1)', [ids])
  expect(entered).toBe(COUNT - 1)
  keep({ proof: 'a leader signs 200', dossiers: COUNT, 'drawn for full appraisal': drawn.length, 'seconds to decide': Math.round(decideSeconds), 'seconds to sign and enter': Math.round(signSeconds) })
})
