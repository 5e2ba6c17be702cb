/** Dates that stand, to be counted anew when the calendar changes. An apologised dossier's standing date is the new one of its apology. */
import type { Pause } from '../../catalogue/index.ts'
import { join, type Sql, sql } from '../../platform/db/sql.ts'
import { actorId } from '../../platform/values/actor.ts'
import { addDays, instantAt, type LocalDate } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'

/** What a day of the calendar may have to do with. */
interface Reach {
  /** null: the whole country. */
  readonly province: string | null
  readonly day: LocalDate
}

/** What a standing date is counted from. */
interface Term {
  readonly province: string
  readonly procedure: string
  readonly procedureVersion: LocalDate
  /** Acceptance; for an apologised dossier the date that was not kept. */
  readonly beganAt: Date
  readonly dueAt: Date
  /** Ended stretches in which the clock stood, as the ledger has them. */
  readonly stood: readonly (readonly [from: string, to: string])[]
}

export interface Counted extends Term {
  readonly id: string
  readonly personId: string
  /** The number people quote. */
  readonly code: string
  /** What runs: before acceptance the term of the notice; beside either that of the citizen, while a supplement is asked for. */
  readonly term: 'notice' | 'decision' | 'supplement-wait'
  readonly apologised: boolean
  /** The term of the transfer while it is not kept; it began with acceptance. */
  readonly transferDueAt: Date | null
  readonly acceptedAt: Date | null
}

/** Dates that moved out of the years can lie this far before the day that moves them back. */
const MARGIN_DAYS = 10
/** An apology gives one further term; no term with the longest holidays is longer. */
const FURTHER_DAYS = 45

const local = (instant: Sql): Sql => sql`(${instant} at time zone 'Asia/Ho_Chi_Minh')`
/** Ended stretches of the ledger in which the clock stood since acceptance; each term drops those before its own beginning. */
const stood = sql`(select coalesce(jsonb_agg(jsonb_build_array(w.from_at, w.to_at) order by w.from_at), '[]') from dossiers.wait w where w.dossier_id = d.id and w.pauses and w.to_at > d.accepted_at)`
/** When the filing was whole: once anything else than the fee was waited for. A picture that we lost before it was paid makes nothing whole. */
export const wholeSince = sql`coalesce((select min(w.from_at) from dossiers.wait w where w.dossier_id = d.id and not (w.owner = 'citizen' and w.cause = 'fee') and w.cause not like 'supplement%'), d.filed_at)`
/** What runs began, and when it ends. */
const began = sql`case when d.accepted_at is null then ${wholeSince} else coalesce(a.promised_at, d.accepted_at) end`
const ends = sql`case when d.accepted_at is null then d.notice_due_at else coalesce(a.new_due_at, d.due_at) end`
const columns = sql`d.id, d.person_id as "personId", coalesce(d.official_number, d.submission_code) as code, d.authority_province as province, d.procedure, d.procedure_version as "procedureVersion",
  ${began} as "beganAt", ${ends} as "dueAt", case when d.accepted_at is null then 'notice' else 'decision' end as term, a.dossier_id is not null as apologised, ${stood} as stood,
  case when d.transfer_kept_at is null then d.transfer_due_at end as "transferDueAt", d.accepted_at as "acceptedAt"`

/** The clock stood until lately: where nobody could count a date from there, the one that stands is older than it should be. */
const stoodLately = (day: LocalDate): Sql => sql`exists (select from dossiers.wait w where w.dossier_id = d.id and w.pauses and w.to_at >= ${instantAt(addDays(day, -FURTHER_DAYS))})`

/** Undecided dossiers whose appointed date may have been counted over the day. @param margin days after the date that are looked at too */
function reachedBy({ province, day }: Reach, margin: number): Sql {
  const conditions = [
    sql`d.closed_at is null and d.status in ('accepted', 'approved', 'supplementing') and d.accepted_at is not null and d.accepted_at < ${instantAt(addDays(day, 1))}`,
    sql`(d.due_at >= ${instantAt(addDays(day, -FURTHER_DAYS))} and coalesce(a.new_due_at, d.due_at) >= ${instantAt(addDays(day, -margin))} or ${stoodLately(day)})`,
  ]
  if (province !== null) conditions.push(sql`d.authority_province = ${province}`)
  return sql`from dossiers.dossier d left join dossiers.apology a on a.dossier_id = d.id where ${join(conditions, ' and ')}`
}

/** Filings whose notice is due and may have been counted over the day; it runs on while a citizen gives anew what we lost. */
function noticesReachedBy({ province, day }: Reach): Sql {
  return sql`from dossiers.dossier d left join dossiers.apology a on a.dossier_id = d.id where d.closed_at is null and d.status in ('filed', 'supplementing') and d.accepted_at is null and d.notice_kept_at is null
    and d.notice_due_at >= ${instantAt(addDays(day, -MARGIN_DAYS))} and d.filed_at < ${instantAt(addDays(day, 1))} and (${province}::text is null or d.authority_province = ${province})`
}

/** Open requests of officers whose last day may have been counted over the day. */
function supplementsReachedBy({ province, day }: Reach): Sql {
  return sql`from dossiers.dossier d join dossiers.supplement_request r on r.dossier_id = d.id and r.answered_at is null where d.closed_at is null and d.supplement_due_at >= ${instantAt(addDays(day, -MARGIN_DAYS))}
    and r.asked_at < ${instantAt(addDays(day, 1))} and (${province}::text is null or d.authority_province = ${province})`
}

const ofSupplement = sql`d.id, d.person_id as "personId", coalesce(d.official_number, d.submission_code) as code, d.authority_province as province, d.procedure, d.procedure_version as "procedureVersion",
  r.asked_at as "beganAt", d.supplement_due_at as "dueAt", 'supplement-wait' as term, false as apologised, '[]'::jsonb as stood, null::timestamptz as "transferDueAt", d.accepted_at as "acceptedAt"`

/** The next dossiers that the day reaches, by id, locked, with each of their terms that it reaches. @param afterId the last one seen */
export async function lockReached(work: Work, reach: Reach, afterId: string | null, most: number): Promise<{ readonly ids: readonly string[]; readonly terms: readonly Counted[] }> {
  const ways = [reachedBy(reach, MARGIN_DAYS), noticesReachedBy(reach), supplementsReachedBy(reach)]
  const next = ways.map((from) => sql`select id from (select d.id ${from} and (${afterId}::uuid is null or d.id > ${afterId}::uuid) order by d.id limit ${most}) x`)
  const ids = (await work.db.many<{ id: string }>(sql`select d.id from dossiers.dossier d where d.id in (${join(next, ' union all ')}) order by d.id limit ${most} for update of d`)).map(({ id }) => id)
  const terms = ways.map((from, index) => sql`select ${index === 2 ? ofSupplement : columns} ${from} and d.id = any(${ids}::uuid[])`)
  return { ids, terms: ids.length === 0 ? [] : await work.db.many<Counted>(sql`select * from (${join(terms, ' union all ')}) t order by id, term`) }
}

/** Whole filings whose notice has no date, since nobody could count one. */
export async function listWithoutNotice(work: Work): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select d.id from dossiers.dossier d where d.closed_at is null and d.status = 'filed' and d.notice_due_at is null and d.notice_kept_at is null
    and not (d.turn_owner = 'citizen' and d.turn_cause = 'fee') order by d.id`)).map(({ id }) => id)
}

/** Dossiers with an open request of an officer that has no last day, since nobody could count one. */
export async function listWithoutLastDay(work: Work): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select d.id from dossiers.dossier d join dossiers.supplement_request r on r.dossier_id = d.id and r.answered_at is null and r.asked_by is not null
    where d.status = 'supplementing' and d.supplement_due_at is null order by d.id`)).map(({ id }) => id)
}

/** The dossiers that the day reaches, without a lock, those due first. */
export async function listReached(work: Work, reach: Reach, most: number): Promise<Counted[]> {
  return work.db.many(sql`select ${columns} ${reachedBy(reach, 0)} order by coalesce(a.new_due_at, d.due_at), d.id limit ${most}`)
}

/** Dossiers that are counted alike: one date decides for all of them. */
interface CountedAlike extends Term {
  readonly dossiers: number
}

/** How many dossiers the day reaches, by what their dates are counted from. @param closes the hour at which offices close: what comes later counts from the next day */
export async function sumReached(work: Work, reach: Reach, closes: string): Promise<CountedAlike[]> {
  const began = sql`coalesce(a.promised_at, d.accepted_at)`
  return work.db.many(sql`select d.authority_province as province, d.procedure, d.procedure_version as "procedureVersion", min(${began}) as "beganAt", coalesce(a.new_due_at, d.due_at) as "dueAt", ${stood} as stood, count(*)::int as dossiers
    ${reachedBy(reach, 0)} group by 1, 2, 3, 5, 6, ${local(began)}::date, ${local(began)}::time >= ${closes}::time`)
}

/** The short terms that the day reaches, summed alike: of the notice, of the transfer, of the last day of a supplement. @param closes as for `sumReached` */
export async function sumShortReached(work: Work, reach: Reach, closes: string): Promise<(CountedAlike & { readonly term: 'notice' | 'transfer' | 'supplement-wait' })[]> {
  const sum = (term: string, began: Sql, ends: Sql, stretches: Sql, from: Sql): Sql => sql`select d.authority_province as province, d.procedure, d.procedure_version as "procedureVersion", min(${began}) as "beganAt", ${ends} as "dueAt",
    ${stretches} as stood, count(*)::int as dossiers, ${term}::text as term ${from} group by 1, 2, 3, 5, 6, ${local(began)}::date, ${local(began)}::time >= ${closes}::time`
  const none = sql`'[]'::jsonb`
  return work.db.many(join([
    sum('notice', wholeSince, sql`d.notice_due_at`, none, noticesReachedBy(reach)),
    sum('transfer', sql`d.accepted_at`, sql`d.transfer_due_at`, stood, sql`${reachedBy(reach, 0)} and d.transfer_due_at is not null and d.transfer_kept_at is null`),
    sum('supplement-wait', sql`r.asked_at`, sql`d.supplement_due_at`, none, supplementsReachedBy(reach)),
  ].map((one) => sql`(${one})`), ' union all '))
}

/** A date that moves, or that cannot be counted. */
export interface Move {
  readonly kind: 'move-due' | 'move-notice' | 'move-transfer' | 'move-supplement' | 'due-uncounted'
  readonly counted: Counted
  /** Null where it stays, and where the transfer moves. */
  readonly dueAt: Date | null
  /** The moved date of the transfer. */
  readonly transferDueAt: Date | null
  readonly details: Readonly<Record<string, string>>
}

/** Buffers moved dates and an event each, however many, in three statements. All leave in one with the rest, which changes a row once: so of one dossier all its terms are written together. */
export function appendMoves(work: Work, moves: readonly Move[]): void {
  if (moves.length === 0) return
  const rows = moves.map(({ kind, counted, dueAt, transferDueAt, details }) => ({
    id: counted.id, person: counted.personId, due: dueAt, transfer: transferDueAt, term: counted.term, apologised: counted.apologised, event: newId(), kind, details,
  }))
  const moved = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, person uuid, due timestamptz, transfer timestamptz, term text, apologised boolean, event uuid, kind text, details jsonb)`
  work.append(sql`update dossiers.dossier d set due_at = coalesce(t.due, d.due_at), notice_due_at = coalesce(t.notice, d.notice_due_at), supplement_due_at = coalesce(t.supplement, d.supplement_due_at),
    transfer_due_at = coalesce(t.transfer, d.transfer_due_at), revision = revision + 1
    from (select m.id, max(m.due) filter (where m.term = 'decision' and not m.apologised) as due, max(m.due) filter (where m.term = 'notice') as notice, max(m.due) filter (where m.term = 'supplement-wait') as supplement, max(m.transfer) as transfer
      from ${moved} where coalesce(m.due, m.transfer) is not null group by m.id) t where d.id = t.id`)
  work.append(sql`update dossiers.apology a set new_due_at = m.due from ${moved} where a.dossier_id = m.id and m.apologised and m.due is not null`)
  work.append(sql`insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel, details)
    select m.event, m.id, m.kind, null, null, ${work.now}, ${work.actor.kind}, ${actorId(work.actor)}, m.person, ${work.actor.channel}, m.details from ${moved}`)
}

/** The new date of an apology, moved. */
export function appendNewPromise(work: Work, dossierId: string, newDueAt: Date): void {
  work.append(sql`update dossiers.apology set new_due_at = ${newDueAt} where dossier_id = ${dossierId}`)
}

/** Ended stretches in which the clock of a dossier stood, the oldest first. */
export async function listPauses(work: Work, dossierId: string): Promise<Pause[]> {
  return work.db.many(sql`select from_at as "from", to_at as "to" from dossiers.wait where dossier_id = ${dossierId} and pauses and to_at is not null order by from_at`)
}

/** Since when a filing is whole: its fee had come, where one had to be paid. */
export async function findWholeSince(work: Work, dossierId: string): Promise<Date> {
  return (await work.db.one<{ at: Date }>(sql`select ${wholeSince} as at from dossiers.dossier d where d.id = ${dossierId}`)).at
}

/** Begins the term of the notice: no step of the dossier, so its revision stays. */
export function appendNoticeTerm(work: Work, dossierId: string, dueAt: Date): void {
  work.append(sql`update dossiers.dossier set notice_due_at = ${dueAt} where id = ${dossierId}`)
}

/** Keeps the last day of an open request: no step of the dossier, so its revision stays. */
export function appendLastDay(work: Work, dossierId: string, dueAt: Date): void {
  work.append(sql`update dossiers.dossier set supplement_due_at = ${dueAt} where id = ${dossierId}`)
}
