/** What kind of file a scanner sent, told from its first bytes: names and types that a browser gives are not believed. Pure. */

/** A few scanned pages; more is no paper of a dossier. */
export const SCAN_BYTES = 10 * 1024 * 1024

const beginnings = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
] as const

/** Undefined for anything that is neither PDF, JPEG nor PNG. */
export function scanTypeOf(bytes: Uint8Array): (typeof beginnings)[number]['mediaType'] | undefined {
  return beginnings.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))?.mediaType
}
