import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../../sandbox/post/system.ts'
import { openOutsideWorld, type OutsideWorld } from '../../../test/support/outside-world.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { closeList, confirmDifferences, countList, findCardOfDossier, findList, invariants, jobs, labelsOf, order, parcelOf, printBatch, queueCard, scanItem, takeListBack, unscanItem } from './index.ts'
import { itemNumberOf } from './parcel.ts'

const machine = systemActor('test')
const staff = (role: string, officeCode: string | null = null, provinceCode = '24') => {
  const staffId = newId()
  return { kind: 'staff' as const, staffId, personId: staffId, role, provinceCode, officeCode, sessionId: 'test', channel: 'online' as const }
}
const officer = staff('appraiser')
const postal = staff('postal', 'bac-ninh-buu-dien-tien-du')

let world: OutsideWorld
let count = 0
beforeAll(async () => {
  world = await openOutsideWorld({ at: '2026-11-20T02:00:00Z', systems: [system], jobs, invariants })
})
afterAll(() => world[Symbol.asyncDispose]())

const does: OutsideWorld['platform']['work'] = (actor, fn) => world.platform.work(actor, fn)

/** Printed cards that go by post. */
async function printed(cards: number): Promise<{ dossierId: string; cardId: string; itemNumber: string }[]> {
  const made = []
  for (let n = 0; n < cards; n += 1) {
    count += 1
    const [dossierId, personId] = [newId(), newId()]
    const { id: cardId } = await does(machine, (w) => queueCard(w, { dossierId, personId, provinceCode: '24', licenceNumber: '970880000001', portraitHash: 'ab'.repeat(32) }))
    await does(machine, (w) => order(w, {
      dossierId, personId, orderNumber: `H05.2-261120-${String(count).padStart(4, '0')}`,
      recipient: { name: 'Nguyễn Văn An', phone: '0000123456', address: '12 Phố Ví Dụ', commune: 'Hoa Sen', provinceName: 'Bắc Ninh' },
      sender: { name: 'Phòng CSGT (mô phỏng)', agencyCode: 'G01.097', address: 'Đường Mẫu', provinceName: 'Bắc Ninh' },
    }))
    made.push({ dossierId, cardId, itemNumber: (await does(machine, (w) => parcelOf(w, dossierId)))?.itemNumber ?? '' })
  }
  await does(officer, (w) => printBatch(w, '24'))
  return made
}

const cardOf = (dossierId: string) => does(machine, (w) => findCardOfDossier(w, dossierId))
const listOf = (listId: string) => does(machine, (w) => findList(w, listId))

test('a list counted without a difference is complete with the post’s signature: cards, parcels and facts in one transaction (C6)', async () => {
  const cards = await printed(2)
  const listId = await does(officer, (w) => closeList(w, cards.map((card) => card.cardId)))
  for (const { itemNumber } of cards) expect(await does(postal, (w) => scanItem(w, listId, ` ${itemNumber.toLowerCase().replace('zz', 'zz ')} `))).toBe('found')
  expect((await cardOf(cards[0]?.dossierId ?? ''))?.state, 'nothing is handed over before the signature').toBe('printed')
  expect(await does(postal, (w) => countList(w, listId, new Map()))).toBe('complete')
  const list = await listOf(listId)
  expect(list).toMatchObject({ state: 'complete', closedBy: officer.staffId, countedBy: postal.staffId, settledBy: postal.staffId, postOffice: 'bac-ninh-buu-dien-tien-du' })
  expect(list?.countedHash).toBe(list?.contentHash)
  for (const { dossierId } of cards) expect(await cardOf(dossierId)).toMatchObject({ state: 'handed-over', handedOverTo: 'post', listId })
  await world.workerSettles()
  for (const { dossierId, itemNumber } of cards) expect(await does(machine, (w) => parcelOf(w, dossierId))).toMatchObject({ state: 'registered', itemNumber })
  expect(await world.broken()).toEqual({})
})

test('what the post does not find stays with the office, and neither side’s word alone hands anything over (C6)', async () => {
  const [there, lost] = await printed(2)
  if (!there || !lost) throw new Error('two cards')
  const listId = await does(officer, (w) => closeList(w, [there.cardId, lost.cardId]))
  await does(postal, (w) => scanItem(w, listId, there.itemNumber))
  const stray = itemNumberOf(48_000_000)
  expect(await does(postal, (w) => scanItem(w, listId, stray))).toBe('extra')
  await expect(does(postal, (w) => countList(w, listId, new Map([[lost.itemNumber, 'not-in-bag']])))).rejects.toMatchObject({ code: 'reasons-missing', details: { items: stray } })
  await expect(does(postal, (w) => countList(w, listId, new Map([[lost.itemNumber, 'because'], [stray, 'not-ours']])))).rejects.toMatchObject({ code: 'reasons-missing' })
  expect(await does(postal, (w) => countList(w, listId, new Map([[lost.itemNumber, 'not-in-bag'], [stray, 'not-ours']])))).toBe('counted')
  for (const { dossierId } of [there, lost]) expect((await cardOf(dossierId))?.state).toBe('printed')
  await expect(does(postal, (w) => scanItem(w, listId, lost.itemNumber))).rejects.toMatchObject({ code: 'list-not-open' })
  expect(await world.broken()).toEqual({})

  const list = await listOf(listId)
  await expect(does(officer, (w) => confirmDifferences(w, listId, 'f'.repeat(64)))).rejects.toMatchObject({ code: 'list-changed' })
  await expect(does(postal, (w) => confirmDifferences(w, listId, list?.countedHash ?? ''))).rejects.toMatchObject({ code: 'wrong-role' })
  for (const _ of [1, 2]) await does(officer, (w) => confirmDifferences(w, listId, list?.countedHash ?? ''))
  expect(await cardOf(there.dossierId)).toMatchObject({ state: 'handed-over', handedOverTo: 'post' })
  expect(await cardOf(lost.dossierId)).toMatchObject({ state: 'printed', listId: null })
  expect(await world.broken()).toEqual({})

  // It turns up and goes on the next list.
  const next = await does(officer, (w) => closeList(w, [lost.cardId]))
  await does(postal, (w) => scanItem(w, next, lost.itemNumber))
  expect(await does(postal, (w) => countList(w, next, new Map()))).toBe('complete')
  await world.workerSettles()
  expect(await world.broken()).toEqual({})
})

test('a wrong scan is taken back, a mistyped number is refused by its check digit, and a second scan changes nothing (C6)', async () => {
  const [card] = await printed(1)
  if (!card) throw new Error('one card')
  const listId = await does(officer, (w) => closeList(w, [card.cardId]))
  const swapped = card.itemNumber.replace(/(\d)(\d)XX$/, (_, a: string, b: string) => `${a}${(Number(b) + 1) % 10}XX`)
  await expect(does(postal, (w) => scanItem(w, listId, swapped))).rejects.toMatchObject({ code: 'not-item-number' })
  await does(postal, (w) => scanItem(w, listId, card.itemNumber))
  expect(await does(postal, (w) => scanItem(w, listId, card.itemNumber))).toBe('again')
  const stray = itemNumberOf(48_000_001)
  await does(postal, (w) => scanItem(w, listId, stray))
  expect(await does(postal, (w) => scanItem(w, listId, stray))).toBe('again')
  await does(postal, (w) => unscanItem(w, listId, stray))
  await does(postal, (w) => unscanItem(w, listId, card.itemNumber))
  expect(await listOf(listId)).toMatchObject({ extras: [], items: [{ scannedAt: null }] })
  await does(officer, (w) => takeListBack(w, listId))
  expect(await cardOf(card.dossierId)).toMatchObject({ state: 'printed', listId: null })
  await expect(does(postal, (w) => countList(w, listId, new Map()))).rejects.toMatchObject({ code: 'list-not-open' })
  expect(await world.broken()).toEqual({})
})

test('nobody hands cards over for the other side, for another province or twice (DEC2)', async () => {
  const [card] = await printed(1)
  if (!card) throw new Error('one card')
  for (const actor of [postal, staff('signer'), staff('operator')]) await expect(does(actor, (w) => closeList(w, [card.cardId]))).rejects.toMatchObject({ code: 'wrong-role' })
  await expect(does(staff('appraiser', null, '01'), (w) => closeList(w, [card.cardId]))).rejects.toMatchObject({ code: 'card-not-here' })
  await expect(does(officer, (w) => closeList(w, []))).rejects.toMatchObject({ code: 'list-empty' })
  const listId = await does(officer, (w) => closeList(w, [card.cardId]))
  for (const actor of [officer, staff('clerk', 'bac-ninh-hanh-chinh-cong')]) await expect(does(actor, (w) => scanItem(w, listId, card.itemNumber))).rejects.toMatchObject({ code: 'wrong-role' })
  await expect(does(staff('postal', 'ha-noi', '01'), (w) => scanItem(w, listId, card.itemNumber))).rejects.toMatchObject({ code: 'list-not-found' })
  await expect(does(staff('appraiser', null, '01'), (w) => labelsOf(w, listId))).rejects.toMatchObject({ code: 'list-not-found' })
  expect(await does(officer, (w) => labelsOf(w, listId))).toMatchObject([{ itemNumber: card.itemNumber, recipient: { name: 'Nguyễn Văn An' } }])
  await does(officer, (w) => takeListBack(w, listId))
})
