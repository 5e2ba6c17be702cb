/**
 * A day off is decreed while dossiers wait: one administrator enters it, another sees what it would move and confirms it; every date that it
 * touches moves, and the pages of citizen and officer say from when to when and why (C2, TIM4).
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterDay } from '../../src/capabilities/calendars/index.ts'
import { accept, askSupplement, confirmCalendarDay, findApology, jobs, listEvents, listRecounts, supplement } from '../../src/dossiers/index.ts'
import { listMessages } from '../../src/observers/notifications/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { instantAt, localDateAt } from '../../src/platform/values/dates.ts'
import { registerAdministrator } from '../../src/web/administrator/index.ts'
import { registerCitizen } from '../../src/web/citizen/index.ts'
import { registerOfficer } from '../../src/web/officer/index.ts'
import { paths } from '../../src/web/paths.ts'
import { type Desk, openDesks } from '../office/desk.ts'
import { dossierOf, pay } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const actor = systemActor('test')
const typed = { date: '26/11/2026', kind: 'leave', name: 'Nghỉ theo quyết định', where: 'country', decree: '2611/QĐ-THU', source: 'Quyết định mẫu', confidence: 'read' }
let world: CaseWorld
let [mo, nghi, hanh, officer]: Desk[] = []
let [accepted, waiting, asked, dayId] = ['', '', '', '']
beforeAll(async () => {
  // Friday, 09:00 in Viet Nam; the 24th is a holiday.
  world = await openCaseWorld('2026-11-20T02:00:00Z')
  accepted = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, accepted)
  await world.platform.work(await world.claim(accepted), (work) => accept(work, accepted))
  waiting = await world.file('an')
  await world.workerSettles()
  const { desk } = await openDesks(world, (app, web) => {
    registerOfficer(app, web)
    registerCitizen(app, web)
    registerAdministrator(app, web)
  })
  mo = await desk(await world.staff('administrator'))
  nghi = await desk(await world.staff('administrator', 1))
  hanh = await desk((await world.signIn('hanh')).actor)
  officer = await desk(await world.staff('appraiser'))
})
afterAll(() => world[Symbol.asyncDispose]())

const eventsOf = async (id: string, kind: string) => (await world.platform.read(actor, (work) => listEvents(work, id))).filter((event) => event.kind === kind)
const dueOf = async (id: string) => localDateAt((await dossierOf(world, id)).dueAt ?? new Date(0))
/** What a page says, in one line. */
async function reads(desk: Desk | undefined, path: string): Promise<string> {
  return ((await desk?.opens(path))?.page.querySelector('main')?.innerHTML ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('one administrator enters the day; nothing moves, and who entered it cannot confirm it', async () => {
  expect(await dueOf(accepted)).toBe('2026-11-30')
  await mo?.opens(paths.calendar())
  const sent = await mo?.sends('nam=2026&tinh=bac-ninh', typed)
  expect([sent?.status, sent?.location]).toEqual([303, '/lich-lam-viec?nam=2026&tinh=bac-ninh&xong=nhap'])
  const page = await mo?.opens(sent?.location ?? '')
  dayId = page?.page.querySelectorAll('a').find((link) => link.text.includes('26/11/2026'))?.getAttribute('href')?.split('/').at(-1) ?? ''
  const own = await mo?.opens(paths.calendarDay(dayId))
  expect([own?.html.includes('2611/QĐ-THU'), own?.html.includes('Bạn nhập ngày này: một quản trị khác phải xác nhận.'), own?.page.querySelector('form[action$="/xac-nhan"]')]).toEqual([true, true, null])
  const forced = await mo?.posts(paths.calendarDayAct(dayId, 'xac-nhan'), { _csrf: own?.page.querySelector('[name=_csrf]')?.getAttribute('value') ?? '' })
  expect([forced?.status, forced?.html.includes('Người nhập không tự xác nhận')]).toEqual([409, true])
  await world.workerSettles()
  expect(await dueOf(accepted)).toBe('2026-11-30')
})

test('the other one reads how many dates it would move, from which day to which, and confirms it', async () => {
  const page = await reads(nghi, paths.calendarDay(dayId))
  const { officialNumber } = await dossierOf(world, accepted)
  expect(page).toContain('1 hồ sơ có ngày hẹn muộn hơn')
  expect(page).toContain(`${officialNumber} Bắc Ninh 30/11/2026 01/12/2026`)
  expect((await nghi?.sends(`${dayId}/xac-nhan`))?.status).toBe(303)
  await world.workerSettles()
  expect(await reads(nghi, `${paths.calendarDay(dayId)}?xong`)).toContain('Đã xem 1 hồ sơ, đổi ngày hẹn 1 hồ sơ')
})

test('the date has moved by an event that names the decree; a dossier that nobody accepted has none to move', async () => {
  expect(await dueOf(accepted)).toBe('2026-12-01')
  expect((await eventsOf(accepted, 'move-due')).map(({ details, actorKind }) => ({ ...details, actorKind }))).toEqual([{
    dueOn: '2026-11-30', newDueOn: '2026-12-01', decreeNo: '2611/QĐ-THU', day: '2026-11-26', kind: 'leave', change: 'confirmed', entryId: dayId, counted: '2026-11-23 2026-11-25 2026-11-27 2026-11-30 2026-12-01', actorKind: 'system',
  }])
  expect(await eventsOf(waiting, 'move-due')).toEqual([])
  expect(await world.broken()).toEqual({})
})

test('Hạnh reads the new date, the old one and why, on the page and in a message; so does the officer', async () => {
  const page = await reads(hanh, paths.dossier(accepted))
  expect(page).toContain('Từ ngày 30/11/2026 thành ngày 01/12/2026: ngày 26/11/2026 được nghỉ theo 2611/QĐ-THU. Bạn không phải làm gì.')
  expect(await reads(hanh, paths.howCounted(accepted))).toContain('Nghỉ theo quyết định (2611/QĐ-THU), nghỉ, không tính')
  expect(await reads(officer, paths.officerDossier(accepted))).toContain('30/11/2026 → 01/12/2026, theo 2611/QĐ-THU')
  const { personId } = await dossierOf(world, accepted)
  const messages = await world.platform.read(actor, (work) => listMessages(work, accepted, personId))
  expect(messages.some(({ text }) => text.includes('Lịch làm việc thay đổi') && text.includes('01/12/2026'))).toBe(true)
})

test('the same news twice, and a start of the worker in between, move nothing twice', async () => {
  const [fact] = await world.platform.asOwner<{ id: string }>("select id from platform.fact where kind = 'calendar.changed'")
  await world.platform.work(actor, async (work) => {
    work.enqueue('dossiers.recount', { factId: fact?.id ?? '', entryId: dayId, change: 'confirmed' })
    work.enqueue('dossiers.unfinished-recounts', {})
  })
  await world.workerSettles()
  expect([await dueOf(accepted), (await eventsOf(accepted, 'move-due')).length]).toEqual(['2026-12-01', 1])
  expect(await world.platform.read(actor, (work) => listRecounts(work, dayId))).toMatchObject([{ change: 'confirmed', seen: 1, moved: 1, uncounted: 0 }])
})

test('once an apology is out its first date stays and its new one moves; taken back by a decree and two people it moves back', async () => {
  await world.hoursPass(10 * 24 - 2)
  const apology = async () => {
    const found = await world.platform.read(actor, (work) => findApology(work, accepted))
    return found && [localDateAt(found.promisedAt), localDateAt(found.newDueAt)]
  }
  expect(await apology()).toEqual(['2026-12-01', '2026-12-09'])
  const [first, second] = [await world.staff('administrator'), await world.staff('administrator', 1)]
  const id = await world.platform.work(second, (work) => enterDay(work, { province: null, date: '2026-12-07', kind: 'leave', name: 'Nghỉ', decreeNo: '712/QĐ-THU' }))
  await world.platform.work(first, (work) => confirmCalendarDay(work, id))
  await world.workerSettles()
  expect([await dueOf(accepted), await apology()]).toEqual(['2026-12-01', ['2026-12-01', '2026-12-10']])
  expect((await eventsOf(accepted, 'move-due'))[0]?.details).toMatchObject({ dueOn: '2026-12-09', newDueOn: '2026-12-10', decreeNo: '712/QĐ-THU' })
  expect(await world.broken()).toEqual({})
  await mo?.opens(paths.calendarDay(id))
  expect((await mo?.sends(`${id}/bo`, { decree: '713/QĐ-THU' }))?.status).toBe(303)
  expect(await reads(mo, paths.calendarDay(id))).toContain('Bạn đề nghị bỏ: một quản trị khác phải xác nhận.')
  expect(await reads(nghi, paths.calendarDay(id))).toContain('1 hồ sơ có ngày hẹn sớm hơn')
  expect((await nghi?.sends(`${id}/xac-nhan-bo`))?.status).toBe(303)
  await world.workerSettles()
  expect((await eventsOf(accepted, 'move-due'))[0]?.details).toMatchObject({ dueOn: '2026-12-10', newDueOn: '2026-12-09', decreeNo: '713/QĐ-THU', change: 'withdrawn' })
  expect(await reads(hanh, paths.dossier(accepted))).toContain('ngày 07/12/2026 không còn là ngày nghỉ, theo 713/QĐ-THU')
  expect(await world.broken()).toEqual({})
})

/** A day off for the whole country that two administrators let count; the worker has not heard of it yet. */
async function decree(date: string, decreeNo: string): Promise<void> {
  const id = await world.platform.work(await world.staff('administrator'), (work) => enterDay(work, { province: null, date, kind: 'leave', name: 'Nghỉ', decreeNo }))
  const other = await world.staff('administrator', 1)
  await world.platform.work(other, (work) => confirmCalendarDay(work, id))
}
async function acceptOf(slug: string): Promise<string> {
  const id = await world.file(slug)
  await pay(world, id)
  await world.platform.work(await world.claim(id), (work) => accept(work, id))
  await world.workerSettles()
  return id
}
/** The clock goes to an hour of a day in Viet Nam, and the worker does what became due. */
const until = async (on: string, at: string) => world.hoursPass((instantAt(on, at).getTime() - (await world.platform.clock.now()).getTime()) / 3_600_000)
const apologyOf = async (id: string) => {
  const found = await world.platform.read(actor, (work) => findApology(work, id))
  return found && [localDateAt(found.issuedAt), localDateAt(found.promisedAt), localDateAt(found.newDueAt)]
}

test('tomorrow becomes a day off: nobody is asked pardon for a date that moves away, whoever is quicker; the moved date has its own morning, and what was promised then stands (C2, TIM3, TIM4)', async () => {
  const em = await acceptOf('em')
  asked = em
  await until('2026-12-02', '08:00')
  const dung = await acceptOf('dung')
  expect([await dueOf(em), await dueOf(dung)]).toEqual(['2026-12-07', '2026-12-09'])
  // Sunday, half past six: between the sweeps of two mornings.
  await until('2026-12-05', '08:00')
  await until('2026-12-06', '06:30')
  await decree('2026-12-07', '714/QĐ-THU')
  const begged = () => jobs['dossiers.apologise']?.(world.platform, { dossierId: em })
  await begged()
  expect([await apologyOf(em), await dueOf(em)]).toEqual([undefined, '2026-12-07'])
  await world.workerSettles()
  await begged()
  expect([await apologyOf(em), await dueOf(em)]).toEqual([undefined, '2026-12-08'])
  await until('2026-12-07', '08:00')
  expect(await apologyOf(em)).toEqual(['2026-12-07', '2026-12-08', '2026-12-16'])
  // The very day that was promised becomes a day off too: who was asked pardon keeps the one new date.
  await decree('2026-12-08', '715/QĐ-THU')
  await world.workerSettles()
  expect([await apologyOf(em), (await eventsOf(em, 'move-due')).length, (await eventsOf(em, 'apologise')).length]).toEqual([['2026-12-07', '2026-12-08', '2026-12-16'], 1, 1])
  expect(await dueOf(dung)).toBe('2026-12-11')
  expect(await world.broken()).toEqual({})
  // Nothing ran for three days: on the morning of the eleventh it is too late, until that day becomes a day off as well.
  await until('2026-12-11', '08:00')
  expect([await apologyOf(dung), (await eventsOf(dung, 'apology-missed')).map(({ details }) => details.dueOn)]).toEqual([undefined, ['2026-12-11']])
  await decree('2026-12-11', '716/QĐ-THU')
  await world.workerSettles()
  expect([await apologyOf(dung), await dueOf(dung)]).toEqual([undefined, '2026-12-14'])
  await until('2026-12-13', '08:00')
  expect((await apologyOf(dung))?.slice(0, 2)).toEqual(['2026-12-13', '2026-12-14'])
  expect(await world.broken()).toEqual({})

  // The new date itself becomes a day off, the day before: it moves by an event, nobody is asked pardon twice, and the person hears the day that holds.
  await until('2026-12-16', '08:00')
  expect((await apologyOf(em))?.[2]).toBe('2026-12-17')
  await decree('2026-12-17', '717/QĐ-THU')
  await world.workerSettles()
  expect(await apologyOf(em)).toEqual(['2026-12-07', '2026-12-08', '2026-12-18'])
  expect((await eventsOf(em, 'move-due'))[0]?.details).toMatchObject({ dueOn: '2026-12-17', newDueOn: '2026-12-18', day: '2026-12-17', decreeNo: '717/QĐ-THU' })
  expect([(await eventsOf(em, 'apologise')).length, (await eventsOf(em, 'apology-missed')).length]).toEqual([1, 0])
  const { personId } = await dossierOf(world, em)
  const messages = await world.platform.read(actor, (work) => listMessages(work, em, personId))
  expect(new Set(messages.filter(({ text }) => text.includes('18/12/2026')).map(({ channel }) => channel))).toEqual(new Set(['mail', 'sms']))
  // The date that pardon was asked for stands, though its day is a day off since: the page says so, beside the days as they would be counted now.
  const counted = await reads(officer, paths.officerHowCounted(em))
  for (const words of ['Ngày 08/12/2026 đã được báo nên giữ nguyên', '17/12/2026 → 18/12/2026', 'Ngày 17/12/2026 được nghỉ, theo 717/QĐ-THU']) expect(counted, words).toContain(words)
  expect(await world.broken()).toEqual({})
})

test('an answer that overtakes a changed calendar: what did not stand still moves nothing, and a date in which both have a part names the decree too (C2, TIM4)', async () => {
  await pay(world, waiting)
  await world.platform.work(await world.claim(waiting), (work) => accept(work, waiting))
  await world.workerSettles()
  const ask = async (id: string) => world.platform.work(await world.claim(id), (work) => askSupplement(work, id, { points: [{ kind: 'portrait', reason: 'unreadable', note: 'x' }] }))
  /** A picture is sent in beforehand: the worker, which looks at it, hears of the calendar too. */
  const prepares = async (slug: string, id: string) => {
    const [{ actor: person }, portraitId] = [await world.signIn(slug), await world.portrait(slug)]
    return () => world.platform.work(person, (work) => supplement(work, id, { portraitId }))
  }
  for (const id of [waiting, asked]) await ask(id)
  await world.workerSettles()
  // Wednesday the 16th: five working days on, but for the 17th, is the 24th. The other one was asked pardon and waits for the 18th.
  expect([await dueOf(waiting), (await apologyOf(asked))?.[2]]).toEqual(['2026-12-24', '2026-12-18'])
  const emAnswers = await prepares('em', asked)
  await decree('2026-12-18', '718/QĐ-THU')
  // Answered on the day on which it was asked: nothing stood still.
  await emAnswers()
  expect([(await apologyOf(asked))?.[2], await eventsOf(asked, 'resume-clock')]).toEqual(['2026-12-18', []])
  await world.workerSettles()
  expect([(await apologyOf(asked))?.[2], (await eventsOf(asked, 'move-due'))[0]?.details]).toEqual(['2026-12-21', expect.objectContaining({ dueOn: '2026-12-18', newDueOn: '2026-12-21', decreeNo: '718/QĐ-THU' })])
  await until('2026-12-21', '10:00')
  const anAnswers = await prepares('an', waiting)
  await decree('2026-12-22', '719/QĐ-THU')
  await anAnswers()
  // Monday stood still; Tuesday is off by the decree that is still on its way.
  expect([await dueOf(waiting), (await eventsOf(waiting, 'resume-clock'))[0]?.details]).toEqual(['2026-12-29', expect.objectContaining({
    dueOn: '2026-12-25', newDueOn: '2026-12-29', transferDueOn: '2026-12-21', newTransferDueOn: '2026-12-23', decreeNo: '719/QĐ-THU', day: '2026-12-22',
  })])
  await world.workerSettles()
  expect([await dueOf(waiting), (await eventsOf(waiting, 'move-due')).length, (await eventsOf(waiting, 'move-transfer')).length]).toEqual(['2026-12-29', 1, 1])
  expect(await reads(officer, paths.officerDossier(waiting))).toContain('25/12/2026 → 29/12/2026, theo 719/QĐ-THU; chuyển dữ liệu 21/12/2026 → 23/12/2026')
  expect(await world.broken()).toEqual({})
})
