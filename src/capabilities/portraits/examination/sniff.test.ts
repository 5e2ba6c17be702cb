import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drawnFacePicture } from '../../../../test/support/drawn-face.ts'
import { heicDeclaredPixels, sniff } from './sniff.ts'

const heic = readFileSync('test/fixtures/portraits/drawn-face.heic')

describe('the type of a file is read from its bytes, never from its name', () => {
  test('JPEG, PNG, WebP and HEIC are known', async () => {
    expect(sniff(await drawnFacePicture({ width: 90 }).jpeg().toBuffer())).toBe('jpeg')
    expect(sniff(await drawnFacePicture({ width: 90 }).png().toBuffer())).toBe('png')
    expect(sniff(await drawnFacePicture({ width: 90 }).webp().toBuffer())).toBe('webp')
    expect(sniff(heic)).toBe('heic')
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['two bytes of a JPEG', Buffer.from([0xff, 0xd8])],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.padEnd(64))],
    ['HTML', Buffer.from('<!doctype html><html><body>'.padEnd(64))],
    ['PDF', Buffer.from('%PDF-1.7\n'.padEnd(64))],
    ['ZIP', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(64)])],
    ['GIF', Buffer.from('GIF89a'.padEnd(64))],
    ['AVIF', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypavif\0\0\0\0avifmif1'), Buffer.alloc(64)])],
    ['a video', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\0\0isommp42'), Buffer.alloc(64)])],
  ])('%s is no picture for us', (_name, bytes) => {
    expect(sniff(bytes)).toBeUndefined()
  })
})

describe('the size of a HEIC is read before it is decoded', () => {
  test('the declared size is found', () => {
    expect(heicDeclaredPixels(heic)).toBe(900 * 1200)
  })

  test('a cut or looping box structure ends the search instead of the process', () => {
    for (let length = 0; length < 400; length += 7) expect(heicDeclaredPixels(heic.subarray(0, length))).toBeLessThanOrEqual(900 * 1200)
    const zeros = Buffer.concat([heic.subarray(0, 16), Buffer.alloc(200)])
    expect(heicDeclaredPixels(zeros)).toBe(0)
  })
})
