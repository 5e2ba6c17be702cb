/** The connection dies around the commit: a filing is there once or not at all, and asking again is safe (DOS1, DOS2). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveBoundaries } from '../../src/platform/db/boundary.ts'
import { listDossiersOf } from '../../src/dossiers/index.ts'
import { type CaseWorld, openCaseWorld } from '../support/case-world.ts'

let world: CaseWorld
beforeAll(async () => {
  world = await openCaseWorld()
})
afterAll(async () => {
  driveBoundaries(undefined)
  const broken = await world.broken()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

/** Fails the commit of the first transaction that inserts a dossier. */
function loseConnection(at: 'db.commit.before' | 'db.commit.after', isFiling: () => Promise<boolean>): { happened: () => boolean } {
  let happened = false
  driveBoundaries(async (name) => {
    if (name !== at || happened || !(await isFiling())) return
    happened = true
    throw new Error('connection lost')
  })
  return { happened: () => happened }
}

const dossiersOf = async (slug: string) => {
  const { actor } = await world.signIn(slug)
  return world.platform.read(actor, (work) => listDossiersOf(work, actor.personId))
}

test('lost before the commit: nothing is there, and filing again files once', async () => {
  let calls = 0
  const lost = loseConnection('db.commit.before', async () => world.filing() && ++calls === 1)
  await expect(world.file('an')).rejects.toThrow('connection lost')
  expect(lost.happened()).toBe(true)
  driveBoundaries(undefined)
  expect(await dossiersOf('an')).toHaveLength(0)
  const id = await world.file('an')
  expect((await dossiersOf('an')).map((d) => d.id)).toEqual([id])
})

test('lost after the commit: it is there, and filing again answers with the same dossier', async () => {
  let calls = 0
  loseConnection('db.commit.after', async () => world.filing() && ++calls === 1)
  await expect(world.file('dung')).rejects.toThrow('connection lost')
  driveBoundaries(undefined)
  const [first] = await dossiersOf('dung')
  expect(await world.fileAgain('dung')).toBe(first?.id)
  expect(await dossiersOf('dung')).toHaveLength(1)
})
