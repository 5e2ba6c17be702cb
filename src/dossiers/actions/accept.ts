/** Acceptance — tiếp nhận: the official number, the appointed date and Mẫu 01. The statutory days begin here. Legal: TT 12/2025/TT-BCA, Điều 21. */
import { authorityOf, dossierNumber, dueDate, getProcedure } from '../../catalogue/index.ts'
import { getCalendar } from '../../capabilities/calendars/index.ts'
import { addDays } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'
import { nextOfDay } from '../store/decisions.ts'
import { hold, step } from './step.ts'

/** @throws Refusal from the table ('requirements-missing' while anything asked by law is not there) */
export async function accept(work: Work, dossierId: string): Promise<void> {
  const held = await hold(work, dossierId, 'accept')
  const { dossier } = held
  const authority = authorityOf(dossier.authorityProvince, work.today)
  const calendar = await getCalendar(work, dossier.authorityProvince, work.today, addDays(work.today, 60))
  const due = dueDate(getProcedure(dossier.procedure, dossier.procedureVersion), 'decision', work.now, calendar)
  if (!due) throw new Error('every procedure has a term for its decision')
  const officialNumber = dossierNumber(authority.agencyCode.value, work.today, await nextOfDay(work, authority.agencyCode.value, work.today))
  step(work, held, 'accept', { change: { officialNumber, acceptedAt: work.now, dueAt: due.dueAt }, details: { officialNumber, dueOn: due.dueOn, counted: due.counted.join(' ') } })
  work.announce('dossier.accepted', { dossierId }, dossier.personId)
}
