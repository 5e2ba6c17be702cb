import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { FilesSilent } from '../files/contract.ts'
import { OutsideFailure } from '../values/outside-failure.ts'
import { backOffMs, patient } from './jobs.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z' })
  await platform.asOwner('delete from platform.due')
})
afterAll(() => platform[Symbol.asyncDispose]())

const due = () => platform.asOwner<{ task: string; payload: Record<string, unknown>; in_s: number }>(
  'select task, payload, extract(epoch from due_at - platform.clock_now())::int as in_s from platform.due order by task')

test('an outage is waited out for as long as it lasts: the job is never given up', async () => {
  const down = patient(platform, 'test.down', () => Promise.reject(new OutsideFailure('post', 'timeout', 'silent')))
  await down({ id: 'a', outages_: 40 })
  const [row] = await due()
  expect(row).toMatchObject({ task: 'test.down', payload: { id: 'a', outages_: 41 } })
  expect(row?.in_s).toBeGreaterThan(600)
  expect(row?.in_s).toBeLessThan(1200)
  expect(await platform.asOwner('select 1 from platform.stuck_job')).toEqual([])
})

test('a job that is broken is tried five times, then waits for a person and is not lost', async () => {
  await platform.asOwner('delete from platform.due')
  const broken = patient(platform, 'test.broken', () => Promise.reject(new Error('a bug')))
  await broken({ id: 'b', attempt_: 3 })
  expect(await due()).toMatchObject([{ task: 'test.broken', payload: { id: 'b', attempt_: 4 } }])
  await broken({ id: 'b', attempt_: 4 })
  expect(await platform.asOwner('select task, attempts, error from platform.stuck_job')).toEqual([{ task: 'test.broken', attempts: 5, error: 'a bug' }])
})

test('after a long outage a broken job still has its five tries: the waiting has not used them up', async () => {
  await platform.asOwner('delete from platform.due')
  await platform.asOwner('delete from platform.stuck_job')
  const broken = patient(platform, 'test.after', () => Promise.reject(new Error('a bug')))
  await broken({ id: 'c', outages_: 40 })
  const [row] = await due()
  expect(row).toMatchObject({ task: 'test.after', payload: { id: 'c', attempt_: 1, outages_: 40 } })
  expect(row?.in_s).toBeLessThan(20)
  const down = patient(platform, 'test.after', () => Promise.reject(new OutsideFailure('post', 'timeout', 'silent')))
  await down({ id: 'c', attempt_: 4 })
  expect(await due()).toMatchObject([{ payload: { id: 'c', attempt_: 4, outages_: 1 } }])
  expect(await platform.asOwner('select 1 from platform.stuck_job')).toEqual([])
})

test('what an outside system definitely refuses is not asked again: the job waits for a person, and one alarm says so', async () => {
  await platform.asOwner('delete from platform.due')
  const refused = patient(platform, 'test.refused', () => Promise.reject(new OutsideFailure('post', 'error', 'refused with status 400', undefined, true)))
  const subject = '01a20000-0000-7000-8000-000000000001'
  for (const _ of [1, 2]) await refused({ parcelId: subject })
  expect(await due()).toEqual([])
  expect(await platform.asOwner("select attempts, error from platform.stuck_job where task = 'test.refused'")).toMatchObject([{ attempts: 1, error: expect.stringContaining('refused with status 400') }, { attempts: 1 }])
  expect(await platform.asOwner('select kind, system, subject_id, details from platform.alarm')).toEqual([{ kind: 'refused', system: 'post', subject_id: subject, details: { task: 'test.refused' } }])
  await platform.asOwner("delete from platform.stuck_job where task = 'test.refused'")
})

test('a job that needs our store of files while it is silent waits, and is never taken for broken', async () => {
  await platform.asOwner('delete from platform.due')
  const waiting = patient(platform, 'test.files', () => Promise.reject(new FilesSilent('TimeoutError')))
  await waiting({ id: 'd', attempt_: 4, outages_: 7 })
  const rows = await platform.asOwner<{ payload: unknown; system: string | null }>('select payload, system from platform.due')
  expect(rows).toMatchObject([{ payload: { id: 'd', attempt_: 4, outages_: 8 }, system: null }])
  expect(await platform.asOwner('select 1 from platform.stuck_job')).toEqual([])
})

test('waits grow from ten seconds to a quarter of an hour, with jitter', () => {
  expect([0, 1, 7, 50].map((n) => backOffMs(n, 0.5))).toEqual([10_000, 20_000, 900_000, 900_000])
  expect(backOffMs(0, 0)).toBe(8_000)
  expect(backOffMs(0, 1)).toBe(12_000)
})
