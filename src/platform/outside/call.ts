/**
 * How to call anything outside: a deadline, a breaker and a bulkhead per system, a log row before the request leaves,
 * and three kinds of answer: a value, absent, or an OutsideFailure (which is neither yes nor no).
 */
import { createHash } from 'node:crypto'
import { bulkhead, BulkheadRejectedError } from 'cockatiel'
import { Agent, request } from 'undici'
import type { z } from 'zod'
import type { Config, SystemName } from '../config.ts'
import { realNow } from '../clock.ts'
import { boundary } from '../db/boundary.ts'
import { createDb, type Queryable } from '../db/db.ts'
import { newId } from '../values/ids.ts'
import { OutsideFailure } from '../values/outside-failure.ts'
import { admit, createSample, failed, type Sample, succeeded } from './breaker.ts'
import { sourceSettings } from './settings.ts'

export { OutsideFailure }

interface OutsideCall<T> {
  readonly system: SystemName
  /** A short word for the log of exchanges: 'query', 'search'. Never personal data. */
  readonly purpose: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly bytes?: { readonly body: Uint8Array; readonly type: string }
  readonly deadlineMs?: number
  /** The promised shape; anything else is malformed. 'bytes' returns the body as it came, 'reply' every reply below 500 as a WholeReply. */
  readonly expect: z.ZodType<T> | 'bytes' | 'reply'
  /** Statuses that mean "there is no such thing", an answer of its own. */
  readonly absentOn?: readonly number[]
  /** Statuses that mean "no, and asking again changes nothing": thrown as a definite OutsideFailure, which is no outage. */
  readonly refusedOn?: readonly number[]
}

/** A reply whose status is part of what it says, as in OAuth. */
export interface WholeReply {
  readonly status: number
  readonly type: string
  readonly body: Buffer
}

export interface OutsideAnswer<T> {
  readonly exchangeId: string
  /** Undefined when the system said that there is no such thing. */
  readonly value: T | undefined
  /** SHA-256 of the raw answer. */
  readonly hash: Buffer
}

export interface Outside {
  call<T>(call: OutsideCall<T>): Promise<OutsideAnswer<T>>
  close(): Promise<void>
}

const MAX_ANSWER = 8 * 1024 * 1024
/** Beyond every deadline: the deadline of the call ends it first. */
const HEADERS_MS = 60_000
const BUSY_MS = 5_000

/** A system may ask to be left alone, but not for days: people wait behind it. */
const MOST_WAIT_MS = 3_600_000

/** The patient caller of every outside system. */
export function createOutside(config: Config, pool: Queryable): Outside {
  const db = createDb(pool)
  const agent = new Agent({ connect: { timeout: 3_000 }, headersTimeout: HEADERS_MS, bodyTimeout: HEADERS_MS, maxResponseSize: MAX_ANSWER })
  const guards = new Map<SystemName, ReturnType<typeof makeGuard>>()
  const guardOf = (system: SystemName) => {
    const found = guards.get(system) ?? makeGuard(system)
    guards.set(system, found)
    return found
  }

  async function ask<T>(call: OutsideCall<T>, exchangeId: string): Promise<{ value: T | undefined; raw: Buffer; refused?: number }> {
    await boundary(`outside.${call.system}.before`, call.purpose)
    const body = call.json !== undefined ? JSON.stringify(call.json) : call.form ? new URLSearchParams(call.form).toString() : call.bytes?.body
    const type = call.json !== undefined ? 'application/json' : call.form ? 'application/x-www-form-urlencoded' : call.bytes?.type
    const response = await request(config.outside[call.system].url + call.path, {
      method: call.method,
      headers: { 'x-request-id': exchangeId, ...(type ? { 'content-type': type } : {}), ...call.headers },
      body: body ?? null,
      dispatcher: agent,
      signal: AbortSignal.timeout(call.deadlineMs ?? sourceSettings[call.system].deadlineMs),
    })
    const raw = Buffer.from(await response.body.arrayBuffer())
    await boundary(`outside.${call.system}.after`, call.purpose)
    // Whoever repeats our request id must repeat the right one: an old answer, or another's, ends here.
    const echoed = response.headers['x-request-id']
    if (echoed !== undefined && echoed !== (call.headers?.['x-request-id'] ?? exchangeId)) throw new OutsideFailure(call.system, 'malformed', 'the answer to another request')
    if (call.expect === 'reply' && response.statusCode < 500) {
      const reply: unknown = { status: response.statusCode, type: String(response.headers['content-type'] ?? ''), body: raw } satisfies WholeReply
      return { value: reply as T, raw } // the caller asked for the reply and typed T as WholeReply
    }
    if (call.absentOn?.includes(response.statusCode)) return { value: undefined, raw }
    if (call.refusedOn?.includes(response.statusCode)) return { value: undefined, raw, refused: response.statusCode }
    if (response.statusCode >= 300) {
      const after = Number(response.headers['retry-after'])
      throw new OutsideFailure(call.system, 'error', `status ${response.statusCode}`, after > 0 ? Math.min(after * 1000, MOST_WAIT_MS) : undefined)
    }
    return { value: parse(call, raw), raw }
  }

  /** One admitted call, counted by the breaker whatever comes of it. */
  async function exchange<T>(call: OutsideCall<T>, sample: Sample): Promise<OutsideAnswer<T>> {
    const { system, purpose } = call
    const { openMs } = sourceSettings[system].breaker
    const id = newId()
    const admission = await admit(db, { id, system, purpose }, openMs)
    if (admission === 'open' || admission === 'parked') throw new OutsideFailure(system, 'busy', admission === 'open' ? 'left alone for a while' : 'parked', openMs)
    const started = performance.now()
    const done = () => ({ id, system, tookMs: Math.round(performance.now() - started), probe: admission === 'probe' })
    const answer = await ask(call, id).catch(async (error: unknown) => {
      const failure = asFailure(system, error)
      await failed(db, done(), failure.kind, sample.note(true, realNow()))
      throw failure
    })
    const hash = createHash('sha256').update(answer.raw).digest()
    sample.note(false, realNow())
    await succeeded(db, done(), { outcome: answer.value === undefined ? 'absent' : 'value', hash })
    // It answered, so it is well; what it said concludes nothing here.
    if (answer.refused !== undefined) throw new OutsideFailure(system, 'error', `refused with status ${answer.refused}`, undefined, true)
    return { exchangeId: id, value: answer.value, hash }
  }

  return {
    async call(call) {
      const { gate, sample } = guardOf(call.system)
      try {
        return await gate.execute(() => exchange(call, sample))
      } catch (error) {
        if (error instanceof BulkheadRejectedError) throw new OutsideFailure(call.system, 'busy', 'too many calls at once', BUSY_MS)
        throw error
      }
    },
    close: () => agent.close(),
  }
}

/** What one process keeps of a system: how many calls are under way, and how the last ones ended. */
function makeGuard(system: SystemName) {
  const { atOnce, waiting } = sourceSettings[system].bulkhead
  return { gate: bulkhead(atOnce, waiting), sample: createSample(sourceSettings[system].breaker) }
}

function parse<T>(call: OutsideCall<T>, raw: Buffer): T {
  if (call.expect === 'bytes' || call.expect === 'reply') {
    const bytes: unknown = raw
    return bytes as T // the caller asked for bytes and typed T as Buffer
  }
  let json: unknown
  try {
    json = JSON.parse(raw.toString())
  } catch {
    throw new OutsideFailure(call.system, 'malformed', 'not JSON')
  }
  const parsed = call.expect.safeParse(json)
  if (!parsed.success) throw new OutsideFailure(call.system, 'malformed', `${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.code ?? ''}`)
  return parsed.data
}

function asFailure(system: SystemName, error: unknown): OutsideFailure {
  if (error instanceof OutsideFailure) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError' || /Timeout/.test(name)) return new OutsideFailure(system, 'timeout', 'no answer within the deadline')
  return new OutsideFailure(system, 'unreachable', error instanceof Error && 'code' in error ? String(error.code) : 'connection failed')
}
