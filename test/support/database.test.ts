import { expect, test } from 'vitest'
import { systemActor } from '../../src/platform/values/actor.ts'
import { openTestDatabase, openTestPlatform } from './database.ts'

test('each test file works on a database of its own, with the application\'s few rights', async () => {
  await using platform = await openTestPlatform({ at: '2026-08-03T02:00:00Z' })
  const seen = await platform.read(systemActor('test'), async (work) => ({ today: work.today, now: work.now }))
  expect(seen.today).toBe('2026-08-03')
  await using other = await openTestPlatform()
  expect(other.url).not.toBe(platform.url)
  expect((await platform.pool.query('select current_user as name')).rows).toEqual([{ name: 'toantrinh_app' }])
})

test('what a test leaves behind is asked for every promise of the service', async () => {
  const database = await openTestDatabase()
  await database.asOwner("insert into calendars.loaded_year values (2033, 'mai', 'nga', '2026-01-01')")
  await expect(database[Symbol.asyncDispose]()).rejects.toThrow(/left broken promises behind:\n.*year/)
  database.breaksPromises()
  await database[Symbol.asyncDispose]()
})
