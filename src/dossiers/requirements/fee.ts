/** The fee is paid, on the evidence of our own query, of the statement or of a cash book (B5, P4, A7). */
import { authorityOf, type MoneyCase, type MoneyRule, moneyRule } from '../../catalogue/index.ts'
import { authorityAccount, closePayments, getFee, getMoney, receiptNumber, refund, takeCash } from '../../capabilities/payments/index.ts'
import { localDateAt } from '../../platform/values/dates.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { type Dossier, findDossier, findDossierByNumber, findFilingHelp, lockDossier } from '../store/dossiers.ts'
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

type Ending = 'refused' | 'withdrawn' | 'stopped'

/** What becomes of a fee when its dossier ends without a result: none was due, none has come, or what came goes back or is kept. */
export type FeeFate = 'none' | 'unpaid' | MoneyRule

/** What becomes of the fee where a dossier ends so, or became of it where it has ended: by what really came, and by the rule of the day of filing. */
export async function feeFateOf(work: Work, { id, amountVnd, filedAt, acceptedAt }: Pick<Dossier, 'id' | 'amountVnd' | 'filedAt' | 'acceptedAt'>, ending: Ending): Promise<FeeFate> {
  if (amountVnd === 0) return 'none'
  const { charges, refunds } = await getMoney(work, id)
  // What goes back because the dossier ended was its fee all the same; what went back before is none any more.
  const wentBack = new Set(refunds.filter(({ reason, state }) => !reason.startsWith('dossier-') && state !== 'failed').map(({ transactionNo }) => transactionNo))
  return charges.some(({ isSurplus, transactionNo }) => !isSurplus && !wentBack.has(transactionNo)) ? ruleOf(ending, { filedAt, acceptedAt }) : 'unpaid'
}

function ruleOf(ending: Ending, { filedAt, acceptedAt }: { readonly filedAt: Date; readonly acceptedAt: Date | null }): MoneyRule {
  const what: MoneyCase = `${ending}-${acceptedAt === null ? 'before' : 'after'}-acceptance`
  return moneyRule(what, localDateAt(filedAt)).value
}

/**
 * Settles the money of a dossier that ended without its result: the dated rule of its filing day says whether the fee goes back.
 * @param ending who ended it; before or after acceptance is read from the dossier
 */
export async function settleFee(work: Work, dossier: { readonly id: string; readonly filedAt: Date; readonly acceptedAt: Date | null }, ending: Ending): Promise<void> {
  if (ruleOf(ending, dossier) === 'return') await refund(work, { dossierId: dossier.id, reason: `dossier-${ending}` })
  else await closePayments(work, dossier.id)
}

/**
 * A dossier whose money is a counter's business: one of its own province, or one filed on paper at this very point for another.
 * @param by.number a submission code or official number as people quote it
 * @returns undefined also for every dossier that is not
 */
export async function findAtCounter(work: Work, by: { readonly id: string } | { readonly number: string }): Promise<Dossier | undefined> {
  const dossier = 'id' in by ? await findDossier(work, by.id) : await findDossierByNumber(work, by.number)
  return dossier && (await isOfCounter(work, dossier)) ? dossier : undefined
}

async function isOfCounter(work: Work, dossier: Dossier): Promise<boolean> {
  const { actor } = work
  if (actor.kind !== 'staff' || actor.officeCode === null) return false
  if (dossier.authorityProvince === actor.provinceCode) return true
  return dossier.channel === 'in-person' && (await findFilingHelp(work, dossier.id))?.officeCode === actor.officeCode
}

/**
 * Takes the fee of a dossier filed in person over a counter; account and receipt are those of the authority that decides it.
 * The dossier is held first, as by whoever ends it: who comes second finds what the first did, and no money is left without service or return.
 * @returns the receipt's id
 * @throws Refusal 'dossier-not-found' also for what is not this counter's, 'not-in-person', 'no-fee', and what takeCash throws
 */
export async function takeFee(work: Work, dossierId: string): Promise<string> {
  if (!(await findAtCounter(work, { id: dossierId }))) throw new Refusal('dossier-not-found')
  const { channel, personId, amountVnd, authorityProvince, filedAt, submissionCode } = await lockDossier(work, dossierId)
  if (channel !== 'in-person') throw new Refusal('not-in-person')
  if (amountVnd === 0) throw new Refusal('no-fee')
  const authorityCode = authorityAccount(authorityOf(authorityProvince, localDateAt(filedAt)).agencyCode.value)
  return takeCash(work, { dossierId, personId, amountVnd, authorityCode, orderInfo: submissionCode })
}
