/**
 * The sealer: takes rows that no running transaction can add to any more, gives them numbers without gaps, hashes them into
 * the tree, signs its root, and writes that into a file outside the database.
 */
import { randomBytes } from 'node:crypto'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'
import { LogBroken } from '../broken.ts'
import { type LogKey, readLogKey } from '../engine/key.ts'
import { appendOutside, lastOutside } from '../engine/outside-file.ts'
import { digestOf, hashOfLeaf, type Row, type Source } from '../leaf.ts'
import { signNote } from '../note.ts'
import { insertRun, listNewestSeals, lockLog, type NewLeaf, readEdge, readProof, type Seal } from '../store/log.ts'
import { listUnsealed, readMoment, sinceOf, type UnsealedRow } from '../store/rows.ts'
import { consistencyRanges, emptyRoot, growFrom, isConsistent } from '../tree.ts'

const actor = systemActor('audit.seal')
/** Rows of one seal: what is found at the first run over an old database goes in steps. */
const STEP = 5_000

export interface Log {
  readonly key: LogKey
  /** The folder outside the database. */
  readonly folder: string
}

/** The log of a platform. @throws in production when its key file is missing */
export function openLog(platform: Pick<Platform, 'config'>): Log {
  return { key: readLogKey(platform.config), folder: platform.config.audit.dir }
}

/**
 * Seals everything that can be sealed now. Several sealers take turns.
 * @returns how many rows were sealed
 * @throws LogBroken, after raising an alarm, when this database is not the one that the file outside tells of
 */
export async function sealLog(platform: Platform, log: Log, step = STEP): Promise<number> {
  try {
    for (let sealed = 0; ; ) {
      const rows = await platform.work(actor, (work) => sealOnce(work, log, step))
      // Outside only what is committed; and, as all writing there, one sealer at a time.
      if (rows > 0) await platform.work(actor, (work) => bringOutside(work, log))
      sealed += rows
      if (rows < step) return sealed
    }
  } catch (error) {
    if (error instanceof LogBroken) await platform.work(actor, (work) => raiseOnce(work, { kind: 'log-broken', system: 'own', subjectId: null, details: { why: error.message } }))
    throw error
  }
}

/** @returns how many rows became leaves */
async function sealOnce(work: Work, log: Log, step: number): Promise<number> {
  const newest = await bringOutside(work, log)
  const moment = await readMoment(work)
  const since = newest && sinceOf(newest, moment)
  const rows = await listUnsealed(work, since, moment, step)
  const last = rows.at(-1)
  if (!last) return 0
  const earlier = { size: newest?.size ?? 0, root: newest?.root ?? emptyRoot }
  const tree = growFrom(earlier.size, await readEdge(work, earlier.size))
  if (!tree.root().equals(earlier.root)) throw new LogBroken('the right edge of the tree is not under the last root')
  // What is taken in steps is taken in the order of transactions: below the last one nothing is missing.
  const horizon = rows.length < step ? moment.horizon : (since === undefined ? newest?.horizon : undefined) ?? last.transaction
  // Never before the seal before it: of two sealers the later may have begun earlier.
  const sealedAt = newest && newest.sealedAt > work.now ? newest.sealedAt : work.now
  const draft = { number: (newest?.number ?? 0) + 1, firstIndex: tree.size(), horizon, ceiling: moment.ceiling, rate: moment.rate, sealedAt }
  const leaves = [sealRow(draft), ...rows].map(({ source, sequence, id, row }, i) => leafOf(draft.firstIndex + i, { source, sequence, id, row }))
  const nodes = leaves.flatMap((leaf) => tree.add(leaf.hash))
  const root = tree.root()
  const note = signNote({ origin: log.key.verifier.name, size: tree.size(), root, at: sealedAt }, log.key.privateKey, log.key.verifier)
  await insertRun(work, { ...draft, size: tree.size(), root, note }, leaves, nodes)
  // The first checkpoint does not wait for the hour of its stamp.
  if (!newest) work.enqueue('audit.stamp', {})
  const proof = await readProof(work, consistencyRanges(earlier.size, tree.size()))
  if (!isConsistent(earlier, { size: tree.size(), root }, proof)) throw new LogBroken('what is stored does not prove that the log only grew')
  return rows.length
}

/**
 * The last note outside must be our last seal, or the one before it when a process ended in between; then it is written now.
 * @returns the last seal; until the transaction ends nobody else seals
 */
async function bringOutside(work: Work, log: Log): Promise<Seal | undefined> {
  await lockLog(work)
  const [newest, before] = await listNewestSeals(work, 2)
  const outside = lastOutside(log.folder)
  if (outside === newest?.note) return newest
  if (!newest) throw new LogBroken('the file outside tells of seals that this database does not have')
  if (outside !== before?.note) throw new LogBroken(outside === undefined ? 'the file outside is gone' : 'the last checkpoint outside is not the last seal')
  appendOutside(log.folder, newest.note)
  return newest
}

function leafOf(index: number, { source, sequence, id, row }: Omit<UnsealedRow, 'transaction'>): NewLeaf {
  const salt = randomBytes(16)
  const leaf = { index, source, id, digest: digestOf(salt, row) }
  return { ...leaf, sequence, salt, hash: hashOfLeaf(leaf) }
}

/** The seal itself as a row: what its transactions were and when it was made can be changed as little as what it seals. */
function sealRow(seal: Pick<Seal, 'number' | 'firstIndex' | 'horizon' | 'ceiling' | 'rate' | 'sealedAt'>): { source: Source; sequence: number; id: string; row: Row } {
  const at = seal.sealedAt.toISOString().replace('Z', '000Z')
  const row = { form: 'audit.seal/1', number: String(seal.number), first_index: String(seal.firstIndex), at, horizon: seal.horizon, ceiling: seal.ceiling, rate: seal.rate }
  return { source: 'audit.seal', sequence: seal.number, id: String(seal.number), row }
}
