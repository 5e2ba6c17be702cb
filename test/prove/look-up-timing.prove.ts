/** S9: whether a wrong date takes another time than an unknown number, over the action itself; and whether this could see it. */
import { expect, test } from 'vitest'
import { answer } from '../../src/capabilities/licences/actions/look-up.ts'
import { sql } from '../../src/platform/db/sql.ts'
import { publicActor } from '../../src/platform/values/actor.ts'
import type { Work } from '../../src/platform/work.ts'
import { openTestPlatform } from '../support/database.ts'
import { keep, scale } from './figures.ts'

const EACH = Math.round(2_000 * scale)
const MOST = 0.55

/** The chance that a wrong date took longer than an unknown number, both drawn at random: 0.5 tells nothing. */
function areaUnder(wrong: readonly number[], unknown: readonly number[]): number {
  const all = [...wrong.map((ms) => ({ ms, isWrong: true })), ...unknown.map((ms) => ({ ms, isWrong: false }))].sort((a, b) => a.ms - b.ms)
  const ranks = all.reduce((sum, { isWrong }, index) => (isWrong ? sum + index + 1 : sum), 0)
  return (ranks - (wrong.length * (wrong.length + 1)) / 2) / (wrong.length * unknown.length)
}

async function measured(more?: (work: Work, number: string) => Promise<unknown>): Promise<number> {
  await using platform = await openTestPlatform({ at: '2026-11-20T02:00:00Z' })
  platform.breaksPromises()
  await platform.asOwner(`insert into licences.licence (id, number, material, family, identity_index, holder_name, holder_birth_date, holder_residence, held, passed_on, issued_on, issued_by, state, entered_at)
    select gen_random_uuid(), (980000000000 + n)::text, 'card', 'definite', decode(md5(n::text), 'hex'), 'Mẫu', '1985-03-27', '\\x00', '[{}]', '2016-01-01', '2020-01-01', 'Mẫu', 'valid', platform.clock_now() from generate_series(1, ${3 * EACH}) n`)
  await platform.asOwner('analyze licences.licence')
  const took = async (number: string, n: number) => {
    const began = performance.now()
    const told = await platform.work(publicActor, async (work) => {
      const answered = await answer(work, { number, birthDate: '1990-01-01', address: `10.${n % 250}.${Math.floor(n / 250) % 250}.1` })
      await more?.(work, number)
      return answered
    })
    expect(told).toEqual({ kind: 'not-found' })
    return performance.now() - began
  }
  const wrong: number[] = []
  const unknown: number[] = []
  // The first questions warm up connections, statements and the compiler.
  for (let n = -200; n < EACH; n++) {
    // Everybody together may ask so much a minute, and the clock stands still.
    if (n % 250 === 0) await platform.asOwner('truncate licences.look_up_budget')
    const questions = [async () => wrong.push(await took(String(980_000_000_201 + n), n + 200)), async () => unknown.push(await took(String(985_000_000_201 + n), n + 200))]
    for (const ask of Math.random() < 0.5 ? questions : questions.reverse()) await ask()
  }
  return areaUnder(wrong.slice(200), unknown.slice(200))
}

test('a wrong date and an unknown number cannot be told apart by the time they take', async () => {
  const area = await measured()
  keep({ proof: 'S9 the look-up by its time', each: EACH, area })
  expect(Math.max(area, 1 - area)).toBeLessThanOrEqual(MOST)
})

test('control: were the register read once more for numbers that were issued, the clock would tell', async () => {
  const area = await measured((work, number) => (number < '985' ? work.db.many(sql`select count(*) from licences.licence where holder_name = ${number}`) : Promise.resolve()))
  keep({ proof: 'S9 control: one more look into the register', each: EACH, area })
  expect(area).toBeGreaterThan(MOST)
})
