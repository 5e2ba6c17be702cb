/** The term of the notice: within two working days the citizen hears whether the dossier is accepted, or what is missing (C2). */
import { CalendarNotLoaded, dueDate, getProcedure } from '../../../catalogue/index.ts'
import { getCalendar, holdCalendar } from '../../../capabilities/calendars/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { appendNoticeTerm, findWholeSince } from '../../store/due-dates.ts'
import { appendEvent } from '../../store/dossiers.ts'
import { holdOnly } from '../step.ts'

/** Once a filing is whole the days of its notice run; repeating it changes nothing. */
export async function beginNoticeTerm(work: Work, dossierId: string): Promise<void> {
  await holdCalendar(work)
  const { dossier } = await holdOnly(work, dossierId)
  const isWhole = !(dossier.turnOwner === 'citizen' && dossier.turnCause === 'fee')
  if (dossier.status !== 'filed' || dossier.noticeDueAt || dossier.noticeKeptAt || !isWhole) return
  const beganAt = await findWholeSince(work, dossierId)
  try {
    const due = dueDate(getProcedure(dossier.procedure, dossier.procedureVersion), 'notice', beganAt, await getCalendar(work, dossier.authorityProvince, localDateAt(beganAt)))
    if (!due) return
    appendNoticeTerm(work, dossierId, due.dueAt)
    // Counted on another day than it began: nobody could before, and what was unknown until now is told like what moves.
    if (localDateAt(beganAt) < work.today) appendEvent(work, dossier, { kind: 'notice-counted', from: null, to: null, details: { newDueOn: due.dueOn, counted: due.counted.join(' ') } })
  } catch (error) {
    // Past the last loaded year nothing is guessed: it has no date.
    if (!(error instanceof CalendarNotLoaded)) throw error
  }
}
