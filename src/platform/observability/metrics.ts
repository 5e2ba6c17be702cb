/**
 * What one process counts, in words that name no person: routes by pattern, tasks, systems, kinds of facts.
 * A registry a process, never the library's global one: two platforms in one program must not count together.
 */
import type pg from 'pg'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** `waiting`: an outage, tried again later. `stuck`: given to a person. */
export type JobOutcome = 'done' | 'waiting' | 'failed' | 'stuck'
export type CallOutcome = 'value' | 'absent' | 'unavailable'

export interface Metrics {
  readonly registry: Registry
  /** A request was answered. @param route the pattern, never the address: addresses hold ids */
  answered(request: { readonly method: string; readonly route: string | undefined; readonly status: number }, seconds: number): void
  jobEnded(task: string, outcome: JobOutcome, seconds: number): void
  called(system: string, outcome: CallOutcome, seconds: number): void
  announced(kinds: readonly string[]): void
  /** Also counts what is the process's own: memory, processor, delay of the event loop. Once a process, at its start. */
  watchProcess(): void
}

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const CALL_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const JOB_BUCKETS = [0.01, 0.05, 0.25, 1, 5, 15, 60]

/** @param process its name beside every figure, such as 'worker-3f2a' */
export function createMetrics(process: string, pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ process })
  const registers = [registry]
  const requests = new Histogram({ name: 'toantrinh_http_request_seconds', help: 'Requests by route pattern, and how long the answer took', labelNames: ['method', 'route', 'status'], buckets: REQUEST_BUCKETS, registers })
  const jobs = new Histogram({ name: 'toantrinh_job_seconds', help: 'Jobs by task and outcome; waiting: an outage, tried again later; stuck: waits for a person', labelNames: ['task', 'outcome'], buckets: JOB_BUCKETS, registers })
  const calls = new Histogram({ name: 'toantrinh_outside_call_seconds', help: 'Calls to outside systems by outcome; unavailable is neither yes nor no', labelNames: ['system', 'outcome'], buckets: CALL_BUCKETS, registers })
  const facts = new Counter({ name: 'toantrinh_facts_total', help: 'What happened, by kind of fact; dossier.submitted counts filings', labelNames: ['kind'], registers })
  new Gauge({
    name: 'toantrinh_database_connections', help: 'Connections of the pool; waiting counts requests for one', labelNames: ['state'], registers,
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  return {
    registry,
    answered({ method, route, status }, seconds) {
      requests.observe({ method, route: route ?? 'none', status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    jobEnded: (task, outcome, seconds) => jobs.observe({ task, outcome }, seconds),
    called: (system, outcome, seconds) => calls.observe({ system, outcome }, seconds),
    announced(kinds) {
      for (const kind of kinds) facts.inc({ kind })
    },
    watchProcess: () => collectDefaultMetrics({ register: registry }),
  }
}
