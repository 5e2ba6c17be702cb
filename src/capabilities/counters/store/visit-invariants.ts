import { type Sql, sql } from '../../../platform/db/sql.ts'

/** Promises about visits and consents: each query must return nothing. */
export const visitInvariants: Readonly<Record<string, Sql>> = {
  'IDN4 what was filed in a visit was agreed to in that visit, by that person, before that helper': sql`select v.id from counters.visit v where v.dossier_id is not null
    and not exists (select from counters.consent c where c.visit_id = v.id and c.state = 'given' and c.person_id = v.person_id and c.helper_id = v.staff_id and c.office_code = v.office_code
      and c.draft_id = v.draft_id and c.given_at <= v.filed_at and c.given_at >= v.opened_at)`,
  'IDN4 no visit outlives half an hour without anybody': sql`select v.id from counters.visit v where v.ended_at is null
    and not exists (select from platform.due d where d.task = 'counters.end-idle' and d.payload->>'visitId' = v.id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'visitId' = v.id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'visitId' = v.id::text)`,
  'IDN4 what was agreed to and not filed is over with its visit': sql`select c.id from counters.consent c join counters.visit v on v.id = c.visit_id
    where v.ended_at is not null and v.dossier_id is null and c.state in ('asked', 'given')`,
  'IDN4 a paper agrees only to what it was signed for: scanned in at that visit, after the last change and before the filing': sql`select c.id from counters.consent c
    where c.method = 'paper' and c.state = 'given' and not exists (select from counters.scan s left join dossiers.draft d on d.id = s.draft_id
      where s.visit_id = c.visit_id and s.draft_id = c.draft_id and s.person_id = c.person_id and s.kind = 'application' and s.scanned_at <= c.given_at and (d.filed_at is null or coalesce(s.draft_revision, d.revision) = d.revision))`,
  'OUT4 every code that waits to be sent has a job or a due row': sql`select c.id from counters.consent c where c.letter is not null
    and not exists (select from platform.due d where d.task = 'counters.send-code' and d.payload->>'consentId' = c.id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'consentId' = c.id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'consentId' = c.id::text)`,
  'TIM6 no code counted after its end or after its last try': sql`select id from counters.consent where method = 'code' and (tries > 5 or (state = 'given' and (given_at > expires_at or receipt is null)))`,
}
