/** Who is away from when to when, and who covers — người thay khi vắng. */
import { addDays } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { type Absence, findAbsenceById, insertAbsence, lockAway, saveAbsenceEnded } from '../store/absences.ts'
import { isSamePerson } from '../store/people.ts'
import { type Colleague, listColleagues } from '../store/powers.ts'

/** Longer than a year away is no holiday but the end of a post. */
const MOST_DAYS = 366

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
  const away = await lockAway(work, [staff.id, cover.id], asked)
  const same = away.find((one) => one.staffId === staff.id)
  if (same?.coverId === cover.id && same.fromOn === asked.fromOn && same.toOn === asked.toOn) return same.id
  if (same) throw new Refusal('absence-exists')
  if (away.length > 0) throw new Refusal('absence-cover-away')
  return insertAbsence(work, asked)
}

/** Ends an absence early: back at work. Again changes nothing. @throws Refusal wrong-role, absence-missing */
export async function endAbsence(work: Work, id: string): Promise<void> {
  const absence = isId(id) ? await findAbsenceById(work, id) : undefined
  // To another province it is not there, whatever the role.
  if (!absence || (work.actor.kind === 'staff' && work.actor.provinceCode !== absence.provinceCode)) throw new Refusal('absence-missing')
  mayEnterFor(work, absence.staffId)
  await saveAbsenceEnded(work, id)
}

/** Those a dossier can be given to: the own unit first; who is away comes last and is refused. */
export function inOrder(colleagues: readonly Colleague[], unitId: string | null): Colleague[] {
  const rank = (one: Colleague) => (one.coverId !== null ? 2 : one.unitId === unitId && unitId !== null ? 0 : 1)
  return [...colleagues].sort((a, b) => rank(a) - rank(b))
}
