/** Promises about the log: each query must return nothing. The whole of it is recomputed by `npm run verify:audit`. */
import { type Sql, sql } from '../../../platform/db/sql.ts'

const horizon = sql`(select horizon from audit.seal order by number desc limit 1)`

export const invariants: Readonly<Record<string, Sql>> = {
  'AUD2 leaves are numbered without gaps, and each belongs to a seal': sql`select l.index from (select index, lag(index, 1, -1::bigint) over (order by index) as before from audit.leaf) l where l.index <> l.before + 1
    union all select l.index from audit.leaf l where l.index >= (select coalesce(max(size), 0) from audit.seal)`,
  'AUD3 each seal begins where the one before it ended, and begins with itself': sql`select s.number from (select number, first_index, size, lag(size, 1, 0::bigint) over (order by number) as before, lag(number, 1, 0::bigint) over (order by number) as earlier from audit.seal) s
    where s.first_index <> s.before or s.number <> s.earlier + 1 or not exists (select from audit.leaf l where l.index = s.first_index and l.source = 'audit.seal' and l.row_id = s.number::text)
    union all select s.number from audit.seal s where s.size > (select coalesce(max(index) + 1, 0) from audit.leaf)`,
  'AUD3 nothing that happened before the last seal is left out of it': sql`select e.id from dossiers.event e where e.transaction_id < ${horizon} and not exists (select from audit.leaf l where l.source = 'dossiers.event' and l.row_sequence = e.sequence)
    union all select f.id from platform.fact f where f.transaction_id < ${horizon} and not exists (select from audit.leaf l where l.source = 'platform.fact' and l.row_sequence = f.sequence)`,
  'AUD3 what was sealed is still there': sql`select l.row_id from audit.leaf l where l.source = 'dossiers.event' and not exists (select from dossiers.event e where e.sequence = l.row_sequence and e.id::text = l.row_id)
    union all select l.row_id from audit.leaf l where l.source = 'platform.fact' and not exists (select from platform.fact f where f.sequence = l.row_sequence and f.id::text = l.row_id)
    union all select l.row_id from audit.leaf l where l.source = 'audit.seal' and not exists (select from audit.seal s where s.number = l.row_sequence and s.number::text = l.row_id)`,
  'AUD3 a witness signed a seal that stands here': sql`select c.seal_number from audit.cosignature c where not exists (select from audit.seal s where s.number = c.seal_number)`,
  'AUD3 a stamp is of a seal that stands here, and not older than it': sql`select p.seal_number from audit.stamp p where not exists (select from audit.seal s where s.number = p.seal_number and p.stamped_at >= s.sealed_at - interval '1 minute')`,
  'AUD5 the application can neither change nor delete the log, and no guard of it is off': sql`select table_name::text from information_schema.role_table_grants
      where grantee = 'toantrinh_app' and table_schema = 'audit' and privilege_type not in ('SELECT', 'INSERT')
    union all select t.name from (values ('leaf'), ('node'), ('seal'), ('cosignature'), ('stamp')) t(name)
      where not exists (select from pg_trigger g where g.tgrelid = ('audit.' || t.name)::regclass and g.tgname = 'append_only' and g.tgenabled = 'O')`,
}
