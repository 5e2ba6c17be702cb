import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../../sandbox/traffic-police/system.ts'
import { openOutsideWorld, type OutsideWorld } from '../../../test/support/outside-world.ts'
import { listOpenAlarms, settleAlarm } from '../../platform/outside/alarms.ts'
import { lookupJobs } from '../../platform/outside/lookups.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { check, conclude, jobs, lookupSources, unwatch, type ViolationBody, violationsOf, watch } from './index.ts'

const actor = systemActor('test')
const now: readonly ViolationBody[] = ['traffic-order-database', 'eid-account']
const before2025: readonly ViolationBody[] = ['national-police', 'provincial-police', 'inspectorate']

let world: OutsideWorld
beforeAll(async () => {
  world = await openOutsideWorld({ at: '2026-11-20T02:00:00Z', systems: [system], jobs: { ...jobs, ...lookupJobs(lookupSources) } })
})
afterAll(() => world[Symbol.asyncDispose]())

async function meet(slug: string) {
  const person = (await world.sandbox.people.list({ search: slug })).find((one) => one.story.slug === slug)
  if (!person) throw new Error(`nobody is called ${slug}`)
  const personId = newId()
  const { identityNumber, fullName, birthDate } = person
  return {
    personId, identityNumber,
    ask: async (bodies: readonly ViolationBody[], anew = false) => {
      await world.platform.work(actor, (work) => check(work, { personId, identityNumber, fullName, birthDate, bodies }, { anew }))
      await world.workerSettles()
    },
    stands: (bodies: readonly ViolationBody[]) => world.platform.work(actor, async (work) => {
      const answers = await violationsOf(work, personId, bodies)
      return { answers, conclusion: conclude(answers, work.today) }
    }),
  }
}

test('An has no violation and nothing blocks', async () => {
  const an = await meet('an')
  await an.ask(now)
  const { answers, conclusion } = await an.stands(now)
  expect(conclusion).toEqual({ outcome: 'clear' })
  expect(answers.map((answer) => answer.exchangeId)).not.toContain(null)
  expect(await world.broken()).toEqual({})
})

test('Bình is told the open case and where to settle it; once settled, the watch notices by itself (P1)', async () => {
  const binh = await meet('binh')
  await binh.ask(now)
  const { conclusion } = await binh.stands(now)
  expect(conclusion).toMatchObject({ outcome: 'unresolved', unresolved: [{ resolved: false, fineVnd: 19_000_000 }] })
  await world.platform.work(actor, async (work) => watch(work, binh.personId, now))
  await world.control('violations', 'settle', { person: binh.identityNumber })
  await world.hoursPass(7)
  expect((await binh.stands(now)).conclusion).toEqual({ outcome: 'clear' })
  await world.hoursPass(7)
  expect(await world.platform.asOwner('select * from platform.due')).toEqual([])
})

test('the watch ends when no dossier waits', async () => {
  const binh = await meet('binh')
  await binh.ask(now)
  await world.platform.work(actor, async (work) => watch(work, binh.personId, now))
  await world.platform.work(actor, async (work) => unwatch(work, binh.personId))
  expect(await world.platform.asOwner('select * from platform.due')).toEqual([])
})

test('in regime 1 each body answers for its own records only', async () => {
  const an = await meet('an')
  await world.control('violations', 'add', { person: an.identityNumber, source: 'provincial-police', behaviour: 'Đỗ xe sai nơi quy định', fineVnd: '900000' })
  await an.ask(before2025)
  const { answers } = await an.stands(before2025)
  await world.control('violations', 'settle', { person: an.identityNumber })
  expect(answers.map((answer) => [answer.body, answer.unresolved.length])).toEqual([['national-police', 0], ['provincial-police', 1], ['inspectorate', 0]])
})

test.each([
  ['is slow to fail', { mode: 'error500' }],
  ['is overloaded', { mode: 'error503' }],
  ['breaks the connection', { mode: 'reset' }],
  ['answers rubbish', { mode: 'malformed' }],
  ['loses its answer', { mode: 'lostAnswer' }],
] as const)('when the police %s the answer is neither yes nor no, and it is asked again by itself', async (_what, fault) => {
  const nam = await meet('nam')
  await world.fault('violations', fault)
  await nam.ask(['traffic-order-database'])
  const { answers, conclusion } = await nam.stands(['traffic-order-database'])
  expect(answers[0]).toMatchObject({ state: 'unavailable', answeredAt: null })
  expect(conclusion).toMatchObject({ outcome: 'pending', waitingFor: ['traffic-order-database'], nextTryAt: expect.any(Date) })
  expect(await world.broken()).toEqual({})
  await world.fault('violations', { mode: 'ok' })
  await world.hoursPass(1)
  expect((await nam.stands(['traffic-order-database'])).answers[0]).toMatchObject({ state: 'answered', resolved: 1, unresolved: [] })
})

test('an answer about somebody else raises an alarm and changes nothing (OUT3)', async () => {
  const binh = await meet('binh')
  await world.control('violations', 'add', { person: binh.identityNumber })
  await world.control('violations', 'wrong-person', { count: '1' })
  await binh.ask(['eid-account'])
  expect((await binh.stands(['eid-account'])).conclusion.outcome).toBe('pending')
  expect(await world.facts('violations.wrong-person')).toEqual([{ personId: binh.personId, body: 'eid-account' }])
  const [alarm] = await world.platform.read(actor, (work) => listOpenAlarms(work))
  expect(alarm).toMatchObject({ kind: 'wrong-person', system: 'violations', subjectId: binh.personId, details: { body: 'eid-account' } })
  expect(await world.platform.work(actor, (work) => settleAlarm(work, alarm?.id ?? ''))).toBe(true)
  expect(await world.platform.work(actor, (work) => settleAlarm(work, alarm?.id ?? ''))).toBe(false)
  await world.hoursPass(1)
  expect((await binh.stands(['eid-account'])).conclusion.outcome).toBe('unresolved')
})

test('a fresh answer is not asked for twice, unless anew', async () => {
  const an = await meet('an')
  await an.ask(['traffic-order-database'])
  await an.ask(['traffic-order-database'])
  const lookups = () => world.platform.asOwner('select id from platform.lookup where person_id = $1', [an.personId])
  expect(await lookups()).toHaveLength(1)
  await an.ask(['traffic-order-database'], true)
  expect(await lookups()).toHaveLength(2)
})
