import { type Sql, sql } from '../../../platform/db/sql.ts'

/** That nobody has seen to the end of a day at a point: neither the book of due things nor a job nor, where it keeps failing, a person. */
function nobodyEnds(day: Sql): Sql {
  return sql`not exists (select from platform.due d where d.task = 'counters.close-day' and d.payload->>'pointId' = ${day}.point_id and d.payload->>'day' = ${day}.day::text)
      and not exists (select from graphile_worker._private_jobs j where j.payload->>'pointId' = ${day}.point_id and j.payload->>'day' = ${day}.day::text)
      and not exists (select from platform.stuck_job s where s.task = 'counters.close-day' and s.payload->>'pointId' = ${day}.point_id and s.payload->>'day' = ${day}.day::text and s.resolved_at is null)`
}

/** Promises about queues. Each query returns the rows that break it, and must return none. */
export const ticketInvariants: Readonly<Record<string, Sql>> = {
  'QUE1 no number of a point, day and service is given twice or left out': sql`
    select s.point_id, s.day, s.service from counters.ticket_series s
    left join (select point_id, day, service, count(distinct number) as numbers, count(*) as tickets, max(number) as last from counters.ticket group by point_id, day, service) t
      on t.point_id = s.point_id and t.day = s.day and t.service = s.service
    where coalesce(t.last, 0) <> s.last_number or coalesce(t.numbers, 0) <> s.last_number or coalesce(t.tickets, 0) <> s.last_number`,
  'QUE2 a window has at most one number, and a number that is called is at a window': sql`
    select window_id from counters.ticket where state in ('called', 'serving') group by window_id having count(*) > 1 or window_id is null`,
  'QUE3 a ticket is where its last event says': sql`
    select t.id from counters.ticket t left join lateral (select e.to_state from counters.ticket_event e where e.ticket_id = t.id order by e.seq desc limit 1) last on true
    where last.to_state is distinct from t.state`,
  'QUE4 a ticket that is not over has the end of its day in the book of due things': sql`
    select t.id from counters.ticket t where t.ended_at is null and ${nobodyEnds(sql`t`)}`,
  'QUE5 a window that is open has the end of its day in the book of due things': sql`
    select w.id from counters.open_window w where w.closed_at is null and ${nobodyEnds(sql`w`)}`,
}
