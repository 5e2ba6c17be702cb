import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlantedWait, plantWaits } from '../../../test/office/planted-waits.ts'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { getCalendar } from '../../capabilities/calendars/index.ts'
import { dutiesOn, dutyFor } from '../../catalogue/index.ts'
import { limitEndsAt } from '../../catalogue/agreements/limits.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { addDays, instantAt, localDateAt, weekday } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'
import { statuses } from '../lifecycle.ts'
import { turnOf } from '../turn.ts'
import { limitsSince, listLateWaits, listOpenWaits, spanOfMonth, sumKept, sumKeptByWeek, sumOpenWaits, sumOwnerHours, WAITS_PAGE_SIZE } from './lateness.ts'

const NOW = '2026-11-20T08:30:00Z'
let platform: TestPlatform

beforeAll(async () => {
  platform = await openTestPlatform({ at: NOW })
  platform.breaksPromises()
})
afterAll(() => platform[Symbol.asyncDispose]())

const read = <T>(fn: (work: Work) => Promise<T>) => platform.read(systemActor('figures'), fn)

/** A dossier that has been open since August, with these waits. */
const plant = (province: string, code: string, waits: readonly PlantedWait[]) => plantWaits(platform, province, code, '2026-08-01T02:00:00Z', waits)

const kinds = [
  ['office', 'to-accept'], ['office', 'to-appraise'], ['office', 'to-sign'], ['office', 'copy-to-read'], ['printer', 'card'], ['clinic', 'health-certificate'], ['post', 'delivery'], ['post', 'card-listed'],
  ['traffic-police', 'violations'], ['population-register', 'identity'], ['payment-platform', 'fee'], ['citizen', 'fee'],
] as const

/** Made by a plain rule, the same at every run. */
function manyWaits(): PlantedWait[] {
  let seed = 20261120
  const next = () => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed / 2_147_483_648 }
  const first = instantAt('2026-08-20').getTime()
  const now = new Date(NOW).getTime()
  return Array.from({ length: 500 }, () => {
    const [owner, cause] = kinds[Math.floor(next() * kinds.length)] ?? kinds[0]
    const from = first + next() * (now - first)
    const to = from + next() ** 3 * 12 * 86_400_000
    return { owner, cause, from: new Date(Math.floor(from)), to: new Date(Math.min(Math.floor(to), now)) }
  })
}

test('the query judges five hundred waits as one asks of each alone: counted once, in the month and week in which it was settled (C7)', async () => {
  const waits = manyWaits()
  await plant('bac-ninh', 'TT-TEST-0001', waits)
  const now = new Date(NOW)
  const span = { from: spanOfMonth('2026-11').from, to: now }
  const calendar = await read((work) => getCalendar(work, 'bac-ninh', '2026-07-01', '2026-12-31'))
  const judged = waits.flatMap(({ owner, cause, from, to }) => {
    const duty = dutyFor(dutiesOn('bac-ninh', localDateAt(from)), owner, cause)
    const ends = duty && limitEndsAt(duty.limit.value, from, calendar)
    if (!duty || !to || !ends) return []
    const isLate = ends < to
    return [{ duty: duty.id, isLate, at: isLate ? ends : to, over: to.getTime() - ends.getTime() }]
  })
  const inMonth = judged.filter(({ at }) => at >= span.from && at < span.to)
  const count = (rows: typeof judged) => Object.fromEntries(Object.entries(Object.groupBy(rows, ({ duty }) => duty)).map(([duty, of = []]) => [duty, [of.length, of.filter(({ isLate }) => isLate).length]]))

  const limits = await read((work) => limitsSince(work, 'bac-ninh', span.from))
  const kept = await read((work) => sumKept(work, 'bac-ninh', span, limits))
  expect(Object.fromEntries(kept.map(({ duty, settled, late }) => [duty, [settled, late]]))).toEqual(count(inMonth))
  expect(inMonth.filter(({ isLate }) => isLate).length).toBeGreaterThan(WAITS_PAGE_SIZE)

  const late = await read((work) => listLateWaits(work, 'bac-ninh', span, limits, kept.map(({ duty }) => duty), 1))
  const second = await read((work) => listLateWaits(work, 'bac-ninh', span, limits, kept.map(({ duty }) => duty), 2))
  const overs = inMonth.filter(({ isLate }) => isLate).map(({ over }) => over).sort((a, b) => b - a)
  expect([...late.slice(0, WAITS_PAGE_SIZE), ...second].map(({ endsAt, toAt }) => (toAt?.getTime() ?? 0) - endsAt.getTime())).toEqual(overs.slice(0, WAITS_PAGE_SIZE + second.length))

  const monday = addDays('2026-11-20', 1 - weekday('2026-11-20'))
  const weeks = { from: instantAt(addDays(monday, -77)), to: now }
  const since = await read((work) => limitsSince(work, 'bac-ninh', weeks.from))
  const byWeek = await read((work) => sumKeptByWeek(work, 'bac-ninh', weeks, since))
  const mondayOf = (at: Date) => addDays(localDateAt(at), 1 - weekday(localDateAt(at)))
  const expected = judged.filter(({ at }) => at >= weeks.from && at < now).map(({ duty, at }) => `${mondayOf(at)} ${duty}`)
  expect(byWeek.map(({ week, duty, settled }) => [`${week} ${duty}`, settled])).toEqual(Object.entries(Object.groupBy(expected, (key) => key)).map(([key, of = []]) => [key, of.length] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
})

test('an open wait is late once its time is over, and stays in the month in which that was', async () => {
  await plant('hai-phong', 'TT-TEST-0002', [{ owner: 'post', cause: 'delivery', from: instantAt('2026-10-27', '10:00'), to: null }])
  const limits = await read((work) => limitsSince(work, 'hai-phong', instantAt('2026-10-01')))
  const [open] = await read((work) => sumOpenWaits(work, 'hai-phong', limits))
  expect(open).toMatchObject({ owner: 'post', duty: 'deliver', dossiers: 1, late: 1, oldestCode: 'TT-TEST-0002' })
  expect(await read((work) => listOpenWaits(work, 'hai-phong', limits, ['deliver'], 1))).toEqual([{ code: 'TT-TEST-0002', duty: 'deliver', fromAt: instantAt('2026-10-27', '10:00'), endsAt: instantAt('2026-10-29', '17:00') }])
  expect(await read((work) => listOpenWaits(work, 'hai-phong', limits, ['take-over'], 1))).toEqual([])
  expect(await read((work) => sumKept(work, 'hai-phong', spanOfMonth('2026-10'), limits))).toEqual([{ duty: 'deliver', settled: 1, late: 1, unjudged: 0 }])
  expect(await read((work) => sumKept(work, 'hai-phong', spanOfMonth('2026-11'), limits))).toEqual([])
})

test('where the calendar of a year is not there, what is measured in working time is neither in time nor late: it cannot be judged; hours by the clock are (C7)', async () => {
  await using other = await openTestPlatform({ at: '2027-02-10T08:30:00Z' })
  other.breaksPromises()
  await other.asOwner('delete from calendars.loaded_year where year = 2027')
  await plantWaits(other, 'bac-ninh', 'TT-TEST-0003', '2026-12-01T02:00:00Z', [
    { owner: 'post', cause: 'delivery', from: instantAt('2026-12-14', '10:00'), to: instantAt('2026-12-15', '10:00') },
    { owner: 'post', cause: 'delivery', from: instantAt('2026-12-30', '10:00'), to: instantAt('2026-12-31', '10:00') },
    { owner: 'post', cause: 'delivery', from: instantAt('2026-12-30', '10:00'), to: instantAt('2027-01-20', '10:00') },
    { owner: 'traffic-police', cause: 'violations', from: instantAt('2027-01-11', '10:00'), to: instantAt('2027-01-12', '10:00') },
    { owner: 'office', cause: 'to-sign', from: instantAt('2027-01-12', '10:00'), to: null },
  ])
  const asked = <T>(fn: (work: Work) => Promise<T>) => other.read(systemActor('figures'), fn)
  const limits = await asked((work) => limitsSince(work, 'bac-ninh', instantAt('2026-12-01')))
  expect(limits.missingYear).toBe('2027')
  expect(await asked((work) => sumOpenWaits(work, 'bac-ninh', limits))).toMatchObject([{ owner: 'office', duty: 'sign', dossiers: 1, late: 0, unjudged: 1 }])
  expect(await asked((work) => sumKept(work, 'bac-ninh', spanOfMonth('2026-12'), limits))).toEqual([{ duty: 'deliver', settled: 2, late: 0, unjudged: 0 }])
  expect((await asked((work) => sumKept(work, 'bac-ninh', spanOfMonth('2027-01'), limits))).sort((a, b) => (a.duty < b.duty ? -1 : 1))).toEqual([
    { duty: 'deliver', settled: 0, late: 0, unjudged: 1 }, { duty: 'sign', settled: 0, late: 0, unjudged: 1 }, { duty: 'violations', settled: 1, late: 1, unjudged: 0 },
  ])
  const later = await asked((work) => limitsSince(work, 'bac-ninh', work.now))
  expect([later.missingYear, await asked((work) => sumOpenWaits(work, 'bac-ninh', later))]).toMatchObject(['2027', [{ duty: 'sign', late: 0, unjudged: 1 }]])
})

test('other provinces see nothing of it; the hours of a month are those that lie within it', async () => {
  const limits = await read((work) => limitsSince(work, 'ha-noi', new Date(NOW)))
  expect(await read((work) => sumOpenWaits(work, 'ha-noi', limits))).toEqual([])
  expect(await read((work) => sumOwnerHours(work, 'hai-phong', spanOfMonth('2026-10')))).toEqual([{ owner: 'post', dossiers: 1, hours: 4 * 24 + 14 }])
})

test('whoever can be waited for, the citizen apart, owes something by a time', () => {
  const cards = ['printing', 'posted', 'to-collect', 'sent-back', 'listed', 'to-post'] as const
  const turns = statuses.flatMap((status) => cards.map((card) => turnOf(status, [], card))).filter(({ owner }) => owner !== 'citizen' && owner !== 'nobody')
  const duties = dutiesOn('bac-ninh', '2026-11-20')
  expect(turns.length).toBeGreaterThan(4)
  for (const { owner, cause } of turns) expect(dutyFor(duties, owner, cause), `${owner}: ${cause}`).toBeDefined()
})
