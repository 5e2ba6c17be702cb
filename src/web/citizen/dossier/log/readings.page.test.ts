import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { copyRow } from '../../../../../test/office/guards/matter.ts'
import { type CaseWorld, openCaseWorld } from '../../../../../test/support/case-world.ts'
import { openVisit } from '../../../../capabilities/counters/index.ts'
import { saveSession } from '../../../../capabilities/identity/store/people.ts'
import { readingLimits } from '../../../../catalogue/index.ts'
import { noteReading } from '../../../../dossiers/index.ts'
import { realNow } from '../../../../platform/clock.ts'
import { formToken } from '../../../../platform/http/csrf.ts'
import { createServer } from '../../../../platform/http/server.ts'
import { type Actor, publicActor } from '../../../../platform/values/actor.ts'
import { newId } from '../../../../platform/values/ids.ts'
import { registerPages } from '../../../pages.ts'
import { paths } from '../../../paths.ts'

let world: CaseWorld
let app: FastifyInstance
let dossierId: string

type SignedIn = Extract<Actor, { kind: 'staff' | 'citizen' }>
interface Browser { readonly cookies: Readonly<Record<string, string>>; opens(path: string): Promise<{ status: number; html: string }>; searches(text: string): Promise<string> }

async function browserOf(actor: SignedIn): Promise<Browser> {
  const token = newId()
  const at = new Date(realNow())
  const sessionId = await world.platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  const cookies = { phien: token }
  return {
    cookies,
    async opens(path) {
      const { statusCode, body } = await app.inject({ url: path, cookies })
      return { status: statusCode, html: body }
    },
    async searches(tim) {
      const payload = new URLSearchParams({ _csrf: formToken(world.platform.keys.session, sessionId), tim }).toString()
      const answer = await app.inject({ method: 'POST', url: paths.search(), cookies, payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
      return (await app.inject({ url: String(answer.headers.location), cookies })).body
    },
  }
}

beforeAll(async () => {
  world = await openCaseWorld()
  app = await createServer(world.platform)
  const assets = { stylesheet: '/tai-san/x.css' }
  await registerPages(app, { platform: world.platform, assets: { citizen: assets, staff: assets } })
  dossierId = await world.file('an')
})
afterAll(async () => {
  await app.close()
  await world[Symbol.asyncDispose]()
})

/** The rows of the applicant's page: who and what for, newest first. */
async function told(): Promise<string[]> {
  const page = await (await browserOf((await world.signIn('an')).actor)).opens(paths.whoRead())
  return parse(page.html).querySelectorAll('tbody tr').filter((row) => !row.closest('#danh-sach')).map((row) => row.querySelectorAll('td').slice(0, 2).map((cell) => cell.text.trim()).join(': '))
}

/** The rows below them: lists in which the applicant stood, with how often. */
async function listed(): Promise<string[]> {
  const page = await (await browserOf((await world.signIn('an')).actor)).opens(paths.whoRead())
  return parse(page.html).querySelectorAll('#danh-sach tbody tr').map((row) => row.querySelectorAll('td').slice(0, 3).map((cell) => cell.text.trim()).join(': '))
}

const OFFICE = 'Phòng Cảnh sát giao thông, Công an tỉnh Bắc Ninh'

test('whoever opens a dossier is told to its owner, with role, office and purpose; opening it again and its picture are the same reading (AUD4)', async () => {
  expect(await told()).toEqual([])
  const [oanh, quang] = [await browserOf(await world.staff('appraiser')), await browserOf(await world.staff('signer'))]
  for (const path of [paths.officerDossier(dossierId), paths.officerPortrait(dossierId), paths.officerDossier(dossierId)]) expect((await oanh.opens(path)).status).toBe(200)
  expect(await told()).toEqual([`Cán bộ thụ lý, ${OFFICE}: Thụ lý hồ sơ`])
  // A picture that is opened by its address alone is a reading of its own.
  expect((await quang.opens(paths.officerPortrait(dossierId))).status).toBe(200)
  expect((await told()).sort()).toEqual([`Cán bộ thụ lý, ${OFFICE}: Thụ lý hồ sơ`, `Lãnh đạo ký, ${OFFICE}: Xem ảnh chân dung`])
  await world.hoursPass(1)
  // Pages read a copy of the clock that may be a moment old.
  const then = (await world.platform.clock.now()).getTime()
  await vi.waitFor(async () => expect((await world.platform.read(publicActor, async (work) => work.now)).getTime()).toBe(then))
  await oanh.opens(paths.officerDossier(dossierId))
  expect((await told())[0]).toBe(`Cán bộ thụ lý, ${OFFICE}: Thụ lý hồ sơ`)
  expect(await told()).toHaveLength(3)
})

test('a search that finds somebody is one row, whatever it found, and a counter that received them is told too (AUD4)', async () => {
  const vinh = await browserOf(await world.staff('supervisor'))
  const { person, actor } = await world.signIn('an')
  for (let again = 0; again < 2; again++) expect(await vinh.searches(person.identityNumber)).toContain(dossierId)
  expect(await told()).toHaveLength(4)
  expect(await told()).toContain(`Cán bộ giám sát, ${OFFICE}: Tên bạn có trong kết quả tìm kiếm`)
  expect(await world.platform.asOwner('select cardinality(dossier_ids) as n from dossiers.list_reading')).toEqual([{ n: 1 }])
  await world.platform.work(await world.staff('clerk'), (work) => openVisit(work, { personId: actor.personId, identifiedBy: 'scan' }))
  expect(await told()).toContainEqual(expect.stringMatching(/^Cán bộ Một cửa, .+: Tiếp bạn tại quầy$/))
})

test('lists of work are told below, put together however often and by whomever of an office, and drown no reading; within ten minutes they are one (AUD4)', async () => {
  const [before, found] = [await told(), await world.platform.asOwner('select 1 from dossiers.list_reading')]
  const [oanh, phuc, vinh] = [await browserOf(await world.staff('appraiser')), await browserOf(await world.staff('appraiser', 1)), await browserOf(await world.staff('supervisor'))]
  for (const reader of [oanh, oanh, phuc, vinh]) expect((await reader.opens(paths.worklist('waiting-citizen'))).html).toContain(dossierId)
  expect((await listed()).sort()).toEqual([`Cán bộ giám sát, ${OFFICE}: Danh sách công việc: 1`, `Cán bộ thụ lý, ${OFFICE}: Danh sách công việc: 2`])
  await world.hoursPass(1)
  const then = (await world.platform.clock.now()).getTime()
  await vi.waitFor(async () => expect((await world.platform.read(publicActor, async (work) => work.now)).getTime()).toBe(then))
  await oanh.opens(paths.worklist('waiting-citizen'))
  expect((await listed())[0]).toBe(`Cán bộ thụ lý, ${OFFICE}: Danh sách công việc: 3`)
  expect(await told()).toEqual(before)
  // What is refused shows nothing, and is no reading.
  expect((await (await browserOf(await world.staff('clerk'))).opens(paths.worklist('waiting-citizen'))).status).toBe(403)
  expect((await world.platform.asOwner('select 1 from dossiers.list_reading')).length - found.length).toBe(4)
})

test('a list that does not say whom it shows is not shown (AUD4)', async () => {
  const forgetful = await createServer(world.platform)
  forgetful.addHook('onRoute', (route) => {
    if (route.url === paths.officerQuestions()) route.handler = async () => 'Trần Thị Không Ghi'
  })
  const assets = { stylesheet: '/tai-san/x.css' }
  await registerPages(forgetful, { platform: world.platform, assets: { citizen: assets, staff: assets } })
  const { cookies } = await browserOf(await world.staff('appraiser'))
  const [shown, kept] = [await app.inject({ url: paths.officerQuestions(), cookies }), await forgetful.inject({ url: paths.officerQuestions(), cookies })]
  await forgetful.close()
  expect([shown.statusCode, kept.statusCode, kept.body.includes('Không Ghi')]).toEqual([200, 500, false])
})

test('nobody is told of the readings of another person, and a dossier that is not there or lies elsewhere is no reading', async () => {
  const lan = await browserOf((await world.signIn('lan')).actor)
  expect((await lan.opens(paths.whoRead())).html).toContain('Chưa có cán bộ nào mở dữ liệu của bạn')
  const before = await told()
  const elsewhere = { ...(await world.staff('appraiser')), provinceCode: 'ha-noi' }
  await world.platform.work(elsewhere, (work) => noteReading(work, dossierId, 'paper'))
  await world.platform.work(elsewhere, (work) => noteReading(work, newId(), 'paper'))
  const vinh = await browserOf(await world.staff('supervisor'))
  expect((await vinh.opens(`/can-bo/ho-so/${dossierId}/giay-to/${newId()}.pdf`)).status).toBe(404)
  expect(await told()).toEqual(before)
})

test('a form whose body comes in parts does nothing where no page would look for its token', async () => {
  const { cookies } = await browserOf(await world.staff('appraiser'))
  const payload = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'
  const answer = await app.inject({ method: 'POST', url: `/can-bo/hang-loat/${newId()}/xac-nhan`, cookies, payload, headers: { 'content-type': 'multipart/form-data; boundary=x' } })
  expect(answer.statusCode).toBe(403)
})

test('whoever opens more people’s papers within an hour than anybody appraises raises an alarm, once; what one holds oneself does not count (S14, TH2)', async () => {
  const { platform } = world
  const phuc = await world.staff('appraiser', 1)
  const now = (await platform.read(phuc, async (work) => work.now)).toISOString()
  const alarms = () => platform.asOwner<{ subject_id: string }>(`select subject_id from platform.alarm where kind = 'bulk-reading'`)
  // Each planted row is a reading of another dossier that is not there for long: all but the last are counted by their events.
  await platform.asOwner('drop index dossiers.dossier_one_open')
  for (let n = 0; n < readingLimits.perHour; n++) {
    const [id, draftId] = [newId(), newId()]
    await copyRow(world, 'dossiers.draft', { id: draftId }, 'id = (select draft_id from dossiers.dossier where id = $1)', dossierId)
    await copyRow(world, 'dossiers.dossier', { id, draft_id: draftId, submission_code: `HS-${n}` }, 'id = $1', dossierId)
    await platform.asOwner(`insert into dossiers.event (id, dossier_id, kind, at, actor_kind, actor_id, subject_id, channel, details) select gen_random_uuid(), $1, 'read', $2, 'staff', $3, person_id, 'online', '{"purpose": "appraise"}' from dossiers.dossier where id = $1`, [id, now, phuc.staffId])
  }
  world.platform.breaksPromises()
  const [last] = await platform.asOwner<{ id: string }>(`select id from dossiers.dossier where submission_code = 'HS-0'`)
  await platform.asOwner('delete from dossiers.event where dossier_id = $1', [last?.id])
  // The sixtieth is still a day's work.
  await platform.work(phuc, (work) => noteReading(work, last?.id ?? '', 'appraise'))
  expect(await alarms()).toEqual([])
  for (let again = 0; again < 2; again++) await platform.work(phuc, (work) => noteReading(work, dossierId, again === 0 ? 'appraise' : 'paper'))
  expect(await alarms()).toEqual([{ subject_id: phuc.staffId }])
})
