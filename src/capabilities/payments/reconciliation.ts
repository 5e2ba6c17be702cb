/** Comparing a day's statement with our books, purely: every line matches something, or says why it does not (MON8). */
import type { AttemptView, MethodId, SurplusReason } from './reduction.ts'

export interface StatementLine {
  readonly kind: 'payment' | 'refund'
  /** By which way of paying it came. */
  readonly method: MethodId
  readonly transactionNo: string
  /** Our reference; empty when a payer's words hold none of ours. */
  readonly txnRef: string
  readonly amountVnd: number
  readonly at: Date
  /** Of a refund: the charge it returns. */
  readonly originalNo: string
  /** Of a refund: the request that asked for it; empty when the platform names none. */
  readonly requestId: string
}

interface OurCharge {
  readonly id: string
  readonly transactionNo: string
  readonly amountVnd: number
}

interface OurRefund {
  readonly id: string
  readonly amountVnd: number
  readonly requestId: string
  /** The platform's number of it, as soon as we know it. */
  readonly refundNo: string | null
  /** Another line, of this or an earlier statement, was this refund already, under another number. */
  readonly elsewhere: boolean
}

/** What we know about the line's number and reference. */
export interface Ours {
  readonly charge: OurCharge | undefined
  /** The live or done refund of the charge a refund line names. */
  readonly refund: OurRefund | undefined
  readonly attempt: Pick<AttemptView, 'state' | 'amountVnd' | 'transactionNo' | 'method'> | undefined
  /** The same number stood in an earlier line of this statement. */
  readonly seenBefore: boolean
}

export type LineFinding =
  | { readonly kind: 'charge'; readonly chargeId: string }
  | { readonly kind: 'refund'; readonly refundId: string }
  /** Money of one of our attempts that we did not know of: booked now, as fee or surplus. */
  | { readonly kind: 'take-in'; readonly repaired: 'adopted' | SurplusReason }
  /** A transfer that names nothing of ours: booked and returned. */
  | { readonly kind: 'orphan' }
  | { readonly kind: 'discrepancy'; readonly reason: 'unknown-reference' | 'unknown-refund' | 'line-twice' | 'line-differs' }

/** One refund is one line: what the platform paid out a second time, or for a request that we hold for refused, nobody asked for. */
function isOurRefund(line: StatementLine, refund: OurRefund): boolean {
  if (refund.elsewhere) return false
  return refund.refundNo === line.transactionNo || line.requestId === '' || line.requestId === refund.requestId
}

/** Compares one line. */
export function judgeLine(line: StatementLine, ours: Ours): LineFinding {
  if (ours.seenBefore) return { kind: 'discrepancy', reason: 'line-twice' }
  if (line.kind === 'refund') {
    if (!ours.refund || !isOurRefund(line, ours.refund)) return { kind: 'discrepancy', reason: 'unknown-refund' }
    return ours.refund.amountVnd === line.amountVnd ? { kind: 'refund', refundId: ours.refund.id } : { kind: 'discrepancy', reason: 'line-differs' }
  }
  if (ours.charge) {
    return ours.charge.amountVnd === line.amountVnd ? { kind: 'charge', chargeId: ours.charge.id } : { kind: 'discrepancy', reason: 'line-differs' }
  }
  if (ours.attempt?.method !== line.method) {
    // A transfer's reference is typed by a person: what fits nothing is somebody's money and goes back. Orders of the
    // checkout begin with us, so there a strange one is the platform's mistake, and a person asks.
    return line.method === 'vietqr' ? { kind: 'orphan' } : { kind: 'discrepancy', reason: 'unknown-reference' }
  }
  if (ours.attempt.amountVnd !== line.amountVnd) return { kind: 'take-in', repaired: 'amount-differs' }
  return { kind: 'take-in', repaired: ours.attempt.state === 'paid' ? 'double' : 'adopted' }
}
