/** Who is working on a dossier: a lease everybody can see — nhận xử lý. */
import { findAbsence, isSamePerson, listCovered } from '../../../capabilities/identity/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { mayClaim } from '../../lifecycle.ts'
import { release } from '../../store/decisions.ts'
import { appendEvent, type Dossier, findDossier, lockDossier } from '../../store/dossiers.ts'
import { appendTransfer, assign } from '../../store/worklists/transfers.ts'
import { hasHelped } from '../step.ts'

/** How long a claim holds without being renewed. */
export const CLAIM_MINUTES = 60

/** When a lease ends that begins now. */
export function leaseEnd(work: Work): Date {
  return new Date(work.now.getTime() + CLAIM_MINUTES * 60_000)
}

/** A dossier as whoever covers for an absent colleague finds it: what the colleague holds is free to them. */
export function asCovered<T extends Pick<Dossier, 'claimedBy'>>(dossier: T, covered: readonly string[]): T {
  return dossier.claimedBy !== null && covered.includes(dossier.claimedBy) ? { ...dossier, claimedBy: null } : dossier
}

/** Whether the actor may take or renew the claim on a dossier as it is read: what the buttons, the look at many and the claim itself say. @returns true, or a code */
export async function mayTake(work: Work, dossier: Dossier): Promise<true | string> {
  const { actor } = work
  if (actor.kind !== 'staff') return 'wrong-role'
  const isAnothers = dossier.claimedBy !== null && dossier.claimedBy !== actor.staffId
  const may = mayClaim(asCovered(dossier, isAnothers ? await listCovered(work, actor.staffId) : []), actor, work.now)
  if (may !== true) return may
  if (await hasHelped(work, dossier.id, actor.staffId)) return 'helped-by-you'
  return (await findAbsence(work, actor.staffId, work.today)) ? 'you-are-away' : true
}

/**
 * Takes or renews the claim on a dossier of the own province. What another let lapse, or left to be covered, is taken in the open: the
 * event says from whom, and they are told.
 * @throws Refusal 'dossier-not-found', or what `mayTake` says
 */
export async function claimDossier(work: Work, dossierId: string): Promise<void> {
  const { actor } = work
  if (!(await findDossier(work, dossierId))) throw new Refusal('dossier-not-found')
  // Whoever withdraws or decides at this moment comes first or afterwards, and the answer says which.
  const dossier = await lockDossier(work, dossierId)
  const may = await mayTake(work, dossier)
  if (may !== true || actor.kind !== 'staff') throw new Refusal(may === true ? 'wrong-role' : may)
  const former = dossier.claimedBy
  await assign(work, dossierId, actor.staffId, leaseEnd(work))
  if (former === actor.staffId) return
  const kind = former !== null && (await listCovered(work, actor.staffId)).includes(former) ? 'cover' : 'lease-ended'
  appendEvent(work, dossier, { kind: 'claim', from: null, to: null, ...(former === null ? {} : { details: { fromStaffId: former, because: kind } }) })
  if (former !== null && !(await isSamePerson(work, former, actor.staffId))) appendTransfer(work, { dossierId, kind, fromStaff: former, toStaff: actor.staffId, byStaff: actor.staffId, note: '' })
}

/**
 * A claim that ran out while its holder was at work, and that nobody took, goes on with the command that comes late. Whoever took it
 * meanwhile keeps it.
 * @throws Refusal what claiming says
 */
export async function keepClaim(work: Work, dossierId: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (dossier && hasRunOut(work, dossier)) await claimDossier(work, dossierId)
}

/** Whether the actor held a dossier last and the time for it is over. */
export function hasRunOut({ actor, now }: Pick<Work, 'actor' | 'now'>, { claimedBy, claimedUntil }: Pick<Dossier, 'claimedBy' | 'claimedUntil'>): boolean {
  return actor.kind === 'staff' && claimedBy === actor.staffId && claimedUntil !== null && claimedUntil <= now
}

/** Gives a claim back. */
export async function releaseDossier(work: Work, dossierId: string): Promise<void> {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  await release(work, dossierId, work.actor.staffId)
}
