import { expect, test } from 'vitest'
import { readCode128 } from '../../../../test/browser/support/barcode-reader.ts'
import { isItemNumber, itemNumberOf } from '../parcel.ts'
import { drawBarcode } from './barcode.ts'

test.each([10_000_001, 10_000_002, 47_312_482, 99_999_999])('an independent reader reads the very 13 characters of item %i from its label (C6)', async (count) => {
  const itemNumber = itemNumberOf(count)
  expect(itemNumber).toHaveLength(13)
  expect(isItemNumber(itemNumber)).toBe(true)
  expect(await readCode128(new Uint8Array(await drawBarcode(itemNumber)))).toEqual([itemNumber])
})
