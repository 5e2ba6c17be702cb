/**
 * The payment platform (VNPay's wire): status query, refund, daily statement. Its words end here.
 * A missing, unsigned or unreadable answer is an OutsideFailure: neither yes nor no.
 */
import { z } from 'zod'
import { type OutsideAnswer, OutsideFailure } from '../../platform/outside/call.ts'
import type { Platform } from '../../platform/runtime.ts'
import { canonicalQuery, isSigned, joinFields, OUR_ADDRESS, parseWireTime, sign, VNPAY_VERSION, wireTime } from './engine.ts'
import type { PaymentAnswer } from './reduction.ts'
import type { StatementLine } from './reconciliation.ts'
import type { RefundAnswer } from './refunds.ts'

const SYSTEM = 'payment-platform'
const PATH = '/merchant_webapi/api/transaction'

/** An answer with where it is logged, for the row that keeps it. */
export interface Evidence {
  readonly exchangeId: string
  readonly rawHash: Buffer
  /** The platform's own code, kept for the file. */
  readonly code: string
}

/** What a question is about. `transactionNo` names one charge; without it the payment of the order is meant. */
export interface Subject {
  readonly requestId: string
  readonly txnRef: string
  readonly orderInfo: string
  readonly startedAt: Date
  readonly transactionNo?: string
}

const text = z.union([z.string(), z.number()]).transform(String).default('')
const answerShape = z.object({
  vnp_ResponseId: text, vnp_Command: text, vnp_ResponseCode: text, vnp_Message: text, vnp_TmnCode: text, vnp_TxnRef: text, vnp_Amount: text,
  vnp_BankCode: text, vnp_PayDate: text, vnp_TransactionNo: text, vnp_TransactionType: text, vnp_TransactionStatus: text, vnp_OrderInfo: text,
  vnp_PromotionCode: text, vnp_PromotionAmount: text, vnp_SecureHash: z.string(),
})
type Answer = z.infer<typeof answerShape>

const REFUND_FIELDS = [
  'vnp_ResponseId', 'vnp_Command', 'vnp_ResponseCode', 'vnp_Message', 'vnp_TmnCode', 'vnp_TxnRef', 'vnp_Amount', 'vnp_BankCode',
  'vnp_PayDate', 'vnp_TransactionNo', 'vnp_TransactionType', 'vnp_TransactionStatus', 'vnp_OrderInfo',
] as const
const QUERY_FIELDS = [...REFUND_FIELDS, 'vnp_PromotionCode', 'vnp_PromotionAmount'] as const

function malformed(detail: string): OutsideFailure {
  return new OutsideFailure(SYSTEM, 'malformed', detail)
}

async function ask(platform: Platform, purpose: 'querydr' | 'refund', fields: Readonly<Record<string, string>>, signed: readonly string[]): Promise<{ answer: Answer; evidence: Evidence }> {
  const { tmnCode, secret } = platform.config.payments
  const body: Record<string, string> = { ...fields, vnp_Version: VNPAY_VERSION, vnp_Command: purpose, vnp_TmnCode: tmnCode, vnp_IpAddr: OUR_ADDRESS }
  const hash = sign(joinFields(signed.map((name) => body[name] ?? '')), secret)
  const reply: OutsideAnswer<Answer> = await platform.outside.call({
    system: SYSTEM, purpose, method: 'POST', path: PATH, json: { ...body, vnp_SecureHash: hash }, expect: answerShape,
  })
  const answer = reply.value
  if (!answer) throw malformed('empty')
  const fieldsOfAnswer: readonly (keyof Answer)[] = purpose === 'querydr' ? QUERY_FIELDS : REFUND_FIELDS
  if (!isSigned(fieldsOfAnswer.map((name) => answer[name]).join('|'), answer.vnp_SecureHash, secret)) throw malformed('signature')
  if (answer.vnp_TmnCode !== tmnCode || answer.vnp_Command !== purpose) throw malformed('not an answer to us')
  return { answer, evidence: { exchangeId: reply.exchangeId, rawHash: reply.hash, code: `${answer.vnp_ResponseCode}/${answer.vnp_TransactionStatus}` } }
}

/** đồng from the wire's hundredths; undefined when that is no whole, positive number of đồng. */
function amountOf(wire: string): number | undefined {
  const amount = /^\d{1,15}$/.test(wire) ? Number(wire) / 100 : Number.NaN
  return Number.isSafeInteger(amount) && amount > 0 ? amount : undefined
}

async function query(platform: Platform, subject: Subject) {
  return ask(platform, 'querydr', {
    vnp_RequestId: subject.requestId, vnp_TxnRef: subject.txnRef, vnp_OrderInfo: subject.orderInfo, vnp_TransactionNo: subject.transactionNo ?? '',
    vnp_TransactionDate: wireTime(subject.startedAt), vnp_CreateDate: wireTime(await platform.clock.now()),
  }, ['vnp_RequestId', 'vnp_Version', 'vnp_Command', 'vnp_TmnCode', 'vnp_TxnRef', 'vnp_TransactionDate', 'vnp_CreateDate', 'vnp_IpAddr', 'vnp_OrderInfo'])
}

/**
 * Asks what became of a payment (querydr).
 * @throws OutsideFailure when the platform gave no usable answer
 */
export async function queryPayment(platform: Platform, subject: Subject): Promise<{ answer: PaymentAnswer; evidence: Evidence }> {
  const { answer, evidence } = await query(platform, subject)
  if (answer.vnp_ResponseCode === '91') return { answer: { kind: 'absent' }, evidence }
  if (answer.vnp_ResponseCode !== '00') throw malformed(`code ${answer.vnp_ResponseCode}`)
  const txnRef = answer.vnp_TxnRef
  switch (answer.vnp_TransactionStatus) {
    case '00': {
      const amountVnd = amountOf(answer.vnp_Amount)
      const paidAt = parseWireTime(answer.vnp_PayDate)
      if (answer.vnp_TransactionType !== '01' || amountVnd === undefined || !paidAt || !/^[1-9]\d*$/.test(answer.vnp_TransactionNo)) throw malformed('a payment without its details')
      return { answer: { kind: 'paid', txnRef, transactionNo: answer.vnp_TransactionNo, amountVnd, paidAt }, evidence }
    }
    case '02':
      return { answer: { kind: 'failed', txnRef }, evidence }
    // 01 not finished · 04 reversed between bank and platform · 07 suspected fraud: money may have moved, so nothing is concluded.
    default:
      return { answer: { kind: 'unfinished', txnRef }, evidence }
  }
}

/**
 * Asks for the whole of a charge to go back to where it came from.
 * @throws OutsideFailure when it is unknown whether the request arrived
 */
export async function requestRefund(platform: Platform, subject: Subject & { readonly amountVnd: number; readonly transactionNo: string }): Promise<{ answer: RefundAnswer; evidence: Evidence }> {
  const { answer, evidence } = await ask(platform, 'refund', {
    vnp_RequestId: subject.requestId, vnp_TransactionType: '02', vnp_TxnRef: subject.txnRef, vnp_Amount: String(subject.amountVnd * 100),
    vnp_TransactionNo: subject.transactionNo, vnp_TransactionDate: wireTime(subject.startedAt), vnp_CreateBy: 'toan-trinh',
    vnp_CreateDate: wireTime(await platform.clock.now()), vnp_OrderInfo: `Hoan ${subject.orderInfo}`,
  }, ['vnp_RequestId', 'vnp_Version', 'vnp_Command', 'vnp_TmnCode', 'vnp_TransactionType', 'vnp_TxnRef', 'vnp_Amount', 'vnp_TransactionNo', 'vnp_TransactionDate', 'vnp_CreateBy', 'vnp_CreateDate', 'vnp_IpAddr', 'vnp_OrderInfo'])
  switch (answer.vnp_ResponseCode) {
    case '00':
    case '94': // asked before: the same request, whose answer was lost
      if (answer.vnp_TxnRef !== subject.txnRef) throw malformed('an answer about another order')
      return { answer: refundStatus(answer), evidence }
    case '02':
    case '03':
    case '91':
    case '95':
      return { answer: { kind: 'rejected', code: answer.vnp_ResponseCode }, evidence }
    default:
      throw malformed(`code ${answer.vnp_ResponseCode}`)
  }
}

/**
 * Asks what became of a refund.
 * @throws OutsideFailure when the platform gave no usable answer
 */
export async function queryRefund(platform: Platform, subject: Subject & { readonly transactionNo: string }): Promise<{ answer: RefundAnswer; evidence: Evidence }> {
  const { answer, evidence } = await query(platform, subject)
  if (answer.vnp_ResponseCode !== '00') throw malformed(`code ${answer.vnp_ResponseCode}`)
  if (answer.vnp_TxnRef !== subject.txnRef) throw malformed('an answer about another order')
  if (answer.vnp_TransactionType === '01') return { answer: { kind: 'not-asked' }, evidence }
  return { answer: refundStatus(answer), evidence }
}

function refundStatus(answer: Answer): RefundAnswer {
  const refundNo = answer.vnp_TransactionNo
  switch (answer.vnp_TransactionStatus) {
    case '00':
    case '06':
      return { kind: 'done', refundNo }
    case '09':
      return { kind: 'rejected', code: '09' }
    default:
      return { kind: 'processing', refundNo }
  }
}

const lineShape = z.object({
  kind: z.enum(['payment', 'refund']), transactionNo: z.string().regex(/^\d{1,20}$/), txnRef: z.string().max(100), amount: z.string().regex(/^\d{1,15}$/),
  time: z.string().regex(/^\d{14}$/), originalNo: z.string().max(20), requestId: z.string().max(32),
})
const statementShape = z.object({ date: z.string(), tmnCode: z.string(), count: z.number().int(), lines: z.array(lineShape).max(100_000), hash: z.string() })

/**
 * Reads the signed statement of a day: every payment and refund the platform booked for us.
 * @param date 'YYYY-MM-DD' in Viet Nam @throws OutsideFailure
 */
export async function readStatement(platform: Platform, date: string): Promise<{ lines: StatementLine[]; evidence: Evidence }> {
  const { tmnCode, secret } = platform.config.payments
  const asked = canonicalQuery({ date, tmnCode, hash: sign(joinFields([date, tmnCode]), secret) })
  const reply = await platform.outside.call({ system: SYSTEM, purpose: 'statement', method: 'GET', path: `/statement?${asked}`, deadlineMs: 30_000, expect: statementShape })
  const statement = reply.value
  if (!statement) throw malformed('empty')
  const signed = [statement.date, statement.tmnCode, String(statement.lines.length), ...statement.lines.map((l) => joinFields([l.kind, l.transactionNo, l.txnRef, l.amount, l.time, l.originalNo, l.requestId]))]
  if (!isSigned(signed.join('\n'), statement.hash, secret)) throw malformed('signature')
  if (statement.date !== date || statement.tmnCode !== tmnCode || statement.count !== statement.lines.length) throw malformed('not the statement asked for')
  const lines = statement.lines.map((line): StatementLine => {
    const amountVnd = amountOf(line.amount)
    const at = parseWireTime(line.time)
    if (amountVnd === undefined || !at) throw malformed('a line without amount or time')
    return { kind: line.kind, transactionNo: line.transactionNo, txnRef: line.txnRef, amountVnd, at, originalNo: line.originalNo }
  })
  return { lines, evidence: { exchangeId: reply.exchangeId, rawHash: reply.hash, code: String(lines.length) } }
}
