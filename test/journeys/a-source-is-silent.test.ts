/** Silence is neither yes nor no: dossiers are filed, wait for whoever is silent, and go on by themselves (P1, P2, B3, B4). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, beginLookUps } from '../../src/dossiers/index.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { dossierOf, needsOf, pay } from '../support/case-steps.ts'

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

test('Nam files while the police are down: the wait is theirs, and the dossier goes on when they are back', async () => {
  await world.fault('violations', { mode: 'error503', share: 1 })
  const id = await world.file('nam', { reason: 'expiring', classChoice: { 'law-2008:FB2': 'law-2024:BE' } })
  await pay(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'filed', turn: 'outside', turnOwner: 'traffic-police', turnCause: 'violations', officialNumber: null })
  const appraiser = await world.claim(id)
  await expect(world.platform.work(appraiser, (work) => accept(work, id))).rejects.toThrow('requirements-missing')

  await world.fault('violations', { mode: 'ok', share: 1 })
  await world.hoursPass(2)
  await world.hoursPass(2)
  expect(await needsOf(world, id)).toMatchObject({ violations: 'met' })
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnCause: 'to-accept' })
})

test('Cúc’s clinic is three days late: the dossier waits for the clinic and takes the certificate when it comes', async () => {
  const id = await world.file('cuc', { certificate: { how: 'not-yet' } })
  await pay(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'outside', turnOwner: 'clinic', turnCause: 'health-certificate' })
  for (let day = 0; day < 4; day++) await world.hoursPass(24)
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'met' })
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer' })
})

test('Bình may file, is told that the violation blocks, and goes on after settling it', async () => {
  const id = await world.file('binh')
  await pay(world, id)
  expect(await needsOf(world, id)).toMatchObject({ violations: 'failed: unresolved-violation' })
  expect(await dossierOf(world, id)).toMatchObject({ status: 'filed', turn: 'citizen', turnCause: 'violations' })
  const { person, actor } = await world.signIn('binh')
  await world.control('violations', 'settle', { person: person.identityNumber })
  await world.platform.work(actor, (work) => beginLookUps(work, actor.personId, { anew: true }))
  await world.workerSettles()
  expect(await needsOf(world, id)).toMatchObject({ violations: 'met' })
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnCause: 'to-accept' })
})
