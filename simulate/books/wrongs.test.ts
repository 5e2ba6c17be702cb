import { expect, test } from 'vitest'
import { noFaults } from '../plan/rates.ts'
import { type Judged, tooSeldom, wrongsOf } from './wrongs.ts'

const fired = { ...noFaults, violationsDown: 12, postLost: 10 }
const sound: Judged = {
  eligible: 9, eligibleCompleted: 9, lost: 0, chargedTwice: 0, chargedWithoutService: 0, decidedTwice: 0, askedTwice: 0, invariants: { 'MON2 the whole ledger sums to zero': 0 }, stuckJobs: [], faultsFired: fired,
}
const strict = { everybodyCompletes: true, rates: { ...noFaults, violationsDown: 0.35, postLost: 0.01 }, faultsAtLeast: 10 }

test('a run in which everybody got there, nothing was lost and every fault fired is green', () => {
  expect(wrongsOf(sound, strict)).toEqual([])
})

test('each wrong alone makes a run red, and is named', () => {
  const wrong: [Partial<Judged>, RegExp][] = [
    [{ eligibleCompleted: 8 }, /eligible and not completed: 1/], [{ lost: 1 }, /lost: 1/], [{ chargedTwice: 1 }, /chargedTwice/], [{ chargedWithoutService: 2 }, /chargedWithoutService: 2/],
    [{ decidedTwice: 1 }, /decidedTwice/], [{ askedTwice: 3 }, /asked twice: 3/], [{ stuckJobs: [{}] }, /stuck jobs: 1/], [{ invariants: { 'MON2 the whole ledger sums to zero': 1 } }, /MON2/],
    [{ faultsFired: { ...fired, violationsDown: 9 } }, /fewer than 10 times: violationsDown \(9\)/],
  ]
  for (const [part, words] of wrong) {
    const found = wrongsOf({ ...sound, ...part }, strict)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(words)
  }
})

test('where processes are killed people may give up, but nothing may be lost', () => {
  const loose = { ...strict, everybodyCompletes: false }
  expect(wrongsOf({ ...sound, eligibleCompleted: 5 }, loose)).toEqual([])
  expect(wrongsOf({ ...sound, lost: 1 }, loose)).toEqual(['lost: 1'])
})

test('only kinds with a rate must fire', () => {
  expect(tooSeldom(noFaults, { rates: noFaults, faultsAtLeast: 10 })).toEqual([])
  expect(tooSeldom(noFaults, strict)).toEqual(['violationsDown', 'postLost'])
})
