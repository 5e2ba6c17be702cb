import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { isItemNumber, itemNumberOf } from '../parcel.ts'
import { drawBarcode } from './barcode.ts'

// The reader is by other authors than the writer, and never asks the network for its program.
beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
})

test.each([10_000_001, 10_000_002, 47_312_482, 99_999_999])('an independent reader reads the very 13 characters of item %i from its label (C6)', async (count) => {
  const itemNumber = itemNumberOf(count)
  expect(itemNumber).toHaveLength(13)
  expect(isItemNumber(itemNumber)).toBe(true)
  const read = await readBarcodes(new Uint8Array(await drawBarcode(itemNumber)), { formats: ['Code128'] })
  expect(read.map(({ text, format, isValid }) => ({ text, format, isValid }))).toEqual([{ text: itemNumber, format: 'Code128', isValid: true }])
})
