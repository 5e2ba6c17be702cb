import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantAt } from '../../platform/values/dates.ts'
import { type CalendarDay, CalendarNotLoaded, countingDay, countWorkingDays, isWorkingDay, workingCalendar, workingDaysBetween } from './working-days.ts'

const days: CalendarDay[] = [
  { date: '2026-02-16', kind: 'holiday', name: 'Tết' },
  { date: '2026-02-17', kind: 'holiday', name: 'Tết' },
  { date: '2026-02-18', kind: 'holiday', name: 'Tết' },
  { date: '2026-02-19', kind: 'holiday', name: 'Tết' },
  { date: '2026-02-20', kind: 'holiday', name: 'Tết' },
  { date: '2026-08-22', kind: 'make-up', name: 'Làm bù' },
  { date: '2026-08-31', kind: 'leave', name: 'Nghỉ hoán đổi' },
  { date: '2026-09-01', kind: 'holiday', name: 'Quốc khánh' },
  { date: '2026-09-02', kind: 'holiday', name: 'Quốc khánh' },
  { date: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
]
const dueOn = (...count: Parameters<typeof countWorkingDays>) => countWorkingDays(...count).dueOn
const calendar = workingCalendar('2026-01-01', '2027-12-31', days)

describe('working days', () => {
  test.each([
    ['a plain week', '2026-10-05', 5, '2026-10-12'],
    ['five days from a Friday', '2026-10-09', 5, '2026-10-16'],
    ['two days over a weekend', '2026-10-08', 2, '2026-10-12'],
    ['over the Day of Culture', '2026-11-20', 5, '2026-11-30'],
    ['over the whole of Tết', '2026-02-13', 5, '2026-02-27'],
    ['over National Day with its exchanged Monday', '2026-08-28', 5, '2026-09-09'],
    ['a make-up Saturday counts as a working day', '2026-08-20', 2, '2026-08-22'],
    ['from a Saturday the next Monday is the first day', '2026-10-10', 1, '2026-10-12'],
    ['no days from a Saturday is the Monday', '2026-10-10', 0, '2026-10-12'],
    ['no days from a working day is that day', '2026-10-12', 0, '2026-10-12'],
    ['over new year', '2026-12-30', 3, '2027-01-04'],
  ])('%s: from %s %i days lead to %s', (_, start, n, due) => expect(dueOn(start, n, calendar)).toBe(due))

  test('the count can be shown day by day', () => {
    const counted = countWorkingDays('2026-11-20', 3, calendar)
    expect(counted.counted).toEqual(['2026-11-23', '2026-11-25', '2026-11-26'])
    expect(counted.skipped.map((s) => s.date)).toEqual(['2026-11-21', '2026-11-22', '2026-11-24'])
    expect(counted.skipped[2]?.why).toMatchObject({ kind: 'holiday' })
  })

  test('counting past the last loaded year is refused', () => {
    expect(() => dueOn('2027-12-29', 5, calendar)).toThrow(CalendarNotLoaded)
    expect(() => isWorkingDay('2025-12-31', calendar)).toThrow(CalendarNotLoaded)
  })
  test('half days and negative days do not exist', () => {
    expect(() => dueOn('2026-10-05', 1.5, calendar)).toThrow()
    expect(() => dueOn('2026-10-05', -1, calendar)).toThrow()
  })

  test.each([
    ['on a working morning', '2026-10-09', '09:40', '2026-10-09'],
    ['a minute before closing', '2026-10-09', '16:59', '2026-10-09'],
    ['at closing, Friday', '2026-10-09', '17:00', '2026-10-12'],
    ['at night before a holiday', '2026-11-23', '23:30', '2026-11-25'],
    ['early on a working day', '2026-10-09', '00:05', '2026-10-09'],
    ['on a Sunday', '2026-10-11', '10:00', '2026-10-12'],
    ['on a make-up Saturday', '2026-08-22', '10:00', '2026-08-22'],
  ])('what arrives %s counts from the right day (C2)', (_, day, time, expected) => expect(countingDay(instantAt(day, time), calendar)).toBe(expected))

  test('10,000 random counts agree with an oracle that lists every working day (R9, TIM3)', () => {
    const span = Array.from({ length: 730 }, (_, i) => addDays('2026-01-01', i))
    // 1 January 2026 was a Thursday: days 2 and 3, 9 and 10, … are weekends.
    const weekends = new Set(span.filter((_, i) => i % 7 === 2 || i % 7 === 3))
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 30 }),
        fc.uniqueArray(fc.record({ at: fc.integer({ min: 0, max: 729 }), kind: fc.constantFrom('holiday' as const, 'leave' as const, 'make-up' as const) }), { maxLength: 60, selector: (d) => d.at }),
        (offset, n, special) => {
          const table = special.flatMap((s) => {
            const date = span[s.at]
            return date === undefined ? [] : [{ date, kind: s.kind, name: 'x' }]
          })
          const cal = workingCalendar('2026-01-01', '2027-12-31', table)
          const off = new Set(table.filter((d) => d.kind !== 'make-up').map((d) => d.date))
          const on = new Set(table.filter((d) => d.kind === 'make-up').map((d) => d.date))
          const worked = span.filter((d) => on.has(d) || (!off.has(d) && !weekends.has(d)))
          const start = span[offset] ?? '2026-01-01'
          const expected = n === 0 ? worked.find((d) => d >= start) : worked.filter((d) => d > start)[n - 1]
          const due = dueOn(start, n, cal)
          expect(due).toBe(expected)
          expect(isWorkingDay(due, cal)).toBe(true)
          if (n > 0) expect(workingDaysBetween(start, due, cal)).toBe(n)
        },
      ),
      { numRuns: 10_000 },
    )
  }, 60_000)
})
