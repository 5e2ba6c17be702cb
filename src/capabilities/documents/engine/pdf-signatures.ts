/**
 * Finds the signatures of a PDF by their byte ranges, without the library that writes them. Anything that is not exactly
 * "all bytes but the hex string of /Contents" is reported as a flaw, never guessed around.
 */

/** One signature as it lies in the file. */
export interface FoundSignature {
  /** The bytes that the signature covers, in order: views of the file, for every signature covers nearly all of it. */
  readonly covered: readonly Uint8Array[]
  /** DER of the CMS structure, without the padding. */
  readonly cms: Buffer
  /** Offset behind the last covered byte. */
  readonly end: number
}

export interface Search {
  readonly signatures: readonly FoundSignature[]
  /** True when some byte range of the file is not a proper one. */
  readonly malformed: boolean
  /** True when the file has more byte ranges than are looked at; then none was. */
  readonly tooMany: boolean
}

/** Each signature costs one reading of the file. Papers of an office have one to four. */
export const MOST_SIGNATURES = 32
/** Digits of one signature: a megabyte, where one with its certificates and time-stamp has ten to thirty kilobytes. */
const MOST_DIGITS = 2 * 1024 * 1024
const NAME = '/ByteRange'
/** What may stand behind the name: padding included, an array of four numbers is far shorter. */
const WINDOW = 256
const ARRAY = /^\s*\[/
const RANGE = /^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/

/** Length of the DER element at the start of the bytes, or -1. */
function derLength(bytes: Buffer): number {
  const first = bytes[1]
  if (bytes[0] !== 0x30 || first === undefined) return -1
  if (first < 0x80) return 2 + first
  const count = first & 0x7f
  if (count === 0 || count > 4 || bytes.length < 2 + count) return -1
  return 2 + count + bytes.readUIntBE(2, count)
}

/** The CMS in the gap between the two ranges, or undefined when the gap is anything but a /Contents hex string. */
function contentsIn(bytes: Buffer, from: number, to: number): Buffer | undefined {
  if (bytes[from] !== 0x3c || bytes[to - 1] !== 0x3e || to - from > MOST_DIGITS) return undefined
  if (!/\/Contents\s*$/.test(bytes.toString('latin1', Math.max(0, from - 32), from))) return undefined
  const hex = bytes.toString('latin1', from + 1, to - 1)
  if (hex.length % 2 !== 0 || !/^[0-9a-fA-F]+$/.test(hex)) return undefined
  const padded = Buffer.from(hex, 'hex')
  const length = derLength(padded)
  if (length < 0 || length > padded.length) return undefined
  return padded.subarray(length).every((byte) => byte === 0) ? padded.subarray(0, length) : undefined
}

/** What stands behind each byte range's name, up to one more than are looked at. */
function rangesIn(bytes: Buffer): string[] {
  const ranges: string[] = []
  for (let at = bytes.indexOf(NAME); at >= 0 && ranges.length <= MOST_SIGNATURES; at = bytes.indexOf(NAME, at + NAME.length)) {
    const behind = bytes.toString('latin1', at + NAME.length, at + NAME.length + WINDOW)
    if (ARRAY.test(behind)) ranges.push(behind)
  }
  return ranges
}

/** All signatures in the order in which they were made. However the file lies, no byte of it is copied but the signatures themselves. */
export function findSignatures(bytes: Buffer): Search {
  const ranges = rangesIn(bytes)
  if (ranges.length > MOST_SIGNATURES) return { signatures: [], malformed: false, tooMany: true }
  const signatures: FoundSignature[] = []
  let malformed = false
  for (const range of ranges) {
    // Without four plain numbers each is NaN, which fails every comparison.
    const [start = Number.NaN, firstLength = Number.NaN, second = Number.NaN, secondLength = Number.NaN] = RANGE.exec(range)?.slice(1).map(Number) ?? []
    const end = second + secondLength
    const before = signatures.at(-1)?.end ?? 0
    const cms = start === 0 && second > firstLength && end <= bytes.length && firstLength >= before ? contentsIn(bytes, firstLength, second) : undefined
    if (cms === undefined) malformed = true
    else signatures.push({ covered: [bytes.subarray(0, firstLength), bytes.subarray(second, end)], cms, end })
  }
  return { signatures, malformed, tooMany: false }
}
