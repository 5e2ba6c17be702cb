/** Work that failed again and again for another reason than an outage: a person puts it back, or says why it is not wanted. */
import { sql } from '../db/sql.ts'
import { actorId } from '../values/actor.ts'
import type { JobPayload, Work } from '../work.ts'

export interface StuckJob {
  readonly id: string
  readonly task: string
  readonly attempts: number
  /** In words that hold no personal data. */
  readonly error: string
  readonly stuckAt: Date
}

/** Why stuck work may be thrown away: a list, because a free text would sooner or later name somebody. */
export const discardReasons = ['done-otherwise', 'no-longer-wanted', 'twice', 'test'] as const
export type DiscardReason = (typeof discardReasons)[number]

export function isDiscardReason(text: string): text is DiscardReason {
  return discardReasons.some((reason) => reason === text)
}

/** Those that wait for a person, oldest first. */
export async function listStuckJobs(work: Work, most = 100): Promise<StuckJob[]> {
  return work.db.many(sql`select id, task, attempts, error, stuck_at as "stuckAt" from platform.stuck_job where resolved_at is null order by stuck_at, id limit ${most}`)
}

export async function findStuckJob(work: Work, id: string): Promise<StuckJob | undefined> {
  return work.db.maybe(sql`select id, task, attempts, error, stuck_at as "stuckAt" from platform.stuck_job where id = ${id} and resolved_at is null`)
}

interface Resolved {
  readonly task: string
  readonly payload: JobPayload
}

async function resolve(work: Work, id: string, resolution: 'retried' | 'discarded', reason: DiscardReason | null): Promise<Resolved | undefined> {
  return work.db.maybe<Resolved>(sql`update platform.stuck_job set resolved_at = ${work.now}, resolved_by = ${actorId(work.actor)}, resolution = ${resolution}, reason = ${reason}
    where id = ${id} and resolved_at is null returning task, payload`)
}

/** Puts it back into the queue with its tries counted anew. @returns its task; undefined when somebody else was faster */
export async function retryStuckJob(work: Work, id: string): Promise<string | undefined> {
  const job = await resolve(work, id, 'retried', null)
  if (!job) return undefined
  const { attempt_: _tries, outages_: _outages, since_: _since, ...payload } = job.payload
  work.enqueue(job.task, payload)
  return job.task
}

/** Ends it without doing it; the row stays. @returns its task; undefined when somebody else was faster */
export async function discardStuckJob(work: Work, id: string, reason: DiscardReason): Promise<string | undefined> {
  return (await resolve(work, id, 'discarded', reason))?.task
}
