import { type Sql, sql } from '../../../platform/db/sql.ts'

/** What an act leaves in the dossier's own events, at the very instant at which its item ended. */
const leaves = sql`(values ('accept', 'accept'), ('approve', 'approve'), ('decide', 'approve'), ('take-back', 'takeBack')) t(act, kind)`

/** Promises about what is done with many dossiers at once. */
export const bulkInvariants: Readonly<Record<string, Sql>> = {
  'C1 what a bulk says was done, whoever confirmed it did': sql`select i.bulk_id, i.dossier_id from dossiers.bulk_item i join dossiers.bulk b on b.id = i.bulk_id join ${leaves} on t.act = b.act
      where i.state = 'done' and not exists (select from dossiers.event e where e.dossier_id = i.dossier_id and e.kind = t.kind and e.at = i.ended_at and e.actor_id = b.staff_id::text)
    union all select i.bulk_id, i.dossier_id from dossiers.bulk_item i join dossiers.bulk b on b.id = i.bulk_id
      where b.act = 'sign' and i.state = 'done' and not exists (select from dossiers.decision c where c.dossier_id = i.dossier_id and c.signed_by = b.staff_id and c.signed_at = i.ended_at)
    union all select i.bulk_id, i.dossier_id from dossiers.bulk_item i join dossiers.bulk b on b.id = i.bulk_id where b.confirmed_at is null and i.state not in ('waiting', 'left-out')`,
  'C1 no dossier is said to be decided more often than it was': sql`select i.dossier_id, t.kind from dossiers.bulk_item i join dossiers.bulk b on b.id = i.bulk_id join ${leaves} on t.act = b.act where i.state = 'done'
    group by i.dossier_id, t.kind having count(*) > (select count(*) from dossiers.event e where e.dossier_id = i.dossier_id and e.kind = t.kind)`,
  'C1 what is confirmed in bulk comes to an end for each dossier': sql`select i.bulk_id, i.dossier_id from dossiers.bulk_item i join dossiers.bulk b on b.id = i.bulk_id
    where i.state = 'waiting' and b.confirmed_at < (select max(at) from platform.fact) - interval '6 hours'`,
  // Orders of before this was asked do not say it: whatever comes after the first that does must.
  'TH4 every order to sign, and every batch that is confirmed, says when its signer had proved who they are': sql`select e.id from dossiers.event e where e.kind = 'signature-asked' and not e.details ? 'signedInAt'
      and exists (select from dossiers.event f where f.kind = 'signature-asked' and f.details ? 'signedInAt' and f.sequence < e.sequence)
    union all select b.id from dossiers.bulk b where b.act = 'sign' and b.confirmed_at is not null and b.signed_in_at is null
      and exists (select from dossiers.event f where f.kind = 'signature-asked' and f.details ? 'signedInAt' and f.at < b.confirmed_at)`,
  'C1 what was drawn for full appraisal nobody decides by one press or in bulk': sql`select s.dossier_id from dossiers.straight_through s join dossiers.event e on e.dossier_id = s.dossier_id
      where s.drawn and e.kind = 'approve' and e.at > s.drawn_at and (e.details ? 'onePress' or exists (select from dossiers.bulk_item i join dossiers.bulk b on b.id = i.bulk_id
        where i.dossier_id = s.dossier_id and i.state = 'done' and b.act in ('approve', 'decide') and i.ended_at = e.at))
    union all select e.dossier_id from dossiers.event e left join dossiers.straight_through s on s.dossier_id = e.dossier_id where e.kind = 'approve' and e.details ? 'onePress' and s.dossier_id is null`,
}
