/** Commands that are not carried out for now, since something that must stand beside them fails. Whoever looks after that thing puts a hold and lifts it. */
import { sql } from '../db/sql.ts'
import { Refusal } from '../values/refusal.ts'
import type { Work } from '../work.ts'

export interface Hold {
  /** The code of the refusal. */
  readonly reason: string
  /** Since when the cause is there. */
  readonly since: Date
  /** From when on the command is refused. */
  readonly holdsFrom: Date
}

/** The cause begins now, and is tolerated for a time; one that is known already goes on counting from its own beginning. @param toleratedMs milliseconds of the shown clock */
export async function hold(work: Work, command: string, reason: string, toleratedMs: number): Promise<void> {
  await work.db.run(sql`insert into platform.hold (command, reason, since, holds_from) values (${command}, ${reason}, ${work.now}, ${new Date(work.now.getTime() + toleratedMs)}) on conflict do nothing`)
}

/** The cause is gone. @returns whether it was there */
export async function lift(work: Work, command: string, reason: string): Promise<boolean> {
  return (await work.db.run(sql`delete from platform.hold where command = ${command} and reason = ${reason}`)) > 0
}

/** A cause that is there, tolerated still or not. */
export async function findCause(work: Work, command: string): Promise<Hold | undefined> {
  return work.db.maybe(sql`select reason, since, holds_from as "holdsFrom" from platform.hold where command = ${command} order by holds_from limit 1`)
}

/** What holds a command now; undefined where it may be carried out. */
export async function findHold(work: Work, command: string): Promise<Hold | undefined> {
  const cause = await findCause(work, command)
  return cause && cause.holdsFrom <= work.now ? cause : undefined
}

/** @throws Refusal with the reason while a command is held */
export async function refuseHeld(work: Work, command: string): Promise<void> {
  const held = await findHold(work, command)
  if (held) throw new Refusal(held.reason)
}
