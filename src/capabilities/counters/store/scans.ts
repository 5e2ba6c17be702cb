import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

export const scanKinds = ['application', 'health-certificate', 'licence', 'other'] as const
export type ScanKind = (typeof scanKinds)[number]
export type ScanType = 'image/jpeg' | 'image/png' | 'application/pdf'

/** A paper that a clerk scanned in. */
export interface Scan {
  readonly id: string
  readonly visitId: string
  readonly personId: string
  readonly draftId: string
  readonly kind: ScanKind
  readonly fileHash: string
  readonly mediaType: ScanType
  readonly bytes: number
  readonly scannedAt: Date
}

const columns = sql`s.id, s.visit_id as "visitId", s.person_id as "personId", s.draft_id as "draftId", s.kind, s.file_hash as "fileHash", s.media_type as "mediaType", s.bytes, s.scanned_at as "scannedAt"`

/** Keeps a scan; the same file of the same kind is kept once a visit. */
export async function insertScan(work: Work, scan: Omit<Scan, 'id' | 'scannedAt'> & { readonly draftRevision: number; readonly scannedBy: string }): Promise<void> {
  await work.db.run(sql`insert into counters.scan (id, visit_id, person_id, draft_id, kind, file_hash, media_type, bytes, draft_revision, scanned_by, scanned_at)
    values (${newId()}, ${scan.visitId}, ${scan.personId}, ${scan.draftId}, ${scan.kind}, ${scan.fileHash}, ${scan.mediaType}, ${scan.bytes}, ${scan.draftRevision}, ${scan.scannedBy}, ${work.now})
    on conflict (visit_id, draft_id, kind, file_hash) do nothing`)
}

/** What was scanned in for a draft, in the order it came. */
export async function listScans(work: Work, draftId: string): Promise<Scan[]> {
  return work.db.many(sql`select ${columns} from counters.scan s where s.draft_id = ${draftId} order by s.scanned_at, s.id`)
}

/** The signed application that agrees to a draft as it is: scanned in at this very visit, after its last change. */
export async function findSignedPaper(work: Work, visitId: string, draft: { readonly id: string; readonly revision: number }): Promise<Scan | undefined> {
  return work.db.maybe(sql`select ${columns} from counters.scan s where s.visit_id = ${visitId} and s.draft_id = ${draft.id} and s.kind = 'application' and s.draft_revision = ${draft.revision}
    order by s.scanned_at desc, s.id desc limit 1`)
}

export async function findScan(work: Work, id: string): Promise<Scan | undefined> {
  return work.db.maybe(sql`select ${columns} from counters.scan s where s.id = ${id}`)
}
