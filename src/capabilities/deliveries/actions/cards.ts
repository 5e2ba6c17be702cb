/** Cards to the printer, and from the counter to the person. */
import '../facts.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { insertCard, lockCard, lockCards, lockQueuedCards, saveBatch, saveHandOver, type Card, type NewCard } from '../store/cards.ts'

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

/** Prints chosen cards of a province in one run. @throws Refusal 'card-printed' when one of them waits no longer */
export async function printChosen(work: Work, provinceCode: string, cardIds: readonly string[]): Promise<string> {
  const cards = await lockCards(work, cardIds)
  if (cards.length !== cardIds.length || cards.some((card) => card.state !== 'queued' || card.provinceCode !== provinceCode)) throw new Refusal('card-printed')
  const batchId = await saveBatch(work, provinceCode, cards)
  for (const card of cards) work.announce('card.printed', { cardId: card.id, dossierId: card.dossierId, batchId }, card.personId)
  return batchId
}

/**
 * Hands a printed card to its person at the counter; again changes nothing. To the post cards go by lists.
 * @throws Refusal 'card-not-printed', 'card-handed-over' (to the post before), 'card-on-list' (it lies ready for the post)
 */
export async function handToPerson(work: Work, cardId: string): Promise<void> {
  const card = await lockCard(work, cardId)
  if (card.state === 'queued') throw new Refusal('card-not-printed')
  if (card.state === 'handed-over' && card.handedOverTo === 'person') return
  if (card.state !== 'printed') throw new Refusal('card-handed-over')
  if (card.listId !== null) throw new Refusal('card-on-list')
  await saveHandOver(work, [cardId], 'person', null)
  work.announce('card.handed-over', { cardId, dossierId: card.dossierId, to: 'person' }, card.personId)
}
