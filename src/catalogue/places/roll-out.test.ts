import { describe, expect, test } from 'vitest'
import { procedureInForce } from '../procedures/index.ts'
import { liveProvinces } from './provinces.ts'
import { rollOutOf, rollOutOn } from './roll-out.ts'

const SLUG = 'exchange-licence'

describe('a province is switched on by date (A1)', () => {
  test.each(['2020-06-30', '2020-07-01', '2021-09-30', '2022-11-15', '2026-11-20'])('on %s the two tables name the same provinces', (on) => {
    expect(rollOutOn(SLUG, on).filter(({ live }) => live).map(({ province }) => province.id)).toEqual(liveProvinces(on).map(({ id }) => id))
  })

  test('the day before its turn Thái Nguyên is told from when, the day itself it is open', () => {
    expect(rollOutOf(SLUG, 'thai-nguyen', '2022-11-14')).toMatchObject({ live: false, since: '2022-11-15' })
    expect(rollOutOf(SLUG, 'thai-nguyen', '2022-11-15').live).toBe(true)
  })

  test('a merged province is open since the last of its parts, and tells each of them', () => {
    const { since, openings } = rollOutOf(SLUG, 'bac-ninh', '2026-11-20')
    expect([since, openings.map(({ part, since: day }) => [part, day.value])]).toEqual(['2022-11-15', [['Bắc Ninh', '2021-09-30'], ['Bắc Giang', '2022-11-15']]])
  })

  test('who cannot file online yet is told where people receive dossiers', () => {
    expect(rollOutOf(SLUG, 'bac-ninh', '2023-10-31').points).toHaveLength(11)
    expect(rollOutOf(SLUG, 'thai-nguyen', '2022-11-14').points).toEqual([])
  })

  test('days that no source prints are marked as assumed', () => {
    expect(rollOutOf(SLUG, 'ha-noi', '2026-11-20').openings[0]?.since.assumed).toBeUndefined()
    expect(rollOutOf(SLUG, 'da-nang', '2026-11-20').openings.every(({ since }) => since.assumed)).toBe(true)
  })

  test('online filing cannot begin before the procedure does', () => {
    for (const { since, province } of rollOutOn(SLUG, '2025-06-30')) expect(procedureInForce(SLUG, since).inForceFrom <= since, province.id).toBe(true)
  })
})
