/**
 * Deliveries — bưu chính công ích: cards in print batches, handed to the public post by lists, parcels followed to the door.
 * Owns: schema `deliveries`.  Outside: bưu chính công ích (post).
 * Announces: card.printed · listed · unlisted · handed-over · back · reprint-proposed · reprint-declined · reprinted; list.closed · counted · complete ·
 *   taken-back; parcel.registered · failed · held · chosen · too-late · delivered · returned · lost; old-card.reminded · received · ended
 * Legal: TT 12/2025/TT-BCA (cards are printed and returned by the provincial traffic police, or by post); NĐ 42/2022/NĐ-CP Điều 11.
 */
import './facts.ts'

export { handToPerson, printBatch, printChosen, queueCard } from './actions/cards.ts'
export { chooseAfterFailure, sendAnew, takeCardBack } from './actions/after-failure.ts'
export { closeList, confirmDifferences, countList, type DifferenceReasons, type Label, labelsOf, LIST_LIMIT, scanItem, takeListBack, unscanItem } from './actions/lists.ts'
export { decideReprint, findProposal, proposeReprint } from './actions/lost-cards.ts'
export { endOldCard, oweOldCards, receiveOldCard } from './actions/old-cards.ts'
export { hint, order, parcelOf, parcelsOf, type ParcelStanding, recipientOf } from './actions/parcels.ts'
export { extraReasons, type ListState, missingReasons } from './hand-over-list.ts'
export { jobs } from './jobs.ts'
export { drawBarcode } from './engine/barcode.ts'
export type { AfterFailure, FailReason, ParcelState, Recipient, Relation, Sender, TrackingEvent } from './parcel.ts'
export { findCardOfDossier, findCards, listAstrayCards, listBatches, listCards, listCardsUnderWay, listLyingCards, type Batch, type Card, type ParcelPlace } from './store/cards.ts'
export { listWords } from './text.ts'
export { findList, type ListLine, listLists, type ListWithItems } from './store/lists.ts'
export { findOldCard, listOldCards, listOldCardsOf, type OldCard } from './store/old-cards.ts'
export { type CardDeed, listProposedFor, ownLastDeed } from './store/reprints.ts'
export { invariants } from './store/invariants.ts'
