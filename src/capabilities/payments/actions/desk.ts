/** What people at the payments desk do; each deed is an event that names them. */
import { mayDo } from '../../../catalogue/index.ts'
import type { Work } from '../../../platform/work.ts'
import { actorId } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { type Attempt, findAttempt, lockAttempts } from '../store/attempts.ts'
import { getCharge } from '../store/charges.ts'
import { findKeptFee, lockProposal, saveDeskEvent, saveProposal, saveProposalEnd } from '../store/desk.ts'
import { findAttemptOfDiscrepancy, findDiscrepancy, saveResolution } from '../store/discrepancies.ts'
import { findLiveRefund, findRefund } from '../store/refunds.ts'
import { beginRefund, oweFee } from './refund.ts'

const LONGEST_NOTE = 1000

/** @throws Refusal 'wrong-role' */
function mustBe(work: Work, verb: 'settle-money' | 'confirm-refund'): void {
  if (work.actor.kind !== 'staff' || !mayDo(work.actor.role, verb)) throw new Refusal('wrong-role')
}

/** Nobody moves money about themselves. @throws Refusal 'own-dossier' */
function notOwn(work: Work, attempt: Attempt | undefined): void {
  if (work.actor.kind === 'staff' && attempt?.personId === work.actor.personId) throw new Refusal('own-dossier')
}

/** The same, where only the attempt's id is known; money of nobody's order is nobody's own. */
async function notTheirs(work: Work, attemptId: string | null | undefined): Promise<void> {
  if (attemptId) notOwn(work, await findAttempt(work, attemptId))
}

/** One person may hold two posts; two posts are not two people. */
function isSamePerson(work: Work, personId: string | null): boolean {
  return work.actor.kind === 'staff' && work.actor.personId === personId
}

function noteFrom(text: string): string {
  const note = text.trim().slice(0, LONGEST_NOTE)
  if (note === '') throw new Refusal('note-needed')
  return note
}

/**
 * A person ends a discrepancy, saying what was done.
 * @throws Refusal 'discrepancy-not-open' · 'note-needed' · 'own-dossier' · 'refund-not-done' (words do not return money: only a refund that arrived ends this)
 */
export async function resolveDiscrepancy(work: Work, discrepancyId: string, text: string): Promise<void> {
  mustBe(work, 'settle-money')
  const note = noteFrom(text)
  const found = await findDiscrepancy(work, discrepancyId)
  if (found?.state !== 'open') throw new Refusal('discrepancy-not-open')
  await notTheirs(work, await findAttemptOfDiscrepancy(work, discrepancyId))
  if (found.reason === 'refund-refused' || found.reason === 'refund-overdue') throw new Refusal('refund-not-done')
  if (!(await saveResolution(work, discrepancyId, note))) throw new Refusal('discrepancy-not-open')
  await saveDeskEvent(work, { kind: 'resolved', discrepancyId, note })
}

/**
 * Tries a refused refund once more, as a new request. That the money goes back was decided before; nothing new is decided here.
 * @throws Refusal 'own-dossier' · 'refund-not-failed' when it is still under way, or done
 */
export async function retryRefund(work: Work, refundId: string): Promise<string> {
  mustBe(work, 'settle-money')
  const failed = await findRefund(work, refundId)
  if (failed?.state !== 'failed') throw new Refusal('refund-not-failed')
  await notTheirs(work, failed.attemptId)
  const id = await beginRefund(work, await getCharge(work, failed.chargeId), failed.reason, failed.dueAt)
  if (id === undefined) throw new Refusal('refund-not-failed')
  await saveDeskEvent(work, { kind: 'retried', refundId: id })
  return id
}

/**
 * Proposes to return a fee that no rule returns. Nothing moves before a second person confirms, whatever the amount.
 * @throws Refusal 'wrong-role' · 'note-needed' · 'nothing-to-return' · 'already-proposed' · 'own-dossier'
 */
export async function proposeRefund(work: Work, dossierId: string, text: string): Promise<string> {
  mustBe(work, 'settle-money')
  const note = noteFrom(text)
  const kept = await findKeptFee(work, dossierId)
  if (!kept) throw new Refusal('nothing-to-return')
  notOwn(work, await findAttempt(work, kept.attemptId))
  const id = newId()
  if (!(await saveProposal(work, { id, chargeId: kept.chargeId, note }))) throw new Refusal('already-proposed')
  await saveDeskEvent(work, { kind: 'proposed', proposalId: id, note })
  return id
}

/**
 * The second person's word. @param confirmed false declines
 * @throws Refusal 'proposal-not-open' · 'four-eyes' (nobody confirms their own) · 'nothing-to-return'
 */
export async function endProposal(work: Work, proposalId: string, confirmed: boolean): Promise<void> {
  mustBe(work, 'confirm-refund')
  const open = await lockProposal(work, proposalId)
  if (open?.state !== 'open') throw new Refusal('proposal-not-open')
  if (!confirmed) {
    await saveProposalEnd(work, proposalId, 'declined', null)
    return saveDeskEvent(work, { kind: 'declined', proposalId })
  }
  if (open.proposedBy === actorId(work.actor) || isSamePerson(work, open.proposedByPerson)) throw new Refusal('four-eyes')
  const refundId = await returnFee(work, open.chargeId)
  await saveProposalEnd(work, proposalId, 'confirmed', refundId)
  await saveDeskEvent(work, { kind: 'confirmed', proposalId, refundId })
}

async function returnFee(work: Work, chargeId: string): Promise<string> {
  const charge = await getCharge(work, chargeId)
  if (charge.dossierId !== null) await lockAttempts(work, charge.dossierId)
  const attempt = charge.attemptId === null ? undefined : await findAttempt(work, charge.attemptId)
  notOwn(work, attempt)
  if (!attempt || (await findLiveRefund(work, chargeId))) throw new Refusal('nothing-to-return')
  const refundId = await beginRefund(work, charge, 'by-hand')
  if (refundId === undefined) throw new Refusal('nothing-to-return')
  await oweFee(work, charge, attempt.authorityCode, refundId)
  return refundId
}
