import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { drawPortrait, type Flaw } from './portrait.ts'

const point = z.tuple([z.number(), z.number()]).rest(z.number())
const answerShape = z.object({ face: z.array(z.object({ boxScore: z.number(), faceScore: z.number(), mesh: z.array(point) })) })
type Mesh = z.infer<typeof answerShape>['face'][number]['mesh']

let look: (jpeg: Buffer) => Promise<{ box: number; face: number; open: number; mouth: number; eyes: number }[]>

function distance(mesh: Mesh, a: number, b: number): number {
  const from = mesh[a]
  const to = mesh[b]
  if (!from || !to) throw new Error('the mesh has no such point')
  return Math.hypot(from[0] - to[0], from[1] - to[1])
}

/** Eye aspect ratio: height by width of one eye. */
const openness = (mesh: Mesh, [outer, upper1, upper2, inner, lower2, lower1]: readonly [number, number, number, number, number, number]) =>
  (distance(mesh, upper1, lower1) + distance(mesh, upper2, lower2)) / (2 * distance(mesh, outer, inner))

beforeAll(async () => {
  const require = createRequire(import.meta.url)
  const dist = (name: string) => dirname(require.resolve(name))
  // The library loads its models with fetch, which does not read files.
  const fetchOverNetwork = globalThis.fetch
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const address = input instanceof Request ? input.url : String(input)
    return address.startsWith('file://') ? new Response(readFileSync(new URL(address))) : fetchOverNetwork(input, init)
  })
  // The package's "exports" hide the build for wasm, which lies beside the main one.
  const { Human } = require(join(dist('@vladmandic/human'), 'human.node-wasm.js'))
  const finder = new Human({
    backend: 'wasm', cacheSensitivity: 0, debug: false,
    wasmPath: `${dist('@tensorflow/tfjs-backend-wasm')}/`, modelBasePath: `file://${join(dist('@vladmandic/human'), '../models/')}`,
    face: { detector: { rotation: true, maxDetected: 5, minConfidence: 0.3, skipFrames: 0, skipTime: 0 }, mesh: { enabled: true }, iris: { enabled: true, skipFrames: 0, skipTime: 0 }, emotion: { enabled: false }, description: { enabled: false } },
    body: { enabled: false }, hand: { enabled: false }, gesture: { enabled: false }, filter: { enabled: false },
  })
  await finder.load()
  look = async (jpeg) => {
    const { width } = await sharp(jpeg).metadata()
    const { data, info } = await sharp(jpeg).resize({ height: 1024 }).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const tensor = finder.tf.tensor(data, [1, info.height, info.width, 3], 'float32')
    const found = answerShape.parse(await finder.detect(tensor))
    finder.tf.dispose(tensor)
    return found.face.map(({ boxScore, faceScore, mesh }) => ({
      box: boxScore, face: faceScore, mouth: distance(mesh, 13, 14) / distance(mesh, 78, 308), eyes: (distance(mesh, 133, 362) + distance(mesh, 33, 263)) / 2 * width / info.width,
      open: Math.min(openness(mesh, [33, 160, 158, 133, 153, 144]), openness(mesh, [362, 385, 387, 263, 373, 380])),
    }))
  }
  await look(await drawPortrait({ seed: 1, sex: 'male', born: 1988, width: 600 }))
}, 60_000)

describe('a drawn portrait', () => {
  test.each([1, 2, 3, 501, 1000, 1017])('of seed %i shows one face, looking ahead with open eyes', async (seed) => {
    const [face, ...others] = await look(await drawPortrait({ seed, sex: seed % 2 ? 'male' : 'female', born: 1950 + (seed % 50) }))
    expect(others).toEqual([])
    expect(face?.box).toBeGreaterThanOrEqual(0.6)
    expect(face?.face).toBeGreaterThanOrEqual(0.8)
    expect(face?.open).toBeGreaterThanOrEqual(0.22)
    expect(face?.mouth).toBeLessThan(0.2)
    expect(face?.eyes).toBeGreaterThanOrEqual(90)
  })

  test('is another one for another seed and the same one for the same', async () => {
    const [first, again, other] = await Promise.all([4, 4, 5].map((seed) => drawPortrait({ seed, sex: 'female', born: 1990, width: 300 })))
    expect(first).toEqual(again)
    expect(first?.equals(other ?? Buffer.alloc(0))).toBe(false)
  })

  test('can be a bad one: two faces, closed eyes, nobody', async () => {
    const of = async (flaw: Flaw) => look(await drawPortrait({ seed: 5, sex: 'female', born: 2001, flaw }))
    expect(await of('two-faces')).toHaveLength(2)
    expect((await of('eyes-closed'))[0]?.open).toBeLessThan(0.15)
    expect(await of('no-face')).toEqual([])
  })
})
