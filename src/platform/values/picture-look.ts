/**
 * How a picture looks, in 256 bits: whether each of 16 × 16 places is lighter than its neighbour on the right (the "difference
 * hash", dHash). It stays nearly the same when a picture is scaled, saved again or made lighter. The packages that do it bring their own
 * decoders or none of our size of hash; with grey pixels at hand it is these lines. Pure.
 */

/** Size of the grey raster that `lookOf` reads: a byte a pixel. */
export const LOOK_RASTER = { width: 17, height: 16 } as const

/** @param grey 17 × 16 grey pixels, row by row @returns 32 bytes */
export function lookOf(grey: Uint8Array): Uint8Array {
  const { width, height } = LOOK_RASTER
  if (grey.length !== width * height) throw new Error('a look is taken of 17 x 16 grey pixels')
  const look = new Uint8Array(32)
  for (let bit = 0; bit < 256; bit++) {
    const at = Math.floor(bit / 16) * width + (bit % 16)
    if ((grey[at] ?? 0) < (grey[at + 1] ?? 0)) look[bit >> 3] = (look[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
  return look
}

/** The same 17 × 16 grey pixels seen in a mirror: front cameras and programs turn pictures round. */
export function mirrored(grey: Uint8Array): Uint8Array {
  const { width } = LOOK_RASTER
  return grey.map((_, at) => grey[at - (at % width) + (width - 1 - (at % width))] ?? 0)
}

/** In how many of 256 places two looks differ. */
export function lookDistance(a: Uint8Array, b: Uint8Array): number {
  let distance = 0
  for (let i = 0; i < 32; i++) for (let bits = (a[i] ?? 0) ^ (b[i] ?? 0); bits > 0; bits &= bits - 1) distance += 1
  return distance
}
