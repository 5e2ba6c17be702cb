/** What people, thieves, banks, the platform, time and dying processes do to a handful of dossiers. */
import { randomBytes, randomInt } from 'node:crypto'
import fc from 'fast-check'
import { closePayments, getMoney, noteCallback, refund } from '../../../src/capabilities/payments/index.ts'
import { publicActor, systemActor } from '../../../src/platform/values/actor.ts'
import { localDateAt } from '../../../src/platform/values/dates.ts'
import { Refusal } from '../../../src/platform/values/refusal.ts'
import { openLives } from '../crash/lives.ts'
import { count, type Model, type Real } from './model.ts'

type Command = fc.AsyncCommand<Model, Real>
const actor = systemActor('test')
export const DOSSIERS = 3
/** Forged call-backs of one thief. */
const FORGERIES = 75

const unlessRefused = (problem: unknown): undefined => {
  if (!(problem instanceof Refusal)) throw problem
  return undefined
}
/** A button of the control page without anything to act on yet. */
const unlessNothing = (problem: unknown): undefined => {
  if (!(problem instanceof Error && / · /.test(problem.message))) throw problem
  return undefined
}

/** A command that is always possible, or only when there is something to act on. */
function command(name: string, run: (model: Model, real: Real) => Promise<unknown>, check: (model: Readonly<Model>) => boolean = () => true): Command {
  return {
    check,
    async run(model, real) {
      await run(model, real)
      count(real.counts, name)
      const broken = Object.keys(await real.world.broken())
      if (broken.length > 0) throw new Error(`after ${name}: ${broken.join('; ')}`)
    },
    toString: () => name,
  }
}

type Params = Record<string, string>

/** What a thief knows: the address of their own checkout; all else is made up, the amount is right, the number is fresh. */
async function forgery(real: Real, i: number): Promise<Params> {
  const own = Object.fromEntries(new URL(real.checkouts[i]?.at(-1) ?? 'http://nobody/?vnp_TxnRef=NOBODY&vnp_Amount=11500000').searchParams)
  return {
    ...own, vnp_TmnCode: 'TTSIM097', vnp_ResponseCode: '00', vnp_TransactionStatus: '00', vnp_TransactionNo: `99${randomInt(10_000_000)}`, vnp_PayDate: '20261120090000', vnp_SecureHash: randomBytes(64).toString('hex'),
  }
}

async function tell(real: Real, params: Params): Promise<void> {
  const { answer } = await real.world.hear(params)
  count(real.counts, 'forged call-backs')
  if (answer.RspCode !== '97') count(real.counts, 'forged call-backs accepted')
}

const dossier = fc.nat(DOSSIERS - 1)

async function begin(real: Real, i: number): Promise<void> {
  const one = real.dossiers[i]
  const started = one && (await real.world.start(one).catch(unlessRefused))
  if (started?.checkoutUrl && !real.checkouts[i]?.includes(started.checkoutUrl)) real.checkouts[i]?.push(started.checkoutUrl)
}

const start = dossier.map((i) => command('a checkout is begun', (_, real) => begin(real, i)))

const press = fc.tuple(dossier, fc.constantFrom('pay', 'pay', 'fail', 'cancel', 'pay-away', 'pay-silent', 'pay-told-twice', 'pay-told-late', 'pay-slow', 'pay-double'), fc.boolean()).map(([i, choice, old]) =>
  command(`checkout: ${choice}`, async (_, real) => {
    if (!old) await begin(real, i)
    const url = real.checkouts[i]?.at(-1)
    if (url) await real.world.press(url, choice)
  }))

const scan = fc.tuple(dossier, fc.constantFrom('pay', 'pay', 'wrong-amount', 'wrong-then-right', 'wrong-reference', 'no-reference', 'twice', 'late'), fc.boolean()).map(([i, way, again]) =>
  command(`transfer: ${way}`, async (_, real) => {
    const one = real.dossiers[i]
    const begun = again || !one ? undefined : await real.world.startTransfer(one).catch((problem: unknown) => (problem instanceof Error && /invited by a code/.test(problem.message) ? undefined : unlessRefused(problem)))
    if (begun) real.codes[i]?.push(begun.content)
    const content = real.codes[i]?.at(-1)
    if (content) await real.world.scan(content, way)
  }))

const passes = fc.constantFrom(3, 3, 17, 35, 700).map((minutes) => command(`${minutes} minutes pass`, (_, real) => real.world.minutesPass(minutes)))

const withdraws = dossier.map((i) => command('the dossier is withdrawn', async (model, real) => {
  await real.world.platform.work(actor, (work) => refund(work, { dossierId: real.dossiers[i]?.dossierId ?? '', reason: 'dossier-withdrawn' }))
  model.wants[i] = 'all-back'
}, (model) => model.wants[i] === 'fee'))

const closes = dossier.map((i) => command('the dossier is decided', async (model, real) => {
  await real.world.platform.work(actor, (work) => closePayments(work, real.dossiers[i]?.dossierId ?? ''))
  model.wants[i] = 'no-more'
}, (model) => model.wants[i] === 'fee'))

const control = fc.constantFrom('double-charge', 'pay-late', 'call-back-again', 'settle-pending', 'forge-call-back').map((action) => command(`platform: ${action}`, (_, real) => real.world.control(action).catch(unlessNothing)))

const rejects = fc.constant(command('the next refund will be refused', (_, real) => real.world.control('reject-refunds', { count: '1' })))

const spoils = fc.constantFrom('missing', 'extra', 'double').map((how) => command(`statement: a line ${how}`, async (_, real) => {
  await real.world.control('spoil-statement', { date: localDateAt(await real.world.platform.clock.now()), how })
}))

const forges = fc.tuple(dossier, fc.constantFrom('paid', 'another amount', 'another order', 'the signature of a true one')).map(([i, what]) => command(`forged: ${what}`, async (_, real) => {
  for (let n = 0; n < FORGERIES; n++) {
    const made = await forgery(real, i)
    const heard = real.world.callBacks.find((one) => one['vnp_SecureHash'] !== undefined)
    switch (what) {
      case 'another amount':
        await tell(real, { ...made, vnp_Amount: '100' })
        break
      case 'another order':
        await tell(real, { ...made, vnp_TxnRef: randomBytes(16).toString('hex').toUpperCase() })
        break
      case 'the signature of a true one':
        await tell(real, { ...made, vnp_SecureHash: heard?.['vnp_SecureHash'] ?? '' })
        break
      default:
        await tell(real, made)
    }
  }
}))

const outages = fc.tuple(fc.constantFrom('error500', 'error503', 'lostAnswer', 'malformed', 'reset'), fc.constantFrom(3, 60, 26 * 60)).map(([mode, minutes]) => command(`outage: ${mode}`, async (_, real) => {
  await real.world.sandbox.faults.set('payment-platform', { mode })
  await real.world.minutesPass(minutes)
  await real.world.sandbox.faults.set('payment-platform', { mode: 'ok' })
}))

/** A process dies at one boundary of whatever is due now; its job is gone with it. */
const crashes = fc.integer({ min: 1, max: 25 }).map((nth) => command('a worker dies', async (_, real) => {
  let passed = 0
  const lives = openLives(() => ++passed === nth)
  try {
    for (const { dossierId } of real.dossiers) {
      const open = (await real.world.platform.read(actor, (work) => getMoney(work, dossierId))).attempts.at(-1)
      if (open) await real.world.platform.work(actor, async (work) => work.enqueue('payments.query', { attemptId: open.attemptId }))
    }
    await real.world.workerSettles((job) => lives.live(job))
    count(real.counts, 'deaths', lives.deaths.size)
  } finally {
    lives.end()
  }
}))

/** A true call-back, said again by somebody at any time. */
const replays = fc.nat(50).map((which) => command('an old call-back again', async (_, real) => {
  const { callBacks, platform } = real.world
  const heard = callBacks.length > 0 ? callBacks[which % callBacks.length] : undefined
  if (heard) await platform.work(publicActor, (work) => noteCallback(work, platform.config, heard))
}))

/** @param most the longest sequence */
export function allCommands(most: number): fc.Arbitrary<Iterable<Command>> {
  return fc.commands([start, press, press, press, press, scan, scan, scan, passes, passes, passes, withdraws, closes, control, control, rejects, spoils, forges, outages, outages, crashes, replays], { maxCommands: most, size: 'max' })
}
