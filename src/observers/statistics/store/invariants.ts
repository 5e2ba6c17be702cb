/** Promises about published figures: each query must return nothing. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import { recount } from './daily.ts'
import { dossierJourneys } from './journeys.ts'

const mark = sql`(select read_to from statistics.progress)`
/** Dossiers whose filing is counted, and those that facts not yet counted are about. */
const read = sql`select (f.payload->>'dossierId')::uuid from platform.fact f where f.kind = 'dossier.submitted' and f.sequence <= ${mark}`
const unread = sql`select (f.payload->>'dossierId')::uuid from platform.fact f where f.sequence > ${mark} and f.payload->>'dossierId' is not null`
const unreadCalendar = sql`select from platform.fact f where f.sequence > ${mark} and f.kind = 'calendar.changed'`

export const invariants: Readonly<Record<string, Sql>> = {
  'FIG1 a published number is what a recount gives': sql`select coalesce(n.figure, d.figure) as figure, coalesce(n.day, d.day) as day from (${recount}) n
    full join statistics.daily d on d.figure = n.figure and d.day = n.day and d.province = n.province and d.channel = n.channel and d.part = n.part where n.amount is distinct from d.amount`,
  'FIG2 a dossier is counted by what its events say': sql`select n.dossier_id from (${dossierJourneys}) n left join statistics.journey j on j.draft_id = n.draft_id
    where n.dossier_id in (${read}) and n.dossier_id not in (${unread}) and not exists (${unreadCalendar}) and (n.dossier_id, n.province, n.channel, n.filed_on, n.paid_on, n.accepted_on, n.due_on, n.signed_on, n.ended_on, n.returned_on, n.has_fee, n.paid_online, n.in_time, n.by_post, n.electronic_on, n.digitised_on, n.waits)
      is distinct from (j.dossier_id, j.province, j.channel, j.filed_on, j.paid_on, j.accepted_on, j.due_on, j.signed_on, j.ended_on, j.returned_on, j.has_fee, j.paid_online, j.in_time, j.by_post, j.electronic_on, j.digitised_on, j.waits)`,
}
