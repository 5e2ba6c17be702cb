/** The rows that are sealed, every column as text: what a leaf's digest is taken of. */
import { join, type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { type Row, type Source, sources } from '../leaf.ts'

/** All that reading takes: who verifies the log has a connection and nothing else of the service. */
export type Reading = Pick<Work, 'db'>

/** An instant in UTC to the microsecond, whatever the session's own zone. */
const instant = (column: Sql) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** What every event and every fact has. */
const common = sql`'id', r.id::text, 'sequence', r.sequence::text, 'kind', r.kind, 'at', ${instant(sql`r.at`)}, 'actor_kind', r.actor_kind, 'actor_id', r.actor_id, 'subject_id', r.subject_id::text,
  'helper_id', r.helper_id::text, 'consent_id', r.consent_id::text, 'office_code', r.office_code, 'channel', r.channel, 'transaction_id', r.transaction_id::text`

/** A row as it is hashed. A column added later needs a new form beside these, for leaves of before keep theirs. */
const forms = {
  'dossiers.event': sql`json_build_object('form', 'dossiers.event/1', ${common}, 'dossier_id', r.dossier_id::text, 'from_status', r.from_status, 'to_status', r.to_status, 'details', r.details::text)`,
  'platform.fact': sql`json_build_object('form', 'platform.fact/1', ${common}, 'payload', r.payload::text)`,
  'audit.seal': sql`json_build_object('form', 'audit.seal/1', 'number', r.number::text, 'first_index', r.first_index::text, 'at', ${instant(sql`r.sealed_at`)}, 'horizon', r.horizon::text, 'ceiling', r.ceiling::text, 'rate', r.rate::text)`,
} as const satisfies Record<Source, Sql>

/** Where the rows of a source lie, and the column that numbers them. */
const tables = {
  'dossiers.event': { from: sql`dossiers.event`, sequence: sql`r.sequence` },
  'platform.fact': { from: sql`platform.fact`, sequence: sql`r.sequence` },
  'audit.seal': { from: sql`audit.seal`, sequence: sql`r.number` },
} as const satisfies Record<Source, { from: Sql; sequence: Sql }>

/** The sources that others write; seals are our own. */
const written = ['dossiers.event', 'platform.fact'] as const

export interface UnsealedRow {
  readonly source: Source
  readonly sequence: number
  readonly id: string
  readonly transaction: string
  readonly row: Row
}

/** Which transactions have ended: all below `horizon`, and those that another cluster numbered, from which this database was restored. */
export interface Moment {
  readonly horizon: string
  /** Every transaction that had a number at this moment has a lower one. */
  readonly ceiling: string
  /** How fast the shown clock runs, as the database writes it. */
  readonly rate: string
}

export async function readMoment(work: Work): Promise<Moment> {
  return work.db.one(sql`select pg_snapshot_xmin(s)::text as horizon, pg_snapshot_xmax(s)::text as ceiling, c.rate::text as rate from pg_current_snapshot() s, platform.clock c`)
}

/**
 * Rows of transactions that have ended and that no leaf names, oldest transaction first.
 * @param since below it everything is sealed; undefined: nothing is known, all rows are looked through
 */
export async function listUnsealed(work: Work, since: string | undefined, moment: Moment, most: number): Promise<UnsealedRow[]> {
  const ended = since === undefined
    ? sql`not (r.transaction_id >= ${moment.horizon}::xid8 and r.transaction_id < ${moment.ceiling}::xid8)`
    : sql`r.transaction_id >= ${since}::xid8 and r.transaction_id < ${moment.horizon}::xid8`
  // Asked row by row, by the index: of a log that has just begun to grow the planner knows nothing and would read it whole each time.
  const parts = written.map((source) => sql`(select ${source}::text as source, r.sequence, r.id::text as id, r.transaction_id as xid, ${forms[source]} as row from ${tables[source].from} r
    where ${ended} and (select l.index from audit.leaf l where l.source = ${source} and l.row_sequence = r.sequence) is null order by r.transaction_id, r.sequence limit ${most})`)
  return work.db.many(sql`select source, sequence, id, xid::text as transaction, row from (${join(parts, ' union all ')}) x order by xid, source, sequence limit ${most}`)
}

/** Whether `earlier` is a lower number of a transaction than `later`. */
function isEarlier(earlier: string, later: string): boolean {
  return BigInt(earlier) < BigInt(later)
}

/** From which transaction on rows may lack a leaf; undefined when this database was restored into a server that counts anew. */
export function sinceOf(newest: { readonly horizon: string }, moment: Moment): string | undefined {
  return isEarlier(moment.horizon, newest.horizon) ? undefined : newest.horizon
}

/** When the oldest row without a leaf was written; undefined when none waits. @param since as listUnsealed has it */
export async function findOldestUnsealed(work: Work, since: string | undefined): Promise<Date | undefined> {
  const parts = written.map((source) => sql`select min(r.at) as at from ${tables[source].from} r
    where ${since === undefined ? sql`true` : sql`r.transaction_id >= ${since}::xid8`} and (select l.index from audit.leaf l where l.source = ${source} and l.row_sequence = r.sequence) is null`)
  return (await work.db.one<{ at: Date | null }>(sql`select min(at) as at from (${join(parts, ' union all ')}) x`)).at ?? undefined
}

/** How many rows wait to be sealed. */
export async function countUnsealed(work: Reading): Promise<number> {
  const parts = written.map((source) => sql`select count(*) as n from ${tables[source].from} r where not exists (select from audit.leaf l where l.source = ${source} and l.row_sequence = r.sequence)`)
  return (await work.db.one<{ n: number }>(sql`select sum(n)::int as n from (${join(parts, ' union all ')}) x`)).n
}

/** Rows of ended and sealed transactions without a leaf: what somebody slipped in afterwards. */
export async function listSlippedIn(work: Reading, most: number): Promise<{ source: string; id: string }[]> {
  const horizon = sql`(select horizon from audit.seal order by number desc limit 1)`
  const parts = written.map((source) => sql`select ${source}::text as source, r.id::text as id from ${tables[source].from} r
    where r.transaction_id < ${horizon} and not exists (select from audit.leaf l where l.source = ${source} and l.row_sequence = r.sequence)`)
  return work.db.many(sql`select source, id from (${join(parts, ' union all ')}) x limit ${most}`)
}

/** A sealed leaf with the row that it names as the row is now. */
export interface SealedRow {
  readonly index: number
  readonly source: Source
  readonly id: string
  readonly salt: Buffer
  readonly digest: Buffer
  readonly hash: Buffer
  /** Null when the row is gone. */
  readonly row: Row | null
}

const leafColumns = sql`l.index, l.source, l.row_id as id, l.salt, l.digest, l.hash`

/** Leaves from an index on, with their rows. */
export async function listSealed(work: Reading, from: number, to: number): Promise<SealedRow[]> {
  const rows = sources.map((source) => sql`(select ${forms[source]} from ${tables[source].from} r where l.source = ${source} and ${tables[source].sequence} = l.row_sequence)`)
  return work.db.many(sql`select ${leafColumns}, coalesce(${join(rows, ', ')}) as row from audit.leaf l where l.index >= ${from} and l.index < ${to} order by l.index`)
}

/** The sealed events of a dossier, oldest first. */
export async function listSealedEvents(work: Work, dossierId: string): Promise<SealedRow[]> {
  return work.db.many(sql`select ${leafColumns}, ${forms['dossiers.event']} as row from dossiers.event r join audit.leaf l on l.source = 'dossiers.event' and l.row_sequence = r.sequence
    where r.dossier_id = ${dossierId} order by l.index`)
}
