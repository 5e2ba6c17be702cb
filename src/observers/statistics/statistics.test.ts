import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { type EarlierDossier, invariants, jobs, listSums, takeOverEarlier } from './index.ts'

const actor = systemActor('test')
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z' })
})
afterAll(() => platform[Symbol.asyncDispose]())

const counts = async () => jobs['statistics.daily']?.(platform, {})
const october = { from: '2023-10-01', to: '2023-10-31', provinces: ['bac-ninh'] }
const sums = async (by: 'month' | 'channel' | 'day' = 'month') => platform.read(actor, (work) => listSums(work, 'online-share', october, by))

test('Bac Ninh in October 2023: 2,490 dossiers received, 1,115 of them online (E1)', async () => {
  const dossiers = bacNinh()
  await platform.work(actor, (work) => takeOverEarlier(work, dossiers))
  await platform.work(actor, (work) => takeOverEarlier(work, dossiers))
  expect(await sums()).toEqual([{ bucket: '2023-10', part: 'part', amount: 1115 }, { bucket: '2023-10', part: 'whole', amount: 2490 }])
  expect((await sums('channel')).filter(({ part }) => part === 'whole')).toEqual([{ bucket: 'in-person', part: 'whole', amount: 1375 }, { bucket: 'online', part: 'whole', amount: 1115 }])
  expect(new Set((await sums('day')).map(({ bucket }) => bucket)).size).toBe(22)
})

test('what is published is what a recount gives, and the promise notices when it is not', async () => {
  const query = invariants['FIG1 a published number is what a recount gives']
  const broken = () => platform.asOwner(query?.text ?? '', query?.values)
  await counts()
  expect(await broken()).toEqual([])
  await platform.asOwner(`update statistics.daily set amount = amount + 1 where figure = 'online-share' and day = '2023-10-02' and part = 'part'`)
  expect(await broken()).toMatchObject([{ figure: 'online-share' }])
  await platform.asOwner(`update statistics.daily set amount = amount - 1 where figure = 'online-share' and day = '2023-10-02' and part = 'part'`)
  await platform.asOwner(`delete from statistics.journey where draft_id = $1`, [bacNinh()[0]?.id])
  expect((await broken()).length).toBeGreaterThan(0)
  await platform.work(actor, (work) => takeOverEarlier(work, bacNinh()))
  expect(await broken()).toEqual([])
})

test('a draft counts in the channel in which it was begun, whatever way a later act took (IDN4)', async () => {
  const [paper, online] = [newId(), newId()]
  const happened = (kind: string, id: string, channel: string) => platform.asOwner(`insert into platform.fact (id, kind, payload, at, actor_kind, actor_id, channel)
    values (gen_random_uuid(), $1, jsonb_build_object('draftId', $2::text, 'step', 'reason'), '2026-11-20T02:00:00Z', 'citizen', 'x', $3)`, [kind, id, channel])
  for (const [kind, id, channel] of [['draft.started', paper, 'post'], ['draft.answered', paper, 'in-person'], ['draft.started', online, 'online'], ['draft.answered', online, 'in-person']] as const) await happened(kind, id, channel)
  await vi.waitFor(async () => {
    await counts()
    expect(await platform.asOwner('select draft_id, channel from statistics.journey where draft_id = any($1) order by channel', [[paper, online]])).toEqual([{ draft_id: online, channel: 'online' }, { draft_id: paper, channel: 'post' }])
  }, { timeout: 30_000 })
})

/** The dossiers of one month as an earlier one-stop software had them: working days of October 2023, made up one by one. */
function bacNinh(): EarlierDossier[] {
  const days = Array.from({ length: 31 }, (_, index) => `2023-10-${String(index + 1).padStart(2, '0')}`).filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
  return Array.from({ length: 2490 }, (_, index) => {
    const hash = createHash('sha256').update(`bac-ninh 2023-10 ${index}`).digest('hex')
    return {
      id: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`,
      province: 'bac-ninh', channel: (index * 1115) % 2490 < 1115 ? ('online' as const) : ('in-person' as const), acceptedOn: days[index % days.length] ?? '',
    }
  })
}
