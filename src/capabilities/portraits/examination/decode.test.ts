import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { openPicture } from './decode.ts'

/** Four quarters of different colours, so that each turn and mirror is seen. */
async function quarters(): Promise<Buffer> {
  const block = (background: string) => sharp({ create: { width: 40, height: 60, channels: 3, background } }).png().toBuffer()
  return await sharp({ create: { width: 80, height: 120, channels: 3, background: '#fff' } })
    .composite([
      { input: await block('#d01010'), left: 0, top: 0 },
      { input: await block('#10d010'), left: 40, top: 0 },
      { input: await block('#1010d0'), left: 0, top: 60 },
      { input: await block('#d0d010'), left: 40, top: 60 },
    ])
    .png()
    .toBuffer()
}

describe('the eight EXIF orientations', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is shown as libvips shows it', async (orientation) => {
    const bytes = await sharp(await quarters()).withMetadata({ orientation }).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
    const expected = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true })
    const picture = await openPicture(bytes)
    const seen = await picture.render(4000)
    expect({ width: picture.width, height: picture.height }).toEqual({ width: expected.info.width, height: expected.info.height })
    expect({ width: seen.width, height: seen.height }).toEqual({ width: expected.info.width, height: expected.info.height })
    expect(seen.data.equals(expected.data)).toBe(true)
  })
})

test('a picture is never enlarged', async () => {
  const seen = await (await openPicture(await quarters())).render(4000)
  expect([seen.width, seen.height]).toEqual([80, 120])
})

test('a grey picture and one with transparency become three plain channels', async () => {
  const grey = await (await openPicture(await sharp(await quarters()).greyscale().jpeg().toBuffer())).render(120)
  expect(grey.data.length).toBe(80 * 120 * 3)
  const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer()
  const white = await (await openPicture(clear)).render(50)
  expect(white.data.length).toBe(50 * 50 * 3)
  expect(white.data.every((value) => value === 255)).toBe(true)
})
