/**
 * Work: the one argument. A transaction, who acts, what time it is, and a buffer of everything that must commit with it.
 * Beginning costs one message (begin, row-level-security settings and the clock together); events, facts, due rows and
 * jobs leave in one statement together with the commit.
 */
import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import { boundary, isDriven } from './db/boundary.ts'
import { createDb, type Db } from './db/db.ts'
import { join, raw, type Sql, sql } from './db/sql.ts'
import type { Facts, FactKind, FactPayload, Subscriptions } from './background/facts.ts'
import type { Keys } from './secrets/keys.ts'
import { blindIndexWith, newDataKey, openWith, sealWith } from './secrets/seal.ts'
import { type Actor, actorId, helpOf, officeOf } from './values/actor.ts'
import { type LocalDate, localDateAt } from './values/dates.ts'
import { newId } from './values/ids.ts'

export type JobPayload = Readonly<Record<string, string | number | boolean | null>>

/** Work that an outside system keeps waiting: let go oldest first when the system is back. */
export interface Waiting {
  readonly system: string
  readonly since: Date
}

export interface Work {
  readonly now: Date
  readonly today: LocalDate
  readonly actor: Actor
  readonly db: Db
  /** States a fact: one row, and one job for each task that hears it, committed with the rest. @param subjectId whose data it is about */
  announce<K extends FactKind>(kind: K, payload: Facts[K], subjectId?: string): void
  /** A job right after the commit. */
  enqueue(task: string, payload: JobPayload): void
  /** A job when the shown clock reaches dueAt; the same task and key replaces the earlier row. @param waiting for whom, where an outside system was silent */
  schedule(task: string, key: string, payload: JobPayload, dueAt: Date, waiting?: Waiting): void
  /** Takes back a scheduled job. */
  unschedule(task: string, key: string): void
  /** Adds an insert to the one statement sent before the commit. */
  append(statement: Sql): void
  /** Seals text with the person's own key. @param context 'schema.table.column:rowId' */
  seal(personId: string, context: string, text: string): Promise<Buffer>
  open(personId: string, context: string, sealed: Buffer): Promise<string>
  blindIndex(purpose: string, value: string): Buffer
}

export interface WorkEnvironment {
  readonly pool: pg.Pool
  readonly keys: Keys
  readonly subscriptions: Subscriptions
  /** The shown time for reads outside a transaction. */
  readonly now: () => Promise<Date>
  /** Told which kinds of facts were committed, for counting. */
  readonly announced?: (kinds: readonly string[]) => void
}

/** Data keys in use, so that a page does not fetch the same one for every column. */
const dataKeys = new LRUCache<string, Buffer>({ max: 10_000 })

interface Buffered {
  statements: Sql[]
  facts: { id: string; kind: string; payload: FactPayload; subject: string | null }[]
  jobs: { identifier: string; payload: JobPayload }[]
  /** By task and key, the last word counts; without a time the row goes. */
  due: Map<string, { task: string; key: string; payload: JobPayload; due_at: Date | null; system: string | null; waiting_since: Date | null }>
}

function createWork(environment: WorkEnvironment, actor: Actor, now: Date, db: Db, writable: boolean): { work: Work; flush: () => Promise<void>; about: () => string; kinds: () => string[] } {
  const buffered: Buffered = { statements: [], facts: [], jobs: [], due: new Map() }
  /** Keys made in this transaction: not for the shared cache until it has committed. */
  const made = new Set<string>()
  const mustWrite = () => {
    if (!writable) throw new Error('a read cannot change anything')
  }
  async function dataKey(personId: string): Promise<Buffer> {
    const known = dataKeys.get(personId)
    if (known) return known
    const aad = `platform.sealing_key:${personId}`
    let row = await db.maybe<{ wrapped: Buffer }>(sql`select wrapped from platform.sealing_key where subject_id = ${personId}`)
    if (!row) {
      mustWrite()
      const wrapped = sealWith(environment.keys.wrapping, aad, newDataKey())
      await db.run(sql`insert into platform.sealing_key (subject_id, wrapped) values (${personId}, ${wrapped}) on conflict do nothing`)
      row = await db.one<{ wrapped: Buffer }>(sql`select wrapped from platform.sealing_key where subject_id = ${personId}`)
      made.add(personId)
      return openWith(environment.keys.wrapping, aad, row.wrapped)
    }
    const key = openWith(environment.keys.wrapping, aad, row.wrapped)
    if (!made.has(personId)) dataKeys.set(personId, key)
    return key
  }
  const work: Work = {
    now,
    today: localDateAt(now),
    actor,
    db,
    announce(kind, payload, subjectId) {
      mustWrite()
      const help = helpOf(actor)
      if (help && help.personId !== subjectId) throw new Error('help is given to the person who agreed to it')
      const id = newId()
      const body: FactPayload = { ...payload }
      buffered.facts.push({ id, kind, payload: body, subject: subjectId ?? null })
      for (const task of environment.subscriptions[kind] ?? []) buffered.jobs.push({ identifier: task, payload: { ...body, factId: id } })
    },
    enqueue(task, payload) {
      mustWrite()
      buffered.jobs.push({ identifier: task, payload })
    },
    schedule(task, key, payload, dueAt, waiting) {
      mustWrite()
      buffered.due.set(`${task} ${key}`, { task, key, payload, due_at: dueAt, system: waiting?.system ?? null, waiting_since: waiting?.since ?? null })
    },
    unschedule(task, key) {
      mustWrite()
      buffered.due.set(`${task} ${key}`, { task, key, payload: {}, due_at: null, system: null, waiting_since: null })
    },
    append(statement) {
      mustWrite()
      buffered.statements.push(statement)
    },
    async seal(personId, context, text) {
      return sealWith(await dataKey(personId), context, Buffer.from(text))
    },
    async open(personId, context, sealed) {
      return openWith(await dataKey(personId), context, sealed).toString()
    },
    blindIndex: (purpose, value) => blindIndexWith(environment.keys.blind, purpose, value),
  }
  return { work, flush: () => flush(db, actor, now, buffered), about: () => aboutOf(actor, buffered), kinds: () => buffered.facts.map(({ kind }) => kind) }
}

/** What a transaction is about, for whoever drives its boundaries: who, which facts, which jobs. */
function aboutOf(actor: Actor, { facts, jobs, due }: Buffered): string {
  const who = actor.kind === 'system' ? actor.name : actor.kind
  return [who, ...new Set([...facts.map(({ kind }) => kind), ...jobs.map(({ identifier }) => identifier), ...[...due.values()].map(({ task }) => task)])].join(' ')
}

async function flush(db: Db, actor: Actor, now: Date, buffered: Buffered): Promise<void> {
  const parts = [...buffered.statements]
  if (buffered.facts.length > 0) {
    const help = helpOf(actor)
    parts.push(sql`insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, subject_id, helper_id, consent_id, office_code, channel)
      select f.id, f.kind, f.payload, ${now}, ${actor.kind}, ${actorId(actor)}, f.subject, ${help?.helperId ?? null}, ${help?.consentId ?? null}, ${officeOf(actor)}, ${actor.channel}
      from jsonb_to_recordset(${JSON.stringify(buffered.facts)}::jsonb) as f(id uuid, kind text, payload jsonb, subject uuid)`)
  }
  const later = [...buffered.due.values()].filter((row) => row.due_at !== null)
  const never = [...buffered.due.values()].filter((row) => row.due_at === null)
  if (later.length > 0) {
    parts.push(sql`insert into platform.due (task, key, payload, due_at, system, waiting_since)
      select d.task, d.key, d.payload, d.due_at, d.system, d.waiting_since
      from jsonb_to_recordset(${JSON.stringify(later)}::jsonb) as d(task text, key text, payload jsonb, due_at timestamptz, system text, waiting_since timestamptz)
      on conflict (task, key) do update set payload = excluded.payload, due_at = excluded.due_at, system = excluded.system, waiting_since = excluded.waiting_since`)
  }
  if (never.length > 0) {
    parts.push(sql`delete from platform.due d using jsonb_to_recordset(${JSON.stringify(never)}::jsonb) as n(task text, key text) where d.task = n.task and d.key = n.key`)
  }
  if (parts.length === 0 && buffered.jobs.length === 0) return
  const last = buffered.jobs.length > 0 ? enqueueSql(buffered.jobs) : sql`select`
  const named = parts.map((part, i) => sql`${raw(`s${i}`)} as (${part})`)
  await db.run(parts.length > 0 ? sql`with ${join(named, ', ')} ${last}` : last)
}

/** One call for all jobs of a transaction: each call would cost a notification of its own. */
export function enqueueSql(jobs: readonly { identifier: string; payload: JobPayload }[]): Sql {
  return sql`select from graphile_worker.add_jobs((
    select array_agg((j.identifier, j.payload, null, null, 25, null, null, null)::graphile_worker.job_spec)
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as j(identifier text, payload json)))`
}

/**
 * What row-level security reads, for one transaction only: one scalar each, for a policy that searches is taken to cost more than the query.
 * Staff who help or attend to somebody reach that one person's rows.
 */
function actingAs(actor: Actor): Sql {
  const staff = actor.kind === 'staff' ? actor : undefined
  const person = actor.kind === 'citizen' ? actor.personId : (staff?.helping?.personId ?? staff?.attending ?? '')
  return sql`set_config('app.actor_kind', ${actor.kind}, true), set_config('app.person', ${person}, true), set_config('app.province', ${staff?.provinceCode ?? ''}, true), set_config('app.office', ${staff?.officeCode ?? ''}, true)`
}

/** The clock, and who acts. */
function begunSql(actor: Actor): Sql {
  return sql`select platform.clock_now() as now, ${actingAs(actor)}`
}

/**
 * Runs a command in one transaction.
 * @throws whatever fn throws, after rolling back; a lost connection during commit leaves the outcome unknown, so commands are keyed
 */
export async function runWork<T>(environment: WorkEnvironment, actor: Actor, fn: (work: Work) => Promise<T>): Promise<T> {
  const client = await environment.pool.connect()
  let failed = true
  try {
    const db = createDb(client)
    const [, { now }] = await Promise.all([db.run(sql`begin`), db.one<{ now: Date }>(begunSql(actor))])
    const { work, flush: flushNow, about, kinds } = createWork(environment, actor, now, db, true)
    const result = await fn(work)
    const flushed = flushNow()
    if (isDriven()) {
      await flushed
      await boundary('db.commit.before', about())
    }
    // The last statement and the commit leave together: where the first fails, the database makes the second a rollback.
    const answered = Promise.all([flushed, client.query('commit')])
    if (isDriven()) await Promise.all([boundary('db.commit.sent', about()), answered])
    const [, done] = await answered
    if (done.command !== 'COMMIT') throw new Error('a statement failed unheard, and its transaction was rolled back')
    if (isDriven()) await boundary('db.commit.after', about())
    failed = false
    environment.announced?.(kinds())
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => {
        failed = false
      },
      () => undefined, // the connection is gone; releasing it with an error below discards it
    )
    throw error
  } finally {
    client.release(failed)
  }
}

/** Reads at the shown time. What is asked for in one turn is one short transaction, in which the database knows who asks. */
export async function runRead<T>(environment: WorkEnvironment, actor: Actor, fn: (work: Work) => Promise<T>): Promise<T> {
  const now = await environment.now()
  return fn(createWork(environment, actor, now, createDb(environment.pool, 'remembering', sql`select ${actingAs(actor)}`), false).work)
}
