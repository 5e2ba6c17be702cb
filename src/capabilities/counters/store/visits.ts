import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { FilingWay, Visit, VisitEnd } from '../visit.ts'

const columns = sql`v.id, v.office_code as "officeCode", v.staff_id as "staffId", v.person_id as "personId", v.identified_by as "identifiedBy", v.way, v.draft_id as "draftId",
  v.dossier_id as "dossierId", v.opened_at as "openedAt", v.seen_at as "seenAt", v.filed_at as "filedAt", v.ended_at as "endedAt", v.ended_as as "endedAs"`

export async function insertVisit(work: Work, visit: Pick<Visit, 'officeCode' | 'staffId' | 'personId' | 'identifiedBy'>): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into counters.visit (id, office_code, staff_id, person_id, identified_by, opened_at, seen_at)
    values (${id}, ${visit.officeCode}, ${visit.staffId}, ${visit.personId}, ${visit.identifiedBy}, ${work.now}, ${work.now})`)
  return id
}

export async function findVisit(work: Work, id: string): Promise<Visit | undefined> {
  return work.db.maybe(sql`select ${columns} from counters.visit v where v.id = ${id}`)
}

/** @throws when there is none */
export async function lockVisit(work: Work, id: string): Promise<Visit> {
  return work.db.one(sql`select ${columns} from counters.visit v where v.id = ${id} for update`)
}

/** The visit a clerk has not ended, if any. */
export async function findOpenVisit(work: Work, staffId: string): Promise<Visit | undefined> {
  return work.db.maybe(sql`select ${columns} from counters.visit v where v.staff_id = ${staffId} and v.ended_at is null`)
}

/** The same, held until the end of the transaction. */
export async function lockOpenVisit(work: Work, staffId: string): Promise<Visit | undefined> {
  return work.db.maybe(sql`select ${columns} from counters.visit v where v.staff_id = ${staffId} and v.ended_at is null for update`)
}

export async function saveSeen(work: Work, id: string): Promise<void> {
  await work.db.run(sql`update counters.visit set seen_at = greatest(seen_at, ${work.now}) where id = ${id} and ended_at is null`)
}

export async function saveWay(work: Work, id: string, filing: { way: FilingWay; draftId: string }): Promise<void> {
  await work.db.run(sql`update counters.visit set way = ${filing.way}, draft_id = ${filing.draftId} where id = ${id}`)
}

export async function saveFiled(work: Work, id: string, dossierId: string): Promise<void> {
  await work.db.run(sql`update counters.visit set dossier_id = ${dossierId}, filed_at = ${work.now} where id = ${id}`)
}

export async function saveEnd(work: Work, id: string, endedAs: VisitEnd): Promise<void> {
  await work.db.run(sql`update counters.visit set ended_at = ${work.now}, ended_as = ${endedAs} where id = ${id} and ended_at is null`)
}

/** Visits of a point that ended since, newest first, for the clerk's own day. Never who the person was. */
export async function countVisitsOf(work: Work, staffId: string, since: Date): Promise<{ readonly filed: number; readonly others: number }> {
  return work.db.one(sql`select count(*) filter (where dossier_id is not null)::int as filed, count(*) filter (where dossier_id is null)::int as others
    from counters.visit where staff_id = ${staffId} and opened_at >= ${since}`)
}

/** Visits that somebody was received in, newest first: who looked at their papers at which point, and when. */
export async function listVisitsOf(work: Work, personId: string, most = 100): Promise<{ readonly at: Date; readonly staffId: string; readonly officeCode: string }[]> {
  return work.db.many(sql`select opened_at as at, staff_id as "staffId", office_code as "officeCode" from counters.visit where person_id = ${personId} order by opened_at desc limit ${most}`)
}
