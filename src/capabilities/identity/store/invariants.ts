/** Promises about powers: each query must return nothing. */
import { type Sql, sql } from '../../../platform/db/sql.ts'

const grants = sql`(select id, entered_by, confirmed_by, staff_id, giver_id from identity.signing_power union all select id, entered_by, confirmed_by, staff_id, null from identity.unit_member
  union all select id, entered_by, confirmed_by, null, null from identity.unit) g`

export const invariants: Readonly<Record<string, Sql>> = {
  'AUZ a power counts only by two people, neither of whom gets it': sql`select g.id from ${grants} where g.confirmed_by = g.entered_by
    union all select g.id from ${grants} join identity.staff e on e.id::text = g.entered_by join identity.staff c on c.id::text = g.confirmed_by where e.identity_index = c.identity_index
    union all select g.id from ${grants} join identity.staff e on e.id::text in (g.entered_by, g.confirmed_by) join identity.staff h on h.id = g.staff_id where e.identity_index = h.identity_index`,
  'AUZ a delegation has an end, and is given by whoever held that power in their own right': sql`select d.id from identity.signing_power d where d.giver_id is not null and d.confirmed_at is not null and (d.valid_to is null
    or not exists (select from identity.signing_power o where o.staff_id = d.giver_id and o.giver_id is null and o.province_code = d.province_code and o.papers @> d.papers and o.confirmed_at <= d.confirmed_at
      and (o.form = 'head' or d.ended_at is not null) and o.valid_from <= d.valid_from and coalesce(o.valid_to, 'infinity') >= d.valid_to and (o.ended_at is null or o.ended_at > d.confirmed_at)))`,
}
