/** S1 and S2 whole: every person, every address, every state of a dossier, every province; each control is seen. `npm run prove:guards` */
import { expect, test } from 'vitest'
import { keep } from '../../prove/figures.ts'
import { withoutDossier, withoutOwner, withoutProvince, withoutThing } from './planted.ts'
import { type Line, doorOf } from '../../../src/web/doors/index.ts'
import { openPages, sweep, type Swept } from './sweep.ts'
import { pressVerbs } from './verbs.ts'
import { openGuardsWorld } from './world.ts'

/** A line of how far it is every ten seconds, and each address at which something is wrong at once. */
function follow(): (line: Line, done: number, of: number, swept: Swept) => void {
  const started = performance.now()
  let [told, wrong] = [started, 0]
  return (line, done, of, { cells, differences, leaks }) => {
    const now = performance.now()
    const fresh = [...differences.slice(wrong), ...leaks]
    if (now - told < 10_000 && done < of && differences.length === wrong) return
    process.stderr.write(`${Math.round((now - started) / 1000)} s: ${done} of ${of} addresses, ${cells} cells, ${differences.length} differences, ${leaks.length} leaks; last ${line.method} ${line.url}\n`)
    for (const one of fresh.slice(0, 6)) process.stderr.write(`  ${JSON.stringify(one)}\n`)
    told = now
    wrong = differences.length
  }
}

test('every cell of people × addresses × states × provinces is as the table and can() say, and tells of nobody but whom it concerns (S1, S2)', async () => {
  await using guards = await openGuardsWorld(true)
  const app = await openPages(guards.world.platform)
  const started = performance.now()
  const swept = await sweep({ app, ...guards, onLine: follow() })
  const pressed = await pressVerbs({ app, platform: guards.world.platform, ...guards })
  await app.close()
  const unguarded = { ...withoutProvince, ...withoutOwner, ...withoutDossier, ...withoutThing }
  const copy = await openPages(guards.world.platform, unguarded)
  const lines = Object.keys(unguarded).map((key) => doorOf(...(key.split(' ') as [string, string]))).filter((line): line is Line => line !== undefined)
  const planted = await sweep({ app: copy, ...guards, lines })
  await copy.close()
  keep({ proof: 'S1, S2 guards', people: guards.people.length, cells: swept.cells, verbs: pressed.cells, differences: swept.differences.length + pressed.differences.length, leaks: swept.leaks.length, papers: swept.papers, things: swept.asked.size, seconds: Math.round((performance.now() - started) / 1000), controlDifferences: planted.differences.length, controlLeaks: planted.leaks.length })
  expect(swept.leaks).toEqual([])
  expect([...swept.differences, ...pressed.differences]).toEqual([])
  expect(swept.papers).toBeGreaterThan(0)
  expect([...swept.asked].filter((thing) => !swept.opened.has(thing))).toEqual([])
  for (const province of ['bac-ninh', 'ha-noi']) expect([...swept.done]).toContain(`a proposal of ${province} to print a lost card anew`)
  expect(guards.canaries.filter((canary) => guards.log().includes(canary))).toEqual([])
  expect([planted.differences.length > 50, planted.leaks.length > 50, planted.leaks.some((leak) => leak.includes('/giay-to/')), planted.differences.some(({ what }) => what.includes('with what hangs on another of another province'))]).toEqual([true, true, true, true])
})
