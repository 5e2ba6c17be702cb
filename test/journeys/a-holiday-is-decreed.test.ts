/** A day off is decreed while dossiers wait: two administrators enter it, every date that it touches moves, and each page says from when to when and why (C2, TIM4). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmWithdrawal, enterDay, findEntry, withdrawDay } from '../../src/capabilities/calendars/index.ts'
import { accept, confirmCalendarDay, confirmCalendarWithdrawal, findApology, listEvents, listRecounts, previewChange } from '../../src/dossiers/index.ts'
import { listMessages } from '../../src/observers/notifications/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { localDateAt } from '../../src/platform/values/dates.ts'
import { dossierOf, pay } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const actor = systemActor('test')
const day = { province: null, date: '2026-11-26', kind: 'leave', name: 'Nghỉ theo quyết định', decreeNo: '2611/QĐ-THU' } as const
let world: CaseWorld
let accepted = ''
let waiting = ''
beforeAll(async () => {
  // Friday, 09:00 in Viet Nam; the 24th is a holiday.
  world = await openCaseWorld('2026-11-20T02:00:00Z')
  accepted = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, accepted)
  await world.platform.work(await world.claim(accepted), (work) => accept(work, accepted))
  waiting = await world.file('an')
  await world.workerSettles()
})
afterAll(() => world[Symbol.asyncDispose]())

const eventsOf = async (id: string, kind: string) => (await world.platform.read(actor, (work) => listEvents(work, id))).filter((event) => event.kind === kind)
const dueOf = async (id: string) => localDateAt((await dossierOf(world, id)).dueAt ?? new Date(0))
let entryId = ''

test('before anybody confirms it, the day says how many dates it would move, and which', async () => {
  expect(await dueOf(accepted)).toBe('2026-11-30')
  entryId = await world.platform.work(await world.staff('administrator'), (work) => enterDay(work, day))
  await world.workerSettles()
  const preview = await world.platform.read(actor, async (work) => {
    const entry = await findEntry(work, entryId)
    return entry && previewChange(work, entry)
  })
  const { officialNumber } = await dossierOf(world, accepted)
  expect(preview).toEqual({ later: 1, earlier: 0, overdue: 0, uncounted: 0, rows: [{ code: officialNumber, province: 'bac-ninh', from: '2026-11-30', to: '2026-12-01' }] })
  expect(await dueOf(accepted)).toBe('2026-11-30')
})

test('who entered it does not confirm it; another administrator does, and the date moves by an event that names the decree', async () => {
  const [mo, nghi] = [await world.staff('administrator'), await world.staff('administrator', 1)]
  await expect(world.platform.work(mo, (work) => confirmCalendarDay(work, entryId))).rejects.toMatchObject({ code: 'calendar-second-person' })
  await world.platform.work(nghi, (work) => confirmCalendarDay(work, entryId))
  await world.workerSettles()
  expect(await dueOf(accepted)).toBe('2026-12-01')
  expect((await eventsOf(accepted, 'move-due')).map(({ details, actorKind }) => ({ ...details, actorKind }))).toEqual([
    { dueOn: '2026-11-30', newDueOn: '2026-12-01', decreeNo: '2611/QĐ-THU', day: '2026-11-26', kind: 'leave', change: 'confirmed', entryId, counted: '2026-11-23 2026-11-25 2026-11-27 2026-11-30 2026-12-01', actorKind: 'system' },
  ])
  expect(await eventsOf(waiting, 'move-due')).toEqual([])
  expect(await world.platform.read(actor, (work) => listRecounts(work, entryId))).toMatchObject([{ change: 'confirmed', seen: 1, moved: 1, uncounted: 0 }])
  expect(await world.broken()).toEqual({})
})

test('the citizen is written to with the new date', async () => {
  const { personId } = await dossierOf(world, accepted)
  const messages = await world.platform.read(actor, (work) => listMessages(work, accepted, personId))
  expect(messages.some(({ text }) => text.includes('01/12/2026'))).toBe(true)
})

test('the same news twice moves nothing twice', async () => {
  const [fact] = await world.platform.asOwner<{ id: string }>("select id from platform.fact where kind = 'calendar.changed'")
  await world.platform.work(actor, async (work) => work.enqueue('dossiers.recount', { factId: fact?.id ?? '', entryId, change: 'confirmed' }))
  await world.workerSettles()
  expect([await dueOf(accepted), (await eventsOf(accepted, 'move-due')).length]).toEqual(['2026-12-01', 1])
})

test('an apology keeps its first date, and its new one moves; taken back by another decree it moves back', async () => {
  // Five days later, the last one but one: the apology names a new date.
  await world.hoursPass(10 * 24 - 2)
  const apology = await world.platform.read(actor, (work) => findApology(work, accepted))
  expect([apology && localDateAt(apology.promisedAt), apology && localDateAt(apology.newDueAt)]).toEqual(['2026-12-01', '2026-12-09'])
  const [mo, nghi] = [await world.staff('administrator'), await world.staff('administrator', 1)]
  const second = await world.platform.work(nghi, (work) => enterDay(work, { ...day, date: '2026-12-07', decreeNo: '712/QĐ-THU' }))
  await world.platform.work(mo, (work) => confirmCalendarDay(work, second))
  await world.workerSettles()
  const later = await world.platform.read(actor, (work) => findApology(work, accepted))
  expect([await dueOf(accepted), later && localDateAt(later.newDueAt)]).toEqual(['2026-12-01', '2026-12-10'])
  expect((await eventsOf(accepted, 'move-due'))[0]?.details).toMatchObject({ dueOn: '2026-12-09', newDueOn: '2026-12-10', decreeNo: '712/QĐ-THU' })
  expect(await world.broken()).toEqual({})
  // Taken back by another decree and two people, it moves back.
  await world.platform.work(mo, (work) => withdrawDay(work, second, '713/QĐ-THU'))
  await expect(world.platform.work(mo, (work) => confirmWithdrawal(work, second))).rejects.toMatchObject({ code: 'calendar-second-person' })
  await world.platform.work(nghi, (work) => confirmCalendarWithdrawal(work, second))
  await world.workerSettles()
  expect((await eventsOf(accepted, 'move-due'))[0]?.details).toMatchObject({ dueOn: '2026-12-10', newDueOn: '2026-12-09', decreeNo: '713/QĐ-THU', change: 'withdrawn' })
  expect(await world.broken()).toEqual({})
})
