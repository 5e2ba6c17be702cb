/** A round of reminding is told once, however often its job runs (P2). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { clinicOfNumber, inviteClinic, remindClinic } from '../../../capabilities/health-certificates/index.ts'
import { systemActor } from '../../../platform/values/actor.ts'

const actor = systemActor('test')

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

test('a job that is repeated after its commit tells neither the citizen nor the clinic twice', async () => {
  const { work } = world.platform
  const number = (await world.signIn('cuc')).person.certificates[0]?.number ?? ''
  await work(actor, (w) => inviteClinic(w, { code: clinicOfNumber(number), name: 'Cơ sở khám của Cúc', mail: 'kskl.cuc@vidu.invalid' }))
  const dossierId = await world.file('cuc', { certificate: { how: 'by-number', number } })
  await world.hoursPass(24)
  const told = () => world.facts('dossier.certificate-late')
  expect(await told()).toEqual([{ dossierId, round: 1, clinicTold: true }])
  await work(actor, async (w) => w.enqueue('dossiers.remind-certificate', { dossierId, round: 1 }))
  await world.workerSettles()
  expect(await told()).toHaveLength(1)
  // A round that is written already writes no letter, and does not say that it did.
  expect(await work(actor, (w) => remindClinic(w, { dossierId, number, clinicCode: undefined, round: 1 }))).toBe(false)
  expect(await work(actor, (w) => remindClinic(w, { dossierId, number, clinicCode: undefined, round: 2 }))).toBe(true)
})
