/** Parcels and their events. */
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { type FailReason, itemNumberOf, type ParcelState, type Recipient, type Relation, type Sender, type TrackedState, type TrackingEvent } from '../parcel.ts'

export interface Parcel {
  readonly id: string
  readonly dossierId: string
  readonly personId: string
  readonly orderNumber: string
  readonly state: ParcelState
  /** 1, and one more each time the card is sent anew. */
  readonly round: number
  readonly itemNumber: string | null
  readonly sender: Sender
  readonly orderedAt: Date
  readonly changedAt: Date
}

interface Row {
  id: string
  dossier_id: string
  person_id: string
  order_number: string
  state: ParcelState
  round: number
  item_number: string | null
  sender: Sender
  ordered_at: Date
  changed_at: Date
}

const columns = sql`id, dossier_id, person_id, order_number, state, round, item_number, sender, ordered_at, changed_at`

function toParcel(row: Row): Parcel {
  return {
    id: row.id, dossierId: row.dossier_id, personId: row.person_id, orderNumber: row.order_number, state: row.state, round: row.round, itemNumber: row.item_number,
    sender: row.sender, orderedAt: row.ordered_at, changedAt: row.changed_at,
  }
}

interface EventRow {
  state: TrackedState
  happened_at: Date
  reason: FailReason | null
  relation: Relation | null
}

const eventColumns = sql`state, happened_at, reason, relation`

function toEvent(row: EventRow): TrackingEvent {
  return { state: row.state, happenedAt: row.happened_at, reason: row.reason ?? undefined, relation: row.relation ?? undefined }
}

const contextOf = (id: string) => `deliveries.parcel.recipient:${id}`

export interface NewParcel {
  readonly dossierId: string
  readonly personId: string
  readonly orderNumber: string
  readonly recipient: Recipient
  readonly sender: Sender
  /** 1 unless it is sent anew. */
  readonly round?: number
}

/** @returns the new parcel's id; undefined when the dossier has a parcel of that round already */
export async function insertParcel(work: Work, parcel: NewParcel): Promise<string | undefined> {
  const id = newId()
  const recipient = await work.seal(parcel.personId, contextOf(id), JSON.stringify(parcel.recipient))
  const itemNumber = await nextItemNumber(work)
  const row = await work.db.maybe<{ id: string }>(sql`insert into deliveries.parcel (id, dossier_id, person_id, order_number, state, round, item_number, recipient, sender, ordered_at, changed_at)
    values (${id}, ${parcel.dossierId}, ${parcel.personId}, ${parcel.orderNumber}, 'ordered', ${parcel.round ?? 1}, ${itemNumber}, ${recipient}, ${JSON.stringify(parcel.sender)}::jsonb, ${work.now}, ${work.now})
    on conflict (dossier_id, round) do nothing returning id`)
  return row?.id
}

/** The next number of those that the post allotted to the authority. */
async function nextItemNumber(work: Work): Promise<string> {
  return itemNumberOf((await work.db.one<{ n: number }>(sql`select nextval('deliveries.item_serial')::int as n`)).n)
}

/** The item number of a parcel not sent yet: its own, or the next one where it was ordered before there were labels. */
export async function ensureItemNumber(work: Work, parcel: Parcel): Promise<string> {
  if (parcel.itemNumber !== null) return parcel.itemNumber
  const itemNumber = await nextItemNumber(work)
  await work.db.run(sql`update deliveries.parcel set item_number = ${itemNumber} where id = ${parcel.id}`)
  return itemNumber
}

export async function getParcel(work: Work, parcelId: string): Promise<Parcel> {
  return toParcel(await work.db.one<Row>(sql`select ${columns} from deliveries.parcel where id = ${parcelId}`))
}

export async function lockParcel(work: Work, parcelId: string): Promise<Parcel> {
  return toParcel(await work.db.one<Row>(sql`select ${columns} from deliveries.parcel where id = ${parcelId} for update`))
}

/** The parcel that carries a dossier's card now: the latest. */
export async function findParcelOfDossier(work: Work, dossierId: string): Promise<Parcel | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from deliveries.parcel where dossier_id = ${dossierId} order by round desc limit 1`)
  return row && toParcel(row)
}

/** The same of several dossiers, with where each goes, sealed, and what the post said happened to it, oldest first. */
export async function listParcelsWithEvents(work: Work, dossierIds: readonly string[]): Promise<(Parcel & { readonly sealedRecipient: Buffer; readonly events: readonly TrackingEvent[] })[]> {
  const ids = [...dossierIds]
  const [rows, events] = await Promise.all([
    work.db.many<Row & { recipient: Buffer }>(sql`select distinct on (dossier_id) ${columns}, recipient from deliveries.parcel where dossier_id = any(${ids}::uuid[]) order by dossier_id, round desc`),
    work.db.many<EventRow & { parcel_id: string }>(sql`select parcel_id, ${eventColumns} from deliveries.event where parcel_id in (select id from deliveries.parcel where dossier_id = any(${ids}::uuid[])) order by happened_at, sequence`),
  ])
  return rows.map((row) => ({ ...toParcel(row), sealedRecipient: row.recipient, events: events.filter((event) => event.parcel_id === row.id).map(toEvent) }))
}

export async function findParcelByOrder(work: Work, orderNumber: string): Promise<Parcel | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from deliveries.parcel where order_number = ${orderNumber}`)
  return row && toParcel(row)
}

export async function findParcelByItem(work: Work, itemNumber: string): Promise<Parcel | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from deliveries.parcel where item_number = ${itemNumber}`)
  return row && toParcel(row)
}

/** Where a parcel goes, unsealed. */
export async function getRecipient(work: Work, parcel: Parcel): Promise<Recipient> {
  return openRecipient(work, parcel, (await work.db.one<{ recipient: Buffer }>(sql`select recipient from deliveries.parcel where id = ${parcel.id}`)).recipient)
}

export async function openRecipient(work: Work, parcel: Parcel, sealed: Buffer): Promise<Recipient> {
  const recipient: Recipient = JSON.parse(await work.open(parcel.personId, contextOf(parcel.id), sealed))
  return recipient
}

/** Another place to go to, sealed. */
export async function updateRecipient(work: Work, parcel: Parcel, recipient: Recipient): Promise<void> {
  const sealed = await work.seal(parcel.personId, contextOf(parcel.id), JSON.stringify(recipient))
  await work.db.run(sql`update deliveries.parcel set recipient = ${sealed} where id = ${parcel.id}`)
}

export async function updateParcel(work: Work, parcelId: string, state: TrackedState, itemNumber: string): Promise<void> {
  await work.db.run(sql`update deliveries.parcel set state = ${state}, item_number = ${itemNumber}, changed_at = ${work.now} where id = ${parcelId}`)
}

/** Adds the events that are not there yet. @returns how many were new */
export async function insertEvents(work: Work, parcelId: string, events: readonly TrackingEvent[], exchangeId: string): Promise<number> {
  const rows = events.map((event) => ({ id: newId(), state: event.state, at: event.happenedAt.toISOString(), reason: event.reason ?? null, relation: event.relation ?? null }))
  return work.db.run(sql`insert into deliveries.event (id, parcel_id, state, happened_at, recorded_at, exchange_id, reason, relation)
    select e.id, ${parcelId}, e.state, e.at, ${work.now}, ${exchangeId}, e.reason, e.relation from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id uuid, state text, at timestamptz, reason text, relation text)
    order by e.at, e.id
    on conflict do nothing`)
}

/** What the post said happened, oldest first. */
export async function listEvents(work: Work, parcelId: string): Promise<TrackingEvent[]> {
  return (await work.db.many<EventRow>(sql`select ${eventColumns} from deliveries.event where parcel_id = ${parcelId} order by happened_at, sequence`)).map(toEvent)
}
