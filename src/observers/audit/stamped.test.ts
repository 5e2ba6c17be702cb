import { expect, test } from 'vitest'
import { gapsOf, isBefore } from './stamped.ts'

const HOUR = 3_600_000
const at = (hours: number) => new Date(Date.UTC(2026, 10, 20) + hours * HOUR)
/** A checkpoint every half hour from one hour to another. */
const each = (from: number, to: number) => Array.from({ length: (to - from) * 2 + 1 }, (_, i) => ({ size: Math.round((from + i / 2) * 100), at: at(from + i / 2) }))
const stamp = (hours: number, of = hours) => ({ size: of * 100, at: at(hours) })

test('an hour between stamps is no gap; five hours without one are, told as covered once a later stamp comes (S13)', () => {
  expect(gapsOf(each(0, 6), [0, 1, 2, 3, 4, 5, 6].map((hours) => stamp(hours)), 5 * HOUR)).toEqual([])
  expect(gapsOf(each(0, 6), [stamp(0)], 5 * HOUR)).toEqual([{ from: at(0.5), to: at(6), covered: false }])
  expect(gapsOf(each(0, 6), [stamp(0), stamp(6)], 5 * HOUR)).toEqual([{ from: at(0.5), to: at(6), covered: true }])
  expect(gapsOf(each(0, 5), [stamp(0)], 5 * HOUR)).toEqual([])
})

test('a night without events, and a clock that leaps, count as an hour at most: there was nothing to stamp', () => {
  expect(gapsOf([...each(0, 1), ...each(60, 61)], [stamp(0)], 5 * HOUR)).toEqual([])
  // What was stamped only days after its checkpoint is told as an hour late.
  expect(gapsOf(each(0, 1), [stamp(72, 1)], 5 * HOUR)).toEqual([])
})

test('a stamp may not be older than its checkpoint; a minute between two clocks is forgiven', () => {
  expect([isBefore(at(0), at(1)), isBefore(at(1), at(1.01)), isBefore(at(1), at(1))]).toEqual([true, false, false])
})
