/** An independent reader of barcodes: by other authors than the writer, and never asks the network for its program. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

let ready: Promise<unknown> | undefined

async function prepare(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
}

async function read(picture: Uint8Array, format: 'Code128' | 'QRCode'): Promise<string[]> {
  ready ??= prepare()
  await ready
  return (await readBarcodes(picture, { formats: [format] })).filter(({ isValid }) => isValid).map(({ text }) => text)
}

/** What a picture's Code 128 says; nothing that does not check is read. */
export async function readCode128(picture: Uint8Array): Promise<string[]> {
  return read(picture, 'Code128')
}

/** What each QR code of a picture says. */
export async function readQr(picture: Uint8Array): Promise<string[]> {
  return read(picture, 'QRCode')
}
