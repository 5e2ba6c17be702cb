/**
 * Recomputes the whole log from the rows of this database and compares it with the file outside. Whoever owns the database
 * may have changed anything in it, its functions and triggers too: every hash is computed here, and only the key and the
 * file outside are believed.
 */
import { digestOf, hashOfLeaf } from '../leaf.ts'
import type { Checkpoint, Verifier } from '../note.ts'
import { countLeaves, listNewestSeals, listNodes, listOpenDoors, listSealsAfter, type Seal } from '../store/log.ts'
import { countUnsealed, listSealed, listSlippedIn, type Reading, type SealedRow } from '../store/rows.ts'
import { emptyRoot, growFrom, keyOf } from '../tree.ts'
import { createClaims, type Claims } from '../claims.ts'
import { verifyListReadings } from './list-readings.ts'
import { backDating } from '../back-dating.ts'
import { type StampsOutside, type StampsVerdict, verifyStamps } from './verify-stamps.ts'

const PAGE = 2_000
const SHOWN = 10

/** What a look at the whole log found. */
export interface Verdict {
  readonly leaves: number
  readonly seals: number
  readonly outside: number
  /** Rows that are not sealed yet. */
  readonly waiting: number
  /** The newest checkpoint outside. */
  readonly newest: Checkpoint | undefined
  /** The stamps of the file outside that hold; undefined where nobody asked for them. */
  readonly stamps: StampsVerdict | undefined
  /** What does not fit, in words; empty when all does. */
  readonly faults: readonly string[]
}

export interface VerifyOptions {
  readonly verifier: Verifier
  /** The notes of the file outside, read before the database is. */
  readonly outside: readonly string[]
  /** Checkpoints that somebody else holds (from receipts): they must belong to the same history. */
  readonly held?: readonly string[]
  /** The stamps beside them, read before the database is. */
  readonly stamps?: StampsOutside
}

/** @param work reads only; what is appended meanwhile is not looked at */
export async function verifyLog(work: Reading, options: VerifyOptions): Promise<Verdict> {
  const faults = createFaults()
  const claims = createClaims(options, faults.add)
  const [top] = await listNewestSeals(work, 1)
  if (!top && claims.newest) faults.add(`the database has no seal, the file outside tells of ${claims.newest.size} leaves`)
  const seals = await verifyLeaves(work, top, claims, faults.add)
  claims.finish(top?.size ?? 0)
  const { leaves, nodesBeyond } = await countLeaves(work)
  if (leaves < (top?.size ?? 0)) faults.add(`the last seal counts ${top?.size} leaves, the database has ${leaves}`)
  if (nodesBeyond > 0) faults.add(`${nodesBeyond} inner nodes belong to no leaf`)
  for (const { source, id } of await listSlippedIn(work, SHOWN)) faults.add(`${source} ${id} is older than the last seal and is not sealed`)
  await verifyListReadings(work, claims.newest?.at, faults.add)
  for (const door of await listOpenDoors(work)) faults.add(door)
  const stamps = options.stamps && (await verifyStamps(work, { ...options.stamps, verifier: options.verifier, outside: options.outside }, faults.add))
  return { stamps, leaves: top?.size ?? 0, seals, outside: options.outside.length, waiting: await countUnsealed(work), newest: claims.newest, faults: faults.told() }
}

/** Collects faults; of one kind only the first few are told one by one. */
function createFaults(): { add(fault: string): void; told(): string[] } {
  const byKind = new Map<string, string[]>()
  return {
    add(fault) {
      const kind = fault.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '#')
      byKind.set(kind, [...(byKind.get(kind) ?? []).slice(0, SHOWN), fault])
    },
    told: () => [...byKind.values()].flatMap((faults) => (faults.length > SHOWN ? [...faults.slice(0, SHOWN), `… and more: ${faults.at(-1)}`] : faults)),
  }
}

/** Goes through all leaves in order, growing the tree anew. @returns how many seals there are */
async function verifyLeaves(work: Reading, top: Seal | undefined, claims: Claims, fault: (text: string) => void): Promise<number> {
  const size = top?.size ?? 0
  const tree = growFrom(0, [])
  const seals = sealsInOrder(work, top?.number ?? 0, fault)
  const dating = backDating(fault)
  let seal = await seals.next()
  for (let from = 0; from < size; from += PAGE) {
    const to = Math.min(size, from + PAGE)
    const [rows, nodes] = [await listSealed(work, from, to), await listNodes(work, from, to)]
    const byIndex = new Map(rows.map((row) => [row.index, row]))
    const byKey = new Map(nodes.map((node) => [keyOf(node), node.hash]))
    for (let index = from; index < to; index++) {
      const row = byIndex.get(index)
      if (!row) fault(`leaf ${index} is missing`)
      const hash = row ? verifyLeaf(row, fault) : emptyRoot
      if (seal && index === seal.firstIndex && (row?.source !== 'audit.seal' || row.id !== String(seal.number))) fault(`leaf ${index} does not begin seal ${seal.number}`)
      if (row) dating.look(row)
      for (const node of tree.add(hash)) {
        const kept = byKey.get(keyOf(node))
        byKey.delete(keyOf(node))
        if (!kept?.equals(node.hash)) fault(`the inner node ${keyOf(node)} is not what its leaves give`)
      }
      claims.check(tree.size(), tree.root)
      while (seal && tree.size() === seal.size) {
        if (!tree.root().equals(seal.root)) fault(`the root of seal ${seal.number} is not what its leaves give`)
        claims.checkSeal(seal)
        dating.passed(seal)
        seal = await seals.next()
      }
    }
    for (const key of byKey.keys()) fault(`the inner node ${key} belongs to no leaf`)
  }
  if (seal) fault(`seal ${seal.number} ends at no leaf`)
  return seals.count()
}

/** One leaf: its row is there and says what it said, and the stored hash is the leaf's. @returns the hash as it must be */
function verifyLeaf(leaf: SealedRow, fault: (text: string) => void): Buffer {
  const name = `${leaf.source} ${leaf.id} (leaf ${leaf.index})`
  if (!leaf.row) fault(`${name} is gone`)
  else {
    if ((leaf.row.id ?? leaf.row.number) !== leaf.id) fault(`${name} is another row now`)
    if (!digestOf(leaf.salt, leaf.row).equals(leaf.digest)) fault(`${name} does not say what was sealed`)
  }
  const hash = hashOfLeaf(leaf)
  if (!hash.equals(leaf.hash)) fault(`${name} has the hash of another leaf`)
  return hash
}

/** Seals one after the other, as they must follow each other. @param last what is sealed meanwhile has a higher number and is not looked at */
function sealsInOrder(work: Reading, last: number, fault: (text: string) => void): { next(): Promise<Seal | undefined>; count(): number } {
  let page: Seal[] = []
  let before: Seal | undefined
  let count = 0
  return {
    async next() {
      if (page.length === 0) page = await listSealsAfter(work, { after: before?.number ?? 0, upTo: last }, 500)
      const seal = page.shift()
      if (!seal) return undefined
      if (seal.number !== (before?.number ?? 0) + 1) fault(`seal ${seal.number} follows seal ${before?.number ?? 0}`)
      if (seal.firstIndex !== (before?.size ?? 0)) fault(`seal ${seal.number} begins at leaf ${seal.firstIndex}, not at ${before?.size ?? 0}`)
      before = seal
      count += 1
      return seal
    },
    count: () => count,
  }
}
