import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { system } from '../../../sandbox/health-records/system.ts'
import type { Person } from '../../../sandbox/kit/index.ts'
import { openOutsideWorld, type OutsideWorld } from '../../../test/support/outside-world.ts'
import { lookupJobs } from '../../platform/outside/lookups.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { askByIdentity, askByNumber, awaitCertificate, clinicOfNumber, correctCertificate, findUsable, invariants, inviteClinic, jobs, lookupSources, revokeCertificate, stopAwaiting } from './index.ts'
import { findValues, listCertificates } from './store/certificates.ts'

const actor = systemActor('test')

let world: OutsideWorld
let cast: Person[]
beforeAll(async () => {
  world = await openOutsideWorld({ at: '2026-11-20T02:00:00Z', systems: [system], jobs: { ...jobs, ...lookupJobs(lookupSources) }, invariants })
  cast = await world.sandbox.people.list({ staff: false })
})
beforeEach(async () => {
  await world.platform.asOwner('truncate health_certificates.certificate, platform.lookup, platform.fact, platform.due')
  for (const person of cast) {
    await world.sandbox.people.change(person.identityNumber, () => person)
    for (const { number } of person.certificates) await world.sandbox.boxOf('health-records').docs('asked').delete(number)
  }
})
afterAll(() => world[Symbol.asyncDispose]())

function meet(slug: string) {
  const person = cast.find((one) => one.story.slug === slug)
  if (!person) throw new Error(`nobody is called ${slug}`)
  const holder = { personId: newId(), identityNumber: person.identityNumber, fullName: person.fullName }
  const work = world.platform.work
  return {
    ...holder, person,
    ask: async (anew = false) => {
      await work(actor, (w) => askByIdentity(w, holder, { anew }))
      await world.workerSettles()
    },
    askFor: async (number: string) => {
      await work(actor, (w) => askByNumber(w, holder, number))
      await world.workerSettles()
    },
    stands: (classes: string[], number?: string) => work(actor, (w) => findUsable(w, holder.personId, { classes, onDay: w.today, validityMonths: 6, number })),
    announced: async () => (await world.facts('health-certificate.received')).filter((fact) => fact['personId'] === holder.personId),
    certificates: () => work(actor, (w) => listCertificates(w, holder.personId)),
  }
}

test('An\'s certificate is found by his identity, kept once and serves', async () => {
  const an = meet('an')
  await an.ask()
  await an.ask(true)
  expect(await an.stands(['B', 'C1'])).toMatchObject({ usability: { state: 'usable', certificate: { number: an.person.certificates[0]?.number, licenceClass: 'B' } } })
  expect(await an.announced()).toHaveLength(1)
  expect((await an.stands(['D'])).usability.state).toBe('wrong-class')
  expect(await world.broken()).toEqual({})
})

test('health values are sealed and can be opened for their own person only', async () => {
  const an = meet('an')
  await an.ask()
  const [certificate] = await an.certificates()
  const values = await world.platform.work(actor, (work) => findValues(work, an.personId, certificate?.id ?? ''))
  expect(values).toMatchObject({ alcohol: 0, alcoholUnit: 'mg-per-litre-breath', drugsFound: false })
  expect(await world.platform.work(actor, (work) => findValues(work, newId(), certificate?.id ?? ''))).toBeUndefined()
  const rows = await world.platform.asOwner<{ text: string }>(`select encode(health_values, 'escape') as text from health_certificates.certificate`)
  expect(rows[0]?.text).not.toContain('alcohol')
})

test('Cúc\'s clinic is three days late: nothing is there, then it is, and she did nothing (P2)', async () => {
  const cuc = meet('cuc')
  await cuc.ask()
  expect(await cuc.stands(['B', 'C1'])).toMatchObject({ usability: { state: 'none' }, questions: [{ by: 'identity', state: 'absent' }] })
  await world.platform.work(actor, async (work) => awaitCertificate(work, cuc.personId))
  await world.hoursPass(2)
  expect((await cuc.stands(['B', 'C1'])).usability.state).toBe('none')
  await world.hoursPass(71)
  expect((await cuc.stands(['B', 'C1'])).usability.state).toBe('usable')
  await world.platform.work(actor, async (work) => stopAwaiting(work, cuc.personId))
  expect(await world.platform.asOwner('select * from platform.due')).toEqual([])
})

test('the clinic sends at the press of a button', async () => {
  const cuc = meet('cuc')
  await cuc.ask()
  await world.control('health-records', 'send-now', { person: cuc.identityNumber })
  await cuc.ask(true)
  expect((await cuc.stands(['B', 'C1'])).usability.state).toBe('usable')
})

test('by number a person finds their own certificate', async () => {
  const an = meet('an')
  await an.askFor(` ${an.person.certificates[0]?.number.toLowerCase()} `)
  expect((await an.stands(['B', 'C1'])).usability.state).toBe('usable')
})

test('by number somebody else\'s certificate is refused in its own words and not kept (R6)', async () => {
  const [cuc, an] = [meet('cuc'), meet('an')]
  const number = an.person.certificates[0]?.number ?? ''
  await cuc.askFor(number)
  expect((await cuc.stands(['B', 'C1'], number)).usability).toEqual({ state: 'other-person' })
  expect(await world.platform.asOwner('select id from health_certificates.certificate')).toEqual([])
})

test('a certificate made out to the nine-digit card of before serves whom the population register knows under both numbers, and nobody else (B3)', async () => {
  const an = meet('an')
  const number = an.person.certificates[0]?.number ?? ''
  const formerIdentityNumber = '097000111'
  await world.sandbox.people.change(an.person.identityNumber, (person) => ({ ...person, formerIdentityNumber, certificates: person.certificates.map((one) => ({ ...one, onFormerCard: true })) }))
  await an.askFor(number)
  expect((await an.stands(['B', 'C1'], number)).usability).toEqual({ state: 'other-person' })
  await world.platform.work(actor, (w) => askByNumber(w, { personId: an.personId, identityNumber: an.identityNumber, fullName: an.fullName, formerIdentityNumber }, number))
  await world.workerSettles()
  expect((await an.stands(['B', 'C1'], number)).usability.state).toBe('usable')
})

test('a mistyped number of before says nothing about who no longer uses it (B3)', async () => {
  const [cuc, an] = [meet('cuc'), meet('an')]
  await cuc.askFor(an.person.certificates[0]?.number ?? '')
  expect((await cuc.stands(['B', 'C1'])).usability).toEqual({ state: 'none' })
  expect((await cuc.stands(['B', 'C1'], '00001/GKSKLX/97014/26')).usability).toEqual({ state: 'none' })
})

test('a text that cannot be a number is refused before anybody is asked', async () => {
  const an = meet('an')
  await expect(an.askFor('12345')).rejects.toMatchObject({ code: 'certificate-number-wrong' })
})

test('a clinic\'s newer "not fit" replaces what was there', async () => {
  const an = meet('an')
  await an.ask()
  await world.control('health-records', 'examine', { person: an.identityNumber, class: 'B', conclusion: 'A0-2' })
  await an.ask(true)
  expect((await an.stands(['B', 'C1'])).usability.state).toBe('not-eligible')
  expect(await world.broken()).toEqual({})
})

test('a correction by the clinic is taken over and announced', async () => {
  const an = meet('an')
  await an.ask()
  await world.sandbox.people.change(an.identityNumber, (person) => ({ ...person, certificates: person.certificates.map((one) => ({ ...one, conclusion: 'A0-2' })) }))
  await an.ask(true)
  expect((await an.stands(['B', 'C1'])).usability.state).toBe('not-eligible')
  expect(await an.announced()).toHaveLength(2)
  expect(await an.certificates()).toHaveLength(1)
})

test('an answer about somebody else raises an alarm and changes nothing (OUT3)', async () => {
  const an = meet('an')
  await world.control('health-records', 'wrong-person', { count: '1' })
  await an.ask()
  expect(await an.stands(['B'])).toMatchObject({ usability: { state: 'none' }, questions: [{ state: 'unavailable' }] })
  expect(await world.facts('health-certificates.wrong-person')).toEqual([{ personId: an.personId }])
})

test('a number that the register has for somebody else, also one taken back, is an alarm, and the rest of the answer counts (OUT3)', async () => {
  const [cuc, an] = [meet('cuc'), meet('an')]
  await an.ask()
  const [taken] = an.person.certificates
  await world.sandbox.people.change(cuc.identityNumber, (person) => ({ ...person, certificates: taken ? [taken] : [] }))
  await world.control('health-records', 'examine', { person: cuc.identityNumber, class: 'B', conclusion: 'A0-1' })
  await cuc.ask()
  expect(await cuc.stands(['B', 'C1'])).toMatchObject({ usability: { state: 'usable' }, questions: [{ state: 'value' }] })
  expect((await cuc.certificates()).map((one) => one.number)).not.toContain(taken?.number)
  expect(await world.facts('health-certificates.wrong-person')).toEqual([{ personId: cuc.personId }])
  await world.platform.asOwner("update health_certificates.certificate set revoked_at = received_at, revoked_for = 'x' where number = $1", [taken?.number])
  await cuc.ask(true)
  expect(await world.facts('health-certificates.wrong-person')).toHaveLength(2)
  expect((await an.certificates()).map((one) => one.number)).toEqual([taken?.number])
  expect(await world.broken()).toEqual({})
})

test.each(['error500', 'error503', 'reset', 'malformed', 'lostAnswer'] as const)('with the gateway in mode %s nothing is concluded and it is asked again by itself', async (mode) => {
  const an = meet('an')
  await world.fault('health-records', { mode })
  await an.ask()
  expect(await an.stands(['B'])).toMatchObject({ usability: { state: 'none' }, questions: [{ state: 'unavailable', nextTryAt: expect.any(Date) }] })
  await world.fault('health-records', { mode: 'ok' })
  await world.hoursPass(1)
  expect((await an.stands(['B', 'C1'])).usability.state).toBe('usable')
})

test('what the clinic itself said outweighs what the gateway repeats, and what it took back stays away (P2)', async () => {
  const an = meet('an')
  await an.ask()
  const number = an.person.certificates[0]?.number ?? ''
  const clinic = { code: clinicOfNumber(number), name: 'Phòng khám', mail: null, state: 'active' as const }
  const { work } = world.platform
  await work(actor, (w) => inviteClinic(w, clinic))
  const says = (conclusion: 'eligible' | 'not-eligible') => ({
    key: newId(), identityNumber: an.identityNumber, fullName: an.fullName, licenceClass: 'B', conclusion, concludedOn: '2026-11-19', reExamOn: null, doctorName: 'BS. Mẫu',
  })
  await work(actor, (w) => correctCertificate(w, clinic, number, says('not-eligible')))
  await an.ask(true)
  expect((await an.stands(['B'])).usability.state).toBe('not-eligible')
  await work(actor, (w) => revokeCertificate(w, clinic, { number, licenceClass: 'B', reason: 'x' }))
  await an.ask(true)
  expect((await an.stands(['B'])).usability.state).toBe('revoked')
  expect(await world.broken()).toEqual({})
})
