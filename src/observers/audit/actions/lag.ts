/** How far the log is behind what happens. */
import type { Work } from '../../../platform/work.ts'
import { findFirstUnwitnessed, findLastCosignature } from '../store/cosignatures.ts'
import { listNewestSeals } from '../store/log.ts'
import { findOldestUnsealed, readMoment, sinceOf } from '../store/rows.ts'

export interface Lag {
  /** How long the oldest row waits for its seal, by the shown clock; 0 when none waits. */
  readonly seconds: number
  /** The last signature of a witness. */
  readonly witnessed: Awaited<ReturnType<typeof findLastCosignature>>
  /** How long the first checkpoint after the last witnessed one has had no signature of a witness, by the shown clock; 0 when the newest bears one. */
  readonly unwitnessedSeconds: number
}

/** Rows of running transactions count as well: a long one holds everything up, and this shows it. */
export async function readLag(work: Work): Promise<Lag> {
  const [newest] = await listNewestSeals(work, 1)
  const oldest = await findOldestUnsealed(work, newest && sinceOf(newest, await readMoment(work)))
  const witnessed = await findLastCosignature(work)
  const since = (at: Date | undefined) => (at ? Math.max(0, (work.now.getTime() - at.getTime()) / 1000) : 0)
  return { seconds: since(oldest), witnessed, unwitnessedSeconds: since(await findFirstUnwitnessed(work)) }
}
