/** SQL of absences: who is away from when to when, and who covers. */
import { sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { newId } from '../../../platform/values/ids.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'

export interface Absence {
  readonly id: string
  readonly staffId: string
  readonly coverId: string
  readonly fromOn: LocalDate
  /** The last day away. */
  readonly toOn: LocalDate
  readonly enteredBy: string
  readonly enteredAt: Date
  /** Who ended it early; null unless somebody did. */
  readonly endedBy: string | null
}

const columns = sql`a.id, a.staff_id as "staffId", a.cover_id as "coverId", a.from_on as "fromOn", a.to_on as "toOn", a.entered_by as "enteredBy", a.entered_at as "enteredAt", a.ended_by as "endedBy"`

/** Who is away now or later in a province. */
export async function listAbsences(work: Work, provinceCode: string): Promise<Absence[]> {
  return work.db.many(sql`select ${columns} from identity.absence a join identity.staff s on s.id = a.staff_id
    where s.province_code = ${provinceCode} and a.ended_at is null and a.to_on >= ${work.today} order by a.from_on, a.id limit 200`)
}

/** Somebody's absence on a day. */
export async function findAbsence(work: Work, staffId: string, on: LocalDate): Promise<Absence | undefined> {
  return work.db.maybe(sql`select ${columns} from identity.absence a where a.staff_id = ${staffId} and a.ended_at is null and ${on}::date between a.from_on and a.to_on order by a.entered_at desc limit 1`)
}

/** Those whose dossiers are somebody's today as well. */
export async function listCovered(work: Work, coverId: string): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select distinct staff_id as id from identity.absence where cover_id = ${coverId} and ended_at is null and ${work.today}::date between from_on and to_on`)).map(({ id }) => id)
}

/** An absence, whether it has ended or not, and where. */
export async function findAbsenceById(work: Work, id: string): Promise<(Absence & { readonly provinceCode: string }) | undefined> {
  return work.db.maybe(sql`select ${columns}, s.province_code as "provinceCode" from identity.absence a join identity.staff s on s.id = a.staff_id where a.id = ${id}`)
}

/** Who of two is away within a span. Two who cover each other would both be away: whoever enters comes one after the other. */
export async function lockAway(work: Work, two: readonly [string, string], span: Pick<Absence, 'fromOn' | 'toOn'>): Promise<Absence[]> {
  await work.db.run(sql`select pg_advisory_xact_lock(hashtextextended('identity.absence', 67))`)
  return work.db.many(sql`select ${columns} from identity.absence a where a.staff_id in (${two[0]}, ${two[1]}) and a.ended_at is null and a.from_on <= ${span.toOn} and a.to_on >= ${span.fromOn}`)
}

/** @returns its id */
export async function insertAbsence(work: Work, asked: Pick<Absence, 'staffId' | 'coverId' | 'fromOn' | 'toOn'>): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into identity.absence (id, staff_id, cover_id, from_on, to_on, entered_by, entered_at)
    values (${id}, ${asked.staffId}, ${asked.coverId}, ${asked.fromOn}, ${asked.toOn}, ${actorId(work.actor)}, ${work.now})`)
  return id
}

/** Ended once; again changes nothing. */
export async function saveAbsenceEnded(work: Work, id: string): Promise<void> {
  await work.db.run(sql`update identity.absence set ended_by = ${actorId(work.actor)}, ended_at = ${work.now} where id = ${id} and ended_at is null`)
}
