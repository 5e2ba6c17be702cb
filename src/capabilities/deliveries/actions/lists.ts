/**
 * The hand-over of cards to the post: the authority closes a list, the post counts it, and both stand for the same content.
 * What the post did not find never left the office; nothing is handed over before both sides said so.
 */
import '../facts.ts'
import { mayDo } from '../../../catalogue/index.ts'
import type { Actor } from '../../../platform/values/actor.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { contentHash, type ExtraReason, extraReasons, type MissingReason, missingReasons } from '../hand-over-list.ts'
import { asItemNumber, isItemNumber, type Recipient, type Sender } from '../parcel.ts'
import { type Card, lockCards, saveHandOver } from '../store/cards.ts'
import { deleteExtra, findList, insertExtra, insertList, type ListWithItems, lockList, nextListNumber, saveCount, saveListEnd, saveScan } from '../store/lists.ts'
import { ensureItemNumber, findParcelByItem, findParcelOfDossier, getRecipient } from '../store/parcels.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

/** The most cards on one list: two people count them in one go. */
export const LIST_LIMIT = 100

function asStaff(work: Work, verb: 'hand-over' | 'take-over-cards'): Staff {
  if (work.actor.kind !== 'staff' || !mayDo(work.actor.role, verb)) throw new Refusal('wrong-role')
  return work.actor
}

/** @throws Refusal 'list-not-found' also for a list of another province */
async function openList(work: Work, listId: string, staff: Staff): Promise<ListWithItems> {
  const list = await lockList(work, listId)
  if (!list || list.provinceCode !== staff.provinceCode) throw new Refusal('list-not-found')
  return list
}

/**
 * Closes a list over printed cards that go by post: whoever closes it stands for it.
 * @returns the list's id
 * @throws Refusal 'wrong-role', 'list-empty', 'list-too-long', 'card-not-here' (handed over, on another list, of another province), 'parcel-missing'
 */
export async function closeList(work: Work, cardIds: readonly string[]): Promise<string> {
  const staff = asStaff(work, 'hand-over')
  const wanted = [...new Set(cardIds)]
  if (wanted.length === 0) throw new Refusal('list-empty')
  if (wanted.length > LIST_LIMIT) throw new Refusal('list-too-long')
  const cards = await lockCards(work, wanted)
  const lieHere = cards.length === wanted.length && cards.every((card) => card.state === 'printed' && card.listId === null && card.provinceCode === staff.provinceCode)
  if (!lieHere) throw new Refusal('card-not-here')
  const items: { cardId: string; itemNumber: string }[] = []
  for (const card of cards) items.push({ cardId: card.id, itemNumber: await itemNumberOfCard(work, card) })
  const number = await nextListNumber(work)
  const hash = contentHash({ number, received: items.map((item) => item.itemNumber), missing: [], extra: [] })
  const listId = await insertList(work, { number, provinceCode: staff.provinceCode, contentHash: hash }, items)
  work.announce('list.closed', { listId })
  for (const card of cards) work.announce('card.listed', { cardId: card.id, dossierId: card.dossierId, listId }, card.personId)
  return listId
}

async function itemNumberOfCard(work: Work, card: Card): Promise<string> {
  const parcel = await findParcelOfDossier(work, card.dossierId)
  if (parcel?.state !== 'ordered') throw new Refusal('parcel-missing')
  return ensureItemNumber(work, parcel)
}

/**
 * One item of the bag, scanned or typed. @returns what it is to the list
 * @throws Refusal 'wrong-role', 'list-not-found', 'list-not-open', 'not-item-number'
 */
export async function scanItem(work: Work, listId: string, text: string): Promise<'found' | 'again' | 'extra'> {
  const staff = asStaff(work, 'take-over-cards')
  const itemNumber = asItemNumber(text)
  if (!isItemNumber(itemNumber)) throw new Refusal('not-item-number')
  const list = await openList(work, listId, staff)
  if (list.state !== 'closed') throw new Refusal('list-not-open')
  const item = list.items.find((one) => one.itemNumber === itemNumber)
  if (item?.scannedAt) return 'again'
  if (item) {
    await saveScan(work, listId, item.cardId, work.now)
    return 'found'
  }
  if (list.extras.some((one) => one.itemNumber === itemNumber)) return 'again'
  await insertExtra(work, listId, itemNumber)
  return 'extra'
}

/** Takes a scan back: the wrong thing was scanned. @throws like scanItem */
export async function unscanItem(work: Work, listId: string, itemNumber: string): Promise<void> {
  const list = await openList(work, listId, asStaff(work, 'take-over-cards'))
  if (list.state !== 'closed') throw new Refusal('list-not-open')
  const item = list.items.find((one) => one.itemNumber === itemNumber)
  if (item) await saveScan(work, listId, item.cardId, null)
  else await deleteExtra(work, listId, itemNumber)
}

/** Why each thing differs, by item number. */
export type DifferenceReasons = ReadonlyMap<string, string>

/**
 * The post stands for what it found. Without a difference that completes the list; otherwise the authority has to stand for the
 * differences too. Pressed again it changes nothing.
 * @throws Refusal 'wrong-role', 'list-not-found', 'list-not-open' (taken back), 'reasons-missing' with the items that need one
 */
export async function countList(work: Work, listId: string, reasons: DifferenceReasons): Promise<'complete' | 'counted'> {
  const staff = asStaff(work, 'take-over-cards')
  const list = await openList(work, listId, staff)
  if (list.state === 'taken-back') throw new Refusal('list-not-open')
  if (list.state !== 'closed') return list.state
  const missing = new Map<string, MissingReason>()
  const extras = new Map<string, ExtraReason>()
  const unexplained: string[] = []
  for (const { itemNumber } of list.items.filter((item) => item.scannedAt === null)) {
    const reason = missingReasons.find((one) => one === reasons.get(itemNumber))
    if (reason) missing.set(itemNumber, reason)
    else unexplained.push(itemNumber)
  }
  for (const { itemNumber } of list.extras) {
    const reason = extraReasons.find((one) => one === reasons.get(itemNumber))
    if (reason) extras.set(itemNumber, reason)
    else unexplained.push(itemNumber)
  }
  if (unexplained.length > 0) throw new Refusal('reasons-missing', { items: unexplained.join(' ') })
  const hash = contentHash({
    number: list.number, received: list.items.filter((item) => item.scannedAt !== null).map((item) => item.itemNumber),
    missing: [...missing].map(([itemNumber, reason]) => ({ itemNumber, reason })), extra: [...extras].map(([itemNumber, reason]) => ({ itemNumber, reason })),
  })
  await saveCount(work, list, { postOffice: staff.officeCode ?? staff.provinceCode, hash, missing, extras })
  work.announce('list.counted', { listId, differences: missing.size + extras.size })
  if (missing.size + extras.size > 0) return 'counted'
  await complete(work, list, new Set())
  return 'complete'
}

/**
 * The authority stands for the differences that the post found: what was received is handed over, the rest lies in the office again.
 * @param seenHash what the page showed, so that nobody confirms what they did not see
 * @throws Refusal 'wrong-role', 'list-not-found', 'list-not-open', 'list-changed'
 */
export async function confirmDifferences(work: Work, listId: string, seenHash: string): Promise<void> {
  const list = await openList(work, listId, asStaff(work, 'hand-over'))
  if (list.state === 'complete') return
  if (list.state !== 'counted') throw new Refusal('list-not-open')
  if (list.countedHash !== seenHash) throw new Refusal('list-changed')
  await complete(work, list, new Set(list.items.filter((item) => item.outcome === 'missing').map((item) => item.cardId)))
}

/** The authority takes back a list that the post has not stood for. @throws Refusal 'wrong-role', 'list-not-found', 'list-not-open' */
export async function takeListBack(work: Work, listId: string): Promise<void> {
  const list = await openList(work, listId, asStaff(work, 'hand-over'))
  if (list.state === 'taken-back') return
  if (list.state !== 'closed') throw new Refusal('list-not-open')
  const cards = await lockCards(work, list.items.map((item) => item.cardId))
  await saveListEnd(work, listId, 'taken-back', cards.map((card) => card.id))
  work.announce('list.taken-back', { listId })
  unlist(work, cards, listId)
}

function unlist(work: Work, cards: readonly Card[], listId: string): void {
  for (const card of cards) work.announce('card.unlisted', { cardId: card.id, dossierId: card.dossierId, listId }, card.personId)
}

/** Both sides stand for the same: from here the received cards are with the post, which is told of each parcel. */
async function complete(work: Work, list: ListWithItems, missing: ReadonlySet<string>): Promise<void> {
  const cards = await lockCards(work, list.items.map((item) => item.cardId))
  const [staying, going] = [cards.filter((card) => missing.has(card.id)), cards.filter((card) => !missing.has(card.id))]
  await saveListEnd(work, list.id, 'complete', staying.map((card) => card.id))
  if (going.length > 0) await saveHandOver(work, going.map((card) => card.id), 'post', list.id)
  for (const card of going) {
    const parcel = await findParcelOfDossier(work, card.dossierId)
    if (!parcel) throw new Error(`the parcel of card ${card.id} vanished`)
    if (parcel.state === 'ordered') work.enqueue('deliveries.order', { parcelId: parcel.id })
    work.announce('card.handed-over', { cardId: card.id, dossierId: card.dossierId, to: 'post' }, card.personId)
  }
  unlist(work, staying, list.id)
  work.announce('list.complete', { listId: list.id, handedOver: going.length })
}

/** What stands on the label of one item. */
export interface Label {
  readonly itemNumber: string
  readonly orderNumber: string
  readonly dossierId: string
  readonly recipient: Recipient
  readonly sender: Sender
}

/** The labels of a list's items, addresses unsealed. @throws Refusal 'list-not-found' also for another province's */
export async function labelsOf(work: Work, listId: string): Promise<readonly Label[]> {
  const staff = asStaff(work, 'hand-over')
  const list = await findList(work, listId)
  if (list?.provinceCode !== staff.provinceCode) throw new Refusal('list-not-found')
  const labels: Label[] = []
  for (const { itemNumber } of list.items) {
    const parcel = await findParcelByItem(work, itemNumber)
    if (parcel) labels.push({ itemNumber, orderNumber: parcel.orderNumber, dossierId: parcel.dossierId, recipient: await getRecipient(work, parcel), sender: parcel.sender })
  }
  return labels
}
