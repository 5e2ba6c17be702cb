/** How stamps stand to the checkpoints: which are covered, and how long none was. */

/** Clocks of two machines differ. */
const SKEW_MS = 60_000
/** A stretch in which nothing was sealed counts as one hour at most: there was nothing to stamp. */
const MOST_STRETCH_MS = 3_600_000

/** Whether a stamp is older than the checkpoint that it should be of. */
export function isBefore(stampedAt: Date, checkpointAt: Date): boolean {
  return stampedAt.getTime() < checkpointAt.getTime() - SKEW_MS
}

interface Point {
  readonly size: number
  readonly at: Date
}

/** A stretch of checkpoints that no stamp covered in time. */
export interface Gap {
  readonly from: Date
  readonly to: Date
  /** Whether a later stamp covers it, or none yet. */
  readonly covered: boolean
}

/**
 * The stretches in which checkpoints went without a stamp for longer than is allowed. A stamp covers all checkpoints before its own, since the log only grows.
 * @param checkpoints in order @param stamps in order, those that verify
 */
export function gapsOf(checkpoints: readonly Point[], stamps: readonly Point[], allowedMs: number): Gap[] {
  const gaps: Gap[] = []
  let left = checkpoints
  for (const stamp of [...stamps, undefined]) {
    const open = stamp ? left.filter(({ size }) => size <= stamp.size) : left
    const [first] = open
    const end = stamp?.at ?? open.at(-1)?.at
    if (first && end && lasting([...open.map(({ at }) => at), end]) > allowedMs) gaps.push({ from: first.at, to: end, covered: stamp !== undefined })
    left = left.slice(open.length)
  }
  return gaps
}

function lasting(instants: readonly Date[]): number {
  return instants.slice(1).reduce((sum, at, i) => sum + Math.max(0, Math.min(MOST_STRETCH_MS, at.getTime() - (instants[i]?.getTime() ?? 0))), 0)
}
