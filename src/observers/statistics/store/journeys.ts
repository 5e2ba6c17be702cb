/** Journeys: what a draft or dossier is counted by, taken from facts, events and what they left behind. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Channel } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'
import { answeredSteps } from '../figures/funnel.ts'

const local = (instant: Sql): Sql => sql`(${instant} at time zone 'Asia/Ho_Chi_Minh')`
const day = (instant: Sql): Sql => sql`${local(instant)}::date`

/**
 * Dossiers as their journeys must be. The term is the dossier's own, which a supplement after acceptance moves; while its clock stands it has
 * none. A second request of an officer makes it late (index 2.1 of Decision 766); a request because we lost something is nobody's second.
 */
export const dossierJourneys: Sql = sql`select d.draft_id, d.id as dossier_id, 'service' as source, d.authority_province as province, d.channel,
    ${day(sql`r.started_at`)} as started_on, ${day(sql`d.filed_at`)} as filed_on, ${day(sql`c.paid_at`)} as paid_on, ${day(sql`e.accepted_at`)} as accepted_on, t.ends_on as due_on,
    ${day(sql`e.signed_at`)} as signed_on, ${day(sql`e.ended_at`)} as ended_on, ${day(sql`e.returned_at`)} as returned_on,
    d.amount_vnd > 0 as has_fee, coalesce(c.online, false) as paid_online,
    case when e.ended_at is null then null else coalesce(${local(sql`e.ended_at`)} <= t.ends_on + ${local(sql`d.due_at`)}::time, true) and e.requests <= 1 end as in_time,
    e.returned_at is not null and coalesce(k.by_post, false) as by_post, ${day(sql`x.received_at`)} as electronic_on, ${day(sql`g.completed_at`)} as digitised_on, coalesce(o.waits, '{}') as waits
  from dossiers.dossier d
  join dossiers.draft r on r.id = d.draft_id
  cross join lateral (select min(at) filter (where kind = 'accept') as accepted_at, min(at) filter (where to_status = 'signed') as signed_at,
      min(at) filter (where to_status in ('signed', 'refused', 'withdrawn', 'stopped')) as ended_at, min(at) filter (where to_status = 'returned') as returned_at,
      count(*) filter (where kind = 'askSupplement' and actor_kind = 'staff') as requests
    from dossiers.event where dossier_id = d.id) e
  cross join lateral (select min(noted_at) as paid_at, bool_or(method in ('checkout', 'vietqr')) as online from payments.charge where dossier_id = d.id and use = 'fee') c
  cross join lateral (select case when not exists (select from dossiers.wait s where s.dossier_id = d.id and s.pauses and s.to_at is null and s.from_at >= e.accepted_at) then ${day(sql`d.due_at`)} end as ends_on) t
  cross join lateral (select jsonb_object_agg(owner, minutes) as waits from (select owner, floor(extract(epoch from sum(to_at - from_at)) / 60)::int as minutes
    from dossiers.wait where dossier_id = d.id and to_at <= e.ended_at group by owner) m) o
  left join lateral (select handed_over_to = 'post' as by_post from deliveries.card where dossier_id = d.id order by queued_at desc limit 1) k on true
  left join lateral (select s.received_at from documents.document p join documents.deposit s on s.document_id = p.id where p.dossier_id = d.id and s.state = 'received' order by s.received_at limit 1) x on true
  left join counters.digitisation g on g.dossier_id = d.id`

const columns = sql`draft_id, dossier_id, source, province, channel, started_on, filed_on, paid_on, accepted_on, due_on, signed_on, ended_on, returned_on, has_fee, paid_online, in_time, by_post, electronic_on, digitised_on, waits`

/** Drafts that facts of this stretch are about, also through their dossiers. */
export async function listTouched(work: Work, after: number, to: number): Promise<string[]> {
  const rows = await work.db.many<{ id: string }>(sql`select d.draft_id as id from platform.fact f join dossiers.dossier d on d.id = (f.payload->>'dossierId')::uuid
      where f.sequence > ${after} and f.sequence <= ${to} and f.payload->>'dossierId' is not null
    union select (f.payload->>'draftId')::uuid from platform.fact f where f.sequence > ${after} and f.sequence <= ${to} and f.kind in ('draft.started', 'draft.answered')`)
  return rows.map(({ id }) => id)
}

/**
 * Brings the journeys of drafts up to date: first what facts tell of drafts, then what became of them as dossiers. The channel is that in which
 * the draft was begun, and once it is filed the dossier's own; the channel of a later event is that of its act and counts nowhere.
 */
export async function saveJourneys(work: Work, draftIds: readonly string[], after: number, to: number): Promise<void> {
  await work.db.run(sql`insert into statistics.journey (draft_id, source, channel, started_on, step)
    select (f.payload->>'draftId')::uuid, 'service', coalesce(min(f.channel) filter (where f.kind = 'draft.started'), min(f.channel)), min(${day(sql`f.at`)}), coalesce(max(array_position(${[...answeredSteps]}::text[], f.payload->>'step')), 0)
    from platform.fact f where f.sequence > ${after} and f.sequence <= ${to} and f.kind in ('draft.started', 'draft.answered') group by 1
    on conflict (draft_id) do update set step = greatest(journey.step, excluded.step), started_on = least(journey.started_on, excluded.started_on)`)
  await work.db.run(sql`insert into statistics.journey (${columns}) select ${columns} from (${dossierJourneys} where d.draft_id = any(${[...draftIds]}::uuid[])) now
    on conflict (draft_id) do update set dossier_id = excluded.dossier_id, province = excluded.province, channel = excluded.channel, started_on = excluded.started_on, filed_on = excluded.filed_on,
      paid_on = excluded.paid_on, accepted_on = excluded.accepted_on, due_on = excluded.due_on, signed_on = excluded.signed_on, ended_on = excluded.ended_on, returned_on = excluded.returned_on,
      has_fee = excluded.has_fee, paid_online = excluded.paid_online, in_time = excluded.in_time, by_post = excluded.by_post, electronic_on = excluded.electronic_on, digitised_on = excluded.digitised_on, waits = excluded.waits`)
}

/** Notes which accepted dossiers the national portal has been told of. @returns the drafts of those newly told */
export async function noteSynced(work: Work): Promise<string[]> {
  const rows = await work.db.many<{ id: string }>(sql`update statistics.journey j set synced = true
    where not j.synced and j.source = 'service' and j.accepted_on is not null and exists (select from dossiers.portal_report p where p.dossier_id = j.dossier_id and p.status = 2 and p.reported_at is not null)
    returning j.draft_id as id`)
  return rows.map(({ id }) => id)
}

/** Every day on which these journeys count. */
export async function daysOf(work: Work, draftIds: readonly string[]): Promise<LocalDate[]> {
  const rows = await work.db.many<{ day: LocalDate }>(sql`select distinct day from statistics.journey j,
      unnest(array[j.started_on, j.accepted_on, j.due_on, j.signed_on, j.ended_on, j.returned_on]) day where j.draft_id = any(${[...draftIds]}::uuid[]) and day is not null`)
  return rows.map((row) => row.day)
}

/** A dossier of the software that a province used before this service, by the days it is counted on. */
export interface EarlierDossier {
  /** The same dossier has the same id however often it is taken over. */
  readonly id: string
  readonly province: string
  readonly channel: Channel
  readonly acceptedOn: LocalDate
  readonly dueOn?: LocalDate
  readonly endedOn?: LocalDate
  readonly inTime?: boolean
}

/** Whether anything was taken over already. */
export async function hasEarlier(work: Work): Promise<boolean> {
  return (await work.db.one<{ has: boolean }>(sql`select exists (select from statistics.journey where source = 'earlier') as has`)).has
}

/** Enters earlier dossiers; one that is there already stays as it is. */
export async function insertEarlier(work: Work, dossiers: readonly EarlierDossier[]): Promise<void> {
  await work.db.run(sql`insert into statistics.journey (draft_id, source, province, channel, accepted_on, due_on, ended_on, in_time)
    select e.id, 'earlier', e.province, e.channel, e."acceptedOn", e."dueOn", e."endedOn", e."inTime"
    from jsonb_to_recordset(${JSON.stringify(dossiers)}::jsonb) as e(id uuid, province text, channel text, "acceptedOn" date, "dueOn" date, "endedOn" date, "inTime" boolean)
    on conflict (draft_id) do nothing`)
}
