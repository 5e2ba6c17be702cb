/**
 * The checkout of the payment platform (VNPay's wire): status query and refund. Its words end here.
 * A missing, unsigned or unreadable answer is an OutsideFailure: neither yes nor no.
 */
import { z } from 'zod'
import type { OutsideAnswer } from '../../../platform/outside/call.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { checkoutUrl, isSigned, joinFields, OUR_ADDRESS, parseWireTime, sign, VNPAY_VERSION, wireTime } from '../engine.ts'
import { MINUTE_MS, type PaymentAnswer } from '../reduction.ts'
import type { RefundAnswer } from '../refunds.ts'
import { amountOf, type Answered, malformed, type PaymentMethod, type PaymentQuestion, type RefundQuestion, type Subject, SYSTEM } from './method.ts'

const PATH = '/merchant_webapi/api/transaction'

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

async function send(platform: Platform, purpose: 'querydr' | 'refund', fields: Readonly<Record<string, string>>, signed: readonly string[]): Promise<Answered<Answer>> {
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

async function query(platform: Platform, subject: Subject): Promise<Answered<Answer>> {
  return send(platform, 'querydr', {
    vnp_RequestId: subject.requestId, vnp_TxnRef: subject.txnRef, vnp_OrderInfo: subject.orderInfo, vnp_TransactionNo: subject.transactionNo ?? '',
    vnp_TransactionDate: wireTime(subject.startedAt), vnp_CreateDate: wireTime(await platform.clock.now()),
  }, ['vnp_RequestId', 'vnp_Version', 'vnp_Command', 'vnp_TmnCode', 'vnp_TxnRef', 'vnp_TransactionDate', 'vnp_CreateDate', 'vnp_IpAddr', 'vnp_OrderInfo'])
}

/**
 * Asks what became of a payment (querydr).
 * @throws OutsideFailure when the platform gave no usable answer
 */
export async function queryPayment(platform: Platform, subject: Subject): Promise<Answered<PaymentAnswer>> {
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
export async function requestRefund(platform: Platform, subject: Subject): Promise<Answered<RefundAnswer>> {
  const { answer, evidence } = await send(platform, 'refund', {
    vnp_RequestId: subject.requestId, vnp_TransactionType: '02', vnp_TxnRef: subject.txnRef, vnp_Amount: String(subject.amountVnd * 100),
    vnp_TransactionNo: subject.transactionNo ?? '', vnp_TransactionDate: wireTime(subject.startedAt), vnp_CreateBy: 'toan-trinh',
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
export async function queryRefund(platform: Platform, subject: Subject): Promise<Answered<RefundAnswer>> {
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

function ask(platform: Platform, question: PaymentQuestion): Promise<Answered<PaymentAnswer>>
function ask(platform: Platform, question: RefundQuestion): Promise<Answered<RefundAnswer>>
function ask(platform: Platform, question: PaymentQuestion | RefundQuestion): Promise<Answered<PaymentAnswer | RefundAnswer>> {
  switch (question.about) {
    case 'payment':
      return queryPayment(platform, question)
    case 'refund':
      return requestRefund(platform, question)
    case 'refund-status':
      return queryRefund(platform, question)
  }
}

/** A page of the platform, where one pays by card, account or wallet. */
export const checkout: PaymentMethod = {
  id: 'checkout',
  // VNPay's own default for how long its page may be used.
  openForMs: 15 * MINUTE_MS,
  reference: 'whole-id',
  invite: (config, attempt, lang) => ({ kind: 'page', url: checkoutUrl(config, attempt, lang) }),
  ask,
}
