/**
 * A form that came after its session had ended, or from before a new sign-in. Nothing of it is recorded; what was typed goes back to
 * whoever sent it, to be sent again. Only from a page of ours: what another site sends is never put into a form with a token.
 */
import type { FastifyRequest } from 'fastify'
import { CSRF_FIELD } from './kit/index.ts'

export interface KeptForm {
  /** Name and text of each field but the token. */
  readonly fields: readonly (readonly [name: string, text: string])[]
  /** What somebody wrote: of several words. Ids, codes and choices have no room between. */
  readonly words: readonly string[]
}

/** @returns undefined for what is no plain form, or where the browser does not say that a page of ours sent it */
export function keptForm({ method, headers, body }: Pick<FastifyRequest, 'method' | 'headers' | 'body'>): KeptForm | undefined {
  const isPlain = method === 'POST' && headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  // Browsers of before 2023 name the origin alone; what comes from another one has been turned away at the door by now.
  const { 'sec-fetch-site': site, origin = 'null' } = headers
  const isOurs = site === undefined ? origin !== 'null' : site === 'same-origin'
  if (!isPlain || !isOurs || body === null || typeof body !== 'object') return undefined
  const fields = Object.entries(body).flatMap(([name, value]) => (name === CSRF_FIELD ? [] : [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : []))))
  return { fields, words: fields.map(([, text]) => text.trim()).filter((text) => /\s/.test(text)) }
}
