/** What a witness of another owner hands over: its signature under a checkpoint that it saw the log grow to. */
import type { Work } from '../../../platform/work.ts'
import { cosignedAt, readWitnessLine } from '../cosignature.ts'
import { insertCosignature } from '../store/cosignatures.ts'
import { findSealOfSize } from '../store/log.ts'

/**
 * Keeps a signature, if it is of a witness that this service knows, under a checkpoint of ours. Again changes nothing.
 * @param known key lines of the witnesses, as the settings list them
 */
export async function keepCosignature(work: Work, known: readonly string[], handed: { readonly size: number; readonly line: string }): Promise<'kept' | 'unknown-witness' | 'unknown-checkpoint'> {
  const seal = await findSealOfSize(work, handed.size)
  if (!seal) return 'unknown-checkpoint'
  for (const key of known) {
    const witness = readWitnessLine(key)
    const at = witness && cosignedAt(seal.note, handed.line, witness)
    if (!witness || !at) continue
    await insertCosignature(work, { seal: seal.number, witness: witness.name, line: handed.line, at })
    return 'kept'
  }
  return 'unknown-witness'
}
