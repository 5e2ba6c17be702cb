import { expect, test } from 'vitest'
import { type Booking, compare, type DossierRow, type Told } from './compare.ts'

const filed: DossierRow = {
  code: 'TT-0000-0001', status: 'filed', amountVnd: 115_000, filedAt: new Date('2026-11-20T02:00:00Z'), acceptedAt: null, signedAt: null, closedAt: null,
  signings: 0, registerRows: 0, signedDecisions: 0, feeMet: true,
}
const returned: DossierRow = { ...filed, code: 'TT-0000-0002', status: 'returned', acceptedAt: new Date('2026-11-21T02:00:00Z'), signings: 1, registerRows: 1, signedDecisions: 1 }
const told = (code: string, more: Partial<Told> = {}): Told => ({ codes: new Set([code]), results: new Set(), toldPaid: true, completed: false, ...more })
const booking = (code: string, more: Partial<Booking> = {}): Booking => ({ code, chargedVnd: 115_000, charges: 1, refundedVnd: 0, refunds: 0, ...more })

const sound = {
  told: [told(filed.code), told(returned.code, { completed: true })],
  rows: [filed, returned],
  bookings: [booking(filed.code), booking(returned.code, { chargedVnd: 230_000, charges: 2, refundedVnd: 115_000, refunds: 1 })],
}

test('where everybody got what they were told, nothing is lost, doubled or kept; a double charge that went back is no wrong', () => {
  expect(compare(sound.told, sound.rows, sound.bookings)).toEqual({ lost: 0, chargedTwice: 0, chargedWithoutService: 0, refunded: 1, decidedTwice: 0, filed: 2, decided: 1 })
})

test('a submission code that somebody was told and the database does not know is a lost dossier', () => {
  expect(compare([...sound.told, told('TT-0000-0009')], sound.rows, sound.bookings).lost).toBe(1)
})

test('a payment that somebody was told has arrived, and that the dossier does not know, is lost', () => {
  expect(compare(sound.told, [{ ...filed, feeMet: false }, returned], sound.bookings).lost).toBe(1)
})

test('a licence that somebody was told is theirs, and that the register does not have, is lost', () => {
  expect(compare(sound.told, [filed, { ...returned, registerRows: 0 }], sound.bookings).lost).toBe(1)
})

test('two fees kept for one dossier are one too many', () => {
  expect(compare(sound.told, sound.rows, [booking(filed.code, { chargedVnd: 230_000, charges: 2 })]).chargedTwice).toBe(1)
})

test('money kept for no dossier, for one that does not know of it, or for one refused before acceptance is money without service', () => {
  const without = (rows: readonly DossierRow[]) => compare([], rows, [booking(filed.code)]).chargedWithoutService
  expect(without([])).toBe(1)
  expect(without([{ ...filed, feeMet: false }])).toBe(1)
  expect(without([{ ...filed, status: 'refused' }])).toBe(1)
  expect(without([filed])).toBe(0)
})

test('two signings, two rows of the register or two signed decisions are one decision too many', () => {
  for (const doubled of [{ signings: 2 }, { registerRows: 2 }, { signedDecisions: 2 }]) expect(compare([], [{ ...returned, ...doubled }], []).decidedTwice).toBe(1)
})
