/**
 * The old card of an exchanged licence: its driver owes it to the authority, which destroys it — two people stand for that — or
 * keeps it while the right to drive is withdrawn. The new card never waits for the old one.
 */
import '../facts.ts'
import { mayDo } from '../../../catalogue/index.ts'
import { actorId } from '../../../platform/values/actor.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { insertOldCards, listOldCardsOf, lockOldCard, type OldCard, saveOldCardEnd, saveOldCardReceipt, saveReminder } from '../store/old-cards.ts'

/** Days after which somebody who has the new card is reminded of the old one, and how often. */
const REMIND_DAYS = 15
const MOST_REMINDERS = 2

const DAY_MS = 86_400_000

/** From now on the driver owes these old cards; again changes nothing. */
export async function oweOldCards(work: Work, owed: Pick<OldCard, 'dossierId' | 'personId' | 'provinceCode'>, licenceIds: readonly string[]): Promise<void> {
  const added = await insertOldCards(work, owed, licenceIds)
  if (added > 0) scheduleReminder(work, owed.dossierId)
}

function scheduleReminder(work: Work, dossierId: string): void {
  work.schedule('deliveries.remind-old-card', dossierId, { dossierId }, new Date(work.now.getTime() + REMIND_DAYS * DAY_MS))
}

/** Reminds of what is still owed, at most twice. */
export async function remindOfOldCards(work: Work, dossierId: string): Promise<void> {
  const owed = (await listOldCardsOf(work, dossierId)).filter((card) => card.state === 'owed' && card.reminded < MOST_REMINDERS)
  const [one] = owed
  if (!one || work.now.getTime() - one.owedSince.getTime() < (one.reminded + 1) * REMIND_DAYS * DAY_MS) return
  await saveReminder(work, owed.map((card) => card.licenceId))
  work.announce('old-card.reminded', { dossierId }, one.personId)
  if (one.reminded + 1 < MOST_REMINDERS) scheduleReminder(work, dossierId)
}

async function held(work: Work, licenceId: string): Promise<OldCard> {
  if (work.actor.kind !== 'staff' || !mayDo(work.actor.role, 'hand-over')) throw new Refusal('wrong-role')
  const card = await lockOldCard(work, licenceId)
  if (card?.provinceCode !== work.actor.provinceCode) throw new Refusal('old-card-not-found')
  return card
}

/** The old card is in the office; again changes nothing. @throws Refusal 'wrong-role', 'old-card-not-found' */
export async function receiveOldCard(work: Work, licenceId: string): Promise<void> {
  const card = await held(work, licenceId)
  if (card.state !== 'owed') return
  await saveOldCardReceipt(work, licenceId)
  // Of several old cards the others are still asked for.
  if (!(await listOldCardsOf(work, card.dossierId)).some((other) => other.state === 'owed')) work.unschedule('deliveries.remind-old-card', card.dossierId)
  work.announce('old-card.received', { licenceId, dossierId: card.dossierId }, card.personId)
}

/**
 * Its end: destroyed, or kept while the right to drive is withdrawn. Whoever received it does not end it.
 * @throws Refusal 'wrong-role', 'old-card-not-found', 'old-card-not-here', 'received-by-you'
 */
export async function endOldCard(work: Work, licenceId: string, how: 'destroyed' | 'kept'): Promise<void> {
  const card = await held(work, licenceId)
  if (card.state === how) return
  if (card.state !== 'received') throw new Refusal('old-card-not-here')
  if (card.receivedBy === actorId(work.actor)) throw new Refusal('received-by-you')
  await saveOldCardEnd(work, licenceId, how)
  work.announce('old-card.ended', { licenceId, dossierId: card.dossierId, how }, card.personId)
}
