import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { CalendarNotLoaded, countWorkingDays, isWorkingDay, proposedHolidays } from '../../catalogue/index.ts'
import type { Actor } from '../../platform/values/actor.ts'
import { publicActor } from '../../platform/values/actor.ts'
import { listOpenAlarms } from '../../platform/outside/alarms.ts'
import { instantAt } from '../../platform/values/dates.ts'
import { watchYears } from './actions.ts'
import { confirmDay, confirmWithdrawal, enterDay, findEntry, getCalendar, invariants, listEntries, openYear, withdrawDay } from './index.ts'

function administrator(staffId: string, role = 'administrator'): Actor {
  return { kind: 'staff', staffId, personId: staffId, role, provinceCode: 'ha-noi', officeCode: null, sessionId: staffId, channel: 'online' }
}
const mai = administrator('mai')
const nga = administrator('nga')

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T09:40:00+07:00' })
})
afterAll(async () => platform[Symbol.asyncDispose]())

const calendar = (province: string | null, from: string, to?: string) => platform.read(publicActor, (work) => getCalendar(work, province, from, to))

describe('the working calendar', () => {
  test.each([
    ['2024-02-07', 5, '2024-02-21'],
    ['2024-04-26', 1, '2024-05-02'],
    ['2024-05-03', 1, '2024-05-04'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-04-25', 2, '2025-04-28'],
    ['2025-08-29', 1, '2025-09-03'],
    ['2026-01-01', 5, '2026-01-09'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-04-24', 3, '2026-05-04'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-11-20', 5, '2026-11-30'],
    ['2027-02-03', 5, '2027-02-17'],
    ['2027-04-29', 2, '2027-05-05'],
    ['2027-09-01', 1, '2027-09-06'],
  ])('%s and %i working days lead to %s', async (from, n, due) => {
    expect(countWorkingDays(from, n, await calendar(null, from)).dueOn).toBe(due)
  })

  test('2024 to 2027 have the eleven or twelve days off of the labour code', async () => {
    const off = async (year: number) => (await platform.read(publicActor, (work) => listEntries(work, year))).filter((d) => d.kind === 'holiday').length
    expect([await off(2024), await off(2025), await off(2026), await off(2027)]).toEqual([11, 11, 12, 12])
  })
  test('nothing is counted past the last loaded year', async () => {
    await expect(calendar(null, '2028-01-03')).rejects.toThrow(CalendarNotLoaded)
    await expect(calendar(null, '2023-12-29')).rejects.toThrow(CalendarNotLoaded)
    const late = await calendar('ha-noi', '2027-12-27')
    expect(() => countWorkingDays('2027-12-27', 5, late)).toThrow(CalendarNotLoaded)
  })

  test('a day counts only after a second person confirmed it, in its province only, until it is withdrawn (TH3)', async () => {
    const day = { province: 'ha-noi', date: '2026-12-10', kind: 'leave', name: 'Nghỉ theo quyết định', decreeNo: '99/QĐ-THU' } as const
    const id = await platform.work(mai, (work) => enterDay(work, day))
    expect(isWorkingDay('2026-12-10', await calendar('ha-noi', '2026-12-01'))).toBe(true)
    await expect(platform.work(mai, (work) => confirmDay(work, id))).rejects.toMatchObject({ code: 'calendar-second-person' })
    await expect(platform.work(nga, (work) => enterDay(work, day))).rejects.toMatchObject({ code: 'calendar-day-exists' })
    expect(await platform.work(mai, (work) => enterDay(work, day))).toBe(id)
    await expect(platform.work(mai, (work) => enterDay(work, { ...day, decreeNo: '98/QĐ-THU' }))).rejects.toMatchObject({ code: 'calendar-day-exists' })
    await expect(platform.work(mai, (work) => enterDay(work, { ...day, date: '2026-12-11', decreeNo: ' ' }))).rejects.toMatchObject({ code: 'calendar-decree-missing' })
    await platform.work(nga, (work) => confirmDay(work, id))
    expect(isWorkingDay('2026-12-10', await calendar('ha-noi', '2026-12-01'))).toBe(false)
    expect(isWorkingDay('2026-12-10', await calendar('bac-ninh', '2026-12-01'))).toBe(true)
    await expect(platform.work(nga, (work) => withdrawDay(work, id, ' '))).rejects.toMatchObject({ code: 'calendar-decree-missing' })
    await expect(platform.work(mai, (work) => confirmWithdrawal(work, id))).rejects.toMatchObject({ code: 'calendar-nothing-proposed' })
    await platform.work(nga, (work) => withdrawDay(work, id, '100/QĐ-THU'))
    expect(isWorkingDay('2026-12-10', await calendar('ha-noi', '2026-12-01'))).toBe(false)
    await expect(platform.work(nga, (work) => confirmWithdrawal(work, id))).rejects.toMatchObject({ code: 'calendar-second-person' })
    await platform.work(mai, (work) => confirmWithdrawal(work, id))
    expect(isWorkingDay('2026-12-10', await calendar('ha-noi', '2026-12-01'))).toBe(true)
    expect(await platform.read(mai, (work) => findEntry(work, id))).toMatchObject({ decreeNo: '99/QĐ-THU', source: '99/QĐ-THU', confidence: 1, withdrawalDecreeNo: '100/QĐ-THU', withdrawalBy: 'nga', withdrawnBy: 'mai' })
  })

  test('as if it were confirmed, as if it were taken back: the calendar can be asked before anybody decides', async () => {
    const id = await platform.work(mai, (work) => enterDay(work, { province: null, date: '2026-12-15', kind: 'leave', name: 'Nghỉ thử', decreeNo: '101/QĐ-THU' }))
    const [tet] = (await platform.read(mai, (work) => listEntries(work, 2026))).filter(({ date }) => date === '2026-02-17')
    const assumed = (change: { counts?: string; dropped?: string }) => platform.read(publicActor, (work) => getCalendar(work, 'ha-noi', '2026-01-01', undefined, change))
    expect([isWorkingDay('2026-12-15', await assumed({})), isWorkingDay('2026-12-15', await assumed({ counts: id }))]).toEqual([true, false])
    expect([isWorkingDay('2026-02-17', await assumed({})), isWorkingDay('2026-02-17', await assumed({ dropped: tet?.id ?? '' }))]).toEqual([false, true])
    await platform.work(nga, (work) => withdrawDay(work, id, ''))
    expect((await platform.read(mai, (work) => listEntries(work, 2026))).some(({ date }) => date === '2026-12-15')).toBe(false)
  })

  test('only administrators change it, each their own province or the whole country (TH3)', async () => {
    const day = { province: 'bac-ninh', date: '2026-12-17', kind: 'leave', name: 'Nghỉ', decreeNo: '1/QĐ' } as const
    await expect(platform.work(mai, (work) => enterDay(work, day))).rejects.toMatchObject({ code: 'calendar-other-province' })
    await expect(platform.work(administrator('mai', 'supervisor'), (work) => enterDay(work, { ...day, province: 'ha-noi' }))).rejects.toMatchObject({ code: 'wrong-role' })
    await expect(platform.work(publicActor, (work) => openYear(work, 2028))).rejects.toMatchObject({ code: 'wrong-role' })
    await expect(platform.work(mai, (work) => enterDay(work, { ...day, province: null, kind: 'make-up' }))).rejects.toMatchObject({ code: 'calendar-not-a-weekend' })
  })

  test('whoever runs the service hears of the end of the loaded years two months before, once, and no longer when the next is open', async () => {
    const at = (on: string) => platform.work({ kind: 'system', name: 'test', channel: 'online' }, (work) => watchYears({ ...work, now: instantAt(on, '06:00'), today: on }))
    const alarms = async () => (await platform.read(publicActor, listOpenAlarms)).filter(({ kind }) => kind === 'calendar-ends').length
    await at('2027-11-01')
    expect(await alarms()).toBe(0)
    for (const on of ['2027-11-02', '2027-11-03']) await at(on)
    expect(await alarms()).toBe(1)
    await platform.asOwner("update platform.alarm set settled_at = '2027-11-04', settled_by = 'test'")
  })

  test('a further year is opened in order, whole, and by two people: all its days count in the same moment', async () => {
    await expect(platform.work(mai, (work) => openYear(work, 2029))).rejects.toMatchObject({ code: 'calendar-year-order' })
    await expect(platform.work(mai, (work) => openYear(work, 2028))).rejects.toMatchObject({ code: 'calendar-year-incomplete' })
    const ids: string[] = []
    for (const day of proposedHolidays(2028) ?? []) ids.push(await platform.work(nga, (work) => enterDay(work, { ...day, province: null, decreeNo: '1/TB-THU' })))
    await expect(platform.work(mai, (work) => confirmDay(work, ids[0] ?? ''))).rejects.toMatchObject({ code: 'calendar-year-not-open' })
    await expect(platform.work(nga, (work) => openYear(work, 2028))).rejects.toMatchObject({ code: 'calendar-second-person' })
    for (let presses = 0; presses < 2; presses++) await platform.work(mai, (work) => openYear(work, 2028))
    const opened = await calendar(null, '2028-01-03')
    expect([opened.to, isWorkingDay('2028-01-26', opened), isWorkingDay('2028-01-24', opened)]).toEqual(['2028-12-31', false, true])
  })

  test('the application may not move or delete a day', async () => {
    await platform.asOwner('set role toantrinh_app')
    await expect(platform.asOwner("update calendars.day set date = '2026-12-01'")).rejects.toThrow('permission denied')
    await expect(platform.asOwner('delete from calendars.day')).rejects.toThrow('permission denied')
    await platform.asOwner('reset role')
  })

  test('no invariant is violated, and each catches what it is for', async () => {
    const rows = async () => {
      const found: Record<string, number> = {}
      for (const [name, query] of Object.entries(invariants)) found[name] = (await platform.asOwner(query.text, query.values)).length
      return found
    }
    expect(Object.values(await rows())).toEqual([0, 0, 0, 0, 0])
    const plant = `insert into calendars.day (id, date, kind, name, source, confidence, entered_by, entered_at, confirmed_by, confirmed_at) values (gen_random_uuid(), `
    platform.breaksPromises()
    await platform.asOwner('alter table calendars.day drop constraint two_people')
    await platform.asOwner(`${plant} '2026-12-09', 'make-up', 'x', 'x', 1, 'mai', '2026-01-01', 'nga', '2026-01-01')`)
    await platform.asOwner(`${plant} '2035-12-10', 'leave', 'x', 'x', 1, 'mai', '2026-01-01', 'mai', '2026-01-01')`)
    await platform.asOwner("insert into calendars.loaded_year values (2033, 'mai', 'nga', '2026-01-01')")
    await platform.asOwner(`${plant} '2026-12-18', 'leave', 'x', ' ', 1, 'mai', '2026-01-01', 'nga', '2026-01-01')`)
    await platform.asOwner('alter table calendars.day drop constraint withdrawal_by_two')
    await platform.asOwner("update calendars.day set withdrawn_by = 'mai', withdrawn_at = '2026-01-01', withdrawal_by = 'mai', withdrawal_at = '2026-01-01', withdrawal_decree_no = 'x' where date = '2026-02-16'")
    expect(Object.values(await rows())).toEqual([1, 1, 1, 2, 1])
  })
})
