/** Double entry: money at the platform on one side, whose it is on the other. Every transaction sums to zero (MON2). */

export interface Entry {
  readonly account: string
  readonly amountVnd: number
}

/** Money the platform holds for us. */
const PLATFORM_ACCOUNT = 'platform'
/** Money that is the payer's: surpluses, and fees that must go back. */
const OWED_ACCOUNT = 'owed-to-payer'

/** An authority as accounts and receipts name it: its agency code without dots. */
export function authorityAccount(agencyCode: string): string {
  return agencyCode.replace(/[^A-Za-z0-9]/g, '')
}

/** The fee income of an authority. */
function feeAccount(authorityCode: string): string {
  return `fee:${authorityCode}`
}

/** The fee arrived. */
export function entriesOfFee(amountVnd: number, authorityCode: string): readonly Entry[] {
  return move(feeAccount(authorityCode), PLATFORM_ACCOUNT, amountVnd)
}

/** Money arrived that is not the fee: it is the payer's from the first moment. */
export function entriesOfSurplus(amountVnd: number): readonly Entry[] {
  return move(OWED_ACCOUNT, PLATFORM_ACCOUNT, amountVnd)
}

/** A fee has become the payer's again. */
export function entriesOfOwedFee(amountVnd: number, authorityCode: string): readonly Entry[] {
  return move(OWED_ACCOUNT, feeAccount(authorityCode), amountVnd)
}

/** The drawers of a service point: what its cash books took in and have not paid out. */
export function cashAccount(pointId: string): string {
  return `cash:${pointId}`
}

/** The fee was put into a clerk's hand. */
export function entriesOfCashFee(amountVnd: number, authorityCode: string, pointId: string): readonly Entry[] {
  return move(feeAccount(authorityCode), cashAccount(pointId), amountVnd)
}

/** Money was paid back over the counter, there where the payer came. */
export function entriesOfCashRefund(amountVnd: number, pointId: string): readonly Entry[] {
  return move(cashAccount(pointId), OWED_ACCOUNT, amountVnd)
}

/** Money left the platform for the payer. */
export function entriesOfRefund(amountVnd: number): readonly Entry[] {
  return move(PLATFORM_ACCOUNT, OWED_ACCOUNT, amountVnd)
}

function move(from: string, to: string, amountVnd: number): readonly Entry[] {
  return [{ account: to, amountVnd }, { account: from, amountVnd: -amountVnd }]
}

/** 'BL-2026-A024-0000017': authority and year make it unique, the counter leaves no gap. */
export function receiptNumber(receipt: { readonly authorityCode: string; readonly year: number; readonly number: number }): string {
  return `BL-${receipt.year}-${receipt.authorityCode}-${String(receipt.number).padStart(7, '0')}`
}
