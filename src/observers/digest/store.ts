/** Letters written, waiting and sent. */
import { type Sql, sql } from '../../platform/db/sql.ts'
import { newId } from '../../platform/values/ids.ts'
import { addDays, type LocalDate } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'

/** Whom a letter is for. */
export type Reader = 'office' | 'supervisor' | 'leader'

/** @param letter.told the events it tells of @returns the new letter's id; undefined when this reader was written to that day */
export async function insertLetter(work: Work, letter: { readonly reader: Reader; readonly province: string; readonly day: LocalDate; readonly subject: string; readonly body: string; readonly told: readonly string[] }): Promise<string | undefined> {
  const id = newId()
  const row = await work.db.maybe<{ id: string }>(sql`insert into digest.letter (id, reader, province, day, subject, body, told, state, written_at)
    values (${id}, ${letter.reader}, ${letter.province}, ${letter.day}, ${letter.subject}, ${letter.body}, ${[...letter.told]}::uuid[], 'waiting', ${work.now}) on conflict (province, day, reader) do nothing returning id`)
  return row?.id
}

/** Whether a reader of a province was written to that day. */
export async function hasLetter(work: Work, reader: Reader, province: string, day: LocalDate): Promise<boolean> {
  return (await work.db.maybe(sql`select id from digest.letter where reader = ${reader} and province = ${province} and day = ${day}`)) !== undefined
}

/** What a reader still has to hear of. */
export interface Untold {
  /** From when on events may be news; null: nothing was ever told. */
  readonly since: Date | null
  /** Events since then that were told. */
  readonly told: readonly string[]
  /** Events of letters that the carrier will never bring, for 90 days from the first letter that told of them. */
  readonly again: readonly string[]
}

/** After that what never arrived is no news: a reader whose address takes no mail would be written ever longer letters. */
const AGAIN_DAYS = 90

/**
 * Where a reader's own last letter ended. What was being written while that letter was may have come into the log after it: an hour before it is looked at again.
 * What came back is told again in every letter for 90 days from the first that told of it, then no more.
 */
export async function findUntold(work: Work, reader: Reader, province: string): Promise<Untold> {
  const longAgo = addDays(work.today, -AGAIN_DAYS)
  return work.db.one(sql`with mine as (select written_at, told, state, day from digest.letter where reader = ${reader} and province = ${province}),
      last as (select case when told is null then written_at else written_at - interval '1 hour' end as since from mine order by written_at desc limit 1)
    select (select since from last) as since, array(select unnest(told) from mine where written_at >= (select since from last)) as told,
      array(select unnest(told) from mine where state = 'undeliverable' and day >= ${longAgo} except select unnest(told) from mine where state <> 'undeliverable' or day < ${longAgo}) as again`)
}

/** Whether a morning is waited for, or is due and not done. */
export async function isScheduled(work: Work): Promise<boolean> {
  return (await work.db.maybe(sql`select key from platform.due where task = 'digest.write'`)) !== undefined
}

/** A letter that is still to be sent; undefined when it is not. */
export async function findWaiting(work: Work, id: string): Promise<{ reader: Reader; province: string; subject: string; body: string } | undefined> {
  return work.db.maybe(sql`select reader, province, subject, body from digest.letter where id = ${id} and state = 'waiting'`)
}

export async function saveSent(work: Work, id: string, receipt: string): Promise<void> {
  await work.db.run(sql`update digest.letter set state = 'sent', receipt = ${receipt}, sent_at = ${work.now} where id = ${id} and state = 'waiting'`)
}

export async function saveUndeliverable(work: Work, id: string): Promise<void> {
  await work.db.run(sql`update digest.letter set state = 'undeliverable' where id = ${id} and state = 'waiting'`)
}

/** Rows that break a promise about the digest: each query must return nothing. */
export const invariants: Readonly<Record<string, Sql>> = {
  'DOS8 every digest that waits has a job or a due row': sql`select l.id from digest.letter l where l.state = 'waiting'
    and not exists (select from platform.due d where d.task = 'digest.send' and d.payload->>'letterId' = l.id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'letterId' = l.id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'letterId' = l.id::text)`,
}
