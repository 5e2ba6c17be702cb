/** Rows of lists in which staff saw people: one row a page, whatever its length. */
import { createHash } from 'node:crypto'
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

/** Whom a page showed: dossiers, and people of a clinic by the index of their identity number. */
export interface Seen {
  readonly dossierIds: readonly string[]
  readonly identityIndexes: readonly Buffer[]
}

export interface ListReading extends Seen {
  readonly id: string
  readonly at: Date
  readonly staffId: string
  readonly officeCode: string
  readonly purpose: string
}

/** What stands in the sealed fact of a row; `scripts/audit` computes it again. */
export function digestOfListReading(row: ListReading): string {
  const parts = [row.id, row.at.toISOString(), row.staffId, row.officeCode, row.purpose, row.dossierIds.join(','), row.identityIndexes.map((one) => one.toString('hex')).join(',')]
  return createHash('sha256').update(parts.join('|')).digest('hex')
}

/** Buffers the row. */
export function appendListReading(work: Work, reading: Omit<ListReading, 'id' | 'at'>): ListReading {
  const row = { ...reading, id: newId(), at: work.now }
  work.append(sql`insert into dossiers.list_reading (id, at, staff_id, office_code, purpose, dossier_ids, identity_indexes)
    values (${row.id}, ${row.at}, ${row.staffId}, ${row.officeCode}, ${row.purpose}, ${[...row.dossierIds]}::uuid[], ${[...row.identityIndexes]}::bytea[])`)
  return row
}

/** Those of whom a page shows whom this reader did not see in lists of that kind since. */
export async function unseenSince(work: Work, staffId: string, purpose: string, seen: Seen, since: Date): Promise<Seen> {
  const rows = sql`from dossiers.list_reading where staff_id = ${staffId} and at > ${since} and purpose = ${purpose}`
  return work.db.one(sql`select array(select unnest(${[...seen.dossierIds]}::uuid[]) except select unnest(dossier_ids) ${rows}) as "dossierIds",
    array(select unnest(${[...seen.identityIndexes]}::bytea[]) except select unnest(identity_indexes) ${rows}) as "identityIndexes"`)
}

/** How many dossiers this reader saw since in lists of these kinds, with those of a page. */
export async function countSeen(work: Work, staffId: string, purposes: readonly string[], seen: Seen, since: Date): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(distinct d)::int as n from (select unnest(dossier_ids) as d from dossiers.list_reading where staff_id = ${staffId} and at > ${since} and purpose = any(${[...purposes]}::text[])
    union all select unnest(${[...seen.dossierIds]}::uuid[])) s`)).n
}

/** Rows whose time is over. @returns how many went, at most so many */
export async function eraseListReadings(work: Work, before: Date, most: number): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select dossiers.erase_list_readings(${before}, ${most}) as n`)).n
}
