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
