import type { Face, Point } from './faces.ts'

/** A rectangle in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the head is and how it is held, in pixels of one raster and degrees. */
export interface Head {
  readonly eyes: Point
  readonly eyeDistance: number
  readonly chinY: number
  /** Crown of the head, estimated: hair hides it. */
  readonly topY: number
  readonly centreX: number
  readonly eyesOpen: number
  readonly mouthOpen: number
  readonly roll: number
}

const rightEye = [33, 160, 158, 133, 153, 144] as const
const leftEye = [362, 385, 387, 263, 373, 380] as const
type SixPoints = readonly [number, number, number, number, number, number]

/** Reads the head from the landmarks of a face. Head height is 2.1 times the distance from eyes to chin. */
export function headOf(face: Face): Head {
  const right = middle(rightEye.map((index) => face.point(index)))
  const left = middle(leftEye.map((index) => face.point(index)))
  const eyes = middle([right, left])
  const chin = face.point(152)
  return {
    eyes,
    eyeDistance: distance(right, left),
    chinY: chin.y,
    topY: chin.y - 2.1 * (chin.y - eyes.y),
    centreX: (eyes.x + chin.x) / 2,
    eyesOpen: Math.min(openness(face, rightEye), openness(face, leftEye)),
    mouthOpen: distance(face.point(13), face.point(14)) / distance(face.point(78), face.point(308)),
    roll: (Math.atan2(left.y - right.y, left.x - right.x) * 180) / Math.PI,
  }
}

/** Eye aspect ratio: mean lid gap over the width of the eye. */
function openness(face: Face, [outer, top1, top2, inner, low2, low1]: SixPoints): number {
  const lids = distance(face.point(top1), face.point(low1)) + distance(face.point(top2), face.point(low2))
  return lids / (2 * distance(face.point(outer), face.point(inner)))
}

/** The head fills this much of the crop where the picture allows it, and never more than the second. */
const headShare = { wanted: 0.68, most: 0.82 } as const

/**
 * The 3 x 4 crop around a head, wholly inside the picture: nothing is ever drawn to fill an edge.
 * Prefers a head of 68 % of the height with a tenth of air above it, comes closer when the picture ends,
 * and is undefined when even the closest crop would leave the picture.
 */
export function cropAround(head: Head, picture: { width: number; height: number }): Box | undefined {
  const headHeight = head.chinY - head.topY
  for (let share: number = headShare.wanted; share <= headShare.most; share += 0.01) {
    const height = headHeight / share
    const width = height * 0.75
    if (height > picture.height || width > picture.width) continue
    const x = clamp(head.centreX - width / 2, 0, picture.width - width)
    const y = clamp(head.topY - 0.1 * height, 0, picture.height - height)
    const offCentre = Math.abs(x + width / 2 - head.centreX) / width
    const above = (head.topY - y) / height
    const below = (y + height - head.chinY) / height
    if (offCentre <= 0.05 && above >= 0.01 && above <= 0.2 && below >= 0.06) return { x, y, width, height }
  }
  return undefined
}

/** The skin between brows and chin, without hair, ears and background: where the light on a face is measured. */
export function innerFace(head: Head): Box {
  const height = head.chinY - head.eyes.y
  return { x: head.centreX - 0.9 * head.eyeDistance, y: head.eyes.y - 0.25 * height, width: 1.8 * head.eyeDistance, height: 1.15 * height }
}

/** The same box in another scale of the same picture. */
export function scaled(box: Box, factor: number): Box {
  return { x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor }
}

/** Whole pixels, inside the picture. */
export function wholePixels(box: Box, picture: { width: number; height: number }): Box {
  const x = clamp(Math.round(box.x), 0, picture.width - 1)
  const y = clamp(Math.round(box.y), 0, picture.height - 1)
  return {
    x,
    y,
    width: clamp(Math.round(box.width), 1, picture.width - x),
    height: clamp(Math.round(box.height), 1, picture.height - y),
  }
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high))
}
