/** P9: processes die at the worst moments. Who was told "received" has that dossier; who was not may press again, and has one. */
import { afterEach, expect, test } from 'vitest'
import { listDossiersOf } from '../../src/dossiers/index.ts'
import { driveBoundaries } from '../../src/platform/db/boundary.ts'
import { openCaseWorld } from '../support/case-world.ts'
import { crashThrough } from '../prove/crash/in-process.ts'

afterEach(() => driveBoundaries(undefined))

/** The people, each with the moment of filing at which the process dies under them: the nth statement, or around the commit. */
const deaths: readonly (readonly [slug: string, moment: string, nth: number])[] = [
  ['an', 'db.statement', 1], ['dung', 'db.statement', 2], ['em', 'db.commit.before', 1], ['hanh', 'db.commit.sent', 1], ['cuc', 'db.commit.after', 1],
]

test('people press "file", the process dies, they press again: each has one dossier, the one that was acknowledged', async () => {
  await using world = await openCaseWorld()
  const acknowledged = new Map<string, string>()
  const dossiersOf = async (slug: string) => {
    const { actor } = await world.signIn(slug)
    return (await world.platform.read(actor, (work) => listDossiersOf(work, actor.personId))).map(({ id }) => id)
  }
  for (const [slug, moment, nth] of deaths) {
    let dead = false
    let passed = 0
    driveBoundaries((name) => {
      if (!world.filing()) return
      if (name === moment) passed += 1
      dead ||= passed === nth
      // Nothing leaves a dead process any more.
      if (dead) throw new Error('the process is dead')
    })
    const answers = slug === 'hanh' ? { reason: 'damaged' as const, certificate: { how: 'not-needed' as const } } : {}
    const first = await world.file(slug, answers).catch(() => undefined)
    driveBoundaries(undefined)
    expect(dead, `${slug} was filing when it died`).toBe(true)
    expect(first, 'nobody is told "received" by a dead process').toBeUndefined()

    const before = await dossiersOf(slug)
    expect(before.length, `${slug} after the death`).toBe(moment === 'db.commit.sent' || moment === 'db.commit.after' ? 1 : 0)
    const again = await world.fileAgain(slug)
    acknowledged.set(slug, again)
    if (before[0]) expect(again).toBe(before[0])
    expect(await world.fileAgain(slug), 'pressing once more is the same').toBe(again)
  }
  await world.workerSettles()
  for (const [slug, id] of acknowledged) expect(await dossiersOf(slug), slug).toEqual([id])
  // Everyone's filing became a paper and was told to the portal, too.
  expect(await world.platform.asOwner('select task from platform.stuck_job')).toEqual([])
  expect(await world.platform.asOwner(`select d.id from dossiers.dossier d where not exists (select from documents.document p where p.dossier_id = d.id and p.kind = 'application' and p.hash is not null)`)).toEqual([])
  expect(await world.broken()).toEqual({})
})

test('from there to the card at the door the processes die on both sides of every commit, file and question to a ministry, and it arrives once', async () => {
  const { wrongs, deaths: died } = await crashThrough({ journeys: ['clean'], dies: (place) => /^(db\.commit\.(before|after)|outside\.|files\.)/.test(place) })
  expect(wrongs).toEqual([])
  expect(died).toBeGreaterThan(40)
})
