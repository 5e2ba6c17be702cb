/**
 * An apology goes out in time: a day before the date that stands, once, with one new date; not to whom the decision came first, and not before
 * the moved date where a supplement moved it (C2, P1). The office and the person read the same page about how the days were counted.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, allowSecondSupplement, approve, askSupplement, findApology, listEvents, supplement } from '../../src/dossiers/index.ts'
import { listMessages } from '../../src/observers/notifications/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { localDateAt, localTimeAt } from '../../src/platform/values/dates.ts'
import { registerCitizen } from '../../src/web/citizen/index.ts'
import { registerOfficer } from '../../src/web/officer/index.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesks } from '../office/desk.ts'
import { dossierOf, pay, signDecision } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const actor = systemActor('test')
let world: CaseWorld
let [hanh, officer]: Desk[] = []
let [late, supplemented, decided] = ['', '', '']
beforeAll(async () => {
  // Friday, 09:00 in Viet Nam; Tuesday the 24th is a holiday, so what is accepted now is due on Monday the 30th.
  world = await openCaseWorld('2026-11-20T02:00:00Z')
  late = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  supplemented = await world.file('an')
  decided = await world.file('em')
  for (const id of [late, supplemented, decided]) await pay(world, id)
  await world.workerSettles()
  for (const id of [late, supplemented, decided]) await world.platform.work(await world.claim(id), (work) => accept(work, id))
  await world.platform.work(await world.claim(supplemented), (work) => askSupplement(work, supplemented, { points: [{ kind: 'portrait', reason: 'unreadable', note: 'x' }] }))
  await world.workerSettles()
  const { desk } = await openDesks(world, (app, web) => {
    registerOfficer(app, web)
    registerCitizen(app, web)
  })
  hanh = await desk((await world.signIn('hanh')).actor)
  officer = await desk(await world.staff('appraiser'))
})
afterAll(() => world[Symbol.asyncDispose]())

const apologyOf = (id: string) => world.platform.read(actor, (work) => findApology(work, id))
const dueOf = async (id: string) => localDateAt((await dossierOf(world, id)).dueAt ?? new Date(0))
async function reads(desk: Desk | undefined, path: string): Promise<string> {
  return ((await desk?.opens(path))?.page.querySelector('main')?.innerHTML ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('while the clock stands no date is promised anew; the answer on Wednesday moves it by the two working days that were not counted', async () => {
  expect([await dueOf(late), await dueOf(supplemented)]).toEqual(['2026-11-30', '2026-11-30'])
  const page = await reads(officer, paths.officerHowCounted(supplemented))
  expect(page).toContain('Đồng hồ đang dừng')
  await world.hoursPass(5 * 24)
  const { actor: an } = await world.signIn('an')
  const portraitId = await world.portrait('an')
  await world.platform.work(an, (work) => supplement(work, supplemented, { portraitId }))
  await world.platform.work(await world.claim(decided), (work) => approve(work, decided))
  await world.workerSettles()
  await signDecision(world, decided)
  expect(await dueOf(supplemented)).toBe('2026-12-02')
  // What is asked a second time, on a supervisor's word, is the office's own time.
  const supervisor = await world.staff('supervisor')
  await world.platform.work(supervisor, (work) => allowSecondSupplement(work, supplemented, 'Ảnh vẫn mờ'))
  await world.platform.work(await world.claim(supplemented), (work) => askSupplement(work, supplemented, { points: [{ kind: 'portrait', reason: 'unreadable', note: 'x' }] }))
  await world.workerSettles()
  expect(await reads(officer, paths.officerHowCounted(supplemented))).not.toContain('Đồng hồ đang dừng')
  expect(await world.broken()).toEqual({})
})

test('on the morning before the date, a Sunday, Hạnh gets her apology and one new date; nobody else does', async () => {
  // Wednesday noon to Sunday noon.
  await world.hoursPass(4 * 24)
  const apology = await apologyOf(late)
  expect(apology && [localDateAt(apology.issuedAt), localTimeAt(apology.issuedAt) >= '07:00', localDateAt(apology.promisedAt), localDateAt(apology.newDueAt)]).toEqual(['2026-11-29', true, '2026-11-30', '2026-12-08'])
  expect([await apologyOf(supplemented), await apologyOf(decided)]).toEqual([undefined, undefined])
  // It goes out by itself under the seal; the head stands for it.
  const standing = "select s.full_name as name, e.details->>'form' as form from dossiers.event e join identity.signing_power p on p.id::text = e.details->>'powerId' join identity.staff s on s.id = p.staff_id where e.dossier_id = $1 and e.kind = 'apologise'"
  expect(await world.platform.asOwner(standing, [late])).toEqual([{ name: 'Bùi Đình Quang', form: 'head' }])
  const { personId } = await dossierOf(world, late)
  const messages = await world.platform.read(actor, (work) => listMessages(work, late, personId))
  expect(messages.filter(({ text }) => text.includes('08/12/2026')).map(({ channel }) => channel).sort()).toEqual(['mail', 'sms'])
})

test('the moved date has its own morning, also while a second supplement is awaited: its clock runs, and the answer moves nothing; each apology goes once, and the portal hears the new dates at once', async () => {
  await world.hoursPass(2 * 24)
  const apology = await apologyOf(supplemented)
  expect(apology && [localDateAt(apology.issuedAt), localDateAt(apology.promisedAt), localDateAt(apology.newDueAt), apology.owner, apology.cause]).toEqual(['2026-12-01', '2026-12-02', '2026-12-10', 'office', 'supplement-again'])
  const { actor: an } = await world.signIn('an')
  const portraitId = await world.portrait('an')
  await world.platform.work(an, (work) => supplement(work, supplemented, { portraitId }))
  await world.hoursPass(4 * 24)
  expect([await dueOf(supplemented), await apologyOf(supplemented)]).toEqual(['2026-12-02', apology])
  for (const [id, times] of [[late, 1], [supplemented, 1], [decided, 0]] as const) {
    expect((await world.platform.read(actor, (work) => listEvents(work, id))).filter(({ kind }) => kind === 'apologise')).toHaveLength(times)
  }
  expect(await world.platform.asOwner("select count(*)::int as n from dossiers.event e where e.kind in ('apologise', 'resume-clock') and not exists (select from dossiers.portal_report r where r.event_id = e.id and r.receipt is not null)")).toEqual([{ n: 0 }])
  expect(await world.broken()).toEqual({})
})

test('Hạnh and the office read how it was counted: who was waited for, each day with its reason, the move, the rules with their sources', async () => {
  const [own, office] = [await reads(hanh, paths.howCounted(late)), await reads(officer, paths.officerHowCounted(supplemented))]
  for (const words of ['Ngày trả mới, theo văn bản xin lỗi', '30/11/2026 → 08/12/2026', 'Cơ quan xin lỗi và hẹn lại một lần', 'Cơ quan: thẩm định', 'Thứ Ba, 24/11/2026', 'Bộ luật Dân sự 2015', 'Được yêu cầu bổ sung 1 lần']) expect(own, words).toContain(words)
  for (const words of ['30/11/2026 → 02/12/2026', 'Chờ bổ sung, đồng hồ dừng, không tính', 'Công dân: bổ sung', 'Ngày chuyển dữ liệu đã thẩm định', 'độ chắc chắn']) expect(office, words).toContain(words)
  // Each rule says what it rests on, and that it is assumed.
  expect(office).toMatch(/lần đầu: đồng hồ dừng\.\s+Căn cứ: [^()]*\(độ chắc chắn 60\s%, theo giả định/)
  expect(await reads(officer, paths.officerDossier(late))).toContain('Cách tính')
})
