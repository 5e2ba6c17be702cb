import { expect, test } from 'vitest'
import { startSandbox } from '../../sandbox/start.ts'
import { readCast } from './page.ts'

test('after the start everybody who can sign in is named with their post, in both languages', async () => {
  await using sandbox = await startSandbox({ systems: [] })
  const { citizens, staff } = await readCast(sandbox.url)
  expect([citizens.length > 0, staff.length > 10]).toEqual([true, true])
  for (const one of staff) expect([one.vi, one.en]).toEqual([expect.stringMatching(/^\p{Lu}\p{L}+ .*, \p{Lu}/u), expect.stringMatching(/^[A-Z][a-z]+/)])
})
