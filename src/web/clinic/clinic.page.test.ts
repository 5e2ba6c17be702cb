/** A doctor at a clinic: let in once, examines, concludes, signs; the certificate counts at once, and nobody else's clinic sees it (P2, P3, D2). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../test/office/desk.ts'
import { dossierOf, needsOf, pay } from '../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../test/support/case-world.ts'
import { admitClinic, invariants, issueCertificate, stopClinic } from '../../capabilities/health-certificates/index.ts'
import { saveStaff } from '../../capabilities/identity/index.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { paths } from '../paths.ts'
import { registerClinic } from './index.ts'

const NAME = 'Trung tâm Y tế Sông Mẫu (mô phỏng)'
let world: CaseWorld
let desks: Awaited<ReturnType<typeof openDesks>>
let bich: Desk
let rival: Desk
let count = 0

beforeAll(async () => {
  world = await openCaseWorld()
  desks = await openDesks(world)
  const assets = { stylesheet: '/tai-san/staff.css' }
  registerClinic(desks.app, { platform: world.platform, assets: { citizen: assets, staff: assets } })
  const doctor = await world.staff('doctor')
  bich = await desks.desk(doctor)
  const other = (await world.signIn('giang')).actor
  const { identityNumber, fullName } = (await world.sandbox.people.list()).find((one) => one.story.slug === 'giang') ?? { identityNumber: '', fullName: '' }
  await world.platform.work(systemActor('test'), (work) => saveStaff(work, { identityNumber, fullName, role: 'doctor', provinceCode: 'bac-ninh', officeCode: '97055', activeFrom: '2020-01-01' }))
  rival = await desks.desk(other)
})
afterAll(async () => {
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** Somebody whom nobody here has met, as the card's code says. */
function stranger(): string {
  const number = `0970900${String(70_000 + ++count)}`
  return `${number}||Mẫu Văn Khách|01021990|Nam|xã Ví Dụ|10052021`
}

const sound = { licenceClass: 'B', declared: 'yes', alcohol: '0', alcoholUnit: 'mg-per-litre-breath', drugs: 'none', conclusion: 'eligible', concludedOn: '20/11/2026' }
type Fields = Readonly<Record<string, string>>

async function begins(desk: Desk, card: string, fields: Fields = {}): Promise<string> {
  await desk.opens(paths.clinic())
  const begun = await desk.sends(paths.examinations(), { card, ...fields })
  expect(begun.status).toBe(303)
  return begun.location?.split('/').at(-1) ?? ''
}

async function examines(desk: Desk, card: string, fields: Fields = {}): Promise<string> {
  const id = await begins(desk, card)
  await desk.opens(paths.examination(id))
  expect(await desk.sends(paths.examination(id), { ...sound, ...fields })).toMatchObject({ status: 303, location: paths.signExamination(id) })
  return id
}

/** @returns the address of the certificate */
async function issues(desk: Desk, card: string, fields: Fields = {}): Promise<string> {
  const id = await examines(desk, card, fields)
  await desk.opens(paths.signExamination(id))
  const signed = await desk.sends(paths.signExamination(id))
  expect(signed.status).toBe(303)
  return signed.location ?? ''
}

const numberOn = (html: string) => /\d{5}\/GKSKLX\/\d{5}\/\d{2}/.exec(html)?.[0] ?? ''

describe('a clinic that was not let in', () => {
  test('is told so and what to do, and examines nobody', async () => {
    const page = await bich.opens(paths.clinic())
    expect([page.status, page.html.includes('Cơ sở chưa được cấp giấy điện tử'), page.html.includes('97033')]).toEqual([403, true, true])
  })

  test('is let in once by the supervisor of the province, and works from then on', async () => {
    const supervisor = await world.staff('supervisor')
    for (const [code, name] of [['97033', NAME], ['97055', 'Phòng khám Khác (mô phỏng)']] as const) await world.platform.work(supervisor, (work) => admitClinic(work, { code, name, mail: null }))
    expect((await bich.opens(paths.clinic())).html).toContain(NAME)
  })
})

describe('an examination', () => {
  test('begins with a scanned card; the person need never have signed in', async () => {
    const id = await begins(bich, stranger())
    const page = await bich.opens(paths.examination(id))
    expect(page.html).toContain('Mẫu Văn Khách')
    // Nothing measured or judged is chosen beforehand.
    expect(page.page.querySelectorAll('[name=drugs][checked], [name=conclusion][checked], [name=declared][checked]')).toHaveLength(0)
    expect(page.page.querySelector('[name=alcohol]')?.getAttribute('value') ?? '').toBe('')
  })

  test('of the same person is not begun twice: what was typed is still there', async () => {
    const card = stranger()
    const id = await begins(bich, card)
    await bich.opens(paths.examination(id))
    expect((await bich.sends(paths.examination(id), { ...sound, alcohol: 'khong' })).status).toBe(422)
    expect(await begins(bich, card)).toBe(id)
    const page = await bich.opens(paths.examination(id))
    expect(page.page.querySelector('[name=alcohol]')?.getAttribute('value')).toBe('khong')
  })

  test('without a scanner needs number, name and birth day as on the card', async () => {
    await bich.opens(paths.clinic())
    expect((await bich.sends(paths.examinations(), { card: '12345' })).html).toContain('Số định danh có 12 chữ số')
    const half = await bich.sends(paths.examinations(), { card: '097 190 070 001', fullName: '', birthDate: '31/02/1990' })
    expect([half.status, half.html.includes('href="#fullName"'), half.html.includes('href="#birthDate"'), half.html.includes('097 190 070 001')]).toEqual([422, true, true, true])
    const id = await begins(bich, '097 190 070 001', { fullName: 'Mẫu Thị Khách', birthDate: '01/02/1990' })
    expect((await bich.opens(paths.examination(id))).html).toContain('Mẫu Thị Khách')
  })

  test('says beside each field what is wrong, and keeps what was typed while the line breaks', async () => {
    const id = await begins(bich, stranger())
    await bich.opens(paths.examination(id))
    const empty = await bich.sends(paths.examination(id), {})
    expect(empty.status).toBe(422)
    for (const field of ['licenceClass', 'declared', 'alcohol', 'alcoholUnit', 'drugs', 'conclusion', 'concludedOn']) expect(empty.html).toContain(`href="#${field}"`)
    const csrf = empty.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    expect((await bich.posts(paths.keepExamination(id), { _csrf: csrf, illness: 'Cận thị nhẹ', unsound: 'eyes' })).status).toBe(204)
    expect((await bich.opens(paths.examination(id))).html).toContain('Cận thị nhẹ')
  })

  test.each<[string, Fields, string]>([
    ['fit with drugs found', { drugs: 'found' }, 'Ma túy dương tính thì không đủ điều kiện'],
    ['not fit without a reason', { conclusion: 'not-eligible' }, 'Không đủ điều kiện thì ghi lý do'],
    ['examined again on a day that was', { conclusion: 'eligible-re-exam', reExamOn: '20/11/2026' }, 'Ngày khám lại phải sau ngày kết luận'],
    ['concluded tomorrow', { concludedOn: '21/11/2026' }, 'Ngày kết luận ở tương lai'],
    ['with more alcohol than anybody lives with', { alcohol: '15' }, 'Số này quá cao'],
    ['with something not in order and no word about it', { unsound: 'eyes' }, 'ghi tình trạng bệnh'],
  ])('cannot conclude %s', async (_says, fields, words) => {
    const id = await begins(bich, stranger())
    await bich.opens(paths.examination(id))
    const said = await bich.sends(paths.examination(id), { ...sound, ...fields })
    expect([said.status, said.html.includes(words)]).toEqual([422, true])
  })

  test('is never of the doctor’s own', async () => {
    const own = (await world.sandbox.people.list()).find((one) => one.story.slug === 'bich')
    await bich.opens(paths.clinic())
    const said = await bich.sends(paths.examinations(), { card: `${own?.identityNumber}||${own?.fullName}|17021980|Nữ|x|` })
    expect([said.status, said.html.includes('Đây là thẻ của chính bác sĩ')]).toEqual([422, true])
    // Begun by a colleague, it is not the doctor's to sign either.
    const id = newId()
    await world.platform.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, office_code, active_from) values ('${id}', '\\x77', 'Đồng nghiệp', 'doctor', 'bac-ninh', '97033', '2020-01-01')`)
    const { beginExamination, signExamination } = await import('../../capabilities/health-certificates/index.ts')
    const actor = { ...(await world.staff('doctor')), staffId: id }
    const examination = await world.platform.work(actor, (work) => beginExamination(work, { fullName: 'Đồng nghiệp', identityNumber: '097190000001' }, { identityNumber: own?.identityNumber ?? '', fullName: own?.fullName ?? '', birthDate: '1980-02-17', sex: 'female', residence: '' }, newId()))
    await expect(world.platform.work(actor, (work) => signExamination(work, { fullName: own?.fullName ?? '', identityNumber: own?.identityNumber ?? '' }, examination, 1))).rejects.toMatchObject({ code: 'examining-oneself' })
  })
})

describe('signing', () => {
  test('issues under the clinic’s next number, in the words of the law, and a second press issues nothing more', async () => {
    const id = await examines(bich, stranger())
    const check = await bich.opens(paths.signExamination(id))
    expect(check.html).toContain('Đủ điều kiện sức khỏe lái xe hạng B')
    const csrf = check.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    const revision = check.page.querySelector('[name=revision]')?.getAttribute('value') ?? ''
    const [first, again] = await Promise.all([1, 2].map(() => bich.posts(paths.signExamination(id), { _csrf: csrf, revision })))
    expect([first?.status, again?.status]).toEqual([303, 303])
    expect(again?.location).toBe(first?.location)
    const receipt = await bich.opens(first?.location ?? '')
    expect(numberOn(receipt.html)).toMatch(/^\d{5}\/GKSKLX\/97033\/26$/)
    expect(receipt.html).toContain('Giấy đã vào sổ')
    const next = await bich.opens(await issues(bich, stranger()))
    expect(Number(numberOn(next.html).slice(0, 5))).toBe(Number(numberOn(receipt.html).slice(0, 5)) + 1)
  })

  test('signs what was read: a change since then asks for another reading', async () => {
    const id = await examines(bich, stranger())
    const check = await bich.opens(paths.signExamination(id))
    const csrf = check.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    await bich.posts(paths.keepExamination(id), { ...sound, _csrf: csrf, conclusion: 'not-eligible', reason: 'Thị lực' })
    const refused = await bich.posts(paths.signExamination(id), { _csrf: csrf, revision: check.page.querySelector('[name=revision]')?.getAttribute('value') ?? '' })
    expect([refused.status, refused.html.includes('Có người vừa sửa'), refused.html.includes('Không đủ điều kiện sức khỏe lái xe hạng B')]).toEqual([409, true, true])
  })

  test('tells the doctor that the clinic gave this person a certificate already, and that the eID knows another name', async () => {
    const card = stranger()
    const given = await bich.opens(await issues(bich, card))
    const again = await examines(bich, card)
    expect((await bich.opens(paths.signExamination(again))).html).toContain(numberOn(given.html))
    const { person } = await world.signIn('nam')
    const misnamed = await examines(bich, `${person.identityNumber}||Hồ Phương Nám Khác|30041981|Nam|x|`)
    expect((await bich.opens(paths.signExamination(misnamed))).html).toContain('mang tên khác')
  })

  test('a dossier that waited for the clinic goes on while the doctor looks, and the doctor learns that it did and nothing more (P2, L1)', async () => {
    const { person } = await world.signIn('cuc')
    const dossierId = await world.file('cuc', { certificate: { how: 'not-yet' } })
    await pay(world, dossierId)
    expect(await dossierOf(world, dossierId)).toMatchObject({ turnOwner: 'clinic' })
    const address = await issues(bich, `${person.identityNumber}||${person.fullName}|02111985|Nữ|x|`)
    expect((await bich.opens(address)).html).toContain('Chưa có hồ sơ nào dùng giấy này')
    await world.workerSettles()
    expect(await needsOf(world, dossierId)).toMatchObject({ 'health-certificate': 'met' })
    expect(await dossierOf(world, dossierId)).toMatchObject({ turn: 'officer', turnCause: 'to-accept' })
    const receipt = await bich.opens(address)
    expect(receipt.html).toContain('Một hồ sơ đã nhận giấy này lúc')
    const { submissionCode } = await dossierOf(world, dossierId)
    expect(receipt.html).not.toContain(submissionCode)

    // Taken back before anybody accepted: the dossier waits again, in the clinic's word.
    await bich.opens(`${address}/thu-hoi`)
    expect((await bich.sends('/thu-hoi', { reason: '' })).status).toBe(422)
    expect((await bich.sends('/thu-hoi', { reason: 'nhầm người' })).location).toBe(address)
    await world.workerSettles()
    expect(await needsOf(world, dossierId)).toMatchObject({ 'health-certificate': 'failed: certificate-revoked' })
    expect((await bich.opens(address)).html).toContain('nhầm người')
    // Its applicant is told, without the clinic's reason.
    const { messages }: { messages: { subject: string | null; text: string }[] } = await (await fetch(`${world.sandbox.url}/mailbox/api?to=an@vidu.invalid`)).json()
    const told = messages.filter((one) => one.subject?.includes('giấy khám sức khỏe không còn dùng được'))
    expect([told.length, told[0]?.text.includes('nhầm người')]).toEqual([1, false])
  })
})

describe('afterwards', () => {
  test('a certificate is corrected under its own number, with the reason, and its class stays', async () => {
    const address = await issues(bich, stranger())
    const number = numberOn((await bich.opens(address)).html)
    const begun = await bich.sends('/sua')
    expect(begun.status).toBe(303)
    const page = await bich.opens(begun.location ?? '')
    expect([page.html.includes(number), page.page.querySelector('[name=licenceClass]')]).toEqual([true, null])
    const id = begun.location?.split('/').at(-1) ?? ''
    expect((await bich.sends(paths.examination(id), { ...sound, fullName: 'Mẫu Văn Khách', conclusion: 'not-eligible', reason: 'Thị lực' })).html).toContain('Vì sao sửa?')
    await bich.sends(paths.examination(id), { ...sound, fullName: 'Mẫu Văn Khách', conclusion: 'not-eligible', reason: 'Thị lực', correction: 'ghi nhầm kết luận', licenceClass: 'C' })
    await bich.opens(paths.signExamination(id))
    expect((await bich.sends(paths.signExamination(id))).location).toBe(address)
    const after = await bich.opens(address)
    expect([numberOn(after.html), after.html.includes('Không đủ điều kiện sức khỏe lái xe hạng B'), after.html.includes('Giấy đã sửa trong sổ')]).toEqual([number, true, true])
  })

  test('another clinic sees neither certificate nor examination, nor anything on its day', async () => {
    const address = await issues(bich, stranger())
    const open = await begins(bich, stranger())
    for (const path of [address, `${address}/thu-hoi`, paths.examination(open), paths.signExamination(open)]) expect((await rival.opens(path)).status).toBe(404)
    const day = await rival.opens(paths.clinic())
    expect([day.status, day.html.includes('Chưa có giấy nào'), day.html.includes('97033')]).toEqual([200, true, false])
    const csrf = day.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    for (const path of [`${address}/sua`, `${address}/thu-hoi`, paths.keepExamination(open), paths.dropExamination(open)]) expect((await rival.posts(path, { _csrf: csrf, reason: 'x' })).status).toBe(404)
    expect((await bich.opens(address)).html).not.toContain('Thu hồi lúc')
  })

  test('one that was begun and dropped leaves no certificate', async () => {
    const id = await begins(bich, stranger())
    await bich.opens(paths.examination(id))
    expect((await bich.sends(paths.dropExamination(id))).location).toBe(paths.clinic())
    expect((await bich.opens(paths.examination(id))).status).toBe(404)
  })

  test('what the clinic’s program sends stands on the same list; a clinic that is stopped issues nothing more', async () => {
    const clinic = { code: '97033', name: NAME, mail: null, state: 'active' as const }
    const { number } = await world.platform.work(systemActor('clinic'), (work) => issueCertificate(work, clinic, {
      key: newId(), identityNumber: '097190079999', fullName: 'Mẫu', licenceClass: 'C', conclusion: 'eligible', concludedOn: '2026-11-20', reExamOn: null, doctorName: 'BS. Mẫu',
    }))
    expect((await bich.opens(paths.clinic())).html).toContain(number)
    const id = await examines(bich, stranger())
    await bich.opens(paths.signExamination(id))
    const supervisor = await world.staff('supervisor')
    await world.platform.work(supervisor, (work) => stopClinic(work, '97033', 'suspended'))
    expect((await bich.sends(paths.signExamination(id))).status).toBe(403)
    await world.platform.work(supervisor, (work) => stopClinic(work, '97033', 'active'))
    await bich.opens(paths.signExamination(id))
    expect((await bich.sends(paths.signExamination(id))).status).toBe(303)
  })

  test('the numbers of a clinic and year have no gap, many press at once', async () => {
    const ready: string[] = []
    for (let n = 0; n < 6; n++) ready.push(await examines(bich, stranger()))
    const pages = await Promise.all(ready.map(async (id) => ({ id, page: (await bich.opens(paths.signExamination(id))).page })))
    const signed = await Promise.all(pages.map(({ id, page }) => bich.posts(paths.signExamination(id), { _csrf: page.querySelector('[name=_csrf]')?.getAttribute('value') ?? '', revision: page.querySelector('[name=revision]')?.getAttribute('value') ?? '' })))
    expect(new Set(signed.map((one) => one.location)).size).toBe(6)
    const [name, gaps] = Object.entries(invariants).find(([promise]) => promise.includes('no gap')) ?? ['', undefined]
    expect(name).not.toBe('')
    expect(gaps && await world.platform.asOwner(gaps.text, gaps.values)).toEqual([])
  })
})
