/**
 * Payments — phí, lệ phí, thanh toán trực tuyến, biên lai, hoàn tiền, đối soát.
 * Owns: schema `payments`.  Outside: nền tảng thanh toán (payment platform, VNPay's wire).
 * Announces: payment.settled · payment.failed · payment.missing · refund.completed
 * Legal: mức thu ở danh mục (TT 63/2023/TT-BTC và các văn bản thay thế); đường hoàn lệ phí chưa có nguồn, được đánh dấu là giả định.
 */
import './facts.ts'

export { askNow, type AttemptRequest, startAttempt, type StartedAttempt } from './actions/start-attempt.ts'
export { getMoney, type Money } from './actions/money.ts'
export { noteCallback } from './actions/note-call-back.ts'
export { resolveDiscrepancy } from './actions/reconcile.ts'
export { closePayments, refund, retryRefund } from './actions/refund.ts'
export { jobs, schedulePayments } from './jobs.ts'
export { receiptNumber } from './ledger.ts'
export { getFee } from './store/charges.ts'
export { type Discrepancy, type DiscrepancyReason, listDiscrepancies } from './store/discrepancies.ts'
export { invariants } from './store/invariants.ts'
