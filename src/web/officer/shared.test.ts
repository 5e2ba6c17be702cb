import { expect, test } from 'vitest'
import { workingCalendar } from '../../catalogue/index.ts'
import { instantAt } from '../../platform/values/dates.ts'
import { leftOf, stateOf } from './shared.ts'

const calendar = workingCalendar('2026-11-01', '2026-12-31', [])
const due = { dueAt: instantAt('2026-11-27', '17:00'), noticeDueAt: null, noticeKeptAt: null, status: 'accepted', turnCause: 'to-appraise' } as const

test.each([
  ['2026-11-20', '09:00', '5 ngày làm việc', 'quiet'],
  ['2026-11-26', '09:00', '1 ngày làm việc', 'waiting'],
  ['2026-11-27', '16:59', 'Hôm nay', 'waiting'],
  ['2026-11-27', '17:01', 'Quá hạn hôm nay', 'stopped'],
  ['2026-12-01', '09:00', 'Quá 2 ngày làm việc', 'stopped'],
])('on %s at %s a dossier due on Friday the 27th reads "%s" (C2)', (on, time, text, tone) => {
  expect(leftOf(due, instantAt(on, time), calendar, 'vi')).toEqual({ text, tone })
})

test('past the last loaded year nobody can tell how long is left, and the list says so instead of failing (C2)', () => {
  const december = { ...due, dueAt: instantAt('2027-01-08', '17:00') }
  expect(leftOf(december, instantAt('2026-12-30', '09:00'), calendar, 'vi')).toEqual({ text: 'Chưa có lịch năm 2027', tone: 'stopped' })
  expect(leftOf(december, instantAt('2027-02-01', '09:00'), workingCalendar('2027-01-08', '2027-01-07', []), 'en')?.text).toBe('No calendar for 2027')
})

test('once decided nothing is left to count; before acceptance the notice counts; while a supplement is awaited the clock stands (C2)', () => {
  expect(leftOf({ ...due, status: 'signed' }, instantAt('2026-12-01'), calendar, 'vi')).toBeUndefined()
  const filed = { ...due, status: 'filed', dueAt: null, noticeDueAt: instantAt('2026-11-24', '17:00'), turnCause: 'to-accept' } as const
  expect(leftOf(filed, instantAt('2026-11-23', '09:00'), calendar, 'vi')).toEqual({ text: '1 ngày làm việc', tone: 'waiting' })
  expect(leftOf({ ...filed, noticeKeptAt: instantAt('2026-11-23') }, instantAt('2026-11-23', '09:00'), calendar, 'vi')).toBeUndefined()
  expect(leftOf({ ...due, status: 'supplementing', turnCause: 'supplement' }, instantAt('2026-12-23', '09:00'), calendar, 'vi')).toEqual({ text: 'Đồng hồ dừng', tone: 'quiet' })
  expect(leftOf({ ...due, status: 'supplementing', turnCause: 'supplement-again' }, instantAt('2026-12-01', '09:00'), calendar, 'vi')?.tone).toBe('stopped')
})

test('a source that is silent and a citizen who must act are told apart (P2)', () => {
  expect(stateOf({ status: 'filed', turn: 'outside', turnCause: 'health-certificate' }, 'vi')).toEqual({ text: 'Chờ giấy khám', tone: 'waiting' })
  expect(stateOf({ status: 'filed', turn: 'citizen', turnCause: 'health-certificate' }, 'vi').text).toBe('Giấy khám chưa dùng được')
})
