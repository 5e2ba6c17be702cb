import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startSandbox } from '../start.ts'
import { openSharedClock } from './clock.ts'
import { type DocStore, openDatabaseDocs, openMemoryDocs } from './docs.ts'

/** An address of a database of our own, from the server that all tests share. */
async function database(content: 'empty' | 'migrated'): Promise<string> {
  return (await fetch(`${inject('databaseHost')}/${content}`, { method: 'POST' })).text()
}

interface Note {
  owner: string
  count: number
}

describe.each(['database', 'memory'] as const)('documents kept in the %s', (kind) => {
  let store: DocStore
  beforeAll(async () => {
    if (kind === 'memory') store = openMemoryDocs()
    else {
      const connectionString = await database('empty')
      store = await openDatabaseDocs(new Pool({ connectionString }), new Pool({ connectionString }))
    }
  })
  afterAll(async () => { await store.close() })

  test('are found by what they contain, newest or oldest first, and are gone when deleted', async () => {
    const notes = store.collection<Note>('a')
    for (const [id, owner] of [['1', 'an'], ['2', 'binh'], ['3', 'an']] as const) await notes.put(id, { owner, count: Number(id) })
    expect((await notes.list({ where: { owner: 'an' }, newestFirst: true })).map((note) => note.count)).toEqual([3, 1])
    expect((await notes.list({ offset: 1, limit: 1 })).map((note) => note.count)).toEqual([2])
    expect(await notes.count({ owner: 'an' })).toBe(2)
    await notes.delete('1')
    expect(await notes.get('1')).toBeUndefined()
    expect(await store.collection<Note>('b').list()).toEqual([])
  })

  test('lose no change when twenty write one at a time, not even the first', async () => {
    const notes = store.collection<Note>('c')
    await Promise.all(Array.from({ length: 20 }, () => store.collection<Note>('c').update('new', (note) => ({ owner: 'all', count: (note?.count ?? 0) + 1 }))))
    expect((await notes.get('new'))?.count).toBe(20)
    await expect(notes.update('new', () => { throw new Error('no') })).rejects.toThrow('no')
    expect((await notes.get('new'))?.count).toBe(20)
  })
})

describe('a sandbox that is started again', () => {
  test('knows the same people and still has the faults that were set', async () => {
    const databaseUrl = await database('empty')
    const first = await startSandbox({ systems: [], databaseUrl, demo: true, generated: 5, seed: 3 })
    const people = await first.people.list()
    await first.people.change('097191002071', (binh) => ({ ...binh, violations: [] }))
    await first.faults.setChaos(0.1)
    await first.close()
    await using second = await startSandbox({ systems: [], databaseUrl, demo: true, generated: 5, seed: 4 })
    expect((await second.people.list()).map((person) => person.identityNumber)).toEqual(people.map((person) => person.identityNumber))
    expect((await second.people.get('097191002071'))?.violations).toEqual([])
    expect(second.faults.chaos()).toBe(0.1)
  })

  test('moves the one clock that the service reads as well', async () => {
    const databaseUrl = await database('migrated')
    await using sandbox = await startSandbox({ systems: [], clockDatabaseUrl: databaseUrl })
    const before = await sandbox.clock.now()
    await fetch(`${sandbox.url}/control/api/clock/pass`, { method: 'POST', body: new URLSearchParams({ hours: '30' }) })
    const clock = openSharedClock(databaseUrl)
    expect((await clock.now()).getTime() - before.getTime()).toBeGreaterThanOrEqual(30 * 3_600_000)
    await clock.close()
  })
})
