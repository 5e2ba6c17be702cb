/** The way of a refund, decided purely: asked → sent → done, or failed with a person told. */
import { MINUTE_MS, type SurplusReason } from './reduction.ts'

/** Why money goes back. The dossier's reasons are decided by the dossier; the surplus ones by ourselves, always. */
export type RefundReason = SurplusReason | 'dossier-refused' | 'dossier-withdrawn' | 'dossier-stopped' | 'issue-failed' | 'by-hand'

export type RefundState = 'asked' | 'sent' | 'done' | 'failed'

export type RefundAnswer =
  /** Taken in, or already under way. */
  | { readonly kind: 'processing'; readonly refundNo: string }
  /** On its way to the payer's bank: our part is over. */
  | { readonly kind: 'done'; readonly refundNo: string }
  | { readonly kind: 'rejected'; readonly code: string }
  /** The platform holds the charge and knows of no refund of it: our request never arrived. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'unavailable' }

export interface RefundStep {
  readonly state: RefundState
  readonly refundNo: string | null
  readonly nextTryAt: Date | null
  readonly alarm: 'refund-refused' | 'refund-overdue' | null
}

const WAITS = [1, 5, 10, 30, 60] as const

/** A refused refund is tried again by itself so often, and after so long; a person is told at the first refusal all the same. */
export const OWN_TRIES = 3
export const AGAIN_MS = 6 * 60 * MINUTE_MS

/** The next state. @param tries questions put so far, this one included */
export function reduceRefund(refund: { readonly state: RefundState; readonly dueAt: Date; readonly tries: number }, answer: RefundAnswer, now: Date): RefundStep {
  if (refund.state === 'done' || refund.state === 'failed') return { state: refund.state, refundNo: null, nextTryAt: null, alarm: null }
  const alarm = now.getTime() > refund.dueAt.getTime() ? 'refund-overdue' : null
  const again = new Date(now.getTime() + (WAITS[Math.min(refund.tries, WAITS.length) - 1] ?? 1) * MINUTE_MS)
  switch (answer.kind) {
    case 'done':
      return { state: 'done', refundNo: answer.refundNo, nextTryAt: null, alarm: null }
    case 'rejected':
      return { state: 'failed', refundNo: null, nextTryAt: null, alarm: 'refund-refused' }
    case 'processing':
      return { state: 'sent', refundNo: answer.refundNo, nextTryAt: new Date(now.getTime() + 5 * MINUTE_MS), alarm }
    case 'not-asked':
      return { state: 'asked', refundNo: null, nextTryAt: again, alarm }
    case 'unavailable':
      return { state: refund.state, refundNo: null, nextTryAt: again, alarm }
  }
}
