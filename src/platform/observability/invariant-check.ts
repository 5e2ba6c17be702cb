/**
 * Every promise of the service, asked of the whole database each night in production as after each test: SQL that must
 * return no row. What is found is a figure, a line in the log and a row on the operator's page; nothing is repaired.
 */
import type { Jobs } from '../background/jobs.ts'
import { type Sql, sql } from '../db/sql.ts'
import { systemActor } from '../values/actor.ts'
import { addDays, instantAt } from '../values/dates.ts'
import type { Work } from '../work.ts'
import { sayError } from './errors.ts'

const TASK = 'operations.check-promises'
/** Before the office opens, after the statements are read and old drafts are gone. */
const NIGHTLY_AT = '04:00'
const actor = systemActor(TASK)

export interface PromiseCheck {
  readonly name: string
  readonly checkedAt: Date
  /** Rows that break it; null when the question could not be answered. */
  readonly broken: number | null
  readonly tookMs: number
}

/** The nightly job. @param invariants the promises of every module, by name */
export function promiseJobs(invariants: Readonly<Record<string, Sql>>): Jobs {
  return {
    [TASK]: async (platform) => {
      await platform.work(actor, async (work) => nextNight(work))
      const found: Found[] = []
      for (const [name, query] of Object.entries(invariants)) {
        const started = performance.now()
        // Each alone, so that a slow one costs its own answer only.
        const broken = await platform.read(actor, async (work) => (await work.db.one<{ n: number }>(sql`select count(*)::int as n from (${query}) rows`)).n).catch((error: unknown) => {
          platform.log.error({ promise: name, err: sayError(error) }, 'a promise could not be checked')
          return null
        })
        if (broken) platform.log.error({ promise: name, rows: broken }, 'a promise is broken')
        found.push({ name, broken, took_ms: Math.round(performance.now() - started) })
      }
      await platform.work(actor, (work) => saveChecks(work, found))
    },
  }
}

/** Begins the nightly look. Called when the worker starts; a look that is due stays due. */
export async function schedulePromiseCheck(work: Work): Promise<void> {
  const waiting = await work.db.one<{ due: boolean }>(sql`select exists (select from platform.due where task = ${TASK}) as due`)
  if (!waiting.due) nextNight(work)
}

function nextNight(work: Work): void {
  const tonight = instantAt(work.today, NIGHTLY_AT)
  work.schedule(TASK, 'nightly', {}, work.now < tonight ? tonight : instantAt(addDays(work.today, 1), NIGHTLY_AT))
}

interface Found {
  readonly name: string
  readonly broken: number | null
  readonly took_ms: number
}

/** Keeps what was found; promises that the program no longer makes are forgotten. */
async function saveChecks(work: Work, found: readonly Found[]): Promise<void> {
  await work.db.run(sql`delete from platform.invariant_check where name <> all(${found.map(({ name }) => name)}::text[])`)
  await work.db.run(sql`insert into platform.invariant_check (name, checked_at, broken, took_ms)
    select f.name, ${work.now}, f.broken, f.took_ms from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(name text, broken int, took_ms int)
    on conflict (name) do update set checked_at = excluded.checked_at, broken = excluded.broken, took_ms = excluded.took_ms`)
}

/** What the last look found, broken ones first. */
export async function listPromiseChecks(work: Work): Promise<PromiseCheck[]> {
  return work.db.many(sql`select name, checked_at as "checkedAt", broken, took_ms as "tookMs" from platform.invariant_check order by coalesce(broken, 1) desc, name`)
}
