/**
 * The two ways VNPay signs, both HMAC-SHA512 in lower-case hex:
 * a query string of sorted `vnp_` parameters (checkout, return, call-back), and a fixed list of fields joined by `|` (querydr, refund).
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The only merchant of the simulation. Neither value opens anything real. */
export const merchant = { tmnCode: 'TTSIM097', secret: 'sandbox-only-secret' } as const

/** HMAC-SHA512 of a text under the merchant's secret. */
export function sign(text: string, secret: string = merchant.secret): string {
  return createHmac('sha512', secret).update(Buffer.from(text, 'utf8')).digest('hex')
}

/** The text that is signed: keys sorted, empty values and the hash itself left out, form encoding (a space is `+`). */
export function signedQuery(params: Record<string, string>): string {
  const query = new URLSearchParams()
  for (const key of Object.keys(params).sort()) {
    const value = params[key]
    if (value !== undefined && value !== '' && key !== 'vnp_SecureHash' && key !== 'vnp_SecureHashType') query.append(key, value)
  }
  return query.toString()
}

/** The query with its hash added at the end. */
export function withHash(params: Record<string, string>): string {
  const text = signedQuery(params)
  return `${text}&vnp_SecureHash=${sign(text)}`
}

/** Whether a hash is the one this text must have; compared in constant time. */
export function isSignedBy(text: string, hash: string | undefined): boolean {
  const expected = Buffer.from(sign(text))
  const given = Buffer.from((hash ?? '').toLowerCase())
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Fields joined as querydr and refund want them. */
export function joinFields(fields: readonly (string | undefined)[]): string {
  return fields.map((field) => field ?? '').join('|')
}
