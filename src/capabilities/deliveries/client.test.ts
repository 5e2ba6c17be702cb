import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { system } from '../../../sandbox/post/system.ts'
import { openOutsideWorld, type OutsideWorld } from '../../../test/support/outside-world.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { retryStuckJob } from '../../platform/observability/stuck-jobs.ts'
import { newId } from '../../platform/values/ids.ts'
import { closeList, countList, handToPerson, hint, invariants, jobs, order, parcelOf, printBatch, queueCard, scanItem } from './index.ts'
import { isItemNumber } from './parcel.ts'
import { findParcelOfDossier, updateRecipient } from './store/parcels.ts'

const actor = systemActor('test')
const staff = (role: string, staffId: string, officeCode: string | null) => ({ kind: 'staff' as const, staffId, personId: staffId, role, provinceCode: '24', officeCode, sessionId: 'test', channel: 'online' as const })
const officer = staff('appraiser', newId(), null)
const postal = staff('postal', newId(), 'bac-ninh-buu-dien-tien-du')
const sender = { name: 'Phòng CSGT (mô phỏng)', agencyCode: 'G01.097', address: 'Đường Mẫu', provinceName: 'Bắc Ninh' }
const recipient = { name: 'Nguyễn Văn An', phone: '0000123456', address: '12 Phố Ví Dụ', commune: 'Hoa Sen', provinceName: 'Bắc Ninh' }
const portraitHash = 'ab'.repeat(32)

let world: OutsideWorld
let web: Server
const hints: unknown[] = []
let count = 0

beforeAll(async () => {
  web = createServer((request, response) => {
    void request.setEncoding('utf8').toArray().then((parts) => {
      hints.push({ url: request.url, body: JSON.parse(parts.join('')) })
      response.end()
    })
  })
  await new Promise<void>((done) => { web.listen(0, '127.0.0.1', done) })
  const address = web.address()
  // Friday morning in Viet Nam.
  world = await openOutsideWorld({
    at: '2026-11-20T02:00:00Z', systems: [system], jobs, invariants, webUrl: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
  })
})
beforeEach(() => { hints.length = 0 })
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  web.closeAllConnections()
  web.close()
})

function newDossier() {
  count += 1
  return { dossierId: newId(), personId: newId(), orderNumber: `H05.1-261120-${String(count).padStart(4, '0')}` }
}

async function orderFor(dossier: ReturnType<typeof newDossier>) {
  const id = await world.platform.work(actor, (work) => order(work, { ...dossier, recipient, sender }))
  await world.workerSettles()
  return id
}

const stands = (dossierId: string) => world.platform.work(actor, (work) => parcelOf(work, dossierId))
const factsOf = async (dossierId: string) => (await world.platform.asOwner<{ kind: string }>(`select kind from platform.fact where payload->>'dossierId' = $1 order by sequence`, [dossierId])).map((row) => row.kind)

test('a card goes by post and is delivered on the third working day, without anybody asking', async () => {
  const dossier = newDossier()
  await orderFor(dossier)
  const registered = await stands(dossier.dossierId)
  expect(registered).toMatchObject({ state: 'registered' })
  expect(isItemNumber(registered?.itemNumber ?? '')).toBe(true)
  await world.hoursPass(26)
  // Saturday: nothing moved.
  expect((await stands(dossier.dossierId))?.state).toBe('registered')
  await world.hoursPass(4 * 24)
  const delivered = await stands(dossier.dossierId)
  expect(delivered?.events.map((event) => event.state)).toEqual(['registered', 'collected', 'in-transit', 'delivered'])
  expect(delivered?.events.at(-1)?.happenedAt).toEqual(new Date('2026-11-25T02:00:00Z'))
  expect(await factsOf(dossier.dossierId)).toEqual(['parcel.registered', 'parcel.delivered'])
  expect(await world.platform.asOwner('select * from platform.due')).toEqual([])
  expect(await world.broken()).toEqual({})
})

test('ordering twice is ordering once, also when the post\'s first answer was lost', async () => {
  const dossier = newDossier()
  await world.fault('post', { mode: 'lostAnswer' })
  const first = await orderFor(dossier)
  expect(await stands(dossier.dossierId)).toMatchObject({ state: 'ordered' })
  expect(await world.broken()).toEqual({})
  await world.fault('post', { mode: 'ok' })
  expect(await orderFor(dossier)).toBe(first)
  await world.hoursPass(1)
  expect((await stands(dossier.dossierId))?.state).toBe('registered')
  expect(await world.sandbox.boxOf('post').docs('parcels').count({ orderNumber: dossier.orderNumber })).toBe(1)
  expect(await factsOf(dossier.dossierId)).toEqual(['parcel.registered'])
})

test('the post\'s call-back is a hint: the news comes from asking', async () => {
  const dossier = newDossier()
  await orderFor(dossier)
  await world.control('post', 'move', { orderNumber: dossier.orderNumber, to: 'DELIVERED' })
  expect(hints).toMatchObject([{ url: '/may/buu-chinh/su-kien', body: { orderNumber: dossier.orderNumber, deliveryStatus: 'DELIVERED' } }])
  expect((await stands(dossier.dossierId))?.state).toBe('registered')
  expect(await world.platform.work(actor, (work) => hint(work, dossier.orderNumber))).toBe(true)
  await world.workerSettles()
  expect((await stands(dossier.dossierId))?.state).toBe('delivered')
})

test('an order that the post definitely refuses stops, with an alarm, and goes on once it is mended and put back (C6)', async () => {
  const dossier = newDossier()
  await world.platform.work(actor, (work) => order(work, { ...dossier, recipient: { ...recipient, phone: '0912345678' }, sender }))
  await world.workerSettles()
  await world.hoursPass(5)
  const stuck = await world.platform.asOwner<{ id: string; error: string }>("select id, error from platform.stuck_job where resolved_at is null")
  expect(stuck).toMatchObject([{ error: expect.stringContaining('refused with status 400') }])
  expect(await world.platform.asOwner("select system, details from platform.alarm where kind = 'refused' and settled_at is null")).toEqual([{ system: 'post', details: { task: 'deliveries.order' } }])
  expect(await world.platform.asOwner("select state from platform.source_health where system = 'post'")).toEqual([{ state: 'closed' }])
  expect(await world.broken()).toEqual({})
  await world.platform.work(actor, async (work) => {
    const found = await findParcelOfDossier(work, dossier.dossierId)
    if (found) await updateRecipient(work, found, recipient)
    await retryStuckJob(work, stuck[0]?.id ?? '')
  })
  await world.workerSettles()
  expect((await stands(dossier.dossierId))?.state).toBe('registered')
  expect(await world.broken()).toEqual({})
})

test('a call-back about an unknown parcel changes nothing', async () => {
  expect(await world.platform.work(actor, (work) => hint(work, 'H05.1-000000-0000'))).toBe(false)
})

test('nobody is at home, and after three working days the card goes back', async () => {
  const dossier = newDossier()
  await orderFor(dossier)
  await world.control('post', 'move', { orderNumber: dossier.orderNumber, to: 'FAILED' })
  await world.hoursPass(3)
  expect((await stands(dossier.dossierId))?.state).toBe('failed')
  await world.hoursPass(6 * 24)
  expect((await stands(dossier.dossierId))?.state).toBe('returned')
  expect(await factsOf(dossier.dossierId)).toEqual(['parcel.registered', 'parcel.failed', 'parcel.returned'])
})

test.each(['error500', 'error503', 'reset', 'malformed', 'lostAnswer'] as const)('with the post in mode %s the parcel keeps its last known place and is asked about again', async (mode) => {
  const dossier = newDossier()
  await orderFor(dossier)
  await world.control('post', 'move', { orderNumber: dossier.orderNumber, to: 'COLLECTED' })
  await world.fault('post', { mode })
  await world.hoursPass(2.1)
  expect((await stands(dossier.dossierId))?.state).toBe('registered')
  expect(await world.broken()).toEqual({})
  await world.fault('post', { mode: 'ok' })
  await world.hoursPass(0.5)
  expect((await stands(dossier.dossierId))?.state).toBe('collected')
})

test('cards wait for the printer, are printed in one batch of their province and handed over once', async () => {
  const [posted, collected, elsewhere] = [newDossier(), newDossier(), newDossier()]
  const card = { provinceCode: '24', licenceNumber: '970880000001', portraitHash }
  const work = world.platform.work
  const first = await work(actor, (w) => queueCard(w, { ...card, dossierId: posted.dossierId, personId: posted.personId }))
  expect(await work(actor, (w) => queueCard(w, { ...card, dossierId: posted.dossierId, personId: posted.personId }))).toEqual(first)
  await work(actor, (w) => queueCard(w, { ...card, dossierId: collected.dossierId, personId: collected.personId }))
  await work(actor, (w) => queueCard(w, { ...card, provinceCode: '01', dossierId: elsewhere.dossierId, personId: elsewhere.personId }))
  await expect(work(actor, (w) => handToPerson(w, first.id))).rejects.toMatchObject({ code: 'card-not-printed' })
  await expect(work(officer, (w) => closeList(w, [first.id]))).rejects.toMatchObject({ code: 'card-not-here' })

  const batch = await work(actor, (w) => printBatch(w, '24'))
  expect(batch?.cards.map((one) => one.dossierId)).toEqual([posted.dossierId, collected.dossierId])
  expect(batch?.cards[0]).toMatchObject({ cardSerial: expect.stringMatching(/^ZX\d{6}$/), portraitHash })
  expect(await work(actor, (w) => printBatch(w, '24'))).toBeUndefined()

  await expect(work(officer, (w) => closeList(w, [first.id]))).rejects.toMatchObject({ code: 'parcel-missing' })
  await orderFor(posted)
  // Ordered, but there is nothing to collect before the card is handed over: the post does not know yet.
  expect((await stands(posted.dossierId))?.state).toBe('ordered')
  expect(await world.broken()).toEqual({})
  const listId = await work(officer, (w) => closeList(w, [first.id]))
  await expect(work(officer, (w) => closeList(w, [first.id]))).rejects.toMatchObject({ code: 'card-not-here' })
  await expect(work(actor, (w) => handToPerson(w, first.id))).rejects.toMatchObject({ code: 'card-on-list' })
  await work(postal, async (w) => scanItem(w, listId, (await parcelOf(w, posted.dossierId))?.itemNumber ?? ''))
  for (const _ of [1, 2]) expect(await work(postal, (w) => countList(w, listId, new Map()))).toBe('complete')
  await world.workerSettles()
  expect((await stands(posted.dossierId))?.state).toBe('registered')
  await expect(work(actor, (w) => handToPerson(w, first.id))).rejects.toMatchObject({ code: 'card-handed-over' })
  expect(await factsOf(posted.dossierId)).toEqual(['card.printed', 'card.listed', 'card.handed-over', 'parcel.registered'])
  expect(await world.broken()).toEqual({})
})

test('the address lies sealed, and events cannot be changed', async () => {
  const dossier = newDossier()
  await orderFor(dossier)
  const rows = await world.platform.asOwner<{ text: string }>(`select encode(recipient, 'escape') as text from deliveries.parcel`)
  expect(rows.map((row) => row.text).join()).not.toContain('Nguy')
  await expect(world.platform.pool.query('update deliveries.event set state = state')).rejects.toThrow(/permission denied/)
  await expect(world.platform.pool.query('delete from deliveries.event')).rejects.toThrow(/permission denied/)
})

test('every promise about cards and parcels notices when it is broken', async () => {
  const planted: Record<string, string> = {
    'DOS8 every parcel under way has a job or a due row': `delete from platform.due`,
    'DOS5 a parcel is where its latest event says': `update deliveries.parcel set state = 'failed' where state = 'registered'`,
    'OUT1 every parcel event names the exchange that brought it': `update deliveries.event set exchange_id = gen_random_uuid() where parcel_id = (select id from deliveries.parcel limit 1)`,
    'AUD1 a parcel that arrived or came back was announced once': `delete from platform.fact where kind = 'parcel.delivered'`,
    'REG5 no parcel leaves before its card': `insert into deliveries.card (id, dossier_id, person_id, province_code, licence_number, card_serial, portrait_hash, state, queued_at)
      select gen_random_uuid(), dossier_id, person_id, '24', '970880000001', 'ZX999999', repeat('ab', 32), 'queued', changed_at from deliveries.parcel where state = 'delivered' limit 1`,
    'REG5 a card handed to the post has a parcel': `update deliveries.card set dossier_id = gen_random_uuid() where handed_over_to = 'post'`,
    'REG5 a card is in exactly one place: where its latest move says': `delete from deliveries.card_move where to_place = 'office'`,
    'DOS5 a card goes to the post only on a list that both sides stand for': `alter table deliveries.list drop constraint if exists list_check4; update deliveries.list_item set outcome = null`,
    'DOS5 what the post did not receive lies in the office, and what lies on a list lies on one': `update deliveries.list set state = 'taken-back'`,
    'REG5 a lost card has at most one living successor, and a successor a lost card that two people gave up': `insert into deliveries.card (id, dossier_id, person_id, province_code, licence_number, card_serial, portrait_hash, state, queued_at, replaces)
      select gen_random_uuid(), gen_random_uuid(), person_id, '24', '970880000001', 'ZX999998', repeat('ab', 32), 'queued', queued_at, id from deliveries.card where state = 'handed-over' limit 1`,
    'DOS5 a choice after a failed attempt reaches the post or has a job that tells it': `insert into deliveries.choice (id, parcel_id, attempt, kind, chosen_at) select gen_random_uuid(), id, 1, 'hold', changed_at from deliveries.parcel limit 1`,
    'DEC2 an old card is destroyed by two people': `alter table deliveries.old_card drop constraint old_card_check4; insert into deliveries.old_card (licence_id, dossier_id, person_id, province_code, state, owed_since, received_by, received_at, ended_by, ended_at)
      select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '24', 'destroyed', n, 'a', n, 'a', n from (select changed_at as n from deliveries.parcel limit 1) p`,
    'B6 a parcel never goes to an address that came too late': `insert into deliveries.choice (id, parcel_id, attempt, kind, chosen_at, told_at, heeded, recipient_before) select gen_random_uuid(), id, 2, 'address', changed_at, changed_at, false, '\\x00' from deliveries.parcel limit 1`,
    'DOS8 an old card still owed has its reminder due': `insert into deliveries.old_card (licence_id, dossier_id, person_id, province_code, state, owed_since)
      select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '24', 'owed', changed_at from deliveries.parcel limit 1`,
    'TIM7 a print batch counts its cards': `update deliveries.batch set cards = cards + 1`,
  }
  await orderFor(newDossier())
  expect(Object.keys(planted).sort()).toEqual(Object.keys(invariants).sort())
  expect(await world.broken()).toEqual({})
  world.platform.breaksPromises()
  for (const statement of Object.values(planted)) await world.platform.asOwner(statement)
  expect(Object.keys(await world.broken()).sort()).toEqual(Object.keys(planted).sort())
})
