import { expect, test } from 'vitest'
import { openTestPlatform } from '../../../test/support/database.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { jobs } from '../jobs.ts'
import { findDraft, insertDraft } from './drafts.ts'

const actor = systemActor('test')

test('a draft nobody touched for thirty days is deleted in the night, a younger one stays', async () => {
  await using platform = await openTestPlatform({ at: '2026-10-01T03:00:00Z' })
  const [old, young] = [newId(), newId()]
  const start = (personId: string) => platform.work(actor, (work) => insertDraft(work, { personId, procedure: 'p', licenceIds: [newId()], answers: { phone: '0000123456' } }))
  const oldDraft = await start(old)
  await platform.setClock('2026-10-20T03:00:00Z')
  const youngDraft = await start(young)
  await platform.setClock('2026-11-02T20:00:00Z')
  await jobs['dossiers.forget-drafts']?.(platform, {})
  expect(await platform.read(actor, (work) => findDraft(work, old, oldDraft))).toBeUndefined()
  expect((await platform.read(actor, (work) => findDraft(work, young, youngDraft)))?.answers).toMatchObject({ phone: '0000123456' })
})

test('a draft opens only for the person whose it is, and lies sealed in the database', async () => {
  await using platform = await openTestPlatform({ at: '2026-10-01T03:00:00Z' })
  const personId = newId()
  const id = await platform.work(actor, (work) => insertDraft(work, { personId, procedure: 'p', licenceIds: [newId()], answers: { phone: '0000123456' } }))
  expect(await platform.read(actor, (work) => findDraft(work, newId(), id))).toBeUndefined()
  const [row] = await platform.asOwner<{ answers: Buffer }>('select answers from dossiers.draft where id = $1', [id])
  expect(row?.answers.includes('0000123456')).toBe(false)
})
