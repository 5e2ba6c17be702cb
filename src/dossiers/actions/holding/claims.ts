/** Who is working on a dossier: a lease everybody can see — nhận xử lý. */
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { mayClaim } from '../../lifecycle.ts'
import { claim, release } from '../../store/decisions.ts'
import { appendEvent, findDossier, lockDossier } from '../../store/dossiers.ts'
import { mayDecide } from '../step.ts'

/** How long a claim holds without being renewed. */
export const CLAIM_MINUTES = 60

/**
 * Takes or renews the claim on a dossier of the own province.
 * @throws Refusal 'dossier-not-found', or the lifecycle's reason why not
 */
export async function claimDossier(work: Work, dossierId: string): Promise<void> {
  const { actor } = work
  if (!(await findDossier(work, dossierId))) throw new Refusal('dossier-not-found')
  // Whoever withdraws or decides at this moment comes first or afterwards, and the answer says which.
  const dossier = await lockDossier(work, dossierId)
  const may = mayClaim(dossier, actor, work.now)
  if (may !== true || actor.kind !== 'staff') throw new Refusal(may === true ? 'wrong-role' : may)
  await mayDecide(work, dossierId)
  if (!(await claim(work, dossierId, actor.staffId, new Date(work.now.getTime() + CLAIM_MINUTES * 60_000)))) throw new Refusal('claimed-by-another')
  if (dossier.claimedBy !== actor.staffId) appendEvent(work, dossier, { kind: 'claim', from: null, to: null })
}

/** Gives a claim back. */
export async function releaseDossier(work: Work, dossierId: string): Promise<void> {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  await release(work, dossierId, work.actor.staffId)
}
