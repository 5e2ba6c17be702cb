/**
 * R7, the payment adversary: sequences of whatever people, thieves, banks, the platform, time and dying processes may do, on real
 * connections and simulators; afterwards the other side's books say whether anybody lost a đồng.
 */
import fc from 'fast-check'
import { applyAnswer } from '../../../src/capabilities/payments/actions/apply-answer.ts'
import { listDesk, listDiscrepancies, resolveDiscrepancy, retryRefund, schedulePayments } from '../../../src/capabilities/payments/index.ts'
import { findAttemptByReference } from '../../../src/capabilities/payments/store/attempts.ts'
import { saveQuery, saveQueryAnswer } from '../../../src/capabilities/payments/store/queries.ts'
import { type Actor, systemActor } from '../../../src/platform/values/actor.ts'
import { addDays, localDateAt } from '../../../src/platform/values/dates.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import { Refusal } from '../../../src/platform/values/refusal.ts'
import { openPaymentWorld, type PaymentWorld } from '../../support/payment-world.ts'
import { allCommands, DOSSIERS } from './commands.ts'
import { count, judge, type Model, readMoved, type Real, type Wants } from './model.ts'

const actor = systemActor('test')
const clerk: Actor = { kind: 'staff', staffId: newId(), personId: newId(), role: 'clerk', provinceCode: 'bac-ninh', officeCode: null, sessionId: 'test', channel: 'in-person' }

export interface AdversaryOptions {
  readonly seed: number
  /** The most sequences. */
  readonly sequences: number
  readonly commands?: number
  /** No new sequence begins after so many seconds. */
  readonly seconds?: number
  /** Worlds side by side: most of the time is spent waiting for clocks. */
  readonly worlds?: number
  /** Plants the mistake that the adversary must find: money is taken as received because somebody said so. */
  readonly control?: 'trusts-call-backs'
}

export interface AdversaryFigures {
  readonly seed: number
  readonly sequences: number
  readonly dossiers: number
  /** How often each kind of mischief was done. */
  readonly situations: Readonly<Record<string, number>>
  /** What our books made of it. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Differences between the books: all found, and those that needed a person. */
  readonly differences: number
  readonly byPerson: number
  /** The first sequence that went wrong, if any, with seed and path to repeat it. */
  readonly wrong: string | undefined
}

/** Leads sequences through worlds side by side. The same seed gives the same sequences. */
export async function run({ worlds = 1, ...options }: AdversaryOptions): Promise<AdversaryFigures> {
  const all = await Promise.all(Array.from({ length: worlds }, (_, i) => lead({ ...options, seed: options.seed * 1_000 + i, sequences: Math.ceil(options.sequences / worlds) })))
  const sum = (of: (one: AdversaryFigures) => number) => all.reduce((total, one) => total + of(one), 0)
  const merged = (of: (one: AdversaryFigures) => Readonly<Record<string, number>>) => {
    const counts = new Map<string, number>()
    for (const one of all) for (const [what, n] of Object.entries(of(one))) count(counts, what, n)
    return Object.fromEntries([...counts].sort())
  }
  return {
    seed: options.seed, sequences: sum((one) => one.sequences), dossiers: sum((one) => one.dossiers), situations: merged((one) => one.situations), outcomes: merged((one) => one.outcomes),
    differences: sum((one) => one.differences), byPerson: sum((one) => one.byPerson), wrong: all.find((one) => one.wrong !== undefined)?.wrong,
  }
}

async function lead(options: AdversaryOptions): Promise<AdversaryFigures> {
  await using world = await openPaymentWorld('2026-11-20T02:00:00Z', options.control ? trusting : undefined)
  if (options.control) world.platform.breaksPromises()
  await world.platform.work(actor, async (work) => schedulePayments(work))
  await world.workerSettles()
  const counts = new Map<string, number>()
  const until = performance.now() + (options.seconds ?? Number.POSITIVE_INFINITY) * 1_000
  const led = { sequences: 0, byPerson: 0 }
  const earlier = new Map<string, Wants>()
  const result = await fc.check(fc.asyncProperty(allCommands(options.commands ?? 30), async (commands) => {
    if (performance.now() > until) return
    led.sequences += 1
    const dossiers = Array.from({ length: DOSSIERS }, () => world.newDossier())
    const real: Real = { world, dossiers, checkouts: dossiers.map(() => []), codes: dossiers.map(() => []), counts }
    const model: Model = { wants: dossiers.map(() => 'fee') }
    const before = new Set((await readMoved(world)).map((one) => one.transactionNo))
    const from = await world.platform.clock.now()
    await fc.asyncModelRun(() => ({ model, real }), commands)
    led.byPerson += await settle(world, from)
    const wrongs = await judge(model, real, before, earlier)
    for (const [i, { dossierId }] of dossiers.entries()) earlier.set(dossierId, model.wants[i] ?? 'fee')
    if (wrongs.length > 0) throw new Error(wrongs.join('; '))
  }), { seed: options.seed, numRuns: options.sequences, endOnFailure: true })
  const outcomes = await tally(world)
  const differences = Object.entries(outcomes).reduce((sum, [what, n]) => (what.startsWith('difference') ? sum + n : sum), 0)
  const wrong = result.failed ? `seed ${result.seed}, path ${result.counterexamplePath ?? ''}: ${String(result.errorInstance instanceof Error ? result.errorInstance.message : result.errorInstance)}\n  ${String(result.counterexample?.[0])}` : undefined
  return { seed: options.seed, sequences: led.sequences, dossiers: led.sequences * DOSSIERS, situations: Object.fromEntries(counts), outcomes, differences, byPerson: led.byPerson, wrong }
}

const unlessUnderWay = (error: unknown): undefined => {
  if (!(error instanceof Refusal && error.code === 'refund-not-failed')) throw error
  return undefined
}

/** Everything works again, two nights pass, and a clerk does what is in the list. @returns how often a clerk was needed */
async function settle(world: PaymentWorld, from: Date): Promise<number> {
  await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
  await world.control('reject-refunds', { count: '0' })
  const today = localDateAt(await world.platform.clock.now())
  for (let day = localDateAt(from); day <= today; day = addDays(day, 1)) await world.control('spoil-statement', { date: day, how: 'none' })
  for (const minutes of [24 * 60, 24 * 60, 30]) await world.minutesPass(minutes)
  let needed = 0
  for (const item of await world.platform.read(actor, (work) => listDesk(work, ['A024'], 100))) {
    needed += 1
    // Two rows may be about one refund: whoever presses the second is told that it is under way again.
    if (item.mayRetry && item.refundId !== null) await world.platform.work(clerk, (work) => retryRefund(work, item.refundId ?? '')).catch(unlessUnderWay)
    else if (item.refundId === null) await world.platform.work(clerk, (work) => resolveDiscrepancy(work, item.id, 'looked at'))
  }
  for (const minutes of [1, 30, 30]) await world.minutesPass(minutes)
  const open = await world.platform.read(actor, (work) => listDiscrepancies(work, { openOnly: true, limit: 10 }))
  if (open.length > 0) throw new Error(`still open: ${open.map((one) => one.reason).join(', ')}`)
  const broken = Object.keys(await world.broken())
  if (broken.length > 0) throw new Error(`at the end: ${broken.join('; ')}`)
  return needed
}

/** What our own books made of it all. */
async function tally(world: PaymentWorld): Promise<Record<string, number>> {
  const rows = await world.platform.asOwner<{ what: string; n: number }>(`
    select 'attempt ended ' || state || coalesce(' (' || reason || ')', '') as what, count(*)::int as n from payments.attempt group by 1
    union all select 'charge ' || coalesce(surplus_reason, 'fee') || ' by ' || method || ', confirmed by ' || confirmed_by, count(*)::int from payments.charge group by 1
    union all select 'refund ' || reason || ' ' || state, count(*)::int from payments.refund group by 1
    union all select 'difference ' || reason || ' ' || state, count(*)::int from payments.discrepancy group by 1
    union all select 'call-back ' || case when verified then 'true' else 'false' end, count(*)::int from payments.call_back group by 1`)
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]))
}

/** The control's mistake: whoever says that money came is believed. */
const trusting: NonNullable<Parameters<typeof openPaymentWorld>[1]> = async (platform, params) => {
  const answer = { RspCode: '00' as const, Message: 'Confirm Success' }
  const amountVnd = Number(params['vnp_Amount']) / 100
  const transactionNo = params['vnp_TransactionNo'] ?? '0'
  if (params['vnp_ResponseCode'] !== '00' || !(amountVnd > 0)) return { answer, attempt: undefined }
  await platform.work(actor, async (work) => {
    const attempt = await findAttemptByReference(work, params['vnp_TxnRef'] ?? '')
    if (!attempt) return
    const queryId = newId()
    await saveQuery(work, { id: queryId, attemptId: attempt.id, refundId: null, kind: 'payment' })
    await saveQueryAnswer(work, { queryId, result: 'paid', code: '00', exchangeId: null, rawHash: null })
    await applyAnswer(work, attempt, { kind: 'paid', txnRef: attempt.txnRef, transactionNo, amountVnd, paidAt: work.now }, { by: 'query', queryId })
  })
  return { answer, attempt: undefined }
}
