/** The fee is paid, on the evidence of our own query or of the statement (B5, P4). */
import { getMoney } from '../../capabilities/payments/index.ts'
import { asked, met, type RequirementKind, todo } from './requirement.ts'

export const fee: RequirementKind = {
  kind: 'fee',
  async assess(work, theCase) {
    const money = await getMoney(work, theCase.dossierId)
    if (money.feePaid && money.receipt) return met('payment-platform', { receiptNumber: money.receipt.number, amountVnd: money.receipt.amountVnd })
    // The platform has been asked and does not know yet: the citizen has done their part.
    return money.attempts.some((a) => a.state === 'pending') ? asked('payment-platform', 'payment-platform') : todo()
  },
}
