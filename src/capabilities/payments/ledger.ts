/** Double entry: money at the platform on one side, whose it is on the other. Every transaction sums to zero (MON2). */

export interface Entry {
  readonly account: string
  readonly amountVnd: number
}

/** Money the platform holds for us. */
const PLATFORM_ACCOUNT = 'platform'
/** Money that is the payer's: surpluses, and fees that must go back. */
const OWED_ACCOUNT = 'owed-to-payer'

/** The fee income of an authority. */
function feeAccount(authorityCode: string): string {
  return `fee:${authorityCode}`
}

/** Money arrived, for the fee or as a surplus. */
export function entriesOfCharge(amountVnd: number, authorityCode: string, isFee: boolean): readonly Entry[] {
  return move(isFee ? feeAccount(authorityCode) : OWED_ACCOUNT, PLATFORM_ACCOUNT, amountVnd)
}

/** A fee has become the payer's again. */
export function entriesOfOwedFee(amountVnd: number, authorityCode: string): readonly Entry[] {
  return move(OWED_ACCOUNT, feeAccount(authorityCode), amountVnd)
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
