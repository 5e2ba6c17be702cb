import { describe, expect, test } from 'vitest'
import { instantAt } from '../../platform/values/dates.ts'
import { workingCalendar } from '../time/working-days.ts'
import { dutiesOn, dutyFor, findAgreement, partyName, provincesWithAgreement } from './agreements.ts'
import { dutyIds } from './duties.ts'
import { limitTable } from './limit-table.ts'
import { type Limit, limitEndsAt, limitSpans, limitWords } from './limits.ts'

/** The Tuesday is a holiday, the second Saturday is worked instead. */
const calendar = workingCalendar('2026-11-01', '2026-12-31', [
  { date: '2026-11-24', kind: 'holiday', name: 'Ngày nghỉ' }, { date: '2026-11-28', kind: 'make-up', name: 'Làm bù' },
])
const vn = (text: string) => instantAt(text.slice(0, 10), text.slice(11))
const told = (at: Date | undefined) => at && new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('when an agreed time is over (C7)', () => {
  test.each<[string, Limit, string, string]>([
    ['two hours by the clock run through the night', { amount: 2, unit: 'hour' }, '2026-11-20 23:00', '2026-11-21 01:00'],
    ['four working hours end the same day', { amount: 4, unit: 'working-hour' }, '2026-11-20 09:30', '2026-11-20 13:30'],
    ['what is left over goes on after the week-end', { amount: 4, unit: 'working-hour' }, '2026-11-20 15:00', '2026-11-23 10:00'],
    ['begun on a Sunday they count from Monday morning', { amount: 4, unit: 'working-hour' }, '2026-11-22 20:00', '2026-11-23 12:00'],
    ['a holiday is left out', { amount: 4, unit: 'working-hour' }, '2026-11-23 16:00', '2026-11-25 11:00'],
    ['a whole day of work ends the day', { amount: 9, unit: 'working-hour' }, '2026-11-23 08:00', '2026-11-23 17:00'],
    ['one working day is the whole next one', { amount: 1, unit: 'working-day' }, '2026-11-19 10:00', '2026-11-20 17:00'],
    ['after closing the day of the beginning is the next', { amount: 1, unit: 'working-day' }, '2026-11-19 17:00', '2026-11-23 17:00'],
    ['holiday and week-end apart, the worked Saturday counted', { amount: 4, unit: 'working-day' }, '2026-11-23 10:00', '2026-11-28 17:00'],
  ])('%s', (_name, limit, began, ends) => expect(told(limitEndsAt(limit, vn(began), calendar))).toBe(ends))

  test('where the calendar ends nothing is late yet', () => {
    expect(limitEndsAt({ amount: 2, unit: 'working-day' }, vn('2026-12-31 10:00'), calendar)).toBeUndefined()
    expect(limitSpans({ amount: 2, unit: 'working-day' }, vn('2026-12-31 08:00'), vn('2026-12-31 12:00'), calendar).map(({ endsAt }) => endsAt)).toEqual([null])
  })

  test.each<Limit>([{ amount: 4, unit: 'working-hour' }, { amount: 13, unit: 'working-hour' }, { amount: 2, unit: 'working-day' }, { amount: 5, unit: 'hour' }])('the table says the same as the single answer, at every minute of ten days: %o', (limit) => {
    const [from, until] = [vn('2026-11-18 00:00'), vn('2026-11-28 00:00')]
    const spans = limitSpans(limit, from, until, calendar)
    for (let at = from.getTime() + 30_000; at < until.getTime(); at += 7 * 60_000) {
      const found = spans.filter((span) => span.from.getTime() <= at && at < span.until.getTime())
      expect(found).toHaveLength(1)
      const [span] = found
      const ends = span?.endsAt && span.endsAt.getTime() + (span.moves ? at - span.from.getTime() : 0)
      expect(told(ends ? new Date(ends) : undefined), told(new Date(at))).toBe(told(limitEndsAt(limit, new Date(at), calendar)))
    }
  })

  test('people read "1 working day", "4 giờ làm việc"', () => {
    expect([limitWords({ amount: 1, unit: 'working-day' }).en, limitWords({ amount: 4, unit: 'working-hour' }).vi]).toEqual(['1 working day', '4 giờ làm việc'])
  })
})

describe('agreements', () => {
  test('Hải Phòng signed in October 2023; before, nothing was agreed and the usual duties hold', () => {
    expect(findAgreement('hai-phong', '2023-10-01')).toBeUndefined()
    expect(findAgreement('hai-phong', '2023-10-31')?.value.parties).toEqual(['authority', 'health-department', 'post'])
    expect(dutyFor(dutiesOn('hai-phong', '2023-10-01'), 'post', 'delivery')?.limit.value).toEqual({ amount: 4, unit: 'working-day' })
    expect(dutyFor(dutiesOn('hai-phong', '2023-10-31'), 'post', 'delivery')?.limit.value).toEqual({ amount: 2, unit: 'working-day' })
  })

  test('since March 2025 the police stand in the place of the transport department, which is marked as assumed', () => {
    expect(findAgreement('hai-phong', '2025-02-28')?.assumed).toBeUndefined()
    expect(findAgreement('hai-phong', '2025-03-01')?.assumed).toBe(true)
    expect([partyName('authority', 'hai-phong', '2025-02-28').vi, partyName('authority', 'hai-phong', '2025-03-01').vi]).toEqual(['Sở GTVT Hải Phòng', 'Phòng CSGT Hải Phòng'])
  })

  test('every duty has words in both languages, a source, and is marked where no source prints its time', () => {
    for (const province of [...provincesWithAgreement(), 'ha-noi']) {
      const duties = dutiesOn(province, '2026-11-20')
      expect(duties.map(({ id }) => id)).toEqual([...dutyIds])
      for (const { task, limit } of duties) expect([task.vi, task.en, limit.source].every((text) => text.length > 5)).toBe(true)
    }
    expect(dutiesOn('bac-ninh', '2025-06-01').filter(({ limit }) => !limit.assumed).map(({ id }) => id)).toEqual(['accept'])
  })

  test('what a citizen takes is measured by nobody', () => expect(dutyFor(dutiesOn('bac-ninh', '2026-11-20'), 'citizen', 'fee')).toBeUndefined())

  test('a wait is measured by what was owed when it began', () => {
    const wide = workingCalendar('2023-10-01', '2023-10-31', [])
    const rows = limitTable('hai-phong', vn('2023-10-09 00:00'), vn('2023-10-11 00:00'), wide).filter(({ duty }) => duty === 'deliver')
    const endOf = (text: string) => told(rows.find(({ from, until }) => from <= vn(text) && vn(text) < until)?.endsAt ?? undefined)
    expect([endOf('2023-10-09 09:00'), endOf('2023-10-10 09:00')]).toEqual(['2023-10-13 17:00', '2023-10-12 17:00'])
  })
})
