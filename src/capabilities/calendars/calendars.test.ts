import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { CalendarNotLoaded, countWorkingDays, isWorkingDay } from '../../catalogue/index.ts'
import type { Actor } from '../../platform/values/actor.ts'
import { publicActor } from '../../platform/values/actor.ts'
import { confirmDay, enterDay, getCalendar, invariants, listEntries, openYear, withdrawDay } from './index.ts'

function administrator(staffId: string): Actor {
  return { kind: 'staff', staffId, personId: staffId, role: 'administrator', provinceCode: 'ha-noi', officeCode: null, sessionId: staffId, channel: 'online' }
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
    await expect(platform.work(mai, (work) => enterDay(work, { ...day, date: '2026-12-11', decreeNo: ' ' }))).rejects.toMatchObject({ code: 'calendar-decree-missing' })
    await platform.work(nga, (work) => confirmDay(work, id))
    expect(isWorkingDay('2026-12-10', await calendar('ha-noi', '2026-12-01'))).toBe(false)
    expect(isWorkingDay('2026-12-10', await calendar('bac-ninh', '2026-12-01'))).toBe(true)
    await expect(platform.work(mai, (work) => withdrawDay(work, id))).rejects.toMatchObject({ code: 'calendar-second-person' })
    await platform.work(nga, (work) => withdrawDay(work, id))
    expect(isWorkingDay('2026-12-10', await calendar('ha-noi', '2026-12-01'))).toBe(true)
  })

  test('a further year is opened in order and by two people', async () => {
    await expect(platform.work(mai, (work) => openYear(work, 2029, 'nga'))).rejects.toMatchObject({ code: 'calendar-year-order' })
    await expect(platform.work(mai, (work) => openYear(work, 2028, 'mai'))).rejects.toMatchObject({ code: 'calendar-second-person' })
    await platform.work(mai, (work) => openYear(work, 2028, 'nga'))
    expect((await calendar(null, '2028-01-03')).to).toBe('2028-12-31')
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
    expect(Object.values(await rows())).toEqual([0, 0, 0, 0])
    const plant = `insert into calendars.day (id, date, kind, name, source, confidence, entered_by, entered_at, confirmed_by, confirmed_at) values (gen_random_uuid(), `
    platform.breaksPromises()
    await platform.asOwner('alter table calendars.day drop constraint two_people')
    await platform.asOwner(`${plant} '2026-12-09', 'make-up', 'x', 'x', 1, 'mai', '2026-01-01', 'nga', '2026-01-01')`)
    await platform.asOwner(`${plant} '2035-12-10', 'leave', 'x', 'x', 1, 'mai', '2026-01-01', 'mai', '2026-01-01')`)
    await platform.asOwner("insert into calendars.loaded_year values (2033, 'mai', 'nga', '2026-01-01')")
    expect(Object.values(await rows())).toEqual([1, 1, 1, 1])
  })
})
