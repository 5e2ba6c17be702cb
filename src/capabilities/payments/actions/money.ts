import type { Lang } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'
import type { Invitation } from '../client/method.ts'
import { methodOf } from '../client/methods.ts'
import type { PaymentConfig } from '../engine.ts'
import { receiptNumber } from '../ledger.ts'
import { type AttemptState, isActive, type PaidBy } from '../reduction.ts'
import type { RefundReason, RefundState } from '../refunds.ts'
import { findActiveAttempt, listAttempts } from '../store/attempts.ts'
import { listReceipted } from '../store/charges.ts'
import { listToldRefunds } from '../store/discrepancies.ts'
import { listRefunds } from '../store/refunds.ts'

/** The money of one dossier, as the citizen may see all of it. Amounts in đồng. */
export interface Money {
  /** The fee has been received and not returned. */
  readonly feePaid: boolean
  readonly attempts: readonly {
    readonly attemptId: string
    readonly method: PaidBy
    readonly state: AttemptState
    readonly reason: string | null
    readonly amountVnd: number
    readonly startedAt: Date
    readonly expiresAt: Date
    readonly askedAt: Date | null
    readonly nextQueryAt: Date | null
    readonly endedAt: Date | null
  }[]
  readonly charges: readonly { readonly method: PaidBy; readonly transactionNo: string; readonly amountVnd: number; readonly paidAt: Date; readonly isSurplus: boolean }[]
  readonly receipt: { readonly number: string; readonly amountVnd: number; readonly issuedAt: Date } | undefined
  readonly refunds: readonly {
    readonly refundId: string
    /** The money that goes back, by the platform's number. */
    readonly transactionNo: string
    readonly method: PaidBy
    readonly amountVnd: number
    readonly reason: RefundReason
    readonly state: RefundState
    readonly askedAt: Date
    readonly dueAt: Date
    readonly sentAt: Date | null
    readonly takenAt: Date | null
    readonly endedAt: Date | null
    /** Since when it is in a person's hands; null while it goes by itself. */
    readonly personSince: Date | null
  }[]
}

/** Everything about the money of a dossier. */
export async function getMoney(work: Work, dossierId: string): Promise<Money> {
  const [attempts, { charges, receipt }, refunds] = await Promise.all([listAttempts(work, dossierId), listReceipted(work, dossierId), listRefunds(work, dossierId)])
  const told = refunds.length > 0 ? await listToldRefunds(work, refunds.map((r) => r.id)) : new Map<string, Date>()
  const fee = charges.find((charge) => charge.surplus === null)
  return {
    feePaid: fee !== undefined && !refunds.some((r) => r.chargeId === fee.id && r.state !== 'failed'),
    attempts: attempts.map((a) => ({
      attemptId: a.id, method: a.method, state: a.state, reason: a.reason, amountVnd: a.amountVnd, startedAt: a.startedAt, expiresAt: a.expiresAt, askedAt: a.askedAt, nextQueryAt: a.nextQueryAt, endedAt: a.endedAt,
    })),
    charges: charges.map((c) => ({ method: c.method, transactionNo: c.transactionNo, amountVnd: c.amountVnd, paidAt: c.paidAt, isSurplus: c.surplus !== null })),
    receipt: receipt && { number: receiptNumber(receipt), amountVnd: receipt.amountVnd, issuedAt: receipt.issuedAt },
    refunds: refunds.flatMap((r) => {
      const charge = charges.find((c) => c.id === r.chargeId)
      return charge ? [{
        refundId: r.id, transactionNo: charge.transactionNo, method: charge.method, amountVnd: r.amountVnd, reason: r.reason, state: r.state, askedAt: r.askedAt, dueAt: r.dueAt,
        sentAt: r.sentAt, takenAt: r.takenAt, endedAt: r.endedAt, personSince: told.get(r.id) ?? null,
      }] : []
    }),
  }
}

/** The code to scan for the attempt under way, when it is one by transfer and its time is not over. */
export async function findTransfer(work: Work, config: PaymentConfig, dossierId: string, lang: Lang): Promise<{ readonly qr: Extract<Invitation, { kind: 'qr' }>; readonly amountVnd: number; readonly expiresAt: Date } | undefined> {
  const attempt = await findActiveAttempt(work, dossierId)
  if (!attempt || !isActive(attempt.state) || work.now >= attempt.expiresAt) return undefined
  const invitation = methodOf(attempt.method).invite(config, attempt, lang)
  return invitation.kind === 'qr' ? { qr: invitation, amountVnd: attempt.amountVnd, expiresAt: attempt.expiresAt } : undefined
}
