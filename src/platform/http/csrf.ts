/** Form tokens bound to the session: nothing to store, useless to another session. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { keyObjectOf } from '../secrets/seal.ts'

/** The token of a session's forms. @param key the session key */
export function formToken(key: Buffer, sessionId: string): string {
  return createHmac('sha256', keyObjectOf(key)).update(`form:${sessionId}`).digest('base64url')
}

/** Whether a form carries the token of its session; in constant time whatever was sent. */
export function isFormToken(key: Buffer, sessionId: string, given: unknown): boolean {
  if (typeof given !== 'string') return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(formToken(key, sessionId)))
}
