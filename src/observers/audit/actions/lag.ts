/** How far the log is behind what happens. */
import { findCause, type Hold } from '../../../platform/background/holds.ts'
import type { Work } from '../../../platform/work.ts'
import { findFirstUnwitnessed, findLastCosignature } from '../store/cosignatures.ts'
import { listNewestSeals } from '../store/log.ts'
import { findOldestUnsealed, readMoment, sinceOf } from '../store/rows.ts'
import { findFirstUnstamped, listNewestStamps } from '../store/stamps.ts'

export interface Lag {
  /** How long the oldest row waits for its seal, by the shown clock; 0 when none waits. */
  readonly seconds: number
  /** The last signature of a witness. */
  readonly witnessed: Awaited<ReturnType<typeof findLastCosignature>>
  /** How long the first checkpoint after the last witnessed one has had no signature of a witness, by the shown clock; 0 when the newest bears one. */
  readonly unwitnessedSeconds: number
  /** The newest checkpoint. */
  readonly sealed: { readonly at: Date; readonly size: number } | undefined
  /** The newest stamp of time. */
  readonly stamped: { readonly at: Date; readonly size: number } | undefined
  /** How long the first checkpoint after the last stamped one has had no stamp, by the shown clock; 0 when the newest has one. */
  readonly unstampedSeconds: number
  /** Since when stamping fails, and from when on no decision is signed for it. */
  readonly failing: Hold | undefined
  /** Whether no decision is signed now. */
  readonly held: boolean
}

/** Rows of running transactions count as well: a long one holds everything up, and this shows it. */
export async function readLag(work: Work): Promise<Lag> {
  const [newest] = await listNewestSeals(work, 1)
  const oldest = await findOldestUnsealed(work, newest && sinceOf(newest, await readMoment(work)))
  const witnessed = await findLastCosignature(work)
  const since = (at: Date | undefined) => (at ? Math.max(0, (work.now.getTime() - at.getTime()) / 1000) : 0)
  const failing = await findCause(work, 'sign-decision')
  const [stamped] = await listNewestStamps(work, 1)
  return {
    seconds: since(oldest), witnessed, unwitnessedSeconds: since(await findFirstUnwitnessed(work)),
    sealed: newest && { at: newest.sealedAt, size: newest.size }, stamped: stamped && { at: stamped.at, size: stamped.size },
    unstampedSeconds: since(await findFirstUnstamped(work)), failing, held: failing !== undefined && failing.holdsFrom <= work.now,
  }
}
