/** Cash at a counter: taken into a clerk's daily book, paid back out of one, counted, and confirmed by a second person. */
import { mayDo } from '../../../catalogue/index.ts'
import { newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { plainWords, wireId } from '../engine.ts'
import { entriesOfCashFee, entriesOfCashRefund } from '../ledger.ts'
import { isActive, MINUTE_MS } from '../reduction.ts'
import { type Attempt, findAttempt, getDossierMoney, lockAttempts, saveAttempt, saveStep } from '../store/attempts.ts'
import { type CashBook, findCashFee, lockBook, lockOpenBook, saveBook, saveBookClosing, saveBookConfirmation, saveRefundPaidOut } from '../store/cash.ts'
import { getCharge, issueReceipt, post, saveCharge } from '../store/charges.ts'
import { repairDiscrepancies } from '../store/discrepancies.ts'
import { isUnderWay } from '../store/queries.ts'
import { lockRefund } from '../store/refunds.ts'
import { type AttemptRequest, replace } from './start-attempt.ts'

/** A drawer holds no more than this, and a slip of the finger adds zeros. */
const MOST_VND = 500_000_000
const LONGEST_REASON = 500

/** A clerk and their point. @throws Refusal 'wrong-role' */
function cashierOf({ actor }: Work): { readonly staffId: string; readonly personId: string; readonly pointId: string } {
  if (actor.kind !== 'staff' || actor.officeCode === null || !mayDo(actor.role, 'settle-money')) throw new Refusal('wrong-role')
  return { staffId: actor.staffId, personId: actor.personId, pointId: actor.officeCode }
}

function wholeVnd(amountVnd: number): number {
  if (!Number.isSafeInteger(amountVnd) || amountVnd < 0 || amountVnd > MOST_VND) throw new Refusal('amount-unreadable')
  return amountVnd
}

/**
 * Opens the clerk's book of today; one that is open today already stays it.
 * @param authorityCode whose fees are taken there
 * @throws Refusal 'wrong-role' · 'amount-unreadable' · 'cash-book-of-another-day' (yesterday's is still to be counted)
 */
export async function openCashBook(work: Work, wish: { readonly openingVnd: number; readonly authorityCode: string }): Promise<void> {
  const { staffId, personId, pointId } = cashierOf(work)
  const openingVnd = wholeVnd(wish.openingVnd)
  const open = await lockOpenBook(work, staffId)
  if (open && open.day !== work.today) throw new Refusal('cash-book-of-another-day')
  if (!open) await saveBook(work, { id: newId(), pointId, authorityCode: wish.authorityCode, clerk: staffId, clerkPerson: personId, openingVnd })
}

/** The clerk's book of today, locked. @throws Refusal 'cash-book-not-open' · 'cash-book-of-another-day' */
async function todaysBook(work: Work, staffId: string): Promise<CashBook> {
  const book = await lockOpenBook(work, staffId)
  if (!book) throw new Refusal('cash-book-not-open')
  if (book.day !== work.today) throw new Refusal('cash-book-of-another-day')
  return book
}

/**
 * Takes the fee of a dossier in cash: attempt, charge, ledger, receipt and fact in one transaction. An order of which nobody has said
 * that it is being paid ends; should it be paid all the same, that money goes back. The same clerk pressing again gets the same receipt.
 * Whoever ends a dossier settles its money: the caller holds the dossier, so that the one finds what the other did.
 * @returns the receipt's id
 * @throws Refusal 'wrong-role' · 'own-dossier' · 'cash-book-not-open' · 'cash-book-of-another-day' · 'payment-closed' · 'fee-already-paid'
 *   · 'payment-being-checked' (the platform's last usable answer says that a payment is under way)
 */
export async function takeCash(work: Work, request: Pick<AttemptRequest, 'dossierId' | 'personId' | 'amountVnd' | 'authorityCode' | 'orderInfo'>): Promise<string> {
  const { staffId, personId } = cashierOf(work)
  if (request.personId === personId) throw new Refusal('own-dossier')
  if (!Number.isSafeInteger(request.amountVnd) || request.amountVnd <= 0) throw new Error('a fee is a whole, positive number of dong')
  const book = await todaysBook(work, staffId)
  const attempts = await lockAttempts(work, request.dossierId)
  const taken = await refuseMore(work, request.dossierId, book)
  if (taken !== undefined) return taken
  const active = attempts.find((attempt) => isActive(attempt.state))
  if (active && (await isUnderWay(work, active.id))) throw new Refusal('payment-being-checked', { attemptId: active.id })
  if (active) await replace(work, active)
  const id = newId()
  const until = new Date(work.now.getTime() + MINUTE_MS)
  const saved = await saveAttempt(work, {
    id, dossierId: request.dossierId, personId: request.personId, method: 'cash', authorityCode: request.authorityCode, orderInfo: plainWords(request.orderInfo), amountVnd: request.amountVnd,
    txnRef: wireId(id), startedAt: work.now, expiresAt: until, nextQueryAt: until,
  })
  if (!saved) throw new Refusal('payment-being-checked')
  // Another clerk may have been first while this one waited for the row: then there is money now.
  if ((await refuseMore(work, request.dossierId, book)) !== undefined) throw new Refusal('fee-already-paid')
  const attempt = await findAttempt(work, id)
  if (!attempt) throw new Error('the attempt of this transaction has vanished')
  const receiptId = await bookCash(work, attempt, book)
  work.announce('payment.settled', { attemptId: id, dossierId: request.dossierId, receiptId }, request.personId)
  return receiptId
}

/** @returns the receipt when this very book holds the fee already @throws Refusal 'payment-closed' · 'fee-already-paid' */
async function refuseMore(work: Work, dossierId: string, book: CashBook): Promise<string | undefined> {
  const money = await getDossierMoney(work, dossierId)
  const fee = money.feePaid ? await findCashFee(work, dossierId) : undefined
  if (fee?.bookId === book.id) return fee.receiptId
  if (money.feePaid) throw new Refusal('fee-already-paid')
  if (money.closed) throw new Refusal('payment-closed')
  return undefined
}

async function bookCash(work: Work, attempt: Attempt, book: CashBook): Promise<string> {
  const { dossierId, amountVnd } = attempt
  const found = { transactionNo: cashNumber(attempt.id), amountVnd, paidAt: work.now, surplus: null }
  await saveStep(work, attempt, { state: 'paid', reason: null, nextQueryAt: null, charge: found, alarm: null }, false)
  const charge = { id: newId(), method: 'cash' as const, attemptId: attempt.id, dossierId, ...found }
  if (!(await saveCharge(work, charge, { by: 'cash-book', bookId: book.id }))) throw new Error('two takings of cash share a number')
  await post(work, { kind: 'charge', chargeId: charge.id, refundId: null, dossierId, entries: entriesOfCashFee(amountVnd, attempt.authorityCode, book.pointId) })
  return issueReceipt(work, charge, attempt.authorityCode, Number(work.today.slice(0, 4)))
}

/** 'TM…': cash needs a number like every transaction. */
function cashNumber(id: string): string {
  return `TM${wireId(id).slice(-20)}`
}

/**
 * Pays back over the counter what was taken in cash and must go back. The payer has proved who they are to the clerk; the book shows it.
 * @throws Refusal 'wrong-role' · 'own-dossier' · 'cash-book-not-open' · 'cash-book-of-another-day' · 'nothing-to-return' · 'not-enough-cash'
 */
export async function payOutCash(work: Work, refundId: string): Promise<void> {
  const { staffId, personId } = cashierOf(work)
  const book = await todaysBook(work, staffId)
  const refund = await lockRefund(work, refundId)
  const charge = refund && (await getCharge(work, refund.chargeId))
  if (!refund || charge?.method !== 'cash') throw new Refusal('nothing-to-return')
  const attempt = refund.attemptId === null ? undefined : await findAttempt(work, refund.attemptId)
  if (attempt?.personId === personId) throw new Refusal('own-dossier')
  if (refund.state === 'done') return
  if (book.expectedVnd < refund.amountVnd) throw new Refusal('not-enough-cash')
  await saveRefundPaidOut(work, refundId, book.id, cashNumber(refundId))
  await post(work, { kind: 'refund-done', chargeId: refund.chargeId, refundId, dossierId: refund.dossierId, entries: entriesOfCashRefund(refund.amountVnd, book.pointId) })
  work.unschedule('payments.refund-deadline', refundId)
  await repairDiscrepancies(work, 'refund-overdue', refundId)
  if (refund.dossierId !== null) work.announce('refund.completed', { refundId, dossierId: refund.dossierId, reason: refund.reason }, attempt?.personId)
}

/**
 * Closes the own book with what was counted. What differs from the book needs its reason in words.
 * @throws Refusal 'wrong-role' · 'cash-book-not-open' (not one's own) · 'amount-unreadable' · 'note-needed'
 */
export async function closeCashBook(work: Work, bookId: string, counted: { readonly countedVnd: number; readonly reason: string }): Promise<void> {
  const { staffId } = cashierOf(work)
  const book = await lockBook(work, bookId)
  if (book?.clerk !== staffId) throw new Refusal('cash-book-not-open')
  if (book.state !== 'open') return
  const countedVnd = wholeVnd(counted.countedVnd)
  const reason = counted.reason.trim().slice(0, LONGEST_REASON)
  if (countedVnd !== book.expectedVnd && reason === '') throw new Refusal('note-needed')
  await saveBookClosing(work, bookId, { expectedVnd: book.expectedVnd, countedVnd, reason: countedVnd === book.expectedVnd ? null : reason })
}

/**
 * The second person's word that what was counted is there. Nobody confirms the own book, under whatever post.
 * @param authorityCode of the confirming person's own office
 * @throws Refusal 'wrong-role' · 'cash-book-not-found' (another point's or authority's) · 'cash-book-not-closed' · 'four-eyes'
 */
export async function confirmCashBook(work: Work, bookId: string, authorityCode: string): Promise<void> {
  const { actor } = work
  if (actor.kind !== 'staff' || !mayDo(actor.role, 'settle-money')) throw new Refusal('wrong-role')
  const book = await lockBook(work, bookId)
  if (book?.authorityCode !== authorityCode || (actor.officeCode !== null && actor.officeCode !== book.pointId)) throw new Refusal('cash-book-not-found')
  if (book.clerk === actor.staffId || book.clerkPerson === actor.personId) throw new Refusal('four-eyes')
  if (book.state === 'confirmed') return
  if (book.state !== 'closed') throw new Refusal('cash-book-not-closed')
  await saveBookConfirmation(work, bookId, { staffId: actor.staffId, personId: actor.personId })
}
