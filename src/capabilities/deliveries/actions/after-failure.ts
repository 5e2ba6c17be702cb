/** After a failed attempt, and after a card came back: what its person chooses, and the card's way into the office again. */
import '../facts.ts'
import { mayDo } from '../../../catalogue/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { type AfterFailure, failuresOf, MOST_ATTEMPTS, orderNumberOf, type Recipient, type TrackingEvent } from '../parcel.ts'
import { type Card, findCardOfDossier, lockCard, saveReturn } from '../store/cards.ts'
import { type Choice, insertChoice } from '../store/choices.ts'
import { findParcelOfDossier, getRecipient, insertParcel, listEvents, lockParcel, type Parcel, updateRecipient } from '../store/parcels.ts'

async function parcelAt(work: Work, dossierId: string, state: Parcel['state']): Promise<Parcel> {
  const found = await findParcelOfDossier(work, dossierId)
  const parcel = found && (await lockParcel(work, found.id))
  if (parcel?.state !== state) throw new Refusal('parcel-moved-on')
  return parcel
}

/**
 * Takes what a person wants after a failed attempt; the post is told in the background. A second press for the same attempt changes nothing.
 * @returns whether this is the choice that counts
 * @throws Refusal 'parcel-moved-on' (it does not wait for a choice), 'no-attempt-left'
 */
export async function chooseAfterFailure(work: Work, dossierId: string, choice: AfterFailure): Promise<boolean> {
  const parcel = await parcelAt(work, dossierId, 'failed')
  const attempt = failuresOf(await listEvents(work, parcel.id))
  if (attempt >= MOST_ATTEMPTS) throw new Refusal('no-attempt-left')
  const id = await insertChoice(work, { parcelId: parcel.id, attempt, kind: choice.kind })
  if (id === undefined) return false
  if (choice.kind === 'address') await updateRecipient(work, parcel, choice.recipient)
  work.enqueue('deliveries.redeliver', { choiceId: id, parcelId: parcel.id })
  work.announce('parcel.chosen', { parcelId: parcel.id, dossierId, personId: parcel.personId, choice: choice.kind }, parcel.personId)
  return true
}

/**
 * Orders a new parcel for a card that came back; it leaves with the next list once the office has the card again.
 * @param recipient where to now; the address of before unless given
 * @throws Refusal 'parcel-moved-on'
 */
export async function sendAnew(work: Work, dossierId: string, officialNumber: string, recipient?: Recipient): Promise<void> {
  const parcel = await parcelAt(work, dossierId, 'returned')
  await orderNextRound(work, parcel, officialNumber, recipient)
}

/** The next parcel of a dossier's card. */
export async function orderNextRound(work: Work, last: Parcel, officialNumber: string, recipient?: Recipient): Promise<void> {
  const { dossierId, personId, sender } = last
  const round = last.round + 1
  await insertParcel(work, { dossierId, personId, orderNumber: orderNumberOf(officialNumber, round), recipient: recipient ?? (await getRecipient(work, last)), sender, round })
}

/**
 * The office has a card again that the post brought back. Again changes nothing.
 * @throws Refusal 'wrong-role', 'card-not-back' (the post has not said that it comes back)
 */
export async function takeCardBack(work: Work, dossierId: string): Promise<void> {
  if (work.actor.kind !== 'staff' || !mayDo(work.actor.role, 'hand-over')) throw new Refusal('wrong-role')
  const found = await findCardOfDossier(work, dossierId)
  const card = found && (await lockCard(work, found.id))
  if (card?.state === 'printed') return
  const parcel = await findParcelOfDossier(work, dossierId)
  if (card?.handedOverTo !== 'post' || !parcel || !(parcel.state === 'returned' || isOrderedAnew(parcel, card))) throw new Refusal('card-not-back')
  await saveReturn(work, card.id)
  work.announce('card.back', { cardId: card.id, dossierId }, card.personId)
}

/** Sent anew while the card is still on its way back; once it left the office again it is with the post, whether or not the post has confirmed it. */
function isOrderedAnew(parcel: Parcel, card: Card): boolean {
  return parcel.state === 'ordered' && parcel.round > 1 && card.handedOverAt !== null && card.handedOverAt < parcel.orderedAt
}

/** Whether a failed parcel still waits for its person's choice: one for an attempt, even where the post answered that it came too late. */
export function awaitsChoice({ state }: Pick<Parcel, 'state'>, events: readonly TrackingEvent[], choice: Choice | undefined): boolean {
  const failures = failuresOf(events)
  return state === 'failed' && failures < MOST_ATTEMPTS && choice?.attempt !== failures
}
