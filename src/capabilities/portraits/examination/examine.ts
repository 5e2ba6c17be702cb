import { cropSize, type DisputableReason, type Measures, recipeVersion, type Verdict } from '../verdict.ts'
import { largestSide, openPicture, type Picture, type Raster, sharpOf, turn } from './decode.ts'
import type { Face, FaceFinder } from './faces.ts'
import { type Box, cropAround, headOf, innerFace, scaled, wholePixels } from './geometry.ts'
import { judge } from './judge.ts'
import { lookOfPicture } from './look.ts'
import { lightIn, restlessness, sharpnessOf } from './pixels.ts'
import { PictureRefused } from './refused.ts'

/** Longest side of the raster that faces are searched in; measured as enough down to 3 % of the width. */
const searchedSide = 1024

/**
 * Examines one picture: opens, searches one face, measures, judges, crops. Never throws for a bad picture.
 * The same bytes give the same verdict and the same crop, byte for byte (POR4).
 */
export async function examinePicture(
  finder: FaceFinder,
  bytes: Uint8Array,
  insist: readonly DisputableReason[],
): Promise<Verdict> {
  const started = performance.now()
  const measures: Noted = {}
  let picture: Picture | undefined
  try {
    picture = await openPicture(bytes)
    Object.assign(measures, { type: picture.type, width: picture.width, height: picture.height })
    const found = await findOneFace(finder, await picture.render(workingSide(picture)), measures)
    const { doubts, crop } = await measureAndCrop(picture, found, measures, insist)
    return { state: 'accepted', recipeVersion, measures: rounded(measures, started), doubts, crop, look: await lookOfPicture(crop) }
  } catch (error) {
    if (!(error instanceof PictureRefused)) throw error
    return { state: 'refused', recipeVersion, measures: rounded(measures, started), reason: error.reason }
  } finally {
    picture?.close()
  }
}

interface Found {
  readonly face: Face
  /** The upright picture at working size, and the smaller one the face was searched in. */
  readonly working: Raster
  readonly searched: Raster
  readonly turnedBy: number
}

/** Measures while they are being taken. */
type Noted = { -readonly [K in keyof Measures]: Measures[K] }

/** A power of two below the original, which a JPEG decoder shrinks to while loading, at almost no cost. */
function workingSide(picture: Picture): number {
  const long = Math.max(picture.width, picture.height)
  let side = long
  while (side > 2200) side /= 2
  return Math.round(side)
}

async function findOneFace(finder: FaceFinder, working: Raster, measures: Noted): Promise<Found> {
  const share = Math.min(1, searchedSide / Math.max(working.width, working.height))
  const searched = share === 1 ? working : await smaller(working, share)
  let best = await look(finder, searched, 0)
  // A phone may have lost the orientation: try the other ways up and keep the clearest.
  if (best.count < 2 && (best.face === undefined || best.face.boxScore < 0.7 || Math.abs(headOf(best.face).roll) > 45))
    for (const angle of [90, 270, 180]) {
      const other = await look(finder, await turn(searched, angle), angle)
      if (clearness(other) > clearness(best)) best = other
    }
  measures.faces = best.count
  measures.turnedBy = best.turnedBy
  if (best.count > 1) throw new PictureRefused('several-faces')
  if (best.face === undefined) throw new PictureRefused('no-face')
  measures.boxScore = best.face.boxScore
  measures.faceScore = best.face.faceScore
  if (best.count === 0) throw new PictureRefused('no-face')
  return {
    face: best.face,
    working: await turn(working, best.turnedBy),
    searched: best.searched,
    turnedBy: best.turnedBy,
  }
}

interface Look {
  /** Faces that are surely faces. */
  readonly count: number
  readonly face: Face | undefined
  readonly searched: Raster
  readonly turnedBy: number
}

async function look(finder: FaceFinder, searched: Raster, turnedBy: number): Promise<Look> {
  const faces = (await finder.find(searched)).toSorted((a, b) => b.boxScore - a.boxScore)
  const sure = faces.filter((face) => face.boxScore >= 0.6 && face.faceScore >= 0.8)
  return { count: sure.length, face: sure[0] ?? faces[0], searched, turnedBy }
}

/** One upright sure face beats anything; a face on its side is worth little. */
function clearness(seen: Look): number {
  if (seen.face === undefined || seen.count === 0) return 0
  return seen.face.boxScore - Math.abs(headOf(seen.face).roll) / 90
}

async function measureAndCrop(
  picture: Picture,
  found: Found,
  measures: Noted,
  insist: readonly DisputableReason[],
): Promise<{ doubts: DisputableReason[]; crop: Uint8Array }> {
  const { face, working, searched } = found
  const head = headOf(face)
  const toWorking = working.width / searched.width
  const longSide = Math.max(picture.width, picture.height)
  // What the crop can be cut from at best: the original, or the largest raster we decode.
  const toBest = Math.min(longSide, largestSide) / Math.max(searched.width, searched.height)
  const crop = cropAround(head, searched)
  // Without room for a crop there is nothing beside the head to judge, and the picture is refused for that.
  const restless = crop ? besideTheHead(crop, head.eyes.y).map((box) => restlessness(searched, box)) : []
  const measured = {
    eyeDistance: head.eyeDistance * toBest,
    yaw: face.yaw,
    pitch: face.pitch,
    roll: head.roll,
    ...lightIn(searched, innerFace(head)),
    sharpness: await sharpnessOf(working, scaled(face.box, toWorking)),
    eyesOpen: head.eyesOpen,
    mouthOpen: head.mouthOpen,
    background: Math.max(0, ...restless.map((side) => side.deviation)),
  }
  Object.assign(measures, measured, {
    ...(crop && {
      backgroundColour: colour(restless.map((side) => side.mean)),
      headShare: (head.chinY - head.topY) / crop.height,
    }),
  })
  const { reason, doubts } = judge(measured, insist)
  // A picture with several faults names first what is worst to see; the missing room comes after the face itself.
  if (reason !== undefined && reason !== 'background-busy') throw new PictureRefused(reason)
  if (crop === undefined) throw new PictureRefused('too-tight')
  if (reason !== undefined) throw new PictureRefused(reason)
  return { doubts, crop: await cut(picture, found, crop) }
}

/** Pixels in height that a crop should have before it is brought to its size: 4 cm at 570 dots per inch. */
const enoughHeight = 900

/** Cuts the crop from the working raster, or from a larger one (100 ms more for 12 megapixels) when that has too few pixels. */
async function cut(picture: Picture, found: Found, crop: Box): Promise<Uint8Array> {
  let from = found.working
  const factor = from.width / found.searched.width
  const longSide = Math.max(picture.width, picture.height)
  if (crop.height * factor < enoughHeight && Math.max(from.width, from.height) < longSide) {
    const wanted = Math.ceil((Math.max(from.width, from.height) * cropSize.height) / (crop.height * factor))
    from = await turn(await picture.render(Math.min(wanted, longSide, largestSide)), found.turnedBy)
  }
  const box = wholePixels(scaled(crop, from.width / found.searched.width), from)
  return await sharpOf(from)
    .extract({ left: box.x, top: box.y, width: box.width, height: box.height })
    .resize(cropSize.width, cropSize.height, { fit: 'fill' })
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** Two strips left and right of the head, from the top of the crop to the eyes: hair seldom reaches there. */
function besideTheHead(crop: Box, eyesY: number): Box[] {
  const width = crop.width * 0.12
  const height = eyesY - crop.y
  return [
    { x: crop.x, y: crop.y, width, height },
    { x: crop.x + crop.width - width, y: crop.y, width, height },
  ]
}

async function smaller(raster: Raster, share: number): Promise<Raster> {
  const { data, info } = await sharpOf(raster)
    .resize({ width: Math.max(1, Math.round(raster.width * share)), kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function colour(means: readonly [number, number, number][]): string {
  const channel = (index: 0 | 1 | 2): string => {
    const mean = means.reduce((sum, side) => sum + side[index], 0) / Math.max(1, means.length)
    return Math.round(mean).toString(16).padStart(2, '0')
  }
  return `#${channel(0)}${channel(1)}${channel(2)}`
}

function rounded(measures: Measures, started: number): Measures {
  const all = Object.entries({ ...measures, tookMs: performance.now() - started })
  return Object.fromEntries(
    all.map(([name, value]) => [name, typeof value === 'number' ? Math.round(value * 1000) / 1000 : value]),
  )
}
