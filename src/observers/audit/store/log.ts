/** Leaves, inner nodes and seals. Nothing here changes or deletes a row: the application has no right to. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { LogBroken } from '../broken.ts'
import type { Leaf } from '../leaf.ts'
import type { Reading } from './rows.ts'
import { coverOf, joinCover, keyOf, type Range, type Subtree } from '../tree.ts'

export interface Seal {
  readonly number: number
  readonly firstIndex: number
  readonly size: number
  readonly root: Buffer
  readonly horizon: string
  readonly ceiling: string
  readonly rate: string
  readonly sealedAt: Date
  /** The signed checkpoint. */
  readonly note: string
}

const columns = sql`number, first_index as "firstIndex", size, root, horizon::text as horizon, ceiling::text as ceiling, rate::text as rate, sealed_at as "sealedAt", note`

/** One sealer at a time, in whatever process. */
export async function lockLog(work: Work): Promise<void> {
  await work.db.run(sql`select pg_advisory_xact_lock(hashtextextended('audit.seal', 42))`)
}

/** The newest seals, newest first. */
export async function listNewestSeals(work: Reading, most: number): Promise<Seal[]> {
  return work.db.many(sql`select ${columns} from audit.seal order by number desc limit ${most}`)
}

/** The seal that a condition names. */
export async function findSeal(work: Reading, where: Sql): Promise<Seal | undefined> {
  return work.db.maybe(sql`select ${columns} from audit.seal where ${where}`)
}

/** The seal by which the log had that many leaves. */
export async function findSealOfSize(work: Reading, size: number): Promise<Seal | undefined> {
  return findSeal(work, sql`size = ${size}`)
}

/** Seals after a number up to another, in order. */
export async function listSealsAfter(work: Reading, { after, upTo }: { readonly after: number; readonly upTo: number }, most: number): Promise<Seal[]> {
  return work.db.many(sql`select ${columns} from audit.seal where number > ${after} and number <= ${upTo} order by number limit ${most}`)
}

export interface NewLeaf extends Leaf {
  readonly sequence: number
  readonly salt: Buffer
  readonly hash: Buffer
}

const hex = (bytes: Buffer) => bytes.toString('hex')

/** One run of the sealer: its seal, its leaves and the inner nodes that became whole. */
export async function insertRun(work: Work, seal: Seal, leaves: readonly NewLeaf[], nodes: readonly (Subtree & { readonly hash: Buffer })[]): Promise<void> {
  const leafRows = leaves.map((leaf) => ({ index: leaf.index, source: leaf.source, sequence: leaf.sequence, id: leaf.id, salt: hex(leaf.salt), digest: hex(leaf.digest), hash: hex(leaf.hash) }))
  const nodeRows = nodes.map(({ last, level, hash }) => ({ last, level, hash: hex(hash) }))
  await work.db.run(sql`insert into audit.seal (number, first_index, size, root, horizon, ceiling, rate, sealed_at, note)
    values (${seal.number}, ${seal.firstIndex}, ${seal.size}, ${seal.root}, ${seal.horizon}::xid8, ${seal.ceiling}::xid8, ${seal.rate}::float8, ${seal.sealedAt}, ${seal.note})`)
  await work.db.run(sql`insert into audit.leaf (index, source, row_sequence, row_id, salt, digest, hash)
    select index, source, sequence, id, decode(salt, 'hex'), decode(digest, 'hex'), decode(hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(leafRows)}::jsonb) as l(index bigint, source text, sequence bigint, id text, salt text, digest text, hash text)`)
  await work.db.run(sql`insert into audit.node (last, level, hash) select last, level, decode(hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(nodeRows)}::jsonb) as n(last bigint, level smallint, hash text)`)
}

/** Hashes of whole subtrees, by their keys. @throws when one is not there */
async function readSubtrees(work: Work, wanted: readonly Subtree[]): Promise<(part: Subtree) => Buffer> {
  const list = JSON.stringify(wanted.map(({ last, level }) => ({ last, level })))
  const rows = await work.db.many<Subtree & { hash: Buffer }>(sql`with wanted as (select last, level from jsonb_to_recordset(${list}::jsonb) as w(last bigint, level int))
    select w.last, w.level, n.hash from wanted w join audit.node n on n.last = w.last and n.level = w.level
    union all select w.last, 0, l.hash from wanted w join audit.leaf l on l.index = w.last where w.level = 0`)
  const found = new Map(rows.map((row) => [keyOf(row), row.hash]))
  return (part) => {
    const hash = found.get(keyOf(part))
    if (!hash) throw new LogBroken(`the log lacks the node ${keyOf(part)}`)
    return hash
  }
}

/** The right edge of the tree at a size. */
export async function readEdge(work: Work, size: number): Promise<Buffer[]> {
  const cover = coverOf(0, size)
  const hashOf = await readSubtrees(work, cover)
  return cover.map(hashOf)
}

/** The hashes of a proof. */
export async function readProof(work: Work, ranges: readonly Range[]): Promise<Buffer[]> {
  const covers = ranges.map(({ from, to }) => coverOf(from, to))
  const hashOf = await readSubtrees(work, covers.flat())
  return covers.map((cover) => joinCover(cover.map(hashOf)))
}

/** Inner nodes that became whole with the leaves from an index on. */
export async function listNodes(work: Reading, from: number, to: number): Promise<(Subtree & { hash: Buffer })[]> {
  return work.db.many(sql`select last, level, hash from audit.node where last >= ${from} and last < ${to} order by last, level`)
}

/** How many leaves there are, and the highest index. */
export async function countLeaves(work: Reading): Promise<{ leaves: number; nodesBeyond: number }> {
  return work.db.one(sql`select (select coalesce(max(index) + 1, 0) from audit.leaf) as leaves, (select count(*)::int from audit.node where last > (select coalesce(max(index), -1) from audit.leaf)) as "nodesBeyond"`)
}

/** What stands before the log in this database: rights that nobody should have, and triggers that were taken away. */
export async function listOpenDoors(work: Reading): Promise<string[]> {
  const guarded: Sql = sql`(values ('audit', 'leaf'), ('audit', 'node'), ('audit', 'seal'), ('audit', 'cosignature'), ('audit', 'stamp'))`
  const rows = await work.db.many<{ door: string }>(sql`select 'the application may ' || lower(p.privilege) || ' ' || t.schema || '.' || t.name as door
      from (values ('audit', 'leaf'), ('audit', 'node'), ('audit', 'seal'), ('audit', 'cosignature'), ('audit', 'stamp'), ('dossiers', 'event'), ('platform', 'fact')) t(schema, name), (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p(privilege)
      where has_table_privilege('toantrinh_app', t.schema || '.' || t.name, p.privilege)
    union all select 'no trigger guards ' || t.schema || '.' || t.name from ${guarded} t(schema, name)
      where not exists (select from pg_trigger g where g.tgrelid = (t.schema || '.' || t.name)::regclass and g.tgname = 'append_only' and g.tgenabled = 'O')`)
  return rows.map(({ door }) => door)
}
