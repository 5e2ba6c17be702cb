import { expect, test } from 'vitest'
import { addDays, weekday } from '../../platform/values/dates.ts'
import { proposedHolidays } from './holidays.ts'

const YEARS = Array.from({ length: 14 }, (_, i) => 2027 + i)

test.each(YEARS)('for %i the code’s twelve holidays are proposed, on twelve days, and one in lieu of each on a weekend', (year) => {
  const days = proposedHolidays(year) ?? []
  const holidays = days.filter(({ kind }) => kind === 'holiday')
  const dates = new Set(days.map(({ date }) => date))
  // Where two holidays meet on one day, the year has one day less.
  expect(dates.size).toBe(days.length)
  expect(holidays).toHaveLength(12)
  expect(days.filter(({ kind }) => kind === 'leave')).toHaveLength(holidays.filter(({ date }) => weekday(date) >= 6).length)
  expect(days.filter(({ kind, date }) => kind === 'leave' && weekday(date) >= 6)).toEqual([])
  expect(days.every(({ date, source, confidence }) => date.startsWith(String(year)) && source !== '' && confidence < 1)).toBe(true)
})

// Published: 2027 in the press of September 2026; 2028 and 2030 in printed almanacs. In 2030 Beijing keeps the day after.
test.each([[2027, '2027-02-06', '2027-04-16'], [2028, '2028-01-26', '2028-04-04'], [2030, '2030-02-02', '2030-04-12']])('Tết and the Hùng Kings of %i fall on %s and %s as Viet Nam counts the moon', (year, newYear, kings) => {
  const days = proposedHolidays(year) ?? []
  const tet = days.filter(({ kind, name }) => kind === 'holiday' && name === 'Tết Nguyên đán').map(({ date }) => date)
  expect(tet).toEqual([-1, 0, 1, 2, 3].map((n) => addDays(newYear, n)))
  expect(days.some(({ date, name }) => date === kings && name === 'Giỗ Tổ Hùng Vương')).toBe(true)
})

test('a year whose moon nobody has tabled is not guessed', () => {
  expect([proposedHolidays(2026), proposedHolidays(2041)]).toEqual([undefined, undefined])
})
