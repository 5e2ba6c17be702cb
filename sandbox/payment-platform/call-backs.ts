/** Telling the shop: a signed GET to its call-back address, again every five minutes up to ten times until it answers 00 or 02. */
import { randomUUID } from 'node:crypto'
import type { Box } from '../kit/index.ts'
import { callBacks, changeSettings, getSettings, orders, type CallBack, type Order } from './books.ts'
import { merchant, withHash } from './hash.ts'

const callBackPath = '/may/thanh-toan/ket-qua'
const retryMs = 5 * 60_000
const maxTries = 10
const underWay = new Set<string>()

/** The parameters of return address and call-back, signed. */
export function resultQuery(order: Order): string {
  const failed = order.state === 'failed'
  return withHash({
    vnp_Amount: String(order.amountVnd * 100),
    vnp_BankCode: 'TTSIM',
    vnp_BankTranNo: order.transactionNo === '' ? '' : `TTSIM${order.transactionNo}`,
    vnp_CardType: 'QRCODE',
    vnp_OrderInfo: order.orderInfo,
    vnp_PayDate: order.payDate,
    vnp_ResponseCode: order.responseCode,
    vnp_TmnCode: merchant.tmnCode,
    vnp_TransactionNo: order.transactionNo === '' ? '0' : order.transactionNo,
    vnp_TransactionStatus: failed ? '02' : order.state === 'paid' ? '00' : '01',
    vnp_TxnRef: order.txnRef,
  })
}

/** Owes the shop a call-back from `afterMs` on (sandbox time) and tries at once when that is now. */
export async function owe(box: Box, txnRef: string, afterMs = 0): Promise<void> {
  const order = await orders(box).get(txnRef)
  if (!order) return
  const { loseNext } = await getSettings(box)
  const lost = loseNext > 0
  if (lost) await changeSettings(box, (settings) => ({ ...settings, loseNext: Math.max(0, settings.loseNext - 1) }))
  const callBack: CallBack = {
    id: randomUUID(), txnRef, query: resultQuery(order),
    dueAt: new Date((await box.now()).getTime() + afterMs).toISOString(),
    tries: 0, state: lost ? 'lost' : 'waiting', answer: '',
  }
  await callBacks(box).put(callBack.id, callBack)
  if (!lost && afterMs === 0) void send(box, callBack.id)
}

/** Sends one call-back now, whatever became of it before. */
export async function send(box: Box, id: string): Promise<string> {
  if (underWay.has(id)) return ''
  underWay.add(id)
  try {
    const callBack = await callBacks(box).get(id)
    if (!callBack) return ''
    const answer = await tell(box, callBack.query)
    const accepted = answer === '00' || answer === '02'
    const dueAt = new Date((await box.now()).getTime() + retryMs).toISOString()
    await callBacks(box).update(id, (found) => {
      const tries = (found ?? callBack).tries + 1
      return { ...(found ?? callBack), tries, answer, dueAt, state: accepted ? 'answered' : tries >= maxTries ? 'given-up' : 'waiting' }
    })
    return answer
  } catch (problem) {
    box.log.warn({ problem: String(problem) }, 'call-back was not recorded')
    return ''
  } finally {
    underWay.delete(id)
  }
}

/** One GET to the shop; the RspCode it answers, or a word for why there is none. */
export async function tell(box: Box, query: string): Promise<string> {
  try {
    const response = await fetch(`${box.webUrl}${callBackPath}?${query}`, { signal: AbortSignal.timeout(10_000), redirect: 'error' })
    const body: unknown = await response.json()
    const code = typeof body === 'object' && body !== null && 'RspCode' in body ? body.RspCode : undefined
    return typeof code === 'string' ? code : `HTTP ${response.status}`
  } catch {
    return 'unreachable'
  }
}

/** Sends what is due, oldest first. */
export async function sendDue(box: Box): Promise<void> {
  const now = (await box.now()).toISOString()
  for (const callBack of await callBacks(box).list({ where: { state: 'waiting' }, limit: 200 })) {
    if (callBack.dueAt <= now) await send(box, callBack.id)
  }
}
