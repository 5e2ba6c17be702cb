/** What stands between the public look-up and somebody who tries numbers: locks, budgets, and the same work for every miss (D1, S9, TH11). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Sql } from '../../platform/db/sql.ts'
import { networkOf, wideNetworkOf } from '../../platform/http/network.ts'
import { publicActor, systemActor } from '../../platform/values/actor.ts'
import type { Work } from '../../platform/work.ts'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { answer, forgetOldLookUps } from './actions/look-up.ts'
import { commonBudget, networkBudget, wideBudget } from './guard.ts'
import { takeOver } from './actions.ts'
import { lookUpInvariants } from './store/look-ups.ts'

const BORN = '1985-03-27'
const NUMBER = '970010000001'
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.work(systemActor('test'), (work) => takeOver(work, [{
    number: NUMBER, cardSerial: null, material: 'card', family: 'indefinite', identityNumber: '097085000001', holderName: 'Nguyễn Văn Mẫu', holderBirthDate: BORN, holderResidence: 'Phố Ví Dụ', nationality: 'Việt Nam',
    held: [{ class: 'law-2024:A1', issuedOn: '2020-01-01', expiresOn: null, restrictions: [] }], passedOn: '2016-01-01', issuedOn: '2020-01-01', expiresOn: null, issuedBy: 'Mẫu', pointsIndefinite: 12, pointsDefinite: null, dossierId: null,
  }]))
})
afterAll(() => platform[Symbol.asyncDispose]())
beforeEach(async () => {
  await platform.setClock('2026-11-20T02:00:00Z')
  await platform.asOwner('truncate licences.look_up_number, licences.look_up_budget')
})

const asks = (number: string, birthDate: string, address = '203.0.113.9', spy: (work: Work) => Work = (work) => work) =>
  platform.work(publicActor, (work) => answer(spy(work), { number, birthDate, address }))
const wrong = (n: number) => `1990-01-${String(n).padStart(2, '0')}`

test('an unknown number, a wrong date and a locked number take the same statements, in the same order', async () => {
  const statementsOf = async (number: string, birthDate: string) => {
    const texts: string[] = []
    const noting = <R>(put: (query: Sql) => Promise<R>) => (query: Sql) => {
      texts.push(query.text)
      return put(query)
    }
    const { kind } = await asks(number, birthDate, '203.0.113.9', (work) => ({ ...work, db: { one: noting(work.db.one), maybe: noting(work.db.maybe), many: noting(work.db.many), run: noting(work.db.run) } as Work['db'] }))
    return { kind, texts }
  }
  const unknown = await statementsOf('970099999999', BORN)
  const miss = await statementsOf(NUMBER, wrong(1))
  for (let n = 2; n <= 5; n++) await asks(NUMBER, wrong(n))
  const locked = await statementsOf(NUMBER, BORN)
  expect(unknown.kind).toBe('not-found')
  expect(unknown.texts.length).toBeGreaterThan(4)
  expect(miss).toEqual(unknown)
  expect(locked).toEqual(unknown)
})

describe('five wrong dates', () => {
  test('lock a number for a day, for the right date too, and not an hour longer', async () => {
    for (let n = 1; n <= 4; n++) await asks(NUMBER, wrong(n))
    expect((await asks(NUMBER, BORN)).kind, 'four do not').toBe('found')
    await asks(NUMBER, wrong(5))
    expect((await asks(NUMBER, BORN)).kind).toBe('not-found')
    await platform.setClock('2026-11-21T01:59:00Z')
    expect((await asks(NUMBER, BORN)).kind).toBe('not-found')
    await platform.setClock('2026-11-21T02:01:00Z')
    expect((await asks(NUMBER, BORN)).kind).toBe('found')
  })

  test('are five different ones: the same mistake again and again counts once', async () => {
    for (let n = 0; n < 12; n++) await asks(NUMBER, wrong(1))
    expect((await asks(NUMBER, BORN)).kind).toBe('found')
  })

  test('lock a number from wherever they come, and no other number', async () => {
    for (let n = 1; n <= 5; n++) await asks(NUMBER, wrong(n), `203.0.${n}.1`)
    expect((await asks(NUMBER, BORN, '192.0.2.1')).kind).toBe('not-found')
  })
})

describe('budgets', () => {
  test('a network that only misses is told to wait, at most an hour; its neighbours are answered, and after the hour so is it', async () => {
    for (let n = 0; n < networkBudget.missed; n++) expect((await asks(String(970_020_000_000 + n), BORN, `203.0.113.${n % 256}`)).kind).toBe('not-found')
    const waits = await asks(NUMBER, BORN, '203.0.113.200')
    expect(waits).toMatchObject({ kind: 'wait' })
    if (waits.kind === 'wait') expect(waits.seconds).toBeLessThanOrEqual(3_600)
    expect((await asks(NUMBER, BORN, '203.0.114.200')).kind).toBe('found')
    await platform.setClock('2026-11-20T03:00:01Z')
    expect((await asks(NUMBER, BORN, '203.0.113.200')).kind).toBe('found')
  })

  test('are kept by the database: another process, or this one after a restart, knows them', async () => {
    for (let n = 0; n < networkBudget.missed; n++) await asks(String(970_020_000_000 + n), BORN)
    const kept = await platform.asOwner<{ missed: number }>('select missed from licences.look_up_budget order by missed')
    expect(kept.map(({ missed }) => missed)).toEqual([networkBudget.missed, networkBudget.missed, networkBudget.missed])
  })

  test('what everybody may ask in a minute ends with a wait of at most a minute', async () => {
    await asks('970030000000', BORN)
    await platform.asOwner('update licences.look_up_budget set asked = $1', [commonBudget.asked])
    await platform.asOwner(`delete from licences.look_up_budget where ends_at > '2026-11-20T02:30:00Z'`)
    const waits = await asks(NUMBER, BORN, '198.51.100.7')
    expect(waits).toMatchObject({ kind: 'wait', whose: 'everybody' })
    if (waits.kind === 'wait') expect(waits.seconds).toBeLessThanOrEqual(60)
  })

  test('a stopped network does not use up what is everybody’s', async () => {
    for (let n = 0; n < networkBudget.missed + 20; n++) await asks(String(970_020_000_000 + n), BORN)
    const short = await platform.asOwner<{ asked: number }>(`select asked from licences.look_up_budget where ends_at < '2026-11-20T02:30:00Z' order by asked desc`)
    // Neither what is around the network nor everybody is charged for what was not answered.
    expect(short.map(({ asked }) => asked)).toEqual([networkBudget.missed, networkBudget.missed])
  })

  test.each([
    ['one /48 of IPv6, each question from another /64', (n: number) => `2001:db8:77:${n.toString(16)}::9`, '2001:db8:78::9'],
    ['one /16 of IPv4, each question from another /24', (n: number) => `198.51.${Math.floor(n / 2)}.${n % 2}`, '198.52.0.9'],
    ['one /16 of IPv4 written as IPv6, each question from another /24', (n: number) => `::ffff:c633:${((n >> 1) * 256 + (n % 2)).toString(16)}`, '::ffff:198.52.0.9'],
  ])('%s does not use up what is everybody’s', async (_, from, neighbour) => {
    let answered = 0
    for (let n = 0; n < wideBudget.missed + 10; n++) if ((await asks(String(970_040_000_000 + n), BORN, from(n))).kind === 'not-found') answered += 1
    expect(answered).toBe(wideBudget.missed)
    expect(wideBudget.missed).toBeLessThanOrEqual(commonBudget.missed / 4)
    const waits = await asks(NUMBER, BORN, from(400))
    expect(waits).toMatchObject({ kind: 'wait', whose: 'network' })
    if (waits.kind === 'wait') expect(waits.seconds).toBeLessThanOrEqual(60)
    expect((await asks(NUMBER, BORN, neighbour)).kind).toBe('found')
    await platform.setClock('2026-11-20T02:01:01Z')
    expect((await asks(NUMBER, BORN, from(401))).kind).toBe('found')
  })
})

test('who checks a whole fleet from its papers meets no budget, from wherever the office is connected', async () => {
  for (const address of ['203.0.113.9', '2001:db8:77:1::9', '::ffff:192.0.2.7']) {
    for (let n = 0; n < 90; n++) {
      // Every tenth date is mistyped first.
      if (n % 10 === 0) expect((await asks(NUMBER, wrong(1), address)).kind).toBe('not-found')
      expect((await asks(NUMBER, BORN, address)).kind).toBe('found')
    }
  }
})

test('a promise notices what would be remembered for longer than a day', async () => {
  const promise = lookUpInvariants['TH11 what the look-up remembers of numbers and networks ends within a day']
  const broken = async () => (await platform.asOwner(promise.text, promise.values)).length
  await asks(NUMBER, wrong(1))
  expect(await broken()).toBe(0)
  await platform.asOwner(`update licences.look_up_number set ends_at = ends_at + interval '2 hours'`)
  expect(await broken()).toBe(1)
  await platform.asOwner('delete from licences.look_up_number')
})

test('what was remembered is deleted when it stands in nobody’s way any more', async () => {
  await asks(NUMBER, wrong(1))
  await platform.setClock('2026-11-21T02:00:01Z')
  await platform.work(systemActor('test'), forgetOldLookUps)
  expect(await platform.asOwner('select 1 from licences.look_up_number union all select 1 from licences.look_up_budget')).toEqual([])
})

test.each([
  ['203.0.113.7', '203.0.113.0/24', '203.0.0.0/16'], ['::ffff:203.0.113.7', '203.0.113.0/24', '203.0.0.0/16'], ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'], ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64', '2001:db8:1::/48'], ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ['::ffff:cb00:7107', '203.0.113.0/24', '203.0.0.0/16'], ['0:0:0:0:0:FFFF:203.0.113.7', '203.0.113.0/24', '203.0.0.0/16'], ['::FFFF:203.0.113.7', '203.0.113.0/24', '203.0.0.0/16'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'], ['::fffe:cb00:7107', '0:0:0:0::/64', '0:0:0::/48'], ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64', '64:ff9b:0::/48'], ['2001:db8:1:2:3:4:203.0.113.7', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['203.0.113.7:50123', '203.0.113.0/24', '203.0.0.0/16'], ['[2001:db8:1:2::9]:50123', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['', 'unknown', 'unknown/0'], ['203.0.113.700', 'unknown', 'unknown/0'], ['zz::1', 'unknown', 'unknown/0'], ['1::2::3', 'unknown', 'unknown/0'], ['localhost', 'unknown', 'unknown/0'],
])('%s belongs to the network %s and with it to %s', (address, network, wide) => {
  expect([networkOf(address), wideNetworkOf(address)]).toEqual([network, wide])
})

test('number and birth date are looked for in one index, so that a wrong date reads no more of the register than an unknown number', async () => {
  await platform.asOwner(`insert into licences.licence (id, number, material, family, identity_index, holder_name, holder_birth_date, holder_residence, held, passed_on, issued_on, issued_by, state, entered_at)
    select gen_random_uuid(), (980000000000 + n)::text, 'card', 'definite', decode(md5(n::text), 'hex'), 'Mẫu', '1985-03-27', '\\x00', '[{}]', '2016-01-01', '2020-01-01', 'Mẫu', 'valid', now() from generate_series(1, 4000) n`)
  await platform.asOwner('analyze licences.licence')
  const touched = async (number: string) => {
    const [plan] = await platform.asOwner<{ 'QUERY PLAN': unknown }>(`explain (analyze, buffers, timing off, summary off, format json) select held from licences.licence where number = '${number}' and holder_birth_date = '1990-01-01'`)
    return JSON.stringify(plan)
  }
  const [known, unknown] = [await touched('980000002000'), await touched('980000002000x')]
  expect(known).toContain('licence_look_up')
  const buffers = (plan: string) => /"Shared Hit Blocks": ?(\d+)/.exec(plan)?.[1]
  expect(Number(buffers(known))).toBeGreaterThan(0)
  expect(buffers(known)).toBe(buffers(unknown))
})
