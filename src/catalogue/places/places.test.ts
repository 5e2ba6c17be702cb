import { describe, expect, test } from 'vitest'
import { NoProvision } from '../provision.ts'
import { authorityOf } from './authorities.ts'
import { dossierNumber } from './dossier-number.ts'
import { provinces63 } from './provinces-63.ts'
import { findProvince, getProvince, liveProvinces, provincesOn } from './provinces.ts'
import { findServicePoint, listServicePointsOf, servicePointsOn } from './service-points.ts'

describe('provinces', () => {
  test('63 until 30 June 2025, 34 after, every old one in exactly one new one', () => {
    const before = provincesOn('2025-06-30')
    const after = provincesOn('2025-07-01')
    expect([before.length, after.length]).toEqual([63, 34])
    expect(after.flatMap((p) => p.mergedFrom).sort()).toEqual(before.map((p) => p.id).sort())
    for (const old of provinces63) expect(getProvince(old.mergedInto, '2026-01-01').mergedFrom).toContain(old.id)
  })
  test('ids and codes are unique on a day', () => {
    for (const on of ['2025-06-30', '2025-07-01']) {
      const all = provincesOn(on)
      expect(new Set(all.flatMap((p) => [p.id, p.code2])).size).toBe(all.length * 2)
    }
  })
  test.each([
    ['15', 'yen-bai', 'lao-cai'],
    ['24', 'bac-giang', 'bac-ninh'],
    ['44', 'quang-binh', 'quang-tri'],
    ['52', 'binh-dinh', 'gia-lai'],
    ['80', 'long-an', 'tay-ninh'],
    ['82', 'tien-giang', 'dong-thap'],
    ['91', 'kien-giang', 'an-giang'],
  ])('code %s was %s and is %s: a code is read with its date', (code, before, after) => {
    expect(findProvince(code, '2025-06-30')?.id).toBe(before)
    expect(findProvince(code, '2025-07-01')?.id).toBe(after)
  })
  test.each([
    ['bac-giang', 'bac-ninh'],
    ['ha-nam', 'ninh-binh'],
    ['binh-duong', 'ho-chi-minh'],
    ['hai-duong', 'hai-phong'],
    ['thua-thien-hue', 'hue'],
    ['ha-noi', 'ha-noi'],
  ])('%s belongs to %s since July 2025', (old, now) => expect(provincesOn('2026-11-20').filter((p) => p.mergedFrom.includes(old)).map((p) => p.id)).toEqual([now]))
  test('a province that is gone is an error on a later day', () => expect(() => getProvince('ha-nam', '2025-07-01')).toThrow(NoProvision))

  test.each([
    ['2020-06-30', 0],
    ['2020-07-01', 2],
    ['2021-09-29', 2],
    ['2021-09-30', 12],
    ['2022-11-14', 12],
    ['2022-11-15', 63],
    ['2026-11-20', 34],
  ])('on %s the exchange is open in %i provinces (A1)', (on, count) => expect(liveProvinces(on)).toHaveLength(count))
})

describe('authorities', () => {
  test.each([
    ['bac-ninh', '2023-10-31', 'Sở Giao thông vận tải Bắc Ninh', '000.00.19.H05'],
    ['ha-noi', '2025-02-28', 'Sở Giao thông vận tải Hà Nội', '000.00.19.H26'],
    ['ha-noi', '2025-03-01', 'Phòng Cảnh sát giao thông, Công an thành phố Hà Nội', 'G01.001'],
    ['bac-giang', '2025-06-30', 'Phòng Cảnh sát giao thông, Công an tỉnh Bắc Giang', 'G01.024'],
    ['bac-ninh', '2026-11-20', 'Phòng Cảnh sát giao thông, Công an tỉnh Bắc Ninh', 'G01.024'],
  ])('%s on %s: %s', (province, on, name, code) => {
    const authority = authorityOf(province, on)
    expect(authority.name.vi).toBe(name)
    expect(authority.agencyCode.value).toBe(code)
  })
  test('an authority heads its papers with the office directly above it; a place named after a person is written in full (NĐ 30/2020)', () => {
    expect(authorityOf('bac-ninh', '2026-11-20').heading).toEqual({ parent: 'Công an tỉnh Bắc Ninh', name: 'Phòng Cảnh sát giao thông', place: 'Bắc Ninh' })
    expect(authorityOf('ho-chi-minh', '2026-11-20').heading).toEqual({ parent: 'Công an thành phố Hồ Chí Minh', name: 'Phòng Cảnh sát giao thông', place: 'Thành phố Hồ Chí Minh' })
    expect(authorityOf('bac-ninh', '2024-11-20').heading).toEqual({ parent: '', name: 'Sở Giao thông vận tải Bắc Ninh', place: 'Bắc Ninh' })
  })
  test('the agency code of the traffic police is marked as assumed', () => expect(authorityOf('ha-noi', '2026-11-20').agencyCode.assumed).toBe(true))
  test('before the first regime there is no authority', () => expect(() => authorityOf('ha-noi', '2016-01-01')).toThrow(NoProvision))
})

describe('dossier numbers', () => {
  test.each([
    ['000.00.19.H26', '2023-10-14', 1, '000.00.19.H26-231014-0001'],
    ['G01.001', '2025-11-03', 12, 'G01.001-251103-0012'],
    ['G01.001', '2026-01-24', 1, 'G01.001-260124-0001'],
    ['G01.001', '2026-01-25', 1, 'G01.001-260125-010001'],
    ['G01.001', '2026-11-20', 12345, 'G01.001-261120-0112345'],
  ])('%s accepted on %s as number %i of the day', (agency, on, n, expected) => expect(dossierNumber(agency, on, n)).toBe(expected))
  test('the order of the day starts at one', () => expect(() => dossierNumber('G01.001', '2026-11-20', 0)).toThrow())
})

describe('service points (A7)', () => {
  test('Bắc Ninh has eleven: a counter at the centre, six post offices, four commune points', () => {
    const kinds = listServicePointsOf('bac-ninh', '2026-11-20').map(({ kind }) => kind)
    expect([kinds.length, kinds.filter((k) => k === 'one-stop').length, kinds.filter((k) => k === 'post-office').length, kinds.filter((k) => k === 'culture-post').length]).toEqual([11, 1, 6, 4])
  })
  test('every point lies in a province of its day, and none is there before it opened', () => {
    for (const { id, provinceId, from } of servicePointsOn('2026-11-20')) {
      expect(findProvince(provinceId, '2026-11-20')?.id).toBe(provinceId)
      expect(findServicePoint(id, from)?.id).toBe(id)
    }
    expect(servicePointsOn('2023-09-30')).toEqual([])
  })
})
