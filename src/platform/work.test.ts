import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../test/support/database.ts'
import { sql } from './db/sql.ts'
import { type Actor, systemActor } from './values/actor.ts'
import { newId } from './values/ids.ts'
import { sweepDue } from './background/sweep.ts'

declare module './background/facts.ts' {
  interface Facts {
    'test.happened': { thingId: string }
  }
}

const actor = systemActor('test')
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z', subscriptions: { 'test.happened': ['test.hears', 'test.hears-too'] } })
})
afterAll(() => platform[Symbol.asyncDispose]())

const jobs = () => platform.asOwner<{ task: string; payload: Record<string, unknown> }>(
  'select t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id')
const facts = () => platform.asOwner<{ kind: string; actor_id: string; channel: string }>("select kind, actor_id, channel from platform.fact where kind = 'test.happened'")

test('a fact and the jobs that hear it commit together, or not at all', async () => {
  const thingId = newId()
  await expect(platform.work(actor, async (work) => {
    work.announce('test.happened', { thingId })
    throw new Error('changed my mind')
  })).rejects.toThrow('changed my mind')
  expect(await facts()).toEqual([])
  expect(await jobs()).toEqual([])
  await platform.work(actor, async (work) => work.announce('test.happened', { thingId }))
  expect(await facts()).toEqual([{ kind: 'test.happened', actor_id: 'test', channel: 'online' }])
  expect((await jobs()).map((j) => j.task)).toEqual(['test.hears', 'test.hears-too'])
  expect((await jobs())[0]?.payload).toMatchObject({ thingId })
})

test('what a helper announces names the person, the helper, the office and the proof, and is about nobody else (IDN4)', async () => {
  const [staffId, personId, consentId, thingId] = [newId(), newId(), newId(), newId()]
  const helper: Actor = { kind: 'staff', staffId, personId: newId(), role: 'clerk', provinceCode: '24', officeCode: 'mau', sessionId: newId(), channel: 'in-person', helping: { personId, consentId } }
  for (const subject of [newId(), undefined]) {
    await expect(platform.work(helper, async (work) => work.announce('test.happened', { thingId }, subject))).rejects.toThrow('help is given to the person who agreed to it')
  }
  await platform.work(helper, async (work) => work.announce('test.happened', { thingId }, personId))
  await platform.work({ ...helper, helping: undefined }, async (work) => work.announce('test.happened', { thingId }, personId))
  const said = { actor_id: staffId, subject_id: personId, office_code: 'mau', channel: 'in-person' }
  expect(await platform.asOwner(`select actor_id, subject_id, helper_id, consent_id, office_code, channel from platform.fact where payload->>'thingId' = $1 order by sequence`, [thingId]))
    .toEqual([{ ...said, helper_id: staffId, consent_id: consentId }, { ...said, helper_id: null, consent_id: null }])
  // Nobody gave that consent: such a fact is a broken promise, so it does not stay.
  await platform.asOwner(`delete from platform.fact where payload->>'thingId' = $1`, [thingId])
})

test('future work becomes a job when the shown clock says so, once, and a new date replaces the old one', async () => {
  await platform.asOwner('delete from graphile_worker._private_jobs')
  await platform.asOwner('delete from platform.due')
  const at = (iso: string) => new Date(iso)
  await platform.work(actor, async (work) => work.schedule('test.later', 'k', { n: 1 }, at('2026-11-20T05:00:00Z')))
  await platform.work(actor, async (work) => work.schedule('test.later', 'k', { n: 2 }, at('2026-11-21T05:00:00Z')))
  await platform.setClock('2026-11-20T06:00:00Z')
  expect(await sweepDue(platform.pool)).toBe(0)
  await platform.setClock('2026-11-21T06:00:00Z')
  expect(await sweepDue(platform.pool)).toBe(1)
  expect(await sweepDue(platform.pool)).toBe(0)
  expect(await jobs()).toMatchObject([{ task: 'test.later', payload: { n: 2 } }])
})

test('within one transaction the last word about a future job counts', async () => {
  await platform.asOwner('delete from platform.due')
  const noon = new Date('2026-12-01T05:00:00Z')
  await platform.work(actor, async (work) => {
    work.schedule('test.later', 'a', { n: 1 }, noon)
    work.schedule('test.later', 'a', { n: 2 }, noon)
    work.schedule('test.later', 'b', { n: 3 }, noon)
    work.unschedule('test.later', 'b')
  })
  expect(await platform.asOwner('select key, payload from platform.due')).toEqual([{ key: 'a', payload: { n: 2 } }])
})

test('a transaction knows the shown time and its legal day in Viet Nam', async () => {
  await platform.setClock('2026-11-20T18:30:00Z')
  const [now, today] = await platform.work(actor, async (work) => [work.now.toISOString(), work.today])
  expect([now?.slice(0, 16), today]).toEqual(['2026-11-20T18:30', '2026-11-21'])
})

test('the application may add to the record of what happened, never change or delete it', async () => {
  for (const table of ['platform.fact', 'dossiers.event', 'payments.ledger_entry']) {
    await expect(platform.pool.query(`delete from ${table}`), table).rejects.toThrow('permission denied')
    await expect(platform.pool.query(`update ${table} set ${table === 'payments.ledger_entry' ? 'amount_vnd = 0' : "channel = 'post'"}`), table).rejects.toThrow('permission denied')
  }
})

test('what is sealed for one person opens for nobody else and nowhere else, and never again once the key is gone', async () => {
  const [an, binh] = [newId(), newId()]
  const sealed = await platform.work(actor, (work) => work.seal(an, 'x.y.z:1', '097088001234'))
  await platform.work(actor, (work) => work.seal(binh, 'x.y.z:1', 'other'))
  const open = (personId: string, context: string) => platform.read(actor, (work) => work.open(personId, context, sealed))
  expect(sealed.includes('097088001234')).toBe(false)
  expect(await open(an, 'x.y.z:1')).toBe('097088001234')
  await expect(open(binh, 'x.y.z:1')).rejects.toThrow()
  await expect(open(an, 'x.y.z:2')).rejects.toThrow()
})

test('one person has one blind index for a number, and another purpose has another', async () => {
  const [a, b, c] = await platform.read(actor, async (work) => [work.blindIndex('p', ' 097088001234'), work.blindIndex('p', '097088001234'), work.blindIndex('q', '097088001234')])
  expect(a).toEqual(b)
  expect(a).not.toEqual(c)
})

test('a read cannot change anything through the work', async () => {
  await expect(platform.read(actor, async (work) => work.announce('test.happened', { thingId: 'x' }))).rejects.toThrow('a read cannot change anything')
  expect(await platform.read(actor, (work) => work.db.maybe(sql`select 1 as one`))).toEqual({ one: 1 })
})
