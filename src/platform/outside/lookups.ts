/**
 * Questions to outside sources about one person. One row a request, kept by person and source so that asking can begin
 * at sign-in, before a dossier exists. Three answers: value, absent, unavailable; only the first two conclude anything.
 */
import type { Jobs } from '../background/jobs.ts'
import { backOffMs, idIn } from '../background/jobs.ts'
import { OutsideFailure, type OutsideAnswer } from './call.ts'
import { settingsOf } from './settings.ts'
import type { Platform } from '../runtime.ts'
import { sql } from '../db/sql.ts'
import type { Work } from '../work.ts'
import { systemActor } from '../values/actor.ts'
import { newId } from '../values/ids.ts'

declare module '../background/facts.ts' {
  interface Facts {
    'lookup.answered': { lookupId: string; personId: string; source: string; answer: 'value' | 'absent' }
    'lookup.unavailable': { lookupId: string; personId: string; source: string }
  }
}

/** What a source needs to be asked: kept sealed with the row. */
export type Question = Readonly<Record<string, string>>

/** A kind of look-up: how to ask, and for how long an answer may be reused. */
export interface LookupSource {
  readonly source: string
  /** Minutes for which an answer stays good enough not to ask again. */
  readonly freshMinutes: number
  /** Asks the outside system. @returns the answer in our own words as JSON text, or undefined when the source says there is nothing */
  readonly ask: (platform: Platform, question: Question) => Promise<OutsideAnswer<string>>
}

/** What is needed to ask; how to ask is the job's business. */
export type LookupName = Pick<LookupSource, 'source' | 'freshMinutes'>

export interface Lookup {
  readonly id: string
  readonly personId: string
  readonly source: string
  readonly state: 'asked' | 'value' | 'absent' | 'unavailable'
  readonly askedAt: Date
  readonly answeredAt: Date | null
  readonly lastTriedAt: Date | null
  readonly nextTryAt: Date | null
  readonly attempts: number
  readonly exchangeId: string | null
  /** SHA-256 of the source's raw answer, hex. */
  readonly answerHash: string | null
  /** Our own words for the answer, unsealed; only with state 'value'. */
  readonly answer: string | null
}

interface Row {
  id: string
  person_id: string
  source: string
  question: Buffer
  state: Lookup['state']
  asked_at: Date
  attempts: number
  answered_at: Date | null
  last_tried_at: Date | null
  next_try_at: Date | null
  exchange_id: string | null
  answer_hash: Buffer | null
  answer: Buffer | null
}

async function toLookup(work: Work, row: Omit<Row, 'question'>): Promise<Lookup> {
  return {
    id: row.id, personId: row.person_id, source: row.source, state: row.state, askedAt: row.asked_at, answeredAt: row.answered_at,
    lastTriedAt: row.last_tried_at, nextTryAt: row.next_try_at, attempts: row.attempts, exchangeId: row.exchange_id,
    answerHash: row.answer_hash?.toString('hex') ?? null,
    answer: row.answer ? await work.open(row.person_id, `platform.lookup.answer:${row.id}`, row.answer) : null,
  }
}

/**
 * Asks unless an answer is fresh or the same question is already open. An open one that asks something else — a number since
 * corrected — is replaced and asked at once: its old answer, should it still come, concludes nothing.
 * @returns the id of the look-up that will answer, or has answered
 */
export async function askLookup(work: Work, source: LookupName, personId: string, question: Question, options: { readonly anew?: boolean } = {}): Promise<string> {
  const last = await work.db.maybe<Row>(sql`select * from platform.lookup where person_id = ${personId} and source = ${source.source} order by asked_at desc, id desc limit 1`)
  if (last?.state === 'asked' || last?.state === 'unavailable') {
    if (await keepsOpen(work, last, question)) return last.id
  } else if (last) {
    const age = work.now.getTime() - (last.answered_at?.getTime() ?? 0)
    if (!options.anew && age >= 0 && age < source.freshMinutes * 60_000) return last.id
    if (options.anew && (await askedOften(work, source, personId)) && (await isAbout(work, last, question))) return last.id
  }
  const id = newId()
  const sealed = await work.seal(personId, `platform.lookup.question:${id}`, JSON.stringify(question))
  const inserted = await work.db.maybe<{ id: string }>(sql`insert into platform.lookup (id, person_id, source, question, state, asked_at)
    values (${id}, ${personId}, ${source.source}, ${sealed}, 'asked', ${work.now}) on conflict do nothing returning id`)
  if (!inserted) {
    const open = await work.db.one<Row>(sql`select * from platform.lookup where person_id = ${personId} and source = ${source.source} and state in ('asked', 'unavailable')`)
    await keepsOpen(work, open, question)
    return open.id
  }
  work.enqueue('lookup.ask', { lookupId: id })
  return id
}

/** Whether a look-up asks exactly this. */
async function isAbout(work: Work, row: Row, question: Question): Promise<boolean> {
  const inOrder = (one: Question) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
  return inOrder(parseQuestion(await work.open(row.person_id, `platform.lookup.question:${row.id}`, row.question))) === inOrder(question)
}

/** Whoever presses "check again" all the time hears the last answer: a register is not ours to wear out. */
const MOST_AN_HOUR = 12

async function askedOften(work: Work, { source }: LookupName, personId: string): Promise<boolean> {
  const since = new Date(work.now.getTime() - 3_600_000)
  const { asked } = await work.db.one<{ asked: number }>(sql`select count(*)::int as asked from platform.lookup where person_id = ${personId} and source = ${source} and asked_at > ${since}`)
  return asked >= MOST_AN_HOUR
}

/** Sees to it that an open look-up asks this. @returns false when it has been answered meanwhile */
async function keepsOpen(work: Work, open: Row, question: Question): Promise<boolean> {
  if (await isAbout(work, open, question)) return true
  const sealed = await work.seal(open.person_id, `platform.lookup.question:${open.id}`, JSON.stringify(question))
  const changed = await work.db.run(sql`update platform.lookup set question = ${sealed}, state = 'asked', asked_at = ${work.now}, next_try_at = null, attempts = 0
    where id = ${open.id} and state in ('asked', 'unavailable')`)
  if (changed > 0) work.enqueue('lookup.ask', { lookupId: open.id })
  return changed > 0
}

/**
 * Asks again what was asked last, unless that is still open.
 * @returns the id of the look-up that will answer; undefined when this source was never asked about the person
 */
export async function repeatLookup(work: Work, source: LookupName, personId: string): Promise<string | undefined> {
  const last = await work.db.maybe<Row>(sql`select * from platform.lookup where person_id = ${personId} and source = ${source.source} order by asked_at desc, id desc limit 1`)
  if (!last) return undefined
  const question = parseQuestion(await work.open(personId, `platform.lookup.question:${last.id}`, last.question))
  return askLookup(work, source, personId, question, { anew: true })
}

/** The newest look-up of a person at a source. */
export async function findLookup(work: Work, personId: string, source: string): Promise<Lookup | undefined> {
  const row = await work.db.maybe<Row>(sql`select * from platform.lookup where person_id = ${personId} and source = ${source} order by asked_at desc, id desc limit 1`)
  return row && toLookup(work, row)
}

/** How the questions to one source about a person stand. */
export interface Known {
  readonly newest: Lookup
  /** The newest that was answered: what is known while a newer one is open. */
  readonly answered: Lookup | undefined
}

/** Longer answers are pictures: they are fetched only for who wants them. */
const SHORT_BYTES = 8_192

/**
 * What these sources have said about a person, by source; one that was never asked is left out. It is the same question for
 * whichever sources, so that a page whose parts want several puts it once; only answers of those wanted are unsealed.
 */
export async function listKnown(work: Work, personId: string, sources: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const rows = await work.db.many<Omit<Row, 'question'>>(sql`select distinct on (source, state in ('value', 'absent')) id, person_id, source, state, asked_at, attempts, answered_at, last_tried_at, next_try_at, exchange_id, answer_hash,
      case when octet_length(answer) <= ${SHORT_BYTES} then answer end as answer
    from platform.lookup where person_id = ${personId} order by source, state in ('value', 'absent'), asked_at desc, id desc`)
  const found = await Promise.all(rows.filter(({ source }) => sources.includes(source)).map((row) => (row.state === 'value' && row.answer === null ? getLookup(work, row.id) : toLookup(work, row))))
  return new Map(sources.flatMap((source) => {
    const [newest, other] = found.filter((one) => one.source === source).sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime() || (a.id < b.id ? 1 : -1))
    return newest ? [[source, { newest, answered: [newest, other].find((one) => one?.answeredAt) }]] : []
  }))
}

async function getLookup(work: Work, id: string): Promise<Lookup> {
  return toLookup(work, await work.db.one<Row>(sql`select * from platform.lookup where id = ${id}`))
}

/** The job that asks. @param sources every kind of look-up of the service */
export function lookupJobs(sources: readonly LookupSource[]): Jobs {
  const bySource = new Map(sources.map((s) => [s.source, s]))
  return {
    'lookup.ask': async (platform, payload) => {
      const lookupId = idIn(payload, 'lookupId')
      const asked = await platform.read(systemActor('lookup.ask'), async (work) => {
        const row = await work.db.maybe<Row>(sql`select * from platform.lookup where id = ${lookupId} and state in ('asked', 'unavailable')`)
        return row && { row, question: parseQuestion(await work.open(row.person_id, `platform.lookup.question:${row.id}`, row.question)) }
      })
      if (!asked) return
      const source = bySource.get(asked.row.source)
      if (!source) throw new Error(`nobody knows how to ask ${asked.row.source}`)
      try {
        const answer = await source.ask(platform, asked.question)
        await settle(platform, asked.row, answer)
      } catch (error) {
        if (!(error instanceof OutsideFailure)) throw error
        await postpone(platform, asked.row, error)
      }
    },
  }
}

function parseQuestion(text: string): Question {
  const value: unknown = JSON.parse(text)
  if (value === null || typeof value !== 'object') throw new Error('question is not an object')
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, String(v)]))
}

async function settle(platform: Platform, row: Row, answer: OutsideAnswer<string>): Promise<void> {
  await platform.work(systemActor('lookup.ask'), async (work) => {
    const state = answer.value === undefined ? 'absent' : 'value'
    const sealed = answer.value === undefined ? null : await work.seal(row.person_id, `platform.lookup.answer:${row.id}`, answer.value)
    const changed = await work.db.run(sql`update platform.lookup set state = ${state}, answered_at = ${work.now}, last_tried_at = ${work.now}, next_try_at = null,
      attempts = attempts + 1, exchange_id = ${answer.exchangeId}, answer_hash = ${answer.hash}, answer = ${sealed}
      where id = ${row.id} and state in ('asked', 'unavailable') and question = ${row.question}`)
    if (changed > 0) work.announce('lookup.answered', { lookupId: row.id, personId: row.person_id, source: row.source, answer: state }, row.person_id)
  })
}

async function postpone(platform: Platform, row: Row, failure: OutsideFailure): Promise<void> {
  await platform.work(systemActor('lookup.ask'), async (work) => {
    const wait = Math.max(backOffMs(row.attempts, Math.random(), settingsOf(failure.system).retryMs), failure.retryAfterMs ?? 0)
    const next = new Date(work.now.getTime() + wait)
    // Where the breaker or the bulkhead kept us back nobody was asked: that is no further try.
    const tried = failure.kind === 'busy' ? 0 : 1
    const changed = await work.db.run(sql`update platform.lookup set state = 'unavailable', last_tried_at = ${work.now}, next_try_at = ${next}, attempts = attempts + ${tried}
      where id = ${row.id} and state in ('asked', 'unavailable') and question = ${row.question}`)
    if (changed === 0) return
    work.schedule('lookup.ask', row.id, { lookupId: row.id }, next, { system: failure.system, since: row.asked_at })
    if (row.state === 'asked') work.announce('lookup.unavailable', { lookupId: row.id, personId: row.person_id, source: row.source }, row.person_id)
  })
}

/** Rows that break a promise about look-ups: each query must return nothing. */
export const lookupInvariants = {
  'OUT1 every answered look-up names its exchange': sql`select id from platform.lookup where state in ('value', 'absent') and exchange_id is null`,
  'DOS9 every open look-up has a job or a due row': sql`select l.id from platform.lookup l where l.state in ('asked', 'unavailable')
    and not exists (select from platform.due d where d.task = 'lookup.ask' and d.payload->>'lookupId' = l.id::text)
    and not exists (select from graphile_worker._private_jobs j where j.payload->>'lookupId' = l.id::text)
    and not exists (select from platform.stuck_job s where s.payload->>'lookupId' = l.id::text)`,
  'OUT2 an exchange without an answer concludes nothing': sql`select l.id from platform.lookup l join platform.exchange e on e.id = l.exchange_id
    where l.state in ('value', 'absent') and e.outcome is distinct from l.state`,
} as const
