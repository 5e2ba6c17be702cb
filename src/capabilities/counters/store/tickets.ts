import { queuePriority } from '../../../catalogue/index.ts'
import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'
import type { Lane, Ticket, TicketState, TicketVerb, TicketWanted } from '../tickets.ts'

const columns = sql`t.id, t.point_id as "pointId", t.day, t.service, t.number, t.lane, t.state, t.issued_at as "issuedAt", t.calls, t.first_called_at as "firstCalledAt",
  t.called_at as "calledAt", t.serving_at as "servingAt", t.window_id as "windowId", w.window_no as "windowNo"`

function select(where: Sql): Sql {
  return sql`select ${columns} from counters.ticket t left join counters.open_window w on w.id = t.window_id where ${where}`
}

export function findTicket(work: Work, id: string): Promise<Ticket | undefined> {
  return work.db.maybe<Ticket>(select(sql`t.id = ${id}`))
}

export function lockTicket(work: Work, id: string): Promise<Ticket | undefined> {
  return work.db.maybe<Ticket>(sql`${select(sql`t.id = ${id}`)} for update of t`)
}

export function findTicketByKey(work: Work, requestKey: string): Promise<Ticket | undefined> {
  return work.db.maybe<Ticket>(select(sql`t.request_key = ${requestKey}`))
}

/** The ticket that a window has called and not ended. */
export function findTicketAt(work: Work, windowId: string): Promise<Ticket | undefined> {
  return work.db.maybe<Ticket>(select(sql`t.window_id = ${windowId} and t.state in ('called', 'serving')`))
}

/** Today's tickets of a point in some states, those called last first. */
export function listTickets(work: Work, pointId: string, states: readonly TicketState[], limit: number): Promise<Ticket[]> {
  return work.db.many<Ticket>(sql`${select(sql`t.point_id = ${pointId} and t.day = ${work.today} and t.state = any(${states}::text[])`)} order by t.called_at desc nulls last, t.issued_at limit ${limit}`)
}

/** Today's tickets of a point that were called and did not come, those called last first; those of one number only, where one is asked for. */
export function listMissed(work: Work, pointId: string, wanted: TicketWanted | undefined, limit: number): Promise<Ticket[]> {
  const [service, number] = [wanted?.service ?? null, wanted?.number ?? null]
  return work.db.many<Ticket>(sql`${select(sql`t.point_id = ${pointId} and t.day = ${work.today} and t.state = 'missed'
    and coalesce(t.service = ${service}::text, true) and coalesce(t.number = ${number}::int, true)`)} order by t.called_at desc, t.id desc limit ${limit}`)
}

/** How many of today's tickets of a point were called and did not come. */
export async function countMissed(work: Work, pointId: string): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(*)::int as n from counters.ticket where point_id = ${pointId} and day = ${work.today} and state = 'missed'`)).n
}

/** Whoever gives a number of this series now waits for the others. */
export async function lockSeries(work: Work, pointId: string, service: string): Promise<void> {
  await work.db.run(sql`insert into counters.ticket_series (point_id, day, service, last_number) values (${pointId}, ${work.today}, ${service}, 0)
    on conflict (point_id, day, service) do update set last_number = counters.ticket_series.last_number`)
}

export interface NewTicket {
  readonly id: string
  readonly pointId: string
  readonly service: string
  readonly lane: Lane
  readonly requestKey: string
}

/** Gives the next number of a locked series. */
export async function saveTicket(work: Work, t: NewTicket): Promise<void> {
  const headStart = t.lane === 'priority' ? queuePriority(work.today).value.headStartMinutes : 0
  const rankedAt = new Date(work.now.getTime() - headStart * 60_000)
  await work.db.run(sql`with next as (
      update counters.ticket_series set last_number = last_number + 1 where point_id = ${t.pointId} and day = ${work.today} and service = ${t.service} returning last_number
    ), issued as (
      insert into counters.ticket (id, point_id, day, service, number, lane, request_key, state, issued_at, ranked_at)
      select ${t.id}, ${t.pointId}, ${work.today}, ${t.service}, last_number, ${t.lane}, ${t.requestKey}, 'waiting', ${work.now}, ${rankedAt} from next returning id
    )
    insert into counters.ticket_event (ticket_id, verb, to_state, at, by_actor) select id, 'issue', 'waiting', ${work.now}, ${actorId(work.actor)} from issued`)
}

/** Takes the first in the queue; one that somebody else is taking at this moment is passed over. @returns its id */
export async function takeFirst(work: Work, window: { readonly pointId: string; readonly services: readonly string[] }): Promise<string | undefined> {
  const row = await work.db.maybe<{ id: string }>(sql`select id from counters.ticket
    where point_id = ${window.pointId} and day = ${work.today} and state = 'waiting' and service = any(${window.services}::text[])
    order by ranked_at, issued_at, number limit 1 for update skip locked`)
  return row?.id
}

/** Writes a step of a ticket that is locked, and its event. @param windowId at whose window; null when at none */
export async function saveMove(work: Work, ticket: Pick<Ticket, 'id' | 'state'>, verb: TicketVerb, to: TicketState, windowId: string | null): Promise<void> {
  const isCall = verb === 'call' || verb === 'call-again' || verb === 'recall'
  const end = to === 'served' ? 'served' : to === 'closed' ? 'end-of-day' : null
  await work.db.run(sql`with moved as (
      update counters.ticket set state = ${to}, window_id = coalesce(${windowId}::uuid, window_id),
        calls = calls + ${isCall ? 1 : 0}, called_at = case when ${isCall} then ${work.now}::timestamptz else called_at end,
        first_called_at = case when ${isCall} then coalesce(first_called_at, ${work.now}::timestamptz) else first_called_at end,
        serving_at = case when ${to === 'serving'} then ${work.now}::timestamptz else serving_at end,
        ended_at = ${end === null ? null : work.now}, end_reason = ${end}
      where id = ${ticket.id} and state = ${ticket.state} returning id
    )
    insert into counters.ticket_event (ticket_id, verb, from_state, to_state, window_id, at, by_actor)
    select id, ${verb}, ${ticket.state}, ${to}, ${windowId}::uuid, ${work.now}, ${actorId(work.actor)} from moved`)
}

/** What was done to a ticket last, where whoever asks did it. */
export async function ownLastVerb(work: Work, ticketId: string): Promise<TicketVerb | undefined> {
  const last = await work.db.maybe<{ verb: TicketVerb; by: string }>(sql`select verb, by_actor as by from counters.ticket_event where ticket_id = ${ticketId} order by seq desc limit 1`)
  return last?.by === actorId(work.actor) ? last.verb : undefined
}

/** How many would be called before a ticket taken now, or before this one; by service and in all. */
export async function countAhead(work: Work, about: { readonly pointId: string; readonly service: string; readonly ticketId: string }): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(*)::int as n from counters.ticket t, counters.ticket mine
    where mine.id = ${about.ticketId} and t.point_id = ${about.pointId} and t.day = mine.day and t.service = ${about.service} and t.state = 'waiting'
      and (t.ranked_at, t.issued_at, t.number) < (mine.ranked_at, mine.issued_at, mine.number)`)).n
}

/** How many wait at a point today, by service. */
export async function countWaiting(work: Work, pointId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await work.db.many<{ service: string; n: number }>(sql`select service, count(*)::int as n from counters.ticket
    where point_id = ${pointId} and day = ${work.today} and state = 'waiting' group by service`)
  return new Map(rows.map(({ service, n }) => [service, n]))
}

/** Ids of a day's tickets that are not over, locked one after the other. */
export function lockOpenTickets(work: Work, pointId: string, day: LocalDate): Promise<{ id: string; state: TicketState; windowId: string | null }[]> {
  return work.db.many(sql`select id, state, window_id as "windowId" from counters.ticket where point_id = ${pointId} and day = ${day} and ended_at is null order by id for update`)
}

/** Counts one more number for a network. @returns how many it took in this minute, and since when the day began */
export async function spendBudget(work: Work, network: Buffer): Promise<{ inMinute: number; inDay: number }> {
  const minute = new Date(Math.floor(work.now.getTime() / 60_000) * 60_000)
  const { issued } = await work.db.one<{ issued: number }>(sql`insert into counters.issue_budget as b (network, minute, issued) values (${network}, ${minute}, 1)
    on conflict (network, minute) do update set issued = b.issued + 1 returning issued`)
  const { n } = await work.db.one<{ n: number }>(sql`select coalesce(sum(issued), 0)::int as n from counters.issue_budget where network = ${network}`)
  return { inMinute: issued, inDay: n }
}

/** Forgets what networks took before an instant. */
export async function forgetBudgets(work: Work, before: Date): Promise<void> {
  await work.db.run(sql`delete from counters.issue_budget where minute < ${before}`)
}
