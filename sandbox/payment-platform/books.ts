/**
 * What the simulated platform remembers: orders, the money it took, the money it gave back, the call-backs it owes.
 * Amounts are whole đồng; on the wire they are multiplied by 100 (books never are).
 */
import { createHash } from 'node:crypto'
import { compactInstant, type Box } from '../kit/index.ts'

export interface Order {
  txnRef: string
  amountVnd: number
  orderInfo: string
  createDate: string
  expireDate: string
  returnUrl: string
  /** Proves that the form came from our own page. */
  ticket: string
  state: 'open' | 'processing' | 'paid' | 'failed'
  /** VNPay's answer to the shopper: 00 paid, 24 cancelled, 51 not enough money, 99 not yet known. */
  responseCode: string
  payDate: string
  transactionNo: string
  /** While `processing`: when the bank will have answered (ISO). */
  settleAt: string
  /** Whether the shop is told when a slow payment settles. */
  tellWhenSettled: boolean
}

/** Money taken. A double charge is a second one under the same order. */
export interface Charge {
  transactionNo: string
  txnRef: string
  amountVnd: number
  payDate: string
  first: boolean
}

export interface Refund {
  /** The charge that is given back; also the id of the document: one live refund a charge. */
  chargeNo: string
  transactionNo: string
  requestId: string
  txnRef: string
  amountVnd: number
  date: string
  state: 'processing' | 'sent' | 'rejected'
  settleAt: string
}

export interface CallBack {
  id: string
  txnRef: string
  query: string
  dueAt: string
  tries: number
  state: 'waiting' | 'answered' | 'lost' | 'given-up'
  answer: string
}

export type FaultKind = 'slow' | 'double' | 'lost' | 'failAfterCharge'

export interface Settings {
  /** Used instead of a plain "pay" for the next payments. */
  next: { choice: string; count: number }
  /** Shares of plain payments that go wrong on their own, 0 to 1. */
  shares: Record<FaultKind, number>
  loseNext: number
  rejectNextRefunds: number
  /** How a day's statement is spoiled: yyyy-MM-dd to the way. */
  spoiled: Record<string, 'missing' | 'extra' | 'double'>
  fired: Record<FaultKind, number>
}

const calm: Settings = {
  next: { choice: 'pay', count: 0 },
  shares: { slow: 0, double: 0, lost: 0, failAfterCharge: 0 },
  loseNext: 0,
  rejectNextRefunds: 0,
  spoiled: {},
  fired: { slow: 0, double: 0, lost: 0, failAfterCharge: 0 },
}

export const orders = (box: Box) => box.docs<Order>('orders')
export const charges = (box: Box) => box.docs<Charge>('charges')
export const refunds = (box: Box) => box.docs<Refund>('refunds')
export const callBacks = (box: Box) => box.docs<CallBack>('call-backs')

export async function getSettings(box: Box): Promise<Settings> {
  return (await box.docs<Settings>('settings').get('settings')) ?? calm
}

export async function changeSettings(box: Box, change: (settings: Settings) => Settings): Promise<Settings> {
  return box.docs<Settings>('settings').update('settings', (settings) => change(settings ?? calm))
}

/** Eight digits from 97000001 on. */
export async function nextTransactionNo(box: Box): Promise<string> {
  const count = await box.docs<number>('counters').update('transaction', (n) => (n ?? 0) + 1)
  return String(97_000_000 + count)
}

async function writeCharge(box: Box, order: Order, transactionNo: string, payDate: string, first: boolean): Promise<Charge> {
  const charge: Charge = { transactionNo, txnRef: order.txnRef, amountVnd: order.amountVnd, payDate, first }
  await charges(box).put(transactionNo, charge)
  return charge
}

/** Takes the money of a paid order once more, as when a bank charges twice; the order goes on naming its first charge. */
export async function chargeAgain(box: Box, order: Order): Promise<Charge> {
  return writeCharge(box, order, await nextTransactionNo(box), compactInstant(await box.now()), false)
}

/** Takes the money of an order, once however often it is called. */
export async function payOrder(box: Box, txnRef: string): Promise<Order> {
  const transactionNo = await nextTransactionNo(box)
  const payDate = compactInstant(await box.now())
  let mine = false
  const order = await orders(box).update(txnRef, (found) => {
    if (!found) throw new Error('Không có đơn này · No such order')
    mine = found.state !== 'paid'
    return mine ? { ...found, state: 'paid', responseCode: '00', payDate, transactionNo } : found
  })
  if (mine) await writeCharge(box, order, transactionNo, payDate, true)
  return order
}

/** A number from 0 up to 1 that depends on the order and the kind only: a repeated run meets the same faults. */
function lot(txnRef: string, kind: string): number {
  return createHash('sha256').update(`${txnRef} ${kind}`).digest().readUInt32BE(0) / 0x1_0000_0000
}

export const kinds: readonly FaultKind[] = ['failAfterCharge', 'double', 'lost', 'slow']

/** What goes wrong with the next plain payment for this text of an order, once: a simulation deals faults out to people. */
export async function setFate(box: Box, orderInfo: string, kind: FaultKind): Promise<void> {
  await box.docs<FaultKind>('fates').put(orderInfo, kind)
}

async function takeFate(box: Box, orderInfo: string): Promise<FaultKind | undefined> {
  const fates = box.docs<FaultKind>('fates')
  const kind = await fates.get(orderInfo)
  if (kind) await fates.delete(orderInfo)
  return kind
}

/** What happens on its own to a plain payment: what was set for it, else by the shares that are set. */
export async function drawFault(box: Box, { txnRef, orderInfo }: Pick<Order, 'txnRef' | 'orderInfo'>): Promise<FaultKind | undefined> {
  const { shares } = await getSettings(box)
  const kind = (await takeFate(box, orderInfo)) ?? kinds.find((candidate) => lot(txnRef, candidate) < shares[candidate])
  if (kind) await changeSettings(box, (settings) => ({ ...settings, fired: { ...settings.fired, [kind]: settings.fired[kind] + 1 } }))
  return kind
}
