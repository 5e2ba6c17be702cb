import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPaymentWorld, type PaymentWorld } from '../../../test/support/payment-world.ts'
import { publicActor, systemActor } from '../../platform/values/actor.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { closePayments, getMoney, noteCallback, refund, schedulePayments } from './index.ts'

const actor = systemActor('test')

/** What people, thieves, the platform and time do to one dossier. */
type Command =
  | { readonly do: 'pay'; readonly choice: string }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'forge' | 'replay-changed' | 'withdraw' | 'close' | 'double-charge' | 'pay-late' | 'call-back-again' | 'reject-refund' | 'outage' }

const commands: fc.Arbitrary<Command[]> = fc.array(fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pay' as const), choice: fc.constantFrom('pay', 'fail', 'cancel', 'pay-away', 'pay-silent', 'pay-told-twice', 'pay-told-late', 'pay-slow', 'pay-double') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(3, 17, 700) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('forge' as const, 'replay-changed' as const, 'withdraw' as const, 'close' as const, 'double-charge' as const, 'pay-late' as const, 'call-back-again' as const, 'reject-refund' as const, 'outage' as const) }) },
), { minLength: 2, maxLength: 9 })

const unlessRefused = (problem: unknown) => {
  if (!(problem instanceof Refusal)) throw problem
}
/** A control action without anything to act on yet. */
const unlessNothing = (problem: unknown) => {
  if (!(problem instanceof Error && / · /.test(problem.message))) throw problem
}

async function run(world: PaymentWorld, dossier: { dossierId: string; personId: string }, command: Command): Promise<void> {
  const { platform } = world
  switch (command.do) {
    case 'pay':
      return world.start(dossier).then(async ({ checkoutUrl }) => { await world.press(checkoutUrl, command.choice) }, unlessRefused)
    case 'pass':
      return world.minutesPass(command.minutes)
    case 'forge':
      return void await world.control('forge-call-back').catch(unlessNothing)
    case 'replay-changed': {
      const heard = world.callBacks.at(-1)
      if (!heard) return
      const noted = await platform.work(publicActor, (work) => noteCallback(work, platform.config, { ...heard, vnp_Amount: '1', vnp_TransactionStatus: '00', vnp_ResponseCode: '00' }))
      expect(noted.answer.RspCode).toBe('97')
      return
    }
    case 'withdraw':
      return void await platform.work(actor, (work) => refund(work, { dossierId: dossier.dossierId, reason: 'dossier-withdrawn' }))
    case 'close':
      return platform.work(actor, (work) => closePayments(work, dossier.dossierId))
    case 'double-charge':
    case 'pay-late':
    case 'call-back-again':
      return void await world.control(command.do).catch(unlessNothing)
    case 'reject-refund':
      return void await world.control('reject-refunds', { count: '1' })
    case 'outage':
      await world.sandbox.faults.set('payment-platform', { mode: 'error500' })
      await world.minutesPass(3)
      await world.sandbox.faults.set('payment-platform', { mode: 'ok' })
  }
}

test('whatever people, thieves, the platform and time do: the fee is taken at most once and everything else goes back (R7)', { timeout: 180_000 }, async () => {
  await using world = await openPaymentWorld()
  await world.platform.work(actor, async (work) => schedulePayments(work))
  await world.workerSettles()
  await fc.assert(fc.asyncProperty(commands, async (sequence) => {
    const dossier = world.newDossier()
    for (const command of sequence) {
      await run(world, dossier, command)
      expect(await world.broken()).toEqual({})
    }
    await world.control('reject-refunds', { count: '0' })
    for (const minutes of [24 * 60, 24 * 60, 30, 30]) await world.minutesPass(minutes)
    expect(await world.broken()).toEqual({})
    const money = await world.platform.read(actor, (work) => getMoney(work, dossier.dossierId))
    expect(money.attempts.filter((a) => a.state === 'started' || a.state === 'pending')).toEqual([])
    expect(money.charges.filter((c) => !c.isSurplus).length).toBeLessThanOrEqual(1)
    expect((await world.facts(dossier.dossierId)).filter((kind) => kind === 'payment.settled').length).toBeLessThanOrEqual(1)
    const books = await world.books()
    const totals = await world.ledgerTotals()
    expect(totals['platform'] ?? 0).toBe(books.chargedVnd - books.refundedVnd)
    expect(books.refundsWaiting).toBe(0)
  }), { numRuns: 12 })
})
