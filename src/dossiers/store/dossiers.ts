import { clockRuleOf, type NeedKind } from '../../catalogue/index.ts'
import { join, type Sql, sql } from '../../platform/db/sql.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { actorId, type Channel, helpOf, officeOf } from '../../platform/values/actor.ts'
import type { Work } from '../../platform/work.ts'
import { type Answers, answersShape } from '../filing/answers.ts'
import type { Status } from '../lifecycle.ts'
import type { Owner, RequirementState, Turn, TurnNow } from '../turn.ts'

/** A dossier as it stands — hồ sơ. */
export interface Dossier {
  readonly id: string
  readonly submissionCode: string
  readonly officialNumber: string | null
  readonly draftId: string
  readonly personId: string
  readonly procedure: string
  readonly procedureVersion: LocalDate
  readonly licenceIds: readonly string[]
  readonly status: Status
  readonly resumeStatus: 'filed' | 'accepted' | null
  readonly channel: Channel
  readonly portraitId: string
  readonly delivery: 'post' | 'collect'
  readonly amountVnd: number
  readonly lang: 'vi' | 'en'
  readonly filedAt: Date
  readonly acceptedAt: Date | null
  readonly dueAt: Date | null
  /** By when the citizen must hear whether it is accepted; null until the filing is whole. */
  readonly noticeDueAt: Date | null
  readonly noticeKeptAt: Date | null
  /** By when the examined data must be passed on, where the law has such a term. */
  readonly transferDueAt: Date | null
  readonly transferKeptAt: Date | null
  /** The end of the last day to answer an officer's open request; null where none is open, and where nobody can count it yet. Kept where the dossier ended with it. */
  readonly supplementDueAt: Date | null
  readonly closedAt: Date | null
  readonly revision: number
  readonly claimedBy: string | null
  readonly claimedUntil: Date | null
  readonly authorityProvince: string
  readonly applicantName: string
  readonly licenceNumber: string
  readonly classLabel: string
  readonly turn: Turn
  readonly turnOwner: Owner
  readonly turnCause: string
  readonly turnSince: Date
}

export const dossierColumns = sql`d.id, d.submission_code as "submissionCode", d.official_number as "officialNumber", d.draft_id as "draftId", d.person_id as "personId",
  d.procedure, d.procedure_version as "procedureVersion", d.licence_ids as "licenceIds", d.status, d.resume_status as "resumeStatus", d.channel,
  d.portrait_id as "portraitId", d.delivery, d.amount_vnd as "amountVnd", d.lang, d.filed_at as "filedAt", d.accepted_at as "acceptedAt", d.due_at as "dueAt",
  d.notice_due_at as "noticeDueAt", d.notice_kept_at as "noticeKeptAt", d.transfer_due_at as "transferDueAt", d.transfer_kept_at as "transferKeptAt", d.supplement_due_at as "supplementDueAt",
  d.closed_at as "closedAt", d.revision, d.claimed_by as "claimedBy", d.claimed_until as "claimedUntil", d.authority_province as "authorityProvince",
  d.applicant_name as "applicantName", d.licence_number as "licenceNumber", d.class_label as "classLabel", d.turn, d.turn_owner as "turnOwner",
  d.turn_cause as "turnCause", d.turn_since as "turnSince"`

export async function findDossier(work: Work, id: string): Promise<Dossier | undefined> {
  return work.db.maybe(sql`select ${dossierColumns} from dossiers.dossier d where d.id = ${id}`)
}

/** @param number the code of its filing or its official number, in capitals */
export async function findDossierByNumber(work: Work, number: string): Promise<Dossier | undefined> {
  return work.db.maybe(sql`select ${dossierColumns} from dossiers.dossier d where d.submission_code = ${number} or d.official_number = ${number}`)
}

/** Several dossiers at once, by their ids. */
export async function findDossiers(work: Work, ids: readonly string[]): Promise<Map<string, Dossier>> {
  const rows = await work.db.many<Dossier>(sql`select ${dossierColumns} from dossiers.dossier d where d.id = any(${[...ids]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** @throws Refusal 'dossier-not-found' when there is none that the actor reaches */
export async function lockDossier(work: Work, id: string): Promise<Dossier> {
  const dossier = await work.db.maybe<Dossier>(sql`select ${dossierColumns} from dossiers.dossier d where d.id = ${id} for update`)
  if (!dossier) throw new Refusal('dossier-not-found')
  return dossier
}

/** A person's dossiers, newest first; a person has few. */
export async function listDossiersOf(work: Work, personId: string): Promise<Dossier[]> {
  return work.db.many(sql`select ${dossierColumns} from dossiers.dossier d where d.person_id = ${personId} order by d.filed_at desc limit 50`)
}

export async function findDossierByDraft(work: Work, draftId: string): Promise<Dossier | undefined> {
  return work.db.maybe(sql`select ${dossierColumns} from dossiers.dossier d where d.draft_id = ${draftId}`)
}

/** An open dossier about any of these licences, whatever it asks for. */
export async function findOpenDossierOfLicence(work: Work, licenceIds: readonly string[]): Promise<{ id: string } | undefined> {
  return work.db.maybe(sql`select id from dossiers.dossier where main_licence_id = any(${[...licenceIds]}::uuid[]) and closed_at is null`)
}

export async function listOpenDossierIdsOf(work: Work, personId: string): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select id from dossiers.dossier where person_id = ${personId} and closed_at is null`)).map((r) => r.id)
}

/** Open dossiers that carry a portrait. */
export async function listOpenDossierIdsWith(work: Work, portraitId: string): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select id from dossiers.dossier where portrait_id = ${portraitId} and closed_at is null`)).map((r) => r.id)
}

const answersContext = (id: string) => `dossiers.dossier.answers:${id}`

/** The frozen answers of a dossier. */
export async function getAnswers(work: Work, dossier: { id: string; personId: string }): Promise<Answers> {
  const row = await work.db.one<{ answers: Buffer }>(sql`select answers from dossiers.dossier where id = ${dossier.id}`)
  return answersShape.parse(JSON.parse(await work.open(dossier.personId, answersContext(dossier.id), row.answers)))
}

/** Writes answers that a supplement changed; what stood there before is kept with its request. */
export async function saveAnswersOf(work: Work, dossier: { id: string; personId: string }, answers: Answers): Promise<void> {
  const sealed = await work.seal(dossier.personId, answersContext(dossier.id), JSON.stringify(answers))
  await work.db.run(sql`update dossiers.dossier set answers = ${sealed} where id = ${dossier.id}`)
}

export interface NewDossier extends Omit<Dossier, 'officialNumber' | 'resumeStatus' | 'acceptedAt' | 'dueAt' | 'noticeDueAt' | 'noticeKeptAt' | 'transferDueAt' | 'transferKeptAt' | 'supplementDueAt' | 'closedAt' | 'revision' | 'claimedBy' | 'claimedUntil' | 'status'> {
  readonly answers: Answers
  readonly identityIndex: Buffer
  readonly nameKey: string
  readonly phoneIndex: Buffer
  readonly filingEvidence: Buffer
}

/** Buffers the whole filing: dossier, its requirements, first event and first wait leave in one statement. */
export async function appendFiling(work: Work, d: NewDossier, requirements: readonly NewRequirement[]): Promise<void> {
  const answers = await work.seal(d.personId, answersContext(d.id), JSON.stringify(d.answers))
  work.append(sql`update dossiers.draft set filed_at = ${work.now} where id = ${d.draftId}`)
  work.append(sql`insert into dossiers.dossier (id, submission_code, draft_id, person_id, procedure, procedure_version, licence_ids, main_licence_id, status, channel, answers, portrait_id, delivery,
      amount_vnd, lang, filed_at, filing_evidence, authority_province, applicant_name, name_key, identity_index, licence_number, class_label, turn, turn_owner, turn_cause, turn_since, helped_at, phone_index)
    values (${d.id}, ${d.submissionCode}, ${d.draftId}, ${d.personId}, ${d.procedure}, ${d.procedureVersion}, ${[...d.licenceIds]}::uuid[], ${d.licenceIds[0]}, 'filed', ${d.channel}, ${answers}, ${d.portraitId}, ${d.delivery},
      ${d.amountVnd}, ${d.lang}, ${d.filedAt}, ${d.filingEvidence}, ${d.authorityProvince}, ${d.applicantName}, ${d.nameKey}, ${d.identityIndex}, ${d.licenceNumber}, ${d.classLabel}, ${d.turn}, ${d.turnOwner}, ${d.turnCause}, ${d.turnSince}, ${helpOf(work.actor) ? officeOf(work.actor) : null}, ${d.phoneIndex})`)
  work.append(insertRequirements(work, d.id, requirements))
  work.append(insertWait(work, d.id, d.turnOwner, d.turnCause))
  appendEvent(work, d, { kind: 'submit', from: null, to: 'filed', details: { procedureVersion: d.procedureVersion, portraitId: d.portraitId } })
}

/** Opens a stretch of the time ledger; whether the clock stands meanwhile is the rule of this day. */
function insertWait(work: Work, dossierId: string, owner: Owner, cause: string): Sql {
  return sql`insert into dossiers.wait (id, dossier_id, owner, cause, pauses, from_at) values (${newId()}, ${dossierId}, ${owner}, ${cause}, ${clockRuleOf({ owner, cause }, work.today).value.pauses}, ${work.now})`
}

export interface NewRequirement {
  readonly kind: NeedKind
  readonly state: RequirementState
  readonly owner: Owner
  readonly evidence: Readonly<Record<string, unknown>> | null
  readonly source: string | null
  readonly reason: string | null
}

export interface Requirement extends NewRequirement {
  readonly changedAt: Date
}

function insertRequirements(work: Work, dossierId: string, requirements: readonly NewRequirement[]): Sql {
  return sql`insert into dossiers.requirement (dossier_id, kind, state, owner, evidence, source, reason, changed_at)
    select ${dossierId}, r.kind, r.state, r.owner, r.evidence, r.source, r.reason, ${work.now}
    from jsonb_to_recordset(${JSON.stringify(requirements)}::jsonb) as r(kind text, state text, owner text, evidence jsonb, source text, reason text)
    where true on conflict (dossier_id, kind) do update set state = excluded.state, owner = excluded.owner, evidence = excluded.evidence, source = excluded.source, reason = excluded.reason, changed_at = excluded.changed_at`
}

/** Buffers changed requirements. */
export function appendRequirements(work: Work, dossierId: string, requirements: readonly NewRequirement[]): void {
  if (requirements.length > 0) work.append(insertRequirements(work, dossierId, requirements))
}

export async function listRequirements(work: Work, dossierId: string): Promise<Requirement[]> {
  return work.db.many(sql`select kind, state, owner, evidence, source, reason, changed_at as "changedAt" from dossiers.requirement where dossier_id = ${dossierId}`)
}

/** The kinds that several dossiers still lack, by dossier; who lacks nothing is left out. */
export async function listLacking(work: Work, dossierIds: readonly string[]): Promise<Map<string, readonly NeedKind[]>> {
  const rows = await work.db.many<{ id: string; kinds: NeedKind[] }>(sql`select dossier_id as id, array_agg(kind order by kind) as kinds from dossiers.requirement
    where dossier_id = any(${[...dossierIds]}::uuid[]) and state not in ('met', 'waived') group by dossier_id`)
  return new Map(rows.map(({ id, kinds }) => [id, kinds]))
}

export interface NewEvent {
  readonly kind: string
  readonly from: Status | null
  readonly to: Status | null
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * Buffers an event: who, for whom, with whose help and consent, at which office, through which channel. Details hold ids, codes and hashes only.
 * @throws when somebody helps another person than the dossier's own
 */
export function appendEvent(work: Work, dossier: { readonly id: string; readonly personId: string }, event: NewEvent): string {
  const id = newId()
  const { actor } = work
  const help = helpOf(actor)
  if (help && help.personId !== dossier.personId) throw new Error('help is given to the person who agreed to it')
  work.append(sql`insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, helper_id, consent_id, office_code, channel, details)
    values (${id}, ${dossier.id}, ${event.kind}, ${event.from}, ${event.to}, ${work.now}, ${actor.kind}, ${actorId(actor)}, ${dossier.personId},
      ${help?.helperId ?? null}, ${help?.consentId ?? null}, ${officeOf(actor)}, ${actor.channel}, ${JSON.stringify(event.details ?? {})}::jsonb)`)
  return id
}

/** The members of staff who helped to file a dossier. */
export async function listHelpers(work: Work, dossierId: string): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select distinct helper_id as id from dossiers.event where dossier_id = ${dossierId} and helper_id is not null`)).map(({ id }) => id)
}

/** Who helped to file a dossier, at which office, and the consent to it; undefined where the applicant filed alone. */
export async function findFilingHelp(work: Work, dossierId: string): Promise<{ readonly helperId: string; readonly officeCode: string; readonly consentId: string } | undefined> {
  return work.db.maybe(sql`select helper_id as "helperId", office_code as "officeCode", consent_id as "consentId" from dossiers.event where dossier_id = ${dossierId} and kind = 'submit' and helper_id is not null`)
}

/** When an event of a kind last happened to a dossier. */
export async function findLastEventAt(work: Work, dossierId: string, kind: string): Promise<Date | undefined> {
  return (await work.db.one<{ at: Date | null }>(sql`select max(at) as at from dossiers.event where dossier_id = ${dossierId} and kind = ${kind}`)).at ?? undefined
}

/** Whether a dossier has an event of a kind with these details. */
export async function hasEvent(work: Work, dossierId: string, kind: string, details: Readonly<Record<string, unknown>>): Promise<boolean> {
  return (await work.db.maybe(sql`select from dossiers.event where dossier_id = ${dossierId} and kind = ${kind} and details @> ${JSON.stringify(details)}::jsonb limit 1`)) !== undefined
}

export interface DossierChange {
  readonly status?: Status
  readonly resumeStatus?: 'filed' | 'accepted' | null
  readonly officialNumber?: string
  readonly acceptedAt?: Date
  readonly dueAt?: Date
  readonly noticeDueAt?: Date
  readonly noticeKeptAt?: Date
  readonly transferDueAt?: Date
  readonly transferKeptAt?: Date
  readonly supplementDueAt?: Date | null
  readonly closedAt?: Date
  readonly portraitId?: string
  readonly delivery?: 'post' | 'collect'
  readonly turn?: TurnNow
}

/** Buffers a change of the row; a changed owner or cause closes the open wait and opens the next in the same statement. */
export function appendChange(work: Work, dossier: Dossier, change: DossierChange): void {
  const sets: Sql[] = [sql`revision = revision + 1`]
  if (change.status) sets.push(sql`status = ${change.status}`)
  if (change.resumeStatus !== undefined) sets.push(sql`resume_status = ${change.resumeStatus}`)
  if (change.officialNumber) sets.push(sql`official_number = ${change.officialNumber}`)
  if (change.acceptedAt) sets.push(sql`accepted_at = ${change.acceptedAt}`)
  if (change.noticeDueAt) sets.push(sql`notice_due_at = ${change.noticeDueAt}`)
  if (change.noticeKeptAt) sets.push(sql`notice_kept_at = ${change.noticeKeptAt}`)
  if (change.transferDueAt) sets.push(sql`transfer_due_at = ${change.transferDueAt}`)
  if (change.transferKeptAt) sets.push(sql`transfer_kept_at = ${change.transferKeptAt}`)
  if (change.supplementDueAt !== undefined) sets.push(sql`supplement_due_at = ${change.supplementDueAt}`)
  if (change.dueAt) sets.push(sql`due_at = ${change.dueAt}`)
  if (change.closedAt) sets.push(sql`closed_at = ${change.closedAt}, claimed_by = null, claimed_until = null`)
  if (change.portraitId) sets.push(sql`portrait_id = ${change.portraitId}`)
  if (change.delivery) sets.push(sql`delivery = ${change.delivery}`)
  const { turn } = change
  const moved = turn !== undefined && (turn.owner !== dossier.turnOwner || turn.cause !== dossier.turnCause)
  if (turn && moved) sets.push(sql`turn = ${turn.turn}, turn_owner = ${turn.owner}, turn_cause = ${turn.cause}, turn_since = ${work.now}`)
  work.append(sql`update dossiers.dossier set ${join(sets, ', ')} where id = ${dossier.id}`)
  if (!turn || !moved) return
  // Two statements of one snapshot: the open wait is closed by its id, so the new row is not seen by it.
  work.append(sql`update dossiers.wait set to_at = ${work.now} where dossier_id = ${dossier.id} and to_at is null`)
  if (turn.owner !== 'nobody') work.append(insertWait(work, dossier.id, turn.owner, turn.cause))
}
