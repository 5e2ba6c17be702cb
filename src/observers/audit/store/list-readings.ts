/** Sealed facts of list readings with their rows, as text to be hashed. */
import { sql } from '../../../platform/db/sql.ts'
import type { Reading } from './rows.ts'

export interface SealedListing {
  readonly sequence: number
  /** Of the row. */
  readonly id: string
  readonly at: Date
  readonly digest: string
  /** What the digest is taken of; null when the row is gone. */
  readonly row: string | null
}

/** What `digestOfListReading` of the dossiers hashes, put together by the database and hashed by whoever verifies. */
const text = sql`concat_ws('|', l.id::text, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), l.staff_id::text, l.office_code, l.purpose, array_to_string(l.dossier_ids, ','),
  (select coalesce(string_agg(encode(i, 'hex'), ',' order by n), '') from unnest(l.identity_indexes) with ordinality u(i, n)))`

/** In the order of the facts. @param after the sequence of the last one seen */
export async function listListings(work: Reading, after: number, most: number): Promise<SealedListing[]> {
  return work.db.many(sql`select f.sequence, f.payload ->> 'readingId' as id, f.at, f.payload ->> 'digest' as digest, case when l.id is null then null else ${text} end as row
    from platform.fact f left join dossiers.list_reading l on l.id = (f.payload ->> 'readingId')::uuid where f.kind = 'dossier.listed' and f.sequence > ${after} order by f.sequence limit ${most}`)
}

/** Rows that no fact names; those of before there were such facts apart. */
export async function countWithoutFact(work: Reading): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(*)::int as n from dossiers.list_reading l where l.at >= (select min(at) from platform.fact where kind = 'dossier.listed')
    and not exists (select from platform.fact f where f.kind = 'dossier.listed' and f.payload ->> 'readingId' = l.id::text)`)).n
}
