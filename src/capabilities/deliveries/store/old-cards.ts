/** Old cards that drivers owe, that came, and how they ended. */
import { sql } from '../../../platform/db/sql.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'

export interface OldCard {
  readonly licenceId: string
  readonly dossierId: string
  readonly personId: string
  readonly provinceCode: string
  readonly state: 'owed' | 'received' | 'destroyed' | 'kept'
  readonly owedSince: Date
  readonly reminded: number
  readonly receivedBy: string | null
  readonly receivedAt: Date | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
}

const columns = sql`licence_id as "licenceId", dossier_id as "dossierId", person_id as "personId", province_code as "provinceCode", state, owed_since as "owedSince", reminded,
  received_by as "receivedBy", received_at as "receivedAt", ended_by as "endedBy", ended_at as "endedAt"`

/** @returns how many were not owed before */
export async function insertOldCards(work: Work, owed: Pick<OldCard, 'dossierId' | 'personId' | 'provinceCode'>, licenceIds: readonly string[]): Promise<number> {
  return work.db.run(sql`insert into deliveries.old_card (licence_id, dossier_id, person_id, province_code, state, owed_since)
    select l, ${owed.dossierId}, ${owed.personId}, ${owed.provinceCode}, 'owed', ${work.now} from unnest(${[...licenceIds]}::uuid[]) l on conflict do nothing`)
}

export async function listOldCardsOf(work: Work, dossierId: string): Promise<OldCard[]> {
  return work.db.many(sql`select ${columns} from deliveries.old_card where dossier_id = ${dossierId} order by licence_id`)
}

/** A province's old cards in a state, those owed longest first. */
export async function listOldCards(work: Work, provinceCode: string, state: OldCard['state'], limit = 50): Promise<OldCard[]> {
  return work.db.many(sql`select ${columns} from deliveries.old_card where province_code = ${provinceCode} and state = ${state} order by owed_since, licence_id limit ${limit}`)
}

/** The old card of a licence; undefined when none is owed. */
export async function findOldCard(work: Work, licenceId: string): Promise<OldCard | undefined> {
  return work.db.maybe(sql`select ${columns} from deliveries.old_card where licence_id = ${licenceId}`)
}

export async function lockOldCard(work: Work, licenceId: string): Promise<OldCard | undefined> {
  return work.db.maybe(sql`select ${columns} from deliveries.old_card where licence_id = ${licenceId} for update`)
}

export async function saveReminder(work: Work, licenceIds: readonly string[]): Promise<void> {
  await work.db.run(sql`update deliveries.old_card set reminded = reminded + 1 where licence_id = any(${[...licenceIds]}::uuid[])`)
}

export async function saveOldCardReceipt(work: Work, licenceId: string): Promise<void> {
  await work.db.run(sql`update deliveries.old_card set state = 'received', received_by = ${actorId(work.actor)}, received_at = ${work.now} where licence_id = ${licenceId}`)
}

export async function saveOldCardEnd(work: Work, licenceId: string, how: 'destroyed' | 'kept'): Promise<void> {
  await work.db.run(sql`update deliveries.old_card set state = ${how}, ended_by = ${actorId(work.actor)}, ended_at = ${work.now} where licence_id = ${licenceId}`)
}
