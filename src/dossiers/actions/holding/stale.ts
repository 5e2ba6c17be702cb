/** Two officers never overwrite each other: a command says what its page showed, and is not done upon something else (C1). */
import { holdCalendar } from '../../../capabilities/calendars/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { lockDossier } from '../../store/dossiers.ts'
import { type EventRow, listDeeds } from '../../store/worklists/events.ts'

/** What a page showed of a dossier: its revision, and the newest event but for readings. */
export interface ShownState {
  readonly revision: number
  readonly eventId: string
}

/** What others did since an event; all that is known where the event is not. @param events newest first */
export function changesSince(events: readonly EventRow[], eventId: string, staffId: string): EventRow[] {
  const at = events.findIndex(({ id }) => id === eventId)
  return (at === -1 ? events : events.slice(0, at)).filter((event) => event.kind !== 'read' && event.actorId !== staffId)
}

/**
 * Locks a dossier (and before it the calendar, by which the step may count) and compares it with what the page showed. What the same officer did in between is theirs; what a source answered is judged anew
 * by the verbs that rest on it, so it stands in the way of the others alone.
 * @param judgesAnew the verb looks at every requirement again by itself
 * @throws Refusal 'changed-meanwhile'
 */
export async function refuseStale(work: Work, dossierId: string, shown: ShownState, judgesAnew: boolean): Promise<void> {
  const { actor } = work
  if (actor.kind !== 'staff') return
  await holdCalendar(work)
  const { revision } = await lockDossier(work, dossierId)
  if (revision === shown.revision) return
  const changes = changesSince(await listDeeds(work, dossierId), shown.eventId, actor.staffId)
  if (changes.some((event) => !judgesAnew || event.actorKind !== 'system')) throw new Refusal('changed-meanwhile')
}
