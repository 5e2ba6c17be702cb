import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawnFacePicture } from '../../../../test/support/drawn-face.ts'
import { hintLimitsOn } from '../../../catalogue/index.ts'
import { lookDistance } from '../../../platform/values/picture-look.ts'
import { lookOfPicture } from '../examination/look.ts'
import { BANDS, bands, bitsOf, MOST_PLACES, neighboursOf } from './bands.ts'

const places = hintLimitsOn('2026-11-22').placesOfLook

test('each of the 256 places of a look lies in one band', () => {
  const seen = Array.from({ length: 256 }, (_, place) => bitsOf(Uint8Array.from({ length: 32 }, (_, byte) => (byte === place >> 3 ? 1 << (place & 7) : 0))))
  expect(new Set(seen.map((bits) => bits.indexOf('1'))).size).toBe(256)
  expect(seen.every((bits) => bits.length === 256 && bits.indexOf('1') === bits.lastIndexOf('1'))).toBe(true)
})

test('looks as far apart as the hint allows always meet in a band, however evenly the differences are spread', () => {
  expect(places).toBeLessThanOrEqual(MOST_PLACES)
  const one = '0'.repeat(256)
  for (let first = 0; first < 256; first++) {
    // The worst there is: two in every band but the last one.
    const differ = new Set(Array.from({ length: MOST_PLACES }, (_, n) => {
      const { from = 0, length = 1 } = bands[n % BANDS] ?? {}
      return from + ((first + Math.floor(n / BANDS)) % length)
    }))
    const other = Array.from(one, (_, at) => (differ.has(at) ? '1' : '0')).join('')
    expect(differ.size).toBe(MOST_PLACES)
    expect(bands.filter((band) => neighboursOf(one, band).includes(other.slice(band.from, band.from + band.length)))).toEqual(bands.slice(-1))
  }
})

test('a picture saved again, smaller and lighter keeps its look; in a mirror it has the look foretold; another face has another', async () => {
  const drawn = await drawnFacePicture({ tilt: 2, shift: 20 }).jpeg({ quality: 92 }).toBuffer()
  const [look, again, mirror, other] = await Promise.all([
    drawn, await sharp(drawn).resize({ width: 500 }).linear(1.1, 0).jpeg({ quality: 50 }).toBuffer(), await sharp(drawn).flop().jpeg({ quality: 85 }).toBuffer(),
    await drawnFacePicture({ tilt: -2, hair: '#a09080', shirt: '#202030', mouth: 20, scale: 0.9 }).jpeg().toBuffer(),
  ].map(lookOfPicture))
  if (!look || !again || !mirror || !other) throw new Error('no look')
  expect(lookDistance(look.look, again.look)).toBeLessThanOrEqual(places)
  expect(lookDistance(look.mirrored, mirror.look)).toBeLessThanOrEqual(places)
  expect(lookDistance(look.look, mirror.look)).toBeGreaterThan(2 * places)
  expect(lookDistance(look.look, other.look)).toBeGreaterThan(2 * places)
})
