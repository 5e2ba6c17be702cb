/**
 * How to call anything outside: a deadline, a breaker and a bulkhead per system, a log row before the request leaves,
 * and three kinds of answer: a value, absent, or an OutsideFailure (which is neither yes nor no).
 */
import { createHash } from 'node:crypto'
import { bulkhead, BulkheadRejectedError, BrokenCircuitError, circuitBreaker, handleType, SamplingBreaker, wrap } from 'cockatiel'
import { Agent, request } from 'undici'
import type { z } from 'zod'
import type { Config, SystemName } from '../config.ts'
import { boundary } from '../db/boundary.ts'
import { createDb, type Queryable } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import { newId } from '../values/ids.ts'
import { OutsideFailure } from '../values/outside-failure.ts'

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
  /** The promised shape; anything else is malformed. 'bytes' returns the body as it came. */
  readonly expect: z.ZodType<T> | 'bytes'
  /** Statuses that mean "there is no such thing", an answer of its own. */
  readonly absentOn?: readonly number[]
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
const DEADLINE_MS = 10_000

/** The patient caller of every outside system. @param now the shown clock, for the log of exchanges */
export function createOutside(config: Config, pool: Queryable, now: () => Promise<Date>): Outside {
  const db = createDb(pool)
  const agent = new Agent({ connect: { timeout: 3_000 }, headersTimeout: DEADLINE_MS, bodyTimeout: DEADLINE_MS, maxResponseSize: MAX_ANSWER })
  const policies = new Map<SystemName, ReturnType<typeof makePolicy>>()
  const policyOf = (system: SystemName) => {
    const found = policies.get(system) ?? makePolicy()
    policies.set(system, found)
    return found
  }

  async function ask<T>(call: OutsideCall<T>, exchangeId: string): Promise<{ value: T | undefined; raw: Buffer }> {
    await boundary(`outside.${call.system}.before`)
    const body = call.json !== undefined ? JSON.stringify(call.json) : call.form ? new URLSearchParams(call.form).toString() : call.bytes?.body
    const type = call.json !== undefined ? 'application/json' : call.form ? 'application/x-www-form-urlencoded' : call.bytes?.type
    const response = await request(config.outside[call.system].url + call.path, {
      method: call.method,
      headers: { 'x-request-id': exchangeId, ...(type ? { 'content-type': type } : {}), ...call.headers },
      body: body ?? null,
      dispatcher: agent,
      signal: AbortSignal.timeout(call.deadlineMs ?? DEADLINE_MS),
    })
    const raw = Buffer.from(await response.body.arrayBuffer())
    await boundary(`outside.${call.system}.after`)
    if (call.absentOn?.includes(response.statusCode)) return { value: undefined, raw }
    if (response.statusCode >= 300) {
      const after = Number(response.headers['retry-after'])
      throw new OutsideFailure(call.system, 'error', `status ${response.statusCode}`, after > 0 ? after * 1000 : undefined)
    }
    return { value: parse(call, raw), raw }
  }

  return {
    async call(call) {
      const exchangeId = newId()
      const started = performance.now()
      await db.run(sql`insert into platform.exchange (id, system, purpose, asked_at) values (${exchangeId}, ${call.system}, ${call.purpose}, ${await now()})`)
      const done = async (outcome: string, failure: string | null, hash: Buffer | null) =>
        db.run(sql`update platform.exchange set answered_at = ${await now()}, outcome = ${outcome}, failure = ${failure}, answer_hash = ${hash},
          took_ms = ${Math.round(performance.now() - started)} where id = ${exchangeId}`)
      try {
        const { value, raw } = await policyOf(call.system).execute(() => ask(call, exchangeId).catch((error: unknown) => {
          throw asFailure(call.system, error)
        }))
        const hash = createHash('sha256').update(raw).digest()
        await done(value === undefined ? 'absent' : 'value', null, hash)
        return { exchangeId, value, hash }
      } catch (error) {
        const failure = asFailure(call.system, error)
        await done('unavailable', failure.kind, null)
        throw failure
      }
    },
    close: () => agent.close(),
  }
}

/** Half the calls of ten seconds failing (of at least ten) opens the breaker for thirty; sixteen calls at once, thirty-two waiting. */
function makePolicy() {
  return wrap(
    circuitBreaker(handleType(OutsideFailure), { halfOpenAfter: 30_000, breaker: new SamplingBreaker({ threshold: 0.5, duration: 10_000, minimumRps: 1 }) }),
    bulkhead(16, 32),
  )
}

function parse<T>(call: OutsideCall<T>, raw: Buffer): T {
  if (call.expect === 'bytes') {
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
  if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError) return new OutsideFailure(system, 'busy', error.message, 30_000)
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError' || /Timeout/.test(name)) return new OutsideFailure(system, 'timeout', 'no answer within the deadline')
  return new OutsideFailure(system, 'unreachable', error instanceof Error && 'code' in error ? String(error.code) : 'connection failed')
}
