/** Just enough DER to read a signature a second time, without any library that the service reads with. */

export interface Node {
  readonly tag: number
  readonly body: Buffer
  /** With its tag and length. */
  readonly whole: Buffer
}

/** @throws when the bytes are not one definite-length element at this place */
export function nodeAt(bytes: Buffer, at = 0): Node {
  const tag = bytes.readUInt8(at)
  const first = bytes.readUInt8(at + 1)
  const count = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || count > 4) throw new Error('not DER')
  const length = count === 0 ? first : bytes.readUIntBE(at + 2, count)
  const from = at + 2 + count
  if (from + length > bytes.length) throw new Error('cut off')
  return { tag, body: bytes.subarray(from, from + length), whole: bytes.subarray(at, from + length) }
}

export function childrenOf({ body }: Node): Node[] {
  const found: Node[] = []
  for (let at = 0; at < body.length; at += found.at(-1)?.whole.length ?? body.length) found.push(nodeAt(body, at))
  return found
}

/** The n-th element within. @throws when there is none */
export function child(node: Node, index: number): Node {
  const found = childrenOf(node)[index]
  if (!found) throw new Error('an element is missing')
  return found
}

/** The contents of an octet string, also of one that is written in parts. */
export function octetsOf(node: Node): Buffer {
  return node.tag & 0x20 ? Buffer.concat(childrenOf(node).map(octetsOf)) : node.body
}

/** UTCTime and GeneralizedTime. */
export function timeOf({ tag, body }: Node): Date {
  const text = body.toString('latin1')
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/.exec(tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text) ?? []
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** Dotted numbers, as DER writes them. */
export const OIDS = {
  signedData: '2a864886f70d010702', data: '2a864886f70d010701', tokenInfo: '2a864886f70d0109100104', contentType: '2a864886f70d010903', digest: '2a864886f70d010904',
  bound: '2a864886f70d010910022f', token: '2a864886f70d010910020e', sha256: '608648016503040201', keyUsage: '551d0f',
} as const

export function isOid(node: Node, name: keyof typeof OIDS): boolean {
  return node.tag === 0x06 && node.body.toString('hex') === OIDS[name]
}
