/** Three people and the published figures: each is counted on its day, and a number is what the events say (E1, E3, E6). */
import { expect, test } from 'vitest'
import { withdraw } from '../../src/dossiers/index.ts'
import { type FigureId, listSums, type Scope } from '../../src/observers/statistics/index.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { takeOverFigures } from '../../src/simulation.ts'
import { decide, dossierOf, pay, signDecision } from '../support/case-steps.ts'
import { openCaseWorld } from '../support/case-world.ts'

test('An goes to the end, Cuc withdraws, Em stops half way', async () => {
  await using world = await openCaseWorld()
  const { platform } = world
  const id = await world.file('an')
  await pay(world, id)
  await decide(world, id)
  await signDecision(world, id)
  const cuc = await world.file('cuc')
  const { actor } = await world.signIn('cuc')
  await platform.work(actor, (work) => withdraw(work, cuc))
  await world.draft('em')
  await world.hoursPass(24 * 12)
  for (let hour = 0; hour < 3; hour++) await world.hoursPass(1)

  const sums = async (figure: FigureId, day = '2026-11-20') => {
    const rows = await platform.read(systemActor('test'), (work) => listSums(work, figure, { from: day, to: day }, 'all'))
    return Object.fromEntries(rows.map(({ part, amount }) => [part, amount]))
  }
  expect(await sums('online-share')).toEqual({ whole: 1, part: 1 })
  expect(await sums('online-with-result')).toEqual({ whole: 1, part: 1, synced: 1 })
  expect(await sums('paid-online')).toEqual({ whole: 1, part: 1 })
  expect(await sums('electronic-result')).toEqual({ whole: 1, part: 1 })
  expect(await sums('on-time')).toEqual({})
  expect((await dossierOf(world, id)).dueAt?.toISOString().slice(0, 10)).toBe('2026-11-30')
  expect(await sums('on-time', '2026-11-30')).toEqual({ whole: 1, part: 1 })
  expect(await sums('funnel')).toMatchObject({ started: 3, reason: 3, delivery: 3, filed: 2, paid: 1, accepted: 1, signed: 1 })
  expect(await sums('waits')).toMatchObject({ whole: 2, citizen: expect.any(Number) })
  expect(await world.broken()).toEqual({})

  // Whoever changes what is counted, or what was counted, is found out.
  const names = async () => Object.keys(await world.broken())
  await platform.asOwner(`update statistics.journey set paid_online = false where dossier_id = $1`, [id])
  expect(await names()).toEqual(['FIG1 a published number is what a recount gives', 'FIG2 a dossier is counted by what its events say'])
  await platform.asOwner(`update statistics.journey set paid_online = true where dossier_id = $1`, [id])
  await platform.asOwner(`delete from statistics.daily where figure = 'paid-online'`)
  expect(await names()).toEqual(['FIG1 a published number is what a recount gives'])
  platform.breaksPromises()
})

test('what Bac Ninh received in October 2023 is taken over dossier by dossier: 2,490, of which 1,115 online, the first and the last second of the month among them (E1)', async () => {
  await using world = await openCaseWorld()
  const { platform } = world
  for (let time = 0; time < 2; time++) await takeOverFigures(platform)
  const sums = (scope: Partial<Scope>, by: 'all' | 'channel') => platform.read(systemActor('test'), (work) => listSums(work, 'online-share', { from: '2023-10-01', to: '2023-10-31', provinces: ['bac-ninh'], ...scope }, by))
  expect(await sums({}, 'all')).toEqual([{ bucket: '', part: 'part', amount: 1115 }, { bucket: '', part: 'whole', amount: 2490 }])
  expect(await sums({ channel: 'in-person' }, 'all')).toEqual([{ bucket: '', part: 'whole', amount: 1375 }])
  expect(await sums({ from: '2023-01-01', to: '2023-12-31' }, 'all')).toEqual(await sums({}, 'all'))
  expect((await platform.asOwner(`select amount from statistics.daily where figure = 'online-share' and part = 'part' and day in ('2023-10-01', '2023-10-31')`)).length).toBe(2)
  expect(await world.broken()).toEqual({})
})
