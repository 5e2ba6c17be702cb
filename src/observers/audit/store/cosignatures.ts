/** Signatures of witnesses under seals. */
import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'
import { findSeal, type Seal } from './log.ts'

/** @returns false when that witness had signed that seal before */
export async function insertCosignature(work: Work, cosignature: { readonly seal: number; readonly witness: string; readonly line: string; readonly at: Date }): Promise<boolean> {
  const { seal, witness, line, at } = cosignature
  return (await work.db.run(sql`insert into audit.cosignature (seal_number, witness, line, signed_at) values (${seal}, ${witness}, ${line}, ${at}) on conflict do nothing`)) > 0
}

/** The lines under a seal, by witness. */
export async function listCosignatures(work: Work, seal: number): Promise<string[]> {
  return (await work.db.many<{ line: string }>(sql`select line from audit.cosignature where seal_number = ${seal} order by witness`)).map(({ line }) => line)
}

/** The newest seal that a witness signed. */
export async function findCosignedSeal(work: Work): Promise<Seal | undefined> {
  const last = await work.db.maybe<{ number: number }>(sql`select seal_number as number from audit.cosignature order by seal_number desc limit 1`)
  return last && findSeal(work, sql`number = ${last.number}`)
}

/** Who signed last and when. */
export async function findLastCosignature(work: Work): Promise<{ readonly witness: string; readonly at: Date; readonly size: number } | undefined> {
  return work.db.maybe(sql`select c.witness, c.signed_at as at, s.size from audit.cosignature c join audit.seal s on s.number = c.seal_number order by c.seal_number desc, c.witness limit 1`)
}

/** When the first seal after the last witnessed one was made. */
export async function findFirstUnwitnessed(work: Work): Promise<Date | undefined> {
  return (await work.db.maybe<{ at: Date }>(sql`select sealed_at as at from audit.seal where number > coalesce((select max(seal_number) from audit.cosignature), 0) order by number limit 1`))?.at
}
