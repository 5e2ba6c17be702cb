/** What a doctor has no hand in: what is about themselves, and what the clinic's program has said since (P3). */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../test/office/desk.ts'
import { type CaseWorld, openCaseWorld } from '../../../test/support/case-world.ts'
import { takeIn } from '../../capabilities/health-certificates/actions/take-in.ts'
import { noValues } from '../../capabilities/health-certificates/certificate.ts'
import { admitClinic, beginExamination, type Clinic, dropExamination, saveFindings, signExamination, takeBack } from '../../capabilities/health-certificates/index.ts'
import { type Actor, systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { paths } from '../paths.ts'
import { registerClinic } from './index.ts'

let world: CaseWorld
let bich: Desk
/** Another doctor of the same clinic. */
let colleague: Extract<Actor, { kind: 'staff' }>
const by = { fullName: 'Đồng nghiệp', identityNumber: '097190000002' }

beforeAll(async () => {
  world = await openCaseWorld()
  bich = await (await openDesks(world, registerClinic)).desk(await world.staff('doctor'))
  colleague = { ...(await world.staff('doctor')), staffId: newId() }
  await world.platform.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from) values ('${colleague.staffId}', '\\x78', 'Đồng nghiệp', 'doctor', 'bac-ninh', '97033', '2020-01-01')`)
  const supervisor = await world.staff('supervisor')
  await world.platform.work(supervisor, (work) => admitClinic(work, { code: '97033', name: 'Trung tâm Y tế Sông Mẫu (mô phỏng)', mail: null }))
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** As the form sends it. */
const typed = { licenceClass: 'B', declared: 'yes', alcohol: '0', alcoholUnit: 'mg-per-litre-breath', drugs: 'none', conclusion: 'eligible', concludedOn: '20/11/2026' }
const found = {
  licenceClass: 'B', declared: true, unsound: [], illness: '', alcohol: '0', alcoholUnit: 'mg-per-litre-breath', drugs: 'none', conclusion: 'not-eligible', reExamOn: '', reason: 'Thị lực', concludedOn: '20/11/2026', correction: '',
} as const

type Person = { readonly identityNumber: string; readonly fullName: string }

const begin = (person: Person) => world.platform.work(colleague, (work) => beginExamination(work, by, { ...person, birthDate: '1980-02-17', sex: 'female', residence: '' }, newId()))

async function certify(person: Person): Promise<string> {
  const id = await begin(person)
  const { revision } = await world.platform.work(colleague, (work) => saveFindings(work, by, id, { ...found, unsound: [], fullName: person.fullName }))
  return (await world.platform.work(colleague, (work) => signExamination(work, by, id, revision))).certificateId
}

test('a doctor who was examined by a colleague neither types, drops, corrects nor takes back: another doctor must', async () => {
  const { identityNumber, fullName } = (await world.sandbox.people.list()).find((one) => one.story.slug === 'bich') ?? { identityNumber: '', fullName: '' }
  const certificateId = await certify({ identityNumber, fullName })
  const open = await begin({ identityNumber, fullName })
  const asItIs = () => world.platform.asOwner('select e.id, e.revision, c.revoked_at, c.conclusion from health_certificates.examination e left join health_certificates.certificate c on c.id = e.certificate_id order by e.id')
  const before = await asItIs()
  const csrf = (await bich.opens(paths.ownCertificate(certificateId))).page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  for (const path of [paths.examination(open), paths.keepExamination(open), paths.dropExamination(open), paths.correctCertificate(certificateId), paths.takeBackCertificate(certificateId)]) {
    const said = await bich.posts(path, { ...typed, _csrf: csrf, reason: 'nhầm' })
    expect([path, said.status, said.html.includes('của chính bác sĩ')]).toEqual([path, 409, true])
  }
  expect(await asItIs()).toEqual(before)
  await world.platform.work(colleague, (work) => dropExamination(work, by, open))
  await world.platform.work(colleague, (work) => takeBack(work, by, certificateId, 'nhầm người'))
})

const clinic: Clinic = { code: '97033', name: 'Trung tâm Y tế Sông Mẫu (mô phỏng)', mail: null, state: 'active' }

/** The clinic's program says that a certificate reads otherwise. */
async function programEdits(certificateId: string, person: Person): Promise<void> {
  const [{ number = '' } = {}] = await world.platform.asOwner<{ number: string }>('select number from health_certificates.certificate where id = $1', [certificateId])
  const certificate = { number, licenceClass: 'B', conclusion: 'eligible' as const, concludedOn: '2026-11-20', reExamOn: null, doctorName: 'BS. Mẫu', clinicCode: clinic.code, clinicName: clinic.name, values: noValues }
  const contentHash = createHash('sha256').update(certificateId).digest()
  await world.platform.work(systemActor('clinic'), (work) => takeIn(work, clinic, { certificate, ...person, does: 'EDIT', door: 'json', uuid: newId(), contentHash, createdAt: undefined }))
}

const sayings = (certificateId: string) => world.platform.asOwner('select c.conclusion, c.source, (select count(*)::int from health_certificates.message m where m.certificate_id = c.id) as messages from health_certificates.certificate c where c.id = $1', [certificateId])

test('what the clinic’s program said last is corrected by the program: the page says so beside the button, also to whoever still has the old page', async () => {
  const person = { identityNumber: '097190078801', fullName: 'Mẫu Văn Sửa' }
  const certificateId = await certify(person)
  const before = await bich.opens(paths.ownCertificate(certificateId))
  expect(bich.whyNot('Sửa giấy này')).toBeUndefined()
  const csrf = before.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  await programEdits(certificateId, person)
  const said = await sayings(certificateId)
  expect(said).toEqual([{ conclusion: 'eligible', source: 'clinic-software', messages: 2 }])

  const stale = await bich.posts(paths.correctCertificate(certificateId), { _csrf: csrf })
  expect([stale.status, stale.html.includes('Chưa sửa gì')]).toEqual([409, true])
  const after = await bich.opens(paths.ownCertificate(certificateId))
  expect(bich.whyNot('Sửa giấy này')).toContain('phải sửa bằng phần mềm')
  // What stood on the doctor's form is not what the certificate says any more.
  expect([after.html.includes('Mẫu Văn Sửa'), after.html.includes('Phần mềm của cơ sở gửi'), after.html.includes(paths.takeBackCertificate(certificateId))]).toEqual([false, true, true])
  expect(await world.platform.asOwner('select id from health_certificates.examination where corrects = $1', [certificateId])).toEqual([])
  expect(await sayings(certificateId)).toEqual(said)
})

test('a correction that was begun before the program spoke is not signed over it, and can be dropped', async () => {
  const person = { identityNumber: '097190078802', fullName: 'Mẫu Thị Sửa' }
  const certificateId = await certify(person)
  await bich.opens(paths.ownCertificate(certificateId))
  const address = (await bich.sends('/sua')).location ?? ''
  const id = address.split('/').at(-1) ?? ''
  await bich.opens(address)
  await bich.sends(paths.examination(id), { ...typed, fullName: person.fullName, correction: 'ghi nhầm', conclusion: 'not-eligible', reason: 'Thị lực' })
  await bich.opens(paths.signExamination(id))
  await programEdits(certificateId, person)
  const said = await sayings(certificateId)
  const refused = await bich.sends(paths.signExamination(id))
  expect([refused.status, refused.html.includes('Bỏ lượt sửa này')]).toEqual([409, true])
  expect(await sayings(certificateId)).toEqual(said)
  await bich.opens(address)
  expect((await bich.sends(paths.dropExamination(id))).location).toBe(paths.clinic())
  // Signed by a doctor and corrected by a doctor it goes on as before.
  const theirs = await certify({ identityNumber: '097190078803', fullName: 'Mẫu Khác' })
  await bich.opens(paths.ownCertificate(theirs))
  expect((await bich.sends('/sua')).status).toBe(303)
})
