import { expect, test } from 'vitest'
import { openTestPlatform } from '../../test/support/database.ts'
import { createClock, requireRealTime } from './clock.ts'

test('production does not start on a clock that was moved or hurried', async () => {
  await using platform = await openTestPlatform({ runs: true })
  await expect(requireRealTime(createClock(platform.pool))).resolves.toBeUndefined()
  await platform.asOwner("update platform.clock set shown_base = shown_base + interval '1 hour'")
  await expect(requireRealTime(createClock(platform.pool))).rejects.toThrow('must show real time')
})
