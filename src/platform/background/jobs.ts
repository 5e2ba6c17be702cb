/**
 * Background work. Jobs are graphile-worker rows; an outage is not a failed job but a due row for later, by the shown clock.
 * A job that keeps failing for another reason, or that an outside system definitely refuses, is parked for a person, never dropped.
 */
import { boundary } from '../db/boundary.ts'
import { FilesSilent } from '../files/contract.ts'
import { raiseOnce } from '../outside/alarms.ts'
import { OutsideFailure } from '../outside/call.ts'
import { settingsOf } from '../outside/settings.ts'
import type { Platform } from '../runtime.ts'
import { sql } from '../db/sql.ts'
import { sayError } from '../observability/errors.ts'
import type { JobOutcome } from '../observability/metrics.ts'
import type { JobPayload } from '../work.ts'
import { systemActor } from '../values/actor.ts'
import { newId } from '../values/ids.ts'

/** A task: cheap to repeat, re-reads the state when it starts. */
export type Job = (platform: Platform, payload: JobPayload) => Promise<void>

export type Jobs = Readonly<Record<string, Job>>

const MAX_TRIES = 5
const LADDER_MS = [10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 600_000, 900_000]

/** Back-off with 20 % jitter: ten seconds at first, a quarter of an hour at most. @param random 0 to 1 @param mostMs the longest pause of the source asked */
export function backOffMs(attempt: number, random: number, mostMs = 900_000): number {
  const base = Math.min(mostMs, LADDER_MS[Math.min(attempt, LADDER_MS.length - 1)] ?? mostMs)
  return Math.round(base * (0.8 + 0.4 * random))
}

/** A required text field of a job's payload. @throws when the job was enqueued wrongly */
export function idIn(payload: JobPayload, key: string): string {
  const value = payload[key]
  if (typeof value !== 'string') throw new Error(`job payload lacks ${key}`)
  return value
}

/** Wraps a task so that the queue itself never retries: outages wait in platform.due, bugs end in platform.stuck_job. */
export function patient(platform: Platform, task: string, job: Job): (payload: unknown) => Promise<void> {
  return async (raw) => {
    const payload = asPayload(raw)
    await boundary('job.taken', task)
    // Counted apart: a long outage must not use up the tries that are meant for bugs.
    const failures = countIn(payload, 'attempt_')
    const outages = countIn(payload, 'outages_')
    const started = performance.now()
    const ended = (outcome: JobOutcome) => platform.metrics.jobEnded(task, outcome, (performance.now() - started) / 1000)
    try {
      await job(platform, payload)
      ended('done')
    } catch (error) {
      const system = error instanceof OutsideFailure ? error.system : undefined
      // Our own store of files may be out as well; it is no system with a breaker, so its work is only put off.
      const refused = error instanceof OutsideFailure && error.definite
      const outage = !refused && (system !== undefined || error instanceof FilesSilent)
      const goesOn = outage || (!refused && failures + 1 < MAX_TRIES)
      platform.log.warn({ task, attempt: outage ? outages : failures, outage, err: outage && error instanceof Error ? error.message : error }, 'job failed')
      const { attempt_: _failures, outages_: _outages, since_: since, ...identity } = payload
      ended(outage ? 'waiting' : goesOn ? 'failed' : 'stuck')
      await platform.work(systemActor(task), async (work) => {
        if (goesOn) {
          const wait = error instanceof OutsideFailure
            ? Math.max(backOffMs(outages, Math.random(), settingsOf(error.system).retryMs), error.retryAfterMs ?? 0)
            : backOffMs(outage ? outages : failures, Math.random())
          const waitingSince = typeof since === 'string' ? new Date(since) : work.now
          work.schedule(task, `retry:${JSON.stringify(identity)}`, { ...payload, ...(outage ? { outages_: outages + 1 } : { attempt_: failures + 1 }), since_: waitingSince.toISOString() }, new Date(work.now.getTime() + wait),
            system === undefined ? undefined : { system, since: waitingSince })
        } else {
          work.append(sql`insert into platform.stuck_job (id, task, payload, attempts, error, stuck_at)
            values (${newId()}, ${task}, ${JSON.stringify(payload)}::jsonb, ${failures + 1}, ${sayError(error)}, ${work.now})`)
          if (error instanceof OutsideFailure && refused) await raiseOnce(work, { kind: 'refused', system: error.system, subjectId: subjectOf(identity), details: { task } })
        }
      })
    }
    await boundary('job.done', task)
  }
}

/** What a job is about, for the alarm: the first of these ids that it names. */
function subjectOf(payload: JobPayload): string | null {
  const found = ['dossierId', 'parcelId', 'keyId', 'documentId', 'choiceId'].map((key) => payload[key]).find((value) => typeof value === 'string')
  return typeof found === 'string' ? found : null
}

function countIn(payload: JobPayload, key: string): number {
  const value = payload[key]
  return typeof value === 'number' ? value : 0
}

function asPayload(raw: unknown): JobPayload {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) throw new Error('job payload is not an object')
  const entries = Object.entries(raw).filter((entry): entry is [string, string | number | boolean | null] =>
    entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1]))
  return Object.fromEntries(entries)
}
