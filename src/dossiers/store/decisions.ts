import { sql } from '../../platform/db/sql.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'
import type { Status } from '../lifecycle.ts'
import type { Owner } from '../turn.ts'

/** The one decision of a dossier — quyết định. */
export interface Decision {
  readonly dossierId: string
  readonly outcome: 'approve' | 'refuse'
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly signedBy: string | null
  readonly signedAt: Date | null
  readonly legalBasis: string
  readonly reason: string | null
  readonly remedy: string | null
  readonly decisionDocumentId: string | null
  readonly resultDocumentId: string | null
}

const columns = sql`dossier_id as "dossierId", outcome, prepared_by as "preparedBy", prepared_at as "preparedAt", signed_by as "signedBy", signed_at as "signedAt",
  legal_basis as "legalBasis", reason, remedy, decision_document_id as "decisionDocumentId", result_document_id as "resultDocumentId"`

export async function findDecision(work: Work, dossierId: string): Promise<Decision | undefined> {
  return work.db.maybe(sql`select ${columns} from dossiers.decision where dossier_id = ${dossierId}`)
}

/** Of several dossiers, by the dossier. */
export async function findDecisions(work: Work, dossierIds: readonly string[]): Promise<Map<string, Decision>> {
  const rows = await work.db.many<Decision>(sql`select ${columns} from dossiers.decision where dossier_id = any(${[...dossierIds]}::uuid[])`)
  return new Map(rows.map((row) => [row.dossierId, row]))
}

/** Writes the prepared decision; one sent back is prepared anew. */
export async function saveDecision(work: Work, d: Pick<Decision, 'dossierId' | 'outcome' | 'preparedBy' | 'legalBasis' | 'reason' | 'remedy'>): Promise<void> {
  await work.db.run(sql`insert into dossiers.decision (dossier_id, outcome, prepared_by, prepared_at, legal_basis, reason, remedy)
    values (${d.dossierId}, ${d.outcome}, ${d.preparedBy}, ${work.now}, ${d.legalBasis}, ${d.reason}, ${d.remedy})
    on conflict (dossier_id) do update set outcome = excluded.outcome, prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at,
      legal_basis = excluded.legal_basis, reason = excluded.reason, remedy = excluded.remedy, decision_document_id = null
    where dossiers.decision.signed_by is null`)
}

export async function saveDecisionDocument(work: Work, dossierId: string, documentId: string): Promise<void> {
  await work.db.run(sql`update dossiers.decision set decision_document_id = ${documentId} where dossier_id = ${dossierId}`)
}

export async function saveSigner(work: Work, dossierId: string, signedBy: string): Promise<void> {
  await work.db.run(sql`update dossiers.decision set signed_by = ${signedBy}, signed_at = ${work.now} where dossier_id = ${dossierId} and signed_by is null`)
}

export async function saveResultDocument(work: Work, dossierId: string, documentId: string): Promise<void> {
  await work.db.run(sql`update dossiers.decision set result_document_id = ${documentId} where dossier_id = ${dossierId}`)
}

/** The next order of the day in an agency's dossier numbers; the row lock makes them gapless. */
export async function nextOfDay(work: Work, agencyCode: string, day: LocalDate): Promise<number> {
  const row = await work.db.one<{ last: number }>(sql`insert into dossiers.day_counter (agency_code, day, last) values (${agencyCode}, ${day}, 1)
    on conflict (agency_code, day) do update set last = dossiers.day_counter.last + 1 returning last`)
  return row.last
}

export async function release(work: Work, dossierId: string, staffId: string): Promise<void> {
  await work.db.run(sql`update dossiers.dossier set claimed_by = null, claimed_until = null where id = ${dossierId} and claimed_by = ${staffId}`)
}

/** Steps of a dossier that the national portal has not been told yet, oldest first; that the result lies in the citizen's data store is told with the status of that moment. */
export async function listUnreported(work: Work, dossierId: string): Promise<{ eventId: string; status: Status; at: Date }[]> {
  return work.db.many(sql`select e.id as "eventId", coalesce(e.to_status, p.status) as status, e.at from dossiers.event e
    left join lateral (select b.to_status as status from dossiers.event b where b.dossier_id = e.dossier_id and b.sequence < e.sequence and b.to_status is not null order by b.sequence desc limit 1) p on e.kind in ('result-deposited', 'move-due', 'resume-clock', 'apologise')
    where e.dossier_id = ${dossierId} and ((e.to_status is not null and e.to_status is distinct from e.from_status) or p.status is not null)
      and not exists (select from dossiers.portal_report r where r.dossier_id = e.dossier_id and r.event_id = e.id) order by e.sequence`)
}

/** Keeps the portal's receipt for a step. */
export async function savePortalReceipt(work: Work, report: { dossierId: string; eventId: string; status: number; receipt: string }): Promise<void> {
  await work.db.run(sql`insert into dossiers.portal_report (dossier_id, status, event_id, reported_at, receipt)
    values (${report.dossierId}, ${report.status}, ${report.eventId}, ${work.now}, ${report.receipt}) on conflict do nothing`)
}

/** The one apology of a dossier, with its one new date — xin lỗi và hẹn lại. The appointed date itself stands. */
export interface Apology {
  readonly dossierId: string
  readonly promisedAt: Date
  readonly newDueAt: Date
  readonly owner: Owner
  readonly cause: string
  readonly issuedAt: Date
}

export async function findApology(work: Work, dossierId: string): Promise<Apology | undefined> {
  return work.db.maybe(sql`select dossier_id as "dossierId", promised_at as "promisedAt", new_due_at as "newDueAt", owner, cause, issued_at as "issuedAt" from dossiers.apology where dossier_id = ${dossierId}`)
}

export async function insertApology(work: Work, a: Omit<Apology, 'issuedAt'>): Promise<void> {
  await work.db.run(sql`insert into dossiers.apology (dossier_id, promised_at, new_due_at, owner, cause, issued_at)
    values (${a.dossierId}, ${a.promisedAt}, ${a.newDueAt}, ${a.owner}, ${a.cause}, ${work.now})`)
}

/** Accepted dossiers not decided yet whose appointed date comes or came before an instant, with no apology and no note that it was missed for this date, where the delay is not the citizen's own. */
export async function listToApologise(work: Work, before: Date): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select d.id from dossiers.dossier d where d.closed_at is null and d.due_at < ${before}
    and d.status in ('accepted', 'approved', 'supplementing') and d.turn_owner <> 'citizen' and not exists (select from dossiers.apology a where a.dossier_id = d.id)
      and not exists (select from dossiers.event e where e.dossier_id = d.id and e.kind = 'apology-missed' and e.details->>'dueOn' = (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date::text) order by d.due_at`)).map((row) => row.id)
}
