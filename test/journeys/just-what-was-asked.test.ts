/** An is asked for two things at once, answers just those, and both sides see before and after; a second request is the office's own delay (B7, C2). */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPortrait } from '../../src/capabilities/portraits/index.ts'
import { allowSecondSupplement, askSupplement, getAnswers, listNotes, listWaits, supplement, withdraw, writeNote } from '../../src/dossiers/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { registerCitizen } from '../../src/web/citizen/index.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesks } from '../office/desk.ts'
import { dossierOf, pay } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const reader = systemActor('test')
const TEMPLATE = 'Ảnh mờ hoặc bị lóa, không nhìn rõ mặt. Xin chụp lại ở nơi sáng đều, gần cửa sổ, giữ máy đứng yên.'
let world: CaseWorld
let apps: FastifyInstance[]
let desk: Desk
let signer: Desk
let supervisor: Desk
let an: Desk
let id = ''

beforeAll(async () => {
  world = await openCaseWorld()
  const [office, home] = [await openDesks(world), await openDesks(world, registerCitizen)]
  apps = [office.app, home.app]
  desk = await office.desk(await world.staff('appraiser'))
  signer = await office.desk(await world.staff('signer'))
  supervisor = await office.desk(await world.staff('supervisor'))
  id = await world.file('an')
  await pay(world, id)
  await world.claim(id)
  an = await home.desk((await world.signIn('an')).actor)
})
afterAll(async () => {
  const broken = await world.broken()
  for (const app of apps) await app.close()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

const answers = async () => {
  const dossier = await dossierOf(world, id)
  return world.platform.read(reader, (work) => getAnswers(work, dossier))
}

test('a reason in a row asks for it: words are put in to be read, rows come and go, and what was typed stays (B7)', async () => {
  const path = paths.officerSupplement(id)
  const empty = await desk.opens(path)
  expect(empty.html).toContain('Hạn thông báo: ')
  expect((await desk.sends('/bo-sung', { do: 'send' })).html).toContain('Chọn lý do cho ít nhất một nội dung.')
  await desk.opens(path)
  const composed = await desk.sends('/bo-sung', { do: 'send', 'reason-portrait': 'unreadable', 'reason-phone': 'wrong', 'reason-email': 'wrong' })
  expect(composed.status).toBe(200)
  expect(composed.page.querySelector('#note-portrait')?.text).toBe(TEMPLATE)
  const both = { 'reason-certified-copy': 'missing', 'reason-health-certificate': 'wrong' }
  expect((await desk.sends('/bo-sung', { do: 'compose', ...both })).html).toContain('chỉ yêu cầu một trong hai')
  const typed = { 'reason-portrait': 'unreadable', 'note-portrait': TEMPLATE, 'reason-phone': 'wrong', 'note-phone': 'Số này thiếu một chữ số.', 'reason-email': 'wrong', 'note-email': 'x' }
  const dropped = await desk.sends('/bo-sung', { do: 'drop-email', ...typed })
  expect([dropped.page.querySelector('#note-email'), dropped.page.querySelector('#note-phone')?.text]).toEqual([null, 'Số này thiếu một chữ số.'])
  expect((await dossierOf(world, id)).status).toBe('filed')
  const sent = await desk.sends('/bo-sung', { do: 'send', 'reason-portrait': 'unreadable', 'note-portrait': TEMPLATE, 'reason-phone': 'wrong', 'note-phone': 'Số này thiếu một chữ số.' })
  expect(sent.location).toBe(`${paths.officerDossier(id)}?xong=bo-sung`)
  await world.workerSettles()
  expect(await dossierOf(world, id)).toMatchObject({ status: 'supplementing', turnCause: 'supplement', turnOwner: 'citizen' })
})

test('the citizen is asked one thing a page, can change nothing else, and finds half an answer again (B7)', async () => {
  const before = await answers()
  expect((await an.opens(paths.dossier(id))).html).toContain('Số này thiếu một chữ số.')
  expect((await an.opens(paths.supplement(id))).location).toBe(paths.supplementPoint(id, 'portrait'))
  // What was not asked has no page.
  expect((await an.opens(paths.supplementPoint(id, 'delivery'))).location).toBe(paths.supplementPoint(id, 'portrait'))
  await an.opens(paths.supplementPoint(id, 'phone'))
  const wrong = await an.sends('/dien-thoai', { phone: '12', email: 'nobody@vidu.invalid' })
  expect([wrong.status, wrong.page.querySelector('#phone')?.getAttribute('value')]).toEqual([422, '12'])
  expect((await an.sends('/dien-thoai', { phone: '0000 654 321', email: 'nobody@vidu.invalid', authorityProvince: 'ha-noi' })).location).toBe(paths.supplementPoint(id, 'portrait'))
  expect((await an.opens(paths.supplementPoint(id, 'phone'))).page.querySelector('#phone')?.getAttribute('value')).toBe('0000654321')
  expect(await answers()).toEqual(before)
  // Half an answer is told as that: nobody believes it has gone.
  expect((await an.opens(paths.dossier(id))).html).toContain('Bạn đã trả lời 1 trên 2 mục; cán bộ chưa nhận được gì')
  // Nothing is sent while one is missing.
  expect((await an.opens(paths.supplementCheck(id))).location).toBe(paths.supplementPoint(id, 'portrait'))
})

test('she checks before and after, sends, and only these two have changed; the earlier ones are kept (B7)', async () => {
  const [before, old] = [await answers(), (await dossierOf(world, id)).portraitId]
  const portrait = await world.portrait('an')
  await an.opens(`${paths.supplementPoint(id, 'portrait')}?xem=${portrait}`)
  expect((await an.sends('/anh', { use: portrait })).location).toBe(paths.supplementCheck(id))
  const whole = await an.opens(paths.dossier(id))
  expect([whole.html.includes('Bạn đã trả lời đủ nhưng chưa gửi'), whole.html.includes('Xem lại và gửi')]).toEqual([true, true])
  // The very number that could not be reached is noticed before it goes, as the very picture is.
  await an.opens(paths.supplementPoint(id, 'phone'))
  await an.sends('/dien-thoai', { phone: before.phone })
  expect((await an.opens(paths.supplementCheck(id))).html).toContain('Nội dung này vẫn như trước')
  await an.opens(paths.supplementPoint(id, 'phone'))
  await an.sends('/dien-thoai', { phone: '0000654321' })
  const check = await an.opens(paths.supplementCheck(id))
  expect(check.html).not.toContain('Nội dung này vẫn như trước')
  for (const words of ['0000123456', '0000654321', `${portrait}.jpg`, `${old}.jpg`]) expect(check.html).toContain(words)
  expect((await an.sends('/kiem-tra')).location).toBe(paths.dossier(id))
  await world.workerSettles()
  expect(await answers()).toEqual({ ...before, phone: '0000654321', portraitId: portrait })
  expect(await dossierOf(world, id)).toMatchObject({ status: 'filed', turn: 'officer', portraitId: portrait })
  // A second press changes nothing and tells how it stands.
  expect((await an.posts(paths.supplementCheck(id), {})).status).toBe(403)

  const { page, html } = await desk.opens(paths.officerDossier(id))
  const rows = page.querySelectorAll('#bo-sung-ho-so .tt-compare__differs').map((row) => row.text)
  expect(rows).toHaveLength(2)
  // The new picture has been judged, not only taken.
  expect(html).toContain('Đúng ảnh công dân đã gửi')
  expect(rows[1]).toMatch(/0000123456.*0000654321/s)
  const earlier = await world.platform.read(reader, (work) => findPortrait(work, old))
  expect(html).toContain(`${old}.jpg`)
  expect(earlier?.state === 'accepted' && html.includes(earlier.cropHash.slice(0, 8))).toBe(true)
  expect((await desk.opens(paths.officerPortraitVersion(id, `${old}.jpg`))).status).toBe(200)
})

test('form 02 lists every point, and nothing personal stands in the events', async () => {
  const [paper] = await world.platform.asOwner<{ state: string }>("select state from documents.document where dossier_id = $1 and kind = 'supplement-request'", [id])
  expect(paper?.state).toBe('signed')
  const events = await world.platform.asOwner<{ details: object }>("select details from dossiers.event where dossier_id = $1 and kind in ('askSupplement', 'supplement') order by sequence", [id])
  expect(events.map((event) => event.details)).toMatchObject([{ points: ['portrait:unreadable', 'phone:wrong'] }, { points: ['portrait', 'phone'] }])
  expect(JSON.stringify(events)).not.toMatch(/0000|Số này/)
})

/** Somebody's second post, as a supervisor, while `during` lasts. */
async function underAnotherPost<T>(staffId: string, during: (postId: string) => Promise<T>): Promise<T> {
  const [post] = await world.platform.asOwner<{ id: string }>(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from)
    select gen_random_uuid(), identity_index, full_name, 'supervisor', province_code, active_from from identity.staff where id = $1 returning id`, [staffId])
  try {
    return await during(post?.id ?? '')
  } finally {
    await world.platform.asOwner('delete from identity.staff where id = $1', [post?.id])
  }
}

test('one request is the rule; a second needs the supervisor’s word, and its waiting is the office’s own (C2)', async () => {
  expect((await desk.opens(paths.officerSupplement(id))).html).toContain('Lần thứ hai cần cán bộ giám sát')
  const again = { points: [{ kind: 'delivery', reason: 'wrong', note: 'Thiếu số nhà.' }] } as const
  const appraiser = await world.claim(id)
  await expect(world.platform.work(appraiser, (work) => askSupplement(work, id, again))).rejects.toThrow('second-supplement')
  await expect(world.platform.work(appraiser, (work) => allowSecondSupplement(work, id, 'x'))).rejects.toThrow('wrong-role')
  const asSupervisor = await world.staff('supervisor')
  await underAnotherPost(appraiser.staffId, (staffId) => expect(world.platform.work({ ...asSupervisor, staffId }, (work) => allowSecondSupplement(work, id, 'x'))).rejects.toThrow('appraised-by-you'))
  await supervisor.opens(paths.officerDossier(id))
  expect((await supervisor.sends('/cho-phep', { allow: ' ' })).html).toContain('Viết lý do cho phép.')
  expect((await supervisor.sends('/cho-phep', { allow: 'Địa chỉ nhận bị bỏ sót lần đầu.' })).status).toBe(303)
  expect((await desk.opens(paths.officerSupplement(id))).html).toContain('Hồ sơ bị tính trễ')
  await world.platform.work(appraiser, (work) => askSupplement(work, id, again))
  await world.workerSettles()
  expect(await dossierOf(world, id)).toMatchObject({ status: 'supplementing', turn: 'citizen', turnOwner: 'office', turnCause: 'supplement-again' })
  expect((await world.platform.read(reader, (work) => listWaits(work, id))).find((wait) => wait.toAt === null)).toMatchObject({ owner: 'office', cause: 'supplement-again' })
  for (const path of [paths.dossier(id), paths.supplementPoint(id, 'delivery')]) expect((await an.opens(path)).html).toContain('tính cho cơ quan giải quyết, không tính cho bạn')
  const { actor } = await world.signIn('an')
  await expect(world.platform.work(actor, (work) => supplement(work, id))).rejects.toThrow('supplement-incomplete')
  await world.platform.work(actor, (work) => supplement(work, id, { delivery: { how: 'collect' } }))
  expect(await dossierOf(world, id)).toMatchObject({ status: 'filed', delivery: 'collect' })
  // The word was for one request.
  await expect(world.platform.work(await world.claim(id), (work) => askSupplement(work, id, again))).rejects.toThrow('second-supplement')
})

test('officers note and ask each other, a colleague answers; the citizen is told nothing of it, and nobody can change a word (C1)', async () => {
  await desk.opens(paths.officerDossier(id))
  expect((await desk.sends('/ghi-chu', { note: '' })).html).toContain('Viết nội dung trước khi gửi.')
  expect((await desk.sends('/ghi-chu', { note: 'Đã gọi cho công dân.' })).status).toBe(303)
  const { staffId } = await world.staff('signer')
  await desk.opens(paths.officerDossier(id))
  expect((await desk.sends('/y-kien', { question: 'Ảnh này được chưa?' })).html).toContain('Chọn một đồng nghiệp của tỉnh.')
  const appraiser = await world.staff('appraiser')
  await underAnotherPost(appraiser.staffId, async (colleague) => expect((await desk.sends('/y-kien', { colleague, question: 'Ảnh này được chưa?' })).html).toContain('Chọn một đồng nghiệp của tỉnh.'))
  expect((await desk.sends('/y-kien', { colleague: staffId, question: 'Ảnh này được chưa?' })).status).toBe(303)
  expect((await signer.opens('/can-bo/ho-so')).html).toContain('Đồng nghiệp đang hỏi ý kiến bạn (1)')
  expect((await signer.opens(paths.officerQuestions())).html).toContain(paths.officerDossier(id))
  const asked = await signer.opens(paths.officerDossier(id))
  expect(asked.html).toContain('Đồng nghiệp đang hỏi ý kiến bạn (1)')
  const action = asked.page.querySelector('form[action*="/y-kien/"]')?.getAttribute('action') ?? ''
  expect((await signer.sends(action, { opinion: 'Được.' })).status).toBe(303)
  expect((await signer.opens(paths.officerQuestions())).html).toContain('Không có câu hỏi nào đang chờ bạn.')
  const seen = (await desk.opens(paths.officerDossier(id))).html
  for (const words of ['Đã gọi cho công dân.', 'Ảnh này được chưa?', 'Được.']) expect(seen).toContain(words)

  const own = (await an.opens(paths.dossier(id))).html
  expect(own).not.toMatch(/Đã gọi cho công dân|Ảnh này được chưa|ghi chú|ý kiến|Hồ sơ được cập nhật/)
  const { actor } = await world.signIn('an')
  await expect(world.platform.work(actor, (work) => writeNote(work, id, 'x'))).rejects.toThrow('wrong-role')
  const rows = await world.platform.asOwner<{ details: object; text: string }>("select e.details, encode(n.text, 'escape') as text from dossiers.event e, dossiers.note n where e.dossier_id = $1 and e.kind ~ 'note|opinion'", [id])
  expect(rows).toHaveLength(3)
  expect(JSON.stringify(rows)).not.toContain('cho công dân')
  await world.platform.work(actor, (work) => withdraw(work, id))
  const closed = await dossierOf(world, id)
  expect(await world.platform.read(reader, (work) => listNotes(work, closed))).toHaveLength(1)
})
