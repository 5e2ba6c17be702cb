/** Things done with many dossiers, a row for each dossier. */
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Actor } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'

export const bulkActs = ['claim', 'accept', 'approve', 'decide', 'sign', 'print', 'hand-over', 'take-back', 'release'] as const
export type BulkAct = (typeof bulkActs)[number]

/** asked: its signature is being made. left-out: not to be done by what the first look said. */
export type ItemState = 'waiting' | 'asked' | 'done' | 'refused' | 'left-out' | 'stopped'

export interface Bulk {
  readonly id: string
  readonly act: BulkAct
  readonly province: string
  readonly staffId: string
  readonly personId: string
  /** Of the look; once confirmed, of who confirmed: they may have signed in again in between. */
  readonly sessionId: string
  /** When who confirmed had proved who they are, where that is asked. */
  readonly signedInAt: Date | null
  /** The approvals that this takes back. */
  readonly undoes: string | null
  readonly drawnUpAt: Date
  /** Until then it is only a look at what would go. */
  readonly confirmedAt: Date | null
  readonly stoppedAt: Date | null
}

export interface BulkItem {
  readonly dossierId: string
  readonly place: number
  /** SHA-256 of the decision as it was shown, where it is to be signed. */
  readonly shownHash: string | null
  readonly state: ItemState
  /** Code of a refusal. */
  readonly refusal: string | null
  readonly endedAt: Date | null
}

export type NewItem = Pick<BulkItem, 'dossierId' | 'shownHash' | 'refusal'>

const columns = sql`id, act, province, staff_id as "staffId", person_id as "personId", session_id as "sessionId", signed_in_at as "signedInAt", undoes, drawn_up_at as "drawnUpAt", confirmed_at as "confirmedAt", stopped_at as "stoppedAt"`
const itemColumns = sql`dossier_id as "dossierId", place, shown_hash as "shownHash", state, refusal, ended_at as "endedAt"`

/** Looks that nobody confirmed are kept for so long. */
const FORGOTTEN_MS = 24 * 3_600_000

/** Writes a look at what would go. @returns its id */
export async function insertBulk(work: Work, actor: Extract<Actor, { kind: 'staff' }>, bulk: { readonly act: BulkAct; readonly undoes?: string | undefined }, items: readonly NewItem[]): Promise<string> {
  const id = newId()
  await work.db.run(sql`delete from dossiers.bulk where staff_id = ${actor.staffId} and confirmed_at is null and drawn_up_at < ${new Date(work.now.getTime() - FORGOTTEN_MS)}`)
  await work.db.run(sql`insert into dossiers.bulk (id, act, province, staff_id, person_id, session_id, undoes, drawn_up_at)
    values (${id}, ${bulk.act}, ${actor.provinceCode}, ${actor.staffId}, ${actor.personId}, ${actor.sessionId}, ${bulk.undoes ?? null}, ${work.now})`)
  await work.db.run(sql`insert into dossiers.bulk_item (bulk_id, dossier_id, place, shown_hash, state, refusal, ended_at)
    select ${id}, i.dossier_id, i.place, i.shown_hash, case when i.refusal is null then 'waiting' else 'left-out' end, i.refusal, case when i.refusal is null then null else ${work.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(items.map((item, place) => ({ dossier_id: item.dossierId, place, shown_hash: item.shownHash, refusal: item.refusal })))}::jsonb)
      as i(dossier_id uuid, place int, shown_hash text, refusal text)`)
  return id
}

export async function findBulk(work: Work, id: string): Promise<Bulk | undefined> {
  return work.db.maybe(sql`select ${columns} from dossiers.bulk where id = ${id}`)
}

export async function lockBulk(work: Work, id: string): Promise<Bulk | undefined> {
  return work.db.maybe(sql`select ${columns} from dossiers.bulk where id = ${id} for update`)
}

export async function listItems(work: Work, bulkId: string): Promise<BulkItem[]> {
  return work.db.many(sql`select ${itemColumns} from dossiers.bulk_item where bulk_id = ${bulkId} order by place`)
}

export async function findItem(work: Work, bulkId: string, dossierId: string): Promise<BulkItem | undefined> {
  return work.db.maybe(sql`select ${itemColumns} from dossiers.bulk_item where bulk_id = ${bulkId} and dossier_id = ${dossierId}`)
}

export async function saveConfirmed(work: Work, id: string, by: Pick<Bulk, 'sessionId' | 'signedInAt'>): Promise<void> {
  await work.db.run(sql`update dossiers.bulk set confirmed_at = ${work.now}, session_id = ${by.sessionId}, signed_in_at = ${by.signedInAt} where id = ${id} and confirmed_at is null`)
}

/** Nothing more is begun. @returns the dossiers whose signature is being made */
export async function saveStopped(work: Work, id: string): Promise<string[]> {
  await work.db.run(sql`update dossiers.bulk set stopped_at = ${work.now} where id = ${id} and stopped_at is null`)
  await work.db.run(sql`update dossiers.bulk_item set state = 'stopped', ended_at = ${work.now} where bulk_id = ${id} and state = 'waiting'`)
  return (await work.db.many<{ id: string }>(sql`select dossier_id as id from dossiers.bulk_item where bulk_id = ${id} and state = 'asked' order by dossier_id`)).map((row) => row.id)
}

/** The item while it waits, locked: of two workers one does it. */
export async function lockWaiting(work: Work, bulkId: string, dossierId: string): Promise<BulkItem | undefined> {
  return work.db.maybe(sql`select ${itemColumns} from dossiers.bulk_item where bulk_id = ${bulkId} and dossier_id = ${dossierId} and state = 'waiting' for update`)
}

/** The next items that wait, locked. */
export async function lockNext(work: Work, bulkId: string, most: number): Promise<BulkItem[]> {
  return work.db.many(sql`select ${itemColumns} from dossiers.bulk_item where bulk_id = ${bulkId} and state = 'waiting' order by place limit ${most} for update`)
}

/** Ends items, or notes that their signature is being made. */
export async function saveItems(work: Work, bulkId: string, dossierIds: readonly string[], state: 'asked' | 'done' | 'refused', refusal: string | null = null): Promise<void> {
  await work.db.run(sql`update dossiers.bulk_item set state = ${state}, refusal = ${refusal}, ended_at = ${state === 'asked' ? null : work.now}
    where bulk_id = ${bulkId} and dossier_id = any(${[...dossierIds]}::uuid[]) and state in ('waiting', 'asked')`)
}

/** Ends what waits for the signature of a dossier's decision, wherever that was asked for. */
export async function saveSignatureEnded(work: Work, dossierId: string, refusal: string | null): Promise<void> {
  await work.db.run(sql`update dossiers.bulk_item set state = ${refusal === null ? 'done' : 'refused'}, refusal = ${refusal}, ended_at = ${work.now} where dossier_id = ${dossierId} and state = 'asked'`)
}

/** What came of it, in numbers. */
export interface BulkCount extends Bulk {
  readonly counts: Readonly<Partial<Record<ItemState, number>>>
}

/** What an officer did with many, newest first. */
export async function listBulks(work: Work, staffId: string, most: number): Promise<BulkCount[]> {
  return work.db.many(sql`select ${columns}, (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (select i.state, count(*)::int as n from dossiers.bulk_item i where i.bulk_id = b.id group by i.state) s) as counts
    from dossiers.bulk b where b.staff_id = ${staffId} and b.confirmed_at is not null order by b.drawn_up_at desc limit ${most}`)
}

/** Whether approvals were taken back as a whole before, or are being so. */
export async function findUndoing(work: Work, bulkId: string): Promise<{ readonly id: string } | undefined> {
  return work.db.maybe(sql`select id from dossiers.bulk where undoes = ${bulkId} and confirmed_at is not null limit 1`)
}
