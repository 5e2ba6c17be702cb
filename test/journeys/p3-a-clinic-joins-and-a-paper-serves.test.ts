/** Too few clinics send certificates: one more joins in a minute, and who has paper only brings a certified copy (P3). */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterOf, makeSigningKey } from '../../sandbox/health-records/clinic-software.ts'
import { toWire } from '../../sandbox/health-records/records.ts'
import type { Quality } from '../../sandbox/commune-office/copies.ts'
import type { Person } from '../../sandbox/people/person.ts'
import { inviteClinic, revokeCertificate } from '../../src/capabilities/health-certificates/index.ts'
import { examineCopy, receiveCopy } from '../../src/dossiers/index.ts'
import { sha256Hex } from '../../src/platform/files/contract.ts'
import { createServer } from '../../src/platform/http/server.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { registerCertificates } from '../../src/web/machine/certificates/routes.ts'
import { paths } from '../../src/web/paths.ts'
import { openDesks } from '../office/desk.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'
import { decide, dossierOf, needsOf, pay, signDecision } from '../support/case-steps.ts'

let world: CaseWorld
let machine: FastifyInstance
beforeAll(async () => {
  world = await openCaseWorld()
  machine = await createServer(world.platform)
  registerCertificates(machine, { platform: world.platform, assets: { citizen: { stylesheet: '' }, staff: { stylesheet: '' } } })
  await machine.ready()
})
afterAll(async () => {
  const broken = await world.broken()
  await machine.close()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** Nothing of the person's certificates will ever reach the gateway. */
async function onPaperOnly(slug: string): Promise<Person> {
  const person = (await world.sandbox.people.list()).find((one) => one.story.slug === slug)
  return world.sandbox.people.change(person?.identityNumber ?? '', (found) => ({ ...found, certificates: found.certificates.map((one) => ({ ...one, concludedOn: '2026-11-18', sentAt: null, lateDays: 0 })) }))
}

async function copyOf(person: Person, quality: Quality): Promise<Buffer> {
  const said = await world.control('commune-office', 'certify', { person: person.identityNumber, quality })
  return Buffer.from(await (await fetch(said.slice(said.indexOf('http')))).arrayBuffer())
}

test('a clinic joins with its one-time code, its first certificate is usable at once, and the dossier that waited for it goes on within five seconds', async () => {
  const cuc = (await world.signIn('cuc')).person
  const id = await world.file('cuc', { certificate: { how: 'not-yet' } })
  await pay(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ turnOwner: 'clinic' })

  const { code } = await world.platform.work(systemActor('health-department'), (work) => inviteClinic(work, { code: '97088', name: 'Phòng khám Mới (mô phỏng)', mail: null }))
  const key = await makeSigningKey('Phòng khám Mới (mô phỏng)', await world.sandbox.clock.now())
  const joined = await machine.inject({ method: 'POST', url: paths.clinicJoin(), payload: { clinicCode: '97088', code, certificate: key.certificatePem } })
  expect(joined.statusCode).toBe(201)
  const clinic = { code: '97088', name: 'Phòng khám Mới (mô phỏng)', mail: '', apiKey: joined.json<{ apiKey: string }>().apiKey, ...key }
  const record = toWire(cuc, {
    number: '00001/GKSKLX/97088/26', forClass: 'B', concludedOn: '2026-11-20', conclusion: 'A0-1', clinicCode: clinic.code, clinicName: clinic.name, doctorName: 'BS. Mẫu',
    alcohol: 0, drugsFound: false, recheckOn: null, sentAt: null, lateDays: 0,
  })
  const letter = letterOf(clinic, record, 'xml')
  const began = performance.now()
  const answer = await machine.inject({ method: 'POST', url: paths.clinicCertificates(), headers: letter.headers, payload: letter.body })
  expect(answer.body).toContain('<MSG_STATE>1</MSG_STATE>')
  await world.workerSettles()
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'met' })
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnCause: 'to-accept' })

  // The clinic takes it back before anybody accepted: the dossier is the citizen's again, in the clinic's word.
  await world.platform.work(systemActor('clinic'), (work) => revokeCertificate(work, { code: '97088', name: clinic.name, mail: null, state: 'active' }, { number: record.SO, licenceClass: 'B', reason: 'nhầm người' }))
  await world.workerSettles()
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'failed: certificate-revoked' })
  for (let day = 0; day < 4; day++) await world.hoursPass(24)
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'met' })
})

test('Em has paper only: the commune office certifies a copy, an officer reads it, and her dossier ends with a signed licence', async () => {
  const em = await onPaperOnly('em')
  const { actor } = await world.signIn('em')
  const bytes = await copyOf(em, 'good')
  const held = await examineCopy(world.platform, actor, { personId: actor.personId, bytes, fileHash: sha256Hex(bytes) })
  await world.platform.files.put(bytes)
  const copyId = await world.platform.work(actor, (work) => receiveCopy(work, held))
  const id = await world.file('em', { certificate: { how: 'certified-copy', copyId } })
  await pay(world, id)
  expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnOwner: 'office', turnCause: 'copy-to-read' })
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'asked' })

  const { desk } = await openDesks(world)
  const appraiser = await desk(await world.staff('appraiser'))
  expect((await appraiser.opens(paths.officerDossier(id))).html).toContain(paths.officerCopy(id, copyId))
  const page = await appraiser.opens(paths.officerCopy(id, copyId))
  for (const words of [em.fullName, em.identityNumber, 'Ủy ban nhân dân xã Ví Dụ (mô phỏng)']) expect(page.html).toContain(words)
  const [paper] = em.certificates
  const typed = { number: paper?.number ?? '', licenceClass: paper?.forClass ?? '', conclusion: 'eligible', concludedOn: '18/11/2026', reExamOn: '', clinicName: paper?.clinicName ?? '', doctorName: paper?.doctorName ?? '' }
  const wrong = await appraiser.sends(copyId, { ...typed, concludedOn: '31/11/2026' })
  expect([wrong.status, wrong.html.includes('Ngày có dạng dd/mm/yyyy'), wrong.html.includes(typed.number)]).toEqual([422, true, true])
  const done = await appraiser.sends(copyId, typed)
  expect([done.status, done.location]).toEqual([303, paths.officerDossier(id)])
  await world.workerSettles()
  expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'met' })
  await decide(world, id)
  await signDecision(world, id)
  expect((await dossierOf(world, id)).status).toBe('signed')
})

test.each<[string, Quality, string]>([
  ['changed after signing', 'tampered', 'copy-altered'],
  ['signed under a root nobody trusts', 'wrong-root', 'copy-untrusted'],
  ['without a signature', 'unsigned', 'copy-unsigned'],
])('a copy %s is refused in its own words and nothing of it is kept', async (_says, quality, code) => {
  const { actor, person } = await world.signIn('em')
  const bytes = await copyOf(person, quality)
  await expect(examineCopy(world.platform, actor, { personId: actor.personId, bytes, fileHash: sha256Hex(bytes) })).rejects.toMatchObject({ code })
})

test('a copy sealed after the office’s certificate was revoked is refused, one sealed before stays good', async () => {
  const { actor, person } = await world.signIn('em')
  const before = await copyOf(person, 'good')
  await world.hoursPass(1)
  await world.control('certificate-authority', 'revoke', { certificate: 'Ủy ban nhân dân xã Ví Dụ (mô phỏng)' })
  await world.hoursPass(1)
  const after = await copyOf(person, 'good')
  await world.platform.work(actor, async (work) => work.enqueue('documents.refresh-trust', {}))
  await world.workerSettles()
  const examine = (bytes: Buffer) => examineCopy(world.platform, actor, { personId: actor.personId, bytes, fileHash: sha256Hex(bytes) })
  await expect(examine(after)).rejects.toMatchObject({ code: 'copy-revoked' })
  expect((await examine(before)).signerName).toBe('Ủy ban nhân dân xã Ví Dụ (mô phỏng)')
})

test('a photo is no copy', async () => {
  const { actor } = await world.signIn('em')
  const bytes = Buffer.from('\xff\xd8\xff\xe0 JFIF', 'latin1')
  await expect(examineCopy(world.platform, actor, { personId: actor.personId, bytes, fileHash: sha256Hex(bytes) })).rejects.toMatchObject({ code: 'copy-not-pdf' })
})
