/** Opening and ending a visit: what a clerk may see, and how long. */
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { findOpenVisit, findVisit, insertVisit, lockOpenVisit, lockVisit, saveEnd, saveFiled, saveSeen, saveWay } from '../store/visits.ts'
import { endConsents } from '../store/consents.ts'
import { type FilingWay, idleEnd, isLive, type Visit, type VisitEnd } from '../visit.ts'

const SEEN_EVERY_MS = 60_000

/** The clerk who acts, at their point. @throws Refusal 'wrong-role' */
export function clerkOf(work: Work): { readonly staffId: string; readonly personId: string; readonly officeCode: string } {
  const { actor } = work
  if (actor.kind !== 'staff' || actor.role !== 'clerk' || actor.officeCode === null) throw new Refusal('wrong-role')
  return { staffId: actor.staffId, personId: actor.personId, officeCode: actor.officeCode }
}

/**
 * Opens a visit of a person whose card was shown. A clerk has one person before them: an earlier visit that was left open ends.
 * @returns the visit's id; that of the visit under way when it is of the same person
 * @throws Refusal 'own-dossier' when the clerk is the person
 */
export async function openVisit(work: Work, of: { readonly personId: string; readonly identifiedBy: 'scan' | 'typed' }): Promise<string> {
  const clerk = clerkOf(work)
  if (clerk.personId === of.personId) throw new Refusal('own-dossier')
  const before = await lockOpenVisit(work, clerk.staffId)
  if (before && before.personId === of.personId && before.dossierId === null && isLive(before, work.now)) return before.id
  if (before) await end(work, before, isLive(before, work.now) ? 'closed' : 'idle')
  const visitId = await insertVisit(work, { officeCode: clerk.officeCode, staffId: clerk.staffId, ...of })
  work.announce('visit.opened', { visitId, officeCode: clerk.officeCode, identifiedBy: of.identifiedBy }, of.personId)
  work.schedule('counters.end-idle', visitId, { visitId }, idleEnd({ seenAt: work.now }))
  return visitId
}

/** A clerk's own visit, open or over; somebody else's and one that never was are both absent. */
export async function findOwnVisit(work: Work, visitId: string): Promise<Visit | undefined> {
  const { actor } = work
  const visit = await findVisit(work, visitId)
  return visit && actor.kind === 'staff' && visit.staffId === actor.staffId ? visit : undefined
}

/** A clerk's own visit while it is open. */
export async function findLiveVisit(work: Work, visitId: string): Promise<Visit | undefined> {
  const visit = await findOwnVisit(work, visitId)
  return visit && isLive(visit, work.now) ? visit : undefined
}

/** The person who sits before a clerk now. */
export async function findPresentVisit(work: Work): Promise<Visit | undefined> {
  const open = await findOpenVisit(work, clerkOf(work).staffId)
  return open && isLive(open, work.now) ? open : undefined
}

/** Whether a visit was looked at so long ago that it has to be noted. */
export function needsNoting(visit: Pick<Visit, 'seenAt'>, now: Date): boolean {
  return now.getTime() - visit.seenAt.getTime() > SEEN_EVERY_MS
}

/** Notes that the clerk is at it: the visit ends only after half an hour without that. */
export async function noteSeen(work: Work, visitId: string): Promise<void> {
  await saveSeen(work, visitId)
  work.schedule('counters.end-idle', visitId, { visitId }, idleEnd({ seenAt: work.now }))
}

/** Holds a clerk's own open visit for a command. @throws Refusal 'visit-over' */
export async function holdVisit(work: Work, visitId: string): Promise<Visit> {
  const clerk = clerkOf(work)
  const found = await findVisit(work, visitId)
  const visit = found && (await lockVisit(work, visitId))
  if (!visit || visit.staffId !== clerk.staffId || visit.officeCode !== clerk.officeCode || !isLive(visit, work.now)) throw new Refusal('visit-over')
  await noteSeen(work, visitId)
  return visit
}

/** What is filed in this visit, and by which way; another way takes back what was agreed to. @throws Refusal 'visit-over', 'already-filed' */
export async function chooseFiling(work: Work, visitId: string, filing: { readonly way: FilingWay; readonly draftId: string }): Promise<void> {
  const visit = await holdVisit(work, visitId)
  if (visit.dossierId) throw new Refusal('already-filed')
  if (visit.way !== filing.way || visit.draftId !== filing.draftId) await endConsents(work, visitId)
  await saveWay(work, visitId, filing)
}

/** The dossier is filed: the visit shows its receipt until the clerk ends it. */
export async function noteFiled(work: Work, visitId: string, dossierId: string): Promise<void> {
  await holdVisit(work, visitId)
  await saveFiled(work, visitId, dossierId)
}

/** The clerk says good-bye. Ending twice changes nothing. @throws Refusal 'visit-not-found' when it is nobody's or somebody else's */
export async function endVisit(work: Work, visitId: string): Promise<void> {
  clerkOf(work)
  if (!(await findOwnVisit(work, visitId))) throw new Refusal('visit-not-found')
  await end(work, await lockVisit(work, visitId), 'closed')
}

/** Ends a visit that nobody has touched; one that was touched meanwhile goes on. */
export async function endIdleVisit(work: Work, visitId: string): Promise<void> {
  const visit = await lockVisit(work, visitId)
  if (visit.endedAt === null && !isLive(visit, work.now)) await end(work, visit, 'idle')
}

async function end(work: Work, visit: Visit, why: Exclude<VisitEnd, 'filed'>): Promise<void> {
  if (visit.endedAt) return
  const endedAs = visit.dossierId ? 'filed' : why
  // What was agreed to and not filed is agreed to no longer.
  if (!visit.dossierId) await endConsents(work, visit.id)
  await saveEnd(work, visit.id, endedAs)
  work.unschedule('counters.end-idle', visit.id)
  work.announce('visit.ended', { visitId: visit.id, endedAs }, visit.personId)
}
