/** Puts a database back to how it was: so that one dossier can be led through many orders of the same two commands. */
import type pg from 'pg'

type AsOwner = <R extends pg.QueryResultRow>(text: string) => Promise<R[]>

/** What stays as it is: time, keys, and what names itself anew. */
const KEPT = ['platform.clock', 'platform.process', 'platform.sealing_key', 'graphile_worker._private_tasks', 'graphile_worker._private_known_crontabs', 'graphile_worker.migrations']

/** @returns how to remember the present state, and how to go back to the state remembered last */
export async function openRewind(asOwner: AsOwner): Promise<{ remember(): Promise<void>; goBack(): Promise<void> }> {
  const rows = await asOwner<{ name: string; columns: string }>(`select format('%I.%I', n.nspname, c.relname) as name, string_agg(quote_ident(a.attname), ', ') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'rewind') group by 1 order by 1`)
  const tables = rows.filter(({ name }) => !KEPT.includes(name))
  const copyOf = (table: string) => `rewind."${table}"`
  const back = tables.map(({ name, columns }) => `delete from ${name}; insert into ${name} (${columns}) overriding system value select ${columns} from ${copyOf(name)};`).join('\n')
  return {
    async remember() {
      await asOwner(`drop schema if exists rewind cascade; create schema rewind; ${tables.map(({ name }) => `create table ${copyOf(name)} as table ${name};`).join('\n')}`)
    },
    async goBack() {
      await asOwner(`begin; set local session_replication_role = replica; ${back} commit`)
    },
  }
}
