/** The last day of a supplement — hạn bổ sung: named on Mẫu 02 and on the dossier's page, reminded of once in time. When it has passed nothing ends by itself. */
import { CalendarNotLoaded, type DueDate, dueDate, getProcedure, supplementReminderOn, TERM_REACH_DAYS } from '../../../catalogue/index.ts'
import { getCalendar, holdCalendar } from '../../../capabilities/calendars/index.ts'
import { addDays, instantAt, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { listSupplementRequests, listUnremindedIds, type SupplementRequest } from '../../store/asking/requests.ts'
import { appendLastDay } from '../../store/due-dates.ts'
import { appendEvent, type Dossier, hasEvent } from '../../store/dossiers.ts'
import { holdOnly } from '../step.ts'

/** The hour at which the sweep runs, before offices open. */
const SWEEP_AT = '07:00'

/** Until when a request is to be answered; undefined for what we lost ourselves, and past the last loaded year. */
export async function lastDayOf(work: Work, dossier: Dossier, request: Pick<SupplementRequest, 'askedBy' | 'askedAt'>): Promise<DueDate | undefined> {
  if (request.askedBy === null) return undefined
  try {
    const calendar = await getCalendar(work, dossier.authorityProvince, localDateAt(request.askedAt))
    return dueDate(getProcedure(dossier.procedure, dossier.procedureVersion), 'supplement-wait', request.askedAt, calendar)
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return undefined
    throw error
  }
}

/** The request that waits for its answer, and its last day: the one that was told, unless a changed calendar moves it on. What was promised on paper is never taken back. */
export async function openRequestOf(work: Work, dossier: Dossier): Promise<{ readonly request: SupplementRequest; readonly last: DueDate } | undefined> {
  const request = (await listSupplementRequests(work, dossier)).find((one) => one.answeredAt === null)
  const last = request && (await lastDayOf(work, dossier, request))
  if (!last) return undefined
  const told = dossier.supplementDueAt
  return { request, last: told && told > last.dueAt ? { ...last, dueAt: told, dueOn: localDateAt(told) } : last }
}

/** Until when the open request is to be answered; undefined where none is, or nobody can say. */
export async function lastDayToSupplement(work: Work, dossier: Dossier): Promise<DueDate | undefined> {
  return dossier.status === 'supplementing' ? (await openRequestOf(work, dossier))?.last : undefined
}

/** Each morning: every open request that nobody was reminded of, or whose last day nobody could count, in a job of its own. */
export async function sweepSupplements(work: Work): Promise<void> {
  work.schedule('dossiers.supplements', 'daily', {}, instantAt(addDays(work.today, 1), SWEEP_AT))
  for (const dossierId of await listUnremindedIds(work, instantAt(addDays(work.today, -TERM_REACH_DAYS)))) work.enqueue('dossiers.remind-supplement', { dossierId })
}

/** Counts the last day where that could not be done before. Reminds once, from some working days before the last day until that day; repeating it changes nothing. */
export async function remindOfSupplement(work: Work, dossierId: string): Promise<void> {
  await holdCalendar(work)
  const { dossier } = await holdOnly(work, dossierId)
  if (dossier.status !== 'supplementing') return
  const open = await openRequestOf(work, dossier)
  if (!open) return
  const { request, last } = open
  // Asked before the next year was loaded, or before last days were kept.
  if (dossier.supplementDueAt === null) {
    appendLastDay(work, dossierId, last.dueAt)
    appendEvent(work, dossier, { kind: 'supplement-counted', from: null, to: null, details: { requestId: request.id, newDueOn: last.dueOn, counted: last.counted.join(' ') } })
  }
  if (await hasEvent(work, dossierId, 'supplement-reminded', { requestId: request.id })) return
  const remindOn = last.counted.at(-1 - supplementReminderOn(work.today).value) ?? last.startOn
  if (work.today < remindOn || work.today > last.dueOn) return
  appendEvent(work, dossier, { kind: 'supplement-reminded', from: null, to: null, details: { requestId: request.id, lastOn: last.dueOn } })
  work.announce('dossier.supplement-reminded', { dossierId, requestId: request.id }, dossier.personId)
}
