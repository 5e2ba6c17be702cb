/** Cúc's clinic sends three days late: she files at once, waits without doing anything, and is not forgotten meanwhile (P2). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askByNumber, clinicOfNumber, inviteClinic } from '../../src/capabilities/health-certificates/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { dossierOf, needsOf, pay } from '../support/case-steps.ts'

let world: CaseWorld
let number: string
const clinicMail = 'kskl.cuc@vidu.invalid'
beforeAll(async () => {
  world = await openCaseWorld()
  number = (await world.signIn('cuc')).person.certificates[0]?.number ?? ''
  // The clinic is known to us and sends nothing itself.
  await world.platform.work(systemActor('health-department'), (work) => inviteClinic(work, { code: clinicOfNumber(number), name: 'Cơ sở khám của Cúc', mail: clinicMail }))
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** What was written to an address, newest first. */
async function lettersTo(address: string): Promise<{ subject: string | null; text: string }[]> {
  const answer = await fetch(`${world.sandbox.url}/mailbox/api?to=${encodeURIComponent(address)}`)
  const { messages }: { messages: { subject: string | null; text: string }[] } = JSON.parse(await answer.text())
  return messages
}

test('a number that nobody knows yet parks her dossier with the clinic, she and the clinic are reminded, and it goes on by itself when the certificate comes', async () => {
  const { actor, person } = await world.signIn('cuc')
  await world.platform.work(actor, (work) => askByNumber(work, { personId: actor.personId, identityNumber: person.identityNumber, fullName: person.fullName }, number))
  await world.workerSettles()
  const id = await world.file('cuc', { certificate: { how: 'by-number', number } })
  const filedAt = (await dossierOf(world, id)).filedAt
  await pay(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'outside', turnOwner: 'clinic', turnCause: 'health-certificate' })

  await world.hoursPass(24)
  const toClinic = await lettersTo(clinicMail)
  expect(toClinic).toHaveLength(1)
  expect(toClinic[0]?.text).toContain(number)
  for (const secret of [person.identityNumber, person.fullName]) expect(toClinic[0]?.text).not.toContain(secret)
  expect((await lettersTo('an@vidu.invalid')).filter((one) => one.subject?.includes('đang chờ giấy khám'))).toHaveLength(1)

  for (let day = 0; day < 3; day++) await world.hoursPass(24)
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'met' })
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnCause: 'to-accept', filedAt })

  const before = (await lettersTo(clinicMail)).length
  for (let day = 0; day < 10; day++) await world.hoursPass(24)
  expect(await lettersTo(clinicMail)).toHaveLength(before)
})
