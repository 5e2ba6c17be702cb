/**
 * What an operator does, each act a fact with its actor: who retried, parked, discarded or settled what, and when.
 * No act decides anything about a person: it moves work that waits, or stops it from being tried.
 */
import { idIn, type Jobs } from '../background/jobs.ts'
import type { SystemName } from '../config.ts'
import { sql } from '../db/sql.ts'
import { raiseAlarm, settleAlarm } from '../outside/alarms.ts'
import { park, retryAll, retryOne, unpark } from '../outside/source-health.ts'
import { systemActor } from '../values/actor.ts'
import type { Work } from '../work.ts'
import { type DiscardReason, discardStuckJob, retryStuckJob } from './stuck-jobs.ts'

declare module '../background/facts.ts' {
  interface Facts {
    'operations.one-retried': { system: string; task: string }
    'operations.all-retried': { system: string; jobs: number }
    'operations.parked': { system: string }
    'operations.unparked': { system: string; jobs: number }
    'operations.job-retried': { stuckJobId: string; task: string }
    'operations.job-discarded': { stuckJobId: string; task: string; reason: string }
    'operations.alarm-settled': { alarmId: string }
  }
}

/** Tries one waiting job now. @returns whether it still waited */
export async function retryWaiting(work: Work, waiting: { system: SystemName; task: string; key: string }): Promise<boolean> {
  const found = await retryOne(work, waiting)
  if (found) work.announce('operations.one-retried', { system: waiting.system, task: waiting.task })
  return found
}

/** Makes all that waits for a system due now. @returns how many jobs */
export async function retryWaitingAll(work: Work, system: SystemName): Promise<number> {
  const jobs = await retryAll(work, system)
  work.announce('operations.all-retried', { system, jobs })
  return jobs
}

/** Leaves a system alone until it is unparked. */
export async function parkSource(work: Work, system: SystemName): Promise<void> {
  await park(work, system)
  work.announce('operations.parked', { system })
}

/** Asks a system again. @returns how many jobs became due */
export async function unparkSource(work: Work, system: SystemName): Promise<number> {
  const jobs = await unpark(work, system)
  work.announce('operations.unparked', { system, jobs })
  return jobs
}

/** @returns whether the job still waited for a person */
export async function putBack(work: Work, stuckJobId: string): Promise<boolean> {
  const task = await retryStuckJob(work, stuckJobId)
  if (task !== undefined) work.announce('operations.job-retried', { stuckJobId, task })
  return task !== undefined
}

/** @returns whether the job still waited for a person */
export async function discard(work: Work, stuckJobId: string, reason: DiscardReason): Promise<boolean> {
  const task = await discardStuckJob(work, stuckJobId, reason)
  if (task !== undefined) work.announce('operations.job-discarded', { stuckJobId, task, reason })
  return task !== undefined
}

/** Somebody looked into it. @returns whether it was still open */
export async function acknowledge(work: Work, alarmId: string): Promise<boolean> {
  const open = await settleAlarm(work, alarmId)
  if (open) work.announce('operations.alarm-settled', { alarmId })
  return open
}

const ACTS = ['one-retried', 'all-retried', 'parked', 'unparked', 'job-retried', 'job-discarded', 'alarm-settled'] as const
export type ActKind = (typeof ACTS)[number]

/** What an operator did, newest first. */
export interface OperatorAct {
  readonly kind: ActKind
  readonly at: Date
  readonly staffId: string
  /** The system or task it was done to; null for an alarm. */
  readonly about: string | null
}

export async function listOperatorActs(work: Work, most = 20): Promise<OperatorAct[]> {
  return work.db.many(sql`select substr(kind, length('operations.') + 1) as kind, at, actor_id as "staffId", coalesce(payload->>'system', payload->>'task') as about
    from platform.fact where kind = any(${ACTS.map((act) => `operations.${act}`)}::text[]) and actor_kind = 'staff' order by sequence desc limit ${most}`)
}

/** Facts that are an alarm: what kind, from where, and which id of the fact they are about. */
export type AlarmingFacts = Readonly<Record<string, { readonly kind: string; readonly system: SystemName | 'own'; readonly about: string }>>

/** Turns such facts into alarms, one open alarm a subject however often it is announced. */
export function alarmJobs(facts: AlarmingFacts): { readonly jobs: Jobs; readonly subscriptions: Readonly<Record<string, readonly string[]>> } {
  const taskOf = (fact: string) => `operations.alarm.${fact}`
  return {
    jobs: Object.fromEntries(Object.entries(facts).map(([fact, { kind, system, about }]) => [taskOf(fact), (platform, payload) => platform.work(systemActor('operations'), async (work) => {
      const subjectId = idIn(payload, about)
      const known = await work.db.maybe(sql`select id from platform.alarm where kind = ${kind} and system = ${system} and subject_id = ${subjectId} and settled_at is null`)
      if (!known) raiseAlarm(work, { kind, system, subjectId, details: {} })
    })] satisfies [string, Jobs[string]])),
    subscriptions: Object.fromEntries(Object.keys(facts).map((fact) => [fact, [taskOf(fact)]])),
  }
}
