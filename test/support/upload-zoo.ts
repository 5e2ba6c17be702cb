import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { drawnFaceJpeg, drawnFacePicture } from './drawn-face.ts'

function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** A PNG whose header declares a size, with as many bytes of zeros as asked for behind it. */
function hugePng(width: number, height: number, interlaced = false): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, interlaced ? 1 : 0], 8)
  const pixels = deflateSync(Buffer.alloc(2_000_000), { level: 9 })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header), pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** The same PNG with more chunks right behind its header. */
function withChunks(png: Buffer, ...chunks: readonly Buffer[]): Buffer {
  const afterHeader = 8 + 25
  return Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)])
}

/** A PNG that says it moves, and carries so many frames. */
function movingPng(png: Buffer, frames: number): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(frames, 0)
  const frame = (n: number): Buffer => {
    const head = Buffer.alloc(26)
    head.writeUInt32BE(n, 0)
    head.writeUInt32BE(1, 4)
    head.writeUInt32BE(1, 8)
    return pngChunk('fcTL', head)
  }
  const moving = withChunks(png, pngChunk('acTL', control))
  return Buffer.concat([moving.subarray(0, -12), ...Array.from({ length: frames - 1 }, (_, n) => frame(n)), moving.subarray(-12)])
}

/** The same JPEG with marker segments of so many bytes each behind its start. */
function withSegments(jpeg: Buffer, marker: number, name: string, count: number, bytes: number): Buffer {
  const body = Buffer.concat([Buffer.from(name), Buffer.alloc(bytes, 0x41)])
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), ...Array.from({ length: count }, () => Buffer.concat([head, body])), jpeg.subarray(2)])
}

/** A ZIP of one file of zeros that unpacks to a thousand times its size. */
function zipBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(20_000_000), { level: 9 })
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(20_000_000, 22)
  return Buffer.concat([head, packed])
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
    'zip that unpacks to a thousand times its size': zipBomb(),
    'zip in a zip': Buffer.concat([Buffer.from('PK\x03\x04'), zipBomb(), zipBomb()]),
    'zip with a pdf behind it': Buffer.concat([zipBomb(), Buffer.from('%PDF-1.7\n')]),
    'pdf with a jpeg in it': Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj << /Filter /DCTDecode >> stream\n'), face]),
    'html with a jpeg behind it': Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), face]),
    'svg with a jpeg in it': Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,${face.toString('base64')}"/></svg>`),
    'svg of a billion laughs': Buffer.from(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, n) => `<!ENTITY ${'bcdefghijklm'[n]} "${`&${'abcdefghijkl'[n]};`.repeat(10)}">`).join('')}]><svg>&m;</svg>`),
    'bmp': Buffer.concat([Buffer.from('BM'), Buffer.alloc(200, 0xff)]),
    'moving gif': await sharp([gif, gif], { join: { animated: true } }).gif().toBuffer(),
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

/**
 * Odd but honest files by name: each shows a good portrait and must be accepted, whatever else is in it or was said about it.
 * What is behind, beside or within the picture is gone afterwards.
 */
export async function oddPictures(): Promise<Record<string, Buffer>> {
  const wide = { width: 1500 } as const
  const face = await drawnFaceJpeg(wide)
  const png = await drawnFacePicture(wide).png().toBuffer()
  const small = await drawnFacePicture({ width: 900 }).png().toBuffer()
  const saying = async (orientation: number, turn: number, flop = false): Promise<Buffer> => {
    const turned = sharp(await drawnFacePicture(wide).png().toBuffer()).rotate(turn)
    const lying = await (flop ? sharp(await turned.png().toBuffer()).flop() : turned).png().toBuffer()
    return sharp(lying).withExif({ IFD0: { Orientation: String(orientation), Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 46/1 0/1' } }).withMetadata({ orientation }).jpeg({ quality: 92 }).toBuffer()
  }
  return {
    'jpeg lying on its right side and saying so': await saying(6, 270),
    'jpeg lying on its left side and saying so': await saying(8, 90),
    'jpeg standing on its head and saying so': await saying(3, 180),
    'jpeg mirrored and saying so': await saying(2, 0, true),
    'jpeg whose EXIF is wrong: upright, but said to lie': await saying(6, 0),
    'jpeg with a zip bomb behind it': Buffer.concat([face, zipBomb()]),
    'jpeg with a pdf behind it': Buffer.concat([face, Buffer.from('%PDF-1.7\n/JavaScript (app.alert(1))')]),
    'jpeg with a web page in its comment': withSegments(face, 0xfe, '<html><script>alert(1)</script></html>', 1, 100),
    'jpeg with two megabytes of EXIF': withSegments(face, 0xe1, 'Exif\0\0', 32, 65_000),
    'jpeg with two hundred pieces of a colour profile': withSegments(face, 0xe2, 'ICC_PROFILE\0\x01\xc8', 200, 5_000),
    'grey jpeg': await drawnFacePicture(wide).greyscale().jpeg().toBuffer(),
    'jpeg of 4:4:4': await drawnFacePicture(wide).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(),
    'png with a clear ground': await drawnFacePicture(wide).ensureAlpha().png().toBuffer(),
    'png of few colours': await drawnFacePicture(wide).png({ palette: true }).toBuffer(),
    'png with a text that unpacks to 64 megabytes': withChunks(png, pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(64_000_000))]))),
    'png with a thousand frames': movingPng(small, 1_000),
    'webp with ten frames': await sharp(Array.from({ length: 10 }, () => small), { join: { animated: true } }).webp({ quality: 60, effort: 0, loop: 0 }).toBuffer(),
    'lossless webp': await drawnFacePicture(wide).webp({ lossless: true, effort: 0 }).toBuffer(),
    'heic as phones make it': readFileSync('test/fixtures/portraits/drawn-face.heic'),
  }
}
