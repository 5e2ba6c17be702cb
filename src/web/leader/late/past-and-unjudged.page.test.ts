/** What the leader reads of a month that is over, and where the calendar of a year is not there (C7). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesks, type Desk } from '../../../../test/office/desk.ts'
import { plantWaits } from '../../../../test/office/planted-waits.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { instantAt } from '../../../platform/values/dates.ts'
import { paths } from '../../paths.ts'
import { registerLeader } from '../index.ts'
import { leaderText } from '../text.ts'

const t = leaderText.vi
let world: CaseWorld
let leader: Desk

/** A Wednesday. The first of March 2027 is a Monday, the last of December 2026 a Thursday. */
beforeAll(async () => {
  world = await openCaseWorld('2027-03-10T02:00:00Z')
  leader = await (await openDesks(world, registerLeader)).desk(await world.staff('leader'))
  world.platform.breaksPromises()
  const asked = (from: Date, to: Date | null) => ({ owner: 'traffic-police', cause: 'violations', from, to })
  const signed = (from: Date, to: Date | null) => ({ owner: 'office', cause: 'to-sign', from, to })
  await plantWaits(world.platform, 'bac-ninh', 'TT-TEST-0001', '2026-12-01T02:00:00Z', [
    asked(instantAt('2026-12-29', '08:00'), instantAt('2026-12-29', '09:00')), asked(instantAt('2027-01-02', '08:00'), instantAt('2027-01-02', '13:00')),
    asked(instantAt('2027-02-24', '08:00'), instantAt('2027-02-24', '09:00')), asked(instantAt('2027-02-26', '08:00'), instantAt('2027-02-26', '13:00')), asked(instantAt('2027-03-02', '08:00'), instantAt('2027-03-02', '09:00')),
    signed(instantAt('2027-03-04', '10:00'), null),
  ])
})
afterAll(() => world[Symbol.asyncDispose]())

const texts = (found: readonly { text: string }[]) => found.map((one) => one.text.replace(/\s+/g, ' ').trim())

/** Week from, settled, late, share: the last week first. */
async function weeks(month: string): Promise<string[][]> {
  const { page } = await leader.opens(paths.leader(month))
  const table = page.querySelectorAll('table').find((one) => one.querySelector('th')?.text.trim() === t.columns.week)
  return (table?.querySelectorAll('tbody tr') ?? []).map((row) => texts(row.querySelectorAll('th, td')).slice(0, 4))
}

test('the last week of a month that is over is that of its last day, and whole', async () => {
  expect((await weeks('2027-02')).slice(0, 2)).toEqual([['22/02/2027', '2', '1', '50,0 %'], ['15/02/2027', '0', '0', '–']])
  expect((await weeks('2026-12')).slice(0, 2)).toEqual([['28/12/2026', '2', '1', '50,0 %'], ['21/12/2026', '0', '0', '–']])
  expect(await weeks('2027-02')).toHaveLength(12)
})

test('the last week of the present month is that of today, up to now', async () => {
  const [now, before] = await weeks('2027-03')
  expect([now?.slice(0, 2), before?.slice(0, 3)]).toEqual([['08/03/2027', '0'], ['01/03/2027', '2', '1']])
})

test('where the calendar of the year is not there, nobody is told to have been in time: it cannot be judged, and whose calendar lacks', async () => {
  const before = await leader.opens(paths.leader())
  expect(before.html).not.toContain(t.unjudged)
  await world.platform.asOwner('delete from calendars.loaded_year where year = 2027')
  const { page, html } = await leader.opens(paths.leader())
  expect(html).toContain(t.cannotJudge('2027'))
  expect(texts(page.querySelectorAll('.tt-figures__value'))).toEqual(['1', t.unjudged, t.unjudged, t.unjudged])
  const rows = (caption: string) => page.querySelectorAll('table').find((one) => one.querySelector('caption')?.text === caption)?.querySelectorAll('tbody tr').map((row) => texts(row.querySelectorAll('th, td')))
  expect(rows(t.waited)?.map((row) => row[4])).toEqual([t.unjudged])
  expect(rows(t.kept('2027-03'))?.map((row) => row.slice(3))).toEqual([['1', '0', '0 %'], ['0', t.unjudged, t.unjudged]])
  expect((await weeks('2027-03')).map(([, , , share]) => share)).toEqual([...Array.from({ length: 11 }, () => t.unjudged), '–'])
  for (const path of [paths.leaderLate('2027-03'), paths.leaderWaiting('sign'), paths.leaderFile('2027-03')]) expect((await leader.opens(path)).html).toContain(t.cannotJudge('2027'))
  expect((await leader.opens(paths.leaderLate('2027-03'))).html).not.toContain(t.lateNone)
  expect((await leader.opens(paths.leaderFile('2027-03'))).html).toContain(`"Ký quyết định","1 ngày làm việc",1,"","${t.unjudged}",""`)
})

test('a month before any calendar is told the same way, for its own year', async () => {
  expect((await leader.opens(paths.leader('2023-06'))).html).toContain(t.cannotJudge('2023'))
})
