/** How far the facts are counted while other transactions of the same server come and go. */
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openTestDatabase, openTestPlatform, type TestDatabase, type TestPlatform } from '../../../test/support/database.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { findCountedAt, jobs, listSums } from './index.ts'

const actor = systemActor('test')
const DAY = '2026-11-20'
let neighbour: TestDatabase
let platform: TestPlatform
beforeAll(async () => {
  neighbour = await openTestDatabase('empty')
})
beforeEach(async () => {
  platform = await openTestPlatform({ at: `${DAY}T02:00:00Z` })
  return () => platform[Symbol.asyncDispose]()
})
afterAll(() => neighbour[Symbol.asyncDispose]())

const counts = async () => jobs['statistics.daily']?.(platform, {})
const begun = () => platform.read(actor, (work) => listSums(work, 'funnel', { from: DAY, to: DAY }, 'day'))
const started = (amount: number) => [{ bucket: DAY, part: 'started', amount }]
const FACT = `insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel) values (gen_random_uuid(), 'draft.started', jsonb_build_object('draftId', $1::text), '${DAY}T02:00:00Z', 'citizen', 'x', 'online')`

async function readTo(): Promise<number> {
  const [row] = await platform.asOwner<{ to: string }>('select read_to as to from statistics.progress')
  return Number(row?.to)
}

const itIs = (minute: string) => platform.asOwner(`update platform.clock set real_base = clock_timestamp(), shown_base = '${DAY}T02:${minute}:00Z'`)

/** The minute up to which everything is said to be counted. */
async function countedAt(): Promise<string | undefined> {
  return (await platform.read(actor, findCountedAt))?.toISOString().slice(14, 16)
}

/** Until the transactions that were open when the present wait began have ended: those of other tests on the server are among them. */
async function theWaitIsOver(): Promise<void> {
  await vi.waitFor(async () => {
    const [row] = await platform.asOwner<{ over: boolean }>('select pg_snapshot_xmin(pg_current_snapshot()) >= waits_for as over from statistics.progress')
    expect(row?.over).toBe(true)
  }, { timeout: 30_000 })
}

/** A transaction in a database that is none of ours; it ends when told to. */
async function elsewhere(): Promise<{ end(): Promise<void> }> {
  const client = new pg.Client({ connectionString: neighbour.url })
  await client.connect()
  await client.query('begin')
  await client.query('select pg_current_xact_id()')
  return { end: async () => { await client.query('commit'); await client.end() } }
}

test('a fact that becomes visible late is counted all the same', async () => {
  const slow = await platform.pool.connect()
  await slow.query('begin')
  await slow.query(FACT, [newId()])
  await platform.asOwner(FACT, [newId()])
  for (const minute of ['00', '05', '10']) {
    await itIs(minute)
    await counts()
  }
  expect([await begun(), await readTo()]).toEqual([started(1), 0])
  // One of two o'clock is missing: nothing is said to be counted up to any later moment.
  expect(await countedAt()).toBeUndefined()
  await slow.query('commit')
  slow.release()
  await theWaitIsOver()
  await itIs('15')
  await counts()
  expect([await begun(), await readTo()]).toEqual([started(2), 2])
  await vi.waitFor(async () => {
    await counts()
    expect(await countedAt()).toBe('15')
  }, { timeout: 30_000 })
})

test('transactions of another database that take turns, one always open, do not hold the count up', async () => {
  await platform.asOwner(FACT, [newId()])
  const first = await elsewhere()
  await counts()
  const second = await elsewhere()
  await counts()
  expect(await readTo()).toBe(0)
  await first.end()
  await theWaitIsOver()
  await counts()
  expect(await readTo()).toBe(1)
  await second.end()
})

test('a service with more facts than one step counts them all, and says so only then', async () => {
  await platform.asOwner(`insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel)
    select gen_random_uuid(), 'calendar.changed', '{}', '${DAY}T02:00:00Z', 'system', 'x', 'online' from generate_series(1, 120000)`)
  await platform.asOwner(FACT, [newId()])
  const other = await elsewhere()
  for (let round = 0; round < 2; round++) await counts()
  expect([await readTo(), await begun(), await countedAt()]).toEqual([0, [], undefined])
  await other.end()
  await theWaitIsOver()
  await counts()
  expect(await begun()).toEqual(started(1))
  expect(await countedAt()).toBe('00')
})
