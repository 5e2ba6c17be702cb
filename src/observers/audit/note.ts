/**
 * A checkpoint: how many leaves the log has, under which root, at which time, signed. Its form is a signed note as C2SP
 * describes (signed-note, tlog-checkpoint), which programs of others read: origin, size, root, one more line with the
 * time, an empty line, and a signature line that names the key. Ed25519 gives the same signature for the same text.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

export interface Checkpoint {
  /** Whose log it is. */
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  readonly at: Date
}

/** The kind of signature that C2SP numbers 1. */
const ED25519 = 0x01
const DASH = '\u2014'

/** A public key by its name, for checking. */
export interface Verifier {
  readonly name: string
  readonly key: KeyObject
}

function rawOf(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' })
  if (typeof x !== 'string') throw new Error('not an Ed25519 key')
  return Buffer.from(x, 'base64url')
}

/** The first four bytes of SHA-256(name ‖ newline ‖ kind ‖ public key). @param kind as C2SP numbers them */
export function idOf({ name, key }: Verifier, kind: number = ED25519): Buffer {
  return createHash('sha256').update(`${name}\n`).update(Buffer.of(kind)).update(rawOf(key)).digest().subarray(0, 4)
}

/** A public key as one line: name, its id in hexadecimal, kind and key in base64, joined by plus signs. */
export function keyLine(verifier: Verifier): string {
  return `${verifier.name}+${idOf(verifier).toString('hex')}+${Buffer.concat([Buffer.of(ED25519), rawOf(verifier.key)]).toString('base64')}`
}

/** The public key that a line tells of; undefined when its parts do not belong together. */
export function readKeyLine(line: string): Verifier | undefined {
  return readKeyOf(line, ED25519)
}

/** The public key of a kind that a line tells of. */
export function readKeyOf(line: string, kind: number): Verifier | undefined {
  const [, name, id, typed] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(line) ?? []
  const bytes = Buffer.from(typed ?? '', 'base64')
  if (name === undefined || bytes.length !== 33 || bytes[0] !== kind) return undefined
  const verifier = { name, key: createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') } }) }
  return idOf(verifier, kind).toString('hex') === id ? verifier : undefined
}

function textOf({ origin, size, root, at }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\ntime ${at.toISOString()}\n`
}

/** Signs a checkpoint. @param key the private half, whose public half checks it */
export function signNote(checkpoint: Checkpoint, key: KeyObject, verifier: Verifier): string {
  const text = textOf(checkpoint)
  const signature = sign(null, Buffer.from(text), key)
  return `${text}\n${DASH} ${verifier.name} ${Buffer.concat([idOf(verifier), signature]).toString('base64')}\n`
}

const NOTE = new RegExp(`^([^\\n]+)\\n(0|[1-9]\\d{0,15})\\n([A-Za-z0-9+/]{43}=)\\ntime (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)\\n\\n((?:${DASH} \\S+ [A-Za-z0-9+/]+=*\\n){1,8})$`)

/** What a note says when it is whole and signed by the key; undefined otherwise. Signatures of others may stand below. */
export function openNote(note: string, verifier: Verifier): Checkpoint | undefined {
  const [, origin, size, root, at, lines] = NOTE.exec(note) ?? []
  if (origin === undefined || root === undefined || at === undefined || lines === undefined) return undefined
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, 'base64'), at: new Date(at) }
  const own = lines.split('\n').filter((line) => line.startsWith(`${DASH} ${verifier.name} `)).map((line) => line.split(' ')[2] ?? '')
    // Written one way only: of base64 the last bits may differ and mean nothing.
    .flatMap((encoded) => (Buffer.from(encoded, 'base64').toString('base64') === encoded ? [Buffer.from(encoded, 'base64')] : []))
  const signature = own.find((bytes) => bytes.subarray(0, 4).equals(idOf(verifier)))
  return signature && verify(null, Buffer.from(textOf(checkpoint)), verifier.key, signature.subarray(4)) ? checkpoint : undefined
}

/** The last line of a piece that broke off while it was written. */
export const TORN = `${DASH} torn\n`

/** Whether a piece of a file has its signature line: it is not what was left when a process ended while writing. */
export function isWhole(piece: string): boolean {
  return /\n\u2014 [^\n]+\n$/.test(piece) && !piece.endsWith(`\n${TORN}`)
}

/** The notes of a file, in order. A piece that is no note stays a piece, for whoever opens it; a note written twice in a row counts once. */
export function splitNotes(file: string): string[] {
  const notes = file.split(/(?<=\n\u2014 [^\n]*\n)\n/).filter((piece) => piece.trim() !== '')
  return notes.filter((note, i) => note !== notes[i - 1])
}
