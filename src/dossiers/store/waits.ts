/** Who is waited for, in sums: for the morning digest of an office and for the figures of the service. Never a person. */
import { pausingCauses } from '../../catalogue/index.ts'
import { sql } from '../../platform/db/sql.ts'
import type { Work } from '../../platform/work.ts'
import { sumOutlook } from '../figures/forecast.ts'
import { limitsSince, type OpenWaits, type PastWaits, type Span, sumOpenWaits, sumOwnerHours } from '../figures/lateness.ts'
import type { Owner } from '../turn.ts'

/** A need that was asked of an outside source and is not answered. */
export interface OpenQuestions {
  readonly kind: string
  readonly owner: Owner
  readonly dossiers: number
  readonly oldestSince: Date
}

export interface ProvinceWaits {
  readonly open: readonly OpenWaits[]
  readonly past: readonly PastWaits[]
  readonly questions: readonly OpenQuestions[]
  readonly overdue: number
  readonly atRisk: number
  /** Accepted, and not passed on within the term of the transfer. */
  readonly notPassedOn: number
}

/**
 * The waits of a province: now, and within a span of time.
 */
export async function sumWaits(work: Work, province: string, span: Span): Promise<ProvinceWaits> {
  const limits = await limitsSince(work, province, work.now)
  const [open, past, questions, due] = await Promise.all([
    sumOpenWaits(work, province, limits), sumOwnerHours(work, province, span),
    work.db.many<OpenQuestions>(sql`select r.kind, r.owner, count(*)::int as dossiers, min(r.changed_at) as "oldestSince"
      from dossiers.requirement r join dossiers.dossier d on d.id = r.dossier_id
      where d.authority_province = ${province} and d.closed_at is null and r.state = 'asked' group by 1, 2 order by 3 desc, 1`),
    sumOutlook(work, province),
  ])
  return { open, past, questions, ...due }
}

/** The provinces with an open dossier. */
export async function listWaitingProvinces(work: Work): Promise<string[]> {
  return (await work.db.many<{ province: string }>(sql`select distinct authority_province as province from dossiers.dossier where closed_at is null order by 1`)).map(({ province }) => province)
}

/** Open dossiers of the whole country by who is waited for, and how many are beyond their date. */
export async function countOpen(work: Work): Promise<{ readonly owners: readonly { readonly owner: Owner; readonly dossiers: number }[]; readonly overdue: number }> {
  const [owners, late] = await Promise.all([
    work.db.many<{ owner: Owner; dossiers: number }>(sql`select turn_owner as owner, count(*)::int as dossiers from dossiers.dossier where closed_at is null group by 1 order by 1`),
    work.db.one<{ n: number }>(sql`select count(*)::int as n from dossiers.dossier where closed_at is null and status in ('supplementing', 'accepted', 'approved') and due_at < ${work.now} and turn_cause <> all(${[...pausingCauses()]}::text[])`),
  ])
  return { owners, overdue: late.n }
}
