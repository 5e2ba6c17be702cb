import { createRequire } from 'node:module'
import { PictureRefused, refusing } from './refused.ts'
import { heicDeclaredPixels } from './sniff.ts'

/** A decoded HEIC picture: three bytes a pixel, upright, in memory of the decoder until closed. */
export interface HeicPixels {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
  close(): void
}

// The few parts of libheif that are used; each enum value is opaque.
interface HeicPlane {
  readonly id: object
  readonly width: number
  readonly height: number
  readonly stride: number
  readonly bits_per_pixel: number
  /** A view into the decoder's memory, not a copy. */
  readonly data: Uint8Array
}
interface HeicImage {
  readonly handle: object
  get_width(): number
  get_height(): number
  is_primary(): boolean
  free(): void
}
interface HeicDecoder {
  decoder: object | null
  decode(bytes: Uint8Array): HeicImage[]
}
interface Libheif {
  readonly ready: Promise<unknown>
  readonly HeifDecoder: new () => HeicDecoder
  readonly heif_colorspace: { readonly heif_colorspace_RGB: object }
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: object }
  heif_js_decode_image2(handle: object, space: object, chroma: object): Promise<{ code?: object; image: object; channels: HeicPlane[] } | null>
  heif_image_release(image: object): void
  heif_context_free(context: object): void
}

/**
 * Decodes the primary picture of a HEIC file; the decoder applies its rotation.
 * Asks libheif for three bytes a pixel in place: its usual road copies four bytes a pixel,
 * and a 48 megapixel picture then takes 800 MB instead of 450.
 * Throws PictureRefused with `too-large` or `unreadable`.
 * @param limit most pixels, compared with the header before anything is decoded
 */
export async function openHeic(bytes: Uint8Array, limit: number): Promise<HeicPixels> {
  const declared = heicDeclaredPixels(bytes)
  if (declared === 0) throw new PictureRefused('unreadable')
  if (declared > limit) throw new PictureRefused('too-large')
  const load = createRequire(import.meta.url)
  // A decoder of its own for each picture (20 ms): where a file is damaged, libheif shows whatever its memory
  // held before, which with a shared decoder was the face of the person before.
  const makeDecoder: () => Libheif = load('libheif-js/libheif-wasm/libheif-bundle.js')
  const libheif = makeDecoder()
  await libheif.ready
  const decoder = new libheif.HeifDecoder()
  const images = await refusing('unreadable', async () => decoder.decode(bytes))
  const free = (): void => {
    for (const image of images) image.free()
    if (decoder.decoder) libheif.heif_context_free(decoder.decoder)
    // The decoder's memory is up to 400 MB that the collector does not count.
    setImmediate(() => globalThis.gc?.())
  }
  try {
    const image = images.find((one) => one.is_primary()) ?? images[0]
    if (image === undefined) throw new PictureRefused('unreadable')
    if (image.get_width() * image.get_height() > limit) throw new PictureRefused('too-large')
    const { heif_colorspace, heif_chroma } = libheif
    const decoded = await refusing('unreadable', () =>
      libheif.heif_js_decode_image2(image.handle, heif_colorspace.heif_colorspace_RGB, heif_chroma.heif_chroma_interleaved_RGB),
    )
    const plane = decoded?.channels?.[0]
    if (!decoded || decoded.code || !plane || plane.bits_per_pixel > 24) throw new PictureRefused('unreadable')
    return {
      pixels: plane.stride === plane.width * 3 ? plane.data : withoutPadding(plane),
      width: plane.width,
      height: plane.height,
      close: () => {
        libheif.heif_image_release(decoded.image)
        free()
      },
    }
  } catch (error) {
    free()
    throw error
  }
}

function withoutPadding(plane: HeicPlane): Uint8Array {
  const row = plane.width * 3
  const tight = new Uint8Array(row * plane.height)
  for (let y = 0; y < plane.height; y += 1) tight.set(plane.data.subarray(y * plane.stride, y * plane.stride + row), y * row)
  return tight
}
