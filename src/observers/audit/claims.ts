/** What others say about the log: the checkpoints of the file outside and of receipts. Each must be the root at its size. */
import { type Checkpoint, isWhole, openNote, TORN, type Verifier } from './note.ts'

export interface Claims {
  /** The newest checkpoint of the file outside. */
  readonly newest: Checkpoint | undefined
  /** Compares all that is claimed of a size. @param root the root there, computed when it is asked for */
  check(size: number, root: () => Buffer): void
  /** A seal of the database must stand outside as it stands here. */
  checkSeal(seal: { readonly number: number; readonly size: number; readonly note: string }): void
  /** Tells what was claimed of more leaves than there are. */
  finish(size: number): void
}

interface Claim {
  readonly checkpoint: Checkpoint
  readonly who: string
}

/** @param fault hears what does not fit */
export function createClaims(given: { readonly verifier: Verifier; readonly outside: readonly string[]; readonly held?: readonly string[] | undefined }, fault: (text: string) => void): Claims {
  const bySize = new Map<number, Claim[]>()
  const outside = new Set(given.outside)
  let newest: Checkpoint | undefined
  const take = (note: string, who: string): Checkpoint | undefined => {
    const checkpoint = openNote(note, given.verifier)
    if (!checkpoint) fault(`${who} is not signed by the key of the log`)
    else bySize.set(checkpoint.size, [...(bySize.get(checkpoint.size) ?? []), { checkpoint, who }])
    return checkpoint
  }
  for (const [i, note] of given.outside.entries()) {
    if (!isWhole(note) && isWrittenAnew(note, given.outside[i + 1])) continue
    const checkpoint = take(note, `checkpoint ${i + 1} of the file outside`)
    if (!checkpoint) continue
    if (checkpoint.origin !== given.verifier.name) fault(`checkpoint ${i + 1} of the file outside is of another log`)
    if (newest && checkpoint.size <= newest.size) fault(`checkpoint ${i + 1} of the file outside does not follow the one before it`)
    if (newest && checkpoint.at < newest.at) fault(`checkpoint ${i + 1} of the file outside is older than the one before it`)
    newest = checkpoint
  }
  for (const [i, note] of (given.held ?? []).entries()) take(note, `checkpoint ${i + 1} that somebody else holds`)
  return {
    newest,
    check(size, root) {
      for (const { checkpoint, who } of bySize.get(size) ?? []) if (!checkpoint.root.equals(root())) fault(`${who} (${size} leaves) has another root than the rows give`)
      bySize.delete(size)
    },
    checkSeal(seal) {
      const said = openNote(seal.note, given.verifier)
      if (said?.size !== seal.size) fault(`the note of seal ${seal.number} is not signed by the key of the log`)
      // A newer one may be on its way into the file.
      if (seal.size <= (newest?.size ?? 0) && !outside.has(seal.note)) fault(`seal ${seal.number} does not stand in the file outside`)
    },
    finish(size) {
      for (const [claimed, claims] of bySize) for (const { who } of claims) fault(`${who} tells of ${claimed} leaves, the log has ${size}`)
    },
  }
}

/** A process ended while it wrote: the next note begins with what it left, or the next note is not written yet. */
function isWrittenAnew(piece: string, next: string | undefined): boolean {
  return next === undefined || next.startsWith(piece.endsWith(`\n${TORN}`) ? piece.slice(0, -`\n${TORN}`.length) : piece)
}
