import { createHash, randomBytes } from 'node:crypto'
import { findProvince } from '../../../catalogue/index.ts'
import { realNow } from '../../../platform/clock.ts'
import { ownPath } from '../../../platform/http/own-path.ts'
import { askLookup, listKnown, type Lookup } from '../../../platform/outside/lookups.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { publicActor } from '../../../platform/values/actor.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { isMadeUp } from '../../../platform/values/identity-number.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { nameKey } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'
import { beginAuthorization, endSessionUrl, type PopulationRecord, populationSource, redeem } from '../client.ts'
import { endSession, findSession, getPerson, hasAccount, insertPost, listHeldPosts, lockPosts, saveMet, savePerson, saveSession, saveSignIn, type Session, type StaffMember, takeSignIn, touchSession } from '../store/people.ts'

declare module '../../../platform/background/facts.ts' {
  interface Facts {
    'person.signed-in': { personId: string; sessionId: string }
    'person.signed-out': { personId: string; sessionId: string }
  }
}

const MINUTE_MS = 60_000
/** Idle and whole life of a session. Staff fifteen minutes idle would interrupt an appraisal; the twelve hours are the hard end. */
const IDLE_MS = 60 * MINUTE_MS
const LIFE_MS = 12 * 60 * MINUTE_MS
const SIGN_IN_MS = 15 * MINUTE_MS

/** A sign-in that somebody began here and that did not end well: why it did not is its cause. */
export class SignInFailed extends Error {
  /** The path of this service that they were on their way to. */
  readonly returnTo: string

  constructor(cause: unknown, returnTo: string) {
    super(cause instanceof Error ? cause.message : 'sign-in failed', { cause })
    this.name = 'SignInFailed'
    this.returnTo = returnTo
  }
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/**
 * Begins a sign-in with the national eID.
 * @param returnTo a path of this service to come back to
 * @param again whether the eID must ask anew who it is, though it may know (TH4)
 * @returns the address to send the person to, and the state by which the same browser is known when it comes back
 * @throws OutsideFailure when the eID does not answer within five seconds
 */
export async function beginSignIn(platform: Platform, returnTo: string, again = false): Promise<{ readonly url: string; readonly state: string }> {
  const begun = await beginAuthorization(platform, again)
  await platform.work(publicActor, (work) => saveSignIn(work, { ...begun, returnTo: ownPath(returnTo) ?? '/', startedAt: new Date(realNow()) }))
  return { url: begun.url, state: begun.state }
}

/**
 * Accepts the eID's answer. A level-2 account is enough: there is no approval (P6).
 * @param before the session that the browser brought, which ends: a new sign-in has a session of its own (IDN3)
 * @returns the new session's cookie token, and where to go
 * @throws SignInFailed when the eID says no or does not answer; Refusal 'sign-in-expired' when nobody began this sign-in or it was used, 'eid-level-too-low' for a level-1 account,
 *   'not-of-this-world' for a real number in a simulation or a made-up one in production
 */
export async function completeSignIn(platform: Platform, query: string, before?: Session): Promise<{ token: string; personId: string; returnTo: string }> {
  const state = new URLSearchParams(query).get('state') ?? ''
  const begun = await platform.work(publicActor, (work) => takeSignIn(work, state, new Date(realNow() - SIGN_IN_MS)))
  if (!begun) throw new Refusal('sign-in-expired')
  const answer = await redeem(platform, query, { ...begun, state }).catch((error: unknown) => {
    throw new SignInFailed(error, begun.returnTo)
  })
  if (answer.level < 2) throw new Refusal('eid-level-too-low')
  // A simulation must never take in a real person, nor the real service a made-up one.
  if (isMadeUp(answer.identityNumber) !== platform.config.simulation) throw new Refusal('not-of-this-world')
  const token = randomBytes(32).toString('base64url')
  const personId = await platform.work(publicActor, async (work) => {
    const id = await savePerson(work, answer)
    const now = new Date(realNow())
    if (before) await endSession(work, before.id, now)
    // An eID whose clock is ahead must not make a sign-in fresh for longer.
    const authenticatedAt = new Date(Math.min(answer.authenticatedAtSeconds * 1000, now.getTime()))
    const sessionId = await saveSession(work, { tokenHash: hashToken(token), personId: id, idToken: answer.idToken, authenticatedAt, startedAt: now })
    work.announce('person.signed-in', { personId: id, sessionId }, id)
    return id
  })
  return { token, personId, returnTo: begun.returnTo }
}

/** The live session of a cookie. */
export async function sessionOf(platform: Platform, token: string): Promise<Session | undefined> {
  const now = realNow()
  return platform.read(publicActor, async (work) => {
    const session = await findSession(work, hashToken(token), new Date(now - IDLE_MS), new Date(now - LIFE_MS))
    if (session && now - session.lastSeenAt.getTime() > MINUTE_MS) await touchSession(work, session.id, new Date(now))
    // A post ends with its province: who goes on in the one that it went up in is given a post there.
    const isEnded = session?.staff && !findProvince(session.staff.provinceCode, work.today)
    return session && isEnded ? { ...session, staff: undefined } : session
  })
}

/** Ends a session. @returns where to end the eID's own session; our own start page when the eID does not answer */
export async function signOut(platform: Platform, session: Session): Promise<string> {
  await platform.work({ kind: 'citizen', personId: session.personId, sessionId: session.id, channel: 'online' }, async (work) => {
    await endSession(work, session.id, new Date(realNow()))
    work.announce('person.signed-out', { personId: session.personId, sessionId: session.id }, session.personId)
  })
  return endSessionUrl(platform, session.idToken).catch(() => '/')
}

/**
 * Gives a post from today on to whoever signs in with this identity number. A session has one post, the newest: a second one would take the
 * first away, so it is refused.
 * @returns 'known' when exactly this post is held already: nothing changes
 * @throws Refusal 'naming-oneself', 'holds-another-post'
 */
export async function givePost(work: Work, { identityNumber, ...post }: Omit<StaffMember, 'id'> & { readonly identityNumber: string }): Promise<'given' | 'known'> {
  const index = await lockPosts(work, identityNumber)
  const held = await listHeldPosts(work, index)
  const { actor } = work
  if (actor.kind === 'staff' && held.some((one) => one.id === actor.staffId)) throw new Refusal('naming-oneself')
  if (held.some((one) => one.role !== post.role || one.provinceCode !== post.provinceCode || one.officeCode !== post.officeCode)) throw new Refusal('holds-another-post')
  if (held.length > 0) return 'known'
  await insertPost(work, index, post)
  return 'given'
}

/** Asks the population register about a person, unless a fresh answer is there. */
export async function askPopulation(work: Work, personId: string): Promise<void> {
  const person = await getPerson(work, personId)
  await askLookup(work, populationSource, personId, { personId, identityNumber: person.identityNumber })
}

/** The population register's newest answer, with the look-up it came by. */
export async function findPopulationRecord(work: Work, personId: string): Promise<{ lookup: Lookup; record: PopulationRecord | undefined } | undefined> {
  const lookup = (await listKnown(work, personId, [populationSource.source])).get(populationSource.source)?.newest
  if (!lookup) return undefined
  const record: PopulationRecord | undefined = lookup.answer ? JSON.parse(lookup.answer) : undefined
  return { lookup, record }
}

/**
 * Corrects somebody who was met by a mistyped card and has no account: to what the population register says of their number, once it
 * says what the card in hand says. What a clerk types is never kept by itself, so nobody is renamed by hand; of who has an account the eID knows better.
 * @returns 'unconfirmed' while the register, which is asked now, has not said which is right
 */
export async function correctMet(work: Work, personId: string, card: { readonly fullName: string; readonly birthDate: LocalDate }): Promise<'corrected' | 'unconfirmed' | 'differs'> {
  if (await hasAccount(work, personId)) return 'differs'
  await askPopulation(work, personId)
  const known = await findPopulationRecord(work, personId)
  if (known?.lookup.state === 'absent') return 'differs'
  if (!known?.record) return 'unconfirmed'
  const { record } = known
  const isConfirmed = record.birthDate === card.birthDate && nameKey(record.fullName) === nameKey(card.fullName)
  return isConfirmed && (await saveMet(work, personId, record)) ? 'corrected' : 'differs'
}
