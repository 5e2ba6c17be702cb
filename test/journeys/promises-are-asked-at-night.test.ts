/** Every promise of the service is asked of the whole database each night, with the application's few rights (P9). */
import { expect, test } from 'vitest'
import { invariants } from '../../src/app.ts'
import { openCaseWorld } from '../support/case-world.ts'

test('at four in the morning every promise is asked and answered, and one that somebody broke is found', async () => {
  await using world = await openCaseWorld('2026-11-19T02:00:00Z')
  const { platform } = world
  const dossier = await world.file('an')
  const looks = () => platform.asOwner<{ name: string; broken: number | null; at: string }>(`select name, broken, to_char(checked_at at time zone 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI') as at from platform.invariant_check order by name`)
  expect(await looks()).toEqual([])
  for (let hours = 0; hours < 20; hours += 4) await world.hoursPass(4)
  const found = await looks()
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(invariants).sort())
  expect(found.filter(({ broken }) => broken !== 0)).toEqual([])
  expect(found[0]?.at).toMatch(/^11-20 05:/)

  platform.breaksPromises()
  await platform.asOwner(`update dossiers.dossier set turn_since = filed_at - interval '1 day' where id = $1`, [dossier])
  for (let hours = 0; hours < 24; hours += 4) await world.hoursPass(4)
  expect((await looks()).filter(({ broken }) => broken !== 0)).toMatchObject([{ name: 'COPY the lists show what the dossier says', broken: 1 }])
})
