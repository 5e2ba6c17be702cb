import { expect, test } from 'vitest'
import { instantAt } from '../values/dates.ts'
import { daysOf } from './source-days.ts'

const now = instantAt('2026-11-20', '12:00')

test('an outage over midnight is split between the two days it belongs to', () => {
  const outages = [{ from: instantAt('2026-11-18', '23:30'), to: instantAt('2026-11-19', '01:15') }]
  expect(daysOf(outages, instantAt('2026-01-01'), now, 3)).toEqual([{ on: '2026-11-18', outMinutes: 30 }, { on: '2026-11-19', outMinutes: 75 }, { on: '2026-11-20', outMinutes: 0 }])
})

test('one that lasts counts until now, and a day before anybody asked says nothing', () => {
  const outages = [{ from: instantAt('2026-11-20', '11:00'), to: null }]
  expect(daysOf(outages, instantAt('2026-11-20', '08:00'), now, 2)).toEqual([{ on: '2026-11-19', outMinutes: null }, { on: '2026-11-20', outMinutes: 60 }])
  expect(daysOf([], null, now, 1)).toEqual([{ on: '2026-11-20', outMinutes: null }])
})
