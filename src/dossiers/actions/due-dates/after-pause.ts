/** The clock stood while a supplement was awaited and runs again: the date that stands moves in the same transaction, by an event that says why (C2, TIM2, TIM4). */
import { CalendarNotLoaded, type DueDate, dueDate, getProcedure, type Pause } from '../../../catalogue/index.ts'
import { type CalendarChange, findEntry, getCalendar } from '../../../capabilities/calendars/index.ts'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { findApology } from '../../store/decisions.ts'
import { appendNewPromise, listPauses } from '../../store/due-dates.ts'
import { appendEvent, type Dossier, type DossierChange } from '../../store/dossiers.ts'
import { listUnfinishedChanges } from '../../store/recounts.ts'
import { listWaits } from '../../store/worklists/events.ts'
import { apologiseIfDueNear } from '../when-silent/apologise.ts'
import { reasonOf, unlessUnknown } from './count-anew.ts'

/** The date of a dossier as if the wait that lasts ended now; undefined where none is counted or no clock stands. */
export interface AfterPause {
  /** What stood until now: the appointed date, or the new one of an apology. */
  readonly stood: Date
  readonly apologised: boolean
  /** What would stand without this wait: another date where a changed calendar is still on its way to the dossier. */
  readonly without: DueDate | null
  /** Null where the calendar does not reach so far. */
  readonly due: DueDate | null
  /** The term of the transfer while it is not kept. */
  readonly transfer: DueDate | null
}

/** When the result would be due if what is awaited came now. */
export async function dueIfAnsweredNow(work: Work, dossier: Dossier): Promise<AfterPause | undefined> {
  if (!dossier.acceptedAt || !dossier.dueAt) return undefined
  // As its page tells the ledger: asked once for both.
  const open = (await listWaits(work, dossier.id)).find(({ pauses, toAt }) => pauses && toAt === null)?.fromAt
  if (!open) return undefined
  const apology = await findApology(work, dossier.id)
  const beganAt = apology?.promisedAt ?? dossier.acceptedAt
  return { stood: apology?.newDueAt ?? dossier.dueAt, apologised: apology !== undefined, ...(await counted(work, dossier, beganAt, await listPauses(work, dossier.id), { from: open, to: work.now })) }
}

async function counted(work: Work, dossier: Dossier, beganAt: Date, ended: readonly Pause[], last: Pause): Promise<Pick<AfterPause, 'without' | 'due' | 'transfer'>> {
  try {
    const acceptedAt = dossier.acceptedAt ?? beganAt
    const calendar = await getCalendar(work, dossier.authorityProvince, localDateAt(acceptedAt))
    const count = (term: 'decision' | 'transfer', from: Date, pauses: readonly Pause[]) => unlessUnknown(() => dueDate(getProcedure(dossier.procedure, dossier.procedureVersion), term, from, calendar, pauses)) ?? null
    const runs = dossier.transferDueAt !== null && dossier.transferKeptAt === null
    return { without: count('decision', beganAt, ended), due: count('decision', beganAt, [...ended, last]), transfer: runs ? count('transfer', acceptedAt, [...ended, last]) : null }
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return { without: null, due: null, transfer: null }
    throw error
  }
}

/** Writes the moved date of a held dossier whose supplement has come. The calendar is held. @returns what changes in its row with the step */
export async function moveAfterPause(work: Work, dossier: Dossier, requestId: string): Promise<Moved> {
  const { moved, newDueAt, isStanding } = await move(work, dossier, requestId)
  if (!newDueAt) return moved
  work.announce('dossier.clock-resumed', { dossierId: dossier.id }, dossier.personId)
  if (isStanding) apologiseIfDueNear(work, dossier.id, newDueAt)
  return moved
}

/** The same for one that ends without its supplement: it is judged by the moved date, and nobody is promised it any more. */
export async function moveBeforeEnd(work: Work, dossier: Dossier, requestId: string): Promise<Moved> {
  return (await move(work, dossier, requestId)).moved
}

type Moved = Pick<DossierChange, 'dueAt' | 'transferDueAt'>

/** @returns with a new date whether it is the dossier's own or that of its apology */
async function move(work: Work, dossier: Dossier, requestId: string): Promise<{ readonly moved: Moved; readonly newDueAt?: Date; readonly isStanding?: boolean }> {
  const after = await dueIfAnsweredNow(work, dossier)
  if (!after) return { moved: {} }
  const { stood, apologised, without, due, transfer } = after
  // What did not stand still moves nothing; a changed calendar that is on its way comes with an event of its own.
  if (due !== null && due.dueAt.getTime() === without?.dueAt.getTime()) return { moved: {} }
  const { transferDueAt } = dossier
  const passedOn = transfer && transferDueAt && transfer.dueAt.getTime() !== transferDueAt.getTime() ? transfer : undefined
  const moved = passedOn ? { transferDueAt: passedOn.dueAt } : {}
  const details = { dueOn: localDateAt(stood), requestId, ...(passedOn && transferDueAt ? { transferDueOn: localDateAt(transferDueAt), newTransferDueOn: passedOn.dueOn } : {}) }
  if (due === null) {
    // Nobody is turned away for want of a calendar: the date is counted when the year is opened.
    appendEvent(work, dossier, { kind: 'resume-clock', from: null, to: null, details: { ...details, uncounted: 'calendar' } })
    await raiseOnce(work, { kind: 'calendar-ends', system: 'own', subjectId: null, details: { day: localDateAt(stood) } })
    return { moved }
  }
  if (due.dueAt.getTime() === stood.getTime()) return { moved: {} }
  const because = without && without.dueAt.getTime() !== stood.getTime() ? await onItsWay(work, dossier.authorityProvince) : {}
  appendEvent(work, dossier, { kind: 'resume-clock', from: null, to: null, details: { ...details, newDueOn: due.dueOn, counted: due.counted.join(' '), ...because } })
  if (apologised) {
    appendNewPromise(work, dossier.id, due.dueAt)
    return { moved, newDueAt: due.dueAt, isStanding: false }
  }
  return { moved: { ...moved, dueAt: due.dueAt }, newDueAt: due.dueAt, isStanding: true }
}

/** The latest change of the calendar of a province that is confirmed and not yet carried to the dossiers: it has a part in what is counted now. */
async function onItsWay(work: Work, province: string): Promise<Partial<ReturnType<typeof reasonOf>>> {
  for (const { entryId, change } of [...(await listUnfinishedChanges(work))].reverse()) {
    const entry = await findEntry(work, entryId)
    if (entry && isChange(change) && (change === 'year-opened' || entry.province === null || entry.province === province)) return reasonOf(entry, change)
  }
  return {}
}

const isChange = (change: string): change is CalendarChange => change === 'confirmed' || change === 'withdrawn' || change === 'year-opened'
