import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { confirmDay, enterDay, holdCalendar, withdrawDay } from '../../../capabilities/calendars/index.ts'
import { type Actor, systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { confirmCalendarDay, confirmCalendarWithdrawal, openCalendarYear } from './change-calendar.ts'

const [here, there, another] = [newId(), newId(), newId()]
const administrator = (staffId: string, provinceCode = 'bac-ninh'): Actor => ({ kind: 'staff', staffId, personId: staffId, role: 'administrator', provinceCode, officeCode: null, sessionId: staffId, channel: 'online' })

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-10-06T02:00:00Z' })
  // One person with a post in two provinces, and somebody else.
  await platform.asOwner(`insert into identity.staff (id, identity_index, full_name, role, province_code, active_from) values
    ($1, '\\x01', 'Mẫu', 'administrator', 'bac-ninh', '2020-01-01'), ($2, '\\x01', 'Mẫu', 'administrator', 'ha-noi', '2020-01-01'), ($3, '\\x02', 'Mẫu', 'administrator', 'bac-ninh', '2020-01-01')`, [here, there, another])
})
afterAll(async () => platform[Symbol.asyncDispose]())

const enter = (date: string) => platform.work(administrator(here), (work) => enterDay(work, { province: null, date, kind: 'leave', name: 'Nghỉ', decreeNo: '1/QĐ-THU' }))

test('two posts of one person are not two people: neither confirms, takes back nor opens what the other entered (TH3)', async () => {
  const id = await enter('2026-10-14')
  const second = { code: 'calendar-second-person' }
  await expect(platform.work(administrator(there, 'ha-noi'), (work) => confirmCalendarDay(work, id))).rejects.toMatchObject(second)
  await platform.work(administrator(another), (work) => confirmCalendarDay(work, id))
  await platform.work(administrator(here), (work) => withdrawDay(work, id, '2/QĐ-THU'))
  await expect(platform.work(administrator(there, 'ha-noi'), (work) => confirmCalendarWithdrawal(work, id))).rejects.toMatchObject(second)
  await platform.work(administrator(another), (work) => confirmCalendarWithdrawal(work, id))
  const ofNextYear = await enter('2028-01-03')
  await expect(platform.work(administrator(there, 'ha-noi'), (work) => openCalendarYear(work, 2028))).rejects.toMatchObject(second)
  await expect(platform.work(administrator(another), (work) => openCalendarYear(work, 2028))).rejects.toMatchObject({ code: 'calendar-year-incomplete' })
  await platform.work(administrator(another), (work) => withdrawDay(work, ofNextYear, ''))
})

test('who changes the calendar waits for everybody who is counting by it: no date is written by a calendar that is no longer (TIM4)', async () => {
  const id = await enter('2026-10-15')
  const order: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let counts = () => {}
  const counting = new Promise<void>((resolve) => {
    counts = resolve
  })
  const counter = platform.work(systemActor('test'), async (work) => {
    await holdCalendar(work)
    counts()
    await held
    order.push('counted')
  })
  await counting
  const changer = platform.work(administrator(another), (work) => confirmDay(work, id)).then(() => order.push('changed'))
  while ((await platform.asOwner("select 1 from pg_locks where locktype = 'advisory' and not granted")).length === 0) expect(order).toEqual([])
  release()
  await Promise.all([counter, changer])
  expect(order).toEqual(['counted', 'changed'])
})
