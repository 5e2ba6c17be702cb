/** Messages written, waiting and sent. */
import { type Sql, sql } from '../../platform/db/sql.ts'
import { newId } from '../../platform/values/ids.ts'
import type { Lang } from '../../platform/values/words.ts'
import type { Work } from '../../platform/work.ts'
import { type Channel, type Letter, masked } from './message.ts'

export interface NewMessage {
  readonly factId: string
  readonly dossierId: string
  readonly personId: string
  readonly channel: Channel
  readonly template: string
  readonly lang: Lang
  readonly letter: Letter
}

const contextOf = (id: string) => `notifications.message.letter:${id}`

/** @returns the new message's id; undefined when this person has it already by this channel */
export async function insertMessage(work: Work, message: NewMessage): Promise<string | undefined> {
  const id = newId()
  const letter = await work.seal(message.personId, contextOf(id), JSON.stringify(message.letter))
  const row = await work.db.maybe<{ id: string }>(sql`insert into notifications.message (id, fact_id, dossier_id, person_id, channel, template, lang, letter, state, written_at)
    values (${id}, ${message.factId}, ${message.dossierId}, ${message.personId}, ${message.channel}, ${message.template}, ${message.lang}, ${letter}, 'waiting', ${work.now})
    on conflict (fact_id, person_id, channel) do nothing returning id`)
  return row?.id
}

export interface WaitingMessage {
  readonly channel: Channel
  readonly letter: Letter
}

/** A message that is still to be sent; undefined when it is not. */
export async function findWaiting(work: Work, id: string): Promise<WaitingMessage | undefined> {
  const row = await work.db.maybe<{ channel: Channel; person_id: string; letter: Buffer }>(sql`select channel, person_id, letter from notifications.message where id = ${id} and state = 'waiting'`)
  if (!row) return undefined
  const letter: Letter = JSON.parse(await work.open(row.person_id, contextOf(id), row.letter))
  return { channel: row.channel, letter }
}

export async function saveSent(work: Work, id: string, receipt: string): Promise<void> {
  await work.db.run(sql`update notifications.message set state = 'sent', receipt = ${receipt}, sent_at = ${work.now} where id = ${id} and state = 'waiting'`)
}

export async function saveUndeliverable(work: Work, id: string): Promise<void> {
  await work.db.run(sql`update notifications.message set state = 'undeliverable' where id = ${id} and state = 'waiting'`)
}

/** A message as the person it was written to may read it again. */
export interface WrittenMessage {
  readonly id: string
  readonly channel: Channel
  /** Nobody who looks over the shoulder learns the address from it. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly lang: Lang
  /** 'sent': the carrier has it and gave a receipt; 'undeliverable': it refuses the address. */
  readonly state: 'waiting' | 'sent' | 'undeliverable'
  readonly writtenAt: Date
  readonly sentAt: Date | null
}

const MOST = 100

/** What was written to somebody about a dossier, newest first. */
export async function listMessages(work: Work, dossierId: string, personId: string): Promise<WrittenMessage[]> {
  const rows = await work.db.many<Omit<WrittenMessage, 'to' | 'subject' | 'text'> & { sealed: Buffer }>(sql`select id, channel, lang, state, written_at as "writtenAt", sent_at as "sentAt", letter as sealed
    from notifications.message where dossier_id = ${dossierId} and person_id = ${personId} order by written_at desc, channel limit ${MOST}`)
  return Promise.all(rows.map(async ({ sealed, ...row }) => {
    const { to, subject, text }: Letter = JSON.parse(await work.open(personId, contextOf(row.id), sealed))
    return { ...row, to: masked(row.channel, to), subject, text }
  }))
}

/** Rows that break a promise about messages: each query must return nothing. */
export const invariants: Readonly<Record<string, Sql>> = {
  'OUT4 every message belongs to a fact, a message for each person and channel': sql`select m.id from notifications.message m
    where not exists (select from platform.fact f where f.id = m.fact_id and f.kind = m.template)`,
  'DOS8 every message that waits has a job or a due row': sql`select m.id from notifications.message m where m.state = 'waiting'
    and not exists (select from platform.due d where d.task = 'notifications.send' and d.payload->>'messageId' = m.id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'messageId' = m.id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'messageId' = m.id::text)`,
}
