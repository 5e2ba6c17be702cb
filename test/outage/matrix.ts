/**
 * The outage matrix: every outside system fails in the same eleven ways, and every client must end in the same few outcomes.
 * A client is a row of this table; what it makes of each way is written down before it is tried.
 */
import { expect } from 'vitest'
import type { FaultMode } from '../../sandbox/kit/faults.ts'
import type { SystemName } from '../../src/platform/config.ts'
import { OutsideFailure } from '../../src/platform/outside/call.ts'
import type { Platform } from '../../src/platform/runtime.ts'
import { Refusal } from '../../src/platform/values/refusal.ts'
import type { OutageWorld } from './world.ts'

export const ways = [
  'answered', 'negative', 'not found', 'slower than the deadline', '500', '503 with retry-after', 'connection reset', 'not the promised shape',
  'answered twice', 'answer for another person', 'stale answer',
] as const

export type Way = (typeof ways)[number]

/**
 * `value`: an answer about what was asked; `absent`: the system says that there is nothing; `refused`: a definite no to the
 * person; `definite no`: a no to us that asking again will not change; `unavailable`: neither yes nor no, asked again later. An alarm tells a person that a system mixed people up.
 */
export type Outcome =
  | 'value' | 'absent' | 'refused' | 'definite no'
  | `${'' | 'alarm, '}unavailable: ${OutsideFailure['kind']}`

/** What a client makes of a way: an outcome, an outcome whose value says this, or why the way cannot happen to it. */
export type Expected = Outcome | { readonly value: object } | { readonly never: string }

export interface Client<Subject> {
  readonly name: string
  readonly system: SystemName
  /** Where it is written. */
  readonly file: string
  /** What the log of exchanges calls its questions. */
  readonly purposes: readonly string[]
  /** Somebody or something to ask about. */
  subject(world: OutageWorld): Promise<Subject>
  /** Another one, whose answer must never be taken for the first one's. */
  other(world: OutageWorld): Promise<Subject>
  /** Those ways that need a subject of their own. */
  readonly subjects?: Partial<Record<Way, (world: OutageWorld) => Promise<Subject>>>
  /** What changes between the question whose answer gets old and the next. */
  meanwhile?(world: OutageWorld, subject: Subject): Promise<void>
  /** Asks once. @param alarm what the client calls where it leaves the raising to its caller @returns undefined when the system says that there is nothing */
  ask(platform: Platform, subject: Subject, alarm: () => Promise<void>): Promise<unknown>
  /** Whether an answer is about this subject. */
  fits(value: unknown, subject: Subject): boolean
  /** Ways that no switch has to make: the subject alone brings them about. */
  readonly unswitched?: readonly Way[]
  readonly expected: Readonly<Record<Way, Expected>>
}

/** How every client ends where a machine, a line or a wire fails. */
export const outages = {
  answered: 'value',
  'slower than the deadline': 'unavailable: timeout',
  '500': 'unavailable: error',
  '503 with retry-after': 'unavailable: error',
  'connection reset': 'unavailable: unreachable',
  'not the promised shape': 'unavailable: malformed',
  'answered twice': 'value',
} as const satisfies Partial<Record<Way, Outcome>>

const switches: Partial<Record<Way, FaultMode>> = {
  'slower than the deadline': 'timeout', '500': 'error500', '503 with retry-after': 'error503', 'connection reset': 'reset', 'not the promised shape': 'malformed',
  'answered twice': 'twice', 'answer for another person': 'mixedUp', 'stale answer': 'stale',
}

/** Long enough for a machine that is there, short enough for a test that waits for one that is not. */
const DEADLINE_MS = 400

interface Met {
  readonly outcome: Outcome
  readonly value: unknown
  readonly failure: OutsideFailure | undefined
}

async function attempt(world: OutageWorld, ask: (alarm: () => Promise<void>) => Promise<unknown>): Promise<Met> {
  let alarmed = false
  try {
    const value = await ask(async () => {
      alarmed = true
    })
    return { outcome: value === undefined ? 'absent' : 'value', value, failure: undefined }
  } catch (error) {
    if (error instanceof Refusal) return { outcome: 'refused', value: undefined, failure: undefined }
    if (!(error instanceof OutsideFailure)) throw error
    if (error.definite) return { outcome: 'definite no', value: undefined, failure: error }
    const raised = await world.platform.asOwner('select id from platform.alarm')
    return { outcome: `${alarmed || raised.length > 0 ? 'alarm, ' : ''}unavailable: ${error.kind}`, value: undefined, failure: error }
  }
}

/** Brings one way over one client and holds it to its row. */
export async function endsAsExpected<S>(world: OutageWorld, client: Client<S>, way: Way): Promise<void> {
  const expected = client.expected[way]
  if (typeof expected !== 'string' && 'never' in expected) return
  const subject = await (client.subjects?.[way] ?? client.subject)(world)
  const other = way === 'answered twice' || way === 'answer for another person' ? await client.other(world) : undefined
  await using platform = await world.fresh(way === 'slower than the deadline' ? DEADLINE_MS : undefined)
  const silent = async () => undefined
  const isSwitched = !client.unswitched?.includes(way)
  if (way === 'answer for another person' && isSwitched && other) await client.ask(platform, other, silent)
  if (way === 'stale answer') {
    await client.ask(platform, subject, silent)
    await client.meanwhile?.(world, subject)
  }
  await world.switch(client.system, isSwitched ? (switches[way] ?? 'ok') : 'ok')
  const met = await attempt(world, (alarm) => client.ask(platform, subject, alarm))
  await world.switch(client.system, 'ok')

  expect(met.outcome).toBe(typeof expected === 'string' ? expected : 'value')
  if (typeof expected !== 'string') expect(met.value).toMatchObject(expected.value)
  if (met.outcome === 'value') expect(client.fits(met.value, subject), 'the answer is about what was asked').toBe(true)
  if (way === '503 with retry-after') expect(met.failure?.retryAfterMs).toBe(2_000)
  if (way === 'answered twice' && other) {
    // The answer too many must not be taken for the answer to the next question on the same line.
    const next = await attempt(world, (alarm) => client.ask(platform, other, alarm))
    if (next.outcome === 'value') expect(client.fits(next.value, other), 'the next answer is about the next question').toBe(true)
    else expect(next.outcome).toMatch(/^unavailable: /)
  }
  await nothingUnlogged(world, platform.asked)
}

/** Every question stands in the log of exchanges with how it ended (OUT1, OUT2). */
async function nothingUnlogged(world: OutageWorld, asked: readonly { purpose: string; outcome: string }[]): Promise<void> {
  const rows = await world.platform.asOwner<{ purpose: string; outcome: string }>('select purpose, outcome from platform.exchange order by asked_at, id')
  const told = asked.map(({ purpose, outcome }) => `${purpose} ${outcome}`).sort()
  expect(rows.map(({ purpose, outcome }) => `${purpose} ${outcome}`).sort()).toEqual(told)
}
