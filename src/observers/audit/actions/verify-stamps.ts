/** Every stamp is of the checkpoint beside it, by an authority that is trusted, not before that checkpoint; and none is missing for longer than is allowed (S13). */
import { createHash } from 'node:crypto'
import { checkToken } from '../../../capabilities/documents/index.ts'
import { logStampTerms } from '../../../catalogue/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { stampLine } from '../engine/stamps-file.ts'
import { openNote, type Verifier } from '../note.ts'
import { gapsOf, isBefore } from '../stamped.ts'
import type { Reading } from '../store/rows.ts'
import { listStamps } from '../store/stamps.ts'

/** What the file of stamps says, and whom to believe. */
export interface StampsOutside {
  readonly lines: readonly string[]
  /** PEM, from outside the database. */
  readonly roots: readonly string[]
}

/** What is known of the stamps. */
export interface StampsVerdict {
  readonly count: number
  readonly last: Date | undefined
  /** Stretches without a stamp that a later one covers: no fault, yet their time is proven only from there on. */
  readonly gaps: readonly string[]
}

/** No list of revoked certificates is at hand here, and "now" is not known either: whether the token came in time was asked when it came. */
const EVER = new Date(8.64e15)

/** @param fault hears what does not fit */
export async function verifyStamps(work: Reading, given: StampsOutside & { readonly verifier: Verifier; readonly outside: readonly string[] }, fault: (text: string) => void): Promise<StampsVerdict> {
  const notes = new Map(given.outside.flatMap((note) => {
    const said = openNote(note, given.verifier)
    return said ? [[said.size, { note, at: said.at }] as const] : []
  }))
  const good: { size: number; at: Date }[] = []
  for (const line of given.lines) {
    const [, size = '', hash, token = ''] = /^(\d{1,15}) ([0-9a-f]{64}) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? []
    const checkpoint = notes.get(Number(size))
    if (!checkpoint || createHash('sha256').update(checkpoint.note).digest('hex') !== hash) {
      fault(`the stamp of ${size} leaves in the file outside is of no checkpoint there`)
      continue
    }
    const said = await checkToken(Buffer.from(token, 'base64'), Buffer.from(checkpoint.note), { roots: given.roots, revocationLists: [], now: EVER })
    const at = typeof said === 'object' && 'unsure' in said ? said.unsure : said
    if (!(at instanceof Date)) fault(`the stamp of ${size} leaves is of another checkpoint, or of nobody who is trusted`)
    else if (isBefore(at, checkpoint.at)) fault(`the stamp of ${size} leaves is older than its checkpoint`)
    else good.push({ size: Number(size), at })
  }
  good.sort((a, b) => a.size - b.size)
  await compare(work, given.lines, fault)
  const checkpoints = [...notes].map(([size, { at }]) => ({ size, at })).sort((a, b) => a.size - b.size)
  const newest = checkpoints.at(-1)
  const { everyMinutes, toleratedMinutes } = newest ? logStampTerms(localDateAt(newest.at)).value : { everyMinutes: 0, toleratedMinutes: 0 }
  const gaps = gapsOf(checkpoints, good, (everyMinutes + toleratedMinutes) * 60_000)
  for (const { from } of gaps.filter(({ covered }) => !covered)) fault(`no checkpoint since ${from.toISOString()} has a stamp, which is longer than allowed`)
  return {
    count: good.length, last: good.at(-1)?.at,
    gaps: gaps.filter(({ covered }) => covered).map(({ from, to }) => `no checkpoint from ${from.toISOString()} on had a stamp before ${to.toISOString()}: what stands there is proven from then on`),
  }
}

/** The database and the file outside must tell of the same stamps; the newest may be on its way. */
async function compare(work: Reading, lines: readonly string[], fault: (text: string) => void): Promise<void> {
  const outside = new Set(lines)
  const stamps = await listStamps(work)
  for (const [i, stamp] of stamps.entries()) {
    if (!outside.delete(stampLine(stamp)) && i < stamps.length - 1) fault(`the stamp of ${stamp.size} leaves does not stand in the file outside`)
  }
  for (const line of outside) fault(`the stamp of ${line.split(' ')[0]} leaves in the file outside is not in the database`)
}
