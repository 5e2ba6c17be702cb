import { expect, test } from 'vitest'
import { cropAround, type Head } from './geometry.ts'

/** A head 680 high and upright in the middle of a picture. */
function head(change: Partial<Head> = {}): Head {
  return { eyes: { x: 750, y: 776 }, eyeDistance: 250, chinY: 1100, topY: 420, centreX: 750, eyesOpen: 0.35, mouthOpen: 0.05, roll: 0, ...change }
}

test('with room all around, the head fills 68 % of a 3 by 4 crop with a tenth of air above it', () => {
  const crop = cropAround(head(), { width: 1500, height: 2000 })
  expect(crop).toBeDefined()
  expect((crop?.width ?? 0) / (crop?.height ?? 1)).toBeCloseTo(0.75, 6)
  expect(680 / (crop?.height ?? 1)).toBeCloseTo(0.68, 6)
  expect((420 - (crop?.y ?? 0)) / (crop?.height ?? 1)).toBeCloseTo(0.1, 6)
  expect((crop?.x ?? 0) + (crop?.width ?? 0) / 2).toBeCloseTo(750, 6)
})

test('where the picture ends, the crop comes closer instead of inventing an edge', () => {
  const picture = { width: 700, height: 900 }
  const crop = cropAround(head({ centreX: 350, topY: 60, chinY: 740, eyes: { x: 350, y: 416 } }), picture)
  expect(crop).toBeDefined()
  expect((crop?.x ?? -1) >= 0 && (crop?.y ?? -1) >= 0).toBe(true)
  expect((crop?.x ?? 0) + (crop?.width ?? 0)).toBeLessThanOrEqual(picture.width)
  expect((crop?.y ?? 0) + (crop?.height ?? 0)).toBeLessThanOrEqual(picture.height)
})

test.each([
  ['the crown is cut off', { topY: -30 }],
  ['the head is at the left edge', { centreX: 150 }],
  ['the head is at the right edge', { centreX: 1380 }],
  ['the chin is at the lower edge', { topY: 1300, chinY: 1990 }],
])('there is no crop when %s', (_why, change) => {
  expect(cropAround(head(change), { width: 1500, height: 2000 })).toBeUndefined()
})
