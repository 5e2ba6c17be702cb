/**
 * What the threshold of the hint "these pictures look alike" stands on: how far the look of a photo moves when the same photo is sent again,
 * changed, and how far the looks of different people are apart. Each picture goes the whole way: face found, 3 x 4 cut, look taken.
 * `node bench/work/looks.ts [--drawn 12] [folder of photos, or photo …]`; without any, the photos among the tests' fixtures.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp, { type Sharp } from 'sharp'
import { drawPortrait } from '../../sandbox/people/portrait/portrait.ts'
import { openPicture, type Raster, sharpOf } from '../../src/capabilities/portraits/examination/decode.ts'
import { openFaceFinder } from '../../src/capabilities/portraits/examination/faces.ts'
import { type Box, cropAround, headOf, scaled, wholePixels } from '../../src/capabilities/portraits/examination/geometry.ts'
import { lookOfPicture } from '../../src/capabilities/portraits/examination/look.ts'
import type { PictureLook } from '../../src/capabilities/portraits/verdict.ts'
import { hintLimitsOn } from '../../src/catalogue/index.ts'
import { lookDistance } from '../../src/platform/values/picture-look.ts'

const finder = await openFaceFinder()
const most = hintLimitsOn('2026-11-22').placesOfLook

interface Cut {
  readonly look: PictureLook
  readonly box: Box
  readonly of: Raster
}

/** Every face of a picture as it would be cut and looked at, whether or not the rules would take it. */
async function cutsOf(bytes: Uint8Array): Promise<Cut[]> {
  const whole = await (await openPicture(bytes)).render(1600)
  const share = Math.min(1, 1024 / Math.max(whole.width, whole.height))
  const { data, info } = await sharpOf(whole).resize({ width: Math.round(whole.width * share), kernel: 'linear' }).raw().toBuffer({ resolveWithObject: true })
  const searched: Raster = { data, width: info.width, height: info.height }
  const cuts: Cut[] = []
  for (const face of (await finder.find(searched)).toSorted((a, b) => b.boxScore - a.boxScore)) {
    const crop = face.boxScore >= 0.6 && face.faceScore >= 0.8 ? cropAround(headOf(face), searched) : undefined
    const box = crop && wholePixels(scaled(crop, whole.width / searched.width), whole)
    if (!box || box.height < 90) continue
    const picture = await sharpOf(whole).extract({ left: box.x, top: box.y, width: box.width, height: box.height }).resize(900, 1200, { fit: 'fill' }).jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer()
    cuts.push({ look: await lookOfPicture(picture), box, of: whole })
  }
  return cuts
}

interface Size {
  readonly width: number
  readonly height: number
}
type Change = readonly [kind: string, change: (photo: Sharp, size: Size) => Sharp]

const inside = (share: number, sides: 1 | 2) => (photo: Sharp, { width, height }: Size) => photo.extract({ left: Math.round(width * share), top: sides === 2 ? Math.round(height * share) : 0, width: Math.floor(width * (1 - sides * share)) - 1, height: Math.floor(height * (1 - sides * share)) - 1 })
const changes: readonly Change[] = [
  ...[95, 90, 80, 70, 60, 50, 40].map((quality): Change => ['saved again, quality 40 to 95', (photo) => photo.jpeg({ quality })]),
  ...[0.35, 0.5, 0.75, 1.5].map((times): Change => ['0.35 to 1.5 times as large', (photo, { width }) => photo.resize({ width: Math.round(width * times) })]),
  ...[0.8, 0.9, 1.1, 1.2].map((times): Change => ['10 or 20 % lighter or darker', (photo) => photo.linear(times, 0)]),
  ...[0.01, 0.02, 0.03, 0.05].flatMap((share): Change[] => [['1 to 5 % cut off around', inside(share, 2)], ['1 to 5 % cut off left and below', inside(share, 1)]]),
  ...[-1, 1].map((degrees): Change => ['turned by 1 degree', (photo) => photo.rotate(degrees, { background: '#a9cbe8' })]),
  ...[-2, 2].map((degrees): Change => ['turned by 2 degrees', (photo) => photo.rotate(degrees, { background: '#a9cbe8' })]),
  ['in a mirror', (photo) => photo.flop()],
]

interface Sitter {
  readonly name: string
  readonly photo: Buffer
  readonly size: Size
  readonly look: PictureLook
}

/** The faces of a picture as photos of their own, with a little of what is around them. */
async function sittersIn(name: string, bytes: Buffer): Promise<Sitter[]> {
  const sitters: Sitter[] = []
  for (const [index, { box, of }] of (await cutsOf(bytes)).entries()) {
    const [left, top] = [Math.max(0, Math.round(box.x - box.width * 0.08)), Math.max(0, Math.round(box.y - box.height * 0.08))]
    const size = { width: Math.min(of.width - left, Math.round(box.width * 1.16)), height: Math.min(of.height - top, Math.round(box.height * 1.16)) }
    const photo = await sharpOf(of).extract({ left, top, ...size }).png().toBuffer()
    const [own] = await cutsOf(photo)
    if (own) sitters.push({ name: `${name} ${index + 1}`, photo, size, look: own.look })
  }
  return sitters
}

/** As the service compares: as they are, or one of them in a mirror. */
const apart = (one: PictureLook, other: PictureLook) => Math.min(lookDistance(one.look, other.look), lookDistance(one.mirrored, other.look))

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const part = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return `least ${part(0)}, median ${part(0.5)}, 95 of 100 below ${part(0.95)}, most ${part(1)}`
}

async function report(title: string, sitters: readonly Sitter[]): Promise<void> {
  const pairs = sitters.flatMap((one, index) => sitters.slice(index + 1).map((other) => ({ apart: apart(one.look, other.look), names: `${one.name} / ${other.name}` }))).toSorted((a, b) => a.apart - b.apart)
  console.log(`${title}: ${sitters.length}. Different ones, ${pairs.length} pairs: ${spread(pairs.map((pair) => pair.apart))}; within ${most}: ${pairs.filter((pair) => pair.apart <= most).length}`)
  console.log(`  nearest: ${pairs.slice(0, 6).map((pair) => `${pair.apart} ${pair.names}`).join('; ')}`)
  const found = new Map<string, number[]>()
  for (const { photo, size, look } of sitters)
    for (const [kind, change] of changes) {
      const [again] = await cutsOf(await change(sharp(photo).removeAlpha().jpeg({ quality: 85 }), size).toBuffer()).catch(() => [])
      // Where no face is found any more there is no portrait either.
      if (again) found.set(kind, [...(found.get(kind) ?? []), apart(look, again.look)])
    }
  for (const [kind, values] of found) console.log(`  ${kind.padEnd(32)} ${String(values.length).padStart(3)}: ${spread(values)}; within ${most}: ${Math.round((100 * values.filter((value) => value <= most).length) / values.length)} %`)
}

const { values: { drawn: count }, positionals } = parseArgs({ allowPositionals: true, options: { drawn: { type: 'string', default: '12' } } })
const paths = (positionals.length > 0 ? positionals : ['test/fixtures/portraits']).flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path])).filter((path) => /[.](jpe?g|png)$/.test(path) && !path.includes('exif6'))
const photos: Sitter[] = []
for (const path of paths) photos.push(...(await sittersIn(basename(path), readFileSync(path))))
await report('photos', photos)
const drawn: Sitter[] = []
for (let seed = 1; seed <= Number(count); seed++) drawn.push(...(await sittersIn(`drawn ${seed}`, await drawPortrait({ seed, sex: seed % 2 === 1 ? 'male' : 'female', born: 1950 + (seed % 50), width: 900 }))))
await report('drawn people', drawn)
process.exit(0)
