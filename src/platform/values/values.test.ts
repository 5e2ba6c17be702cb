import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newSubmissionCode, parseSubmissionCode } from './codes.ts'
import { addMonths, ageOn, formatDate, instantAt, isLocalDate, localDateAt, parseWireDate } from './dates.ts'
import { isMadeUp, parseIdentityNumber } from './identity-number.ts'
import { formatVnd } from './money.ts'
import { nameKey } from './words.ts'

describe('a submission code', () => {
  test('is read back however a person types it', () => {
    const code = newSubmissionCode()
    expect(parseSubmissionCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code)
    expect(parseSubmissionCode(code.replace('TT-', ''))).toBe(code)
  })
  test('with one wrong or two swapped characters is noticed', () => {
    fc.assert(fc.property(fc.nat(7), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXY'), (at, wrong) => {
      const plain = newSubmissionCode().replace('TT-', '').replace('-', '')
      const changed = plain.slice(0, at) + wrong + plain.slice(at + 1)
      return changed === plain || parseSubmissionCode(changed) === undefined
    }))
    fc.assert(fc.property(fc.nat(6), (at) => {
      const plain = newSubmissionCode().replace('TT-', '').replace('-', '')
      const swapped = plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2)
      return swapped === plain || parseSubmissionCode(swapped) === undefined
    }))
  })
})

describe('a legal day', () => {
  test('is the day in Viet Nam, whatever the server thinks', () => {
    expect(localDateAt(new Date('2026-11-20T17:00:00Z'))).toBe('2026-11-21')
    expect(instantAt('2026-11-27', '17:00').toISOString()).toBe('2026-11-27T10:00:00.000Z')
  })
  test('29 February exists in leap years only', () => {
    expect([isLocalDate('2028-02-29'), isLocalDate('2027-02-29'), isLocalDate('2026-13-01')]).toEqual([true, false, false])
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  })
  test('is in a year that the calendar has', () => {
    expect([isLocalDate('0000-12-31'), parseWireDate('31/12/0000'), isLocalDate('0001-01-01')]).toEqual([false, undefined, true])
  })
  test('ages count completed years', () => {
    expect([ageOn('2008-11-21', '2026-11-20'), ageOn('2008-11-21', '2026-11-21')]).toEqual([17, 18])
  })
  test('is read from both forms of the wire and from no other', () => {
    expect([parseWireDate('19880312'), parseWireDate('12/03/1988'), parseWireDate('31/02/1988')]).toEqual(['1988-03-12', '1988-03-12', undefined])
    expect(formatDate('2026-11-27')).toBe('27/11/2026')
  })
})

test('an identity number tells sex and birth year, and made-up ones are known', () => {
  expect(parseIdentityNumber('097 088 001234')).toMatchObject({ sex: 'male', birthYear: 1988, provinceCode: '097' })
  expect(parseIdentityNumber('097301001234')).toMatchObject({ sex: 'female', birthYear: 2001 })
  expect([isMadeUp('097088001234'), isMadeUp('001088001234')]).toEqual([true, false])
})

test('names are found without marks, and money is written the Vietnamese way', () => {
  expect(nameKey('  Đặng Thị  Minh NGUYỆT ')).toBe('dang thi minh nguyet')
  expect(formatVnd(1_135_000)).toBe('1.135.000\u00a0đ')
})
