import { readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { drawnFaceJpeg, drawnFacePicture } from './drawn-face.ts'

/** A PNG whose header declares a size, with as many bytes of zeros as asked for behind it. */
function hugePng(width: number, height: number, interlaced = false): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, interlaced ? 1 : 0], 8)
  const pixels = deflateSync(Buffer.alloc(2_000_000), { level: 9 })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A HEIC whose declared size is raised without more pixels behind it. */
function hugeHeic(side: number): Buffer {
  const bytes = Buffer.from(readFileSync('test/fixtures/portraits/drawn-face.heic'))
  const at = bytes.indexOf('ispe')
  bytes.writeUInt32BE(side, at + 8)
  bytes.writeUInt32BE(side, at + 12)
  return bytes
}

/** A JPEG whose frame header declares another size than its pixels have. */
async function lyingJpeg(width: number, height: number, progressive = false): Promise<Buffer> {
  const bytes = await drawnFacePicture({ width: 300 }).jpeg({ progressive }).toBuffer()
  const at = bytes.indexOf(Buffer.from([0xff, progressive ? 0xc2 : 0xc0]))
  bytes.writeUInt16BE(height, at + 5)
  bytes.writeUInt16BE(width, at + 7)
  return bytes
}

/** Hostile and broken files by name: each must be refused with a reason, soon, and harm nothing. */
export async function uploadZoo(): Promise<Record<string, Buffer>> {
  const face = await drawnFaceJpeg()
  const png = await drawnFacePicture({ width: 600 }).png().toBuffer()
  const webp = await drawnFacePicture({ width: 600 }).webp().toBuffer()
  const heic = readFileSync('test/fixtures/portraits/drawn-face.heic')
  const svg = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><text>&x;</text></svg>'
  const noise = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 251))
  const gif = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } }).gif().toBuffer()
  const tiff = await drawnFacePicture({ width: 300 }).tiff().toBuffer()
  return {
    'no bytes at all': Buffer.alloc(0),
    'one byte': Buffer.from([0xff]),
    'noise': noise,
    'zeros': Buffer.alloc(10_000),
    'svg reading a file': Buffer.from(svg),
    'svg named as jpeg': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(svg)]),
    'html': Buffer.from('<html><script>alert(1)</script></html>'.repeat(5)),
    'pdf': Buffer.from('%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj\n'),
    'zip': Buffer.concat([Buffer.from('PK\x03\x04'), noise]),
    'gif': gif,
    'tiff': tiff,
    'jpeg start, then html': Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html>'.repeat(50))]),
    'jpeg start, then noise': Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise]),
    'jpeg without an end': face.subarray(0, Math.floor(face.length / 2)),
    'jpeg header only': face.subarray(0, 300),
    'jpeg with a hole': Buffer.concat([face.subarray(0, 9000), Buffer.alloc(20_000), face.subarray(29_000)]),
    'jpeg declaring 65,000 x 65,000': await lyingJpeg(65_000, 65_000),
    'progressive jpeg declaring 14,000 x 14,000': await lyingJpeg(14_000, 14_000, true),
    'png without an end': png.subarray(0, Math.floor(png.length / 2)),
    'png declaring 30,000 x 30,000': hugePng(30_000, 30_000),
    'interlaced png declaring 6,900 x 6,900': hugePng(6_900, 6_900, true),
    'png declaring 0 x 0': hugePng(0, 0),
    'webp without an end': webp.subarray(0, Math.floor(webp.length / 2)),
    'heic without an end': heic.subarray(0, Math.floor(heic.length / 2)),
    'heic header only': heic.subarray(0, 64),
    'heic declaring 30,000 x 30,000': hugeHeic(30_000),
    'heic declaring a little more than it has': hugeHeic(5_000),
    'heic of which most pixels are noise': Buffer.concat([heic.subarray(0, heic.length - 17_000), Buffer.alloc(17_000, 0x5a)]),
  }
}
