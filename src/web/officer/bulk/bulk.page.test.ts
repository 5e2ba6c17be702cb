/** The pages of bulk work without a browser: a look, a confirmation, a report that renews itself and stays (C1, C3). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesks } from '../../../../test/office/desk.ts'
import { leastAsked, listenTo } from '../../../../test/office/statements.ts'
import { openStraightFilings } from '../../../../test/office/straight.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { accept } from '../../../dossiers/index.ts'
import { paths } from '../../paths.ts'
import { registerPost } from '../../post/index.ts'
import { registerOfficer } from '../index.ts'

let world: CaseWorld
let desks: Awaited<ReturnType<typeof openDesks>>
let oanh: Desk
let signer: Desk
let ids: string[]
beforeAll(async () => {
  world = await openCaseWorld()
  desks = await openDesks(world, (app, web) => {
    registerOfficer(app, web)
    registerPost(app, web)
  })
  const files = await openStraightFilings(world)
  ids = await files(3, { delivery: { how: 'post', recipient: 'Nguyễn Thị Thử', phone: '0000123456', provinceCode: '24', commune: 'Phường Kinh Bắc', street: 'Số 1 đường Thử' } })
  // One is drawn, whatever the secret says.
  await world.platform.asOwner('update dossiers.straight_through set drawn = dossier_id = $1', [ids[2]])
  ;[oanh, signer] = [await desks.desk(await world.staff('appraiser')), await desks.desk(await world.staff('signer'))]
})
afterAll(async () => {
  await desks.app.close()
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

test('an appraiser looks what one press would do, confirms, and reads what came of each dossier', async () => {
  // One that is accepted already is only to be approved, and its button says no more.
  const actor = await world.claim(ids[0] ?? '')
  await oanh.opens(paths.officerDossier(ids[0] ?? ''))
  expect(oanh.whyNot('Tiếp nhận và duyệt (một lần bấm)')).toBeUndefined()
  await world.platform.work(actor, (work) => accept(work, ids[0] ?? ''))
  await oanh.opens(paths.officerDossier(ids[0] ?? ''))
  expect(oanh.whyNot('Duyệt (một lần bấm)')).toBeUndefined()
  expect(() => oanh.whyNot('Tiếp nhận và duyệt')).toThrow()
  const lane = await oanh.opens(paths.bulkStraight(true))
  expect(lane.page.querySelectorAll('input[name=ho-so][checked]').map((box) => box.getAttribute('value')).sort()).toEqual(ids.slice(0, 2).sort())
  expect(lane.page.querySelectorAll('.tt-checks__item').length).toBe(16)
  // The drawn one is put in by hand: the look leaves it out and says why.
  const look = await oanh.opens((await oanh.sends(paths.bulks(), { 'ho-so': ids })).location ?? '')
  expect(look.page.text).toContain('Chưa có gì được làm')
  expect(look.page.text).toContain('Được rút mẫu: mở hồ sơ và thẩm định riêng')
  const address = (await oanh.sends('/xac-nhan')).location ?? ''
  const running = await oanh.opens(address)
  expect(running.headers['refresh']).toBe('3')
  expect(running.page.text).toContain('Còn 2 hồ sơ đang làm')
  await world.workerSettles()
  const over = await oanh.opens(address)
  expect(over.headers['refresh']).toBeUndefined()
  expect(over.page.text).toContain('Xong: 2')
  expect(over.page.text).toContain('Để lại: 1')
  // A colleague does not read it; who did finds it again later.
  expect((await signer.opens(address)).status).toBe(404)
  expect((await oanh.opens(paths.bulks())).page.text).toContain('Tiếp nhận và duyệt một lần bấm')
})

test('what cannot even be looked at is said on the list it was chosen from, with what was ticked; what lacks something says what (C1, C2)', async () => {
  await oanh.opens(paths.worklist('to-do', { kenh: 'online' }))
  const none = await oanh.sends(paths.bulks(), { viec: 'accept' })
  expect([none.status, none.page.querySelector('h1')?.text, none.page.querySelector('.govuk-error-summary a')?.text, none.page.querySelector('select[name=viec] option[selected]')?.getAttribute('value')]).toEqual([422, 'Cần xử lý', 'Chọn ít nhất một hồ sơ.', 'accept'])
  expect(none.page.querySelector('form input[name=kenh]')?.getAttribute('value')).toBe('online')
  await oanh.opens(paths.worklist('to-do'))
  const unknown = await oanh.sends(paths.bulks(), { viec: 'x', 'ho-so': [ids[2] ?? ''] })
  expect([unknown.status, unknown.page.querySelectorAll('input[name=ho-so][checked]').map((box) => box.getAttribute('value'))]).toEqual([422, [ids[2]]])
  const unpaid = await world.file('an')
  await world.claim(unpaid)
  await oanh.opens(paths.worklist('mine'))
  const look = await oanh.opens((await oanh.sends(paths.bulks(), { viec: 'accept', 'ho-so': [unpaid] })).location ?? '')
  expect(look.page.querySelector('tbody')?.text).toContain('lệ phí')
})

test('the one drawn for audit has no such button, says so, and is listed for the supervisor', async () => {
  const page = await oanh.opens(paths.officerDossier(ids[2] ?? ''))
  expect(page.page.text).toContain('được rút mẫu ngẫu nhiên')
  expect(() => oanh.whyNot('Tiếp nhận và duyệt')).toThrow()
  const refused = await oanh.posts(paths.officerAction(ids[2] ?? '', 'mot-lan-bam'), { _csrf: page.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '' })
  expect(refused.page.text).toContain('Hồ sơ được rút mẫu')
  const supervisor = await desks.desk(await world.staff('supervisor'))
  expect((await supervisor.opens(paths.bulkDrawn())).page.text).toContain('chưa duyệt')
})

test('a signer ticks decisions as shown, looks once more and confirms; nothing ticked is said beside the list', async () => {
  await signer.opens(paths.bulkSign())
  const none = await signer.sends(paths.bulks())
  expect([none.status, none.page.text.includes('Chọn ít nhất một hồ sơ')]).toEqual([422, true])
  // What is still drawn up cannot be signed; the count beside the navigation is told apart from the one above the list.
  const [paper] = await world.platform.asOwner<{ id: string }>('select decision_document_id as id from dossiers.decision where dossier_id = $1', [ids[0]])
  const hasPaper = (id: string | null | undefined) => world.platform.asOwner('update dossiers.decision set decision_document_id = $2 where dossier_id = $1', [ids[0], id])
  await hasPaper(null)
  const { text } = (await signer.opens(paths.bulkSign())).page
  expect([text.includes('Ký nhiều: 1 quyết định chờ ký'), text.includes('Còn 1 hồ sơ ở “Chờ ký, chờ xác nhận” chưa ký được')]).toEqual([true, true])
  await hasPaper(paper?.id)
  const list = await signer.opens(paths.bulkSign(true))
  const values = list.page.querySelectorAll('input[name=ho-so][checked]').map((box) => box.getAttribute('value') ?? '')
  expect(values.length).toBe(2)
  // However many there are to sign: papers and signatures are read by set.
  const asked = await leastAsked(listenTo(world.platform.pool), () => signer.opens(paths.bulkSign(true)))
  expect(asked.statements).toBeLessThanOrEqual(16)
  const look = (await signer.sends(paths.bulks(), { 'ho-so': values })).location ?? ''
  // Whose session has ended signs in and is back at what they had chosen; another site leads to no page of its own.
  const pressedFrom = async (referer: string) => (await desks.app.inject({ method: 'POST', url: paths.bulkAct(look.split('/').at(-1) ?? '', 'xac-nhan'), headers: { referer } })).headers.location
  expect([await pressedFrom(world.platform.config.publicUrl + look), await pressedFrom(`https://example.invalid${look}`)]).toEqual([paths.signIn(look), paths.signIn(paths.desk())])
  // A page that was the answer to a form has an address that nobody opens: its dossier's page, or the desk.
  const backTo = async (page: string) => pressedFrom(world.platform.config.publicUrl + page)
  const own = paths.officerDossier(ids[0] ?? '')
  expect([await backTo(`${own}/duyet`), await backTo(`${own}?xem=1`), await backTo(`${look}/xac-nhan`)]).toEqual([own, `${own}?xem=1`, paths.desk()].map(paths.signIn))
  await signer.opens(look)
  const address = (await signer.sends('/xac-nhan')).location ?? ''
  await world.workerSettles()
  expect((await signer.opens(address)).page.text).toContain('Xong: 2')
})

test('chosen cards go on one list for the post, each once however often it is pressed; the report says so and the post counts as many (C1, C3)', async () => {
  const chosen = ids.slice(0, 2)
  const looksAt = async (viec: string) => {
    await oanh.opens(paths.worklist('in-delivery', { kenh: 'online' }))
    return (await oanh.sends(paths.bulks(), { viec, 'ho-so': chosen })).location ?? ''
  }
  const confirms = async (address: string) => {
    await oanh.opens(address)
    return oanh.sends('/xac-nhan')
  }
  await confirms(await looksAt('print'))
  await world.workerSettles()
  // Two looks at the same cards, both before anything is done; the first is pressed twice, then comes the second.
  const [first, second] = [await looksAt('hand-over'), await looksAt('hand-over')]
  for (const address of [first, second]) {
    const { page } = await oanh.opens(address)
    // The way back is the list that they were chosen from.
    expect([page.text.includes('Sẽ làm: 2 hồ sơ'), page.querySelector('a[data-shortcut=l]')?.getAttribute('href')]).toEqual([true, paths.worklist('in-delivery', { kenh: 'online' })])
  }
  const _csrf = (await oanh.opens(first)).page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
  for (let press = 0; press < 2; press++) expect((await oanh.posts(first.replace('?', '/xac-nhan?'), { _csrf, xem: 'in-delivery', kenh: 'online' })).location).toBe(first)
  await confirms(second)
  await world.workerSettles()
  const report = (await oanh.opens(first)).page.text
  expect([report.includes('Xong: 2'), report.includes('Đã xong cả đợt')]).toEqual([true, true])
  const late = (await oanh.opens(second)).page.text
  expect([late.includes('Không làm được: 2'), late.includes('Xong: '), late.includes('Đã xong cả đợt'), late.includes('còn 2 hồ sơ không làm được')]).toEqual([true, false, false, true])
  expect((await oanh.opens(await looksAt('hand-over'))).page.text).toContain('Không hồ sơ nào làm được việc này')
  const listed = await world.platform.asOwner<{ list: string; dossier: string; item: string }>(`select i.list_id as list, c.dossier_id as dossier, i.item_number as item from deliveries.list_item i join deliveries.card c on c.id = i.card_id`)
  expect([new Set(listed.map(({ list }) => list)).size, listed.map(({ dossier }) => dossier).sort()]).toEqual([1, [...chosen].sort()])
  // The post finds as many in the bag as stand on its page.
  const loc = await desks.desk(await world.staff('postal'))
  expect((await loc.opens(paths.postDesk())).page.text).toContain('0/2')
  const list = paths.postList(listed[0]?.list ?? '')
  // The list's own page tells a success of how the list stands, never of an address.
  const told = async () => Promise.all(['chot', 'xac-nhan', 'thu-hoi'].map(async (done) => (await oanh.opens(`${paths.handOverList(listed[0]?.list ?? '')}?xong=${done}`)).html.includes('govuk-notification-banner--success')))
  expect(await told()).toEqual([true, false, false])
  const scanned = listed[0]?.item ?? ''
  const says = async () => Promise.all(['found', 'extra', 'dropped'].map(async (done) => (await loc.opens(`${list}?xong=${done}&so=${scanned}`)).page.querySelector('.govuk-notification-banner') !== null))
  expect(await says()).toEqual([false, false, true])
  for (const { item } of listed) {
    await loc.opens(list)
    await loc.sends('/quet', { so: item })
  }
  expect(await says()).toEqual([true, false, false])
  expect((await loc.opens(list)).page.text).toContain('Đã thấy 2 trong 2 phong bì')
  await loc.sends('/ky-nhan')
  await world.workerSettles()
  expect(await told()).toEqual([false, true, false])
  const cards = await world.platform.asOwner<{ to: string }>('select handed_over_to as to from deliveries.card where dossier_id = any($1)', [chosen])
  expect(cards.map(({ to }) => to)).toEqual(['post', 'post'])
})
