/** What really moved at the platform and the bank, and what must have become of it: the small model of the payment adversary. */
import type { Charge, Refund } from '../../../sandbox/payment-platform/books.ts'
import { getMoney, type Money } from '../../../src/capabilities/payments/index.ts'
import { systemActor } from '../../../src/platform/values/actor.ts'
import type { PaymentWorld } from '../../support/payment-world.ts'

export const FEE = 115_000
const actor = systemActor('test')

/** What a dossier wants: money, no more money, or its money back. */
export type Wants = 'fee' | 'no-more' | 'all-back'

export interface Model {
  readonly wants: Wants[]
}

export interface Real {
  readonly world: PaymentWorld
  readonly dossiers: readonly { readonly dossierId: string; readonly personId: string }[]
  /** By dossier: pages and codes begun so far. */
  readonly checkouts: string[][]
  readonly codes: string[][]
  readonly counts: Map<string, number>
}

export function count(counts: Map<string, number>, what: string, times = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + times)
}

interface Moved {
  readonly transactionNo: string
  readonly amountVnd: number
  readonly reference: string
  /** How often it was sent back. */
  readonly returned: number
}

/** Everything that came in, by the books of the other side. */
export async function readMoved(world: PaymentWorld): Promise<Moved[]> {
  const box = world.sandbox.boxOf('payment-platform')
  const [charges, refunds, bank] = await Promise.all([box.docs<Charge>('charges').list(), box.docs<Refund>('refunds').list(), world.bank()])
  return [
    ...charges.map((one) => ({ transactionNo: one.transactionNo, amountVnd: one.amountVnd, reference: one.txnRef, returned: refunds.filter((r) => r.chargeNo === one.transactionNo && r.state === 'sent').length })),
    ...bank.transfers.filter((one) => one.state === 'credited').map((one) => ({
      transactionNo: one.transactionNo, amountVnd: one.amountVnd, reference: one.content, returned: bank.returns.filter((r) => r.transferNo === one.transactionNo && r.state === 'sent' && r.toAccount === one.fromAccount).length,
    })),
  ]
}

export const moneyOf = (world: PaymentWorld, dossierId: string): Promise<Money> => world.platform.read(actor, (work) => getMoney(work, dossierId))

/** The references under which money of a dossier may come. */
async function referencesOf(world: PaymentWorld, dossierId: string): Promise<string[]> {
  return (await world.platform.asOwner<{ ref: string }>('select txn_ref as ref from payments.attempt where dossier_id = $1', [dossierId])).map((row) => row.ref)
}

/** Dossiers of earlier sequences whose payers or platform only moved now: a late payment may come at any time. */
async function listStirred(world: PaymentWorld, earlier: ReadonlyMap<string, Wants>, moved: readonly Moved[]): Promise<string[]> {
  const rows = await world.platform.asOwner<{ id: string; ref: string }>('select dossier_id as id, txn_ref as ref from payments.attempt where dossier_id = any($1)', [[...earlier.keys()]])
  return [...new Set(rows.filter(({ ref }) => moved.some(({ reference }) => reference.includes(ref))).map(({ id }) => id))]
}

/**
 * Compares the other side's books with what the model wants, once everything has had its time.
 * @param before what had moved before this sequence
 * @param earlier what dossiers of earlier sequences want
 * @returns what is wrong, in sentences; empty when nobody lost a đồng and nobody kept one too many
 */
export async function judge(model: Model, { world, dossiers }: Pick<Real, 'world' | 'dossiers'>, before: ReadonlySet<string>, earlier: ReadonlyMap<string, Wants> = new Map()): Promise<string[]> {
  const wrongs: string[] = []
  const all = await readMoved(world)
  const claimed = new Set<string>()
  const stirred = await listStirred(world, earlier, all.filter((one) => !before.has(one.transactionNo)))
  const judged = [...dossiers.map(({ dossierId }, i) => [dossierId, model.wants[i] ?? 'fee'] as const), ...stirred.map((id) => [id, earlier.get(id) ?? 'fee'] as const)]
  for (const [i, [dossierId, wants]] of judged.entries()) {
    const references = await referencesOf(world, dossierId)
    const mine = all.filter((one) => references.some((reference) => one.reference.includes(reference)))
    for (const one of mine) claimed.add(one.transactionNo)
    const kept = mine.filter((one) => one.returned === 0)
    const right = mine.filter((one) => one.amountVnd === FEE)
    if (mine.some((one) => one.returned > 1)) wrongs.push(`dossier ${i}: money went back twice`)
    if (kept.some((one) => one.amountVnd !== FEE)) wrongs.push(`dossier ${i}: keeps a wrong amount`)
    if (wants === 'all-back' && kept.length > 0) wrongs.push(`dossier ${i}: keeps ${kept.length} charges though all must go back`)
    if (wants === 'fee' && kept.length !== Math.min(1, right.length)) wrongs.push(`dossier ${i}: was paid ${right.length} times and keeps ${kept.length}`)
    if (wants === 'no-more' && kept.length > 1) wrongs.push(`dossier ${i}: keeps ${kept.length} fees`)
    const money = await moneyOf(world, dossierId)
    if (money.feePaid !== (kept.length === 1)) wrongs.push(`dossier ${i}: says paid=${money.feePaid} and keeps ${kept.length}`)
    if (money.attempts.some((a) => a.state === 'started' || a.state === 'pending' || a.state === 'missing')) wrongs.push(`dossier ${i}: an attempt is unknown`)
    if ((await world.facts(dossierId)).filter((kind) => kind === 'payment.settled').length > 1) wrongs.push(`dossier ${i}: settled twice`)
  }
  for (const one of all) if (!before.has(one.transactionNo) && !claimed.has(one.transactionNo) && one.returned !== 1) wrongs.push(`a transfer that names nobody was returned ${one.returned} times`)
  const [books, totals] = [await world.books(), await world.ledgerTotals()]
  if ((totals['platform'] ?? 0) !== books.chargedVnd - books.refundedVnd) wrongs.push(`our ledger holds ${totals['platform'] ?? 0}, the other side ${books.chargedVnd - books.refundedVnd}`)
  if ((totals['owed-to-payer'] ?? 0) !== 0) wrongs.push(`${-(totals['owed-to-payer'] ?? 0)} still owed to payers`)
  return wrongs
}
