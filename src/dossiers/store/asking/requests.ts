/** Requests for supplements with their points, answers and what stood there before; and a supervisor's word for one more. */
import type { PointKind, SupplementReason } from '../../../catalogue/index.ts'
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type PointAnswer, pointAnswerShape, pointKindOf } from '../../filing/points.ts'

/** What an officer asks for: one thing, why, and the words to the citizen. */
export interface AskedPoint {
  readonly kind: PointKind
  readonly reason: SupplementReason
  readonly note: string
}

export interface SupplementPoint extends AskedPoint {
  /** Kept from the page on; in force once the request is answered. Null also for requests older than points. */
  readonly answer: PointAnswer | null
  readonly answeredAt: Date | null
  /** What the dossier said until the request was answered. */
  readonly before: PointAnswer | null
}

/** What an officer asked the citizen for in one go — yêu cầu bổ sung. */
export interface SupplementRequest {
  readonly id: string
  readonly points: readonly SupplementPoint[]
  /** Null when the service asked by itself, since it lost what it had been given. */
  readonly askedBy: string | null
  readonly askedAt: Date
  readonly answeredAt: Date | null
  /** Set for a request beyond the first. */
  readonly permissionId: string | null
}

export interface SupplementPermission {
  readonly id: string
  readonly reason: string
  readonly allowedBy: string
  readonly allowedAt: Date
  readonly used: boolean
}

type Of = { readonly id: string; readonly personId: string }

const answerContext = (requestId: string, kind: string) => `dossiers.supplement_point.answer:${requestId}:${kind}`
const beforeContext = (requestId: string, kind: string) => `dossiers.supplement_point.before:${requestId}:${kind}`
const reasonContext = (id: string) => `dossiers.supplement_permission.reason:${id}`

interface PointRow {
  request_id: string
  kind: string
  reason: SupplementReason
  note: string
  answer: Buffer | null
  answered_at: Date | null
  before: Buffer | null
}

async function toPoint(work: Work, personId: string, row: PointRow): Promise<SupplementPoint> {
  const open = async (context: string, sealed: Buffer | null) => sealed && pointAnswerShape.parse(JSON.parse(await work.open(personId, context, sealed)))
  return {
    kind: pointKindOf(row.kind), reason: row.reason, note: row.note, answeredAt: row.answered_at,
    answer: await open(answerContext(row.request_id, row.kind), row.answer), before: await open(beforeContext(row.request_id, row.kind), row.before),
  }
}

/** Every request of a dossier with its points, oldest first. */
export async function listSupplementRequests(work: Work, dossier: Of): Promise<SupplementRequest[]> {
  const requests = await work.db.many<Omit<SupplementRequest, 'points'>>(sql`select id, asked_by as "askedBy", asked_at as "askedAt", answered_at as "answeredAt", permission_id as "permissionId"
    from dossiers.supplement_request where dossier_id = ${dossier.id} order by asked_at, id`)
  if (requests.length === 0) return []
  const rows = await work.db.many<PointRow>(sql`select request_id, kind, reason, note, answer, answered_at, before from dossiers.supplement_point
    where request_id = any(${requests.map((one) => one.id)}::uuid[]) order by position`)
  return Promise.all(requests.map(async (one) => ({ ...one, points: await Promise.all(rows.filter((row) => row.request_id === one.id).map((row) => toPoint(work, dossier.personId, row))) })))
}

export async function insertSupplementRequest(work: Work, r: { dossierId: string; points: readonly AskedPoint[]; askedBy: string | null; permissionId: string | null }): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at, permission_id) values (${id}, ${r.dossierId}, ${r.askedBy}, ${work.now}, ${r.permissionId})`)
  await work.db.run(sql`insert into dossiers.supplement_point (request_id, kind, position, reason, note)
    select ${id}, p.kind, p.position, p.reason, p.note from jsonb_to_recordset(${JSON.stringify(r.points.map((point, i) => ({ ...point, position: i + 1 })))}::jsonb) as p(kind text, position integer, reason text, note text)`)
  return id
}

/** Dossiers with an open request of an officer, asked since, of which nobody was reminded yet, or that has no last day, whenever it was asked. */
export async function listUnremindedIds(work: Work, since: Date): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select r.dossier_id as id from dossiers.supplement_request r join dossiers.dossier d on d.id = r.dossier_id
    where r.answered_at is null and r.asked_by is not null and d.status = 'supplementing'
      and (d.supplement_due_at is null or r.asked_at >= ${since} and not exists (select from dossiers.event e where e.dossier_id = d.id and e.kind = 'supplement-reminded' and e.details ->> 'requestId' = r.id::text)) order by r.asked_at`)).map((row) => row.id)
}

/** Keeps the answer to one point; it can be changed until the request is answered. */
export async function savePointAnswer(work: Work, personId: string, requestId: string, kind: PointKind, answer: PointAnswer): Promise<void> {
  const sealed = await work.seal(personId, answerContext(requestId, kind), JSON.stringify(answer))
  await work.db.run(sql`update dossiers.supplement_point p set answer = ${sealed}, answered_at = ${work.now} from dossiers.supplement_request r
    where p.request_id = ${requestId} and p.kind = ${kind} and r.id = p.request_id and r.answered_at is null`)
}

/** Ends a request: its points keep what stood there before. */
export async function closeSupplementRequest(work: Work, personId: string, requestId: string, points: readonly { readonly kind: PointKind; readonly before: PointAnswer }[]): Promise<void> {
  for (const { kind, before } of points) {
    const sealed = await work.seal(personId, beforeContext(requestId, kind), JSON.stringify(before))
    await work.db.run(sql`update dossiers.supplement_point set before = ${sealed} where request_id = ${requestId} and kind = ${kind}`)
  }
  await work.db.run(sql`update dossiers.supplement_request set answered_at = ${work.now} where id = ${requestId} and answered_at is null`)
}

/** What supervisors allowed, oldest first. */
export async function listSupplementPermissions(work: Work, dossier: Of): Promise<SupplementPermission[]> {
  const rows = await work.db.many<Omit<SupplementPermission, 'reason'> & { sealed: Buffer }>(sql`select p.id, p.reason as sealed, p.allowed_by as "allowedBy", p.allowed_at as "allowedAt",
    exists (select from dossiers.supplement_request r where r.permission_id = p.id) as used from dossiers.supplement_permission p where p.dossier_id = ${dossier.id} order by p.allowed_at, p.id`)
  return Promise.all(rows.map(async ({ sealed, ...row }) => ({ ...row, reason: await work.open(dossier.personId, reasonContext(row.id), sealed) })))
}

export async function insertSupplementPermission(work: Work, dossier: Of, allowed: { readonly reason: string; readonly allowedBy: string }): Promise<string> {
  const id = newId()
  const reason = await work.seal(dossier.personId, reasonContext(id), allowed.reason)
  await work.db.run(sql`insert into dossiers.supplement_permission (id, dossier_id, reason, allowed_by, allowed_at) values (${id}, ${dossier.id}, ${reason}, ${allowed.allowedBy}, ${work.now})`)
  return id
}
