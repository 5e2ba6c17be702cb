import { type Sql, sql } from '../../../platform/db/sql.ts'

/** Rows that break a promise about cards and parcels: each query must return nothing. */
export const invariants: Readonly<Record<string, Sql>> = {
  'DOS8 every parcel under way has a job or a due row': sql`select p.id from deliveries.parcel p where p.state not in ('delivered', 'returned', 'cancelled')
    and not (p.state = 'ordered' and exists (select from deliveries.card c where c.dossier_id = p.dossier_id and c.state <> 'handed-over'))
    and not exists (select from platform.due d where d.task in ('deliveries.order', 'deliveries.track') and d.payload->>'parcelId' = p.id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'parcelId' = p.id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'parcelId' = p.id::text)`,
  'DOS5 a parcel is where its latest event says': sql`select p.id from deliveries.parcel p where p.state <> 'ordered'
    and not exists (select from deliveries.event e where e.parcel_id = p.id and e.state = p.state
      and e.happened_at = (select max(l.happened_at) from deliveries.event l where l.parcel_id = p.id))`,
  'OUT1 every parcel event names the exchange that brought it': sql`select e.id from deliveries.event e
    where not exists (select from platform.exchange x where x.id = e.exchange_id and x.outcome = 'value')`,
  'AUD1 a parcel that arrived or came back was announced once': sql`select p.id from deliveries.parcel p where p.state in ('delivered', 'returned')
    and (select count(*) from platform.fact f where f.kind = 'parcel.' || p.state and f.payload->>'parcelId' = p.id::text) <> 1`,
  'REG5 no parcel leaves before its card': sql`select p.id from deliveries.parcel p where p.state not in ('ordered', 'registered', 'cancelled')
    and exists (select from deliveries.card c where c.dossier_id = p.dossier_id and c.state <> 'handed-over')`,
  'REG5 a card handed to the post has a parcel': sql`select c.id from deliveries.card c where c.handed_over_to = 'post'
    and not exists (select from deliveries.parcel p where p.dossier_id = c.dossier_id)`,
  'TIM7 a print batch counts its cards': sql`select b.id from deliveries.batch b where b.cards <> (select count(*) from deliveries.card c where c.batch_id = b.id)`,
}
