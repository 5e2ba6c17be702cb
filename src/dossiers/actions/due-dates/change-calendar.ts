/** The working calendar changes by two people, and two posts of one person are one (TH3). Each change is carried to the open dossiers by a job. */
import { confirmDay, confirmWithdrawal, findEntry, listEntries, openYear } from '../../../capabilities/calendars/index.ts'
import { isSamePerson } from '../../../capabilities/identity/index.ts'
import { actorId } from '../../../platform/values/actor.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'

/** @throws Refusal 'calendar-second-person' */
async function mustBeAnother(work: Work, enteredBy: string | null): Promise<void> {
  const by = actorId(work.actor)
  if (enteredBy !== null && isId(enteredBy) && isId(by) && (await isSamePerson(work, enteredBy, by))) throw new Refusal('calendar-second-person')
}

/** Confirms a day: from now on it counts. @throws what the calendar refuses */
export async function confirmCalendarDay(work: Work, entryId: string): Promise<void> {
  await mustBeAnother(work, (await findEntry(work, entryId))?.enteredBy ?? null)
  await confirmDay(work, entryId)
}

/** Confirms that a day counts no longer. @throws what the calendar refuses */
export async function confirmCalendarWithdrawal(work: Work, entryId: string): Promise<void> {
  await mustBeAnother(work, (await findEntry(work, entryId))?.withdrawalBy ?? null)
  await confirmWithdrawal(work, entryId)
}

/** Opens a year with all its entered days. @throws what the calendar refuses */
export async function openCalendarYear(work: Work, year: number): Promise<void> {
  for (const { enteredBy } of await listEntries(work, year)) await mustBeAnother(work, enteredBy)
  await openYear(work, year)
}
