/** Random lives of dossiers against the law written a second time: same permitted, same refused, one owner of the delay (C1, DOS3, DOS5). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dossier, walkLives } from '../../test/models/lifecycle.ts'
import { openLives } from '../../test/models/lifecycle-for-real.ts'
import { dossierOnPaper } from '../../test/models/lifecycle-on-paper.ts'
import { type CaseWorld, openCaseWorld } from '../../test/support/case-world.ts'
import { invariants, statuses } from './index.ts'

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('the table permits and refuses what the law does, in any order of steps by anybody', async () => {
  await walkLives({ runs: 3_000, longest: 40 }, async () => dossierOnPaper())
})

test('so does the service with its database, and no promise about dossiers breaks on the way', async () => {
  const open = await openLives(world)
  const seen = new Set<string>()
  const watched = async (): Promise<Dossier> => {
    const dossier = await open()
    return {
      ...dossier,
      async standing() {
        const standing = await dossier.standing()
        seen.add(standing.status)
        return standing
      },
    }
  }
  // Always the same hundred lives, so that the states they come to are known; `prove:faults` draws others.
  await walkLives({ runs: 100, longest: 6, seed: 2026 }, watched, async () => {
    const broken = await Promise.all(Object.entries(invariants).map(async ([name, query]) => ((await world.platform.pool.query(query.text, query.values)).rowCount ? name : undefined)))
    expect(broken.filter((name) => name !== undefined)).toEqual([])
  })
  // What was not visited was not tested.
  expect([...seen].sort()).toEqual([...statuses].sort())
}, 300_000)
