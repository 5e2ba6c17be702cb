import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawnFacePicture } from '../../../test/support/drawn-face.ts'
import { oddPictures, uploadZoo } from '../../../test/support/upload-zoo.ts'
import { openPortraitEngine, type PortraitEngine } from './engine.ts'
import { adviceFor } from './text.ts'
import type { Verdict } from './verdict.ts'

let engine: PortraitEngine
const others = new Set(childrenOfThisProcess())
beforeAll(async () => {
  engine = openPortraitEngine({ timeLimitMs: 60_000, waitLimitMs: 120_000 })
  await engine.ready()
})
afterAll(() => engine.close())

function childrenOfThisProcess(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync(`/proc/${process.pid}/task`).flatMap((task) => readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number))
}

test('odd but honest files are accepted upright, and nothing but the picture is left of them: no place, no page, no archive (S8, POR4)', async () => {
  const answers: Record<string, string> = {}
  for (const [name, bytes] of Object.entries(await oddPictures())) {
    const verdict = await engine.examine(bytes)
    answers[name] = verdict.state === 'refused' ? verdict.reason : 'accepted'
    if (verdict.state === 'refused') continue
    const crop = Buffer.from(verdict.crop)
    for (const trace of ['GPS', 'Exif', '<script', 'PK\x03\x04', '%PDF', 'ICC_PROFILE']) expect(crop.includes(trace), `${trace} in ${name}`).toBe(false)
    const header = await sharp(crop).metadata()
    expect(header, name).toMatchObject({ format: 'jpeg', width: 900, height: 1200, space: 'srgb', channels: 3 })
    // Skin is in the middle and the plain ground in both upper corners: the head stands upright.
    const { data } = await sharp(crop).resize(3, 4, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true })
    expect((data[3 * (3 * 2 + 1)] ?? 0) - (data[3 * (3 * 2 + 1) + 2] ?? 0), `red over blue in the face of ${name}`).toBeGreaterThanOrEqual(name === 'grey jpeg' ? 0 : 20)
  }
  expect(Object.entries(answers).filter(([, answer]) => answer !== 'accepted')).toEqual([])
}, 120_000)

test('every hostile file is refused for one reason, said in a sentence with one thing to do, in both languages (S8)', async () => {
  const zoo = await uploadZoo()
  expect(Object.keys(zoo).length + Object.keys(await oddPictures()).length).toBeGreaterThanOrEqual(50)
  for (const [name, bytes] of Object.entries(zoo)) {
    const verdict: Verdict = await engine.examine(bytes)
    if (verdict.state === 'accepted') throw new Error(`${name} was accepted`)
    for (const lang of ['vi', 'en'] as const) {
      const { wrong, todo } = adviceFor(verdict.reason, lang)
      expect([wrong, todo].every((sentence) => sentence.length > 15 && /[.]$/.test(sentence)), `${name}: ${verdict.reason}`).toBe(true)
    }
  }
}, 120_000)

test.runIf(process.platform === 'linux')('through all of that, and the largest that phones make, no examining process was ever resident with more than 512 MB (S8)', async () => {
  const wide = await drawnFacePicture({ width: 1500, scale: 0.8 }).png().toBuffer()
  const large: [string, Buffer][] = [
    ['progressive JPEG, 48 megapixels', await sharp(wide).resize(6_000, 8_000, { kernel: 'nearest' }).jpeg({ quality: 60, progressive: true }).toBuffer()],
    ['PNG, 12 megapixels, 16 bits, interlaced', await sharp(wide).resize(3_000, 4_000, { kernel: 'nearest' }).toColourspace('rgb16').png({ progressive: true, compressionLevel: 1 }).toBuffer()],
    ['CMYK JPEG, 24 megapixels', await sharp(wide).resize(4_243, 5_657, { kernel: 'nearest' }).toColourspace('cmyk').jpeg({ quality: 60 }).toBuffer()],
  ]
  for (const [name, bytes] of large) expect((await engine.examine(bytes)).state, name).toBe('accepted')
  const mine = childrenOfThisProcess().filter((pid) => !others.has(pid))
  const most = mine.map((pid) => Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  expect(mine.length).toBeGreaterThan(0)
  expect(Math.max(...most)).toBeLessThanOrEqual(512)
  expect(engine.health().lost).toBe(0)
}, 120_000)
