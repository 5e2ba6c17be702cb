import { describe, expect, test } from 'vitest'
import { demoCast } from './cast.ts'
import { generatePeople } from './generate.ts'
import type { Person } from './person.ts'
import { provinces } from './places.ts'
import { staffCast } from './staff.ts'

const now = new Date('2026-11-20T02:00:00Z')
const demo = demoCast(now)
const generated = [...generatePeople({ count: 600, seed: 7, now })]
const everybody = [...demo, ...staffCast(), ...generated]

function unique(values: string[]): void {
  expect(new Set(values).size).toBe(values.length)
}

/** Sex and century, then the year of birth, as Luật Căn cước 2023 Đ12 builds a number. */
function numberFits(person: Person): boolean {
  const expected = (person.birthDate >= '2000' ? 2 : 0) + (person.sex === 'female' ? 1 : 0)
  return new RegExp(`^09[789]${expected}${person.birthDate.slice(2, 4)}\\d{6}$`).test(person.identityNumber)
}

describe('made-up people', () => {
  test('have identity numbers that are well built, unique, and given to nobody', () => {
    expect(everybody.filter((person) => !numberFits(person))).toEqual([])
    unique(everybody.map((person) => person.identityNumber))
  })

  test('have licences, phones, addresses and clinics that cannot exist', () => {
    const licences = everybody.flatMap((person) => person.licences)
    unique(licences.map((licence) => licence.licenceNumber))
    expect(licences.filter((licence) => !/^9[789][0-3]\d{9}$/.test(licence.licenceNumber))).toEqual([])
    unique(everybody.map((person) => person.phone))
    expect(everybody.filter((person) => !/^0000\d{6}$/.test(person.phone) || !person.email.endsWith('@vidu.invalid'))).toEqual([])
    const certificates = everybody.flatMap((person) => person.certificates)
    unique(certificates.map((certificate) => certificate.number))
    expect(certificates.filter((certificate) => !/^\d{5}\/GKSKLX\/9[78]\d{3}\/\d{2}$/.test(certificate.number))).toEqual([])
    expect(everybody.filter((person) => !provinces.some((province) => province.code === person.residence.provinceCode))).toEqual([])
  })

  test('are the same for the same seed and others for another', () => {
    expect([...generatePeople({ count: 20, seed: 7, now })]).toEqual(generated.slice(0, 20))
    expect([...generatePeople({ count: 1, seed: 8, now })][0]?.fullName).not.toBe(undefined)
    expect([...generatePeople({ count: 20, seed: 8, now })].map((person) => person.fullName)).not.toEqual(generated.slice(0, 20).map((person) => person.fullName))
  })

  test('may exchange a licence in at least 85 cases of 100, whatever the seed and number', () => {
    for (const [seed, count] of [[1, 7], [2, 30], [3, 300]] as const) {
      const people = [...generatePeople({ count, seed, now })]
      expect(people.filter((person) => person.story.eligible).length / count).toBeGreaterThanOrEqual(0.85)
    }
  })

  test('who may exchange have a licence still good for a month, no open violation, and a fit certificate where one is needed', () => {
    for (const person of [...demo, ...generated].filter((each) => each.story.eligible)) {
      expect(person.licences.some((licence) => licence.expiresOn === null || licence.expiresOn > '2026-12-20')).toBe(true)
      expect(person.violations.filter((violation) => violation.status === 'unresolved')).toEqual([])
      const needsNone = person.licences.every((licence) => ['A1', 'A2', 'A', 'B1'].includes(licence.licenceClass))
      if (!needsNone) expect(person.certificates[0]?.conclusion).toBe('A0-1')
    }
  })

  test('play one story each, told in both languages', () => {
    unique(demo.map((person) => person.story.kind))
    expect(demo.filter((person) => !person.story.words.vi || !person.story.words.en || !person.story.next.vi || !person.story.next.en)).toEqual([])
    expect(demo.map((person) => person.story.slug)).toEqual(['an', 'binh', 'cuc', 'dung', 'em', 'giang', 'hanh', 'khanh', 'lan', 'minh', 'nam'])
  })
})
