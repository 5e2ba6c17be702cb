/** P1: the look-up of violations is down, and no citizen is held up, refused or forgotten for it. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accept, approve, askAgain, findApology, handOverResult, judgeHandCheck, listEvents, listHandChecks, listWaits, recordHandCheck } from '../../src/dossiers/index.ts'
import { listDocuments } from '../../src/capabilities/documents/index.ts'
import { listOpenAlarms } from '../../src/platform/outside/alarms.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { decide, dossierOf, needsOf, pay, signDecision } from '../support/case-steps.ts'

const actor = systemActor('test')
const namsChoice = { reason: 'expiring', classChoice: { 'law-2008:FB2': 'law-2024:BE' } } as const
const letter = { documentNumber: '97/CV-CSGT', says: 'Không có vi phạm chưa giải quyết', recordNumber: null }
const clear = { body: 'traffic-order-database', result: 'clear', evidence: letter } as const

/** A date changed by hand is news to nobody: what was counted by it is counted once more. */
const COUNTED_ANEW = 'update statistics.progress set read_to = 0'

let world: CaseWorld
beforeEach(async () => {
  world = await openCaseWorld()
})
afterEach(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const policeAre = (mode: 'ok' | 'error503') => world.fault('violations', { mode, share: 1 })
const kinds = async (id: string) => (await world.platform.read(actor, (work) => listEvents(work, id))).map((event) => event.kind)
const checksOf = async (id: string) => {
  const dossier = await dossierOf(world, id)
  return world.platform.read(actor, (work) => listHandChecks(work, dossier))
}

/** Nam files and pays while the police are down. */
async function namIsWaiting(): Promise<string> {
  await policeAre('error503')
  const id = await world.file('nam', namsChoice)
  await pay(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'filed', turn: 'outside', turnOwner: 'traffic-police' })
  return id
}

test('a dossier is filed while the police are down and goes on by itself when they are back (P1)', async () => {
  const id = await namIsWaiting()
  await world.hoursPass(48)
  await policeAre('ok')
  await world.hoursPass(1)
  expect(await needsOf(world, id)).toMatchObject({ violations: 'met' })
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnCause: 'to-accept' })
  const waits = await world.platform.read(actor, (work) => listWaits(work, id))
  const police = waits.filter((wait) => wait.owner === 'traffic-police')
  expect(police.reduce((sum, wait) => sum + ((wait.toAt ?? wait.fromAt).getTime() - wait.fromAt.getTime()), 0)).toBeGreaterThan(47 * 3_600_000)
})

test('the days of the law begin at acceptance, and a licence that runs out during the outage is judged by the instant of filing (P1)', async () => {
  const id = await namIsWaiting()
  const { filedAt } = await dossierOf(world, id)
  await world.platform.asOwner(`update licences.licence set expires_on = '2026-11-21' where id in (select unnest(licence_ids) from dossiers.dossier where id = $1)`, [id])
  await world.hoursPass(72)
  await policeAre('ok')
  await world.hoursPass(1)
  expect(await needsOf(world, id)).toMatchObject({ 'current-licence': 'met', violations: 'met' })
  await decide(world, id)
  const { acceptedAt, dueAt, status } = await dossierOf(world, id)
  expect(status).toBe('approved')
  expect((acceptedAt?.getTime() ?? 0) - filedAt.getTime()).toBeGreaterThan(72 * 3_600_000)
  expect(dueAt?.getTime()).toBeGreaterThan(acceptedAt?.getTime() ?? Number.POSITIVE_INFINITY)
  await signDecision(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'signed' })
})

test('what was checked by hand counts once a second officer has confirmed it, and only while the source is silent (P1)', async () => {
  const id = await namIsWaiting()
  const appraiser = await world.claim(id)
  const signer = await world.staff('signer')
  const record = (what: Parameters<typeof recordHandCheck>[2]) => world.platform.work(appraiser, (work) => recordHandCheck(work, id, what))
  await expect(record({ ...clear, evidence: { ...letter, documentNumber: '' } })).rejects.toThrow('evidence-missing')
  await expect(record({ ...clear, result: 'unresolved' })).rejects.toThrow('evidence-missing')
  const checkId = await record(clear)
  await expect(record(clear)).rejects.toThrow('check-open')
  await world.workerSettles()
  expect(await needsOf(world, id)).toMatchObject({ violations: 'asked' })
  await expect(world.platform.work(appraiser, (work) => judgeHandCheck(work, id, checkId, 'confirm'))).rejects.toThrow('wrong-role')
  await world.platform.work(signer, (work) => judgeHandCheck(work, id, checkId, 'confirm'))
  await world.workerSettles()
  expect(await needsOf(world, id)).toMatchObject({ violations: 'met' })
  await world.platform.work(appraiser, (work) => accept(work, id))
  expect(await kinds(id)).toEqual(expect.arrayContaining(['hand-check-recorded', 'hand-check-confirmed']))

  await policeAre('ok')
  await world.hoursPass(1)
  expect((await checksOf(id)).map((check) => check.state)).toEqual(['agreed'])
  expect(await needsOf(world, id)).toMatchObject({ violations: 'met' })
  await world.claim(id)
  await expect(record(clear)).rejects.toThrow('source-answers')
})

test('who holds two posts is not two officers: they cannot confirm by the one what they recorded by the other (P1)', async () => {
  const id = await namIsWaiting()
  const appraiser = await world.claim(id)
  const checkId = await world.platform.work(appraiser, (work) => recordHandCheck(work, id, clear))
  const [post] = await world.platform.asOwner<{ id: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
    select gen_random_uuid(), identity_index, full_name, 'signer', province_code, active_from from identity.staff where id = $1 returning id`, [appraiser.staffId])
  const asSigner = { ...appraiser, staffId: post?.id ?? '', role: 'signer' }
  await expect(world.platform.work(asSigner, (work) => judgeHandCheck(work, id, checkId, 'confirm'))).rejects.toThrow('recorded-by-you')
  await policeAre('ok')
  await world.hoursPass(1)
})

test('a check that a colleague declines, or that the source overtakes, counts for nothing (P1)', async () => {
  const id = await namIsWaiting()
  const appraiser = await world.claim(id)
  const signer = await world.staff('signer')
  const first = await world.platform.work(appraiser, (work) => recordHandCheck(work, id, clear))
  await world.platform.work(signer, (work) => judgeHandCheck(work, id, first, 'decline'))
  expect(await needsOf(world, id)).toMatchObject({ violations: 'asked' })
  const second = await world.platform.work(appraiser, (work) => recordHandCheck(work, id, clear))
  await policeAre('ok')
  await world.hoursPass(1)
  await expect(world.platform.work(signer, (work) => judgeHandCheck(work, id, second, 'confirm'))).rejects.toThrow('check-not-found')
  expect((await checksOf(id)).map((check) => check.state)).toEqual(['declined', 'agreed'])
})

test('a source that says otherwise than two officers did sends an approved dossier back before it is signed (P1)', async () => {
  const id = await namIsWaiting()
  const { person } = await world.signIn('nam')
  const appraiser = await world.claim(id)
  const signer = await world.staff('signer')
  const checkId = await world.platform.work(appraiser, (work) => recordHandCheck(work, id, clear))
  await world.platform.work(signer, (work) => judgeHandCheck(work, id, checkId, 'confirm'))
  await world.workerSettles()
  await decide(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'approved' })

  await world.control('violations', 'add', { person: person.identityNumber })
  await policeAre('ok')
  await world.hoursPass(1)
  expect((await checksOf(id)).map((check) => check.state)).toEqual(['contradicted'])
  expect(await dossierOf(world, id)).toMatchObject({ status: 'accepted', turn: 'citizen', turnCause: 'violations' })
  expect(await needsOf(world, id)).toMatchObject({ violations: 'failed: unresolved-violation' })
  await expect(world.platform.work(appraiser, (work) => approve(work, id))).rejects.toThrow()
})

test.each(['signed', 'returned'])('a source that contradicts when the dossier is %s changes nothing and raises an alarm (P1)', async (status) => {
  const id = await namIsWaiting()
  const { person } = await world.signIn('nam')
  const appraiser = await world.claim(id)
  const signer = await world.staff('signer')
  const checkId = await world.platform.work(appraiser, (work) => recordHandCheck(work, id, clear))
  await world.platform.work(signer, (work) => judgeHandCheck(work, id, checkId, 'confirm'))
  await world.workerSettles()
  await decide(world, id)
  await signDecision(world, id)
  if (status === 'returned') await world.platform.work(appraiser, (work) => handOverResult(work, id))
  await world.control('violations', 'add', { person: person.identityNumber })
  await policeAre('ok')
  await world.hoursPass(1)
  expect(await dossierOf(world, id)).toMatchObject({ status })
  expect(await world.platform.read(actor, listOpenAlarms)).toMatchObject([{ kind: 'hand-check-contradicted', details: { dossierId: id } }])
})

test('Bình settles the fine while the police are down: the wait is theirs, and the dossier goes on when they have seen it (P1, B4)', async () => {
  const id = await world.file('binh')
  await pay(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'citizen', turnCause: 'violations' })
  const { person, actor: binh } = await world.signIn('binh')
  await world.control('violations', 'settle', { person: person.identityNumber })
  await policeAre('error503')
  await world.platform.work(binh, (work) => askAgain(work, id))
  await world.workerSettles()
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'outside', turnOwner: 'traffic-police', turnCause: 'violations' })
  await policeAre('ok')
  await world.hoursPass(1)
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnCause: 'to-accept' })
})

test('silence takes nothing back: who was clear an hour ago stays clear while a newer question waits (P1)', async () => {
  const id = await world.file('an')
  await pay(world, id)
  expect(await needsOf(world, id)).toMatchObject({ violations: 'met' })
  await policeAre('error503')
  await world.hoursPass(3)
  await world.signIn('an')
  expect(await needsOf(world, id)).toMatchObject({ violations: 'met' })
  await policeAre('ok')
  await world.hoursPass(1)
})

test('the appointed date stands during an outage: the apology with one new date goes out the day before, and the wait is the source’s (P1, C2)', async () => {
  const id = await world.file('binh')
  await pay(world, id)
  const { person, actor: binh } = await world.signIn('binh')
  await world.control('violations', 'settle', { person: person.identityNumber })
  await world.platform.work(binh, (work) => askAgain(work, id))
  await world.workerSettles()
  const appraiser = await world.claim(id)
  await world.platform.work(appraiser, (work) => accept(work, id))
  await world.workerSettles()
  const { dueAt } = await dossierOf(world, id)
  if (!dueAt) throw new Error('accepted dossiers are due')
  // After acceptance a new case is found and settled, and then the police fall silent.
  await world.control('violations', 'add', { person: person.identityNumber })
  await world.platform.work(binh, (work) => askAgain(work, id))
  await world.workerSettles()
  await world.control('violations', 'settle', { person: person.identityNumber })
  await policeAre('error503')
  await world.hoursPass(1)
  await world.platform.work(binh, (work) => askAgain(work, id))
  await world.workerSettles()
  expect(await dossierOf(world, id)).toMatchObject({ status: 'accepted', turnOwner: 'traffic-police' })
  for (let day = 0; day < 14 && (await world.sandbox.clock.now()) < dueAt; day++) await world.hoursPass(24)

  const apology = await world.platform.read(actor, (work) => findApology(work, id))
  expect(apology).toMatchObject({ promisedAt: dueAt, owner: 'traffic-police' })
  expect(dueAt.getTime() - (apology?.issuedAt.getTime() ?? 0)).toBeGreaterThan(24 * 3_600_000 / 2)
  expect(apology?.newDueAt.getTime()).toBeGreaterThan(dueAt.getTime())
  expect((await dossierOf(world, id)).dueAt).toEqual(dueAt)
  const papers = await world.platform.read(actor, (work) => listDocuments(work, id))
  expect(papers.filter((paper) => paper.kind === 'apology')).toMatchObject([{ state: 'signed' }])
  const messages = await world.platform.asOwner<{ channel: string }>(`select channel from notifications.message where dossier_id = $1 and template = 'dossier.apologised' and state = 'sent' order by channel`, [id])
  expect(messages.map((one) => one.channel)).toEqual(['mail', 'sms'])
  await policeAre('ok')
  await world.hoursPass(1)
})

test('whose last day for an apology passed unseen is not overlooked: an event and one alarm, however often the sweep comes by (C2)', async () => {
  const id = await world.file('an')
  await pay(world, id)
  const appraiser = await world.claim(id)
  await world.platform.work(appraiser, (work) => accept(work, id))
  await world.workerSettles()
  // As after a worker that was down, or a turn that was the citizen's, on the day before.
  const { dueAt } = await dossierOf(world, id)
  await world.platform.asOwner(`update dossiers.dossier set due_at = platform.clock_now() - interval '1 hour' where id = $1`, [id])
  for (let day = 0; day < 2; day++) await world.hoursPass(24)
  expect(await world.platform.read(actor, (work) => findApology(work, id))).toBeUndefined()
  expect((await kinds(id)).filter((kind) => kind === 'apology-missed')).toHaveLength(1)
  expect((await world.platform.read(actor, listOpenAlarms)).filter((one) => one.kind === 'apology-missed')).toMatchObject([{ details: { dossierId: id } }])
  await world.platform.asOwner('update dossiers.dossier set due_at = $2 where id = $1', [id, dueAt])
  await world.platform.asOwner(COUNTED_ANEW)
})

test('when the turn leaves the citizen on the last day for it, the apology does not wait for the sweep of tomorrow (C2)', async () => {
  const id = await world.file('an')
  await pay(world, id)
  const appraiser = await world.claim(id)
  await world.platform.work(appraiser, (work) => accept(work, id))
  await world.workerSettles()
  await world.platform.asOwner(`update dossiers.dossier set due_at = platform.clock_now() + interval '1 day' where id = $1`, [id])
  await world.platform.work(actor, async (work) => work.enqueue('dossiers.reassess', { dossierId: id }))
  await world.workerSettles()
  expect(await world.platform.read(actor, (work) => findApology(work, id))).toMatchObject({ owner: 'office' })
  await world.platform.asOwner(COUNTED_ANEW)
})
