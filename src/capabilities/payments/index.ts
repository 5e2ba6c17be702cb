/**
 * Payments — phí, lệ phí, thanh toán trực tuyến, tiền mặt và sổ quỹ, biên lai, hoàn tiền, đối soát.
 * Owns: schema `payments`.  Outside: nền tảng thanh toán (payment platform: checkout on VNPay's wire, transfers by VietQR).
 * Announces: payment.settled · payment.failed · payment.missing · refund.completed
 * Legal: mức thu ở danh mục (TT 63/2023/TT-BTC và các văn bản thay thế); đường hoàn lệ phí chưa có nguồn, được đánh dấu là giả định.
 */
import './facts.ts'
import { cashInvariants } from './store/cash-invariants.ts'
import { invariants as moneyInvariants } from './store/invariants.ts'

export { closeCashBook, confirmCashBook, openCashBook, payOutCash, takeCash } from './actions/cash.ts'
export { askNow, type AttemptRequest, startAttempt, type StartedAttempt } from './actions/start-attempt.ts'
export { endProposal, proposeRefund, resolveDiscrepancy, retryRefund } from './actions/desk.ts'
export { findTransfer, getMoney, type Money } from './actions/money.ts'
export { noteCallback } from './actions/note-call-back.ts'
export { closePayments, refund } from './actions/refund.ts'
export { isMethodId } from './client/methods.ts'
export { jobs, schedulePayments } from './jobs.ts'
export { authorityAccount, receiptNumber } from './ledger.ts'
export type { PaidBy } from './reduction.ts'
export { type CashBook, type CashLine, findBook, findCashFee, findCashRefund, findOpenBook, listBooks, listCashLines } from './store/cash.ts'
export { getFee } from './store/charges.ts'
export { type Discrepancy, type DiscrepancyReason, listDiscrepancies } from './store/discrepancies.ts'
export { type DeskItem, isOnDesk, listDesk, listDeskEvents, listProposals, type Proposal } from './store/desk.ts'
export { type MoneyFigures, sumMoney } from './store/figures.ts'

export const invariants = { ...moneyInvariants, ...cashInvariants }
