/** Two people at one dossier at the same moment: it ends as if one had come after the other (R8, DEC1, MON4). */
import { expect, test } from 'vitest'
import { proveInterleavings, withoutRowLocks } from '../prove/interleavings/prove.ts'
import { openCaseWorld } from '../support/case-world.ts'

const MAIN = ['file / file', 'payments.query / start to pay', 'claim / withdraw', 'accept / withdraw', 'accept / refuse']

test('whoever comes second finds what the first one did, whichever is interrupted where', { timeout: 240_000 }, async () => {
  await using world = await openCaseWorld()
  const figures = await proveInterleavings(world, MAIN)
  expect(figures.wrongs).toEqual([])
  expect(figures.pairs).toBe(MAIN.length)
  expect(figures.schedules).toBeGreaterThan(50)
})

test('control: without the lock on the row both win, and the proof sees it', { timeout: 240_000 }, async () => {
  await using world = await openCaseWorld()
  world.platform.breaksPromises()
  const mend = withoutRowLocks()
  try {
    const { wrongs } = await proveInterleavings(world, ['accept / withdraw'])
    expect(wrongs.length).toBeGreaterThan(0)
  } finally {
    mend()
  }
})
