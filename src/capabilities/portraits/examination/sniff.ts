import type { PictureType } from '../verdict.ts'

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])

/**
 * The real type of a file from its first bytes; names and Content-Type are never asked because they lie.
 * Only JPEG, PNG, WebP and HEIC are known: everything else (SVG, PDF, GIF, AVIF, zip) is undefined.
 * Formats: ITU T.81 B.1.1.3, PNG 1.2 §3.1, RFC 9649 §2.4, ISO/IEC 23008-12 §10.2.
 */
export function sniff(bytes: Uint8Array): PictureType | undefined {
  if (bytes.length < 32) return undefined
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(bytes, 1, 4) === 'PNG' && bytes[0] === 0x89 && ascii(bytes, 4, 8) === '\r\n\x1a\n') return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const end = Math.min(view(bytes).getUint32(0), bytes.length, 256)
    // The major brand, then the compatible ones after the minor version.
    const brands = [ascii(bytes, 8, 12)]
    for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4))
    if (brands.some((brand) => heicBrands.has(brand))) return 'heic'
  }
  return undefined
}

/**
 * The largest picture declared in a HEIC file, in pixels, read from its `ispe` boxes without decoding
 * (ISO/IEC 23008-12 §6.5.3). Zero when none is declared: such a file is not decoded at all.
 */
export function heicDeclaredPixels(bytes: Uint8Array): number {
  let largest = 0
  const data = view(bytes)
  const walk = (from: number, to: number, depth: number): void => {
    let at = from
    while (at + 8 <= to) {
      const short = data.getUint32(at)
      const kind = ascii(bytes, at + 4, at + 8)
      const head = short === 1 ? 16 : 8
      if (short === 1 && at + 16 > to) return
      const size = short === 0 ? to - at : short === 1 ? Number(data.getBigUint64(at + 8)) : short
      if (size < head || at + size > to) return
      const body = at + head
      if (kind === 'meta' && depth === 0) walk(body + 4, at + size, 1)
      else if ((kind === 'iprp' && depth === 1) || (kind === 'ipco' && depth === 2)) walk(body, at + size, depth + 1)
      else if (kind === 'ispe' && depth === 3 && size >= head + 12)
        largest = Math.max(largest, data.getUint32(body + 4) * data.getUint32(body + 8))
      at += size
    }
  }
  walk(0, bytes.length, 0)
  return largest
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
