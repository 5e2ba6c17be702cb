/** A dossier goes into a named colleague's hands: given by who holds it, or reassigned with a reason by a supervisor — bàn giao. */
import { isStaffPerson, listColleagues } from '../../../capabilities/identity/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { mayGive } from '../../lifecycle.ts'
import { appendEvent, findDossier, lockDossier } from '../../store/dossiers.ts'
import { appendTransfer, assign } from '../../store/worklists/transfers.ts'
import { hasHelped, mayDecide } from '../step.ts'
import { leaseEnd } from './claims.ts'

/** The longest note to a colleague, in characters. */
export const NOTE_MOST = 500

/**
 * Gives a dossier to a colleague of the same province, who sees it as theirs from now on. The same again changes nothing.
 * @param note what the colleague should know; a supervisor's is the reason, and is needed
 * @throws Refusal 'dossier-not-found', the lifecycle's reason why not, 'colleague-unknown', 'colleague-away', 'colleague-own-dossier', 'colleague-helped', 'note-needed'
 */
export async function giveDossier(work: Work, dossierId: string, toStaffId: string, note: string): Promise<void> {
  const { actor } = work
  if (!(await findDossier(work, dossierId))) throw new Refusal('dossier-not-found')
  const dossier = await lockDossier(work, dossierId)
  if (actor.kind === 'staff' && toStaffId !== actor.staffId && dossier.claimedBy === toStaffId && dossier.claimedUntil !== null && dossier.claimedUntil > work.now && actor.provinceCode === dossier.authorityProvince) return
  const may = mayGive(dossier, actor, work.now)
  if (may !== true || actor.kind !== 'staff') throw new Refusal(may === true ? 'wrong-role' : may)
  await mayDecide(work, dossierId)
  const text = note.trim().slice(0, NOTE_MOST)
  const isReassigned = actor.role === 'supervisor'
  if (isReassigned && text === '') throw new Refusal('note-needed')
  const colleague = (await listColleagues(work, dossier.authorityProvince)).find(({ id }) => id === toStaffId)
  if (colleague?.role !== 'appraiser' || colleague.id === actor.staffId) throw new Refusal('colleague-unknown')
  if (colleague.coverId !== null) throw new Refusal('colleague-away')
  if (await isStaffPerson(work, colleague.id, dossier.personId)) throw new Refusal('colleague-own-dossier')
  if (await hasHelped(work, dossierId, colleague.id)) throw new Refusal('colleague-helped')
  const former = dossier.claimedBy === colleague.id ? null : dossier.claimedBy
  await assign(work, dossierId, colleague.id, leaseEnd(work))
  const kind = isReassigned ? 'reassign' : 'give'
  appendEvent(work, dossier, { kind, from: null, to: null, details: { toStaffId: colleague.id, ...(former === null ? {} : { fromStaffId: former }) } })
  appendTransfer(work, { dossierId, kind, fromStaff: former, toStaff: colleague.id, byStaff: actor.staffId, note: text })
}
