/**
 * Deliveries — bưu chính công ích: cards in print batches, parcels ordered from the public post and followed to the door.
 * Owns: schema `deliveries`.  Outside: bưu chính công ích (post).
 * Announces: card.printed · card.handed-over · parcel.registered · parcel.failed · parcel.delivered · parcel.returned
 * Legal: TT 12/2025/TT-BCA (cards are printed and returned by the provincial traffic police, or by post); NĐ 42/2022/NĐ-CP Điều 11.
 */
export { handOver, hint, order, parcelOf, printBatch, queueCard, type ParcelStanding } from './actions.ts'
export { jobs } from './jobs.ts'
export type { ParcelState } from './parcel.ts'
export { findCardOfDossier, listCards, type Card } from './store/cards.ts'
export { invariants } from './store/invariants.ts'
