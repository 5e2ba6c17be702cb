/**
 * The appointed date stands whoever is silent: a day before it is missed the citizen gets an apology with one new date
 * (Mẫu 04). Nothing is extended; who was waited for stays booked in the time ledger. Legal: TT 03/2025/TT-VPCP; once, and
 * at latest a day before (catalogue/time/deadlines.ts).
 */
import { apologyLatestOn, CalendarNotLoaded, type DueDate, dueDate, getProcedure } from '../../../catalogue/index.ts'
import { getCalendar, holdCalendar } from '../../../capabilities/calendars/index.ts'
import { prepare } from '../../../capabilities/documents/index.ts'
import { raiseAlarm, raiseOnce } from '../../../platform/outside/alarms.ts'
import { addDays, instantAt, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { apologyValues } from '../../papers/values.ts'
import { findApology, insertApology, listToApologise } from '../../store/decisions.ts'
import { appendEvent, type Dossier, findDossier, hasEvent } from '../../store/dossiers.ts'
import { listPauses } from '../../store/due-dates.ts'
import { listUnfinishedChanges } from '../../store/recounts.ts'
import { listDeeds } from '../../store/worklists/events.ts'
import { calendarsOf, countAnew } from '../due-dates/count-anew.ts'
import { paperBasis } from '../once-signed/sign.ts'
import { sealOf } from '../papers/seal.ts'
import { signatoryOf, standing, standsFor } from '../papers/standing.ts'
import { holdOnly } from '../step.ts'

/** The hour at which the sweep runs, before offices open. */
const SWEEP_AT = '07:00'

/** What is due before this instant cannot wait for the sweep of tomorrow. */
function nearBefore(work: Work): Date {
  return instantAt(addDays(work.today, 2))
}

/** After a dossier was judged anew: the turn may have left the citizen only now, on the last day or later. */
export function apologiseIfNear(work: Work, dossier: Dossier): void {
  if (dossier.dueAt) apologiseIfDueNear(work, dossier.id, dossier.dueAt)
}

/** The same for a date that has just moved. */
export function apologiseIfDueNear(work: Work, dossierId: string, dueAt: Date): void {
  if (dueAt < nearBefore(work)) work.enqueue('dossiers.apologise', { dossierId })
}

/** Each morning: every dossier that is due tomorrow, or was due, and is not decided gets its apology, or the word that it got none, in a job of its own. */
export async function sweepApologies(work: Work): Promise<void> {
  work.schedule('dossiers.apologies', 'daily', {}, instantAt(addDays(work.today, 1), SWEEP_AT))
  for (const dossierId of await listToApologise(work, nearBefore(work))) work.enqueue('dossiers.apologise', { dossierId })
}

/** Apologises once, or raises an alarm once when it is too late for it; repeating it changes nothing. The new date is as many working days again, counted from the old one (assumed: no rule says how far). */
export async function apologise(work: Work, dossierId: string): Promise<void> {
  await holdCalendar(work)
  const { dossier } = await holdOnly(work, dossierId)
  const { dueAt } = dossier
  // A second supplement, or one for what we lost, is the office's own time: it stops neither clock nor apology.
  const open = dossier.status === 'accepted' || dossier.status === 'approved' || dossier.status === 'supplementing'
  if (!dueAt || !open || dossier.turnOwner === 'citizen' || (await findApology(work, dossierId))) return
  // Asked for while another date stood, which a day off has moved away or is about to: the date that comes of it has its own morning.
  if (dueAt >= nearBefore(work) || (await isAboutToMove(work, dossier, dueAt))) return
  if (work.today > apologyLatestOn(localDateAt(dueAt))) return noteMissed(work, dossier, dueAt)
  const again = await termAgain(work, dossier, dueAt)
  // No date is promised that nobody can count; the sweep of tomorrow asks again.
  if (!again) return raiseOnce(work, { kind: 'calendar-ends', system: 'own', subjectId: null, details: { day: localDateAt(dueAt) } })
  await insertApology(work, { dossierId, promisedAt: dueAt, newDueAt: again.dueAt, owner: dossier.turnOwner, cause: dossier.turnCause })
  appendEvent(work, dossier, { kind: 'apologise', from: null, to: null, details: { dueOn: localDateAt(dueAt), newDueOn: again.dueOn, owner: dossier.turnOwner, counted: again.counted.join(' '), ...standing(await standsFor(work, dossier.authorityProvince, 'apology')) } })
  work.announce('dossier.apologised', { dossierId }, dossier.personId)
  work.enqueue('dossiers.report-status', { dossierId })
}

/** Whether a change of the calendar that is still being carried to the dossiers will move this date; its recount asks for the apology anew. */
async function isAboutToMove(work: Work, dossier: Dossier, dueAt: Date): Promise<boolean> {
  const { acceptedAt: beganAt, authorityProvince: province } = dossier
  if (!beganAt || (await listUnfinishedChanges(work)).length === 0) return false
  const stood = (await listPauses(work, dossier.id)).map(({ from, to }) => [from.toISOString(), to.toISOString()] as const)
  const calendar = (await calendarsOf(work, [{ province, beganAt, dueAt, stood }])).get(province)
  const counted = calendar && countAnew({ ...dossier, beganAt, stood }, calendar)
  return counted ? localDateAt(counted.dueAt) !== localDateAt(dueAt) : false
}

/** As many working days again; undefined past the last loaded year. */
async function termAgain(work: Work, dossier: Dossier, dueAt: Date): Promise<DueDate | undefined> {
  try {
    const calendar = await getCalendar(work, dossier.authorityProvince, localDateAt(dueAt), addDays(localDateAt(dueAt), 60))
    return dueDate(getProcedure(dossier.procedure, dossier.procedureVersion), 'decision', dueAt, calendar)
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return undefined
    throw error
  }
}

/** The law wants the apology a day before: what comes later is for people to put right, and nobody may overlook it. Said once of each date: a date that moves on has its own apology. */
async function noteMissed(work: Work, dossier: Dossier, dueAt: Date): Promise<void> {
  const dueOn = localDateAt(dueAt)
  if (await hasEvent(work, dossier.id, 'apology-missed', { dueOn })) return
  appendEvent(work, dossier, { kind: 'apology-missed', from: null, to: null, details: { dueOn, owner: dossier.turnOwner } })
  raiseAlarm(work, { kind: 'apology-missed', system: 'own', subjectId: dossier.personId, details: { dossierId: dossier.id } })
}

/** Mẫu 04, sealed by the authority; whoever held the power for apologies when it was decided stands for it. */
export async function drawUpApology(work: Work, dossierId: string): Promise<void> {
  const [dossier, apology] = await Promise.all([findDossier(work, dossierId), findApology(work, dossierId)])
  if (!dossier || !apology) return
  const of = { provinceCode: dossier.authorityProvince, on: localDateAt(apology.issuedAt) }
  const event = (await listDeeds(work, dossierId)).find(({ kind }) => kind === 'apologise')
  const values = apologyValues(await paperBasis(work, dossier), apology, await signatoryOf(work, event?.details['powerId'], of))
  await prepare(work, { kind: 'apology', dossierId, personId: dossier.personId, values, signWith: await sealOf(work, of.provinceCode, of.on) })
}
