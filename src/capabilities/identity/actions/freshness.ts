/** Whether who commands has just proved who they are (IDN2, TH4): by the instant the eID gave, in real time as sessions are, never by the session's last use. */
import { freshSignInMinutes, type SignInClass } from '../../../catalogue/index.ts'
import { realNow } from '../../../platform/clock.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { findAuthenticatedAt, type Session } from '../store/people.ts'

const MINUTE_MS = 60_000

/** For pages, which say so before anything is pressed. @param on the shown day, by which the rule is chosen */
export function isSignInFresh({ authenticatedAt }: Pick<Session, 'authenticatedAt'>, command: SignInClass, on: LocalDate): boolean {
  return realNow() - authenticatedAt.getTime() <= freshSignInMinutes(command, on).value * MINUTE_MS
}

/**
 * Asks it of the session that the actor brings, within the transaction that does the command.
 * @returns when they signed in
 * @throws Refusal 'sign-in-stale', also for an ended session or none
 */
export async function requireFreshSignIn(work: Work, command: SignInClass): Promise<Date> {
  const { actor } = work
  const authenticatedAt = actor.kind === 'citizen' || actor.kind === 'staff' ? await findAuthenticatedAt(work, actor.sessionId, actor.personId) : undefined
  if (!authenticatedAt || !isSignInFresh({ authenticatedAt }, command, work.today)) throw new Refusal('sign-in-stale')
  return authenticatedAt
}
