import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../../sandbox/post/system.ts'
import { takeOver } from '../../../test/support/hand-over.ts'
import { openOutsideWorld, type OutsideWorld } from '../../../test/support/outside-world.ts'
import { type Actor, systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'
import {
  chooseAfterFailure, closeList, decideReprint, findCardOfDossier, handToPerson, invariants, jobs, listOldCardsOf, order, oweOldCards, parcelOf, printBatch, proposeReprint, queueCard,
  receiveOldCard, recipientOf, sendAnew, takeCardBack,
} from './index.ts'

const machine = systemActor('test')
const staff = (role: string, officeCode: string | null = null) => {
  const staffId = newId()
  return { kind: 'staff' as const, staffId, personId: staffId, role, provinceCode: '24', officeCode, sessionId: 'test', channel: 'online' as const }
}
const [officer, second, postal] = [staff('appraiser'), staff('supervisor'), staff('postal', 'bac-ninh-buu-dien-tien-du')]
const recipient = { name: 'Nguyễn Văn An', phone: '0000123456', address: '12 Phố Ví Dụ', commune: 'Hoa Sen', provinceName: 'Bắc Ninh' }

let world: OutsideWorld
let count = 0
beforeAll(async () => {
  world = await openOutsideWorld({ at: '2026-11-20T02:00:00Z', systems: [system], jobs, invariants })
})
afterAll(() => world[Symbol.asyncDispose]())

const does = <T>(actor: Actor, fn: (work: Work) => Promise<T>) => world.platform.work(actor, fn)
const parcel = (dossierId: string) => does(machine, (w) => parcelOf(w, dossierId))
const card = (dossierId: string) => does(machine, (w) => findCardOfDossier(w, dossierId))

interface Sent {
  readonly dossierId: string
  readonly number: string
}

/** The living card of a dossier goes to the post by a list. */
async function goesToPost({ dossierId }: Sent): Promise<void> {
  await does(officer, (w) => printBatch(w, '24'))
  const { id = '' } = (await card(dossierId)) ?? {}
  await takeOver(world, postal, await does(officer, (w) => closeList(w, [id])))
  await world.workerSettles()
}

/** A card on its way. */
async function sent(): Promise<Sent> {
  count += 1
  const [dossierId, personId, number] = [newId(), newId(), `H05.3-261120-${String(count).padStart(4, '0')}`]
  await does(machine, (w) => queueCard(w, { dossierId, personId, provinceCode: '24', licenceNumber: '970880000001', portraitHash: 'ab'.repeat(32) }))
  await does(machine, (w) => order(w, { dossierId, personId, orderNumber: number, recipient, sender: { name: 'Phòng CSGT (mô phỏng)', agencyCode: 'G01.097', address: 'Đường Mẫu', provinceName: 'Bắc Ninh' } }))
  await goesToPost({ dossierId, number })
  return { dossierId, number }
}

/** The post moves a parcel; the next question hears of it. */
async function moves(number: string, to: string, details: Record<string, string> = {}): Promise<void> {
  await world.control('post', 'move', { orderNumber: number, to, ...details })
  await world.hoursPass(2.1)
}

test('a failed attempt has a reason; its person chooses another address once, and who took it is the proof (B6)', async () => {
  const one = await sent()
  await moves(one.number, 'FAILED', { reason: 'ADDRESS' })
  expect(await parcel(one.dossierId)).toMatchObject({ state: 'failed', awaitsChoice: true })
  expect((await parcel(one.dossierId))?.events.at(-1)).toMatchObject({ state: 'failed', reason: 'address' })
  const elsewhere = { ...recipient, address: '99 Phố Khác' }
  for (const address of [elsewhere, { ...recipient, address: 'bấm hai lần' }]) await does(machine, (w) => chooseAfterFailure(w, one.dossierId, { kind: 'address', recipient: address }))
  expect((await parcel(one.dossierId))?.awaitsChoice).toBe(false)
  expect(await world.broken()).toEqual({})
  await world.workerSettles()
  const going = await parcel(one.dossierId)
  expect(going?.state).toBe('in-transit')
  expect(going && (await does(machine, (w) => recipientOf(w, going)))).toEqual(elsewhere)
  expect(await world.sandbox.boxOf('post').docs<{ receiver: { address: string } }>('parcels').get(one.number)).toMatchObject({ receiver: { address: '99 Phố Khác' } })
  await moves(one.number, 'DELIVERED', { relation: 'FAMILY' })
  expect((await parcel(one.dossierId))?.events.at(-1)).toMatchObject({ state: 'delivered', relation: 'family' })
  expect(await world.broken()).toEqual({})
})

test('what somebody chose reaches a silent post as soon as it answers, and a choice that comes too late is said to be (B6)', async () => {
  const one = await sent()
  await moves(one.number, 'FAILED')
  await world.fault('post', { mode: 'error503' })
  await does(machine, (w) => chooseAfterFailure(w, one.dossierId, { kind: 'hold' }))
  await world.workerSettles()
  expect(await world.broken()).toEqual({})
  await world.fault('post', { mode: 'ok' })
  await world.hoursPass(1)
  expect((await parcel(one.dossierId))?.state).toBe('held')

  const late = await sent()
  await moves(late.number, 'FAILED')
  await world.control('post', 'move', { orderNumber: late.number, to: 'RETURNED' })
  await does(machine, (w) => chooseAfterFailure(w, late.dossierId, { kind: 'again' }))
  await world.workerSettles()
  expect((await parcel(late.dossierId))?.state).toBe('returned')
  expect(await world.facts('parcel.too-late')).toHaveLength(1)
  await expect(does(machine, (w) => chooseAfterFailure(w, late.dossierId, { kind: 'again' }))).rejects.toMatchObject({ code: 'parcel-moved-on' })
  expect(await world.broken()).toEqual({})
})

test('an address that came too late is nobody’s: the parcel is not addressed to it, and its person is not asked the same again (B6)', async () => {
  const late = await sent()
  await moves(late.number, 'FAILED')
  const elsewhere = { ...recipient, address: '99 Phố Khác' }
  expect(await does(machine, (w) => chooseAfterFailure(w, late.dossierId, { kind: 'address', recipient: elsewhere }))).toBe(true)
  await world.control('post', 'move', { orderNumber: late.number, to: 'IN_TRANSIT' })
  // The post is told, answers that it moved on, and falls silent before it says where to.
  const before = (await world.facts('parcel.too-late')).length
  await world.workerSettles()
  expect(await world.facts('parcel.too-late')).toHaveLength(before + 1)
  const now = await parcel(late.dossierId)
  expect(now?.awaitsChoice).toBe(false)
  expect(now && (await does(machine, (w) => recipientOf(w, now)))).toEqual(recipient)
  expect(await world.broken()).toEqual({})
  await moves(late.number, 'FAILED')
  expect(await parcel(late.dossierId), 'after the next attempt there is something to choose again').toMatchObject({ state: 'failed', awaitsChoice: true })
  await does(machine, (w) => chooseAfterFailure(w, late.dossierId, { kind: 'address', recipient: elsewhere }))
  await world.workerSettles()
  const going = await parcel(late.dossierId)
  expect(going && (await does(machine, (w) => recipientOf(w, going)))).toEqual(elsewhere)
  expect(await world.broken()).toEqual({})
})

test('a choice that came too late is not taken again while the post still says that it failed (B6)', async () => {
  const late = await sent()
  await moves(late.number, 'FAILED')
  await world.control('post', 'move', { orderNumber: late.number, to: 'IN_TRANSIT' })
  await does(machine, (w) => chooseAfterFailure(w, late.dossierId, { kind: 'again' }))
  await world.platform.asOwner('update deliveries.choice set told_at = chosen_at, heeded = false where told_at is null')
  expect(await parcel(late.dossierId)).toMatchObject({ state: 'failed', awaitsChoice: false })
  expect(await does(machine, (w) => chooseAfterFailure(w, late.dossierId, { kind: 'again' }))).toBe(false)
  expect(await world.facts('parcel.chosen')).toHaveLength((await world.platform.asOwner('select from deliveries.choice')).length)
})

test('after three attempts the card goes back whatever anybody says (B6)', async () => {
  const [one, before] = [await sent(), await world.facts('parcel.failed')]
  for (const attempt of [1, 2, 3]) {
    await moves(one.number, 'FAILED')
    expect((await parcel(one.dossierId))?.awaitsChoice).toBe(attempt < 3)
    if (attempt < 3) await does(machine, (w) => chooseAfterFailure(w, one.dossierId, { kind: 'again' }))
    await world.workerSettles()
  }
  await expect(does(machine, (w) => chooseAfterFailure(w, one.dossierId, { kind: 'again' }))).rejects.toMatchObject({ code: 'no-attempt-left' })
  expect(await world.facts('parcel.failed')).toHaveLength(before.length + 3)
  await world.hoursPass(6 * 24)
  expect((await parcel(one.dossierId))?.state).toBe('returned')
})

test('a card that came back is sent anew as a parcel of its own, or given to its person at the counter (B6, C6)', async () => {
  const [one, other] = [await sent(), await sent()]
  for (const { number } of [one, other]) await moves(number, 'RETURNED')
  await expect(does(postal, (w) => takeCardBack(w, one.dossierId))).rejects.toMatchObject({ code: 'wrong-role' })
  await does(machine, (w) => sendAnew(w, one.dossierId, one.number, { ...recipient, address: '99 Phố Khác' }))
  expect(await parcel(one.dossierId)).toMatchObject({ state: 'ordered', round: 2, orderNumber: `${one.number}/2` })
  expect(await world.broken()).toEqual({})
  for (const { dossierId } of [one, other]) for (const _ of [1, 2]) await does(officer, (w) => takeCardBack(w, dossierId))
  expect(await card(one.dossierId)).toMatchObject({ state: 'printed', handedOverTo: null, listId: null })
  await does(officer, async (w) => handToPerson(w, (await findCardOfDossier(w, other.dossierId))?.id ?? ''))
  await goesToPost(one)
  await moves(`${one.number}/2`, 'DELIVERED')
  expect((await parcel(one.dossierId))?.state).toBe('delivered')
  await expect(does(officer, (w) => takeCardBack(w, one.dossierId))).rejects.toMatchObject({ code: 'card-not-back' })
  expect(await world.broken()).toEqual({})
})

test('a card just handed over a second time is not here again, however silent the post is (B6, C6)', async () => {
  const one = await sent()
  await moves(one.number, 'RETURNED')
  await does(machine, (w) => sendAnew(w, one.dossierId, one.number))
  await does(officer, (w) => takeCardBack(w, one.dossierId))
  await world.fault('post', { mode: 'error503' })
  await goesToPost(one)
  expect(await parcel(one.dossierId)).toMatchObject({ state: 'ordered', round: 2 })
  await expect(does(officer, (w) => takeCardBack(w, one.dossierId))).rejects.toMatchObject({ code: 'card-not-back' })
  expect(await card(one.dossierId)).toMatchObject({ state: 'handed-over', handedOverTo: 'post' })
  await world.fault('post', { mode: 'ok' })
  await world.hoursPass(1)
  expect(await parcel(one.dossierId)).toMatchObject({ state: 'registered', round: 2 })
  expect(await world.broken()).toEqual({})
})

test('who owes two old cards and sent one back is still reminded of the other, and of nothing once both are here (law: the driver sends it back)', async () => {
  const [dossierId, personId, first, other] = [newId(), newId(), newId(), newId()]
  await does(machine, (w) => oweOldCards(w, { dossierId, personId, provinceCode: '24' }, [first, other]))
  const reminders = async () => (await world.facts('old-card.reminded')).filter((fact) => fact['dossierId'] === dossierId).length
  await does(officer, (w) => receiveOldCard(w, first))
  expect(await world.broken()).toEqual({})
  await world.hoursPass(16 * 24)
  expect(await reminders()).toBe(1)
  await does(officer, (w) => receiveOldCard(w, other))
  await world.hoursPass(16 * 24)
  expect(await reminders()).toBe(1)
  expect(await does(machine, (w) => listOldCardsOf(w, dossierId))).toMatchObject([{ state: 'received' }, { state: 'received' }])
  expect(await world.broken()).toEqual({})
})

test('a card lost by the post is printed anew once, on the word of two officers (C6, DEC2)', async () => {
  const one = await sent()
  await expect(does(officer, (w) => proposeReprint(w, one.dossierId))).rejects.toMatchObject({ code: 'card-not-lost' })
  await moves(one.number, 'LOST')
  const lost = await card(one.dossierId)
  await expect(does(second, (w) => decideReprint(w, one.dossierId, one.number, true))).rejects.toMatchObject({ code: 'reprint-not-proposed' })
  for (const _ of [1, 2]) await does(officer, (w) => proposeReprint(w, one.dossierId))
  await expect(does(officer, (w) => decideReprint(w, one.dossierId, one.number, true))).rejects.toMatchObject({ code: 'wrong-role' })
  const made = await does(second, (w) => decideReprint(w, one.dossierId, one.number, true))
  expect(made?.card).toMatchObject({ state: 'queued', replaces: lost?.id, portraitHash: lost?.portraitHash, licenceNumber: lost?.licenceNumber })
  expect(made?.card.cardSerial).not.toBe(lost?.cardSerial)
  await expect(does(second, (w) => decideReprint(w, one.dossierId, one.number, true))).rejects.toMatchObject({ code: 'card-not-lost' })
  await goesToPost(one)
  expect(await parcel(one.dossierId)).toMatchObject({ state: 'registered', round: 2 })
  expect(await world.broken()).toEqual({})
  // The register, which voids the lost card with the dossier's transaction, is not of this world.
  world.platform.breaksPromises()
})
