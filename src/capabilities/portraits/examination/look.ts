import sharp from 'sharp'
import { LOOK_RASTER, lookOf, mirrored } from '../../../platform/values/picture-look.ts'
import type { PictureLook } from '../verdict.ts'

/**
 * The look of a 3 x 4 picture as it is kept, so that it can be taken again of older ones: the same bytes have the same look.
 * The decoder shrinks while it loads: some milliseconds.
 */
export async function lookOfPicture(jpeg: Uint8Array): Promise<PictureLook> {
  const grey = await sharp(jpeg).greyscale().resize(LOOK_RASTER.width, LOOK_RASTER.height, { fit: 'fill' }).raw().toBuffer()
  return { look: lookOf(grey), mirrored: lookOf(mirrored(grey)) }
}
