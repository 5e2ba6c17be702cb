/** The fee is paid, on the evidence of our own query or of the statement (B5, P4). */
import { type MoneyCase, moneyRule } from '../../catalogue/index.ts'
import { closePayments, getFee, receiptNumber, refund } from '../../capabilities/payments/index.ts'
import { localDateAt } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'
import { asked, met, type RequirementKind, todo } from './requirement.ts'

export const fee: RequirementKind = {
  kind: 'fee',
  async assess(work, theCase) {
    const { paid, beingChecked, receipt, paidBy } = await getFee(work, theCase.dossierId)
    if (paid && receipt) return met(paidBy === 'cash' ? 'cash-book' : 'payment-platform', { receiptNumber: receiptNumber(receipt), amountVnd: receipt.amountVnd })
    // The platform has been asked and does not know yet: the citizen has done their part.
    return beingChecked ? asked('payment-platform', 'payment-platform') : todo()
  },
}

/**
 * Settles the money of a dossier that ended without its result: the dated rule of its filing day says whether the fee goes back.
 * @param ending who ended it; before or after acceptance is read from the dossier
 */
export async function settleFee(work: Work, dossier: { readonly id: string; readonly filedAt: Date; readonly acceptedAt: Date | null }, ending: 'refused' | 'withdrawn'): Promise<void> {
  const what: MoneyCase = `${ending}-${dossier.acceptedAt === null ? 'before' : 'after'}-acceptance`
  if (moneyRule(what, localDateAt(dossier.filedAt)).value === 'return') await refund(work, { dossierId: dossier.id, reason: `dossier-${ending}` })
  else await closePayments(work, dossier.id)
}
