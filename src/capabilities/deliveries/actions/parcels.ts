/** Parcels ordered from the post, and what the post says about them. */
import '../facts.ts'
import type { Work } from '../../../platform/work.ts'
import { isFinal, type Recipient, stateAfter, type TrackingEvent } from '../parcel.ts'
import { awaitsChoice } from './after-failure.ts'
import { type Choice, findChoices } from '../store/choices.ts'
import { findCardOfDossier, moveCards } from '../store/cards.ts'
import {
  findParcelByOrder, findParcelOfDossier, insertEvents, insertParcel, listEvents, listParcelsWithEvents, lockParcel, openRecipient, updateParcel, type NewParcel, type Parcel,
} from '../store/parcels.ts'

/** How often the post is asked where a parcel is. */
const TRACK_HOURS = 2

/**
 * Orders the carriage of a dossier's card. The post is told in the background, once the card, if one was queued, is handed over.
 * @returns the parcel's id; the same one when it was ordered before
 */
export async function order(work: Work, parcel: NewParcel): Promise<string> {
  const id = await insertParcel(work, parcel)
  if (id !== undefined) {
    const card = await findCardOfDossier(work, parcel.dossierId)
    if (!card || card.state === 'handed-over') work.enqueue('deliveries.order', { parcelId: id })
    return id
  }
  const known = await findParcelOfDossier(work, parcel.dossierId)
  if (!known) throw new Error('the parcel of the dossier vanished')
  return known.id
}

/** Takes what the post said into the book: new events, the state after them, a fact for each step that others wait for. */
export async function recordTracking(work: Work, parcelId: string, itemNumber: string, events: readonly TrackingEvent[], exchangeId: string): Promise<void> {
  const parcel = await lockParcel(work, parcelId)
  if (parcel.itemNumber !== null && parcel.itemNumber !== itemNumber) throw new Error(`the post gave parcel ${parcelId} another item number`)
  if (isFinal(parcel.state)) return
  const added = await insertEvents(work, parcelId, events, exchangeId)
  const state = stateAfter(await listEvents(work, parcelId))
  if (state === undefined) throw new Error(`parcel ${parcelId} has no events`)
  if (isFinal(state)) work.unschedule('deliveries.track', parcelId)
  else work.schedule('deliveries.track', parcelId, { parcelId }, new Date(work.now.getTime() + TRACK_HOURS * 3_600_000))
  // A second attempt that failed is news although the state is the same.
  if (state === parcel.state && !(state === 'failed' && added > 0)) return
  await updateParcel(work, parcelId, state, itemNumber)
  if (parcel.state === 'ordered') work.announce('parcel.registered', aboutOf(parcel), parcel.personId)
  switch (state) {
    case 'delivered':
      return arrive(work, parcel)
    case 'failed':
    case 'held':
    case 'returned':
    case 'lost':
      return work.announce(`parcel.${state}`, aboutOf(parcel), parcel.personId)
    default:
  }
}

const aboutOf = (parcel: Parcel) => ({ parcelId: parcel.id, dossierId: parcel.dossierId, personId: parcel.personId })

async function arrive(work: Work, parcel: Parcel): Promise<void> {
  const card = await findCardOfDossier(work, parcel.dossierId)
  if (card?.handedOverTo === 'post') moveCards(work, [card.id], 'post', 'person', card.listId)
  work.announce('parcel.delivered', aboutOf(parcel), parcel.personId)
}

/** The post's call-back: a hint, not evidence. Asks for the tracking of a parcel we know. @returns whether we know it */
export async function hint(work: Work, orderNumber: string): Promise<boolean> {
  const parcel = await findParcelByOrder(work, orderNumber)
  if (!parcel) return false
  if (!isFinal(parcel.state) && parcel.state !== 'ordered') work.enqueue('deliveries.track', { parcelId: parcel.id })
  return true
}

export interface ParcelStanding extends Parcel {
  readonly events: readonly TrackingEvent[]
  /** It waits for its person to choose what the post shall try next. */
  readonly awaitsChoice: boolean
  /** Where it goes: recipientOf opens it. */
  readonly sealedRecipient: Buffer
}

/** Where a dossier's parcel goes, unsealed. */
export async function recipientOf(work: Work, parcel: ParcelStanding): Promise<Recipient> {
  return openRecipient(work, parcel, parcel.sealedRecipient)
}

/** Where a dossier's parcel is, with everything that happened to it. */
export async function parcelOf(work: Work, dossierId: string): Promise<ParcelStanding | undefined> {
  return (await parcelsOf(work, [dossierId])).get(dossierId)
}

/** The same of several dossiers, by the dossier. */
export async function parcelsOf(work: Work, dossierIds: readonly string[]): Promise<Map<string, ParcelStanding>> {
  const parcels = await listParcelsWithEvents(work, dossierIds)
  const failed = parcels.filter(({ state }) => state === 'failed').map(({ id }) => id)
  const choices = failed.length > 0 ? await findChoices(work, failed) : new Map<string, Choice>()
  return new Map(parcels.map((parcel) => [parcel.dossierId, { ...parcel, awaitsChoice: awaitsChoice(parcel, parcel.events, choices.get(parcel.id)) }]))
}
