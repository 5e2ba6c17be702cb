import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { burstAt, drawBursts, isDown } from './bursts.ts'
import { dealDoors, doors } from './doors.ts'
import { countFates, drawFates } from './fates.ts'
import { articlesStress, assumptions, noFaults } from './rates.ts'

const MONDAY = new Date('2026-11-23T01:00:00Z')
const HOUR_MS = 3_600_000

function shareDown(seed: number, share: number): number {
  const end = MONDAY.getTime() + 30 * 24 * HOUR_MS
  const down = drawBursts(seed, share, MONDAY, 30).reduce((sum, { from, until }) => sum + Math.max(0, Math.min(until.getTime(), end) - from.getTime()), 0)
  return down / (end - MONDAY.getTime())
}

test('the violation source is down 35 percent of a month, whatever the seed, and never or always where that is asked for', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    expect(shareDown(seed, 0.35)).toBeGreaterThan(0.31)
    expect(shareDown(seed, 0.35)).toBeLessThan(0.39)
  }
  expect([shareDown(1, 0), shareDown(1, 1)]).toEqual([0, 1])
})

test('it is down in bursts: some an hour and more, with hours of answers between them, the same for the same seed', () => {
  const bursts = drawBursts(7, 0.35, MONDAY, 30)
  const lengths = bursts.map(({ from, until }) => (until.getTime() - from.getTime()) / HOUR_MS)
  expect(Math.max(...lengths)).toBeGreaterThan(1.5)
  expect(bursts.every(({ from }, index) => index === 0 || from >= (bursts[index - 1]?.until ?? from))).toBe(true)
  expect(drawBursts(7, 0.35, MONDAY, 30)).toEqual(bursts)
  expect(drawBursts(8, 0.35, MONDAY, 30)).not.toEqual(bursts)
  const first = bursts[0]
  expect(first && burstAt(bursts, first.from)).toBe(first)
  expect(first && burstAt(bursts, first.until)).not.toBe(first)
  expect(first && [isDown(bursts, first.from), isDown(bursts, first.until)]).toEqual([true, false])
})

const person = (index: number) => ({
  identityNumber: `099${String(index).padStart(9, '0')}`,
  story: { slug: `g-${index}`, kind: 'all-well', eligible: index % 10 !== 3 },
  certificates: index % 4 === 0 ? [] : [{ number: `${index}/GKSKLX/97014/26`, sentAt: '2026-11-01T00:00:00Z' }],
})
const people = Array.from({ length: 500 }, (_, index) => person(index))

test('of five hundred people each kind of fault meets its share, and no kind fewer than ten', () => {
  const fates = drawFates(people, articlesStress, 1)
  const counts = countFates(fates.values())
  const certificates = people.filter(({ story, certificates: has }) => story.eligible && has.length > 0).length
  expect(counts).toEqual({
    certificateLate: Math.ceil(certificates * 0.4), certificateOnPaper: Math.ceil(certificates * 0.2), paymentSlow: 100, paymentDouble: 15, paymentLost: 15, paymentFailsAfterCharge: 10, portraitBad: 75,
  })
  expect(Math.min(...Object.values(counts))).toBeGreaterThanOrEqual(10)
})

test('whoever may not exchange and whoever needs no certificate is not dealt what cannot befall them', () => {
  const fates = drawFates(people, { ...noFaults, certificateLate: 1 }, 1)
  for (const one of people) {
    const fate = fates.get(one.identityNumber)
    expect(fate !== undefined).toBe(one.story.eligible)
    if (fate) expect(fate.certificate !== undefined).toBe(one.certificates.length > 0)
  }
  const hours = [...fates.values()].flatMap(({ certificate }) => (typeof certificate === 'object' ? certificate.lateHours : []))
  expect([Math.min(...hours) >= 1, Math.max(...hours) <= 72]).toEqual([true, true])
})

test('the same seed deals the same fates, another seed others', () => {
  expect(drawFates(people, articlesStress, 3)).toEqual(drawFates(people, articlesStress, 3))
  expect(drawFates(people, articlesStress, 3)).not.toEqual(drawFates(people, articlesStress, 4))
})

test('the README states every rate, and that all are assumed', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
  expect(readme).toContain('Every rate is an assumption')
  for (const { kind, articlesStress: rate, of } of assumptions) expect(readme).toContain(`| \`${kind}\` | ${Math.round(rate * 100)} % | ${of} |`)
})

test('every rate says what it is a part of and what it rests on', () => {
  expect(assumptions.filter(({ of, said }) => of === '' || said === '')).toEqual([])
})

test('every door is dealt to somebody who suits it, the same for the same seed, and whoever may not exchange comes online', () => {
  const cast = Array.from({ length: 60 }, (_, index) => ({
    ...person(index), fullName: 'X', birthDate: '1980-01-01', phone: '', email: '', residence: { provinceCode: '24', provinceName: '', commune: '', street: '' },
    licences: [{ licenceNumber: '', licenceClass: 'B2', expiresOn: null, regime: 'old', material: 'card' }],
    certificates: index % 4 === 0 ? [] : [{ number: '', forClass: 'B', conclusion: '', concludedOn: '', clinicName: '', doctorName: '', sentAt: '2026-11-20T00:00:00Z' }],
  }))
  const dealt = dealDoors(cast, 5)
  expect(new Set(dealt.values())).toEqual(new Set(doors))
  expect(dealDoors(cast, 5)).toEqual(dealt)
  expect(dealDoors(cast, 6)).not.toEqual(dealt)
  const through = (door: string) => cast.filter(({ identityNumber }) => dealt.get(identityNumber) === door)
  expect(through('clinic').every(({ certificates }) => certificates.length > 0)).toBe(true)
  expect(cast.filter(({ story }) => !story.eligible).every(({ identityNumber }) => dealt.get(identityNumber) === 'online')).toBe(true)
})
