import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { systemActor } from '../values/actor.ts'
import { createDb } from './db.ts'
import { sql } from './sql.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform[Symbol.asyncDispose]())

const actor = systemActor('test')
const number = (n: number) => sql`select ${n}::int as n`

test('questions asked together get each their own answer, from a pool and within a transaction', async () => {
  const wanted = Array.from({ length: 40 }, (_, n) => n)
  const db = createDb(platform.pool)
  expect(await Promise.all(wanted.map(async (n) => (await db.one<{ n: number }>(number(n))).n))).toEqual(wanted)
  expect(await platform.work(actor, (work) => Promise.all(wanted.map(async (n) => (await work.db.one<{ n: number }>(number(n))).n)))).toEqual(wanted)
})

test('of questions asked together one may fail, and the others are answered', async () => {
  const db = createDb(platform.pool)
  const answers = await Promise.allSettled([db.one(number(1)), db.one(sql`select 1 / ${0}::int as n`), db.one(number(3))])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await db.one(number(4))).toEqual({ n: 4 })
})

test('a transaction in which one of several statements fails is rolled back whole, and its connection still knows what it prepared', async () => {
  const insert = (kind: string) => sql`insert into platform.due (task, key, payload, due_at) values ('test', ${kind}, '{}', clock_timestamp())`
  const fresh = sql`select count(*)::int as n, 'never asked before' as what from platform.due where task = 'test'`
  for (let times = 0; times < 6; times += 1) {
    await expect(platform.work(actor, (work) => Promise.all([work.db.run(insert('a')), work.db.run(sql`select 1 / ${0}::int`), work.db.run(insert('b')), work.db.one(fresh)]))).rejects.toThrow('division by zero')
    expect(await platform.work(actor, (work) => work.db.one<{ n: number }>(fresh))).toMatchObject({ n: 0 })
  }
})

const asPerson = (person: string) => createDb(platform.pool, 'remembering', sql`select set_config('app.person', ${person}, true)`)
const person = (n: number) => sql`select current_setting('app.person', true) as person, ${n}::int as n`

test('what goes before a turn holds for all of it and for nothing after it, on whichever connection (AUZ1)', async () => {
  for (let times = 0; times < 12; times += 1) {
    const db = asPerson(`p${times}`)
    expect(await Promise.all([db.one(person(1)), db.one(person(2)), db.many(sql`select 1 where false`)])).toEqual([{ person: `p${times}`, n: 1 }, { person: `p${times}`, n: 2 }, []])
    const after = await Promise.all(Array.from({ length: 8 }, (_, n) => createDb(platform.pool).one<{ person: string | null }>(person(n))))
    expect(after.filter((one) => one.person)).toEqual([])
  }
})

test('in a turn with something before it a failure takes along what is asked behind it, and the next turn is answered', async () => {
  const db = asPerson('somebody')
  const answers = await Promise.allSettled([db.one(number(1)), db.one(sql`select 1 / ${0}::int as n`), db.one(number(3))])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await db.one(number(4))).toEqual({ n: 4 })
})

test('a statement that a turn prepared may fail in a transaction, and is still known to its connection', async () => {
  const shared = (n: number) => sql`select 6 / ${n}::int as n, 'of both' as what`
  for (let times = 0; times < 6; times += 1) {
    await Promise.all(Array.from({ length: 4 }, () => asPerson('').one(shared(1))))
    await expect(platform.work(actor, (work) => work.db.one(shared(0)))).rejects.toThrow('division by zero')
    expect(await platform.work(actor, (work) => work.db.one(shared(2)))).toMatchObject({ n: 3 })
  }
})

test('a statement whose columns changed since it was prepared is refused, never read wrongly', async () => {
  await platform.asOwner('create table public.turned as select 1 as a')
  await platform.asOwner('grant select on public.turned to toantrinh_app')
  const read = () => asPerson('').many(sql`select * from public.turned`)
  for (let times = 0; times < 8; times += 1) expect(await read()).toEqual([{ a: 1 }])
  await platform.asOwner("alter table public.turned add column b text default 'two'")
  const ends = await Promise.allSettled(Array.from({ length: 12 }, read))
  for (const end of ends) expect(end.status === 'fulfilled' ? end.value : String(end.reason)).toEqual(end.status === 'fulfilled' ? [{ a: 1, b: 'two' }] : expect.stringContaining('must not change result type'))
  expect(await read()).toEqual([{ a: 1, b: 'two' }])
})

test('a database that cannot be reached refuses every question of a turn', async () => {
  const gone = await openTestPlatform()
  await gone.pool.end()
  const db = createDb(gone.pool)
  const answers = await Promise.allSettled([db.one(number(1)), db.one(number(2))])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(gone[Symbol.asyncDispose]()).rejects.toThrow()
})

test('a failure that the code swallowed still ends the transaction: nobody is told that it was committed', async () => {
  const swallowed = platform.work(actor, async (work) => {
    work.append(sql`insert into platform.due (task, key, payload, due_at) values ('test', 'swallowed', '{}', clock_timestamp())`)
    await work.db.run(sql`select 1 / ${0}::int`).catch(() => undefined)
  })
  await expect(swallowed).rejects.toThrow()
  const afterwards = platform.work(actor, (work) => work.db.run(sql`select 1 / ${0}::int`).then(() => 'done', () => 'swallowed'))
  await expect(afterwards).rejects.toThrow('rolled back')
  expect(await createDb(platform.pool).many(sql`select 1 from platform.due where key = 'swallowed'`)).toEqual([])
})
