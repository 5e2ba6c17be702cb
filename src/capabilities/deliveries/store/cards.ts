/** Cards waiting for the printer, printed, handed over. */
import { raw, type Sql, sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'
import { cardSerialOf } from '../parcel.ts'

export interface Card {
  readonly id: string
  readonly dossierId: string
  readonly personId: string
  readonly provinceCode: string
  readonly licenceNumber: string
  readonly cardSerial: string
  /** SHA-256, hex, of the 3x4 picture that the citizen saw. */
  readonly portraitHash: string
  /** 'lost': it no longer proves anything; another card took its place. */
  readonly state: 'queued' | 'printed' | 'handed-over' | 'lost'
  readonly batchId: string | null
  readonly queuedAt: Date
  readonly printedAt: Date | null
  readonly handedOverAt: Date | null
  readonly handedOverTo: 'post' | 'person' | null
  /** The list it is on, or was handed to the post by. */
  readonly listId: string | null
  /** The lost card that this one was printed for. */
  readonly replaces: string | null
}

/** Where a card can be. */
export type Place = 'printer' | 'office' | 'post' | 'person' | 'lost'

interface Row {
  id: string
  dossier_id: string
  person_id: string
  province_code: string
  licence_number: string
  card_serial: string
  portrait_hash: string
  state: Card['state']
  batch_id: string | null
  queued_at: Date
  printed_at: Date | null
  handed_over_at: Date | null
  handed_over_to: Card['handedOverTo']
  list_id: string | null
  replaces: string | null
}

const columns = sql`id, dossier_id, person_id, province_code, licence_number, card_serial, portrait_hash, state, batch_id, queued_at, printed_at, handed_over_at, handed_over_to, list_id, replaces`

function toCard(row: Row): Card {
  return {
    id: row.id, dossierId: row.dossier_id, personId: row.person_id, provinceCode: row.province_code, licenceNumber: row.licence_number, cardSerial: row.card_serial,
    portraitHash: row.portrait_hash, state: row.state, batchId: row.batch_id, queuedAt: row.queued_at, printedAt: row.printed_at,
    handedOverAt: row.handed_over_at, handedOverTo: row.handed_over_to, listId: row.list_id, replaces: row.replaces,
  }
}

export type NewCard = Pick<Card, 'dossierId' | 'personId' | 'provinceCode' | 'licenceNumber' | 'portraitHash'> & { readonly replaces?: string }

/** Queues one card for a dossier; as long as one is alive, again is the same card. */
export async function insertCard(work: Work, card: NewCard): Promise<Card> {
  const known = await findCardOfDossier(work, card.dossierId)
  if (known) return known
  const { n } = await work.db.one<{ n: number }>(sql`select nextval('deliveries.card_serial') as n`)
  await work.db.run(sql`insert into deliveries.card (id, dossier_id, person_id, province_code, licence_number, card_serial, portrait_hash, state, replaces, queued_at)
    values (${newId()}, ${card.dossierId}, ${card.personId}, ${card.provinceCode}, ${card.licenceNumber}, ${cardSerialOf(n)}, ${card.portraitHash}, 'queued', ${card.replaces ?? null}, ${work.now})
    on conflict (dossier_id) where state <> 'lost' do nothing`)
  const queued = toCard(await work.db.one<Row>(sql`select ${columns} from deliveries.card where dossier_id = ${card.dossierId} and state <> 'lost'`))
  if (queued.state === 'queued') moveCards(work, [queued.id], null, 'printer')
  return queued
}

/** Notes that cards went from one place to another: a card is in exactly one. */
export function moveCards(work: Work, cardIds: readonly string[], from: Place | null, to: Place, listId: string | null = null): void {
  const rows = cardIds.map((cardId) => ({ id: newId(), cardId }))
  work.append(sql`insert into deliveries.card_move (id, card_id, from_place, to_place, list_id, at, by_whom)
    select m.id, m."cardId", ${from}, ${to}, ${listId}, ${work.now}, ${actorId(work.actor)} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, "cardId" uuid)`)
}

/** The living card of a dossier. */
export async function findCardOfDossier(work: Work, dossierId: string): Promise<Card | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from deliveries.card where dossier_id = ${dossierId} and state <> 'lost'`)
  return row && toCard(row)
}

export async function lockCard(work: Work, cardId: string): Promise<Card> {
  return toCard(await work.db.one<Row>(sql`select ${columns} from deliveries.card where id = ${cardId} for update`))
}

/** Several cards by their ids. */
export async function findCards(work: Work, cardIds: readonly string[]): Promise<Card[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from deliveries.card where id = any(${[...cardIds]}::uuid[])`)
  return rows.map(toCard)
}

/** A province's cards in a state, oldest first. */
export async function listCards(work: Work, provinceCode: string, state: Card['state'], limit: number): Promise<Card[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from deliveries.card where province_code = ${provinceCode} and state = ${state} order by queued_at, id limit ${limit}`)
  return rows.map(toCard)
}

/** Cards of one page of a list, and whether there are more. */
interface CardsPage {
  readonly cards: readonly Card[]
  readonly hasNext: boolean
}

async function pageOf(work: Work, query: Sql, page: { readonly number: number; readonly size: number }): Promise<CardsPage> {
  const rows = await work.db.many<Row>(sql`${query} limit ${page.size + 1} offset ${(page.number - 1) * page.size}`)
  return { cards: rows.slice(0, page.size).map(toCard), hasNext: rows.length > page.size }
}

/**
 * Printed cards that lie in the office on no list, oldest first.
 * @param parcel 'ordered': they wait for the post; 'none': for whoever collects them; 'returned': the post brought them back, and its person may still choose
 */
export function listLyingCards(work: Work, provinceCode: string, parcel: 'ordered' | 'none' | 'returned', page: { readonly number: number; readonly size: number }): Promise<CardsPage> {
  const latest = sql`(select p.state from deliveries.parcel p where p.dossier_id = c.dossier_id order by p.round desc limit 1)`
  const where = parcel === 'none' ? sql`${latest} is null` : sql`${latest} = ${parcel}`
  return pageOf(work, sql`select ${columns} from deliveries.card c where province_code = ${provinceCode} and state = 'printed' and list_id is null and ${where} order by queued_at, id`, page)
}

/** Cards with the post that it lost or sends back, also those ordered anew while they are on their way back: longest astray first. */
export function listAstrayCards(work: Work, provinceCode: string, page: { readonly number: number; readonly size: number }): Promise<CardsPage> {
  return pageOf(work, sql`select ${columns} from (
    select c.*, p.changed_at as astray_since from deliveries.parcel p join deliveries.card c on c.dossier_id = p.dossier_id and c.state = 'handed-over' and c.handed_over_to = 'post'
    where c.province_code = ${provinceCode} and (p.state in ('returned', 'lost') or (p.state = 'ordered' and p.round > 1 and c.handed_over_at < p.ordered_at))
      and not exists (select from deliveries.parcel n where n.dossier_id = p.dossier_id and n.round > p.round)) c order by astray_since, id`, page)
}

/** Where a parcel stands among those under way: by when it was ordered, which never changes. Says nothing about its person: it is part of addresses. */
export interface ParcelPlace {
  /** In milliseconds. */
  readonly orderedAt: number
  readonly id: string
}

interface UnderWayPage {
  readonly rows: readonly { readonly card: Card; readonly place: ParcelPlace }[]
  readonly hasNext: boolean
  readonly hasPrevious: boolean
}

/** Cards that are with the post and neither astray nor delivered, longest under way first: the beginning, or what lies after or before a place. */
export async function listCardsUnderWay(work: Work, provinceCode: string, { after, before, size }: { readonly after?: ParcelPlace | undefined; readonly before?: ParcelPlace | undefined; readonly size: number }): Promise<UnderWayPage> {
  const backwards = before !== undefined
  const from = before ?? after
  const beyond = from ? sql`and (p.ordered_at, p.id) ${raw(backwards ? '<' : '>')} (${new Date(from.orderedAt)}::timestamptz, ${from.id}::uuid)` : sql``
  const order = raw(backwards ? 'desc' : 'asc')
  const found = await work.db.many<Row & { parcel_id: string; ordered_at: Date }>(sql`select ${columns}, parcel_id, ordered_at from (
    select c.*, p.id as parcel_id, p.ordered_at from deliveries.parcel p join deliveries.card c on c.dossier_id = p.dossier_id and c.state = 'handed-over' and c.handed_over_to = 'post'
    where c.province_code = ${provinceCode} and p.state in ('ordered', 'registered', 'collected', 'in-transit', 'failed', 'held') and not (p.state = 'ordered' and p.round > 1 and c.handed_over_at < p.ordered_at)
      and not exists (select from deliveries.parcel n where n.dossier_id = p.dossier_id and n.round > p.round) ${beyond}
    order by p.ordered_at ${order}, p.id ${order} limit ${size + 1}) c order by ordered_at ${order}, parcel_id ${order}`)
  const more = found.length > size
  const rows = found.slice(0, size).map((row) => ({ card: toCard(row), place: { orderedAt: row.ordered_at.getTime(), id: row.parcel_id } }))
  return { rows: backwards ? rows.reverse() : rows, hasNext: backwards || more, hasPrevious: backwards ? more : after !== undefined }
}

/** Locks waiting cards of a province, leaving those that another print run has just taken. */
export async function lockQueuedCards(work: Work, provinceCode: string, limit: number): Promise<Card[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from deliveries.card where province_code = ${provinceCode} and state = 'queued'
    order by queued_at, id limit ${limit} for update skip locked`)
  return rows.map(toCard)
}

/** Marks cards as printed in one new batch. @returns the batch's id */
export async function saveBatch(work: Work, provinceCode: string, cards: readonly Card[]): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into deliveries.batch (id, province_code, cards, printed_by, printed_at) values (${id}, ${provinceCode}, ${cards.length}, ${actorId(work.actor)}, ${work.now})`)
  await work.db.run(sql`update deliveries.card set state = 'printed', batch_id = ${id}, printed_at = ${work.now} where id = any(${cards.map((card) => card.id)}::uuid[])`)
  moveCards(work, cards.map((card) => card.id), 'printer', 'office')
  return id
}

/** One print run. */
export interface Batch {
  readonly id: string
  readonly cards: number
  readonly printedBy: string
  readonly printedAt: Date
}

/** The newest print runs of a province. */
export async function listBatches(work: Work, provinceCode: string, limit: number): Promise<Batch[]> {
  return work.db.many(sql`select id, cards, printed_by as "printedBy", printed_at as "printedAt" from deliveries.batch where province_code = ${provinceCode} order by printed_at desc limit ${limit}`)
}

/** Cards leave the office: to the post by a list, to a person at the counter. */
export async function saveHandOver(work: Work, cardIds: readonly string[], to: 'post' | 'person', listId: string | null): Promise<void> {
  await work.db.run(sql`update deliveries.card set state = 'handed-over', handed_over_at = ${work.now}, handed_over_to = ${to} where id = any(${[...cardIds]}::uuid[])`)
  moveCards(work, cardIds, 'office', to, listId)
}

/** A card that the post lost is none any more. */
export async function saveLoss(work: Work, cardId: string): Promise<void> {
  await work.db.run(sql`update deliveries.card set state = 'lost' where id = ${cardId}`)
  moveCards(work, [cardId], 'post', 'lost')
}

/** A card that the post brought back lies in the office again. */
export async function saveReturn(work: Work, cardId: string): Promise<void> {
  await work.db.run(sql`update deliveries.card set state = 'printed', handed_over_at = null, handed_over_to = null, list_id = null, before_lists = false where id = ${cardId}`)
  moveCards(work, [cardId], 'post', 'office')
}

/** Locks the cards of a list or selection, in one order so that two lists never wait for each other. */
export async function lockCards(work: Work, cardIds: readonly string[]): Promise<Card[]> {
  const rows = await work.db.many<Row>(sql`select ${columns} from deliveries.card where id = any(${[...cardIds]}::uuid[]) order by id for update`)
  return rows.map(toCard)
}
