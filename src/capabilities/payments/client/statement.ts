/** The platform's daily statement of both ways of paying: what our books are compared with each night (MON8). */
import { z } from 'zod'
import type { Platform } from '../../../platform/runtime.ts'
import { canonicalQuery, isSigned, joinFields, parseWireTime, sign } from '../engine.ts'
import type { StatementLine } from '../reconciliation.ts'
import { referenceIn } from '../vietqr.ts'
import { amountOf, type Evidence, malformed, SYSTEM } from './method.ts'

const lineShape = z.object({
  kind: z.enum(['payment', 'refund']), channel: z.enum(['checkout', 'transfer']), transactionNo: z.string().regex(/^\d{1,20}$/), txnRef: z.string().max(200), amount: z.string().regex(/^\d{1,15}$/),
  time: z.string().regex(/^\d{14}$/), originalNo: z.string().max(20), requestId: z.string().max(32),
})
const statementShape = z.object({ date: z.string(), tmnCode: z.string(), count: z.number().int(), lines: z.array(lineShape).max(100_000), hash: z.string() })

/**
 * Reads the signed statement of a day: every payment and refund the platform booked for us.
 * @param date 'YYYY-MM-DD' in Viet Nam @throws OutsideFailure
 */
export async function readStatement(platform: Platform, date: string): Promise<{ readonly lines: readonly StatementLine[]; readonly evidence: Evidence }> {
  const { tmnCode, secret } = platform.config.payments
  const asked = canonicalQuery({ date, tmnCode, hash: sign(joinFields([date, tmnCode]), secret) })
  const reply = await platform.outside.call({ system: SYSTEM, purpose: 'statement', method: 'GET', path: `/statement?${asked}`, deadlineMs: 30_000, expect: statementShape })
  const statement = reply.value
  if (!statement) throw malformed('empty')
  // Only what could not be told apart is refused: payers write what they like.
  if (statement.lines.some((line) => line.txnRef.includes('|'))) throw malformed('a separator inside a field')
  const signed = [statement.date, statement.tmnCode, String(statement.lines.length), ...statement.lines.map((l) => joinFields([l.kind, l.channel, l.transactionNo, l.txnRef, l.amount, l.time, l.originalNo, l.requestId]))]
  if (!isSigned(signed.join('\n'), statement.hash, secret)) throw malformed('signature')
  if (statement.date !== date || statement.tmnCode !== tmnCode || statement.count !== statement.lines.length) throw malformed('not the statement asked for')
  const lines = statement.lines.map((line): StatementLine => {
    const amountVnd = amountOf(line.amount)
    const at = parseWireTime(line.time)
    if (amountVnd === undefined || !at) throw malformed('a line without amount or time')
    const method = line.channel === 'transfer' ? 'vietqr' : 'checkout'
    return { kind: line.kind, method, transactionNo: line.transactionNo, txnRef: method === 'vietqr' ? referenceIn(line.txnRef) : line.txnRef, amountVnd, at, originalNo: line.originalNo, requestId: line.requestId }
  })
  return { lines, evidence: { exchangeId: reply.exchangeId, rawHash: reply.hash, code: String(lines.length) } }
}
