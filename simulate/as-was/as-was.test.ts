import { expect, test } from 'vitest'
import type { Fate } from '../plan/fates.ts'
import { noFaults } from '../plan/rates.ts'
import { asWasOf, makeUp } from '../run/arms.ts'
import { firstBelowWhole, sweepAsWas } from '../run/sweep.ts'
import { walkAsWas } from './model.ts'

const MONDAY = new Date('2026-11-23T01:00:00Z')
const lucky: Fate = { certificate: undefined, payment: 'plain', picture: undefined }
const up = { isDown: () => false, badAgain: 0, random: () => 0.5 }

test('yesterday too, whoever met no fault got there, after a day of waiting for the second approval of the account (P6)', () => {
  expect(walkAsWas(lucky, MONDAY, up)).toMatchObject({ completed: true, quit: undefined, feesLost: 0, askedAgain: 0 })
  expect(walkAsWas(lucky, MONDAY, up).hoursToFile).toBeGreaterThan(24)
})

test('a violation source that is down blocked the filing, and a minute later still did (P1)', () => {
  expect(walkAsWas(lucky, MONDAY, { ...up, isDown: () => true })).toMatchObject({ completed: false, quit: { reason: 'failed-twice', step: 'violations' }, feesLost: 0 })
})

test('a source that is back within the minute blocked nobody', () => {
  let asked = 0
  expect(walkAsWas(lucky, MONDAY, { ...up, isDown: () => ++asked === 1 }).completed).toBe(true)
})

test('the number of a late certificate was refused unless the account took longer than the clinic (P2)', () => {
  expect(walkAsWas({ ...lucky, certificate: { lateHours: 72 } }, MONDAY, up).quit).toEqual({ reason: 'failed-twice', step: 'certificate' })
})

test('a certificate on paper was a trip to the office (P3)', () => {
  expect(walkAsWas({ ...lucky, certificate: 'on-paper' }, MONDAY, up).quit).toEqual({ reason: 'required-trip', step: 'certificate' })
})

test('money was lost where the platform’s message was, where it failed after the charge, and where it charged twice; ten minutes were borne (P4)', () => {
  const pays = (payment: Fate['payment']) => walkAsWas({ ...lucky, payment }, MONDAY, up)
  expect(pays('slow')).toMatchObject({ completed: true, feesLost: 0 })
  expect(pays('lost')).toMatchObject({ completed: false, quit: { reason: 'left-in-the-dark' }, feesLost: 1 })
  expect(pays('failAfterCharge')).toMatchObject({ completed: false, quit: { reason: 'money-gone' }, feesLost: 1 })
  expect(pays('double')).toMatchObject({ completed: true, feesLost: 1 })
})

test('a bad picture was found out by the officer and asked for again; a second bad one was too much (P5)', () => {
  const bad: Fate = { ...lucky, picture: 'dark' }
  expect(walkAsWas(bad, MONDAY, up)).toMatchObject({ completed: true, askedAgain: 1 })
  expect(walkAsWas(bad, MONDAY, { ...up, badAgain: 1 })).toMatchObject({ completed: false, quit: { step: 'portrait' }, askedAgain: 2 })
})

test('without any fault everybody who may exchange gets there, and the same seed tells the same story', () => {
  const people = makeUp(60, 1, MONDAY).filter(({ story }) => story.kind !== 'late-certificate')
  const calm = asWasOf(people, noFaults, 1, MONDAY)
  expect(calm).toMatchObject({ completedShare: 1, feesLost: 0, quit: {} })
  const rates = { ...noFaults, violationsDown: 0.35, paymentLost: 0.1 }
  expect(asWasOf(people, rates, 1, MONDAY)).toEqual(asWasOf(people, rates, 1, MONDAY))
  expect(asWasOf(people, rates, 1, MONDAY).completedShare).toBeLessThan(1)
})

test('the sweep of the model begins whole and falls where a fault blocks; what yesterday bore it bears at every rate', () => {
  const curves = sweepAsWas(1, MONDAY)
  const rates = Array.from({ length: 11 }, (_, tenth) => tenth / 10)
  const firstLoss = (kind: Parameters<typeof curves.get>[0]) => firstBelowWhole(rates, curves.get(kind) ?? [])
  expect([firstLoss('violationsDown'), firstLoss('certificateOnPaper'), firstLoss('paymentLost')]).toEqual([0.1, 0.1, 0.1])
  expect([firstLoss('paymentSlow'), firstLoss('postLost')]).toEqual([undefined, undefined])
  expect(curves.get('violationsDown')?.at(-1)).toBe(0)
})
