/** A service that takes payments, the simulated platform, one clock for both, and a worker that runs what is due. */
import { createServer } from 'node:http'
import { vi } from 'vitest'
import { type Return, returns, type Transfer, transfers } from '../../sandbox/payment-platform/bank/books.ts'
import { system } from '../../sandbox/payment-platform/system.ts'
import { type Sandbox, startSandbox } from '../../sandbox/start.ts'
import { type AttemptRequest, invariants, jobs, noteCallback, type StartedAttempt, startAttempt } from '../../src/capabilities/payments/index.ts'
import { patient } from '../../src/platform/background/jobs.ts'
import { sweepDue } from '../../src/platform/background/sweep.ts'
import { publicActor, systemActor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { openTestPlatform, type TestPlatform } from './database.ts'

export interface PaymentWorld extends AsyncDisposable {
  readonly platform: TestPlatform
  readonly sandbox: Sandbox
  newDossier(): Pick<AttemptRequest, 'dossierId' | 'personId'>
  start(dossier: Pick<AttemptRequest, 'dossierId' | 'personId'>, amountVnd?: number): Promise<StartedAttempt>
  /** Opens the checkout as a browser does and presses a button. @returns where the browser is sent, if anywhere */
  press(checkoutUrl: string, choice: string): Promise<URL | undefined>
  /** Begins to pay by a transfer. @returns what stands in the code to scan */
  startTransfer(dossier: Pick<AttemptRequest, 'dossierId' | 'personId'>, amountVnd?: number): Promise<{ attemptId: string; content: string; reference: string }>
  /** Scans a code with the banking app and presses a button there. */
  scan(content: string, choice: string): Promise<void>
  /** What the bank did: transfers to us and their way back. */
  bank(): Promise<{ transfers: Transfer[]; returns: Return[] }>
  /** Presses a button of the sandbox's control page. */
  control(action: string, input?: Record<string, string>): Promise<string>
  /** Runs every job that is due, and what they make due. */
  workerSettles(life?: Life): Promise<void>
  /** Moves the clock and runs what became due. */
  minutesPass(minutes: number): Promise<void>
  /** The rows that break a promise about money, by name of the promise. */
  broken(): Promise<Record<string, unknown[]>>
  /** Our ledger by account, in đồng. `platform`: received minus returned. */
  ledgerTotals(): Promise<Readonly<Record<string, number>>>
  /** What the platform's own books say. */
  books(): Promise<{ charges: number; chargedVnd: number; refunds: number; refundedVnd: number; refundsWaiting: number }>
  facts(dossierId: string): Promise<string[]>
  /** Says something at the address for call-backs. */
  hear(params: Record<string, string>): Promise<Heard>
  /** Parameters of every call-back that reached us. */
  readonly callBacks: Record<string, string>[]
}

const actor = systemActor('test')

/** How a job is lived through: to its end, or not. */
type Life = (job: () => Promise<unknown>) => Promise<unknown>

type Heard = Awaited<ReturnType<typeof noteCallback>>
type Ear = (platform: TestPlatform, params: Record<string, string>) => Promise<Heard>

/** What the service does with a call-back. */
const note: Ear = (platform, params) => platform.work(publicActor, (work) => noteCallback(work, platform.config, params))

/** Opens the world. @param at what the clock shows @param hear what is done with a call-back; a control may put a mistake there */
export async function openPaymentWorld(at = '2026-11-20T02:00:00Z', hear: Ear = note): Promise<PaymentWorld> {
  const port = await freePort()
  const platform = await openTestPlatform({ at, env: { PAYMENT_PLATFORM_URL: `http://127.0.0.1:${port}/pay`, PUBLIC_URL: 'http://127.0.0.1:3000' } })
  let clock = new Date(at)
  const callBacks: Record<string, string>[] = []
  const web = createServer((request, response) => {
    const params = Object.fromEntries(new URL(request.url ?? '/', 'http://web').searchParams)
    callBacks.push(params)
    hear(platform, params).then(
      (noted) => response.setHeader('content-type', 'application/json').end(JSON.stringify(noted.answer)),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((done) => { web.listen(0, '127.0.0.1', done) })
  const address = web.address()
  const webUrl = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  const sandbox = await startSandbox({ port, systems: [system], demo: false, clockDatabaseUrl: platform.url, webUrl })

  const world: PaymentWorld = {
    platform, sandbox, callBacks,
    hear: (params) => hear(platform, params),
    newDossier: () => ({ dossierId: newId(), personId: newId() }),
    start: (dossier, amountVnd = 115_000) => platform.work(actor, (work) => startAttempt(work, platform.config, { ...dossier, amountVnd, authorityCode: 'A024', orderInfo: 'Lệ phí TT-7K4M-29QX' })),
    async startTransfer(dossier, amountVnd = 115_000) {
      const { attemptId, invitation } = await platform.work(actor, (work) => startAttempt(work, platform.config, { ...dossier, amountVnd, authorityCode: 'A024', orderInfo: 'Lệ phí TT-7K4M-29QX', method: 'vietqr' }))
      if (invitation.kind !== 'qr') throw new Error('a transfer is invited by a code')
      return { attemptId, content: invitation.content, reference: invitation.reference }
    },
    async scan(content, choice) {
      const address = `${sandbox.url}/pay/ngan-hang`
      const page = await fetch(`${address}?${new URLSearchParams({ qr: content })}`)
      if (!page.ok) throw new Error(`the banking app cannot read the code: ${page.status}`)
      const sent = await fetch(address, { method: 'POST', body: new URLSearchParams({ qr: content, choice }) })
      if (!sent.ok) throw new Error(`the banking app did not send: ${sent.status}`)
    },
    async bank() {
      const box = sandbox.boxOf('payment-platform')
      return { transfers: await transfers(box).list(), returns: await returns(box).list() }
    },
    async press(checkoutUrl, choice) {
      const page = await (await fetch(checkoutUrl)).text()
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
      const response = await fetch(`${sandbox.url}/pay/paymentv2/checkout`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ txnRef: field('txnRef'), ticket: field('ticket'), choice }) })
      const location = response.headers.get('location')
      return location ? new URL(location) : undefined
    },
    async control(id, input = {}) {
      const action = system.control?.actions.find((candidate) => candidate.id === id)
      if (!action) throw new Error(`no control action ${id}`)
      return action.run(sandbox.boxOf('payment-platform'), input)
    },
    async workerSettles(life = (job) => job()) {
      for (let round = 0; round < 50; round++) {
        await sweepDue(platform.pool)
        const taken = await platform.asOwner<{ task: string; payload: unknown }>(`with gone as (delete from graphile_worker._private_jobs returning task_id, payload)
          select t.identifier as task, g.payload from gone g join graphile_worker._private_tasks t on t.id = g.task_id`)
        if (taken.length === 0) return
        for (const { task, payload } of taken) {
          const job = jobs[task]
          if (job) await life(() => patient(platform, task, job)(payload))
        }
      }
      throw new Error('the worker never comes to rest')
    },
    async minutesPass(minutes) {
      clock = new Date(clock.getTime() + minutes * 60_000)
      // Moved by the side that keeps the longer copy; ours is a moment old at most.
      if (minutes > 0) await sandbox.clock.moveTo(clock)
      await vi.waitUntil(async () => (await platform.clock.now()) >= clock, { interval: 2, timeout: 5_000 })
      await sandbox.tick()
      await world.workerSettles()
    },
    async broken() {
      const found: Record<string, unknown[]> = {}
      for (const [name, query] of Object.entries(invariants)) {
        const rows = await platform.asOwner(query.text, query.values)
        if (rows.length > 0) found[name] = rows
      }
      return found
    },
    async ledgerTotals() {
      const rows = await platform.asOwner<{ account: string; total: string }>('select account, sum(amount_vnd) as total from payments.ledger_entry group by account')
      return Object.fromEntries(rows.map((row) => [row.account, Number(row.total)]))
    },
    books: async () => (await fetch(`${sandbox.url}/pay/books`)).json(),
    async facts(dossierId) {
      const rows = await platform.asOwner<{ kind: string }>(`select kind from platform.fact where payload->>'dossierId' = $1 order by sequence`, [dossierId])
      return rows.map((row) => row.kind)
    },
    async [Symbol.asyncDispose]() {
      await sandbox.close()
      web.closeAllConnections()
      web.close()
      await platform[Symbol.asyncDispose]()
    },
  }
  return world
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => { probe.listen(0, '127.0.0.1', done) })
  const address = probe.address()
  await new Promise<void>((done) => { probe.close(() => done()) })
  return address && typeof address === 'object' ? address.port : 0
}
