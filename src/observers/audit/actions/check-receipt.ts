/** What the service itself says of a receipt that somebody brings: the same checks as the program at home, and what only the log can tell. Nothing is kept. */
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { cosignedAt, readWitnessLine } from '../cosignature.ts'
import { digestOf, hashOfLeaf, sources } from '../leaf.ts'
import { keyLine, openNote, type Verifier } from '../note.ts'
import { findSealOfSize, listNewestSeals, readProof } from '../store/log.ts'
import { findStampFrom } from '../store/stamps.ts'
import { consistencyRanges, isConsistent, rootByInclusion } from '../tree.ts'

/** Receipts have two kilobytes. */
const MOST = 16_384

const shape = z.object({
  format: z.literal('toan-trinh-receipt/1'), row: z.record(z.string(), z.string().nullable()), source: z.enum(sources), index: z.int().min(0), salt: z.string().regex(/^[0-9a-f]{32}$/),
  proof: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/), checkpoint: z.string(), key: z.string(),
})

/** The receipt; undefined for any other text. */
function readReceipt(text: string): z.infer<typeof shape> | undefined {
  if (text.length > MOST) return undefined
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Why a receipt does not hold. */
export type ReceiptProblem = 'no-receipt' | 'other-key' | 'not-in-log' | 'other-log'

export interface CheckedReceipt {
  /** The step, as the log names it, and its dossier. */
  readonly kind: string
  readonly dossierId: string
  readonly at: string
  readonly index: number
  readonly checkpoint: { readonly size: number; readonly at: Date }
  /** The newest checkpoint, which was proven to begin with the receipt's. */
  readonly newest: { readonly size: number; readonly at: Date }
  /** When a witness that the settings name signed the receipt's checkpoint. */
  readonly witnessedAt: Date | undefined
  /** The first stamp of somebody else's time over a checkpoint that begins with the receipt's. */
  readonly stampedAt: Date | undefined
}

/** @param text a receipt as it was downloaded @param witnesses key lines of the settings */
export async function checkReceipt(work: Work, verifier: Verifier, witnesses: readonly string[], text: string): Promise<CheckedReceipt | ReceiptProblem> {
  const receipt = readReceipt(text)
  if (!receipt) return 'no-receipt'
  const held = openNote(receipt.checkpoint, verifier)
  if (!held || receipt.key !== keyLine(verifier)) return 'other-key'
  const { row, index, source } = receipt
  const leaf = hashOfLeaf({ index, source, id: row.id ?? '', digest: digestOf(Buffer.from(receipt.salt, 'hex'), row) })
  if (!rootByInclusion(leaf, index, held.size, hashesIn(receipt.proof))?.equals(held.root)) return 'not-in-log'
  const [[newest], own, stamp] = [await listNewestSeals(work, 1), await findSealOfSize(work, held.size), await findStampFrom(work, held.size)]
  // Signed by our key and yet no seal of ours, or another root there: somebody was shown another history.
  if (!newest || !own?.root.equals(held.root) || !isConsistent(held, newest, await readProof(work, consistencyRanges(held.size, newest.size)))) return 'other-log'
  return {
    kind: row.kind ?? '', dossierId: row.dossier_id ?? '', at: row.at ?? '', index, checkpoint: { size: held.size, at: held.at }, newest: { size: newest.size, at: newest.sealedAt },
    witnessedAt: witnessedAt(receipt.checkpoint, own.note, witnesses), stampedAt: stamp?.at,
  }
}

function hashesIn(proof: string): Buffer[] {
  const bytes = Buffer.from(proof, 'base64')
  return Array.from({ length: Math.ceil(bytes.length / 32) }, (_, i) => bytes.subarray(32 * i, 32 * i + 32))
}

function witnessedAt(checkpoint: string, note: string, witnesses: readonly string[]): Date | undefined {
  const lines = checkpoint.split('\n')
  return witnesses.flatMap((key) => readWitnessLine(key) ?? []).flatMap((witness) => lines.flatMap((line) => cosignedAt(note, line, witness) ?? [])).at(0)
}
