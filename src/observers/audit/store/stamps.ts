/** Stamps of time over seals. */
import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import type { Reading } from './rows.ts'

export interface SealStamp {
  readonly seal: number
  readonly size: number
  readonly note: string
  readonly token: Buffer
  /** By the authority's own clock. */
  readonly at: Date
}

const stamps = sql`select p.seal_number as seal, s.size, s.note, p.token, p.stamped_at as at from audit.stamp p join audit.seal s on s.number = p.seal_number`

async function findStamp(work: Reading, rest: Sql): Promise<SealStamp | undefined> {
  return work.db.maybe(sql`${stamps} ${rest} limit 1`)
}

export async function insertStamp(work: Work, stamp: Pick<SealStamp, 'seal' | 'token' | 'at'>): Promise<void> {
  await work.db.run(sql`insert into audit.stamp (seal_number, token, stamped_at) values (${stamp.seal}, ${stamp.token}, ${stamp.at}) on conflict do nothing`)
}

/** All stamps, oldest first. */
export async function listStamps(work: Reading): Promise<SealStamp[]> {
  return work.db.many(sql`${stamps} order by p.seal_number`)
}

/** The newest stamps, newest first. */
export async function listNewestStamps(work: Reading, most: number): Promise<SealStamp[]> {
  return work.db.many(sql`${stamps} order by p.seal_number desc limit ${most}`)
}

/** The first stamp over a checkpoint of at least so many leaves. */
export async function findStampFrom(work: Reading, size: number): Promise<SealStamp | undefined> {
  return findStamp(work, sql`where s.size >= ${size} order by p.seal_number`)
}

/** When the first seal after the last stamped one was made. */
export async function findFirstUnstamped(work: Reading): Promise<Date | undefined> {
  return (await work.db.maybe<{ at: Date }>(sql`select sealed_at as at from audit.seal where number > coalesce((select max(seal_number) from audit.stamp), 0) order by number limit 1`))?.at
}
