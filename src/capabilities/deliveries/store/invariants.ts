import { type Sql, sql } from '../../../platform/db/sql.ts'

/** Rows that break a promise about cards, lists and parcels: each query must return nothing. */
export const invariants: Readonly<Record<string, Sql>> = {
  'DOS8 every parcel under way has a job or a due row': sql`select p.id from deliveries.parcel p where p.state not in ('delivered', 'returned', 'lost', 'cancelled')
    and not (p.state = 'ordered' and exists (select from deliveries.card c where c.dossier_id = p.dossier_id and (c.state in ('queued', 'printed') or p.round > 1 and c.handed_over_at < p.ordered_at)))
    and not exists (select from platform.due d where d.task in ('deliveries.order', 'deliveries.track') and d.payload->>'parcelId' = p.id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'parcelId' = p.id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'parcelId' = p.id::text)`,
  'DOS5 a parcel is where its latest event says': sql`select p.id from deliveries.parcel p where p.state <> 'ordered'
    and not exists (select from deliveries.event e where e.parcel_id = p.id and e.state = p.state
      and e.happened_at = (select max(l.happened_at) from deliveries.event l where l.parcel_id = p.id))`,
  'OUT1 every parcel event names the exchange that brought it': sql`select e.id from deliveries.event e
    where not exists (select from platform.exchange x where x.id = e.exchange_id and x.outcome = 'value')`,
  'AUD1 a parcel that arrived or came back was announced once': sql`select p.id from deliveries.parcel p where p.state in ('delivered', 'returned', 'lost')
    and (select count(*) from platform.fact f where f.kind = 'parcel.' || p.state and f.payload->>'parcelId' = p.id::text) <> 1`,
  'REG5 no parcel leaves before its card': sql`select p.id from deliveries.parcel p where p.state not in ('ordered', 'registered', 'returned', 'lost', 'cancelled')
    and exists (select from deliveries.card c where c.dossier_id = p.dossier_id and c.state in ('queued', 'printed'))`,
  'REG5 a card handed to the post has a parcel': sql`select c.id from deliveries.card c where c.handed_over_to = 'post'
    and not exists (select from deliveries.parcel p where p.dossier_id = c.dossier_id)`,
  'TIM7 a print batch counts its cards': sql`select b.id from deliveries.batch b where b.cards <> (select count(*) from deliveries.card c where c.batch_id = b.id)`,
  'REG5 a card is in exactly one place: where its latest move says': sql`select c.id from deliveries.card c
    left join lateral (select m.to_place from deliveries.card_move m where m.card_id = c.id order by m.sequence desc limit 1) m on true
    where m.to_place is distinct from case when c.state = 'queued' then 'printer' when c.state = 'printed' then 'office' when c.state = 'lost' then 'lost'
      when c.handed_over_to = 'post' and exists (select from deliveries.parcel p where p.dossier_id = c.dossier_id and p.state = 'delivered') then 'person' else c.handed_over_to end
    union all select card_id from (select card_id, from_place, lag(to_place) over (partition by card_id order by sequence) as before from deliveries.card_move) x where from_place is distinct from before`,
  'DOS5 a card goes to the post only on a list that both sides stand for': sql`select c.id from deliveries.card c where c.handed_over_to = 'post' and c.state <> 'lost' and not c.before_lists
    and not exists (select from deliveries.list l join deliveries.list_item i on i.list_id = l.id
      where l.id = c.list_id and i.card_id = c.id and i.outcome = 'received' and l.state = 'complete' and l.counted_by <> l.closed_by
        and (l.counted_hash = l.content_hash or l.settled_by <> l.counted_by))`,
  'DOS5 what the post did not receive lies in the office, and what lies on a list lies on one': sql`select i.card_id from deliveries.list_item i join deliveries.list l on l.id = i.list_id
      join deliveries.card c on c.id = i.card_id
      where (l.state = 'complete' and i.outcome = 'missing' or l.state = 'taken-back') and c.list_id = l.id
    union all select c.id from deliveries.card c where c.list_id is not null and not exists (select from deliveries.list_item i where i.card_id = c.id and i.list_id = c.list_id)
    union all select i.card_id from deliveries.list_item i join deliveries.list l on l.id = i.list_id and l.state in ('closed', 'counted') group by i.card_id having count(*) > 1
    union all select i.card_id from deliveries.list_item i join deliveries.list l on l.id = i.list_id and l.state in ('closed', 'counted') join deliveries.card c on c.id = i.card_id where c.list_id is distinct from l.id`,
  'REG5 a lost card has at most one living successor, and a successor a lost card that two people gave up': sql`select c.id from deliveries.card c
      where c.state = 'lost' and (select count(*) from deliveries.card n where n.replaces = c.id) <> 1
    union all select n.id from deliveries.card n where n.replaces is not null and not exists (select from deliveries.card c join deliveries.reprint r on r.card_id = c.id
      where c.id = n.replaces and c.state = 'lost' and r.state = 'confirmed' and r.decided_by <> r.proposed_by)
    union all select dossier_id from deliveries.card where state <> 'lost' group by dossier_id having count(*) > 1`,
  'DOS5 a choice after a failed attempt reaches the post or has a job that tells it': sql`select h.id from deliveries.choice h where h.told_at is null
    and not exists (select from platform.due d where d.payload->>'choiceId' = h.id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'choiceId' = h.id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'choiceId' = h.id::text)`,
  'B6 a parcel never goes to an address that came too late': sql`select h.id from deliveries.choice h join deliveries.parcel p on p.id = h.parcel_id
    where h.kind = 'address' and h.heeded = false and h.recipient_before is distinct from p.recipient
    and not exists (select from deliveries.choice n where n.parcel_id = h.parcel_id and n.attempt > h.attempt)`,
  'DOS8 an old card still owed has its reminder due': sql`select o.licence_id from deliveries.old_card o where o.state = 'owed' and o.reminded < 2
    and not exists (select from platform.due d where d.task = 'deliveries.remind-old-card' and d.payload->>'dossierId' = o.dossier_id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'dossierId' = o.dossier_id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'dossierId' = o.dossier_id::text)`,
  'DEC2 an old card is destroyed by two people': sql`select licence_id from deliveries.old_card where state in ('destroyed', 'kept')
    and (received_by is null or ended_by is null or ended_by = received_by)`,
}
