import { describe, expect, test } from 'vitest'
import { countText } from '../../../platform/values/money.ts'
import { hoursText, shareText } from './numbers.ts'
import { bucketsOf, neighbours, periodAround } from './period.ts'

describe('shares are rounded by one rule, to two decimals', () => {
  test.each([[1115, 2490, '44,78 %'], [1, 3, '33,33 %'], [2, 3, '66,67 %'], [1, 20_000, '0,01 %'], [1, 20_001, '0,00 %'], [1, 1, '100,00 %'], [0, 7, '0,00 %'], [11_946, 20_044, '59,60 %']])('%i of %i is %s', (part, whole, text) => {
    expect(shareText(part, whole, 'vi')?.replace('\u00a0', ' ')).toBe(text)
    expect(shareText(part, whole, 'en')?.replace('\u00a0', ' ')).toBe(text.replace(',', '.'))
  })

  test('there is no share of nothing', () => expect(shareText(0, 0, 'vi')).toBeUndefined())
})

test('large numbers and hours are written with the marks of the language', () => {
  expect([countText(1_234_567, 'vi'), countText(1_234_567, 'en'), hoursText(90, 'vi'), hoursText(75_001, 'en')]).toEqual(['1.234.567', '1,234,567', '1,5', '1,250.0'])
})

test('a period knows its neighbours, and ends with today', () => {
  expect(periodAround('quy', '2026-11-20')).toEqual({ kind: 'quy', from: '2026-10-01', to: '2026-12-31' })
  expect(periodAround('thang', '2024-02-10').to).toBe('2024-02-29')
  expect(neighbours(periodAround('thang', '2026-11-20'), '2026-11-20')).toEqual({ previous: periodAround('thang', '2026-10-05'), next: undefined })
  expect(neighbours(periodAround('nam', '2018-05-05'), '2026-11-20').previous).toBeUndefined()
  expect(bucketsOf(periodAround('thang', '2026-11-20'), 'day', '2026-11-03')).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
  expect(bucketsOf(periodAround('nam', '2023-01-01'), 'quarter', '2026-11-03')).toEqual(['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'])
})
