import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

export type TransferKind = 'give' | 'reassign' | 'lease-ended' | 'cover'

/** A dossier that went from one officer to another, as both are told. */
export interface Transfer {
  readonly id: string
  readonly dossierId: string
  readonly submissionCode: string
  readonly officialNumber: string | null
  readonly kind: TransferKind
  readonly fromStaff: string | null
  readonly toStaff: string
  readonly byStaff: string
  readonly note: string
  readonly at: Date
}

/** Buffers it. */
export function appendTransfer(work: Work, t: Omit<Transfer, 'id' | 'at' | 'submissionCode' | 'officialNumber'>): void {
  work.append(sql`insert into dossiers.transfer (id, dossier_id, kind, from_staff, to_staff, by_staff, note, at)
    values (${newId()}, ${t.dossierId}, ${t.kind}, ${t.fromStaff}, ${t.toStaff}, ${t.byStaff}, ${t.note}, ${work.now})`)
}

/** What somebody has not read yet: what went from their hands by others, and what others gave into them. */
export async function listUntold(work: Work, staffId: string): Promise<Transfer[]> {
  return work.db.many(sql`select t.id, t.dossier_id as "dossierId", d.submission_code as "submissionCode", d.official_number as "officialNumber", t.kind, t.from_staff as "fromStaff", t.to_staff as "toStaff", t.by_staff as "byStaff", t.note, t.at
    from dossiers.transfer t join dossiers.dossier d on d.id = t.dossier_id
    where t.by_staff <> ${staffId} and ((t.from_staff = ${staffId} and t.from_read_at is null) or (t.to_staff = ${staffId} and t.to_read_at is null)) order by t.at desc limit 20`)
}

/** Notes that somebody has read what was told up to an instant: what came since stays. */
export async function saveTold(work: Work, staffId: string, upTo: Date): Promise<void> {
  await work.db.run(sql`update dossiers.transfer set from_read_at = ${work.now} where from_staff = ${staffId} and from_read_at is null and at <= ${upTo}`)
  await work.db.run(sql`update dossiers.transfer set to_read_at = ${work.now} where to_staff = ${staffId} and to_read_at is null and at <= ${upTo}`)
}

/** Puts a dossier into somebody's hands, whoever held it. */
export async function assign(work: Work, dossierId: string, staffId: string, until: Date): Promise<void> {
  await work.db.run(sql`update dossiers.dossier set claimed_by = ${staffId}, claimed_until = ${until} where id = ${dossierId} and closed_at is null`)
}
