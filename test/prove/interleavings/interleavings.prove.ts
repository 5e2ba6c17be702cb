/** R8, all of it: every pair at every station, interrupted at every boundary. */
import { expect, test } from 'vitest'
import { openCaseWorld } from '../../support/case-world.ts'
import { keep, scale } from '../figures.ts'
import { proveInterleavings, withoutRowLocks } from './prove.ts'

test('two commands on one dossier end as if one had come after the other, wherever the first is interrupted', async () => {
  await using world = await openCaseWorld()
  const { wrongs, ...figures } = await proveInterleavings(world, undefined, scale < 1 ? Math.ceil(60 * scale) : undefined)
  keep({ proof: 'R8 interleavings', ...figures, wrong: wrongs.length, wrongs: wrongs.slice(0, 10) })
  expect(wrongs).toEqual([])
})

test('control: without the lock on the row the proof sees two winners', async () => {
  await using world = await openCaseWorld()
  world.platform.breaksPromises()
  const mend = withoutRowLocks()
  try {
    const { wrongs, schedules } = await proveInterleavings(world, ['accept / withdraw', 'approve / refuse'])
    keep({ proof: 'R8 control: no row lock', schedules, wrong: wrongs.length })
    expect(wrongs.length).toBeGreaterThan(0)
  } finally {
    mend()
  }
})

test('control: without the keys that let a draft become one dossier only, two tabs file two', async () => {
  await using world = await openCaseWorld()
  world.platform.breaksPromises()
  await world.platform.asOwner('drop index dossiers.dossier_one_open; alter table dossiers.dossier drop constraint dossier_draft_id_key')
  const { wrongs, schedules } = await proveInterleavings(world, ['file / file'])
  keep({ proof: 'R8 control: no unique key', schedules, wrong: wrongs.length })
  expect(wrongs.length).toBeGreaterThan(0)
})
