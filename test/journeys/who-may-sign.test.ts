import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listDocuments, readBytes } from '../../src/capabilities/documents/index.ts'
import { enterPower } from '../../src/capabilities/identity/index.ts'
import { approve, cancelSign, sign } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { registerAdministrator } from '../../src/web/administrator/index.ts'
import { registerOfficer } from '../../src/web/officer/index.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesks } from '../office/desk.ts'
import { decide, dossierOf, pay } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const typed = { validFrom: '20/11/2026', validTo: '', basis: '12/QĐ-THU' }
const tester = systemActor('test')
let world: CaseWorld
let [mo, nghi, quang, suong]: Desk[] = []
let [quangId, suongId, dossierId] = ['', '', '']
beforeAll(async () => {
  world = await openCaseWorld()
  const { desk } = await openDesks(world, (app, web) => {
    registerOfficer(app, web)
    registerAdministrator(app, web)
  })
  mo = await desk(await world.staff('administrator'))
  nghi = await desk(await world.staff('administrator', 1))
  const [first, second] = [await world.staff('signer'), await world.staff('signer', 1)]
  ;[quangId, suongId] = [first.staffId, second.staffId]
  quang = await desk(first)
  suong = await desk(second)
  dossierId = await world.file('an')
  await pay(world, dossierId)
  await decide(world, dossierId)
})
afterAll(() => world[Symbol.asyncDispose]())

const rowsOf = (staffId: string, giverId: string | null = null) => world.platform.asOwner<{ id: string; confirmed_at: Date | null; ended_at: Date | null }>(
  'select id, confirmed_at, ended_at from identity.signing_power where staff_id = $1 and giver_id is not distinct from $2 order by entered_at desc', [staffId, giverId])
const whyNotSign = async (desk: Desk | undefined) => {
  await desk?.opens(paths.officerDossier(dossierId))
  return desk?.whyNot('Ký quyết định này')
}
/** Ends the newest power of somebody by a document. */
async function ends(staffId: string, giverId: string | null = null) {
  const [row] = await rowsOf(staffId, giverId)
  await mo?.opens(paths.grant('power', row?.id ?? ''))
  return mo?.sends('/dung', { basis: '13/QĐ-THU' })
}

test('a power that ends counts no more on the very next press, whatever page is still open; what ended stays to be read (C1, AUZ)', async () => {
  expect(await whyNotSign(suong)).toBeUndefined()
  const [power] = await rowsOf(suongId)
  await mo?.opens(paths.grant('power', power?.id ?? ''))
  const bare = await mo?.sends('/dung', { basis: '' })
  expect([bare?.status, bare?.html.includes('Nhập số văn bản')]).toEqual([422, true])
  expect((await ends(suongId))?.status).toBe(303)
  const pressed = await suong?.sends('/ky')
  expect([pressed?.status, pressed?.html.includes('không có thẩm quyền ký')]).toEqual([409, true])
  expect(await whyNotSign(suong)).toContain('không có thẩm quyền ký')
  expect((await mo?.opens(paths.powers()))?.html).toContain('Đã dừng')
  expect(await dossierOf(world, dossierId)).toMatchObject({ status: 'approved' })
})

test('a delegation needs its last day and the giver’s own power; one enters it, another confirms it, and until then nothing is signed by it (C1, TH3)', async () => {
  const delegation = { ...typed, staff: suongId, giver: quangId, papers: 'decision', position: 'Đội trưởng Đội Cấp giấy phép' }
  const asks = async (fields: Readonly<Record<string, string | string[]>>) => {
    const page = await mo?.opens(paths.powers())
    const csrf = page?.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
    const answer = await mo?.posts(paths.powers(), Object.fromEntries(Object.entries({ _csrf: csrf, what: 'delegation', ...fields }).map(([key, value]) => [key, String(value)])))
    return [answer?.status, ...['giver', 'staff', 'papers', 'position', 'validTo', 'basis'].filter((field) => answer?.page.querySelector(`.govuk-error-summary a[href="#delegation-${field}"]`))]
  }
  expect(await asks({ ...delegation, staff: '', papers: '', basis: '' })).toEqual([422, 'staff', 'papers', 'basis'])
  expect(await asks(delegation)).toEqual([422, 'validTo'])
  // Under TUQ. the signer's own post is printed, so it has to be known.
  expect(await asks({ ...delegation, position: '', validTo: '30/11/2026' })).toEqual([422, 'position'])
  expect(await asks({ ...delegation, validTo: '19/11/2026' })).toEqual([422, 'validTo'])
  expect(await asks({ ...delegation, giver: suongId, staff: quangId, validTo: '30/11/2026' })).toEqual([422, 'giver'])
  expect(await asks({ ...delegation, staff: quangId, validTo: '30/11/2026' })).toEqual([422, 'staff'])
  for (const _ of ['first press', 'second press']) expect(await asks({ ...delegation, validTo: '30/11/2026' })).toEqual([303])
  const [row, ...others] = await rowsOf(suongId, quangId)
  expect([row?.confirmed_at, others]).toEqual([null, []])
  expect(await whyNotSign(suong)).toContain('không có thẩm quyền ký')
  await mo?.opens(paths.grant('power', row?.id ?? ''))
  expect(() => mo?.whyNot('Xác nhận')).toThrow()
  const own = await mo?.opens(paths.grant('power', row?.id ?? '')).then((page) => mo?.posts(paths.grantAct('power', row?.id ?? '', 'xac-nhan'), { _csrf: page.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? '' }))
  expect([own?.status, own?.html.includes('Người nhập không tự xác nhận')]).toEqual([409, true])
  await nghi?.opens(paths.grant('power', row?.id ?? ''))
  expect((await nghi?.sends('/xac-nhan'))?.status).toBe(303)
  expect(await whyNotSign(suong)).toBeUndefined()
})

test('a delegation falls with the power that was given on (NĐ 30/2020/NĐ-CP Điều 13)', async () => {
  await ends(quangId)
  expect([await whyNotSign(suong), await whyNotSign(quang)].map((why) => why?.includes('không có thẩm quyền ký'))).toEqual([true, true])
  await mo?.opens(paths.powers())
  expect((await mo?.sends(paths.powers(), { ...typed, staff: quangId, papers: ['decision', 'refusal'], form: 'head' }))?.status).toBe(303)
  const [row] = await rowsOf(quangId)
  await nghi?.opens(paths.grant('power', row?.id ?? ''))
  await nghi?.sends('/xac-nhan')
  expect([await whyNotSign(suong), await whyNotSign(quang)]).toEqual([undefined, undefined])
})

test('what was ordered by a power that ended before the signature takes no effect: the decision goes back, and whoever holds a power signs anew; the event names it (C1)', async () => {
  const signer = await world.staff('signer', 1)
  const hash = async () => (await suong?.opens(paths.officerDossier(dossierId)))?.page.querySelector('[name=shownHash]')?.getAttribute('value') ?? ''
  const shown = await hash()
  await world.platform.work(signer, (work) => sign(work, dossierId, shown))
  await ends(suongId, quangId)
  // Calling off one's own order needs no power: tried, and taken back.
  await expect(world.platform.work(signer, async (work) => {
    await cancelSign(work, dossierId)
    throw new Error('called off')
  })).rejects.toThrow('called off')
  await world.workerSettles()
  expect(await dossierOf(world, dossierId)).toMatchObject({ status: 'accepted' })
  expect(await world.platform.asOwner('select 1 from licences.licence where dossier_id = $1', [dossierId])).toEqual([])
  await world.platform.work(await world.claim(dossierId), (work) => approve(work, dossierId))
  await world.workerSettles()
  await quang?.opens(paths.officerDossier(dossierId))
  expect((await quang?.sends('/ky'))?.status).toBe(303)
  await world.workerSettles()
  expect(await dossierOf(world, dossierId)).toMatchObject({ status: 'signed' })
  const [event] = await world.platform.asOwner<{ form: string; power: string }>("select details->>'form' as form, details->>'powerId' as power from dossiers.event where dossier_id = $1 and kind = 'signature-asked' order by sequence desc limit 1", [dossierId])
  expect(event).toEqual({ form: 'head', power: (await rowsOf(quangId))[0]?.id })
})

/** The text of the newest paper of a kind, as it is signed; without the letters of the watermark, which stand aslant between the lines. */
async function textOf(id: string, kind: string): Promise<string> {
  const paper = (await world.platform.read(tester, (work) => listDocuments(work, id))).findLast((one) => one.kind === kind)
  expect(paper?.state).toBe('signed')
  const bytes = paper && (await readBytes(world.platform, paper))
  const chars = (await PDF.load(bytes ?? new Uint8Array())).getPages().flatMap((page) => page.extractText().lines.map((line) => line.spans.flatMap((span) => span.chars)))
  return chars.map((line) => line.filter((one) => !one.fontName.includes('BeVietnamPro-Bold')).map((one) => one.char).join('')).filter((line) => line.trim() !== '').join('\n').normalize('NFC')
}

test('decision and licence name their signer’s post from the power that was used (C3, NĐ 30/2020/NĐ-CP Phụ lục I)', async () => {
  for (const kind of ['decision', 'electronic-licence']) expect(await textOf(dossierId, kind)).toMatch(/TRƯỞNG PHÒNG[\s\S]*Bùi Đình Quang/)
  expect(await textOf(dossierId, 'decision')).not.toContain('KT.')
})

test('an appraiser without the power to refuse is told before the press who has it, and pressing does nothing; who refuses by delegation is named so on the paper (C1, C3, AUZ)', async () => {
  const id = await world.file('binh')
  const claimant = await world.claim(id)
  const oanh = await openDesks(world).then(({ desk }) => desk(claimant))
  await oanh.opens(`${paths.officerDossier(id)}?lam=tu-choi`)
  await ends(claimant.staffId)
  const pressed = await oanh.sends('/tu-choi', { code: 'unresolved-violation' })
  expect([pressed.status, pressed.html.includes('không có thẩm quyền ký')]).toEqual([409, true])
  for (const label of ['Từ chối', 'Tiếp nhận', 'Yêu cầu bổ sung']) {
    await oanh.opens(paths.officerDossier(id))
    expect(oanh.whyNot(label)).toMatch(/người ký được là .*Phúc/)
  }
  expect((await dossierOf(world, id)).status).toBe('filed')
  const planted = (staffId: string, giverId: string | null, form: string) => world.platform.asOwner(`insert into identity.signing_power (id, province_code, staff_id, giver_id, papers, form, position, valid_from, valid_to, basis, entered_by, entered_at, confirmed_by, confirmed_at)
    values (gen_random_uuid(), 'bac-ninh', $1, $2, '{refusal}', $3, 'Đội trưởng Đội Thử', '2026-11-20', '2026-12-31', '14/QĐ-THU', 'a', '2026-11-20', 'b', '2026-11-20')`, [staffId, giverId, form])
  // A deputy signs for the head and gives nothing on: only the head delegates (NĐ 30/2020/NĐ-CP Điều 13 khoản 3).
  await planted(suongId, null, 'KT')
  await expect(world.platform.work(await world.staff('administrator'), (work) => enterPower(work, { staffId: claimant.staffId, giverId: suongId, unitId: null, papers: ['refusal'], form: 'head', position: 'Đội trưởng', validFrom: '2026-11-20', validTo: '2026-12-30', basis: 'x' }))).rejects.toThrow('delegation-beyond-power')
  await planted(claimant.staffId, suongId, 'TUQ')
  await oanh.opens(paths.officerDossier(id))
  expect(oanh.whyNot('Từ chối')).toContain('người ký được là')
  await world.platform.asOwner('delete from identity.signing_power where giver_id = $1 and staff_id = $2', [suongId, claimant.staffId])
  await planted(claimant.staffId, quangId, 'TUQ')
  await oanh.opens(`${paths.officerDossier(id)}?lam=tu-choi`)
  expect((await oanh.sends('/tu-choi', { code: 'unresolved-violation' })).status).toBe(303)
  await world.workerSettles()
  expect(await textOf(id, 'intake-refusal')).toMatch(/TUQ\. TRƯỞNG PHÒNG\s+ĐỘI TRƯỞNG ĐỘI THỬ/)
})

test('units are set up by two people too; a member of staff belongs to one; nobody without that role finds these pages; other provinces’ rows are not there (AUZ)', async () => {
  await mo?.opens(paths.units())
  expect((await mo?.sends(paths.units(), { ...typed, what: 'unit', kind: 'team', name: 'Đội Cấp giấy phép' }))?.status).toBe(303)
  const [unit] = await world.platform.asOwner<{ id: string }>('select id from identity.unit')
  await nghi?.opens(paths.grant('unit', unit?.id ?? ''))
  await nghi?.sends('/xac-nhan')
  const oanh = await world.staff('appraiser')
  const page = await mo?.opens(paths.units())
  const csrf = page?.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  for (const _ of ['first press', 'second press']) {
    const sent = await mo?.posts(paths.units(), { ...typed, _csrf: csrf, what: 'member', staff: oanh.staffId, unit: unit?.id ?? '' })
    expect(sent?.status).toBe(303)
    // Told to whoever entered it, and to nobody whose address claims it.
    for (const [desk, address, told] of [[mo, sent?.location, true], [nghi, sent?.location, false], [mo, `${paths.units()}?xong=nhap`, false]] as const) expect((await desk?.opens(address ?? ''))?.html.includes('Đã nhập.')).toBe(told)
  }
  // The same people with other days is another row: nothing is said to be entered that was not.
  const longer = await mo?.posts(paths.units(), { ...typed, validTo: '31/12/2027', _csrf: csrf, what: 'member', staff: oanh.staffId, unit: unit?.id ?? '' })
  expect([longer?.status, longer?.html.includes('thời hạn hoặc căn cứ khác')]).toEqual([422, true])
  const members = await world.platform.asOwner<{ id: string }>('select id from identity.unit_member')
  expect(members).toHaveLength(1)
  expect((await nghi?.opens(paths.grant('member', members[0]?.id ?? '')))?.html).toContain('Đội Cấp giấy phép')
  await world.platform.asOwner("update identity.unit set province_code = 'ha-noi'")
  expect([(await mo?.opens(paths.grant('unit', unit?.id ?? '')))?.status, (await mo?.opens(paths.grantAt('constructor', unit?.id ?? '')))?.status, (await suong?.opens(paths.powers()))?.status]).toEqual([404, 404, 403])
  await world.platform.asOwner("update identity.unit set province_code = 'bac-ninh'")
  expect(await world.broken()).toEqual({})
})
