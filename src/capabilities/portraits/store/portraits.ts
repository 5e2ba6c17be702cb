import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import type { DisputableReason, Measures, RefusalReason } from '../verdict.ts'

/** Where a picture came from. */
export type PortraitSource = 'upload' | 'population-register'

interface Received {
  readonly id: string
  readonly personId: string
  readonly draftId: string | null
  readonly source: PortraitSource
  /** The finished upload it came by, when it was sent in pieces. */
  readonly uploadId: string | null
  /** The look-up that the population register answered with it. */
  readonly lookupId: string | null
  readonly recipeVersion: number
  readonly measures: Measures
  readonly receivedAt: Date
}

/** A portrait that may go on a card, unless `doubts` names what an officer must look at first. */
export interface AcceptedPortrait extends Received {
  readonly state: 'accepted'
  readonly doubts: readonly DisputableReason[]
  /** SHA-256 (64 hex digits) of the bytes as sent. */
  readonly originalHash: string
  readonly originalBytes: number
  /** SHA-256 (64 hex digits) of the 3 x 4 picture that the person saw. */
  readonly cropHash: string
  /** When both files were last read back equal to their hashes. */
  readonly verifiedAt: Date
  /** Set when a nightly reading found a file missing or changed. */
  readonly damagedAt: Date | null
  /** What could then not be mended: the bytes as sent, or the 3 x 4 picture itself. */
  readonly lost: 'original' | 'picture' | null
}

/** A picture that was refused; nothing of it is kept but the reason and the measures. */
interface RefusedPortrait extends Received {
  readonly state: 'refused'
  readonly reason: RefusalReason
}

/** Ảnh chân dung: one picture that a person sent, with its verdict. */
export type Portrait = AcceptedPortrait | RefusedPortrait

/** @returns false when the upload it came by was recorded before: that record stands */
export async function savePortrait(work: Work, portrait: Portrait): Promise<boolean> {
  const accepted = portrait.state === 'accepted' ? portrait : undefined
  const saved = await work.db.run(sql`insert into portraits.portrait
    (id, person_id, draft_id, state, reason, doubts, source, upload_id, lookup_id, original_hash, original_bytes, crop_hash, recipe_version, measures, received_at, verified_at)
    values (${portrait.id}, ${portrait.personId}, ${portrait.draftId}, ${portrait.state},
      ${portrait.state === 'refused' ? portrait.reason : null}, ${accepted?.doubts ?? []}, ${portrait.source}, ${portrait.uploadId}, ${portrait.lookupId},
      ${accepted?.originalHash ?? null}, ${accepted?.originalBytes ?? null}, ${accepted?.cropHash ?? null},
      ${portrait.recipeVersion}, ${JSON.stringify(portrait.measures)}::jsonb, ${portrait.receivedAt}, ${accepted?.verifiedAt ?? null})
    on conflict (upload_id) where upload_id is not null do nothing`)
  return saved > 0
}

/** Accepted portraits that are the same file; the portrait itself is not among them. */
export async function listSameFile(work: Work, portraitId: string): Promise<string[]> {
  return (await work.db.many<{ id: string }>(sql`select p.id from portraits.portrait own join portraits.portrait p on p.original_hash = own.original_hash and p.id <> own.id where own.id = ${portraitId}`)).map(({ id }) => id)
}

/** A row as the table's checks allow it: what an accepted portrait has, a refused one lacks. */
type Row = Received & { doubts: DisputableReason[] } & (
    | { state: 'accepted'; reason: null; originalHash: string; originalBytes: number; cropHash: string; verifiedAt: Date; damagedAt: Date | null; lost: 'original' | 'picture' | null }
    | { state: 'refused'; reason: RefusalReason }
  )

function toPortrait(row: Row): Portrait {
  const { id, personId, draftId, source, uploadId, lookupId, recipeVersion, measures, receivedAt } = row
  const received = { id, personId, draftId, source, uploadId, lookupId, recipeVersion, measures, receivedAt }
  return row.state === 'refused' ? { ...received, state: 'refused', reason: row.reason } : toAccepted(row)
}

function toAccepted(row: Row & { state: 'accepted' }): AcceptedPortrait {
  const { reason: _none, ...portrait } = row
  return portrait
}

const columns = sql`id, person_id as "personId", draft_id as "draftId", state, reason, doubts, source, upload_id as "uploadId", lookup_id as "lookupId", original_hash as "originalHash",
  original_bytes as "originalBytes", crop_hash as "cropHash", recipe_version as "recipeVersion", measures,
  received_at as "receivedAt", verified_at as "verifiedAt", damaged_at as "damagedAt", lost`

/** @throws when there is no such portrait */
export async function getPortrait(work: Work, portraitId: string): Promise<Portrait> {
  return toPortrait(await work.db.one<Row>(sql`select ${columns} from portraits.portrait where id = ${portraitId}`))
}

export async function findPortrait(work: Work, portraitId: string): Promise<Portrait | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from portraits.portrait where id = ${portraitId}`)
  return row && toPortrait(row)
}

/** What became of a finished upload of a person, once it has been looked at. */
export async function findPortraitOfUpload(work: Work, personId: string, uploadId: string): Promise<Portrait | undefined> {
  const row = await work.db.maybe<Row>(sql`select ${columns} from portraits.portrait where upload_id = ${uploadId} and person_id = ${personId}`)
  return row && toPortrait(row)
}

/** Why a person's picture of the register was refused, when it was. */
export async function findRefusalOfLookup(work: Work, personId: string, lookupId: string): Promise<RefusalReason | undefined> {
  const row = await work.db.maybe<{ reason: RefusalReason }>(sql`select reason from portraits.portrait
    where lookup_id = ${lookupId} and person_id = ${personId} and state = 'refused' limit 1`)
  return row?.reason
}

/** The portrait if it was accepted. */
export async function findAcceptedPortrait(work: Work, portraitId: string): Promise<AcceptedPortrait | undefined> {
  const row = await work.db.maybe<Row & { state: 'accepted' }>(sql`select ${columns} from portraits.portrait where id = ${portraitId} and state = 'accepted'`)
  return row && toAccepted(row)
}

/** Those of these that were accepted, in one question. */
export async function listAcceptedOf(work: Work, portraitIds: readonly string[]): Promise<AcceptedPortrait[]> {
  return listAccepted(work, sql`id = any(${[...portraitIds]}::uuid[])`, portraitIds.length)
}

/** Accepted portraits in the order of their ids, from after one on: a page for the nightly reading. */
export async function listAcceptedAfter(work: Work, afterId: string | null, limit: number): Promise<AcceptedPortrait[]> {
  return listAccepted(work, sql`(${afterId}::uuid is null or id > ${afterId}::uuid)`, limit)
}

/** Accepted portraits that meet a condition on their row, in the order of their ids. */
export async function listAccepted(work: Work, condition: Sql, limit: number): Promise<AcceptedPortrait[]> {
  return (await work.db.many<Row & { state: 'accepted' }>(sql`select ${columns} from portraits.portrait where state = 'accepted' and ${condition} order by id limit ${limit}`)).map(toAccepted)
}

/** What a reading found of one portrait; `lost` null when both files are whole. */
export interface Reading {
  readonly portraitId: string
  readonly lost: AcceptedPortrait['lost']
}

/** Notes a page of the nightly reading. */
export async function saveReadings(work: Work, readings: readonly Reading[]): Promise<void> {
  await work.db.run(sql`update portraits.portrait p set
      verified_at = case when r.lost is null then ${work.now} else p.verified_at end,
      damaged_at = case when r.lost is not null then coalesce(p.damaged_at, ${work.now}) end,
      lost = r.lost
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as r("portraitId" uuid, lost text) where p.id = r."portraitId"`)
}

/**
 * Rows that must not exist (POR1 to POR3 and POR6 to POR7, as far as one schema can see them).
 * That the officer's page and the card order carry the same hash is checked where they are.
 */
export const invariants: Readonly<Record<string, Sql>> = {
  /** POR1: an accepted portrait has the hashes that the receipt, the officer's page and the card order are compared with. */
  'POR1 accepted portraits have both hashes': sql`select id from portraits.portrait
    where state = 'accepted' and (crop_hash is null or original_hash is null or crop_hash = original_hash)`,
  /** POR2: accepted implies that the bytes were read back. */
  'POR2 accepted portraits were read back': sql`select id from portraits.portrait
    where state = 'accepted' and (verified_at is null or verified_at < received_at)`,
  /** POR3: every file that a row refers to exists: none was found missing or changed. */
  'POR3 no stored portrait is missing or changed': sql`select id from portraits.portrait where damaged_at is not null`,
  /** B2: a picture said to be the register's was given by the register, about this person. */
  'POR6 a registered portrait is the answer to a question about its person': sql`select p.id from portraits.portrait p
    where p.source = 'population-register' and not exists (select from platform.lookup l
      where l.id = p.lookup_id and l.person_id = p.person_id and l.source = 'population-portrait' and l.state = 'value')`,
  /** A hint that two pictures are alike names how far apart they are, and is of two people. */
  'POR7 what is said to look alike is of two people and as near as is said': sql`select a.first_id as id from portraits.alike a
    join portraits.look f on f.portrait_id = a.first_id join portraits.look s on s.portrait_id = a.second_id
    join portraits.portrait fp on fp.id = a.first_id join portraits.portrait sp on sp.id = a.second_id
    where fp.person_id = sp.person_id or not case when a.mirrored then a.places in (bit_count(f.mirrored # s.look), bit_count(s.mirrored # f.look)) else a.places = bit_count(f.look # s.look) end`,
  /** A refusal always tells why, and keeps nothing of the picture. */
  'POR2 refused portraits have a reason and no file': sql`select id from portraits.portrait
    where state = 'refused' and (reason is null or original_hash is not null or crop_hash is not null)`,
}
