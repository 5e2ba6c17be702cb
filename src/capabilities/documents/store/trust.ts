import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

export interface TrustRows {
  readonly roots: readonly string[]
  readonly lists: readonly { readonly der: Buffer; readonly nextUpdate: Date; readonly fetchedAt: Date }[]
}

export async function getTrustRows(work: Work): Promise<TrustRows> {
  const roots = await work.db.many<{ pem: string }>(sql`select pem from documents.trust_anchor order by added_at`)
  const lists = await work.db.many<{ der: Buffer; nextUpdate: Date; fetchedAt: Date }>(sql`
    select der, next_update as "nextUpdate", fetched_at as "fetchedAt" from documents.revocation_list order by issuer`)
  return { roots: roots.map((row) => row.pem), lists }
}

export async function saveTrustAnchor(work: Work, fingerprint: string, pem: string, source: 'keys folder' | 'simulated authority'): Promise<void> {
  await work.db.run(sql`insert into documents.trust_anchor (fingerprint, pem, source, added_at) values (${fingerprint}, ${pem}, ${source}, ${work.now}) on conflict do nothing`)
}

export interface RevocationListRow {
  readonly issuer: string
  readonly der: Buffer
  readonly thisUpdate: Date
  readonly nextUpdate: Date
}

/** Keeps the newer of two lists. */
export async function saveRevocationList(work: Work, list: RevocationListRow): Promise<void> {
  await work.db.run(sql`insert into documents.revocation_list (issuer, der, this_update, next_update, fetched_at)
    values (${list.issuer}, ${list.der}, ${list.thisUpdate}, ${list.nextUpdate}, ${work.now})
    on conflict (issuer) do update set der = excluded.der, this_update = excluded.this_update, next_update = excluded.next_update, fetched_at = excluded.fetched_at
    where documents.revocation_list.this_update <= excluded.this_update`)
}
