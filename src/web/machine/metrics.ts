/** The figures of the service for a machine that collects them: what processes counted, and what the database holds now. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Gauge, Registry } from 'prom-client'
import { sumMoney } from '../../capabilities/payments/index.ts'
import { countOpen } from '../../dossiers/index.ts'
import { readLag } from '../../observers/audit/index.ts'
import type { Config } from '../../platform/config.ts'
import { listPromiseChecks } from '../../platform/observability/invariant-check.ts'
import { metricsText } from '../../platform/observability/shown-metrics.ts'
import { readQueue } from '../../platform/observability/state.ts'
import { listSourceHealth } from '../../platform/outside/source-health.ts'
import { systemActor } from '../../platform/values/actor.ts'
import type { Work } from '../../platform/work.ts'
import { paths } from '../paths.ts'
import type { Web } from '../request.ts'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

export function registerMetrics(app: FastifyInstance, { platform }: Web): void {
  const state = createState(platform.config)
  app.get(paths.metrics(), async (request, reply) => {
    if (!mayRead(platform.config, request)) return reply.callNotFound()
    await platform.read(systemActor('metrics'), state.read)
    return reply.type(state.registry.contentType).send(await metricsText(platform, platform.process, state.registry))
  })
}

/** With a token: who sends it. Without one: this machine only and not through a proxy; in production nobody. */
function mayRead({ metricsToken, simulation }: Config, request: FastifyRequest): boolean {
  if (metricsToken === undefined) return simulation && LOOPBACK.test(request.socket.remoteAddress ?? '') && !('x-forwarded-for' in request.headers || 'forwarded' in request.headers)
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${metricsToken}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Gauges read anew each time somebody asks; labels that are gone do not linger. */
function createState({ audit }: Config): { registry: Registry; read: (work: Work) => Promise<void> } {
  const registry = new Registry()
  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name: `toantrinh_${name}`, help, labelNames, registers: [registry] })
  const jobs = gauge('queue_jobs', 'Jobs in the queue by task; running ones are being done', ['task', 'state'])
  const due = gauge('due_jobs', 'Work for later: now means that its time has come', ['when'])
  const oldestDue = gauge('due_oldest_seconds', 'How long the oldest work is over its time, by the shown clock')
  const stuck = gauge('stuck_jobs', 'Jobs that failed five times and wait for a person')
  const alarms = gauge('alarms_open', 'What a person must look into, as an answer about somebody else')
  const up = gauge('outside_up', 'Whether an outside system answers: 1 yes, 0 no; absent while nobody has asked', ['system'])
  const breaker = gauge('outside_breaker_open', 'The breaker of an outside system: 0 closed, 1 open or trying', ['system'])
  const parked = gauge('outside_parked', 'Whether an operator parked the system', ['system'])
  const waiting = gauge('outside_waiting_jobs', 'Jobs that wait for an outside system', ['system'])
  const oldest = gauge('outside_oldest_wait_seconds', 'How long the oldest job waits for an outside system, by the shown clock', ['system'])
  const available = gauge('outside_available_ratio', 'Share of the last day without an outage', ['system'])
  const open = gauge('dossiers_open', 'Open dossiers by who is waited for', ['owner'])
  const overdue = gauge('dossiers_overdue', 'Open dossiers beyond their appointed date')
  const refunds = gauge('refunds_pending', 'Refunds under way: all, and those beyond our own deadline', ['state'])
  const discrepancies = gauge('discrepancies_open', 'Disagreements with the payment platform that a person must resolve')
  const unknown = gauge('payments_unknown', 'Payment attempts that are neither paid, failed nor missing yet')
  const broken = gauge('invariant_violations', 'Rows that broke a promise at the last nightly look; -1 when it could not be asked', ['invariant'])
  const looked = gauge('invariants_checked_timestamp_seconds', 'When the promises were looked at last, by the shown clock')
  const shown = gauge('shown_time_seconds', 'The shown clock, which every wait and every nightly look goes by')
  const unsealed = gauge('log_oldest_unsealed_seconds', 'How long the oldest event or fact waits for its place in the sealed log, by the shown clock')
  const unwitnessed = gauge('log_unwitnessed_seconds', 'How long checkpoints of the log have had no signature of a witness; 0 where the settings name no witness')
  const sealedAt = gauge('log_last_checkpoint_timestamp_seconds', 'When the newest checkpoint of the log was signed, by the shown clock; absent before the first', ['log'])
  const stampedAt = gauge('log_last_stamp_timestamp_seconds', 'What the newest stamp of time on the log says; absent before the first', ['log'])
  const unstamped = gauge('log_unstamped_seconds', 'How long checkpoints of the log have had no stamp of a time-stamp authority, by the shown clock')
  const stampFailing = gauge('log_stamp_failing_seconds', 'How long stamping has failed, by the shown clock; 0 while it works')
  const signingHeld = gauge('signing_held', 'Whether no decision is signed, since stamping failed for longer than is tolerated: 1 yes, 0 no')
  const labelled = [sealedAt, stampedAt, jobs, up, breaker, parked, waiting, oldest, available, open, broken]
  return {
    registry,
    async read(work) {
      const [queue, sources, promises, dossiers, money, lag] = await Promise.all([readQueue(work), listSourceHealth(work), listPromiseChecks(work), countOpen(work), sumMoney(work), readLag(work)])
      for (const one of labelled) one.reset()
      shown.set(work.now.getTime() / 1000)
      for (const one of queue.tasks) {
        jobs.set({ task: one.task, state: 'waiting' }, one.waiting)
        jobs.set({ task: one.task, state: 'running' }, one.running)
      }
      due.set({ when: 'now' }, queue.dueNow)
      due.set({ when: 'later' }, queue.dueLater)
      oldestDue.set(queue.oldestDueSeconds)
      stuck.set(queue.stuck)
      alarms.set(queue.alarms)
      for (const { system, ...source } of sources) {
        if (source.state !== 'unknown') up.set({ system }, source.state === 'down' || source.state === 'parked' ? 0 : 1)
        breaker.set({ system }, source.breaker === 'closed' ? 0 : 1)
        parked.set({ system }, source.state === 'parked' ? 1 : 0)
        waiting.set({ system }, source.waiting)
        oldest.set({ system }, source.oldestWaitingSince ? Math.max(0, (work.now.getTime() - source.oldestWaitingSince.getTime()) / 1000) : 0)
        if (source.available24h !== null) available.set({ system }, source.available24h)
      }
      for (const { owner, dossiers: n } of dossiers.owners) open.set({ owner }, n)
      overdue.set(dossiers.overdue)
      refunds.set({ state: 'all' }, money.refundsPending)
      refunds.set({ state: 'overdue' }, money.refundsOverdue)
      discrepancies.set(money.discrepanciesOpen)
      unsealed.set(lag.seconds)
      unwitnessed.set(audit.witnesses.length > 0 ? lag.unwitnessedSeconds : 0)
      if (lag.sealed) sealedAt.set({ log: audit.origin }, lag.sealed.at.getTime() / 1000)
      if (lag.stamped) stampedAt.set({ log: audit.origin }, lag.stamped.at.getTime() / 1000)
      unstamped.set(lag.unstampedSeconds)
      stampFailing.set(lag.failing ? Math.max(0, (work.now.getTime() - lag.failing.since.getTime()) / 1000) : 0)
      signingHeld.set(lag.held ? 1 : 0)
      unknown.set(money.attemptsUnknown)
      for (const promise of promises) broken.set({ invariant: promise.name }, promise.broken ?? -1)
      const last = Math.max(0, ...promises.map(({ checkedAt }) => checkedAt.getTime()))
      if (last > 0) looked.set(last / 1000)
    },
  }
}
