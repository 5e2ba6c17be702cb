import type { Work } from '../../../platform/work.ts'
import { receiptNumber } from '../ledger.ts'
import type { AttemptState } from '../reduction.ts'
import type { RefundReason, RefundState } from '../refunds.ts'
import { listAttempts } from '../store/attempts.ts'
import { findReceipt, listCharges } from '../store/charges.ts'
import { listRefunds } from '../store/refunds.ts'

/** The money of one dossier, as the citizen may see all of it. Amounts in đồng. */
export interface Money {
  /** The fee has been received and not returned. */
  readonly feePaid: boolean
  readonly attempts: readonly {
    readonly attemptId: string
    readonly state: AttemptState
    readonly reason: string | null
    readonly amountVnd: number
    readonly startedAt: Date
    readonly expiresAt: Date
    readonly askedAt: Date | null
    readonly nextQueryAt: Date | null
    readonly endedAt: Date | null
  }[]
  readonly charges: readonly { readonly transactionNo: string; readonly amountVnd: number; readonly paidAt: Date; readonly isSurplus: boolean }[]
  readonly receipt: { readonly number: string; readonly amountVnd: number; readonly issuedAt: Date } | undefined
  readonly refunds: readonly {
    readonly refundId: string
    readonly amountVnd: number
    readonly reason: RefundReason
    readonly state: RefundState
    readonly askedAt: Date
    readonly dueAt: Date
    readonly endedAt: Date | null
  }[]
}

/** Everything about the money of a dossier. */
export async function getMoney(work: Work, dossierId: string): Promise<Money> {
  const attempts = await listAttempts(work, dossierId)
  // No money moves without an attempt to pay.
  const [charges, refunds, receipt] = attempts.length > 0 ? await Promise.all([listCharges(work, dossierId), listRefunds(work, dossierId), findReceipt(work, dossierId)]) : [[], [], undefined]
  const fee = charges.find((charge) => charge.surplus === null)
  return {
    feePaid: fee !== undefined && !refunds.some((r) => r.chargeId === fee.id && r.state !== 'failed'),
    attempts: attempts.map((a) => ({
      attemptId: a.id, state: a.state, reason: a.reason, amountVnd: a.amountVnd, startedAt: a.startedAt, expiresAt: a.expiresAt, askedAt: a.askedAt, nextQueryAt: a.nextQueryAt, endedAt: a.endedAt,
    })),
    charges: charges.map((c) => ({ transactionNo: c.transactionNo, amountVnd: c.amountVnd, paidAt: c.paidAt, isSurplus: c.surplus !== null })),
    receipt: receipt && { number: receiptNumber(receipt), amountVnd: receipt.amountVnd, issuedAt: receipt.issuedAt },
    refunds: refunds.map((r) => ({ refundId: r.id, amountVnd: r.amountVnd, reason: r.reason, state: r.state, askedAt: r.askedAt, dueAt: r.dueAt, endedAt: r.endedAt })),
  }
}
