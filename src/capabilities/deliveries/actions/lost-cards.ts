/**
 * A card that the post lost is printed anew at no cost: one officer proposes, another confirms; then the lost card is void, and the
 * new one goes the way of every card. A card has at most one successor.
 */
import '../facts.ts'
import { mayDo } from '../../../catalogue/index.ts'
import { actorId } from '../../../platform/values/actor.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { type Card, findCardOfDossier, insertCard, lockCard, saveLoss } from '../store/cards.ts'
import { findParcelOfDossier, type Parcel } from '../store/parcels.ts'
import { findReprint, insertReprint, type Reprint, saveReprintDecision } from '../store/reprints.ts'
import { orderNextRound } from './after-failure.ts'

/** @throws Refusal 'card-not-lost': the post has not said so, or another card took its place */
async function lostCard(work: Work, dossierId: string): Promise<{ card: Card; parcel: Parcel }> {
  const found = await findCardOfDossier(work, dossierId)
  const card = found && (await lockCard(work, found.id))
  const parcel = await findParcelOfDossier(work, dossierId)
  if (card?.handedOverTo !== 'post' || card.state !== 'handed-over' || parcel?.state !== 'lost') throw new Refusal('card-not-lost')
  return { card, parcel }
}

/** Proposes to print a lost card anew; again changes nothing. @throws Refusal 'wrong-role', 'card-not-lost' */
export async function proposeReprint(work: Work, dossierId: string): Promise<void> {
  if (work.actor.kind !== 'staff' || !mayDo(work.actor.role, 'hand-over')) throw new Refusal('wrong-role')
  const { card } = await lostCard(work, dossierId)
  const known = await findReprint(work, card.id)
  if (known) return
  await insertReprint(work, card.id)
  work.announce('card.reprint-proposed', { cardId: card.id, dossierId }, card.personId)
}

/** The proposal that waits for a second officer; undefined when there is none. */
export async function findProposal(work: Work, dossierId: string): Promise<Reprint | undefined> {
  const card = await findCardOfDossier(work, dossierId)
  const reprint = card && (await findReprint(work, card.id))
  return reprint?.state === 'proposed' ? reprint : undefined
}

/**
 * Confirms or declines the proposal. Who may is asked by the dossiers, which know who is the same person.
 * @returns the lost card and its successor; undefined when declined
 * @throws Refusal 'wrong-role', 'card-not-lost', 'reprint-not-proposed', 'proposed-by-you'
 */
export async function decideReprint(work: Work, dossierId: string, officialNumber: string, confirm: boolean): Promise<{ lost: Card; card: Card } | undefined> {
  if (work.actor.kind !== 'staff' || !mayDo(work.actor.role, 'confirm-check')) throw new Refusal('wrong-role')
  const { card: lost, parcel } = await lostCard(work, dossierId)
  const reprint = await findReprint(work, lost.id)
  if (reprint?.state !== 'proposed') throw new Refusal('reprint-not-proposed')
  if (reprint.proposedBy === actorId(work.actor)) throw new Refusal('proposed-by-you')
  await saveReprintDecision(work, reprint.id, confirm ? 'confirmed' : 'declined')
  if (!confirm) {
    work.announce('card.reprint-declined', { cardId: lost.id, dossierId }, lost.personId)
    return undefined
  }
  await saveLoss(work, lost.id)
  const { personId, provinceCode, licenceNumber, portraitHash } = lost
  const card = await insertCard(work, { dossierId, personId, provinceCode, licenceNumber, portraitHash, replaces: lost.id })
  await orderNextRound(work, parcel, officialNumber)
  work.announce('card.reprinted', { cardId: lost.id, dossierId, newCardId: card.id }, lost.personId)
  return { lost, card }
}
