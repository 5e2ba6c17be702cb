/** What no program can decide and a person must look into. An alarm changes nothing by itself; it stays until somebody settles it. */
import { sql } from '../db/sql.ts'
import { actorId } from '../values/actor.ts'
import { newId } from '../values/ids.ts'
import type { Work } from '../work.ts'
import type { SystemName } from '../config.ts'

/** What was read is counted over an hour: whoever answered is not asked again of the same readings. */
const HOUR_MS = 3_600_000

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

/**
 * The same, unless one of that kind about that subject is open already; or, about a member of staff, was raised within the hour and is answered.
 * @param provinceCode where it is about a member of staff: their province, where others answer it
 */
export async function raiseOnce(work: Work, alarm: Pick<Alarm, 'kind' | 'subjectId' | 'details'> & { readonly system: string; readonly provinceCode?: string }): Promise<void> {
  const known = await work.db.maybe(sql`select id from platform.alarm where kind = ${alarm.kind} and system = ${alarm.system} and subject_id is not distinct from ${alarm.subjectId}
    and (settled_at is null or (province_code is not null and raised_at > ${new Date(work.now.getTime() - HOUR_MS)}))`)
  if (known) return
  work.append(sql`insert into platform.alarm (id, kind, system, subject_id, province_code, details, raised_at)
    values (${newId()}, ${alarm.kind}, ${alarm.system}, ${alarm.subjectId}, ${alarm.provinceCode ?? null}, ${JSON.stringify(alarm.details)}::jsonb, ${work.now})`)
}

const columns = sql`a.id, a.kind, a.system, a.subject_id as "subjectId", a.details, a.raised_at as "raisedAt", a.settled_at as "settledAt", a.settled_by as "settledBy"`

/** Alarms for operators that nobody settled yet, oldest first. @public the operator's page lists them */
export async function listOpenAlarms(work: Work, most = 100): Promise<Alarm[]> {
  return work.db.many(sql`select ${columns} from platform.alarm a where a.settled_at is null and a.province_code is null order by a.raised_at limit ${most}`)
}

/** An alarm, open or settled. */
export async function findAlarm(work: Work, id: string): Promise<Alarm | undefined> {
  return work.db.maybe(sql`select ${columns} from platform.alarm a where a.id = ${id}`)
}

/** A person looked into it. @returns false when it was settled before, or is not for operators @public */
export async function settleAlarm(work: Work, id: string): Promise<boolean> {
  return (await work.db.run(sql`update platform.alarm set settled_at = ${work.now}, settled_by = ${actorId(work.actor)} where id = ${id} and settled_at is null and province_code is null`)) === 1
}

/** An alarm about a member of staff: its subject. */
export interface StaffAlarm extends Alarm {
  readonly subjectId: string
  /** Null while it is open. */
  readonly answer: { readonly reason: string; readonly words: string; readonly by: string; readonly at: Date } | null
}

/** Where a page of answered alarms ends. */
export interface AlarmPlace {
  readonly at: Date
  readonly id: string
}

const withAnswer = sql`select ${columns}, b.reason, b.words, b.answered_by as "by", b.answered_at as "at" from platform.alarm a left join platform.alarm_answer b on b.alarm_id = a.id`

type AnsweredRow = Omit<StaffAlarm, 'answer'> & { readonly reason: string | null; readonly words: string; readonly by: string; readonly at: Date }

function toStaffAlarm({ reason, words, by, at, ...alarm }: AnsweredRow): StaffAlarm {
  return { ...alarm, answer: reason === null ? null : { reason, words, by, at } }
}

/** How many alarms about staff are open, in all provinces: operators are told no more of them. */
export async function countStaffAlarms(work: Work): Promise<number> {
  return (await work.db.one<{ n: number }>(sql`select count(*)::int as n from platform.alarm where settled_at is null and province_code is not null`)).n
}

/** Open alarms about staff of a province, oldest first. */
export async function listStaffAlarms(work: Work, provinceCode: string, most: number): Promise<StaffAlarm[]> {
  return (await work.db.many<AnsweredRow>(sql`${withAnswer} where a.province_code = ${provinceCode} and a.settled_at is null order by a.raised_at, a.id limit ${most}`)).map(toStaffAlarm)
}

/** Answered ones, the last answered first. @param after where the page before ended */
export async function listAnsweredAlarms(work: Work, provinceCode: string, since: Date, { after, most }: { readonly after: AlarmPlace | undefined; readonly most: number }): Promise<StaffAlarm[]> {
  const beyond = after ? sql`and (a.settled_at, a.id) < (${after.at}, ${after.id}::uuid)` : sql``
  return (await work.db.many<AnsweredRow>(sql`${withAnswer} where a.province_code = ${provinceCode} and a.settled_at >= ${since} ${beyond} order by a.settled_at desc, a.id desc limit ${most}`)).map(toStaffAlarm)
}

/** An alarm about somebody of a province, held until the transaction ends: of two who answer at once the second sees the first. */
export async function holdStaffAlarm(work: Work, id: string, provinceCode: string): Promise<StaffAlarm | undefined> {
  const row = await work.db.maybe<AnsweredRow>(sql`${withAnswer} where a.id = ${id} and a.province_code = ${provinceCode} for update of a`)
  return row && toStaffAlarm(row)
}

/** Ends an open alarm with its answer. */
export async function saveAnswer(work: Work, { id, subjectId }: StaffAlarm, { reason, words, staffId }: { readonly reason: string; readonly words: string; readonly staffId: string }): Promise<void> {
  await work.db.run(sql`insert into platform.alarm_answer (alarm_id, subject_id, reason, words, answered_by, answered_at) values (${id}, ${subjectId}, ${reason}, ${words}, ${staffId}, ${work.now})`)
  await work.db.run(sql`update platform.alarm set settled_at = ${work.now}, settled_by = ${staffId} where id = ${id}`)
}
