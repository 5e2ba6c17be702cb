/** Who is away from when to when, and who covers — người thay khi vắng. */
import { sql } from '../../../platform/db/sql.ts'
import { addDays, type LocalDate } from '../../../platform/values/dates.ts'
import { isId, newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'
import { isSamePerson } from '../store.ts'
import { type Colleague, listColleagues } from './store.ts'

export interface Absence {
  readonly id: string
  readonly staffId: string
  readonly coverId: string
  readonly fromOn: LocalDate
  /** The last day away. */
  readonly toOn: LocalDate
  readonly enteredBy: string
  readonly enteredAt: Date
}

/** Longer than a year away is no holiday but the end of a post. */
const MOST_DAYS = 366

const columns = sql`a.id, a.staff_id as "staffId", a.cover_id as "coverId", a.from_on as "fromOn", a.to_on as "toOn", a.entered_by as "enteredBy", a.entered_at as "enteredAt"`

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

/** Own absences are entered by everybody, those of others by their supervisor. @throws Refusal wrong-role */
function mayEnterFor(work: Work, staffId: string): string {
  const { actor } = work
  if (actor.kind !== 'staff' || !(actor.staffId === staffId || actor.role === 'supervisor')) throw new Refusal('wrong-role')
  return actor.provinceCode
}

/**
 * Enters an absence with its cover: a colleague of the same province and role, another person, who is there at that time. The same again
 * changes nothing. @returns its id
 * @throws Refusal wrong-role, absence-span-wrong, absence-nobody, absence-cover-wrong, absence-cover-away, absence-exists
 */
export async function enterAbsence(work: Work, asked: Pick<Absence, 'staffId' | 'coverId' | 'fromOn' | 'toOn'>): Promise<string> {
  const provinceCode = mayEnterFor(work, asked.staffId)
  if (asked.toOn < asked.fromOn || asked.toOn < work.today || asked.toOn > addDays(asked.fromOn, MOST_DAYS)) throw new Refusal('absence-span-wrong')
  const colleagues = await listColleagues(work, provinceCode)
  const staff = colleagues.find(({ id }) => id === asked.staffId)
  if (!staff) throw new Refusal('absence-nobody')
  const cover = colleagues.find(({ id }) => id === asked.coverId)
  if (!cover || cover.role !== staff.role || (await isSamePerson(work, staff.id, cover.id))) throw new Refusal('absence-cover-wrong')
  // Two who cover each other would both be away: whoever enters comes one after the other.
  await work.db.run(sql`select pg_advisory_xact_lock(hashtextextended('identity.absence', 67))`)
  const away = await work.db.many<Absence>(sql`select ${columns} from identity.absence a where a.staff_id in (${staff.id}, ${cover.id}) and a.ended_at is null and a.from_on <= ${asked.toOn} and a.to_on >= ${asked.fromOn}`)
  const same = away.find((one) => one.staffId === staff.id)
  if (same?.coverId === cover.id && same.fromOn === asked.fromOn && same.toOn === asked.toOn) return same.id
  if (same) throw new Refusal('absence-exists')
  if (away.length > 0) throw new Refusal('absence-cover-away')
  const id = newId()
  await work.db.run(sql`insert into identity.absence (id, staff_id, cover_id, from_on, to_on, entered_by, entered_at)
    values (${id}, ${staff.id}, ${cover.id}, ${asked.fromOn}, ${asked.toOn}, ${actorId(work.actor)}, ${work.now})`)
  return id
}

/** Ends an absence early: back at work. Again changes nothing. @throws Refusal wrong-role, absence-missing */
export async function endAbsence(work: Work, id: string): Promise<void> {
  const absence = isId(id) ? await work.db.maybe<Absence & { provinceCode: string }>(sql`select ${columns}, s.province_code as "provinceCode" from identity.absence a join identity.staff s on s.id = a.staff_id where a.id = ${id}`) : undefined
  if (!absence) throw new Refusal('absence-missing')
  if (mayEnterFor(work, absence.staffId) !== absence.provinceCode) throw new Refusal('absence-missing')
  await work.db.run(sql`update identity.absence set ended_by = ${actorId(work.actor)}, ended_at = ${work.now} where id = ${id} and ended_at is null`)
}

/** Those a dossier can be given to: the own unit first; who is away comes last and is refused. */
export function inOrder(colleagues: readonly Colleague[], unitId: string | null): Colleague[] {
  const rank = (one: Colleague) => (one.coverId !== null ? 2 : one.unitId === unitId && unitId !== null ? 0 : 1)
  return [...colleagues].sort((a, b) => rank(a) - rank(b))
}
