import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer } from '../../src/platform/http/server.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { registerMetrics } from '../../src/web/machine/metrics.ts'
import { paths } from '../../src/web/paths.ts'
import { openTestPlatform, type TestPlatform } from '../support/database.ts'
import { read } from './source.ts'

interface Alert {
  readonly name: string
  readonly expr: string
  readonly runbook: string
}

const alerts: Alert[] = read('docs/alerts.yml').split('      - alert: ').slice(1).map((text) => ({
  name: /^\w+/.exec(text)?.[0] ?? '', expr: /^ {8}expr: (.+)$/m.exec(text)?.[1] ?? '', runbook: /runbook: "([^"]+)"/.exec(text)?.[1] ?? '',
}))

let platform: TestPlatform
let figures: string

beforeAll(async () => {
  platform = await openTestPlatform()
  const app = await createServer(platform)
  const assets = { stylesheet: '/tai-san/test.css' }
  registerMetrics(app, { platform, assets: { citizen: assets, staff: assets } })
  platform.metrics.watchProcess()
  await platform.work(systemActor('test'), async (work) => work.announce('operations.parked', { system: 'post' }))
  figures = (await app.inject({ url: paths.metrics() })).body
  await app.close()
})
afterAll(() => platform[Symbol.asyncDispose]())

/** Metrics that the collector makes itself. */
const OWN = ['up']

/** The figures that an expression names: what looks like one and is neither a function, a word of the language nor a label. */
function figuresOf(expr: string): string[] {
  const bare = expr.replace(/\{[^}]*\}|\[[^\]]*\]|\b(by|on|without|ignoring) \([^)]*\)|"[^"]*"/g, ' ')
  return [...bare.matchAll(/\b([a-z_]\w*)\b(?!\s*\()/g)].map(([, name]) => name ?? '').filter((name) => !['by', 'on', 'unless', 'and', 'or', 'sum', 'e'].includes(name))
}

test('there are alerts, each with an expression and its own name', () => {
  expect(alerts.length).toBeGreaterThan(10)
  expect(new Set(alerts.map(({ name }) => name)).size).toBe(alerts.length)
  expect(alerts.filter(({ expr }) => expr === '')).toEqual([])
})

test('every alert names figures that the service gives', () => {
  const given = new Set([...figures.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name))
  const unknown = alerts.flatMap(({ name, expr }) => figuresOf(expr).filter((figure) => !OWN.includes(figure) && !given.has(figure) && !given.has(figure.replace(/_(count|sum|bucket)$/, ''))).map((figure) => `${name}: ${figure}`))
  expect(unknown).toEqual([])
  expect(alerts.filter(({ expr }) => figuresOf(expr).length === 0)).toEqual([])
})

test('every alert has a runbook of its name, and every runbook its alert', () => {
  const headings = [...read('docs/runbooks.md').matchAll(/^## (\w+)$/gm)].map(([, heading]) => heading)
  expect(headings).toEqual(alerts.map(({ name }) => name))
  for (const { name, runbook } of alerts) expect(runbook).toBe(`docs/runbooks.md#${name.toLowerCase()}`)
})
