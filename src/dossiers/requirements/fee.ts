/** The fee is paid, on the evidence of our own query or of the statement (B5, P4). */
import { getFee, receiptNumber } from '../../capabilities/payments/index.ts'
import { asked, met, type RequirementKind, todo } from './requirement.ts'

export const fee: RequirementKind = {
  kind: 'fee',
  async assess(work, theCase) {
    const { paid, beingChecked, receipt } = await getFee(work, theCase.dossierId)
    if (paid && receipt) return met('payment-platform', { receiptNumber: receiptNumber(receipt), amountVnd: receipt.amountVnd })
    // The platform has been asked and does not know yet: the citizen has done their part.
    return beingChecked ? asked('payment-platform', 'payment-platform') : todo()
  },
}
