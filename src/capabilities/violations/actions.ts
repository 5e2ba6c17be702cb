/** Asking about violations, and reading what is known. */
import { raiseAlarm } from '../../platform/outside/alarms.ts'
import { askLookup, listKnown, type Lookup, type LookupName, repeatLookup } from '../../platform/outside/lookups.ts'
import type { Work } from '../../platform/work.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { type BodyAnswer, type ViolationBody, violationsFromText } from './violation.ts'

declare module '../../platform/background/facts.ts' {
  interface Facts {
    /** An alarm: a body answered about somebody else. Nothing was concluded from it. */
    'violations.wrong-person': { personId: string; body: string }
  }
}

/** An answer is good for an hour; at acceptance it is asked anew anyway. */
const FRESH_MINUTES = 60

/** How often a person with an open case is asked about again while a dossier waits for it. */
const WATCH_HOURS = 6

/** The look-up of one body. */
export function lookupOf(body: ViolationBody): LookupName {
  return { source: `violations:${body}`, freshMinutes: FRESH_MINUTES }
}

export interface ViolationCheck {
  readonly personId: string
  readonly identityNumber: string
  readonly fullName: string
  readonly birthDate: LocalDate
  readonly bodies: readonly ViolationBody[]
}

/**
 * Asks every body, in the background; what is fresh or already asked is not asked twice.
 * @param options.anew asks also where the last answer is still fresh, as at acceptance or after "I have paid"
 */
export async function check(work: Work, person: ViolationCheck, options: { readonly anew?: boolean } = {}): Promise<void> {
  const { personId, identityNumber, fullName, birthDate } = person
  for (const body of person.bodies) {
    await askLookup(work, lookupOf(body), personId, { personId, identityNumber, fullName, birthDate }, options)
  }
}

/** An earlier answer stands for a day while a newer question is open. */
const STANDS_MS = 24 * 3_600_000

/**
 * What each of the bodies has said about the person so far, in the order given. Only an answer changes what is known: while
 * a newer question is open the answer before it stands.
 * @param notBefore how old that earlier answer may be; a day unless told
 */
export async function violationsOf(work: Work, personId: string, bodies: readonly ViolationBody[], notBefore = new Date(work.now.getTime() - STANDS_MS)): Promise<BodyAnswer[]> {
  const known = await listKnown(work, personId, bodies.map((body) => lookupOf(body).source))
  return bodies.map((body) => {
    const { newest, answered } = known.get(lookupOf(body).source) ?? {}
    return toAnswer(body, work.now, newest, answered?.answeredAt && answered.answeredAt >= notBefore ? answered : undefined)
  })
}

function toAnswer(body: ViolationBody, now: Date, newest: Lookup | undefined, answered: Lookup | undefined): BodyAnswer {
  const shown = newest && isOpen(newest) ? (answered ?? newest) : newest
  if (!newest || !shown) return { body, state: 'not-asked', askedAt: null, answeredAt: null, nextTryAt: null, exchangeId: null, unresolved: [], resolved: 0, suspensions: [], reasked: null }
  // A question held back by an open breaker is asked when the source is back, not at the instant that was planned.
  const ahead = (at: Date | null) => (at !== null && at > now ? at : null)
  const violations = shown.answer === null ? [] : violationsFromText(shown.answer)
  return {
    body,
    state: isOpen(shown) ? shown.state : 'answered',
    askedAt: shown.askedAt,
    answeredAt: shown.answeredAt,
    nextTryAt: ahead(shown.nextTryAt),
    exchangeId: shown.exchangeId,
    unresolved: violations.filter((violation) => !violation.resolved),
    resolved: violations.filter((violation) => violation.resolved).length,
    suspensions: violations.filter((violation) => violation.suspendedUntil !== null),
    reasked: shown !== newest && isOpen(newest) ? { state: newest.state, askedAt: newest.askedAt, nextTryAt: ahead(newest.nextTryAt) } : null,
  }
}

function isOpen(lookup: Lookup): lookup is Lookup & { state: 'asked' | 'unavailable' } {
  return lookup.state === 'asked' || lookup.state === 'unavailable'
}

/** Asks again every few hours while a case stays open, so that a settled fine lets a waiting dossier go on by itself (P1). */
export function watch(work: Work, personId: string, bodies: readonly ViolationBody[]): void {
  const dueAt = new Date(work.now.getTime() + WATCH_HOURS * 3_600_000)
  work.schedule('violations.recheck', personId, { personId, bodies: bodies.join(' ') }, dueAt)
}

/** No dossier waits any more. */
export function unwatch(work: Work, personId: string): void {
  work.unschedule('violations.recheck', personId)
}

/** The step of the watch: asks again what is not clear; ends by itself when nothing blocks. */
export async function recheck(work: Work, personId: string, bodies: readonly ViolationBody[]): Promise<void> {
  const answers = await violationsOf(work, personId, bodies)
  const blocking = answers.filter((answer) => answer.unresolved.length > 0 || answer.suspensions.some((one) => (one.suspendedUntil ?? '') >= work.today))
  if (blocking.length === 0 && answers.every((answer) => answer.state === 'answered')) return
  for (const answer of blocking) await repeatLookup(work, lookupOf(answer.body), personId)
  watch(work, personId, bodies)
}

/** Raises the alarm that a body answered about somebody else (OUT3): it waits for an operator and changes nothing. */
export function raiseWrongPerson(work: Work, personId: string, body: ViolationBody): void {
  raiseAlarm(work, { kind: 'wrong-person', system: 'violations', subjectId: personId, details: { body } })
  work.announce('violations.wrong-person', { personId, body }, personId)
}
