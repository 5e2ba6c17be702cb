import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DrawnFace, drawnFaceJpeg, drawnFacePicture, drawnFaceSvg } from '../../../test/support/drawn-face.ts'
import { uploadZoo } from '../../../test/support/upload-zoo.ts'
import { openPortraitEngine, type PortraitEngine } from './engine.ts'
import type { RefusalReason, Verdict } from './verdict.ts'

let engine: PortraitEngine
const lost: string[] = []

beforeAll(async () => {
  // A loaded test machine is slower than any person's patience: the limits themselves are tested below.
  engine = openPortraitEngine({ timeLimitMs: 60_000, waitLimitMs: 120_000, onTrouble: ({ why }) => lost.push(why) })
  await engine.ready()
})
afterAll(async () => {
  await engine.close()
})

function cropOf(verdict: Verdict): Buffer {
  if (verdict.state === 'refused') throw new Error(`refused: ${verdict.reason} ${JSON.stringify(verdict.measures)}`)
  return Buffer.from(verdict.crop)
}

function reasonOf(verdict: Verdict): RefusalReason | 'accepted' {
  return verdict.state === 'refused' ? verdict.reason : 'accepted'
}

async function meanColour(bytes: Buffer): Promise<number[]> {
  return (await sharp(bytes).stats()).channels.map((channel) => channel.mean)
}

describe('a good portrait', () => {
  test('is cropped to 900 by 1200 in plain sRGB, with nothing of the camera left in it', async () => {
    const bytes = await drawnFacePicture({ width: 1500 })
      .withExif({ IFD0: { Make: 'Phone', Model: 'X' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 46/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const crop = cropOf(await engine.examine(bytes))
    const header = await sharp(crop).metadata()
    expect(header).toMatchObject({ format: 'jpeg', width: 900, height: 1200, channels: 3, space: 'srgb', depth: 'uchar' })
    expect([header.exif, header.icc, header.xmp, header.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(crop.includes('GPS')).toBe(false)
  })

  test('gives the same crop, byte for byte, each time it is examined (POR4)', async () => {
    const bytes = await drawnFaceJpeg({ width: 1300 })
    const hashes = await Promise.all(
      [1, 2].map(async () => createHash('sha256').update(cropOf(await engine.examine(bytes))).digest('hex')),
    )
    expect(hashes[0]).toBe(hashes[1])
  })

  const wide = { width: 1500 } as const
  test.each<[string, () => Promise<Buffer>]>([
    ['a PNG', () => drawnFacePicture(wide).png().toBuffer()],
    ['a PNG of 16 bits', () => drawnFacePicture(wide).toColourspace('rgb16').png().toBuffer()],
    ['an interlaced PNG', () => drawnFacePicture(wide).png({ progressive: true }).toBuffer()],
    ['a WebP', () => drawnFacePicture(wide).webp({ quality: 90 }).toBuffer()],
    ['a progressive JPEG', () => drawnFacePicture(wide).jpeg({ progressive: true }).toBuffer()],
    ['a CMYK JPEG', () => drawnFacePicture(wide).toColourspace('cmyk').jpeg({ quality: 92 }).toBuffer()],
    ['a Display P3 JPEG', () => drawnFacePicture(wide).withIccProfile('p3').jpeg().toBuffer()],
    ['a HEIC', async () => readFileSync('test/fixtures/portraits/drawn-face.heic')],
    ['an animated WebP', async () => {
      const frame = await drawnFacePicture({ width: 900 }).png().toBuffer()
      return await sharp([frame, frame, frame], { join: { animated: true } }).webp({ loop: 0 }).toBuffer()
    }],
    ['a JPEG with a web page behind it', async () => Buffer.concat([await drawnFaceJpeg(wide), Buffer.from('<html><script>alert(1)</script>')])],
  ])('is accepted as %s, in the colours it was taken in', async (_name, make) => {
    const expected = await meanColour(cropOf(await engine.examine(await drawnFaceJpeg(wide))))
    const crop = cropOf(await engine.examine(await make()))
    expect(crop.includes('<script>')).toBe(false)
    const seen = await meanColour(crop)
    for (const [channel, mean] of seen.entries()) expect(Math.abs(mean - (expected[channel] ?? 0))).toBeLessThan(12)
  })

  test.each([90, 180, 270])('is set upright when it lies turned by %i degrees without saying so', async (angle) => {
    const verdict = await engine.examine(await drawnFacePicture(wide).rotate(angle).jpeg().toBuffer())
    expect(verdict.measures.turnedBy).toBe((360 - angle) % 360)
    expect((await sharp(cropOf(verdict)).metadata()).height).toBe(1200)
  })

  test('of 200 megapixels is accepted', async () => {
    const bytes = await drawnFacePicture({ width: 1530, scale: 0.8 }).resize(12_240, 16_320, { kernel: 'nearest' }).jpeg({ quality: 60 }).toBuffer()
    expect(reasonOf(await engine.examine(bytes))).toBe('accepted')
  })

  test('may show any skin, and narrow eyes', async () => {
    for (const face of [{ skin: '#2a1a10' }, { skin: '#6b4226' }, { skin: '#f6ddcc' }, { eyes: 0.5 }])
      expect(reasonOf(await engine.examine(await drawnFaceJpeg({ ...wide, ...face })))).toBe('accepted')
  })
})

describe('a bad portrait is refused with the one reason to act on', () => {
  const busy = Array.from({ length: 300 }, (_, n) => `<rect x="${(n * 137) % 900}" y="${(n * 211) % 1200}" width="60" height="60" fill="hsl(${(n * 37) % 360} 80% ${30 + (n % 50)}%)"/>`).join('')
  test.each<[RefusalReason, DrawnFace]>([
    ['eyes-closed', { eyes: 0 }],
    ['mouth-open', { mouth: 50 }],
    ['head-tilted', { tilt: 15 }],
    ['face-too-small', { width: 300 }],
    ['too-tight', { scale: 1.45 }],
    ['background-busy', { behind: busy }],
  ])('%s', async (reason, face) => {
    expect(reasonOf(await engine.examine(await drawnFaceJpeg(face)))).toBe(reason)
  })

  test('blurred, too dark, too bright, several faces, no face', async () => {
    expect(reasonOf(await engine.examine(await drawnFacePicture().blur(12).jpeg().toBuffer()))).toBe('blurred')
    expect(reasonOf(await engine.examine(await drawnFacePicture().linear(0.16, 0).jpeg().toBuffer()))).toBe('too-dark')
    expect(reasonOf(await engine.examine(await drawnFacePicture().linear(0.55, 150).jpeg().toBuffer()))).toBe('too-bright')
    const one = Buffer.from(drawnFaceSvg())
    const two = sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#a9cbe8' } }).composite([{ input: one, left: 0, top: 0 }, { input: one, left: 900, top: 0 }])
    expect(reasonOf(await engine.examine(await two.jpeg().toBuffer()))).toBe('several-faces')
    expect(reasonOf(await engine.examine(await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#a9cbe8' } }).jpeg().toBuffer()))).toBe('no-face')
  })

  test.each([
    ['noface-cat-chelsea.png', 'no-face'],
    ['noface-fruits.jpg', 'no-face'],
    ['astronaut-nasa-public-domain.png', 'face-too-small'],
    ['astronaut-exif6.jpg', 'face-too-small'],
    ['astronaut.heic', 'face-too-small'],
    ['joconde-public-domain-painting.jpg', 'face-too-small'],
  ])('the real picture %s: %s', async (file, reason) => {
    expect(reasonOf(await engine.examine(readFileSync(`test/fixtures/portraits/${file}`)))).toBe(reason)
  })

  test('a person who says that the eyes are open is believed, and the officer is told', async () => {
    const verdict = await engine.examine(await drawnFaceJpeg({ eyes: 0 }), ['eyes-closed'])
    expect(verdict).toMatchObject({ state: 'accepted', doubts: ['eyes-closed'] })
  })
})

test('hostile and broken files are refused with a reason a person can act on, and cost no process (S8)', async () => {
  const before = lost.length
  const answers: Record<string, string> = {}
  for (const [name, bytes] of Object.entries(await uploadZoo())) answers[name] = reasonOf(await engine.examine(bytes))
  const reasons = new Set(Object.values(answers))
  expect([...reasons].toSorted(), JSON.stringify(answers, null, 1)).toEqual(['no-face', 'not-an-image', 'too-large', 'unreadable'])
  expect(answers['png declaring 30,000 x 30,000']).toBe('too-large')
  expect(answers['heic declaring 30,000 x 30,000']).toBe('too-large')
  expect(answers['progressive jpeg declaring 14,000 x 14,000']).toBe('too-large')
  expect(answers['svg reading a file']).toBe('not-an-image')
  expect(answers['jpeg without an end']).toBe('unreadable')
  expect(lost.length).toBe(before)
}, 120_000)

test('a damaged HEIC never shows the face of the person before', async () => {
  const whole = readFileSync('test/fixtures/portraits/drawn-face.heic')
  const damaged = Buffer.concat([whole.subarray(0, whole.length - 17_000), Buffer.alloc(17_000, 0x5a)])
  for (let n = 0; n < 3; n += 1) {
    expect(reasonOf(await engine.examine(whole))).toBe('accepted')
    expect(reasonOf(await engine.examine(damaged))).not.toBe('accepted')
  }
})

describe('the examining process is watched', () => {
  test('a picture that takes too long is answered, and the next one is served by a fresh process', async () => {
    const hurried = openPortraitEngine({ timeLimitMs: 1 })
    try {
      await hurried.ready()
      expect(reasonOf(await hurried.examine(await drawnFaceJpeg({ width: 3000 })))).toBe('too-slow')
      expect(reasonOf(await hurried.examine(Buffer.alloc(40)))).not.toBe('accepted')
      expect(hurried.health().lost).toBeGreaterThanOrEqual(1)
    } finally {
      await hurried.close()
    }
  })

  test.runIf(process.platform === 'linux')('a picture that takes too much memory is answered', async () => {
    const small = openPortraitEngine({ memoryLimitMb: 60 })
    try {
      await small.ready()
      expect(reasonOf(await small.examine(await drawnFaceJpeg({ width: 3000 })))).toBe('too-large')
    } finally {
      await small.close()
    }
  })

  test.runIf(process.platform === 'linux')('a killed process costs nobody a picture', async () => {
    const before = new Set(childrenOfThisProcess())
    const own = openPortraitEngine({ timeLimitMs: 60_000 })
    try {
      await own.ready()
      const bytes = await drawnFaceJpeg({ width: 3000 })
      const answer = own.examine(bytes)
      const [mine] = childrenOfThisProcess().filter((pid) => !before.has(pid))
      if (mine === undefined) throw new Error('no child found')
      process.kill(mine, 'SIGKILL')
      expect(reasonOf(await answer)).toBe('accepted')
      expect(own.health().lost).toBe(1)
    } finally {
      await own.close()
    }
  })

  test('a process that a picture has taken over reads no file, writes none, starts none and knows no setting (TH16)', async () => {
    const taken = openPortraitEngine({ childPath: join(process.cwd(), 'test/support/nosy-child.ts') })
    try {
      await taken.ready()
      expect((await taken.examine(Buffer.alloc(64))).measures).toEqual({ settings: 0, reads: 0, writes: 0, starts: 0 })
    } finally {
      await taken.close()
    }
  })

  test('a child that cannot start leaves people with an answer, not with silence', async () => {
    const broken = openPortraitEngine({ childPath: '/nowhere/child.ts', waitLimitMs: 300 })
    expect(reasonOf(await broken.examine(await drawnFaceJpeg({ width: 90 })))).toBe('busy')
    expect(broken.health().ready).toBe(0)
    await broken.close()
  })

  test('after closing, a picture is answered "busy"', async () => {
    const closed = openPortraitEngine()
    await closed.close()
    expect(reasonOf(await closed.examine(Buffer.alloc(64)))).toBe('busy')
  })
})

test('twenty people sending at once keep the web process free', async () => {
  const bytes = await drawnFaceJpeg({ width: 3000 })
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const verdicts = await Promise.all(Array.from({ length: 20 }, () => engine.examine(bytes)))
  delay.disable()
  expect(verdicts.map(reasonOf)).toEqual(Array(20).fill('accepted'))
  expect(delay.percentile(99) / 1e6).toBeLessThan(200)
}, 60_000)

function childrenOfThisProcess(): number[] {
  return readdirSync(`/proc/${process.pid}/task`).flatMap((task) => {
    const line = readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').trim()
    return line === '' ? [] : line.split(' ').map(Number)
  })
}
