/** Cards to the printer, parcels to the post, and what the post says about them. */
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { isFinal, stateAfter, type TrackingEvent } from './parcel.ts'
import { findCardOfDossier, insertCard, lockCard, lockQueuedCards, saveBatch, saveHandOver, type Card, type NewCard } from './store/cards.ts'
import {
  findParcelByOrder, findParcelOfDossier, insertEvents, insertParcel, listEvents, lockParcel, updateParcel, type NewParcel, type Parcel,
} from './store/parcels.ts'

declare module '../../platform/background/facts.ts' {
  interface Facts {
    'card.printed': { cardId: string; dossierId: string; batchId: string }
    'card.handed-over': { cardId: string; dossierId: string; to: 'post' | 'person' }
    'parcel.registered': { parcelId: string; dossierId: string; personId: string }
    'parcel.failed': { parcelId: string; dossierId: string; personId: string }
    'parcel.delivered': { parcelId: string; dossierId: string; personId: string }
    'parcel.returned': { parcelId: string; dossierId: string; personId: string }
  }
}

/** How often the post is asked where a parcel is. */
const TRACK_HOURS = 2

/** The most cards of one print run. */
const BATCH_LIMIT = 500

/** Puts the card of a signed decision into the queue of the printer; one card for a dossier. */
export async function queueCard(work: Work, card: NewCard): Promise<Card> {
  return insertCard(work, card)
}

/** Prints what waits in a province. @returns undefined when nothing waits */
export async function printBatch(work: Work, provinceCode: string, limit = BATCH_LIMIT): Promise<{ readonly batchId: string; readonly cards: readonly Card[] } | undefined> {
  const cards = await lockQueuedCards(work, provinceCode, Math.min(limit, BATCH_LIMIT))
  if (cards.length === 0) return undefined
  const batchId = await saveBatch(work, provinceCode, cards)
  for (const card of cards) work.announce('card.printed', { cardId: card.id, dossierId: card.dossierId, batchId }, card.personId)
  return { batchId, cards }
}

/**
 * Hands a printed card to the post or to the person; again changes nothing. The post is told of a parcel only now: before,
 * there is nothing to collect.
 * @throws Refusal 'card-not-printed', 'card-handed-over' (to somebody else before), 'parcel-missing' (nothing was ordered from the post)
 */
export async function handOver(work: Work, cardId: string, to: 'post' | 'person'): Promise<void> {
  const card = await lockCard(work, cardId)
  if (card.state === 'queued') throw new Refusal('card-not-printed')
  if (card.state === 'handed-over') {
    if (card.handedOverTo === to) return
    throw new Refusal('card-handed-over')
  }
  const parcel = to === 'post' ? await findParcelOfDossier(work, card.dossierId) : undefined
  if (to === 'post' && !parcel) throw new Refusal('parcel-missing')
  if (parcel?.state === 'ordered') work.enqueue('deliveries.order', { parcelId: parcel.id })
  await saveHandOver(work, cardId, to)
  work.announce('card.handed-over', { cardId, dossierId: card.dossierId, to }, card.personId)
}

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
  await insertEvents(work, parcelId, events, exchangeId)
  const state = stateAfter(await listEvents(work, parcelId))
  if (state === undefined) throw new Error(`parcel ${parcelId} has no events`)
  if (isFinal(state)) work.unschedule('deliveries.track', parcelId)
  else work.schedule('deliveries.track', parcelId, { parcelId }, new Date(work.now.getTime() + TRACK_HOURS * 3_600_000))
  if (state === parcel.state) return
  await updateParcel(work, parcelId, state, itemNumber)
  const payload = { parcelId, dossierId: parcel.dossierId, personId: parcel.personId }
  if (parcel.state === 'ordered') work.announce('parcel.registered', payload, parcel.personId)
  if (state === 'failed') work.announce('parcel.failed', payload, parcel.personId)
  if (state === 'delivered') work.announce('parcel.delivered', payload, parcel.personId)
  if (state === 'returned') work.announce('parcel.returned', payload, parcel.personId)
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
}

/** Where a dossier's parcel is, with everything that happened to it. */
export async function parcelOf(work: Work, dossierId: string): Promise<ParcelStanding | undefined> {
  const parcel = await findParcelOfDossier(work, dossierId)
  return parcel && { ...parcel, events: await listEvents(work, parcel.id) }
}
