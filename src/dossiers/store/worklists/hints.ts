/** What several dossiers have in common: a picture, a phone, a helper. Asked as background work, for rows of other provinces count too. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

/** Of other dossiers as little as is needed to count them, and to link those of one's own province. */
export interface Other {
  readonly id: string
  readonly personId: string
  readonly province: string
  readonly number: string
  readonly portraitId: string
}

const other = sql`d.id, d.person_id as "personId", d.authority_province as province, coalesce(d.official_number, d.submission_code) as number, d.portrait_id as "portraitId"`
const MOST = 200

/** Dossiers of other people with one of these portraits. */
export async function listWithPortraits(work: Work, dossierId: string, personId: string, portraitIds: readonly string[]): Promise<Other[]> {
  if (portraitIds.length === 0) return []
  return work.db.many(sql`select ${other} from dossiers.dossier d where d.portrait_id = any(${[...portraitIds]}::uuid[]) and d.id <> ${dossierId} and d.person_id <> ${personId} order by d.filed_at desc limit ${MOST}`)
}

/** Dossiers of other people filed with the same phone since. */
export async function listWithPhone(work: Work, dossierId: string, since: Date): Promise<Other[]> {
  return work.db.many(sql`select ${other} from dossiers.dossier own join dossiers.dossier d on d.phone_index = own.phone_index and d.id <> own.id and d.person_id <> own.person_id and d.filed_at >= ${since}
    where own.id = ${dossierId} order by d.filed_at desc limit ${MOST}`)
}

/** What else the helper of a dossier filed in that stretch. */
export async function listOfHelper(work: Work, dossierId: string, helperId: string, from: Date, to: Date): Promise<Other[]> {
  const filed: Sql = sql`select e.dossier_id from dossiers.event e where e.helper_id = ${helperId} and e.kind = 'submit' and e.at >= ${from} and e.at < ${to}`
  return work.db.many(sql`select ${other} from dossiers.dossier d where d.id in (${filed}) and d.id <> ${dossierId} order by d.filed_at desc limit ${MOST}`)
}
