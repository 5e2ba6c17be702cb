import { sql } from '../../platform/db/sql.ts'
import type { Work } from '../../platform/work.ts'

/**
 * Which certificates some dossier rests on, and since when: that fact and nothing of the dossier, for the clinic that gave them (L1).
 * @param certificateIds ids in the register of health certificates
 */
export async function findTakenUp(work: Work, certificateIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await work.db.many<{ id: string; since: Date }>(sql`select evidence ->> 'certificateId' as id, min(changed_at) as since from dossiers.requirement
    where kind = 'health-certificate' and state = 'met' and evidence ->> 'certificateId' = any(${[...certificateIds]}) group by 1`)
  return new Map(rows.map((row) => [row.id, row.since]))
}

/** The certificates that dossiers of a province came to rest on since an instant: what its people waited for. At most 20,000. */
export async function listCertificatesOf(work: Work, provinceCode: string, since: Date): Promise<string[]> {
  const rows = await work.db.many<{ id: string }>(sql`select distinct r.evidence ->> 'certificateId' as id from dossiers.requirement r join dossiers.dossier d on d.id = r.dossier_id
    where d.authority_province = ${provinceCode} and r.kind = 'health-certificate' and r.state = 'met' and r.evidence ->> 'certificateId' is not null and r.changed_at > ${since} limit 20000`)
  return rows.map((row) => row.id)
}
