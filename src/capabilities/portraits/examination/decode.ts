import sharp, { type OutputInfo, type Sharp } from 'sharp'
import type { PictureType } from '../verdict.ts'
import { openHeic } from './heic.ts'
import { PictureRefused, refusing } from './refused.ts'
import { sniff } from './sniff.ts'

/** Pixels as shown upright: three bytes each, red, green, blue in sRGB. */
export interface Raster {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** A picture whose header was read and whose size is allowed, not yet decoded. */
export interface Picture {
  readonly type: PictureType
  /** Size upright, in pixels of the original. */
  readonly width: number
  readonly height: number
  /** Decodes to a raster whose longer side is about `longSide` pixels, never enlarged. */
  render(longSide: number): Promise<Raster>
  /** Gives back the memory of a decoder; the picture cannot be rendered afterwards. */
  close(): void
}

/**
 * Most pixels decoded, by type, so that a child stays below 512 MB resident.
 * JPEG: phones make 200 megapixels, and the decoder shrinks while it loads; a progressive one keeps all its
 * coefficients in memory (3 bytes a pixel), so it gets less. An interlaced PNG needs its whole frame.
 * HEIC: a 48 megapixel one of a phone, made of tiles, takes 5 bytes a pixel.
 */
const pixelLimits = {
  jpeg: 220e6,
  progressiveJpeg: 60e6,
  png: 50e6,
  interlacedPng: 25e6,
  webp: 50e6,
  heic: 52e6,
} as const

/** Frames of the tensor or the crop never need more than this on the longer side. */
export const largestSide = 4400

/** Closes every decoder of libvips except the three we need, from memory only: no SVG, no PDF, no files. */
export function closeOtherDecoders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  })
  sharp.cache(false)
  sharp.concurrency(1)
}

/**
 * Reads the header and refuses what is no picture, or too many pixels, before a pixel is decoded.
 * Throws PictureRefused with `not-an-image`, `too-large` or `unreadable`.
 */
export async function openPicture(bytes: Uint8Array): Promise<Picture> {
  const type = sniff(bytes)
  if (type === undefined) throw new PictureRefused('not-an-image')
  if (type !== 'heic') return await openWithSharp(bytes, type)
  const { pixels, width, height, close } = await openHeic(bytes, pixelLimits.heic)
  const open = (): Sharp => sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: pixelLimits.heic })
  return { type, width, height, close, render: (longSide) => render(open(), width, longSide, { width, height }) }
}

async function openWithSharp(bytes: Uint8Array, type: 'jpeg' | 'png' | 'webp'): Promise<Picture> {
  const open = (): Sharp =>
    sharp(bytes, { limitInputPixels: pixelLimits.jpeg, failOn: 'truncated', pages: 1, sequentialRead: true })
  // Only the header is read here, so that "too large" can be told apart from "broken".
  const header = await refusing('unreadable', () => sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata())
  // The decoder that sharp chose must be the one of the bytes we looked at.
  if (header.format !== type) throw new PictureRefused('not-an-image')
  const pixels = header.width * (header.pageHeight ?? header.height)
  const spread = header.isProgressive === true
  const limit =
    type === 'jpeg'
      ? pixelLimits[spread ? 'progressiveJpeg' : 'jpeg']
      : type === 'png'
        ? pixelLimits[spread ? 'interlacedPng' : 'png']
        : pixelLimits.webp
  if (pixels > limit) throw new PictureRefused('too-large')
  const turned = (header.orientation ?? 1) >= 5
  const width = turned ? header.height : header.width
  const height = turned ? header.width : header.height
  return {
    type,
    width,
    height,
    close: () => undefined,
    render: (longSide) =>
      refusing('unreadable', () => render(open(), header.width, longSide, { width, height }, header.orientation)),
  }
}

async function render(
  source: Sharp,
  storedWidth: number,
  longSide: number,
  upright: { width: number; height: number },
  orientation = 1,
): Promise<Raster> {
  const share = Math.min(1, longSide / Math.max(upright.width, upright.height))
  // Shrinks before it turns: turning needs the whole frame in memory, and the small one is enough.
  const small = await source
    .resize({ width: Math.max(1, Math.round(storedWidth * share)), fastShrinkOnLoad: true })
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const stored: Raster = await threeChannels(small.data, small.info)
  return orientation === 1 ? stored : await orient(stored, orientation)
}

async function threeChannels(data: Buffer, info: OutputInfo): Promise<Raster> {
  const { width, height, channels } = info
  if (channels === 3) return { data, width, height }
  const grey = Buffer.alloc(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel += 1) grey.fill(data[pixel * channels] ?? 0, pixel * 3, pixel * 3 + 3)
  return { data: grey, width, height }
}

/** Undoes an EXIF orientation (Exif 2.32 §4.6.4 A, values 2 to 8). */
async function orient(raster: Raster, orientation: number): Promise<Raster> {
  const mirrored = [2, 4, 5, 7].includes(orientation)
  const angle = { 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270 }[orientation] ?? 0
  const upright = mirrored ? await sharpOf(raster).flop().raw().toBuffer() : raster.data
  return await turn({ ...raster, data: upright }, angle)
}

/** Turns a raster clockwise by 0, 90, 180 or 270 degrees. */
export async function turn(raster: Raster, angle: number): Promise<Raster> {
  if (angle === 0) return raster
  const data = await sharpOf(raster).rotate(angle).raw().toBuffer()
  return angle === 180 ? { ...raster, data } : { data, width: raster.height, height: raster.width }
}

/** A sharp picture over the raster's pixels. */
export function sharpOf(raster: Raster): Sharp {
  return sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: 3 } })
}
