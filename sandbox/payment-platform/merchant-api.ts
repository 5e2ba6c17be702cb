/** What the shop's server asks: querydr and refund (one address, as VNPay has it) and the daily statement. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { compactInstant, type Box } from '../kit/index.ts'
import { changeSettings, charges, getSettings, nextTransactionNo, orders, refunds, type Charge, type Order, type Refund } from './books.ts'
import { returns, transfers } from './bank/books.ts'
import { isSignedBy, joinFields, merchant, sign } from './hash.ts'

type Fields = Record<string, string>

const refundMs = 5 * 60_000

/** Numbers are taken as their digits: VNPay's own samples send both. */
function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [])))
}

const queryFields = ['vnp_RequestId', 'vnp_Version', 'vnp_Command', 'vnp_TmnCode', 'vnp_TxnRef', 'vnp_TransactionDate', 'vnp_CreateDate', 'vnp_IpAddr', 'vnp_OrderInfo'] as const
const refundFields = ['vnp_RequestId', 'vnp_Version', 'vnp_Command', 'vnp_TmnCode', 'vnp_TransactionType', 'vnp_TxnRef', 'vnp_Amount', 'vnp_TransactionNo', 'vnp_TransactionDate', 'vnp_CreateBy', 'vnp_CreateDate', 'vnp_IpAddr', 'vnp_OrderInfo'] as const
const answerFields = ['vnp_ResponseId', 'vnp_Command', 'vnp_ResponseCode', 'vnp_Message', 'vnp_TmnCode', 'vnp_TxnRef', 'vnp_Amount', 'vnp_BankCode', 'vnp_PayDate', 'vnp_TransactionNo', 'vnp_TransactionType', 'vnp_TransactionStatus', 'vnp_OrderInfo'] as const

/** An answer with its hash. querydr signs two promotion fields more, always empty here. */
function answer(command: string, code: string, message: string, fields: Fields): Fields {
  const whole: Fields = { ...fields, vnp_ResponseId: randomUUID().replace(/-/g, ''), vnp_Command: command, vnp_ResponseCode: code, vnp_Message: message, vnp_TmnCode: merchant.tmnCode }
  const promotion = command === 'querydr' ? ['', ''] : []
  return { ...whole, vnp_SecureHash: sign(joinFields([...answerFields.map((name) => whole[name]), ...promotion])) }
}

/** Why a request is not even looked at: 97 wrong hash, 02 unknown merchant, 03 wrong data. */
function refusal(fields: Fields, signed: readonly string[]): [string, string] | undefined {
  if (!isSignedBy(joinFields(signed.map((name) => fields[name])), fields.vnp_SecureHash)) return ['97', 'Checksum failed']
  if (fields.vnp_TmnCode !== merchant.tmnCode) return ['02', 'Invalid TmnCode']
  if (!fields.vnp_RequestId || !/^[A-Za-z0-9]{1,32}$/.test(fields.vnp_RequestId) || !fields.vnp_TxnRef) return ['03', 'Invalid format']
  return undefined
}

function describe(order: Order, charge: Charge | undefined, refund: Refund | undefined): Fields {
  const statusOfOrder = order.state === 'failed' ? '02' : order.state === 'paid' ? '00' : '01'
  const statusOfRefund = refund ? { processing: '05', sent: '06', rejected: '09' }[refund.state] : ''
  return {
    vnp_TxnRef: order.txnRef, vnp_Amount: String((charge?.amountVnd ?? order.amountVnd) * 100), vnp_BankCode: 'TTSIM', vnp_PayDate: charge?.payDate ?? '',
    vnp_TransactionNo: refund?.transactionNo ?? charge?.transactionNo ?? '0', vnp_TransactionType: refund ? '02' : '01',
    vnp_TransactionStatus: refund ? statusOfRefund : statusOfOrder, vnp_OrderInfo: order.orderInfo,
  }
}

/** An order that nobody paid before it expired has failed (11); one that the bank still works on has not. */
async function closeExpired(box: Box, order: Order | undefined): Promise<Order | undefined> {
  if (order?.state !== 'open' || order.expireDate === '' || compactInstant(await box.now()) <= order.expireDate) return order
  return orders(box).update(order.txnRef, (found) => (found?.state === 'open' ? { ...found, state: 'failed', responseCode: '11' } : (found ?? order)))
}

async function query(box: Box, fields: Fields): Promise<Fields> {
  const wrong = refusal(fields, queryFields)
  if (wrong) return answer('querydr', wrong[0], wrong[1], {})
  const order = await closeExpired(box, await orders(box).get(fields.vnp_TxnRef ?? ''))
  if (!order) return answer('querydr', '91', 'Transaction not found', { vnp_TxnRef: fields.vnp_TxnRef ?? '' })
  // With a transaction number the shop means that one charge and what became of it; without, the payment itself.
  const number = fields.vnp_TransactionNo ?? ''
  const wanted = number === '' || number === '0' ? order.transactionNo : number
  const charge = wanted === '' ? undefined : await charges(box).get(wanted)
  if (wanted !== '' && charge?.txnRef !== order.txnRef) return answer('querydr', '91', 'Transaction not found', { vnp_TxnRef: order.txnRef })
  const refund = number !== '' && number !== '0' && charge ? await refunds(box).get(charge.transactionNo) : undefined
  return answer('querydr', '00', 'QueryDR Success', describe(order, charge, refund))
}

async function refund(box: Box, fields: Fields): Promise<Fields> {
  const wrong = refusal(fields, refundFields)
  if (wrong) return answer('refund', wrong[0], wrong[1], {})
  const order = await orders(box).get(fields.vnp_TxnRef ?? '')
  const number = fields.vnp_TransactionNo ?? '0'
  const chargeNo = number === '0' || number === '' ? (order?.transactionNo ?? '') : number
  const charge = chargeNo === '' ? undefined : await charges(box).get(chargeNo)
  const txnRef = { vnp_TxnRef: fields.vnp_TxnRef ?? '' }
  if (order && order.state !== 'paid') return answer('refund', '95', 'Transaction was not successful', txnRef)
  if (!charge || charge.txnRef !== fields.vnp_TxnRef) return answer('refund', '91', 'Transaction not found', txnRef)
  if (fields.vnp_TransactionType !== '02' || fields.vnp_Amount !== String(charge.amountVnd * 100)) return answer('refund', '03', 'Only full refunds here', txnRef)
  const { rejectNextRefunds } = await getSettings(box)
  const now = await box.now()
  const transactionNo = await nextTransactionNo(box)
  let mine = false
  const kept = await refunds(box).update(chargeNo, (found) => {
    mine = !found || (found.state === 'rejected' && found.requestId !== fields.vnp_RequestId)
    if (found && !mine) return found
    return {
      chargeNo, transactionNo, requestId: fields.vnp_RequestId ?? '', txnRef: charge.txnRef, amountVnd: charge.amountVnd,
      date: compactInstant(now), state: rejectNextRefunds > 0 ? 'rejected' : 'processing', settleAt: new Date(now.getTime() + refundMs).toISOString(),
    }
  })
  if (mine && rejectNextRefunds > 0) await changeSettings(box, (settings) => ({ ...settings, rejectNextRefunds: Math.max(0, settings.rejectNextRefunds - 1) }))
  const about = order ? describe(order, charge, kept) : { ...txnRef, vnp_Amount: fields.vnp_Amount, vnp_TransactionNo: kept.transactionNo, vnp_TransactionType: '02', vnp_TransactionStatus: '05', vnp_BankCode: 'TTSIM', vnp_PayDate: charge.payDate, vnp_OrderInfo: '' }
  return mine ? answer('refund', '00', 'Refund received', about) : answer('refund', '94', 'Refund was asked before', about)
}

/** Refunds whose time has come reach the bank. @returns how many */
export async function sendRefunds(box: Box, all = false): Promise<number> {
  const now = (await box.now()).toISOString()
  let sent = 0
  for (const waiting of await refunds(box).list({ where: { state: 'processing' } })) {
    if (!all && waiting.settleAt > now) continue
    await refunds(box).update(waiting.chargeNo, (found) => ({ ...(found ?? waiting), state: 'sent', date: compactInstant(new Date(now)) }))
    sent += 1
  }
  return sent
}

interface StatementLine {
  kind: 'payment' | 'refund'
  /** By the checkout, or by a transfer to the collecting account. */
  channel: 'checkout' | 'transfer'
  transactionNo: string
  /** The shop's order; of a transfer: the payer's own words. */
  txnRef: string
  /** đồng × 100, as everywhere on this wire. */
  amount: string
  /** yyyyMMddHHmmss in Vietnam. */
  time: string
  /** For a refund: the charge it gives back and the shop's request. */
  originalNo: string
  requestId: string
}

async function statementLines(box: Box, date: string): Promise<StatementLine[]> {
  const day = date.replace(/-/g, '')
  const paid: StatementLine[] = (await charges(box).list()).filter((charge) => charge.payDate.startsWith(day)).map((charge) => ({
    kind: 'payment', channel: 'checkout', transactionNo: charge.transactionNo, txnRef: charge.txnRef, amount: String(charge.amountVnd * 100), time: charge.payDate, originalNo: '', requestId: '',
  }))
  const returned: StatementLine[] = (await refunds(box).list({ where: { state: 'sent' } })).filter((entry) => entry.date.startsWith(day)).map((entry) => ({
    kind: 'refund', channel: 'checkout', transactionNo: entry.transactionNo, txnRef: entry.txnRef, amount: String(entry.amountVnd * 100), time: entry.date, originalNo: entry.chargeNo, requestId: entry.requestId,
  }))
  const credited: StatementLine[] = (await transfers(box).list({ where: { state: 'credited' } })).filter((one) => one.time.startsWith(day)).map((one) => ({
    kind: 'payment', channel: 'transfer', transactionNo: one.transactionNo, txnRef: one.content, amount: String(one.amountVnd * 100), time: one.time, originalNo: '', requestId: '',
  }))
  const sentBack: StatementLine[] = (await returns(box).list({ where: { state: 'sent' } })).filter((one) => one.date.startsWith(day)).map((one) => ({
    kind: 'refund', channel: 'transfer', transactionNo: one.transactionNo, txnRef: '', amount: String(one.amountVnd * 100), time: one.date, originalNo: one.transferNo, requestId: one.requestId,
  }))
  const lines = [...paid, ...credited, ...returned, ...sentBack]
  const [first] = lines
  switch ((await getSettings(box)).spoiled[date]) {
    case 'missing': return lines.slice(1)
    case 'double': return first ? [...lines, first] : lines
    case 'extra': return [...lines, { kind: 'payment', channel: 'checkout', transactionNo: `98${day.slice(2)}`, txnRef: `XX${day}`, amount: '9700000', time: `${day}235900`, originalNo: '', requestId: '' }]
    default: return lines
  }
}

/** POST /merchant_webapi/api/transaction · GET /statement */
export function merchantRoutes(app: FastifyInstance, box: Box): void {
  app.post('/merchant_webapi/api/transaction', async (request) => {
    const fields = fieldsOf(request.body)
    switch (fields.vnp_Command) {
      case 'querydr': return query(box, fields)
      case 'refund': return refund(box, fields)
      default: return answer('unknown', '03', 'Invalid command', {})
    }
  })

  app.get('/statement', async (request, reply) => {
    const { date = '', tmnCode = '', hash } = fieldsOf(request.query)
    if (!isSignedBy(joinFields([date, tmnCode]), hash)) return reply.code(403).send({ code: '97', message: 'Checksum failed' })
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || tmnCode !== merchant.tmnCode) return reply.code(400).send({ code: '03', message: 'Invalid format' })
    const lines = await statementLines(box, date)
    const signed = [date, tmnCode, String(lines.length), ...lines.map((line) => joinFields([line.kind, line.channel, line.transactionNo, line.txnRef, line.amount, line.time, line.originalNo, line.requestId]))]
    return { date, tmnCode, count: lines.length, lines, hash: sign(signed.join('\n')) }
  })
}
