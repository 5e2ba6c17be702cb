import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

/** What came of checking a file that somebody brought. The file is gone. */
export interface BroughtCheck {
  readonly id: string
  /** The paper of ours whose signed bytes these are, if any. */
  readonly documentId: string | null
  /** Whether they have every signature that the paper was to have. */
  readonly isWhole: boolean
  readonly signatures: number
  /** Of the file and of its signatures, each once. */
  readonly problems: readonly string[]
  readonly checkedAt: Date
}

export async function saveCheck(work: Work, check: Omit<BroughtCheck, 'checkedAt'>, endsAt: Date): Promise<void> {
  await work.db.run(sql`insert into documents.brought_check (id, document_id, is_whole, signatures, problems, checked_at, ends_at)
    values (${check.id}, ${check.documentId}, ${check.isWhole}, ${check.signatures}, ${[...check.problems]}::text[], ${work.now}, ${endsAt})`)
}

/** Undefined when there is none, or when its time is over. */
export async function findCheck(work: Work, id: string): Promise<BroughtCheck | undefined> {
  return work.db.maybe<BroughtCheck>(sql`select id, document_id as "documentId", is_whole as "isWhole", signatures, problems, checked_at as "checkedAt"
    from documents.brought_check where id = ${id} and ends_at > ${work.now}`)
}

export async function forgetChecks(work: Work): Promise<void> {
  await work.db.run(sql`delete from documents.brought_check where ends_at <= ${work.now}`)
}
