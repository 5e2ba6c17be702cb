/** What a doctor has no hand in: what is about themselves, and what the clinic's program has said since (P3). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../test/office/desk.ts'
import { type CaseWorld, openCaseWorld } from '../../../test/support/case-world.ts'
import { admitClinic, beginExamination, dropExamination, saveFindings, signExamination, takeBack } from '../../capabilities/health-certificates/index.ts'
import type { Actor } from '../../platform/values/actor.ts'
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
