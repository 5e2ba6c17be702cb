/** Which dossiers are prepared for a decision by one press, and which were drawn for full appraisal. */
import type { StraightCheck } from '../../../catalogue/index.ts'
import { sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'

export interface CheckAnswer {
  readonly check: StraightCheck
  readonly passed: boolean
}

/** How a dossier stands to the lane's rules. */
export interface StraightThrough {
  readonly dossierId: string
  /** Version of the rules it was judged by. */
  readonly rules: string
  readonly passes: boolean
  readonly checks: readonly CheckAnswer[]
  readonly judgedAt: Date
  /** For full appraisal; decided once, at the first passing. */
  readonly drawn: boolean
  readonly perMille: number
  readonly drawnAt: Date
}

const columns = sql`s.dossier_id as "dossierId", s.rules, s.passes, s.checks, s.judged_at as "judgedAt", s.drawn, s.per_mille as "perMille", s.drawn_at as "drawnAt"`

export async function findStraight(work: Work, dossierId: string): Promise<StraightThrough | undefined> {
  return work.db.maybe(sql`select ${columns} from dossiers.straight_through s where s.dossier_id = ${dossierId}`)
}

/** A first passing draws; a later judgement changes only how the checks stand. */
export async function saveStraight(work: Work, s: Omit<StraightThrough, 'judgedAt' | 'drawnAt'>): Promise<void> {
  await work.db.run(sql`insert into dossiers.straight_through (dossier_id, rules, passes, checks, judged_at, drawn, per_mille, drawn_at)
    values (${s.dossierId}, ${s.rules}, ${s.passes}, ${JSON.stringify(s.checks)}::jsonb, ${work.now}, ${s.drawn}, ${s.perMille}, ${work.now})
    on conflict (dossier_id) do update set rules = excluded.rules, passes = excluded.passes, checks = excluded.checks, judged_at = excluded.judged_at
    where (dossiers.straight_through.rules, dossiers.straight_through.passes, dossiers.straight_through.checks) is distinct from (excluded.rules, excluded.passes, excluded.checks)`)
}

/** Dossiers of a province that an officer may decide by one press now: passing, not drawn, held by nobody else. */
export async function listOnePress(work: Work, provinceCode: string, staffId: string, most: number): Promise<StraightThrough[]> {
  return work.db.many(sql`select ${columns} from dossiers.straight_through s join dossiers.dossier d on d.id = s.dossier_id
    where s.passes and not s.drawn and d.authority_province = ${provinceCode} and d.closed_at is null and d.turn = 'officer' and d.status in ('filed', 'accepted')
      and (d.claimed_by is null or d.claimed_by = ${staffId} or d.claimed_until <= ${work.now})
    order by d.due_at nulls last, d.filed_at limit ${most}`)
}

/** A dossier drawn for full appraisal, and how far that is. */
export interface Drawn {
  readonly dossierId: string
  readonly drawnAt: Date
  readonly perMille: number
  /** Who prepared the decision; null until somebody has. */
  readonly preparedBy: string | null
  readonly preparedAt: Date | null
  /** When whoever prepared it had last opened it before. */
  readonly openedAt: Date | null
}

/** What was drawn in a province since a day, newest first. */
export async function listDrawn(work: Work, provinceCode: string, since: LocalDate, most: number): Promise<Drawn[]> {
  return work.db.many(sql`select s.dossier_id as "dossierId", s.drawn_at as "drawnAt", s.per_mille as "perMille", c.prepared_by as "preparedBy", c.prepared_at as "preparedAt",
      (select max(e.at) from dossiers.event e where e.dossier_id = s.dossier_id and e.kind = 'read' and e.actor_id = c.prepared_by::text and e.at <= c.prepared_at) as "openedAt"
    from dossiers.straight_through s join dossiers.dossier d on d.id = s.dossier_id left join dossiers.decision c on c.dossier_id = s.dossier_id
    where s.drawn and d.authority_province = ${provinceCode} and s.drawn_at >= ${since}::date order by s.drawn_at desc limit ${most}`)
}
