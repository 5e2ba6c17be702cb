/**
 * A sign-in ends in the browser that began it. Without this somebody could send a person the end of a sign-in of their own,
 * and the person would file into an account that is not theirs.
 */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { formToken, isFormToken } from '../../platform/http/csrf.ts'
import type { Web } from '../request.ts'

const LIFE_SECONDS = 15 * 60

/** One cookie a sign-in, so that two tabs can sign in at once. */
function cookieOf(web: Web, state: string): { name: string; path: string; secure: boolean } {
  const secure = web.platform.config.publicUrl.startsWith('https://')
  return { name: `${secure ? '__Host-' : ''}bat-dau-${createHash('sha256').update(state).digest('hex').slice(0, 16)}`, path: '/', secure }
}

/** Marks the browser that begins a sign-in. */
export function markBrowser(web: Web, reply: FastifyReply, state: string): void {
  const { name, ...place } = cookieOf(web, state)
  reply.setCookie(name, formToken(web.platform.keys.session, `sign-in:${state}`), { ...place, httpOnly: true, sameSite: 'lax', maxAge: LIFE_SECONDS })
}

/** Whether the answer came to the browser that began the sign-in; its mark is taken away. */
export function isOwnSignIn(web: Web, request: FastifyRequest, reply: FastifyReply, state: string): boolean {
  const { name, path } = cookieOf(web, state)
  const own = isFormToken(web.platform.keys.session, `sign-in:${state}`, request.cookies[name])
  if (own) reply.clearCookie(name, { path })
  return own
}
