import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

/** Somebody's reading of a person's papers, as the person is told. */
export interface Reading {
  readonly at: Date
  readonly staffId: string
  readonly officeCode: string
  /** A word for what for; 'found': their name stood in the result of a search. */
  readonly purpose: string
  /** Null at a clinic, which examines people and knows no dossier. */
  readonly dossierId: string | null
  readonly submissionCode: string | null
}

/** A list of work in which somebody stood. `at`: the last time. */
export interface Listing extends Reading {
  readonly times: number
}

/** Rows of list_reading for which somebody looked for just this person. */
const LOOKED_FOR = ['found', 'examination'] as const

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

/** What somebody read in an hour, told by counts alone: six parts of ten minutes, the earliest first. */
export interface ReadFigures {
  /** Dossiers opened that the reader does not hold, in the part in which each was opened first. */
  readonly opened: readonly number[]
  /** Dossiers that stood in lists which one pages through, likewise. */
  readonly listed: readonly number[]
  /** Of those opened: how many the reader ever did something with. */
  readonly handled: number
}

/** @param browsed kinds of lists that count */
export async function countByTenMinutes(work: Work, staffId: string, { from, to, browsed }: { readonly from: Date; readonly to: Date; readonly browsed: readonly string[] }): Promise<ReadFigures> {
  // What happens at the end itself belongs to the last part.
  const part = sql`least(5, floor(extract(epoch from s.at - ${from}::timestamptz) / 600))::int`
  const [opened, listed] = await Promise.all([
    work.db.many<{ part: number; n: number; handled: number }>(sql`select ${part} as part, count(*)::int as n, count(*) filter (where exists (select from dossiers.event h where h.dossier_id = s.id and h.actor_id = ${staffId} and h.kind <> 'read'))::int as handled
      from (select e.dossier_id as id, min(e.at) as at from dossiers.event e join dossiers.dossier d on d.id = e.dossier_id
        where e.kind = 'read' and e.details ->> 'purpose' <> 'register' and e.actor_id = ${staffId} and e.at > ${from} and e.at <= ${to} and d.claimed_by is distinct from ${staffId}::uuid group by 1) s group by 1`),
    work.db.many<{ part: number; n: number }>(sql`select ${part} as part, count(*)::int as n from (select o.id, min(l.at) as at from dossiers.list_reading l cross join unnest(l.dossier_ids) as o(id)
      where l.staff_id = ${staffId} and l.at > ${from} and l.at <= ${to} and l.purpose = any(${[...browsed]}::text[]) group by 1) s group by 1`),
  ])
  const parts = (rows: readonly { part: number; n: number }[]) => Array.from({ length: 6 }, (_, index) => rows.find((row) => row.part === index)?.n ?? 0)
  return { opened: parts(opened), listed: parts(listed), handled: opened.reduce((sum, { handled }) => sum + handled, 0) }
}

/** Who read a person's papers, newest first; whoever looked for them by a search, or examined them at a clinic, among them. */
export async function listReadingsOf(work: Work, { personId, identityNumber }: { readonly personId: string; readonly identityNumber: string }, most = 200): Promise<Reading[]> {
  return work.db.many(sql`select r.at, r."staffId", r."officeCode", r.purpose, r."dossierId", d.submission_code as "submissionCode" from (
      select e.at, e.actor_id as "staffId", coalesce(e.office_code, '') as "officeCode", coalesce(e.details ->> 'purpose', '') as purpose, e.dossier_id as "dossierId"
      from dossiers.event e where e.subject_id = ${personId} and e.kind = 'read'
      union all select at, staff_id::text, office_code, purpose, "dossierId" from (${listed(work, personId, identityNumber)}) l where purpose = any(${[...LOOKED_FOR]}::text[])
    ) r left join dossiers.dossier d on d.id = r."dossierId" order by r.at desc limit ${most}`)
}

/** In which lists of work a person stood, those seen last first: one row a reader, place, list and dossier, however often. */
export async function listListingsOf(work: Work, { personId, identityNumber }: { readonly personId: string; readonly identityNumber: string }, most = 200): Promise<Listing[]> {
  return work.db.many(sql`select max(l.at) as at, count(*)::int as times, l.staff_id::text as "staffId", l.office_code as "officeCode", l.purpose, l."dossierId", d.submission_code as "submissionCode"
    from (${listed(work, personId, identityNumber)}) l left join dossiers.dossier d on d.id = l."dossierId" where l.purpose <> all(${[...LOOKED_FOR]}::text[])
    group by l.staff_id, l.office_code, l.purpose, l."dossierId", d.submission_code order by 1 desc limit ${most}`)
}

/** Rows of lists that name a person's dossiers, or the person at a clinic. */
function listed(work: Work, personId: string, identityNumber: string): Sql {
  return sql`select l.at, l.staff_id, l.office_code, l.purpose, o.id as "dossierId" from dossiers.dossier o join dossiers.list_reading l on l.dossier_ids @> array[o.id] where o.person_id = ${personId}
    union all select l.at, l.staff_id, l.office_code, l.purpose, null from dossiers.list_reading l where l.identity_indexes <> '{}' and l.identity_indexes @> array[${work.blindIndex('identity-number', identityNumber)}::bytea]`
}
