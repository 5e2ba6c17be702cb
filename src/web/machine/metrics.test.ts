import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { patient } from '../../platform/background/jobs.ts'
import { createServer } from '../../platform/http/server.ts'
import { OutsideFailure } from '../../platform/outside/call.ts'
import { nameProcess } from '../../platform/observability/shown-metrics.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { paths } from '../paths.ts'
import { registerEndings } from '../public/endings/endings.tsx'
import { registerPublic } from '../public/index.ts'
import { registerMetrics } from './metrics.ts'

let platform: TestPlatform
let app: FastifyInstance

async function serve(over: TestPlatform): Promise<FastifyInstance> {
  const server = await createServer(over)
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform: over, assets: { citizen: assets, staff: assets } }
  registerEndings(server, web)
  registerPublic(server, web)
  registerMetrics(server, web)
  return server
}

beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T05:00:00Z' })
  app = await serve(platform)
})
afterAll(async () => {
  await app.close()
  await platform[Symbol.asyncDispose]()
})

interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** Reads the text format as strictly as a collector does. @throws at a line that no collector takes */
function parseMetrics(text: string): { samples: Sample[]; types: Map<string, string> } {
  const types = new Map<string, string>()
  const samples: Sample[] = []
  for (const line of text.split('\n')) {
    const type = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line)
    if (type?.[1] && type[2]) {
      if (types.has(type[1])) throw new Error(`told twice: ${line}`)
      types.set(type[1], type[2])
    } else if (line !== '' && !line.startsWith('# HELP ')) {
      const found = /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (-?[\d.e+-]+|NaN|\+Inf|-Inf)$/.exec(line)
      if (!found?.[1]) throw new Error(`no sample: ${line}`)
      const labels = Object.fromEntries([...(found[2] ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, value]) => [key ?? '', value ?? '']))
      samples.push({ name: found[1], labels, value: Number(found[3]) })
    }
  }
  return { samples, types }
}

const figures = async () => parseMetrics((await app.inject({ url: paths.metrics() })).body)
const figureOf = async (name: string, labels: Readonly<Record<string, string>> = {}) =>
  (await figures()).samples.filter((one) => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value)).reduce<number | undefined>((sum, one) => (sum ?? 0) + one.value, undefined)

test('a collector can read every line, each figure with one type', async () => {
  platform.metrics.watchProcess()
  const { samples, types } = await figures()
  for (const name of ['toantrinh_http_request_seconds', 'toantrinh_job_seconds', 'toantrinh_outside_call_seconds', 'toantrinh_facts_total', 'toantrinh_database_connections', 'toantrinh_queue_jobs',
    'toantrinh_due_oldest_seconds', 'toantrinh_stuck_jobs', 'toantrinh_outside_breaker_open', 'toantrinh_refunds_pending', 'toantrinh_invariant_violations', 'nodejs_eventloop_lag_p99_seconds']) expect(types.has(name), name).toBe(true)
  expect(samples.length).toBeGreaterThan(50)
})

test('a request counts under the pattern of its address, never under the address itself', async () => {
  await app.inject({ url: `/kiem-tra-giay-to/${newId()}` })
  expect(await figureOf('toantrinh_http_request_seconds_count', { route: '/kiem-tra-giay-to/:code', status: '4xx' })).toBe(1)
  const routes = new Set((await figures()).samples.map(({ labels }) => labels['route']).filter(Boolean))
  expect([...routes].filter((route) => /[0-9a-f]{8}-/.test(route ?? ''))).toEqual([])
})

test('jobs count by how they ended, facts when they are committed', async () => {
  await patient(platform, 'test.good', async () => {})({ id: newId() })
  await patient(platform, 'test.out', () => Promise.reject(new OutsideFailure('post', 'timeout', 'silent')))({ id: newId() })
  await patient(platform, 'test.bad', () => Promise.reject(new Error('a bug')))({ id: newId(), attempt_: 4 })
  expect(await figureOf('toantrinh_job_seconds_count', { task: 'test.good', outcome: 'done' })).toBe(1)
  expect(await figureOf('toantrinh_job_seconds_count', { task: 'test.out', outcome: 'waiting' })).toBe(1)
  expect(await figureOf('toantrinh_job_seconds_count', { task: 'test.bad', outcome: 'stuck' })).toBe(1)
  expect(await figureOf('toantrinh_stuck_jobs')).toBe(1)
  expect(await figureOf('toantrinh_outside_waiting_jobs', { system: 'post' })).toBe(1)
  await platform.work(systemActor('test'), async (work) => work.announce('operations.parked', { system: 'post' }))
  await platform.work(systemActor('test'), async (work) => {
    work.announce('operations.parked', { system: 'post' })
    throw new Error('undone')
  }).catch(() => undefined)
  expect(await figureOf('toantrinh_facts_total', { kind: 'operations.parked' })).toBe(1)
})

test('the worker’s figures stand beside the web’s, and a process that is gone falls silent', async () => {
  const shown = (name: string, age: string) => platform.asOwner(`insert into platform.process_metrics (process, seen_at, metrics) values ($1, clock_timestamp() - $2::interval, $3)`,
    [name, age, JSON.stringify([{ name: 'toantrinh_facts_total', help: 'What happened', type: 'counter', aggregator: 'sum', values: [{ value: 7, labels: { kind: 'dossier.submitted', process: name } }] }])])
  const [live, dead] = [nameProcess('worker'), nameProcess('worker')]
  await shown(live, '2 seconds')
  await shown(dead, '2 minutes')
  expect(await figureOf('toantrinh_facts_total', { kind: 'dossier.submitted' })).toBe(7)
  expect(await figureOf('toantrinh_facts_total', { process: dead })).toBeUndefined()
})

test('a promise that broke at night is a figure; one that could not be asked says so', async () => {
  await platform.asOwner(`insert into platform.invariant_check (name, checked_at, broken, took_ms) values ('DEC1 one', platform.clock_now(), 3, 1), ('DEC2 "two"', platform.clock_now(), null, 1)`)
  expect(await figureOf('toantrinh_invariant_violations', { invariant: 'DEC1 one' })).toBe(3)
  expect(await figureOf('toantrinh_invariant_violations', { invariant: String.raw`DEC2 \"two\"` })).toBe(-1)
})

test('without a token only this machine reads them, not who comes through a proxy', async () => {
  expect((await app.inject({ url: paths.metrics() })).statusCode).toBe(200)
  expect((await app.inject({ url: paths.metrics(), remoteAddress: '192.0.2.7' })).statusCode).toBe(404)
  expect((await app.inject({ url: paths.metrics(), headers: { 'x-forwarded-for': '192.0.2.7' } })).statusCode).toBe(404)
})

test('with a token who shows it reads them, from anywhere, and nobody else', async () => {
  await using guarded = await openTestPlatform({ env: { METRICS_TOKEN: 'a-token-of-sixteen' } })
  const server = await serve(guarded)
  const ask = async (authorization: string) => (await server.inject({ url: paths.metrics(), remoteAddress: '192.0.2.7', headers: { authorization } })).statusCode
  expect([await ask('Bearer a-token-of-sixteen'), await ask('Bearer a-token-of-sixteeN'), await ask('')]).toEqual([200, 404, 404])
  expect((await server.inject({ url: paths.metrics() })).statusCode).toBe(404)
  await server.close()
})
