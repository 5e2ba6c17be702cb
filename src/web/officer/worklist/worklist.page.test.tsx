import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { decide, dossierOf, pay, signDecision } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { accept, releaseDossier } from '../../../dossiers/index.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { paths } from '../../paths.ts'

let world: CaseWorld
let desk: Desk
let signer: Desk
let an: string

beforeAll(async () => {
  world = await openCaseWorld()
  const desks = await openDesks(world)
  desk = await desks.desk(await world.staff('appraiser'))
  signer = await desks.desk(await world.staff('signer'))
  an = await world.file('an', { delivery: { how: 'collect' } })
})
afterAll(() => world[Symbol.asyncDispose]())

async function listed(path: string): Promise<boolean> {
  return (await desk.opens(path)).html.includes(paths.officerDossier(an))
}

test('each role begins with its own work', async () => {
  expect((await desk.opens(paths.desk())).location).toBe(paths.worklist('to-do'))
  expect((await signer.opens(paths.desk())).location).toBe(paths.worklist('to-sign'))
})

test('a dossier stands in the list of whoever owes the next step', async () => {
  expect(await listed(paths.worklist('waiting-citizen'))).toBe(true)
  expect(await listed(paths.worklist('to-do'))).toBe(false)
  await pay(world, an)
  expect(await listed(paths.worklist('to-do'))).toBe(true)
})

test.each(['nguyen van an', '097088001234'])('"%s" finds the dossier, and the address says nothing about the person', async (text) => {
  await desk.opens(paths.worklist('closed'))
  const { location = '' } = await desk.sends(paths.search(), { tim: text })
  expect(decodeURIComponent(location)).not.toMatch(/nguyen|097088/)
  expect(await listed(location)).toBe(true)
})

test('rows have a box to tick only where somebody can do something with several of them (C2)', async () => {
  const boxes = async (at: Desk, view: string) => (await at.opens(paths.worklist(view))).page.querySelectorAll('tbody tr a[data-row]').length === 0 ? undefined : (await at.opens(paths.worklist(view))).page.querySelectorAll('input[name=ho-so]').length
  expect([await boxes(desk, 'to-do'), await boxes(signer, 'to-do')]).toEqual([1, 0])
})

test('a search that somebody else made shows nothing of theirs', async () => {
  await desk.opens(paths.worklist('closed'))
  const { location = '' } = await desk.sends(paths.search(), { tim: 'nguyen van an' })
  expect((await signer.opens(location)).html).not.toContain('nguyen van an')
})

const tokenOf = ({ page }: Awaited<ReturnType<Desk['opens']>>) => page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''

test('a filter is kept under a name without anybody’s number in it, changed, and dropped; nobody else sees it (C2)', async () => {
  await desk.opens(paths.worklist('waiting-outside', { kenh: 'online', hang: 'B2' }))
  const nameless = await desk.sends(paths.savedLists(), { ten: ' ' })
  expect([nameless.status, nameless.html.includes('Hãy đặt tên cho bộ lọc.')]).toEqual([422, true])
  expect((await desk.sends(paths.savedLists(), { ten: 'Bà Hạnh 097 088 001 234' })).html).toContain('không được chứa số của một người')
  const { location = '' } = await desk.sends(paths.savedLists(), { ten: 'Chờ bên ngoài, hạng B2' })
  const opened = await desk.opens(location)
  expect([opened.page.querySelector('h1')?.text, opened.page.querySelector('a[aria-current=page].tt-pill')?.text]).toEqual(['Chờ bên ngoài, hạng B2', 'Chờ bên ngoài, hạng B2'])
  expect((await signer.opens(paths.worklist('to-sign'))).html).not.toContain('Chờ bên ngoài, hạng B2')
  const id = /bo-loc=([0-9a-f-]+)/.exec(location)?.[1] ?? ''
  // Somebody else's list is not there, whoever asks for it.
  const theirs = await signer.opens(paths.worklist('to-sign'))
  expect((await signer.posts(paths.savedListDrop(id), { _csrf: tokenOf(theirs) })).status).toBe(404)
  const mine = await desk.opens(location)
  expect(mine.html).toContain('Lưu thay đổi')
  const changed = await desk.sends(paths.savedList(id), { ten: 'Hạng B2', hang: 'B2', kenh: '' })
  expect([changed.location?.includes('hang=B2'), changed.location?.includes('kenh')]).toEqual([true, false])
  // A name that cannot be leaves the change a change, also of a list without conditions: what was typed stays, nothing second comes about.
  await desk.opens(changed.location ?? '')
  const { page: refused, status } = await desk.sends(paths.savedList(id), { ten: 'Số 097088001234', hang: '' })
  const field = refused.querySelector('#ten')
  expect([status, field?.getAttribute('value'), field?.closest('form')?.getAttribute('action')]).toEqual([422, 'Số 097088001234', paths.savedList(id)])
  await desk.opens(changed.location ?? '')
  await desk.posts(paths.savedListDrop(id), { _csrf: tokenOf(mine), xem: 'mine' })
  expect((await desk.opens(paths.worklist('to-do'))).html).not.toContain('Hạng B2')
})

test('columns are chosen and ordered for oneself, and go back to what everybody sees (C2)', async () => {
  const heads = async (at: Desk) => (await at.opens(paths.worklist('to-do'))).page.querySelectorAll('th[scope=col]').map((one) => one.text.trim())
  const usual = await heads(desk)
  await desk.sends(paths.listColumns(), { cot: ['channel', 'due', 'state'], 'thu-tu-state': '1', 'thu-tu-channel': '3', 'thu-tu-due': '2' })
  expect((await heads(desk)).slice(-4)).toEqual(['Số hồ sơ', 'Tình trạng', 'Hạn trả', 'Kênh nộp'])
  // But for the boxes to tick, which a signer has no use for.
  expect(await heads(signer)).toEqual(usual.slice(1))
  await desk.sends(paths.listColumns(), { 'mac-dinh': '1' })
  expect(await heads(desk)).toEqual(usual)
})

test('a dossier opened from a search stays in that search: its neighbours, its verbs, the way back; its address names nobody (C2)', async () => {
  await desk.opens(paths.worklist('closed'))
  const { location = '' } = await desk.sends(paths.search(), { tim: 'an nguyen van' })
  const { page } = await desk.opens(location)
  const href = page.querySelector('a[data-row]')?.getAttribute('href') ?? ''
  expect(href).toContain(`${paths.officerDossier(an)}?xem=closed&tim=`)
  expect(href).not.toMatch(/nguyen/i)
  const dossier = await desk.opens(href)
  expect(dossier.page.querySelector('a[data-shortcut=l]')?.getAttribute('href')).toBe(location)
  const done = await desk.sends('/nhan-xu-ly')
  expect(done.location).toBe(`${href}&xong=nhan-xu-ly`)
  expect((await desk.opens(done.location ?? '')).page.querySelector('a[data-shortcut=l]')?.getAttribute('href')).toBe(location)
  // A note, a question and giving it away lead back to the same place in the same list.
  await desk.opens(href)
  expect((await desk.sends('/ghi-chu', { note: 'Đã gọi công dân' })).location).toBe(`${href}#ghi-chu`)
  await desk.opens(href)
  const unsaid = await desk.sends('/ghi-chu', { note: ' ' })
  expect([unsaid.status, unsaid.page.querySelector('a[data-shortcut=l]')?.getAttribute('href')]).toEqual([422, location])
  await desk.opens(href)
  const colleague = await world.staff('appraiser', 1)
  expect((await desk.sends('/ban-giao', { to: colleague.staffId, note: '' })).location).toBe(`${href}&xong=ban-giao`)
  await world.platform.work(colleague, (work) => releaseDossier(work, an))
})

test('a card is printed in a batch and handed to the person who collects it; then the dossier is closed (C6)', async () => {
  await decide(world, an)
  await signDecision(world, an)
  await signer.opens(paths.cards())
  expect(signer.whyNot.bind(signer, 'In một đợt')).toThrow()
  await desk.opens(paths.cards())
  expect((await desk.sends(paths.cardsPrint())).location).toBe(`${paths.cards()}?xong=in-1`)
  const told = async (query: string) => (await desk.opens(`${paths.cards()}?${query}`)).page.querySelector('.govuk-notification-banner--success') !== null
  expect([await told('xong=in-1'), await told('xong=in-2'), await told(`xong=giao&ho-so=${an}`)]).toEqual([true, false, false])
  await world.workerSettles()
  await desk.opens(paths.cards())
  expect((await desk.sends(paths.cardsHandOver(an))).location).toBe(`${paths.cards()}?xong=giao&ho-so=${an}`)
  expect(await told(`xong=giao&ho-so=${an}`)).toBe(true)
  await world.workerSettles()
  expect((await dossierOf(world, an)).status).toBe('returned')
})

test('a card whose picture is not the dossier’s stops the print run (POR1)', async () => {
  const id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
  await decide(world, id)
  await signDecision(world, id)
  world.platform.breaksPromises()
  await world.platform.asOwner("update deliveries.card set portrait_hash = repeat('0', 64) where dossier_id = $1", [id])
  await desk.opens(paths.cards())
  const stopped = await desk.sends(paths.cardsPrint())
  expect([stopped.status, stopped.html.includes('Chưa in: mã ảnh của thẻ sau khác')]).toEqual([409, true])
})

test('a row at risk says who is waited for, for what and until when; who holds it reads so on top until they have noted it or seen it; one calendar serves a page (C2)', async () => {
  const id = await world.file('dung')
  await pay(world, id)
  await world.platform.work(await world.claim(id), (work) => accept(work, id))
  await world.workerSettles()
  await world.platform.asOwner(`insert into dossiers.usual_time values ('bac-ninh', 'office', 'to-appraise', 9, 40, now())`)
  await world.platform.work(systemActor('test'), async (work) => work.enqueue('dossiers.foresee', {}))
  await world.workerSettles()
  const opens = async (at: Desk) => (await at.opens(paths.worklist('at-risk'))).page
  const row = (await opens(desk)).querySelector('tbody tr')?.text.replace(/\s+/g, ' ') ?? ''
  expect(row).toMatch(/Cán bộ thụ lý .*ngày làm việc thường xong \d\d\/\d\d\/2026.*Chờ duyệt/)
  const top = 'Trong tay bạn: 1 hồ sơ mới có nguy cơ trễ hoặc mới quá hạn'
  expect([(await opens(desk)).text.includes(top), (await opens(signer)).text.includes(top)]).toEqual([true, false])
  await opens(desk)
  await desk.sends(paths.told())
  expect((await opens(desk)).text).not.toContain(top)
  await world.platform.asOwner('delete from dossiers.foretold_read')
  const href = (await opens(desk)).querySelector('a[data-row]')?.getAttribute('href') ?? ''
  expect(href).toContain(`${paths.officerDossier(id)}?xem=at-risk`)
  const asked = vi.spyOn(pg.Query.prototype, 'submit')
  await desk.opens(href)
  const texts = asked.mock.contexts.map((one: unknown) => (one !== null && typeof one === 'object' && 'text' in one ? String(one.text) : ''))
  asked.mockRestore()
  expect(['calendars.loaded_year', 'dossiers.usual_time'].map((table) => texts.filter((text) => text.includes(`from ${table}`)).length)).toEqual([1, 1])
  // Whoever opened the dossier since knows.
  expect((await opens(desk)).text).not.toContain(top)
})
