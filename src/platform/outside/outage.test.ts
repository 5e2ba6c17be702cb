/** An outside system fails: nobody storms it, nobody is forgotten, and when it is back the queue goes on by itself (P1). */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { SandboxSystem } from '../../../sandbox/kit/index.ts'
import { openOutsideWorld, type OutsideWorld } from '../../../test/support/outside-world.ts'
import { sweepDue } from '../background/sweep.ts'
import { systemActor } from '../values/actor.ts'
import { newId } from '../values/ids.ts'
import { createSample } from './breaker.ts'
import { askLookup, findLookup, lookupJobs, type LookupSource } from './lookups.ts'
import { sourceSettings } from './settings.ts'
import { listSourceHealth, listWaiting, park, retryAll, retryOne, unpark } from './source-health.ts'

const actor = systemActor('test')
const { breaker, ratePerSecond } = sourceSettings.violations

/** A register that answers after a moment and remembers who asked, in their order. */
const met: string[] = []
/** Seconds for which it wants to be left alone. */
let patience: string | undefined
let under = 0
let most = 0
const register: SandboxSystem = {
  name: 'violations', prefix: '/violations', title: { vi: 'Sổ mẫu', en: 'Model register' },
  routes(app) {
    app.post<{ Body: { who: string } }>('/ask', async (request, reply) => {
      if (patience) return reply.code(503).header('retry-after', patience).send({})
      met.push(request.body.who)
      under += 1
      most = Math.max(most, under)
      await new Promise((done) => { setImmediate(done) })
      under -= 1
      return { who: request.body.who }
    })
  },
}

/** Happens while the first answer is on its way. */
let meanwhile: (() => Promise<unknown>) | undefined

const source: LookupSource = {
  source: 'test:register', freshMinutes: 60,
  ask: async (platform, question) => {
    const answer = await platform.outside.call({ system: 'violations', purpose: 'ask', method: 'POST', path: '/ask', json: { who: question['who'] }, expect: z.object({ who: z.string() }) })
    const happens = meanwhile
    meanwhile = undefined
    await happens?.()
    return { ...answer, value: answer.value?.who }
  },
}

let world: OutsideWorld
beforeEach(async () => {
  world = await openOutsideWorld({ at: '2026-11-20T02:00:00Z', systems: [register], jobs: lookupJobs([source]) })
  met.length = 0
  most = 0
})
afterEach(() => world[Symbol.asyncDispose]())

test('a question corrected while its source is silent is asked in its new words at once, and never in the old (P1)', async () => {
  const personId = newId()
  const asks = (who: string) => world.platform.work(actor, (work) => askLookup(work, source, personId, { who }))
  await world.fault('violations', { mode: 'error503' })
  const first = await asks('mistyped')
  await world.workerSettles()
  await world.fault('violations', { mode: 'ok' })
  expect(await asks('meant')).toBe(first)
  await world.workerSettles()
  expect(met).toEqual(['meant'])
  expect(await world.platform.read(actor, (work) => findLookup(work, personId, source.source))).toMatchObject({ state: 'value', answer: 'meant' })
})

test('whoever presses "check again" all day wears out no register, and a corrected question is asked all the same (P1, TH4)', async () => {
  const personId = newId()
  const asks = async (who: string) => {
    await world.platform.work(actor, (work) => askLookup(work, source, personId, { who }, { anew: true }))
    await world.workerSettles()
  }
  for (let press = 0; press < 30; press++) await asks('binh')
  expect(met.length).toBe(12)
  await asks('binh, settled')
  expect(met.length).toBe(13)
  await world.hoursPass(1.1)
  await asks('binh, settled')
  expect(met.length).toBe(14)
})

test('a system that asks to be left alone for a week is asked again within the hour (P1)', async () => {
  const personId = newId()
  patience = '604800'
  await world.platform.work(actor, (work) => askLookup(work, source, personId, { who: 'an' }))
  await world.workerSettles()
  patience = undefined
  await world.hoursPass(1.1)
  await world.workerSettles()
  expect(await world.platform.read(actor, (work) => findLookup(work, personId, source.source))).toMatchObject({ state: 'value', answer: 'an' })
})

test('the answer to a question corrected meanwhile concludes nothing (OUT2)', async () => {
  const personId = newId()
  const asks = (who: string) => world.platform.work(actor, (work) => askLookup(work, source, personId, { who }))
  meanwhile = () => asks('meant')
  await asks('mistyped')
  await world.workerSettles()
  expect(met).toEqual(['mistyped', 'meant'])
  expect(await world.platform.read(actor, (work) => findLookup(work, personId, source.source))).toMatchObject({ state: 'value', answer: 'meant' })
  expect(await world.facts('lookup.answered')).toHaveLength(1)
})

/** People ask one after the other, a second between them. */
async function peopleAsk(count: number, name = 'person'): Promise<string[]> {
  const names = Array.from({ length: count }, (_, n) => `${name} ${String(n).padStart(2, '0')}`)
  for (const who of names) {
    await world.platform.work(actor, (work) => askLookup(work, source, newId(), { who }))
    await world.workerSettles()
    await secondsPass(1)
  }
  return names
}

async function secondsPass(seconds: number): Promise<void> {
  await world.sandbox.clock.moveTo(new Date((await world.sandbox.clock.now()).getTime() + seconds * 1000))
}

const health = async () => {
  const all = await world.platform.work(actor, listSourceHealth)
  const found = all.find((one) => one.system === 'violations')
  if (!found) throw new Error('every system is listed')
  return found
}

test('half of ten calls failing within ten seconds opens the breaker; nine calls, or old ones, do not (P1)', () => {
  const fresh = () => createSample(breaker)
  const run = (outcomes: readonly boolean[], apart = 1) => {
    const sample = fresh()
    return outcomes.map((failed, n) => sample.note(failed, n * apart)).indexOf(true)
  }
  const half = [false, false, false, false, false, true, true, true, true, true]
  expect(run(half)).toBe(9)
  expect(run(half.slice(1))).toBe(-1)
  expect(run([false, ...half.slice(0, 5), true, true, true, true])).toBe(-1)
  expect(run(half, 1_200)).toBe(-1)
})

test('while the breaker is open nobody asks; then one asks, and when that fails the others stay where they are (P1)', async () => {
  await world.fault('violations', { mode: 'error500' })
  await peopleAsk(14)
  const calls = async () => (await world.platform.asOwner<{ n: number }>('select count(*)::int as n from platform.exchange where failure is not null'))[0]?.n ?? 0
  expect(await health()).toMatchObject({ state: 'down', breaker: 'open', waiting: 14, lastError: { kind: 'error' } })
  const before = await calls()
  expect(before).toBeLessThan(30)
  await secondsPass(breaker.openMs / 1000 + 1)
  await world.workerSettles()
  expect(await calls()).toBe(before + 1)
  await secondsPass(breaker.openMs / 2000)
  await world.workerSettles()
  expect(await calls()).toBe(before + 1)
  await secondsPass(3_600)
  await world.workerSettles()
  expect(await calls()).toBe(before + 2)
})

test('of many who ask at the instant the breaker half opens, one is the probe and the others are told to come again (P1)', async () => {
  await world.fault('violations', { mode: 'error500' })
  await peopleAsk(12)
  await world.fault('violations', { mode: 'ok' })
  await secondsPass(breaker.openMs / 1000 + 1)
  const ask = (n: number) => world.platform.outside.call({ system: 'violations', purpose: 'ask', method: 'POST', path: '/ask', json: { who: String(n) }, expect: z.object({ who: z.string() }) })
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => ask(n)))
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(met).toHaveLength(1)
  expect(await health()).toMatchObject({ breaker: 'closed' })
})

test('when the source is back one call proves it, then the others go, the oldest first and never more in a second than it bears (P1)', async () => {
  await world.fault('violations', { mode: 'error503' })
  const names = await peopleAsk(25)
  await world.fault('violations', { mode: 'ok' })
  await secondsPass(breaker.openMs / 1000 + 1)
  expect(await sweepDue(world.platform.pool)).toBe(1)
  await world.workerSettles()
  expect(met).toEqual(names.slice(0, ratePerSecond))
  await world.workerSettles()
  expect(met).toHaveLength(ratePerSecond)
  await secondsPass(1)
  await world.workerSettles()
  expect(met).toEqual(names.slice(0, 2 * ratePerSecond))
  await secondsPass(1)
  await world.workerSettles()
  expect(met).toEqual(names)
  expect((await world.facts('lookup.answered')).length).toBeGreaterThanOrEqual(25)
  expect(await health()).toMatchObject({ breaker: 'closed', waiting: 0, oldestWaitingSince: null })
  expect(await world.broken()).toEqual({})
})

test('several workers that sweep at once let no more go in a second than the source bears (P1)', async () => {
  await world.fault('violations', { mode: 'error503' })
  await peopleAsk(3)
  await world.platform.asOwner(`insert into platform.due (task, key, payload, due_at, system, waiting_since)
    select 'lookup.ask', 'more ' || n, '{"lookupId":"${newId()}"}', platform.clock_now(), 'violations', platform.clock_now() from generate_series(1, 60) n`)
  await world.platform.work(actor, (work) => retryAll(work, 'violations'))
  const released = await Promise.all(Array.from({ length: 4 }, () => sweepDue(world.platform.pool)))
  expect(released.reduce((sum, n) => sum + n, 0)).toBe(ratePerSecond)
  expect(await sweepDue(world.platform.pool)).toBe(0)
  await secondsPass(1)
  const second = await Promise.all(Array.from({ length: 4 }, () => sweepDue(world.platform.pool)))
  expect(second.reduce((sum, n) => sum + n, 0)).toBe(ratePerSecond)
})

test('where few people ask, three failures are an outage too, and the first answer wakes the rest at once (P1)', async () => {
  await world.fault('violations', { mode: 'reset' })
  await peopleAsk(3, 'few')
  expect(await health()).toMatchObject({ state: 'down', breaker: 'closed', waiting: 3 })
  await world.fault('violations', { mode: 'ok' })
  await peopleAsk(1, 'newcomer')
  await world.workerSettles()
  expect(met).toEqual(['newcomer 00', 'few 00', 'few 01', 'few 02'])
})

test('at most sixteen calls are under way at once, thirty-two wait, and the rest is told to come again (P1)', async () => {
  const ask = (n: number) => world.platform.outside.call({ system: 'violations', purpose: 'ask', method: 'POST', path: '/ask', json: { who: String(n) }, expect: z.object({ who: z.string() }) })
  const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => ask(n)))
  const refused = outcomes.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(60 - 48)
  expect(refused[0]).toMatchObject({ reason: { kind: 'busy' } })
  expect(met).toHaveLength(48)
  expect(most).toBeLessThanOrEqual(16)
  expect(await health()).toMatchObject({ state: 'up', failures24h: 0, calls24h: 48 })
})

test('an operator parks a system, and nobody asks it; unparked, everybody is asked again (P1)', async () => {
  await world.platform.work(actor, (work) => park(work, 'violations'))
  await peopleAsk(2, 'parked')
  await world.hoursPass(5)
  expect(met).toEqual([])
  expect(await health()).toMatchObject({ state: 'parked', waiting: 2 })
  expect(await world.platform.work(actor, (work) => unpark(work, 'violations'))).toBe(2)
  await world.workerSettles()
  expect(met).toEqual(['parked 00', 'parked 01'])
})

test('an operator tries one, then all, without waiting for the next turn (P1)', async () => {
  await world.fault('violations', { mode: 'error500' })
  await peopleAsk(12)
  await world.fault('violations', { mode: 'ok' })
  const waiting = await world.platform.read(actor, (work) => listWaiting(work, 'violations'))
  expect(waiting).toHaveLength(12)
  const last = waiting.at(-1)
  if (!last) throw new Error('twelve wait')
  expect(await world.platform.work(actor, (work) => retryOne(work, { system: 'violations', ...last }))).toBe(true)
  await world.workerSettles()
  expect(met[0]).toBe('person 11')
  await secondsPass(1)
  await world.platform.work(actor, (work) => retryAll(work, 'violations'))
  await world.workerSettles()
  expect(met).toHaveLength(12)
  expect(await world.platform.work(actor, (work) => retryOne(work, { system: 'violations', ...last }))).toBe(false)
})

test('availability is the share of the time without an outage, of a day and of ninety (P1)', async () => {
  expect(await health()).toMatchObject({ state: 'unknown', available24h: null, available90d: null })
  await peopleAsk(1, 'first')
  await world.hoursPass(18)
  await world.fault('violations', { mode: 'error500' })
  await peopleAsk(3, 'late')
  await world.hoursPass(6)
  await world.fault('violations', { mode: 'ok' })
  await world.hoursPass(1)
  const first = await health()
  expect(first).toMatchObject({ state: 'up', waiting: 0 })
  expect(first.available24h).toBeCloseTo(1 - 7 / 24, 2)
  expect(first.available90d).toBeCloseTo(1 - 7 / 25, 2)
  await world.hoursPass(24)
  const second = await health()
  expect(second.available24h).toBe(1)
  expect(second.available90d).toBeCloseTo(1 - 7 / 49, 2)
})
