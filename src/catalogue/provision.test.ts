import { describe, expect, test } from 'vitest'
import { at, dated, NoProvision } from './provision.ts'

const row = (from: string, to: string | undefined, value: string) => ({ value, from, ...(to === undefined ? {} : { to }), source: 'a law', confidence: 1 })

describe('provisions', () => {
  const table = dated('the fishing fee', [row('2025-01-01', '2025-06-30', 'old'), row('2025-07-01', undefined, 'new')])

  test.each([
    ['2025-01-01', 'old'],
    ['2025-06-30', 'old'],
    ['2025-07-01', 'new'],
    ['2099-12-31', 'new'],
  ])('on %s the value is the %s one', (on, value) => expect(at(table, on).value).toBe(value))

  test('a day that no law covers is an error that names what is missing, never a guess', () => {
    expect(() => at(table, '2024-12-31')).toThrow(NoProvision)
    expect(() => at(table, '2024-12-31')).toThrow('the fishing fee')
  })
  test('two laws for one day are refused at start-up', () => expect(() => dated('x', [row('2025-01-01', '2025-07-01', 'a'), row('2025-07-01', undefined, 'b')])).toThrow('two provisions'))
  test('an open-ended law before another is refused at start-up', () => expect(() => dated('x', [row('2025-01-01', undefined, 'a'), row('2025-07-01', undefined, 'b')])).toThrow('two provisions'))
  test('a law that ends before it begins is refused', () => expect(() => dated('x', [row('2025-02-01', '2025-01-01', 'a')])).toThrow('before it begins'))
  test('a value without a source is refused', () => expect(() => dated('x', [{ ...row('2025-01-01', undefined, 'a'), source: ' ' }])).toThrow('without a source'))
  test('a confidence above 1 is refused', () => expect(() => dated('x', [{ ...row('2025-01-01', undefined, 'a'), confidence: 1.2 }])).toThrow('confidence'))
})
