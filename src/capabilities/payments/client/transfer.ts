/**
 * Transfers by VietQR to the collecting account: what arrived under a reference, and returning it. The refund request has the
 * public shape of VietQR.vn with its MD5 checksum; every answer is signed like the statement, and only that is believed.
 */
import { z } from 'zod'
import type { Platform } from '../../../platform/runtime.ts'
import { isSigned, joinFields, parseWireTime, sign } from '../engine.ts'
import { MINUTE_MS, type PaymentAnswer } from '../reduction.ts'
import type { RefundAnswer } from '../refunds.ts'
import { qrContent, refundChecksum, referenceIn } from '../vietqr.ts'
import { type Answered, malformed, type PaymentMethod, type PaymentQuestion, type RefundQuestion, SYSTEM } from './method.ts'

const digits = z.string().regex(/^\d{1,20}$/)
const creditShape = z.object({ transactionNo: digits, amount: z.number().int().positive().max(1_000_000_000), time: z.string().regex(/^\d{14}$/), content: z.string().max(200) })
const statusShape = z.object({ requestId: z.string(), code: z.enum(['00', '91']), referenceNumber: z.string().max(100), transactions: z.array(creditShape).max(100), signature: z.string() })
const refundShape = z.object({
  requestId: z.string(), code: z.enum(['00', '94', '91', '03']), referenceNumber: z.string().max(100), state: z.enum(['NONE', 'PROCESSING', 'SENT', 'REJECTED']), refundNo: z.string().max(20), signature: z.string(),
})

function asking(platform: Platform, question: PaymentQuestion | RefundQuestion, referenceNumber: string) {
  const { secret, account } = platform.config.payments
  const fields = { requestId: question.requestId, bankCode: account.bankBin, bankAccount: account.number, referenceNumber }
  return { ...fields, signature: sign(joinFields(Object.values(fields)), secret) }
}

async function queryPayment(platform: Platform, question: PaymentQuestion): Promise<Answered<PaymentAnswer>> {
  const reply = await platform.outside.call({ system: SYSTEM, purpose: 'transfer-status', method: 'POST', path: '/vietqr/api/transaction/status', json: asking(platform, question, question.txnRef), expect: statusShape })
  const status = reply.value
  if (!status) throw malformed('empty')
  const lines = status.transactions.map((one) => [one.transactionNo, String(one.amount), one.time, one.content].join('|'))
  if (!isSigned([status.requestId, status.code, status.referenceNumber, ...lines].join('\n'), status.signature, platform.config.payments.secret)) throw malformed('signature')
  if (status.requestId !== question.requestId) throw malformed('an answer to another question')
  const evidence = { exchangeId: reply.exchangeId, rawHash: reply.hash, code: `${status.code}/${status.transactions.length}` }
  // Somebody may have sent a wrong amount first and the right one after; the others come with the statement and go back.
  const credit = status.transactions.find((one) => one.amount === question.amountVnd) ?? status.transactions[0]
  if (!credit) return { answer: { kind: 'absent' }, evidence }
  const paidAt = parseWireTime(credit.time)
  if (!paidAt) throw malformed('a transfer without its time')
  return { answer: { kind: 'paid', txnRef: referenceIn(credit.content), transactionNo: credit.transactionNo, amountVnd: credit.amount, paidAt }, evidence }
}

async function refund(platform: Platform, question: RefundQuestion): Promise<Answered<RefundAnswer>> {
  const { secret, account } = platform.config.payments
  const status = question.about === 'refund-status'
  const reply = await platform.outside.call({
    system: SYSTEM, purpose: status ? 'transfer-refund-status' : 'transfer-refund', method: 'POST', path: `/vietqr/api/transaction/${status ? 'refund-status' : 'refund'}`,
    // The same request again is the same refund.
    headers: { 'x-request-id': question.requestId },
    json: status ? asking(platform, question, question.transactionNo) : {
      bankAccount: account.number, bankCode: account.bankBin, referenceNumber: question.transactionNo, amount: question.amountVnd, content: `Hoan ${question.txnRef}`.trim(), multiTimes: false,
      checkSum: refundChecksum(secret, question.transactionNo, question.amountVnd, account.number),
    },
    expect: refundShape,
  })
  const told = reply.value
  if (!told) throw malformed('empty')
  if (!isSigned([told.requestId, told.code, told.referenceNumber, told.state, told.refundNo].join('|'), told.signature, secret)) throw malformed('signature')
  if (told.requestId !== question.requestId || told.referenceNumber !== question.transactionNo) throw malformed('an answer to another question')
  return { answer: refundAnswer(told), evidence: { exchangeId: reply.exchangeId, rawHash: reply.hash, code: `${told.code}/${told.state}` } }
}

function refundAnswer(told: z.infer<typeof refundShape>): RefundAnswer {
  if (told.code === '91' || told.code === '03') return { kind: 'rejected', code: told.code }
  switch (told.state) {
    case 'NONE':
      return { kind: 'not-asked' }
    case 'PROCESSING':
      return { kind: 'processing', refundNo: told.refundNo }
    case 'SENT':
      return { kind: 'done', refundNo: told.refundNo }
    case 'REJECTED':
      return { kind: 'rejected', code: '09' }
  }
}

function ask(platform: Platform, question: PaymentQuestion): Promise<Answered<PaymentAnswer>>
function ask(platform: Platform, question: RefundQuestion): Promise<Answered<RefundAnswer>>
function ask(platform: Platform, question: PaymentQuestion | RefundQuestion): Promise<Answered<PaymentAnswer | RefundAnswer>> {
  return question.about === 'payment' ? queryPayment(platform, question) : refund(platform, question)
}

/** A transfer from any bank, by scanning a code or typing what it holds. */
export const transfer: PaymentMethod = {
  id: 'vietqr',
  openForMs: 30 * MINUTE_MS,
  reference: 'typed',
  invite({ payments: { account } }, attempt) {
    return { kind: 'qr', content: qrContent(account, attempt.amountVnd, attempt.txnRef), bankBin: account.bankBin, account: account.number, holder: account.holder, reference: attempt.txnRef }
  },
  ask,
}
