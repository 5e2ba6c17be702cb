import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabaseDocs } from '../../sandbox/kit/docs.ts'
import { soundRows } from '../../test/invariants/sound-rows.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { compare, type Told } from './compare.ts'
import { type Books, openBooks } from './read.ts'

let main: TestDatabase
let sandbox: TestDatabase
let pool: pg.Pool
let books: Books
const returned = 'TT-0000-0001'

beforeAll(async () => {
  main = await openTestDatabase()
  // The rows keep the promises of some modules, not those of all.
  main.breaksPromises()
  await main.asOwner(['begin', ...soundRows, 'commit'].join(';\n'))
  sandbox = await openTestDatabase('empty')
  pool = new pg.Pool({ connectionString: sandbox.url, max: 1 })
  const docs = await openDatabaseDocs(pool, pool)
  await docs.collection('payment-platform/orders').put('TEST1', { txnRef: 'TEST1', orderInfo: returned })
  await docs.collection('payment-platform/charges').put('97000001', { transactionNo: '97000001', txnRef: 'TEST1', amountVnd: 115_000 })
  books = openBooks(main.url, sandbox.url)
})
afterAll(async () => {
  await books.close()
  await pool.end()
  await main[Symbol.asyncDispose]()
  await sandbox[Symbol.asyncDispose]()
})

const told: Told = { codes: new Set([returned]), results: new Set(['GPLX']), toldPaid: true, completed: true }
const compared = async () => compare([told], await books.readDossiers(), await books.readBookings())

test('the books of a service that did what it said show nothing wrong', async () => {
  expect(await compared()).toEqual({ lost: 0, chargedTwice: 0, chargedWithoutService: 0, refunded: 0, decidedTwice: 0, filed: 2, decided: 1 })
  expect(await books.countPending()).toBeGreaterThanOrEqual(1)
})

test('how dossiers stand, and what waits for officers or for somebody outside, is told without a page', async () => {
  expect((await books.readStandings()).get(returned)).toBe('returned returned')
  const turn = (to: string) => main.asOwner(`begin; set local session_replication_role = replica; update dossiers.dossier set turn = '${to}' where submission_code <> '${returned}'; commit`)
  await turn('officer')
  const busy = await books.countDesk()
  await turn('outside')
  expect(await books.countDesk()).toBe(busy - 1)
  expect(await books.countWaiting()).toBe(1)
})

test('an officer’s second request for the same thing is counted, a first one is not', async () => {
  const ask = () => main.asOwner(`with asked as (insert into dossiers.supplement_request (id, dossier_id, asked_by, asked_at, answered_at)
    select gen_random_uuid(), id, gen_random_uuid(), now(), now() from dossiers.dossier where submission_code = '${returned}' returning id)
    insert into dossiers.supplement_point (request_id, kind, position, reason, note, answered_at) select id, 'portrait', 1, 'unreadable', '', now() from asked`)
  const before = await books.countRepeatedRequests()
  await ask()
  expect(await books.countRepeatedRequests()).toBe(before)
  await ask()
  expect(await books.countRepeatedRequests()).toBe(before + 1)
})

test('a dossier deleted behind its owner’s back is lost, and its money is kept for nothing', async () => {
  await main.asOwner('begin')
  await main.asOwner('set local session_replication_role = replica')
  await main.asOwner("update dossiers.dossier set submission_code = 'TT-9999-9999' where submission_code = $1", [returned])
  await main.asOwner('commit')
  expect(await compared()).toMatchObject({ lost: 1, chargedWithoutService: 1 })
  await main.asOwner("update dossiers.dossier set submission_code = $1 where submission_code = 'TT-9999-9999'", [returned])
})

test('a second charge of the platform is seen until it has gone back', async () => {
  const docs = await openDatabaseDocs(pool, pool)
  await docs.collection('payment-platform/charges').put('97000002', { transactionNo: '97000002', txnRef: 'TEST1', amountVnd: 115_000 })
  expect(await compared()).toMatchObject({ chargedTwice: 1, refunded: 0 })
  await docs.collection('payment-platform/refunds').put('97000002', { chargeNo: '97000002', amountVnd: 115_000, state: 'sent' })
  expect(await compared()).toMatchObject({ chargedTwice: 0, refunded: 1 })
})

test('a decision that entered into force twice is seen', async () => {
  await main.asOwner(`insert into dossiers.event (id, dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel)
    select gen_random_uuid(), dossier_id, kind, from_status, to_status, at, actor_kind, actor_id, subject_id, channel from dossiers.event where to_status = 'signed'`)
  expect(await compared()).toMatchObject({ decidedTwice: 1 })
})
