import { expect, test } from 'vitest'
import { checkDigit, itemNumber } from './item-number.ts'

test('the check digit is that of the standard’s own example', () => {
  expect(checkDigit('47312482')).toBe(9)
})

test('item numbers name a service and a country that do not exist', () => {
  expect(itemNumber(1)).toMatch(/^ZZ00000001\dXX$/)
})
