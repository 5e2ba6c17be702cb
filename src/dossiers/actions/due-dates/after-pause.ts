/** The clock stood while a supplement was awaited and runs again: the date that stands moves in the same transaction, by an event that says why (C2, TIM2, TIM4). */
import { CalendarNotLoaded, type DueDate, dueDate, getProcedure, type Pause } from '../../../catalogue/index.ts'
import { getCalendar } from '../../../capabilities/calendars/index.ts'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { findApology } from '../../store/decisions.ts'
import { appendNewPromise, findOpenPause, listPauses } from '../../store/due-dates.ts'
import { appendEvent, type Dossier, type DossierChange } from '../../store/dossiers.ts'
import { apologiseIfDueNear } from '../when-silent/apologise.ts'

/** The date of a dossier as if the wait that lasts ended now; undefined where none is counted or no clock stands. */
export interface AfterPause {
  /** What stood until now: the appointed date, or the new one of an apology. */
  readonly stood: Date
  readonly apologised: boolean
  /** Null where the calendar does not reach so far. */
  readonly due: DueDate | null
  /** The term of the transfer while it is not kept. */
  readonly transfer: DueDate | null
}

/** When the result would be due if what is awaited came now. */
export async function dueIfAnsweredNow(work: Work, dossier: Dossier): Promise<AfterPause | undefined> {
  if (!dossier.acceptedAt || !dossier.dueAt) return undefined
  const open = await findOpenPause(work, dossier.id)
  if (!open) return undefined
  const apology = await findApology(work, dossier.id)
  const beganAt = apology?.promisedAt ?? dossier.acceptedAt
  const pauses = [...(await listPauses(work, dossier.id)), { from: open, to: work.now }]
  return { stood: apology?.newDueAt ?? dossier.dueAt, apologised: apology !== undefined, ...(await counted(work, dossier, beganAt, pauses)) }
}

async function counted(work: Work, dossier: Dossier, beganAt: Date, pauses: readonly Pause[]): Promise<Pick<AfterPause, 'due' | 'transfer'>> {
  try {
    const calendar = await getCalendar(work, dossier.authorityProvince, localDateAt(dossier.acceptedAt ?? beganAt))
    const procedure = getProcedure(dossier.procedure, dossier.procedureVersion)
    const runs = dossier.transferDueAt !== null && dossier.transferKeptAt === null
    return { due: dueDate(procedure, 'decision', beganAt, calendar, pauses) ?? null, transfer: (runs && dueDate(procedure, 'transfer', dossier.acceptedAt ?? beganAt, calendar, pauses)) || null }
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return { due: null, transfer: null }
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
  const { stood, apologised, due, transfer } = after
  const moved = transfer ? { transferDueAt: transfer.dueAt } : {}
  const details = { dueOn: localDateAt(stood), requestId }
  if (due === null) {
    // Nobody is turned away for want of a calendar: the date is counted when the year is opened.
    appendEvent(work, dossier, { kind: 'resume-clock', from: null, to: null, details: { ...details, uncounted: 'calendar' } })
    await raiseOnce(work, { kind: 'calendar-ends', system: 'own', subjectId: null, details: { day: localDateAt(stood) } })
    return { moved: {} }
  }
  if (due.dueAt.getTime() === stood.getTime()) return { moved }
  appendEvent(work, dossier, { kind: 'resume-clock', from: null, to: null, details: { ...details, newDueOn: due.dueOn, counted: due.counted.join(' ') } })
  if (apologised) {
    appendNewPromise(work, dossier.id, due.dueAt)
    return { moved, newDueAt: due.dueAt, isStanding: false }
  }
  return { moved: { ...moved, dueAt: due.dueAt }, newDueAt: due.dueAt, isStanding: true }
}
