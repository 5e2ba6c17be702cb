/** An authority lets clinics in and names their doctors, once; it gives and renews keys, stops a clinic, and sees who is slow (P2, P3, L1). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { inviteClinic, issueCertificate, joinClinic, senderOf } from '../../../capabilities/health-certificates/index.ts'
import { givePost } from '../../../capabilities/identity/index.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { registerClinic } from '../../clinic/index.ts'
import { paths } from '../../paths.ts'

const CODE = '97061'
const NAME = 'Phòng khám Mới Mẫu (mô phỏng)'
let world: CaseWorld
let desks: Awaited<ReturnType<typeof openDesks>>
let supervisor: Desk
let appraiser: Desk

beforeAll(async () => {
  world = await openCaseWorld()
  desks = await openDesks(world)
  const assets = { stylesheet: '/tai-san/staff.css' }
  registerClinic(desks.app, { platform: world.platform, assets: { citizen: assets, staff: assets } })
  supervisor = await desks.desk(await world.staff('supervisor'))
  appraiser = await desks.desk(await world.staff('appraiser'))
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const sendsWith = (apiKey: string) => world.platform.work(systemActor('test'), (work) => senderOf(work, CODE, apiKey, 'key')).then(() => 'known', (error: { code?: string }) => error.code)
const secretOn = (html: string) => /class="tt-code">([\w-]{20,})</.exec(html)?.[1] ?? ''

test('letting in needs a code of five digits and a name; what was typed stays', async () => {
  await supervisor.opens(paths.clinics())
  const said = await supervisor.sends(paths.clinics(), { code: '9706', name: '', mail: 'khong phai thu' })
  expect(said.status).toBe(422)
  for (const field of ['code', 'name', 'mail']) expect(said.html).toContain(`href="#${field}"`)
  expect(said.html).toContain('khong phai thu')
})

test('a clinic is let in and its doctor named: the doctor signs in with the own eID and works at once, without any other approval (P3, P6)', async () => {
  const { actor, person } = await world.signIn('giang')
  await supervisor.opens(paths.clinics())
  expect(await supervisor.sends(paths.clinics(), { code: CODE, name: NAME, mail: '' })).toMatchObject({ status: 303, location: `${paths.clinicOf(CODE)}?xong=cho-phep` })
  const page = await supervisor.opens(`${paths.clinicOf(CODE)}?xong=cho-phep`)
  expect([page.html.includes('Đã cho phép'), page.html.includes('Chưa có bác sĩ nào')]).toEqual([true, true])
  expect((await supervisor.opens(`${paths.clinicOf(CODE)}?xong=bac-si`)).html).not.toContain('Đã thêm bác sĩ')
  await supervisor.opens(paths.clinicOf(CODE))
  expect((await supervisor.sends('/bac-si', { identity: '001085003310', fullName: 'Người Thật' })).html).toContain('chỉ nhận người không có thật')
  for (const words of ['Đã thêm bác sĩ', 'đã có ở cơ sở từ trước']) {
    await supervisor.opens(paths.clinicOf(CODE))
    const said = await supervisor.sends('/bac-si', { identity: person.identityNumber, fullName: person.fullName })
    expect((await supervisor.opens(said.location ?? '')).html).toContain(words)
  }
  expect((await supervisor.opens(paths.clinicOf(CODE))).page.querySelectorAll('li').filter((one) => one.text === person.fullName)).toHaveLength(1)
  expect((await world.facts('clinic.doctor-named')).length).toBeGreaterThan(0)
  // There is a doctor by now, and a clinic that may issue: told as done only to whoever did it, and of what they did last.
  for (const word of ['bac-si', 'bac-si-da-co', 'cho-phep']) expect((await appraiser.opens(`${paths.clinicOf(CODE)}?xong=${word}`)).html).not.toContain('govuk-notification-banner--success')
  expect((await supervisor.opens(`${paths.clinicOf(CODE)}?xong=bac-si`)).html).not.toContain('Đã thêm bác sĩ')
  const doctor = await desks.desk(actor)
  expect((await doctor.opens(paths.clinic())).html).toContain(NAME)
})

test('naming a doctor takes nobody’s post away: who holds another one is refused beside the field, and nobody names themselves', async () => {
  const cast = await world.sandbox.people.list()
  const signer = cast.find((one) => one.staff?.role === 'signer' && one.staff.provinceCode === '24')
  const oneself = cast.find((one) => one.staff?.role === 'supervisor' && one.staff.provinceCode === '24')
  const posts = () => world.platform.asOwner('select identity_index, role, office_code from identity.staff order by id')
  const before = await posts()
  for (const [person, words] of [[signer, 'đang giữ một vị trí khác'], [oneself, 'Không ai tự cử chính mình']] as const) {
    await supervisor.opens(paths.clinicOf(CODE))
    const said = await supervisor.sends('/bac-si', { identity: person?.identityNumber ?? '', fullName: 'Tên Đã Gõ' })
    expect([said.status, said.html.includes('href="#identity"'), said.page.querySelector('#identity-error')?.text.includes(words)]).toEqual([409, true, true])
    expect([said.page.querySelector('[name=identity]')?.getAttribute('value'), said.page.querySelector('[name=fullName]')?.getAttribute('value')]).toEqual([person?.identityNumber, 'Tên Đã Gõ'])
  }
  expect(await posts()).toEqual(before)
})

test('a doctor who is named at the same clinic again is told to be there already; at another one they are refused, also when two press at once', async () => {
  const { person } = await world.signIn('giang')
  await supervisor.opens(paths.clinicOf(CODE))
  const again = await supervisor.sends('/bac-si', { identity: person.identityNumber, fullName: person.fullName })
  expect(again.location).toBe(`${paths.clinicOf(CODE)}?xong=bac-si-da-co`)
  expect((await supervisor.opens(again.location ?? '')).html).toContain('đã có ở cơ sở từ trước')
  const actor = await world.staff('supervisor')
  const named = (identityNumber: string, officeCode: string) => world.platform.work(actor, (work) => givePost(work, { identityNumber, fullName: 'Mẫu', role: 'doctor', provinceCode: 'bac-ninh', officeCode })).catch((error: { code?: string }) => error.code)
  expect(await named(person.identityNumber, '97062')).toBe('holds-another-post')
  expect((await Promise.all(['97061', '97062', '97063'].map((code) => named('097190050001', code)))).sort()).toEqual(['given', 'holds-another-post', 'holds-another-post'])
  // Once that post has ended, the next one is theirs.
  await world.platform.asOwner(`update identity.staff set active_to = '2026-11-20' where full_name = 'Mẫu'`)
  expect(await named('097190050001', '97064')).toBe('given')
})

test('the clinic’s program joins with a code that is shown once, and gets another key when the first has leaked', async () => {
  await supervisor.opens(paths.clinicOf(CODE))
  const code = secretOn((await supervisor.sends('/ma-tham-gia')).html)
  expect((await supervisor.opens(paths.clinicOf(CODE))).html).not.toContain(code)
  const { apiKey } = await world.platform.work(systemActor('clinic'), (work) => joinClinic(work, { clinicCode: CODE, code }))
  expect(await sendsWith(apiKey)).toBe('known')
  await supervisor.opens(paths.clinicOf(CODE))
  const renewed = secretOn((await supervisor.sends('/doi-khoa')).html)
  expect([await sendsWith(apiKey), await sendsWith(renewed)]).toEqual(['clinic-unknown', 'known'])
})

test('a clinic that begins in the middle of a year goes on from its own numbers; once they have begun here the first one stays (P2)', async () => {
  const admits = async (first: string) => {
    await supervisor.opens(paths.clinics())
    return supervisor.sends(paths.clinics(), { code: '97067', name: 'Phòng khám Giữa Năm (mô phỏng)', mail: '', first })
  }
  for (const wrong of ['0', '00000', 'mot', '123456', '-4']) {
    const said = await admits(wrong)
    expect([wrong, said.status, said.html.includes('href="#first"'), said.page.querySelector('[name=first]')?.getAttribute('value')]).toEqual([wrong, 422, true, wrong])
  }
  // A second press says the same and is no fault; nothing has been issued yet.
  for (let press = 0; press < 2; press++) expect((await admits('00418')).status).toBe(303)
  const issues = () => world.platform.work(systemActor('clinic'), (work) => issueCertificate(work, { code: '97067', name: 'Phòng khám Giữa Năm (mô phỏng)', mail: null, state: 'active' }, {
    key: newId(), identityNumber: '097190079997', fullName: 'Mẫu', licenceClass: 'B', conclusion: 'eligible', concludedOn: '2026-11-20', reExamOn: null, doctorName: 'BS. Mẫu',
  }))
  expect([(await issues()).number, (await issues()).number]).toEqual(['00418/GKSKLX/97067/26', '00419/GKSKLX/97067/26'])
  for (const late of ['418', '1', '500']) {
    const said = await admits(late)
    expect([late, said.status, said.page.querySelector('#first-error')?.text.includes('đã được cấp số trong năm nay')]).toEqual([late, 409, true])
  }
  expect((await admits('')).status).toBe(303)
  expect((await issues()).number).toBe('00420/GKSKLX/97067/26')
})

test('its delays are seen by the whole office; only the supervisor may change anything', async () => {
  await world.platform.work(systemActor('clinic'), (work) => issueCertificate(work, { code: CODE, name: NAME, mail: null, state: 'active' }, {
    key: newId(), identityNumber: '097190079998', fullName: 'Mẫu', licenceClass: 'B', conclusion: 'eligible', concludedOn: '2026-11-20', reExamOn: null, doctorName: 'BS. Mẫu',
  }))
  const list = await appraiser.opens(paths.clinics())
  expect([list.status, list.html.includes(NAME), list.html.includes('chưa đến 1 giây')]).toEqual([200, true, true])
  expect(list.page.querySelectorAll('main form')).toHaveLength(0)
  const one = await appraiser.opens(paths.clinicOf(CODE))
  expect(one.page.querySelectorAll('main form')).toHaveLength(0)
  const csrf = one.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  for (const act of ['dung', 'doi-khoa', 'ma-tham-gia', 'bac-si']) expect((await appraiser.posts(paths.clinicAct(CODE, act), { _csrf: csrf, identity: '097190000001', fullName: 'x' })).status).toBe(409)
  expect((await appraiser.posts(paths.clinics(), { _csrf: csrf, code: '97062', name: 'Khác', mail: '' })).status).toBe(409)
})

test('a stopped clinic sends nothing more until it is let go on', async () => {
  const told = () => Promise.all(['dung', 'cho-cap-lai'].map(async (done) => (await supervisor.opens(`${paths.clinicOf(CODE)}?xong=${done}`)).html.includes('govuk-notification-banner--success')))
  expect(await told()).toEqual([false, false])
  expect((await supervisor.sends('/dung')).status).toBe(303)
  expect(await told()).toEqual([true, false])
  const { apiKey } = await world.platform.work(await world.staff('supervisor'), async (work) => (await import('../../../capabilities/health-certificates/index.ts')).renewClinicKey(work, CODE))
  expect(await sendsWith(apiKey)).toBe('clinic-suspended')
  await supervisor.opens(paths.clinicOf(CODE))
  expect((await supervisor.sends('/cho-cap-lai')).status).toBe(303)
  expect(await told()).toEqual([false, true])
  expect(await sendsWith(apiKey)).toBe('known')
})

/** The supervisor of another province, for whom the cast has nobody. */
async function inHaNoi(): Promise<{ desk: Desk; staffId: string }> {
  const { actor } = await world.signIn('lan')
  const staffId = newId()
  await world.platform.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
    select $1, identity_index, 'Mẫu Thị Giám', 'supervisor', 'ha-noi', '2020-01-01' from identity.person where id = $2 and not exists (select from identity.staff where full_name = 'Mẫu Thị Giám')`, [staffId, actor.personId])
  const [row] = await world.platform.asOwner<{ id: string }>(`select id from identity.staff where full_name = 'Mẫu Thị Giám'`)
  return { desk: await desks.desk(actor), staffId: row?.id ?? '' }
}

test('a clinic of another province is not there, and cannot be taken over', async () => {
  const { desk } = await inHaNoi()
  expect((await desk.opens(paths.clinicOf(CODE))).status).toBe(404)
  await desk.opens(paths.clinics())
  const said = await desk.sends(paths.clinics(), { code: CODE, name: 'Của tôi', mail: '' })
  expect([said.status, said.html.includes('thuộc tỉnh khác')]).toEqual([409, true])
})

test('a clinic of no province is nobody’s to give keys or doctors until one province takes it on; that is on record, and of two at once one comes first', async () => {
  const code = '97069'
  await world.platform.work(systemActor('health-department'), (work) => inviteClinic(work, { code, name: 'Phòng khám Chưa Rõ Tỉnh (mô phỏng)', mail: null }))
  const { desk, staffId } = await inHaNoi()
  for (const one of [supervisor, desk]) {
    const page = await one.opens(paths.clinicOf(code))
    expect([page.html.includes('Chưa thuộc tỉnh nào'), page.page.querySelectorAll('main form').map((form) => form.getAttribute('action'))]).toEqual([true, [paths.clinics()]])
    const csrf = page.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    for (const act of ['dung', 'doi-khoa', 'ma-tham-gia', 'bac-si']) expect((await one.posts(paths.clinicAct(code, act), { _csrf: csrf, identity: '097190000001', fullName: 'x' })).status).toBe(404)
  }
  expect(await world.facts('clinic.admitted')).not.toContainEqual(expect.objectContaining({ clinicCode: code }))
  for (const one of [supervisor, desk]) await one.opens(paths.clinicOf(code))
  const said = await Promise.all([supervisor, desk].map((one) => one.sends(paths.clinics())))
  expect(said.map((one) => one.status).sort()).toEqual([303, 409])
  const first = said[0]?.status === 303 ? 'bac-ninh' : 'ha-noi'
  const [theirs, others] = first === 'bac-ninh' ? [supervisor, desk] : [desk, supervisor]
  const by = await world.platform.asOwner(`select payload->>'provinceCode' as province, actor_kind, actor_id from platform.fact where kind = 'clinic.admitted' and payload->>'clinicCode' = $1`, [code])
  expect(by).toEqual([{ province: first, actor_kind: 'staff', actor_id: first === 'ha-noi' ? staffId : (await world.staff('supervisor')).staffId }])
  expect([(await theirs.opens(paths.clinicOf(code))).html.includes('Cấp mã tham gia'), (await others.opens(paths.clinicOf(code))).status]).toEqual([true, 404])
  // Let in once more by its own province it is only named anew.
  await theirs.opens(paths.clinics())
  const anew = await theirs.sends(paths.clinics(), { code, name: 'Phòng khám Đã Rõ (mô phỏng)', mail: '' })
  const { html } = await theirs.opens(anew.location ?? '')
  expect([html.includes('đã được cho phép từ trước'), html.includes('Đã cho phép. Bác sĩ')]).toEqual([true, false])
  expect(await world.facts('clinic.admitted')).toHaveLength(3)
})

test('a province is told of the clinics that kept its own dossiers waiting, and of nobody else’s', async () => {
  await world.file('an')
  await world.file('binh', { authorityProvince: 'ha-noi' })
  const codes = await world.platform.asOwner<{ province: string; code: string }>(`select d.authority_province as province, c.clinic_code as code from dossiers.dossier d
    join dossiers.requirement r on r.dossier_id = d.id and r.kind = 'health-certificate' join health_certificates.certificate c on c.id::text = r.evidence->>'certificateId' where c.source = 'health-gateway' order by 1`)
  expect(codes.map((one) => one.province)).toEqual(['bac-ninh', 'ha-noi'])
  expect(codes[0]?.code).not.toBe(codes[1]?.code)
  const late = async (desk: Desk) => {
    const { page } = await desk.opens(paths.clinics())
    const table = page.querySelectorAll('table').find((one) => one.text.includes('Thường đến muộn'))
    return codes.filter((one) => table?.text.includes(one.code)).map((one) => one.code)
  }
  expect(await late(supervisor)).toEqual([codes[0]?.code])
  expect(await late((await inHaNoi()).desk)).toEqual([codes[1]?.code])
})
