/** Two officers and one dossier: both see who holds it, it changes hands in the open, and no press overwrites what the other did (C1). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, claimDossier, giveDossier, takeBack } from '../../src/dossiers/index.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesks } from '../office/desk.ts'
import { dossierOf, pay } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

let world: CaseWorld
let [oanh, phuc, vinh]: Desk[] = []
let [oanhId, phucId, id] = ['', '', '']
beforeAll(async () => {
  world = await openCaseWorld()
  const { desk } = await openDesks(world)
  const [first, second] = [await world.staff('appraiser'), await world.staff('appraiser', 1)]
  ;[oanhId, phucId] = [first.staffId, second.staffId]
  oanh = await desk(first)
  phuc = await desk(second)
  vinh = await desk(await world.staff('supervisor'))
  id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
})
afterAll(() => world[Symbol.asyncDispose]())

const page = () => paths.officerDossier(id)
const mine = async (desk: Desk | undefined) => (await desk?.opens(paths.worklist('mine')))?.page.querySelector('table')?.toString().includes(page()) ?? false

test('both see who holds it; what was typed on a page that is out of date is kept, nothing is overwritten, and the page says what the other did', async () => {
  expect((await phuc?.opens(`${page()}?lam=nhan-xu-ly`))?.html).toContain('Nhận xử lý')
  await oanh?.opens(page())
  await oanh?.sends('/nhan-xu-ly')
  for (const seen of [await phuc?.opens(page()), await phuc?.opens(paths.worklist('to-do'))]) expect(seen?.html).toContain('Ngô Thị Oanh')

  const taken = await phuc?.opens(page()).then(() => phuc?.whyNot('Nhận xử lý'))
  expect(taken).toContain('Ngô Thị Oanh đang giữ hồ sơ này')
  // Oanh gives it, and Phúc opens the form to refuse while it is only filed: the fee would go back.
  await oanh?.opens(page())
  expect((await oanh?.sends('/ban-giao', { to: phucId, note: 'Chờ xác minh nơi cư trú' }))?.location).toBe(`${page()}?xong=ban-giao`)
  await phuc?.opens(`${page()}?lam=tu-choi`)
  // In the meantime it went to Oanh, who accepted it, and back.
  const [a, b] = [await world.staff('appraiser'), await world.staff('appraiser', 1)]
  await world.platform.work(b, (work) => giveDossier(work, id, oanhId, ''))
  await world.platform.work(a, (work) => accept(work, id))
  await world.platform.work(a, (work) => giveDossier(work, id, phucId, ''))
  const stale = await phuc?.sends('/tu-choi', { code: 'unresolved-violation' })
  expect([stale?.status, stale?.html.includes('đã thay đổi từ lúc bạn mở trang'), stale?.html.includes('Tiếp nhận (Ngô Thị Oanh)'), stale?.page.querySelector('[name=code][checked]')?.getAttribute('value')]).toEqual([409, true, true, 'unresolved-violation'])
  expect(await dossierOf(world, id)).toMatchObject({ status: 'accepted', claimedBy: phucId })
  // A form without what its page showed has seen nothing.
  const csrf = stale?.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? ''
  expect((await phuc?.posts(paths.officerAction(id, 'duyet'), { _csrf: csrf }))?.status).toBe(409)
  // The page that came back shows what is now true, so it may be pressed.
  await phuc?.opens(page())
  expect((await phuc?.sends('/duyet'))?.status).toBe(303)
  await phuc?.opens(page())
  expect((await phuc?.sends('/lay-lai'))?.status).toBe(303)
})

test('what is given stands among the receiver’s with the note, both are told until they have noted it, and giving twice is giving once', async () => {
  const told = await phuc?.opens(paths.worklist('mine'))
  expect([told?.html.includes('Ngô Thị Oanh bàn giao cho bạn'), told?.html.includes('Chờ xác minh nơi cư trú'), await mine(phuc), await mine(oanh)]).toEqual([true, true, true, false])
  await phuc?.opens(paths.worklist('mine'))
  expect((await phuc?.sends(paths.told()))?.status).toBe(303)
  expect((await phuc?.opens(paths.worklist('mine')))?.html).not.toContain('bàn giao cho bạn')
  await phuc?.opens(page())
  await phuc?.sends('/nhan-xu-ly')
  await phuc?.opens(page())
  const none = await phuc?.sends('/ban-giao', { to: '', note: 'x' })
  expect([none?.status, none?.page.querySelector('.govuk-error-summary a[href="#give-to"]') !== null, none?.page.querySelector('#give-note')?.text]).toEqual([422, true, 'x'])
  const before = (await world.platform.asOwner('select 1 from dossiers.transfer')).length
  for (const _ of ['first press', 'second press']) await world.platform.work(await world.staff('appraiser', 1), (work) => giveDossier(work, id, oanhId, 'x'))
  expect([(await world.platform.asOwner('select 1 from dossiers.transfer')).length - before, await mine(oanh)]).toEqual([1, true])
})

test('while somebody’s time runs only a supervisor takes it out of their hands, with a reason they read; when it has run out any colleague may', async () => {
  const phucActor = await world.staff('appraiser', 1)
  await expect(world.platform.work(phucActor, (work) => giveDossier(work, id, phucId, 'x'))).rejects.toThrow('claimed-by-another')
  await vinh?.opens(page())
  const silent = await vinh?.sends('/ban-giao', { to: phucId, note: ' ' })
  expect([silent?.status, silent?.html.includes('Viết lý do')]).toEqual([422, true])
  expect((await vinh?.sends('/ban-giao', { to: phucId, note: 'Oanh đi họp cả ngày' }))?.status).toBe(303)
  expect([await mine(oanh), await mine(phuc)]).toEqual([false, true])
  expect((await oanh?.opens(paths.worklist('mine')))?.html).toContain('Oanh đi họp cả ngày')
  expect((await oanh?.opens(page()))?.html).toContain('Giám sát phân công lại')
  await world.hoursPass(2)
  await oanh?.opens(page())
  expect((await oanh?.sends('/nhan-xu-ly'))?.status).toBe(303)
  expect((await phuc?.opens(paths.worklist('mine')))?.html).toContain('nhận tiếp vì lượt giữ của bạn đã hết')
})

test('a lease that runs out while its holder writes loses nothing: it goes on with the command that comes late, unless a colleague took it, and then the words stay (C1, B7)', async () => {
  const [a, b] = [await world.staff('appraiser'), await world.staff('appraiser', 1)]
  const ask = paths.officerSupplement(id)
  const written = { 'reason-certified-copy': '', 'reason-portrait': 'unreadable', 'note-portrait': 'Ảnh bị lóa, xin chụp lại nơi sáng đều.', do: 'send' }
  await oanh?.opens(ask)
  await world.hoursPass(2)
  await world.platform.work(b, (work) => claimDossier(work, id))
  const late = await oanh?.sends('/bo-sung', written)
  expect([late?.status, late?.html.includes('Ngô Thị Oanh'), late?.page.querySelector('[name=note-portrait]')?.text]).toEqual([409, true, written['note-portrait']])
  await world.platform.work(b, (work) => giveDossier(work, id, oanhId, ''))
  await oanh?.opens(page())
  await world.hoursPass(2)
  // Nobody took it: the press that comes late is one's own, and the time runs anew.
  expect((await oanh?.sends('/duyet'))?.location).toBe(`${page()}?xong=duyet`)
  expect(await dossierOf(world, id)).toMatchObject({ status: 'approved', claimedBy: oanhId })
  await world.platform.work(a, (work) => takeBack(work, id))
})

test('who is away gets nothing new and takes nothing; their cover sees their dossiers and takes them while the time still runs; both after the return no more (C1)', async () => {
  await vinh?.opens(paths.absences())
  const today = '20/11/2026'
  const selves = await vinh?.sends(paths.absences(), { staff: oanhId, cover: oanhId, from: today, until: today })
  expect([selves?.status, selves?.html.includes('Người thay phải cùng vai trò')]).toEqual([422, true])
  expect((await vinh?.sends(paths.absences(), { staff: oanhId, cover: phucId, from: '19/11/2026', until: '18/11/2026' }))?.status).toBe(422)
  const entered = await vinh?.sends(paths.absences(), { staff: oanhId, cover: phucId, from: today, until: '27/11/2026' })
  expect(entered?.status).toBe(303)
  // Told to whoever entered or ended it, and to nobody whose address claims it.
  const told = async (desk: Desk | undefined, words: string) => (await desk?.opens(entered?.location ?? ''))?.html.includes(words)
  expect([await told(vinh, 'Đã ghi.'), await told(phuc, 'Đã ghi.'), (await vinh?.opens(`${paths.absences()}?xong=ghi`))?.html.includes('Đã ghi.')]).toEqual([true, false, false])
  // Two who cover each other would both be away.
  await phuc?.opens(paths.absences())
  expect((await phuc?.sends(paths.absences(), { cover: oanhId, from: today, until: today }))?.status).toBe(422)
  expect([await mine(phuc), (await dossierOf(world, id)).claimedBy]).toEqual([true, oanhId])
  const [a, b] = [await world.staff('appraiser'), await world.staff('appraiser', 1)]
  await expect(world.platform.work(a, (work) => claimDossier(work, id))).rejects.toThrow('you-are-away')
  await phuc?.opens(page())
  expect((await phuc?.sends('/nhan-xu-ly'))?.status).toBe(303)
  await expect(world.platform.work(b, (work) => giveDossier(work, id, oanhId, ''))).rejects.toThrow('colleague-away')
  expect((await oanh?.opens(paths.worklist('mine')))?.html).toContain('nhận thay khi bạn vắng mặt')
  await oanh?.opens(paths.absences())
  const back = await oanh?.sends('/ve')
  expect([back?.status, back?.location]).toEqual([303, entered?.location])
  expect([await told(oanh, 'Đã ghi là đã về.'), await told(vinh, 'Đã ghi')]).toEqual([true, false])
  await world.platform.work(b, (work) => giveDossier(work, id, oanhId, ''))
  expect([await mine(phuc), await mine(oanh)]).toEqual([false, true])
})

test('nobody gets a dossier into their hands that is their own or that they helped to file, nor by another post; an inspector, a signer and another province give nothing (AUZ, IDN5)', async () => {
  const oanhActor = await world.staff('appraiser')
  const { personId } = await dossierOf(world, id)
  const post = async (of: string) => (await world.platform.asOwner<{ id: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
    select gen_random_uuid(), ${of}, 'Người có hai chức danh', 'appraiser', 'bac-ninh', '2020-01-01' returning id`))[0]?.id ?? ''
  const own = await post(`(select identity_index from identity.person where id = '${personId}')`)
  await expect(world.platform.work(oanhActor, (work) => giveDossier(work, id, own, ''))).rejects.toThrow('colleague-own-dossier')
  await expect(world.platform.work({ ...oanhActor, staffId: own, personId }, (work) => giveDossier(work, id, phucId, ''))).rejects.toThrow('own-dossier')
  for (const [role, why] of [['inspector', 'wrong-role'], ['signer', 'wrong-role'], ['clerk', 'wrong-role'], ['supervisor', 'note-needed']] as const) {
    await expect(world.platform.work({ ...oanhActor, role, staffId: own }, (work) => giveDossier(work, id, phucId, ''))).rejects.toThrow(why)
  }
  await expect(world.platform.work({ ...oanhActor, provinceCode: 'ha-noi' }, (work) => giveDossier(work, id, phucId, ''))).rejects.toThrow('dossier-not-found')
  await world.platform.asOwner('delete from identity.staff where id = $1', [own])
  expect(await world.broken()).toEqual({})
})
