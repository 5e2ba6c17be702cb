import { describe, expect, test } from 'vitest'
import { feeVnd } from '../fees.ts'
import type { LicenceClassId } from '../licences/class-ids.ts'
import { portalStatuses } from '../procedures/portal-status.ts'
import { personalData } from '../privacy/personal-data.ts'
import { retention } from '../privacy/retention.ts'
import { NoProvision } from '../provision.ts'
import { roles } from '../roles.ts'
import { overdue } from './expired.ts'
import { classesThatServe, healthFreshMonths, healthNeed } from './health.ts'
import { refusalGrounds, refusalLaw } from './refusals.ts'
import { violationSourcesOn } from './violation-sources.ts'

describe('fees', () => {
  test.each([
    ['2023-07-31', 'online', 135_000],
    ['2023-11-30', 'online', 135_000],
    ['2023-12-01', 'online', 115_000],
    ['2023-12-01', 'in-person', 135_000],
    ['2025-12-31', 'online', 115_000],
    ['2025-12-31', 'post', 135_000],
    ['2026-01-01', 'online', 135_000],
  ] as const)('filed on %s %s costs %i đồng', (on, channel, amount) => expect(feeVnd('licence-issue', on, channel).value).toBe(amount))
  test('the fee from 2026 is marked as assumed, the one before is not', () => {
    expect(feeVnd('licence-issue', '2026-11-20', 'online').assumed).toBe(true)
    expect(feeVnd('licence-issue', '2025-06-01', 'online').assumed).toBeUndefined()
  })
  test('before June 2017 there is no fee to name', () => expect(() => feeVnd('licence-issue', '2017-05-31', 'online')).toThrow(NoProvision))
})

describe('expired licences', () => {
  test.each([
    ['valid', '2026-12-01', '2026-11-20', undefined, undefined],
    ['on its last day', '2026-11-20', '2026-11-20', undefined, undefined],
    ['regime 1, one day late', '2024-05-31', '2024-06-01', 'exchange', 1],
    ['regime 1, a day under three months', '2024-05-31', '2024-08-30', 'exchange', 91],
    ['regime 1, three months', '2024-05-31', '2024-08-31', 'theory', 92],
    ['regime 1, a year', '2023-05-31', '2024-05-31', 'theory-and-practice', 366],
    ['regime 2, one day late', '2025-01-14', '2025-01-15', 'theory', 1],
    ['regime 2, a year', '2024-01-15', '2025-01-15', 'theory-and-practice', 366],
    ['regime 3, under a month', '2025-10-01', '2025-10-20', 'no-test-if-excused', 19],
    ['regime 3, a month', '2025-10-01', '2025-11-01', 'theory', 31],
    ['regime 4, 29 days', '2026-10-22', '2026-11-20', 'no-test', 29],
    ['regime 4, 30 days', '2026-10-21', '2026-11-20', 'theory', 30],
    ['regime 4, a year', '2025-11-20', '2026-11-20', 'theory-and-practice', 365],
  ])('%s', (_, expiresOn, filedOn, outcome, days) => {
    const late = overdue(expiresOn, filedOn)
    expect(late?.outcome).toBe(outcome)
    expect(late?.daysOverdue).toBe(days)
  })
  test('a motorcycle class never expires', () => expect(overdue(null, '2026-11-20')).toBeUndefined())
})

describe('health certificates', () => {
  test.each<[string, LicenceClassId[], string, boolean, number]>([
    ['old A1 kept until 2024', ['law-2008:A1'], '2024-06-01', false, 1],
    ['old B2 in 2024', ['law-2008:B2'], '2024-06-01', true, 2],
    ['A in 2026', ['law-2024:A'], '2026-11-20', false, 1],
    ['three-wheelers', ['law-2024:B1'], '2026-11-20', false, 1],
    ['a car', ['law-2024:B'], '2026-11-20', true, 2],
    ['a lorry', ['law-2024:C1'], '2026-11-20', true, 3],
    ['motorcycle and car integrated', ['law-2024:A', 'law-2024:B'], '2026-11-20', true, 2],
  ])('%s', (_, classes, on, required, group) => expect(healthNeed(classes, on)).toMatchObject({ required, group }))

  test('a certificate for lorries serves a car, one for motorcycles does not; the class may be written with its restriction', () => {
    const car = classesThatServe(healthNeed(['law-2024:B'], '2026-11-20'))
    for (const printed of ['B', 'B0.1', 'C1', 'CE', 'DE']) expect(car).toContain(printed)
    for (const printed of ['A1', 'A.03', 'B1']) expect(car).not.toContain(printed)
    expect(classesThatServe(healthNeed(['law-2024:C'], '2026-11-20'))).not.toContain('B')
  })
  test('a certificate serves six months until the end of 2024, then twelve', () => {
    expect(healthFreshMonths('2024-12-31').value).toBe(6)
    expect(healthFreshMonths('2025-01-01')).toMatchObject({ value: 12, assumed: true })
  })
})

describe('violations', () => {
  test('three bodies must all answer until 28 February 2025, then one database or the eID account is enough (B4)', () => {
    expect(violationSourcesOn('2025-02-28').value).toEqual({ sources: ['provincial-police', 'national-police', 'inspectorate'], answers: 'all' })
    expect(violationSourcesOn('2025-03-01').value).toEqual({ sources: ['traffic-order-database', 'eid-account'], answers: 'any' })
  })
})

describe('refusals', () => {
  test('there are ten, R1 to R10, each with words, remedy and a law on every day since June 2017', () => {
    expect(refusalGrounds.map((g) => g.number)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10'])
    for (const ground of refusalGrounds) {
      for (const on of ['2017-06-01', '2024-12-31', '2025-01-01', '2025-03-01', '2026-06-30', '2026-07-01', '2030-01-01']) expect(refusalLaw(ground.code, on).source).not.toBe('')
      for (const text of [ground.title, ground.meaning, ground.remedy]) expect(Math.min(text.vi.length, text.en.length)).toBeGreaterThan(10)
    }
  })
  test('an unresolved violation cites Điều 62.4 and does not stop filing', () => {
    expect(refusalLaw('unresolved-violation', '2026-11-20').source).toBe('Luật 36/2024/QH15, Điều 62 khoản 4')
    expect(refusalGrounds.find((g) => g.code === 'unresolved-violation')?.blocks).toBe('acceptance')
  })
})

describe('lists', () => {
  test('the portal knows ten statuses; 3, 8 and 10 are the ends', () => {
    const rows = Object.values(portalStatuses)
    expect(rows.map((s) => s.code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(rows.filter((s) => s.final).map((s) => s.code)).toEqual([3, 8, 10])
    expect(portalStatuses[5].clockPaused).toBe(true)
  })
  test('nobody may both prepare and sign, and no one role may do everything', () => {
    for (const row of Object.values(roles)) expect(row.may.includes('approve') && row.may.includes('sign')).toBe(false)
    expect(roles.citizen.may).not.toContain('accept')
    expect(roles.administrator.may).not.toContain('sign')
  })
  test('every personal datum is listed once, with a retention that exists; identity numbers, answers and health values are sealed', () => {
    expect(new Set(personalData.map((d) => d.column)).size).toBe(personalData.length)
    for (const datum of personalData) {
      expect(datum.column).toMatch(/^[a-z_]+\.[a-z_]+\.[a-z_]+$/)
      expect(retention[datum.retention].source).not.toBe('')
    }
    const sealed = personalData.filter((d) => d.protection === 'sealed').map((d) => d.column)
    expect(sealed).toEqual(expect.arrayContaining(['identity.person.identity_number', 'dossiers.dossier.answers', 'health_certificates.certificate.health_values']))
  })
})
