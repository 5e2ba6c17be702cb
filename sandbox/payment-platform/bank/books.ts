/**
 * Transfers to the collecting account, and their way back. Banks and accounts here cannot exist: no bank has a number that
 * begins with zeros, and no account does either.
 */
import { compactInstant, type Box } from '../../kit/index.ts'
import { nextTransactionNo } from '../books.ts'

export const bankBin = '000097'
export const collectingAccount = '0000097000097'

export interface Transfer {
  transactionNo: string
  /** What the payer wrote; banks pass on letters, digits and spaces only. */
  content: string
  amountVnd: number
  time: string
  /** Where the money came from, and where it can go back to. */
  fromAccount: string
  state: 'under-way' | 'credited'
  /** While under way: when it will have arrived (ISO). */
  settleAt: string
}

export interface Return {
  /** The transfer that is given back; also the id of the document: one live return a transfer. */
  transferNo: string
  transactionNo: string
  requestId: string
  amountVnd: number
  toAccount: string
  date: string
  state: 'processing' | 'sent' | 'rejected'
  settleAt: string
}

export const transfers = (box: Box) => box.docs<Transfer>('transfers')
export const returns = (box: Box) => box.docs<Return>('returns')

/** Letters and digits as banks pass them on. */
function passOn(words: string): string {
  return words.normalize('NFD').replace(/[^A-Za-z0-9 ]/g, ' ').replace(/ +/g, ' ').trim().slice(0, 120)
}

/** Sends money to the collecting account. @param afterMs how long it is under way @returns its number */
export async function sendMoney(box: Box, money: { content: string; amountVnd: number; fromAccount: string }, afterMs = 0): Promise<Transfer> {
  const now = await box.now()
  const transfer: Transfer = {
    transactionNo: await nextTransactionNo(box), content: passOn(money.content), amountVnd: money.amountVnd, time: compactInstant(now), fromAccount: money.fromAccount,
    state: afterMs > 0 ? 'under-way' : 'credited', settleAt: new Date(now.getTime() + afterMs).toISOString(),
  }
  await transfers(box).put(transfer.transactionNo, transfer)
  return transfer
}

/** Transfers whose time has come arrive. @returns how many */
export async function creditDue(box: Box, all = false): Promise<number> {
  const now = await box.now()
  let arrived = 0
  for (const waiting of await transfers(box).list({ where: { state: 'under-way' } })) {
    if (!all && waiting.settleAt > now.toISOString()) continue
    await transfers(box).update(waiting.transactionNo, (found) => ({ ...(found ?? waiting), state: 'credited', time: compactInstant(now) }))
    arrived += 1
  }
  return arrived
}

/** Returns whose time has come reach the account the money came from. @returns how many */
export async function sendReturns(box: Box, all = false): Promise<number> {
  const now = await box.now()
  let sent = 0
  for (const waiting of await returns(box).list({ where: { state: 'processing' } })) {
    if (!all && waiting.settleAt > now.toISOString()) continue
    await returns(box).update(waiting.transferNo, (found) => ({ ...(found ?? waiting), state: 'sent', date: compactInstant(now) }))
    sent += 1
  }
  return sent
}
