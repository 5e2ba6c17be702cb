/** The register of dossiers (Mẫu 06): what a province accepted in a period, in the order of acceptance. */
import { sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { type Dossier, dossierColumns } from '../dossiers.ts'

/** What a province accepted from one instant until before another. */
export interface RegisterSpan {
  readonly province: string
  readonly from: Date
  readonly to: Date
}

export async function countRegister(work: Work, { province, from, to }: RegisterSpan): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(*)::int as n from dossiers.dossier where authority_province = ${province} and accepted_at >= ${from} and accepted_at < ${to}`)).n
}

/** Some lines of the register. @param window how many to leave out and how many to read */
export async function listRegister(work: Work, { province, from, to }: RegisterSpan, window: { readonly skip: number; readonly take: number }): Promise<Dossier[]> {
  return work.db.many(sql`select ${dossierColumns} from dossiers.dossier d where d.authority_province = ${province} and d.accepted_at >= ${from} and d.accepted_at < ${to}
    order by d.accepted_at, d.id limit ${window.take} offset ${window.skip}`)
}

/** Lines of the register by their dossiers, in its order. */
export async function listRegisterLines(work: Work, dossierIds: readonly string[]): Promise<Dossier[]> {
  return work.db.many(sql`select ${dossierColumns} from dossiers.dossier d where d.id = any(${dossierIds}::uuid[]) order by d.accepted_at, d.id`)
}

/** One part of the register that was asked for as a paper. */
export interface RegisterExtract {
  readonly id: string
  readonly province: string
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly part: number
  readonly parts: number
  readonly askedBy: string
  readonly askedFor: string
  readonly askedAt: Date
  /** Whose lines are on it, as it was asked for. */
  readonly dossierIds: readonly string[]
  /** The power by which it was taken; null for what was asked before powers were. */
  readonly powerId: string | null
}

const columns = sql`id, province, from_on as "fromOn", to_on as "toOn", part, parts, asked_by as "askedBy", asked_for as "askedFor", asked_at as "askedAt", dossier_ids as "dossierIds", power_id as "powerId"`

/** @returns false when it was asked for already */
export async function insertExtract(work: Work, e: Omit<RegisterExtract, 'askedAt'>): Promise<boolean> {
  return (await work.db.run(sql`insert into dossiers.register_extract (id, province, from_on, to_on, part, parts, asked_by, asked_for, asked_at, dossier_ids, power_id)
    values (${e.id}, ${e.province}, ${e.fromOn}, ${e.toOn}, ${e.part}, ${e.parts}, ${e.askedBy}, ${e.askedFor}, ${work.now}, ${e.dossierIds}::uuid[], ${e.powerId}) on conflict do nothing`)) === 1
}

export async function findExtract(work: Work, id: string): Promise<RegisterExtract | undefined> {
  return work.db.maybe(sql`select ${columns} from dossiers.register_extract where id = ${id}`)
}

/** The last ones of a province, newest first. */
export async function listExtracts(work: Work, province: string): Promise<RegisterExtract[]> {
  return work.db.many(sql`select ${columns} from dossiers.register_extract where province = ${province} order by asked_at desc limit 10`)
}
