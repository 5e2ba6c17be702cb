/** What the owner of the collecting account asks: what arrived under a reference, a refund (VietQR.vn's shape), what became of it. */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { compactInstant, type Box } from '../../kit/index.ts'
import { changeSettings, getSettings, nextTransactionNo } from '../books.ts'
import { isSignedBy, joinFields, merchant, sign } from '../hash.ts'
import { bankBin, collectingAccount, returns, transfers, type Return } from './books.ts'

const returnMs = 5 * 60_000

function fieldsOf(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, String(value)]] : [])))
}

/** Whether a question is signed and about the one account there is. */
function isOurs(fields: Record<string, string>): boolean {
  const signed = ['requestId', 'bankCode', 'bankAccount', 'referenceNumber'].map((name) => fields[name])
  return isSignedBy(joinFields(signed), fields.signature) && fields.bankCode === bankBin && fields.bankAccount === collectingAccount
}

/** An answer about one return, or that there is none. */
function told(requestId: string, code: '00' | '94' | '91' | '03', referenceNumber: string, found?: Return) {
  const state = found ? { processing: 'PROCESSING', sent: 'SENT', rejected: 'REJECTED' }[found.state] : 'NONE'
  const refundNo = found?.transactionNo ?? ''
  return { requestId, code, referenceNumber, state, refundNo, signature: sign([requestId, code, referenceNumber, state, refundNo].join('|')) }
}

async function giveBack(box: Box, fields: Record<string, string>, requestId: string) {
  const { referenceNumber = '', amount = '', bankAccount = '' } = fields
  const transfer = await transfers(box).get(referenceNumber)
  if (transfer?.state !== 'credited' || bankAccount !== collectingAccount) return told(requestId, '91', referenceNumber)
  if (amount !== String(transfer.amountVnd) || fields.multiTimes !== 'false') return told(requestId, '03', referenceNumber)
  const { rejectNextRefunds } = await getSettings(box)
  const now = await box.now()
  const transactionNo = await nextTransactionNo(box)
  let mine = false
  const kept = await returns(box).update(referenceNumber, (found) => {
    mine = !found || (found.state === 'rejected' && found.requestId !== requestId)
    if (found && !mine) return found
    return {
      transferNo: referenceNumber, transactionNo, requestId, amountVnd: transfer.amountVnd, toAccount: transfer.fromAccount, date: compactInstant(now),
      state: rejectNextRefunds > 0 ? 'rejected' : 'processing', settleAt: new Date(now.getTime() + returnMs).toISOString(),
    }
  })
  if (mine && rejectNextRefunds > 0) await changeSettings(box, (settings) => ({ ...settings, rejectNextRefunds: Math.max(0, settings.rejectNextRefunds - 1) }))
  return told(requestId, mine ? '00' : '94', referenceNumber, kept)
}

/** POST /vietqr/api/transaction/{status,refund,refund-status} */
export function bankApi(app: FastifyInstance, box: Box): void {
  app.post('/vietqr/api/transaction/status', async (request, reply) => {
    const fields = fieldsOf(request.body)
    if (!isOurs(fields)) return reply.code(403).send({ code: '97' })
    const { requestId = '', referenceNumber = '' } = fields
    // A bank searches the payer's words for the reference as it stands.
    const found = (await transfers(box).list({ where: { state: 'credited' } })).filter((one) => referenceNumber !== '' && one.content.toUpperCase().includes(referenceNumber))
    const transactions = found.map((one) => ({ transactionNo: one.transactionNo, amount: one.amountVnd, time: one.time, content: one.content }))
    const code = transactions.length > 0 ? '00' : '91'
    const lines = transactions.map((one) => [one.transactionNo, String(one.amount), one.time, one.content].join('|'))
    return { requestId, code, referenceNumber, transactions, signature: sign([requestId, code, referenceNumber, ...lines].join('\n')) }
  })

  app.post('/vietqr/api/transaction/refund', async (request, reply) => {
    const fields = fieldsOf(request.body)
    // MD5 of secret and fields: the published check of this address, weak by today's measure.
    const checkSum = createHash('md5').update(`${merchant.secret}${fields.referenceNumber}${fields.amount}${fields.bankAccount}`, 'utf8').digest('hex')
    if (fields.checkSum !== checkSum || fields.bankCode !== bankBin) return reply.code(403).send({ code: '97' })
    const requestId = request.headers['x-request-id']
    return giveBack(box, fields, typeof requestId === 'string' ? requestId : '')
  })

  app.post('/vietqr/api/transaction/refund-status', async (request, reply) => {
    const fields = fieldsOf(request.body)
    if (!isOurs(fields)) return reply.code(403).send({ code: '97' })
    const { requestId = '', referenceNumber = '' } = fields
    return told(requestId, '00', referenceNumber, await returns(box).get(referenceNumber))
  })
}
