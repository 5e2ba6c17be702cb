/** Looks at a scanned file: takes its pages apart, decodes each and measures it. Runs in the looking process only. */
import { PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'
import sharp from 'sharp'
import { LOOK_RASTER, lookOf } from '../../../platform/values/picture-look.ts'
import type { Looked, SeenPage } from '../scan.ts'

/** A colour page of A4 at 400 dots per inch has 15 megapixels. */
const MOST_PIXELS = 40_000_000
/** What is kept of a page at most: A4 at 300 dots per inch. */
const KEPT_SIDE = 3_508

/** Closes every decoder but those of JPEG and PNG, from memory only. */
export function closeOtherDecoders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
  sharp.cache(false)
  sharp.concurrency(1)
}

/** @param most pages at most */
export async function lookAtFile(bytes: Uint8Array, type: 'application/pdf' | 'image/jpeg' | 'image/png', most: number): Promise<Looked> {
  let pictures: readonly Uint8Array[]
  try {
    pictures = type === 'application/pdf' ? await picturesOf(bytes, most) : [bytes]
  } catch (error) {
    return { problem: error instanceof TooMany ? 'too-many-pages' : error instanceof NoPicture ? 'no-pictures' : 'unreadable' }
  }
  const pages: SeenPage[] = []
  for (const picture of pictures) {
    try {
      pages.push(await look(picture))
    } catch {
      return { problem: 'unreadable' }
    }
  }
  return { pages }
}

class TooMany extends Error {}
class NoPicture extends Error {}

/** Scanners write a picture a page: of each page the largest JPEG. @throws NoPicture where a page has none */
async function picturesOf(bytes: Uint8Array, most: number): Promise<Uint8Array[]> {
  const pdf = await PDF.load(bytes)
  if (pdf.isEncrypted) throw new NoPicture()
  if (pdf.getPageCount() > most) throw new TooMany()
  const resolve = (object: PdfObject | undefined | null): PdfObject | undefined => (object instanceof PdfRef ? (pdf.getObject(object) ?? undefined) : (object ?? undefined))
  return pdf.getPages().map((page) => {
    const found = jpegsIn(resolve(inherited(page.dict, resolve)), resolve).toSorted((a, b) => b.length - a.length)[0]
    if (!found) throw new NoPicture()
    return found
  })
}

/** The resources of a page, its own or those of the pages above it. */
function inherited(dict: PdfDict, resolve: (object: PdfObject | undefined) => PdfObject | undefined): PdfObject | undefined {
  let at: PdfObject | undefined = dict
  for (let depth = 0; depth < 8 && at instanceof PdfDict; depth++) {
    const own = at.get('Resources')
    if (own) return own
    at = resolve(at.get('Parent'))
  }
  return undefined
}

function jpegsIn(resources: PdfObject | undefined, resolve: (object: PdfObject | undefined) => PdfObject | undefined): Uint8Array[] {
  const objects = resources instanceof PdfDict ? resolve(resources.get('XObject')) : undefined
  if (!(objects instanceof PdfDict)) return []
  return [...objects].flatMap(([, entry]) => {
    const stream = resolve(entry)
    return stream instanceof PdfStream && nameOf(stream.get('Subtype')) === 'Image' && isJpeg(stream, resolve) ? [stream.data] : []
  })
}

/** Whether a stream is a JPEG as it lies there, with no other filter around it. */
function isJpeg(stream: PdfStream, resolve: (object: PdfObject | undefined) => PdfObject | undefined): boolean {
  const filter = resolve(stream.get('Filter'))
  return nameOf(filter instanceof PdfArray && filter.length === 1 ? filter.at(0) : filter) === 'DCTDecode'
}

function nameOf(object: PdfObject | undefined): string {
  return object instanceof PdfName ? object.value : ''
}

async function look(bytes: Uint8Array): Promise<SeenPage> {
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1 }).autoOrient()
  const { data: picture, info } = await open().flatten({ background: '#ffffff' }).toColourspace('srgb').jpeg({ quality: 90 }).toBuffer({ resolveWithObject: true })
  const kept = Math.max(info.width, info.height) > KEPT_SIDE ? await sharp(picture).resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside' }).jpeg({ quality: 80 }).toBuffer() : picture
  // The edges are left out: shadows of the lid and punched holes are no ink.
  const grey = await sharp(picture).greyscale().resize(420, 594, { fit: 'fill' }).extract({ left: 21, top: 30, width: 378, height: 534 }).raw().toBuffer()
  const looked = await sharp(picture).greyscale().resize(LOOK_RASTER.width, LOOK_RASTER.height, { fit: 'fill' }).raw().toBuffer()
  return { picture: kept, width: info.width, height: info.height, ink: inkOf(grey), look: lookOf(looked) }
}

/** The share of pixels a good deal darker than the paper itself. */
function inkOf(grey: Uint8Array): number {
  const paper = grey.toSorted()[Math.floor(grey.length * 0.6)] ?? 255
  let ink = 0
  for (const light of grey) if (light < paper * 0.8) ink += 1
  return ink / grey.length
}
