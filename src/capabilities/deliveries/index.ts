/**
 * Deliveries — bưu chính công ích: cards in print batches, handed to the public post by lists, parcels followed to the door.
 * Owns: schema `deliveries`.  Outside: bưu chính công ích (post).
 * Announces: card.printed · listed · unlisted · handed-over; list.closed · counted · complete · taken-back; parcel.registered · failed · delivered · returned
 * Legal: TT 12/2025/TT-BCA (cards are printed and returned by the provincial traffic police, or by post); NĐ 42/2022/NĐ-CP Điều 11.
 */
import './facts.ts'

export { handToPerson, printBatch, queueCard } from './actions/cards.ts'
export { closeList, confirmDifferences, countList, type Label, labelsOf, LIST_LIMIT, scanItem, takeListBack, unscanItem } from './actions/lists.ts'
export { hint, order, parcelOf, type ParcelStanding } from './actions/parcels.ts'
export { type ExtraReason, extraReasons, type ListState, type MissingReason, missingReasons } from './hand-over-list.ts'
export { jobs } from './jobs.ts'
export { drawBarcode } from './engine/barcode.ts'
export type { ParcelState, Recipient, Sender } from './parcel.ts'
export { findCardOfDossier, findCards, listCards, type Card } from './store/cards.ts'
export { listWords } from './text.ts'
export { findList, type HandOverList, type ListLine, listLists, type ListWithItems } from './store/lists.ts'
export { invariants } from './store/invariants.ts'
