/** What no program can decide and a person must look into. An alarm changes nothing by itself; it stays until somebody settles it. */
import { sql } from '../db/sql.ts'
import { actorId } from '../values/actor.ts'
import { newId } from '../values/ids.ts'
import type { Work } from '../work.ts'
import type { SystemName } from '../config.ts'

export interface Alarm {
  readonly id: string
  /** A short word: 'wrong-person'. */
  readonly kind: string
  /** 'own': it is about something that we keep ourselves. */
  readonly system: SystemName | 'own'
  readonly subjectId: string | null
  /** Ids and small words only. */
  readonly details: Readonly<Record<string, string>>
  readonly raisedAt: Date
  readonly settledAt: Date | null
  readonly settledBy: string | null
}

/** Raises an alarm with the rest of the transaction. */
export function raiseAlarm(work: Work, alarm: Pick<Alarm, 'kind' | 'system' | 'subjectId' | 'details'>): void {
  work.append(sql`insert into platform.alarm (id, kind, system, subject_id, details, raised_at)
    values (${newId()}, ${alarm.kind}, ${alarm.system}, ${alarm.subjectId}, ${JSON.stringify(alarm.details)}::jsonb, ${work.now})`)
}

/** The same, unless one of that kind about that subject is open already. */
export async function raiseOnce(work: Work, alarm: Pick<Alarm, 'kind' | 'subjectId' | 'details'> & { readonly system: string }): Promise<void> {
  const known = await work.db.maybe(sql`select id from platform.alarm where kind = ${alarm.kind} and system = ${alarm.system} and subject_id is not distinct from ${alarm.subjectId} and settled_at is null`)
  if (known) return
  work.append(sql`insert into platform.alarm (id, kind, system, subject_id, details, raised_at)
    values (${newId()}, ${alarm.kind}, ${alarm.system}, ${alarm.subjectId}, ${JSON.stringify(alarm.details)}::jsonb, ${work.now})`)
}

/** Alarms that nobody settled yet, oldest first. @public the operator's page lists them */
export async function listOpenAlarms(work: Work, most = 100): Promise<Alarm[]> {
  return work.db.many(sql`select id, kind, system, subject_id as "subjectId", details, raised_at as "raisedAt", settled_at as "settledAt", settled_by as "settledBy"
    from platform.alarm where settled_at is null order by raised_at limit ${most}`)
}

/** A person looked into it. @returns false when it was settled before @public */
export async function settleAlarm(work: Work, id: string): Promise<boolean> {
  return (await work.db.run(sql`update platform.alarm set settled_at = ${work.now}, settled_by = ${actorId(work.actor)} where id = ${id} and settled_at is null`)) === 1
}
