/**
 * A way of paying: some data and two functions. What the payer gets is built here without asking anybody; what became of the
 * money, or of a refund, is only ever learnt by asking.
 */
import { OutsideFailure } from '../../../platform/outside/call.ts'
import type { Platform } from '../../../platform/runtime.ts'
import type { Lang } from '../../../platform/values/words.ts'
import type { PaymentConfig } from '../engine.ts'
import type { MethodId, PaymentAnswer } from '../reduction.ts'
import type { RefundAnswer } from '../refunds.ts'

export const SYSTEM = 'payment-platform'

/** An answer with where it is logged, for the row that keeps it. */
export interface Evidence {
  readonly exchangeId: string
  readonly rawHash: Buffer
  /** The platform's own code, kept for the file. */
  readonly code: string
}

export interface Answered<A> {
  readonly answer: A
  readonly evidence: Evidence
}

/** What a question is about. `transactionNo` names one charge; without it the payment of the order is meant. */
export interface Subject {
  readonly requestId: string
  readonly txnRef: string
  readonly orderInfo: string
  readonly startedAt: Date
  readonly amountVnd: number
  readonly transactionNo?: string
}

/** What became of a payment. */
export type PaymentQuestion = Subject & { readonly about: 'payment' }
/** Asks for the whole of a charge to go back to where it came from, or what became of that. */
export type RefundQuestion = Subject & { readonly about: 'refund' | 'refund-status'; readonly transactionNo: string }

/** What the payer gets: a page to go to, or a code for a banking app with what stands in it. */
export type Invitation =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'qr'; readonly content: string; readonly bankBin: string; readonly account: string; readonly holder: string; readonly reference: string }

/** What an invitation is about. */
export interface Invited {
  readonly txnRef: string
  readonly amountVnd: number
  readonly orderInfo: string
  readonly startedAt: Date
  readonly expiresAt: Date
}

export interface PaymentMethod {
  readonly id: MethodId
  /** How long the payer may begin to pay. */
  readonly openForMs: number
  /** What money of this attempt carries: the whole id, or letters short enough to type. */
  readonly reference: 'whole-id' | 'typed'
  invite(config: PaymentConfig, attempt: Invited, lang: Lang): Invitation
  /** @throws OutsideFailure when there was no usable answer: neither yes nor no */
  ask: {
    (platform: Platform, question: PaymentQuestion): Promise<Answered<PaymentAnswer>>
    (platform: Platform, question: RefundQuestion): Promise<Answered<RefundAnswer>>
  }
}

/** An answer that cannot be believed. */
export function malformed(detail: string): OutsideFailure {
  return new OutsideFailure(SYSTEM, 'malformed', detail)
}

/** đồng from the wire's hundredths; undefined when that is no whole, positive number of đồng. */
export function amountOf(wire: string): number | undefined {
  const amount = /^\d{1,15}$/.test(wire) ? Number(wire) / 100 : Number.NaN
  return Number.isSafeInteger(amount) && amount > 0 ? amount : undefined
}
