import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

/** Somebody's reading of a person's papers, as the person is told. */
export interface Reading {
  readonly at: Date
  readonly staffId: string
  readonly officeCode: string
  /** A word for what for; 'found': their name stood in the result of a search. */
  readonly purpose: string
  readonly dossierId: string
  readonly submissionCode: string
}

/** Whether this reader's last reading of a dossier is younger. @param purpose only readings for it; any when absent */
export async function hasReadSince(work: Work, dossierId: string, staffId: string, since: Date, purpose?: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from dossiers.event where dossier_id = ${dossierId} and kind = 'read' and actor_id = ${staffId} and at > ${since}
    and (${purpose ?? null}::text is null or details ->> 'purpose' = ${purpose ?? null}) limit 1`)) !== undefined
}

/** Dossiers that somebody read since, and does not hold; the lines of a register's extract, which is a sealed paper of its own, do not count. */
export async function countReadWithoutHolding(work: Work, staffId: string, since: Date): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(distinct e.dossier_id)::int as n from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id
    where e.kind = 'read' and e.details ->> 'purpose' <> 'register' and e.actor_id = ${staffId} and e.at > ${since} and d.claimed_by is distinct from ${staffId}::uuid`)).n
}

/** Buffers one row for a whole result. */
export function appendListReading(work: Work, reading: { readonly staffId: string; readonly officeCode: string; readonly dossierIds: readonly string[] }): void {
  work.append(sql`insert into dossiers.list_reading (id, at, staff_id, office_code, dossier_ids)
    values (${newId()}, ${work.now}, ${reading.staffId}, ${reading.officeCode}, ${[...reading.dossierIds]}::uuid[])`)
}

/** Whether this reader saw just these dossiers in a result since. */
export async function hasListedSince(work: Work, staffId: string, dossierIds: readonly string[], since: Date): Promise<boolean> {
  return (await work.db.maybe(sql`select from dossiers.list_reading where staff_id = ${staffId} and at > ${since} and dossier_ids @> ${[...dossierIds]}::uuid[] limit 1`)) !== undefined
}

/** Who read a person's papers, newest first. */
export async function listReadingsOf(work: Work, personId: string, most = 200): Promise<Reading[]> {
  return work.db.many(sql`select at, "staffId", "officeCode", purpose, "dossierId", d.submission_code as "submissionCode" from (
      select e.at, e.actor_id as "staffId", coalesce(e.office_code, '') as "officeCode", coalesce(e.details ->> 'purpose', '') as purpose, e.dossier_id as "dossierId"
      from dossiers.event e where e.subject_id = ${personId} and e.kind = 'read'
      union all
      select l.at, l.staff_id::text, l.office_code, 'found', o.id
      from dossiers.dossier o join dossiers.list_reading l on l.dossier_ids @> array[o.id] where o.person_id = ${personId}
    ) r join dossiers.dossier d on d.id = r."dossierId" order by at desc limit ${most}`)
}
