/** S1 and S2 whole: every person, every address, every state of a dossier, every province; each control is seen. `npm run prove:guards` */
import { expect, test } from 'vitest'
import { keep } from '../../prove/figures.ts'
import { withoutOwner, withoutProvince } from './planted.ts'
import { openPages, sweep } from './sweep.ts'
import { pressVerbs } from './verbs.ts'
import { openGuardsWorld } from './world.ts'

test('every cell of people × addresses × states × provinces is as the table and can() say, and tells of nobody but whom it concerns (S1, S2)', async () => {
  await using guards = await openGuardsWorld(true)
  const app = await openPages(guards.world.platform)
  const started = performance.now()
  const swept = await sweep({ app, ...guards })
  const pressed = await pressVerbs({ app, platform: guards.world.platform, ...guards })
  await app.close()
  const copy = await openPages(guards.world.platform, { ...withoutProvince, ...withoutOwner })
  const planted = await sweep({ app: copy, ...guards })
  await copy.close()
  keep({ proof: 'S1, S2 guards', people: guards.people.length, cells: swept.cells, verbs: pressed.cells, differences: swept.differences.length + pressed.differences.length, leaks: swept.leaks.length, seconds: Math.round((performance.now() - started) / 1000), controlDifferences: planted.differences.length, controlLeaks: planted.leaks.length })
  expect(swept.leaks).toEqual([])
  expect([...swept.differences, ...pressed.differences]).toEqual([])
  expect([planted.differences.length > 50, planted.leaks.length > 50]).toEqual([true, true])
})
