/**
 * The signature of a witness under a checkpoint: somebody of another owner saw the log grow to it. Its form is C2SP's
 * cosignature/v1: the key's id, eight bytes of seconds, an Ed25519 signature over that time and the checkpoint's text.
 */
import { verify } from 'node:crypto'
import { idOf, readKeyOf, type Verifier } from './note.ts'

/** The kind of key that C2SP numbers 4. */
const WITNESS = 0x04
const LINE = /^\u2014 (\S{1,100}) ([A-Za-z0-9+/]{100,104}={0,2})$/

/** The key of a witness as it prints it; undefined when its parts do not belong together. */
export function readWitnessLine(line: string): Verifier | undefined {
  return readKeyOf(line, WITNESS)
}

/** When a witness signed a checkpoint, by its own clock; undefined unless the line is its signature under that very note. */
export function cosignedAt(note: string, line: string, witness: Verifier): Date | undefined {
  const [, name, encoded] = LINE.exec(line) ?? []
  const bytes = Buffer.from(encoded ?? '', 'base64')
  if (name !== witness.name || bytes.length !== 76 || !bytes.subarray(0, 4).equals(idOf(witness, WITNESS))) return undefined
  const seconds = bytes.readBigUInt64BE(4)
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  if (!verify(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), witness.key, bytes.subarray(12))) return undefined
  return new Date(Number(seconds) * 1000)
}
