/** Acceptance — tiếp nhận: the official number, the appointed date and Mẫu 01. The statutory days begin here. Legal: TT 12/2025/TT-BCA, Điều 21. */
import { authorityOf, CalendarNotLoaded, type DueDate, dossierNumber, dueDate, getProcedure, TERM_REACH_DAYS } from '../../../catalogue/index.ts'
import { getCalendar, holdCalendar } from '../../../capabilities/calendars/index.ts'
import { addDays } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { nextOfDay } from '../../store/decisions.ts'
import type { Dossier } from '../../store/dossiers.ts'
import { hold, step } from '../step.ts'

/** @throws Refusal from the table ('requirements-missing' while anything asked by law is not there), 'calendar-not-loaded' where nobody can say yet when the result is due */
export async function accept(work: Work, dossierId: string): Promise<void> {
  await holdCalendar(work)
  const held = await hold(work, dossierId, 'accept')
  const { dossier } = held
  const authority = authorityOf(dossier.authorityProvince, work.today)
  const { due, transfer } = await termsFrom(work, dossier)
  const officialNumber = dossierNumber(authority.agencyCode.value, work.today, await nextOfDay(work, authority.agencyCode.value, work.today))
  step(work, held, 'accept', { change: { officialNumber, acceptedAt: work.now, dueAt: due.dueAt, ...(transfer ? { transferDueAt: transfer.dueAt } : {}) }, details: { officialNumber, dueOn: due.dueOn, counted: due.counted.join(' '), ...(transfer ? { transferDueOn: transfer.dueOn } : {}) } })
  work.announce('dossier.accepted', { dossierId }, dossier.personId)
}

/** The third answer beside a date and no term: past the last loaded year nothing is guessed. */
async function termsFrom(work: Work, dossier: Dossier): Promise<{ due: DueDate; transfer: DueDate | undefined }> {
  try {
    const calendar = await getCalendar(work, dossier.authorityProvince, work.today, addDays(work.today, TERM_REACH_DAYS))
    const procedure = getProcedure(dossier.procedure, dossier.procedureVersion)
    const due = dueDate(procedure, 'decision', work.now, calendar)
    if (!due) throw new Error('every procedure has a term for its decision')
    return { due, transfer: dueDate(procedure, 'transfer', work.now, calendar) }
  } catch (error) {
    if (error instanceof CalendarNotLoaded) throw new Refusal('calendar-not-loaded', { on: error.on })
    throw error
  }
}
