/** Hạnh is asked for another picture after acceptance: the term stands still meanwhile, and the published figure counts it so (C2, E6). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterDay } from '../../src/capabilities/calendars/index.ts'
import { accept, approve, askSupplement, confirmCalendarDay, supplement } from '../../src/dossiers/index.ts'
import { listSums } from '../../src/observers/statistics/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { dossierOf, pay, signDecision } from '../support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

const actor = systemActor('test')
let world: CaseWorld
let id = ''
beforeAll(async () => {
  // Friday, 09:00 in Viet Nam.
  world = await openCaseWorld('2026-11-20T02:00:00Z')
  id = await world.file('hanh', { reason: 'damaged', certificate: { how: 'not-needed' } })
  await pay(world, id)
  const appraiser = await world.claim(id)
  await world.platform.work(appraiser, (work) => accept(work, id))
  await world.workerSettles()
})
afterAll(() => world[Symbol.asyncDispose]())

/** The days on which the dossier counts, with how many were due and how many in time. */
async function onTime(): Promise<string[]> {
  for (let round = 0; round < 2; round++) await world.hoursPass(0.1)
  const rows = await world.platform.read(actor, (work) => listSums(work, 'on-time', { from: '2026-11-01', to: '2026-12-31' }, 'day'))
  return rows.map(({ bucket, part, amount }) => `${bucket} ${part} ${amount}`)
}

test('it is due five working days after acceptance, the holiday of 24 November not among them', async () => {
  expect((await dossierOf(world, id)).dueAt).toEqual(new Date('2026-11-30T10:00:00Z'))
  expect(await onTime()).toEqual(['2026-11-30 whole 1'])
})

test('while the supplement is awaited the dossier counts on no day', async () => {
  await world.platform.work(await world.claim(id), (work) => askSupplement(work, id, { points: [{ kind: 'portrait', reason: 'unreadable', note: 'x' }] }))
  await world.workerSettles()
  expect(await onTime()).toEqual([])
})

test('asked on Friday, answered on Wednesday, a holiday between: two working days of waiting, so the term ends two working days later', async () => {
  await world.hoursPass(5 * 24)
  const { actor: hanh } = await world.signIn('hanh')
  const portraitId = await world.portrait('hanh')
  await world.platform.work(hanh, (work) => supplement(work, id, { portraitId }))
  await world.workerSettles()
  expect((await dossierOf(world, id)).dueAt).toEqual(new Date('2026-12-02T10:00:00Z'))
  expect(await onTime()).toEqual(['2026-12-02 whole 1'])
  expect(await world.broken()).toEqual({})
})

test('a day off that is decreed meanwhile moves it as it moves every count of days', async () => {
  const [one, other] = [await world.staff('administrator'), await world.staff('administrator', 1)]
  const dayId = await world.platform.work(one, (work) => enterDay(work, { province: 'bac-ninh', date: '2026-12-01', kind: 'leave', name: 'Ngày nghỉ mẫu', decreeNo: '0/QĐ-MẪU' }))
  await world.platform.work(other, (work) => confirmCalendarDay(work, dayId))
  // What nobody could have counted yet is no broken promise.
  expect(await world.broken()).toEqual({})
  expect(await onTime()).toEqual(['2026-12-03 whole 1'])
  expect(await world.broken()).toEqual({})
})

test('signed after the appointed day and before the moved one it was in time', async () => {
  await world.hoursPass(6 * 24 + 22)
  expect(new Date((await world.platform.clock.now())).toISOString().slice(0, 10)).toBe('2026-12-02')
  await world.platform.work(await world.claim(id), (work) => approve(work, id))
  await world.workerSettles()
  await signDecision(world, id)
  expect(await onTime()).toEqual(['2026-12-03 part 1', '2026-12-03 whole 1'])
  expect(await world.broken()).toEqual({})
})
