/** Hand-over lists with their items, and the moves of cards. */
import { sql } from '../../../platform/db/sql.ts'
import { actorId } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type ExtraReason, type ListExtra, type ListItem, type ListState, listNumberOf } from '../hand-over-list.ts'

export interface HandOverList {
  readonly id: string
  readonly number: string
  readonly provinceCode: string
  readonly state: ListState
  readonly contentHash: string
  readonly closedBy: string
  readonly closedAt: Date
  readonly postOffice: string | null
  readonly countedBy: string | null
  readonly countedAt: Date | null
  readonly countedHash: string | null
  readonly settledBy: string | null
  readonly settledAt: Date | null
}

export interface ListWithItems extends HandOverList {
  readonly items: readonly ListItem[]
  readonly extras: readonly ListExtra[]
}

const columns = sql`id, number, province_code as "provinceCode", state, content_hash as "contentHash", closed_by as "closedBy", closed_at as "closedAt", post_office as "postOffice",
  counted_by as "countedBy", counted_at as "countedAt", counted_hash as "countedHash", settled_by as "settledBy", settled_at as "settledAt"`

/** The next number of a list. */
export async function nextListNumber(work: Work): Promise<string> {
  return listNumberOf((await work.db.one<{ n: number }>(sql`select nextval('deliveries.list_serial')::int as n`)).n)
}

export async function insertList(work: Work, list: Pick<HandOverList, 'number' | 'provinceCode' | 'contentHash'>, items: readonly Pick<ListItem, 'cardId' | 'itemNumber'>[]): Promise<string> {
  const id = newId()
  await work.db.run(sql`insert into deliveries.list (id, number, province_code, state, content_hash, closed_by, closed_at)
    values (${id}, ${list.number}, ${list.provinceCode}, 'closed', ${list.contentHash}, ${actorId(work.actor)}, ${work.now})`)
  await work.db.run(sql`insert into deliveries.list_item (list_id, card_id, item_number)
    select ${id}, i."cardId", i."itemNumber" from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i("cardId" uuid, "itemNumber" text)`)
  await work.db.run(sql`update deliveries.card set list_id = ${id} where id = any(${items.map((item) => item.cardId)}::uuid[])`)
  return id
}

export async function findList(work: Work, listId: string): Promise<ListWithItems | undefined> {
  const list = await work.db.maybe<HandOverList>(sql`select ${columns} from deliveries.list where id = ${listId}`)
  return list && withItems(work, list)
}

export async function lockList(work: Work, listId: string): Promise<ListWithItems | undefined> {
  const list = await work.db.maybe<HandOverList>(sql`select ${columns} from deliveries.list where id = ${listId} for update`)
  return list && withItems(work, list)
}

async function withItems(work: Work, list: HandOverList): Promise<ListWithItems> {
  const items = await work.db.many<ListItem>(sql`select card_id as "cardId", item_number as "itemNumber", scanned_at as "scannedAt", outcome, reason from deliveries.list_item
    where list_id = ${list.id} order by item_number`)
  const extras = await work.db.many<ListExtra>(sql`select item_number as "itemNumber", reason from deliveries.list_extra where list_id = ${list.id} order by scanned_at, item_number`)
  return { ...list, items, extras }
}

export interface ListLine extends HandOverList {
  readonly items: number
  readonly scanned: number
  readonly missing: number
  readonly extras: number
}

/** A province's lists, those that wait for somebody first, then the newest. */
export async function listLists(work: Work, provinceCode: string, limit = 20): Promise<ListLine[]> {
  return work.db.many(sql`select ${columns}, i.items, i.scanned, i.missing, x.extras from deliveries.list l,
    lateral (select count(*)::int as items, count(scanned_at)::int as scanned, (count(*) filter (where outcome = 'missing'))::int as missing from deliveries.list_item where list_id = l.id) i,
    lateral (select count(*)::int as extras from deliveries.list_extra where list_id = l.id) x
    where l.province_code = ${provinceCode} order by l.state not in ('closed', 'counted'), l.closed_at desc, l.number desc limit ${limit}`)
}

export async function saveScan(work: Work, listId: string, cardId: string, at: Date | null): Promise<void> {
  await work.db.run(sql`update deliveries.list_item set scanned_at = ${at} where list_id = ${listId} and card_id = ${cardId}`)
}

export async function insertExtra(work: Work, listId: string, itemNumber: string): Promise<void> {
  await work.db.run(sql`insert into deliveries.list_extra (list_id, item_number, scanned_at) values (${listId}, ${itemNumber}, ${work.now}) on conflict do nothing`)
}

export async function deleteExtra(work: Work, listId: string, itemNumber: string): Promise<void> {
  await work.db.run(sql`delete from deliveries.list_extra where list_id = ${listId} and item_number = ${itemNumber}`)
}

/** What the post found, and that it stands for it. */
export async function saveCount(work: Work, list: ListWithItems, counted: { readonly postOffice: string; readonly hash: string; readonly missing: ReadonlyMap<string, string>; readonly extras: ReadonlyMap<string, ExtraReason> }): Promise<void> {
  const outcomes = list.items.map((item) => ({ card: item.cardId, outcome: item.scannedAt ? 'received' : 'missing', reason: counted.missing.get(item.itemNumber) ?? null }))
  await work.db.run(sql`update deliveries.list_item i set outcome = o.outcome, reason = o.reason from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(card uuid, outcome text, reason text)
    where i.list_id = ${list.id} and i.card_id = o.card`)
  const extras = [...counted.extras].map(([item, reason]) => ({ item, reason }))
  await work.db.run(sql`update deliveries.list_extra e set reason = o.reason from jsonb_to_recordset(${JSON.stringify(extras)}::jsonb) as o(item text, reason text)
    where e.list_id = ${list.id} and e.item_number = o.item`)
  await work.db.run(sql`update deliveries.list set state = 'counted', post_office = ${counted.postOffice}, counted_by = ${actorId(work.actor)}, counted_at = ${work.now}, counted_hash = ${counted.hash} where id = ${list.id}`)
}

/** Ends a list; the cards that stay go back to lying in the office. */
export async function saveListEnd(work: Work, listId: string, state: 'complete' | 'taken-back', staying: readonly string[]): Promise<void> {
  await work.db.run(sql`update deliveries.list set state = ${state}, settled_by = ${actorId(work.actor)}, settled_at = ${work.now} where id = ${listId}`)
  if (staying.length > 0) await work.db.run(sql`update deliveries.card set list_id = null where id = any(${[...staying]}::uuid[])`)
}
