/** What a citizen takes home: one row of their dossier as it was sealed, and the proof that it is in the log. */
import type { Work } from '../../../platform/work.ts'
import { LogBroken } from '../broken.ts'
import { digestOf, hashOfLeaf } from '../leaf.ts'
import { keyLine, openNote, type Verifier } from '../note.ts'
import { findCosignedSeal, listCosignatures } from '../store/cosignatures.ts'
import { listNewestSeals, readProof } from '../store/log.ts'
import { findStampFrom } from '../store/stamps.ts'
import { listSealedEvents } from '../store/rows.ts'
import { consistencyRanges, inclusionRanges, rootByInclusion } from '../tree.ts'

export interface Receipt {
  readonly format: 'toan-trinh-receipt/1'
  /** What was sealed. */
  readonly row: Readonly<Record<string, string | null>>
  readonly source: string
  readonly index: number
  /** Hexadecimal. */
  readonly salt: string
  /** The hashes of the inclusion proof one after the other, in base64. */
  readonly proof: string
  /** The signed checkpoint under whose root it is. */
  readonly checkpoint: string
  /** The key that signed it, to be compared with the published one. */
  readonly key: string
}

/** A step of a dossier for which there is a receipt. */
export interface SealedStep {
  readonly eventId: string
  readonly kind: string
  readonly index: number
}

/** The sealed steps of a dossier, oldest first. */
export async function listSealedSteps(work: Work, dossierId: string): Promise<SealedStep[]> {
  return (await listSealedEvents(work, dossierId)).map(({ id, index, row }) => ({ eventId: id, kind: row?.kind ?? '', index }))
}

/** The receipt for one event of a dossier; undefined where it is none of its, or not sealed yet. */
export async function findReceipt(work: Work, verifier: Verifier, dossierId: string, eventId: string): Promise<Receipt | undefined> {
  const [[last], sealed] = [await listNewestSeals(work, 1), await listSealedEvents(work, dossierId)]
  const one = sealed.find(({ id }) => id === eventId)
  // A checkpoint that a witness signed says more than a newer one that nobody else has seen.
  const witnessed = await findCosignedSeal(work)
  const newest = one && witnessed && one.index < witnessed.size ? witnessed : last
  if (!newest || !one?.row || one.index >= newest.size) return undefined
  const proof = await readProof(work, inclusionRanges(one.index, newest.size))
  // A receipt that would not hold is not given: better an error here than a doubt at home.
  if (!digestOf(one.salt, one.row).equals(one.digest) || !rootByInclusion(hashOfLeaf(one), one.index, newest.size, proof)?.equals(newest.root)) throw new LogBroken(`the log does not hold event ${eventId} as it is`)
  return {
    format: 'toan-trinh-receipt/1', row: one.row, source: one.source, index: one.index, salt: one.salt.toString('hex'),
    proof: Buffer.concat(proof).toString('base64'), checkpoint: await withCosignatures(work, newest), key: keyLine(verifier),
  }
}

async function withCosignatures(work: Work, seal: { readonly number: number; readonly note: string }): Promise<string> {
  return seal.note + (await listCosignatures(work, seal.number)).map((line) => `${line}\n`).join('')
}

/** How the log grew: the newest checkpoint, and the proof that it begins with what it was at an earlier size. */
export interface Growth {
  readonly format: 'toan-trinh-growth/1'
  readonly from: number
  /** The hashes of the consistency proof one after the other, in base64. */
  readonly proof: string
  readonly checkpoint: string
  /** The first checkpoint from that size on that a time-stamp authority stamped, with the token (RFC 3161) in base64; null where there is none yet. */
  readonly stamped: { readonly checkpoint: string; readonly proof: string; readonly token: string } | null
}

/** What anybody may ask: how the log grew from a size on. Where it never was that large the checkpoint alone says so. Undefined before the first seal. */
export async function findGrowth(work: Work, from: number): Promise<Growth | undefined> {
  const [newest] = await listNewestSeals(work, 1)
  if (!newest) return undefined
  const proof = from > newest.size ? [] : await readProof(work, consistencyRanges(from, newest.size))
  const stamp = from > 0 ? await findStampFrom(work, from) : undefined
  const toStamped = stamp ? await readProof(work, consistencyRanges(from, stamp.size)) : []
  return {
    format: 'toan-trinh-growth/1', from, proof: Buffer.concat(proof).toString('base64'), checkpoint: await withCosignatures(work, newest),
    stamped: stamp ? { checkpoint: stamp.note, proof: Buffer.concat(toStamped).toString('base64'), token: stamp.token.toString('base64') } : null,
  }
}

/** The newest checkpoint, as it is published; undefined before the first seal. */
export async function findCheckpoint(work: Work, verifier: Verifier): Promise<{ readonly note: string; readonly size: number; readonly at: Date } | undefined> {
  const [newest] = await listNewestSeals(work, 1)
  const said = newest && openNote(newest.note, verifier)
  return newest && said ? { note: await withCosignatures(work, newest), size: said.size, at: said.at } : undefined
}
