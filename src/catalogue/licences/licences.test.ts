import { describe, expect, test } from 'vitest'
import type { LicenceClassId } from './class-ids.ts'
import { classOptions } from './class-mapping.ts'
import { classLabel, expiryOf, isLicenceClassId, licenceClasses } from './classes.ts'
import { ClassNotChosen, choicesToMake, type HeldClass, newLicence } from './new-licence.ts'
import { composeLicenceNumber } from './number.ts'
import { carriedPoints } from './points.ts'
import type { RestrictionCode } from './restriction-codes.ts'

const held = (id: LicenceClassId, expiresOn: string | null = null, restrictions: RestrictionCode[] = []): HeldClass => ({ class: id, issuedOn: '2016-11-30', expiresOn, restrictions })
const an = { birthDate: '1985-03-14', sex: 'male' } as const
const DAY = '2026-11-20'

describe('classes', () => {
  test('there are 14 old and 15 new ones, each id once', () => {
    expect(licenceClasses.filter((c) => c.scheme === 'law-2008')).toHaveLength(14)
    expect(licenceClasses.filter((c) => c.scheme === 'law-2024')).toHaveLength(15)
    expect(new Set(licenceClasses.map((c) => c.id)).size).toBe(29)
  })
  test('B1 alone names no class: the law belongs to the name', () => {
    expect(isLicenceClassId('B1')).toBe(false)
    expect(isLicenceClassId('law-2008:B1')).toBe(true)
    expect(classLabel('law-2008:B1-automatic').vi).toBe('B1 số tự động')
  })

  test.each<[string, LicenceClassId, string, string, 'male' | 'female', string | null]>([
    ['a motorcycle never ends', 'law-2024:A', '2026-11-27', '1985-03-14', 'male', null],
    ['a new car class runs ten years', 'law-2024:B', '2026-11-27', '1985-03-14', 'male', '2036-11-27'],
    ['issued on 29 February it ends on the 28th', 'law-2024:B', '2028-02-29', '1985-03-14', 'female', '2038-02-28'],
    ['a lorry runs five years', 'law-2024:C', '2026-11-27', '1985-03-14', 'male', '2031-11-27'],
    ['C1 runs ten', 'law-2024:C1', '2026-11-27', '1985-03-14', 'male', '2036-11-27'],
    ['an old B1 of a woman of 40 runs to her 55th birthday', 'law-2008:B1', '2020-05-01', '1980-02-10', 'female', '2035-02-10'],
    ['of a man of 40 to his 60th', 'law-2008:B1', '2020-05-01', '1980-02-10', 'male', '2040-02-10'],
    ['of a woman of 46 ten years', 'law-2008:B1', '2020-05-01', '1974-02-10', 'female', '2030-05-01'],
    ['of a man of exactly 50 to his 60th birthday', 'law-2008:B1', '2020-05-01', '1970-05-01', 'male', '2030-05-01'],
    ['an old bus class stops at 55 for men', 'law-2008:E', '2022-01-01', '1970-06-01', 'male', '2025-06-01'],
    ['and runs five years before that', 'law-2008:E', '2022-01-01', '1985-06-01', 'male', '2027-01-01'],
    ['at 50 for women', 'law-2008:E', '2022-01-01', '1975-06-01', 'female', '2025-06-01'],
  ])('%s', (_, id, issuedOn, birthDate, sex, expected) => expect(expiryOf(id, issuedOn, { birthDate, sex })).toBe(expected))
})

describe('what an old class becomes (Điều 89.3)', () => {
  test.each<[LicenceClassId, string[], string[], string | null]>([
    ['law-2008:A1', ['law-2024:A'], ['A.03'], null],
    ['law-2008:A2', ['law-2024:A'], [], null],
    ['law-2008:A3', ['law-2024:B1'], [], null],
    ['law-2008:A4', [], [], null],
    ['law-2008:B1-automatic', ['law-2024:B'], ['B.01'], null],
    ['law-2008:B1', ['law-2024:B', 'law-2024:C1'], [], 'tractor-to-3500kg'],
    ['law-2008:B2', ['law-2024:B', 'law-2024:C1'], [], 'tractor-to-3500kg'],
    ['law-2008:C', ['law-2024:C'], [], 'tractor-over-3500kg'],
    ['law-2008:D', ['law-2024:D2'], [], 'tractor-over-3500kg'],
    ['law-2008:E', ['law-2024:D'], [], 'tractor-over-3500kg'],
    ['law-2008:FB2', ['law-2024:BE', 'law-2024:C1E'], [], 'tractor-to-3500kg'],
    ['law-2008:FC', ['law-2024:CE'], [], 'tractor-over-3500kg'],
    ['law-2008:FD', ['law-2024:D2E'], [], 'tractor-over-3500kg'],
    ['law-2008:FE', ['law-2024:DE'], [], 'tractor-over-3500kg'],
  ])('%s becomes %j', (from, to, restrictions, entitlement) => {
    const options = classOptions(from, DAY)
    expect(options.map((o) => o.to)).toEqual(to)
    for (const o of options) expect(o).toMatchObject({ restrictions, entitlement })
  })
  test.each(licenceClasses.filter((c) => c.scheme === 'law-2024').map((c) => c.id))('%s stays what it is', (id) => expect(classOptions(id, DAY).map((o) => o.to)).toEqual([id]))
  test.each(licenceClasses.filter((c) => c.scheme === 'law-2008').map((c) => c.id))('until the end of 2024 %s stays what it is', (id) => expect(classOptions(id, '2024-12-31').map((o) => o.to)).toEqual([id]))
})

describe('the new licence', () => {
  test('An exchanges B2 for B: ten years from the decision, number kept, tractor certificate named', () => {
    const made = newLicence({ licences: [{ number: '970161234567', held: [held('law-2008:B2', '2026-11-30')] }], choice: { 'law-2008:B2': 'law-2024:B' }, filedOn: DAY, decisionOn: '2026-11-27', holder: an })
    expect(made).toEqual({
      number: { kind: 'keep', number: '970161234567' },
      issuedOn: '2026-11-27',
      expiresOn: '2036-11-27',
      classes: [{ class: 'law-2024:B', from: ['law-2008:B2'], expiresOn: '2036-11-27', restrictions: [], entitlement: 'tractor-to-3500kg', source: 'Luật 36/2024/QH15, Điều 89 khoản 3 điểm e' }],
    })
  })
  test('without a choice between B and C1 nothing is assumed', () => {
    const licences = [{ number: '970161234567', held: [held('law-2008:B2', '2026-11-30')] }]
    expect(() => newLicence({ licences, choice: {}, filedOn: DAY, decisionOn: DAY, holder: an })).toThrow(ClassNotChosen)
    expect(() => newLicence({ licences, choice: { 'law-2008:B2': 'law-2024:D' }, filedOn: DAY, decisionOn: DAY, holder: an })).toThrow(ClassNotChosen)
    expect(choicesToMake(licences, DAY).map((c) => c.options.map((o) => o.to))).toEqual([['law-2024:B', 'law-2024:C1']])
  })
  test('a paper motorcycle licence gets a new number, no end and A.03', () => {
    const made = newLicence({ licences: [{ number: 'AB 123456', held: [held('law-2008:A1')] }], choice: {}, filedOn: DAY, decisionOn: DAY, holder: an })
    expect(made).toMatchObject({ number: { kind: 'assign' }, expiresOn: null, classes: [{ class: 'law-2024:A', restrictions: ['A.03'] }] })
  })
  test('integrating A1 and B2: one number, that of the car licence, two classes', () => {
    const made = newLicence({
      licences: [
        { number: '970031111111', held: [held('law-2008:A1')] },
        { number: '970162222222', held: [held('law-2008:B2', '2027-05-01')] },
      ],
      choice: { 'law-2008:B2': 'law-2024:C1' },
      filedOn: DAY,
      decisionOn: '2026-11-27',
      holder: an,
    })
    expect(made.number).toEqual({ kind: 'keep', number: '970162222222' })
    expect(made.classes.map((c) => c.class)).toEqual(['law-2024:A', 'law-2024:C1'])
    expect(made.expiresOn).toBe('2036-11-27')
  })
  test('A1 and A2 together become A without the restriction of A1', () => {
    const made = newLicence({ licences: [{ number: '970031111111', held: [held('law-2008:A1'), held('law-2008:A2')] }], choice: {}, filedOn: DAY, decisionOn: DAY, holder: an })
    expect(made.classes).toMatchObject([{ class: 'law-2024:A', restrictions: [], from: ['law-2008:A1', 'law-2008:A2'] }])
  })
  test('a restriction on the old licence stays on the new one', () => {
    const made = newLicence({ licences: [{ number: '970031111111', held: [held('law-2024:B', '2027-01-01', ['B.02'])] }], choice: {}, filedOn: DAY, decisionOn: DAY, holder: an })
    expect(made.classes[0]?.restrictions).toEqual(['B.02'])
  })
  test('B and C of one licence: the printed end is the earlier one', () => {
    const made = newLicence({ licences: [{ number: '970031111111', held: [held('law-2024:B', '2027-01-01'), held('law-2024:C', '2027-01-01')] }], choice: {}, filedOn: DAY, decisionOn: DAY, holder: an })
    expect(made.expiresOn).toBe('2031-11-20')
  })
  test('the points follow the licence, each part for itself (Điều 58.4)', () => {
    expect(carriedPoints([{ indefinite: null, definite: 4 }], { indefinite: false, definite: true }, DAY)).toEqual({ indefinite: null, definite: 4 })
    expect(carriedPoints([{ indefinite: 12, definite: null }, { indefinite: null, definite: 0 }], { indefinite: true, definite: true }, DAY)).toEqual({ indefinite: 12, definite: 0 })
    expect(carriedPoints([], { indefinite: true, definite: false }, DAY)).toEqual({ indefinite: 12, definite: null })
    expect(carriedPoints([], { indefinite: true, definite: true }, '2024-06-01')).toEqual({ indefinite: null, definite: null })
  })
  test('a new number carries province, sex and the year the test was passed', () => {
    expect(composeLicenceNumber('097085001234', 2016, '7654321')).toBe('970167654321')
    expect(() => composeLicenceNumber('97085001234', 2016, '7654321')).toThrow()
  })
})
