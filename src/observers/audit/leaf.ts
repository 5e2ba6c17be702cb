/**
 * What is sealed of a row, and how it becomes a leaf. A leaf names the row by its id and holds a salted hash of what it
 * says: nobody can read a person from it or guess one, and a row that has to go one day leaves a leaf that still fits.
 */
import { createHash } from 'node:crypto'
import { leafHash } from './tree.ts'

/** Whose rows are sealed; `audit.seal` are our own seals, the first leaf of each. */
export const sources = ['dossiers.event', 'platform.fact', 'audit.seal'] as const
export type Source = (typeof sources)[number]

/** A row, every column as text. Instants in UTC to the microsecond; JSON as the database writes it, so that not one figure can differ unseen. */
export type Row = Readonly<Record<string, string | null>>

export interface Leaf {
  /** Gapless from 0. */
  readonly index: number
  readonly source: Source
  /** The row's id; of a seal, its number. */
  readonly id: string
  /** SHA-256(salt ‖ canonical row). */
  readonly digest: Buffer
}

/** Canonical JSON (RFC 8785) of a flat object: keys in order, no space. */
function canonical(value: Readonly<Record<string, string | number | null>>): string {
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${JSON.stringify(value[key])}`).join(',')}}`
}

/** SHA-256(salt ‖ canonical row). */
export function digestOf(salt: Uint8Array, row: Row): Buffer {
  return createHash('sha256').update(salt).update(canonical(row)).digest()
}

/** The leaf as it is hashed. */
export function leafText({ index, source, id, digest }: Leaf): string {
  return canonical({ digest: digest.toString('hex'), id, index, source, v: 1 })
}

export function hashOfLeaf(leaf: Leaf): Buffer {
  return leafHash(Buffer.from(leafText(leaf)))
}
