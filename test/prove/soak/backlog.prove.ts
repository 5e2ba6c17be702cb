/** R13: poison is parked, a backlog drains at a measured rate, fresh work is not starved, an outage on top loses nothing. */
import { expect, test } from 'vitest'
import { keep, scale } from '../figures.ts'
import { drain, impatientWorker, oneQueue } from './backlog.ts'

/** The longest that nineteen of twenty fresh jobs may wait: the goal is ten seconds, ours is one. */
const FRESH_MS = 1_000

test('a job that can never end is handed to a person, and ten thousand that wait hold up nobody', async () => {
  const { wrongs, ...figures } = await drain(Math.round(10_000 * scale))
  keep({ proof: 'R13 poison and backlog', ...figures, wrong: wrongs.length, wrongs })
  expect(wrongs).toEqual([])
  expect(figures.drainedMs).toBeGreaterThan(0)
  expect(figures.freshP95Ms).toBeLessThanOrEqual(FRESH_MS)
  expect(figures.parkedMs).toBeDefined()
  expect(figures.parkedAfterTries).toBe(5)
})

test('control: without the wrapper that counts its tries nobody ever hears of the poisoned job', async () => {
  const seen = await impatientWorker()
  keep({ proof: 'R13 control: no patience', ...seen })
  expect(seen.parked).toBe(false)
  expect(seen.triesNobodySees).toBeGreaterThan(0)
})

test('control: where everything stands in one row, fresh work waits behind the backlog', async () => {
  const seen = await oneQueue(10_000)
  keep({ proof: 'R13 control: one queue', ...seen })
  expect(seen.freshP95Ms).toBeGreaterThan(FRESH_MS)
})
