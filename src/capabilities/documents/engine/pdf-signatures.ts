/**
 * Finds the signatures of a PDF by their byte ranges, without the library that writes them. Anything that is not exactly
 * "all bytes but the hex string of /Contents" is reported as a flaw, never guessed around.
 */

/** One signature as it lies in the file. */
export interface FoundSignature {
  /** The bytes that the signature covers. */
  readonly covered: Buffer
  /** DER of the CMS structure, without the padding. */
  readonly cms: Buffer
  /** Offset behind the last covered byte. */
  readonly end: number
}

export interface Search {
  readonly signatures: readonly FoundSignature[]
  /** True when some byte range of the file is not a proper one. */
  readonly malformed: boolean
}

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g

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
  if (bytes[from] !== 0x3c || bytes[to - 1] !== 0x3e) return undefined
  if (!/\/Contents\s*$/.test(bytes.toString('latin1', Math.max(0, from - 32), from))) return undefined
  const hex = bytes.toString('latin1', from + 1, to - 1)
  if (hex.length % 2 !== 0 || !/^[0-9a-fA-F]+$/.test(hex)) return undefined
  const padded = Buffer.from(hex, 'hex')
  const length = derLength(padded)
  if (length < 0 || length > padded.length) return undefined
  return padded.subarray(length).every((byte) => byte === 0) ? padded.subarray(0, length) : undefined
}

/** All signatures in the order in which they were made. */
export function findSignatures(bytes: Buffer): Search {
  const signatures: FoundSignature[] = []
  let malformed = false
  for (const match of bytes.toString('latin1').matchAll(BYTE_RANGE)) {
    const [start, firstLength, second, secondLength] = match.slice(1).map(Number)
    if (start === undefined || firstLength === undefined || second === undefined || secondLength === undefined) continue
    const end = second + secondLength
    const before = signatures.at(-1)?.end ?? 0
    const cms = start === 0 && second > firstLength && end <= bytes.length && firstLength >= before ? contentsIn(bytes, firstLength, second) : undefined
    if (cms === undefined) malformed = true
    else signatures.push({ covered: Buffer.concat([bytes.subarray(0, firstLength), bytes.subarray(second, end)]), cms, end })
  }
  return { signatures, malformed }
}
