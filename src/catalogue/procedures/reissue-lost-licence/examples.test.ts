/** The reissue of a lost licence in each regime: who may, what it needs, what it costs, when it is due (B8, P8). */
import { describe, expect, test } from 'vitest'
import { instantAt } from '../../../platform/values/dates.ts'
import type { RefusalCode } from '../../conditions/refusals.ts'
import type { LicenceClassId } from '../../licences/class-ids.ts'
import { NoProvision } from '../../provision.ts'
import { dueDate } from '../../time/deadlines.ts'
import { workingCalendar } from '../../time/working-days.ts'
import type { ApplicationFacts, LicenceFacts } from '../facts.ts'
import { getProcedure, procedureInForce, procedures } from '../index.ts'
import { mayApply, needsToday, refusalLawOf } from '../judge.ts'
import { officialProcedures } from '../official-codes.ts'
import { basesOf, returnsOldCard, servesChannel } from '../procedure.ts'

const SLUG = 'reissue-lost-licence'
const versions = procedures.filter((p) => p.slug === SLUG)

function licence(id: LicenceClassId, expiresOn: string | null, more: Partial<LicenceFacts> = {}): LicenceFacts {
  return {
    inRegister: true, issuedBy: 'civil', material: 'card', held: [{ class: id, issuedOn: '2016-11-30', expiresOn, restrictions: [] }],
    identityAgrees: true, suspended: 'no', heldBack: false, revoked: false, ...more,
  }
}

const facts = (filedOn: string, one: LicenceFacts, more: Partial<ApplicationFacts> = {}): ApplicationFacts => ({ filedOn, reason: 'lost', licences: [one], unresolvedViolation: false, ...more })
const car = (expiresOn: string, more?: Partial<LicenceFacts>) => licence('law-2008:B2', expiresOn, more)

test.each([['2024-06-01', '2017-06-01'], ['2025-02-28', '2025-01-01'], ['2026-06-30', '2025-03-01'], ['2026-11-20', '2026-07-01']])('what is filed on %s is bound to the version of %s', (on, version) => {
  expect(procedureInForce(SLUG, on).version).toBe(version)
})
test('before June 2017 the catalogue does not pretend to know', () => expect(() => procedureInForce(SLUG, '2017-05-31')).toThrow(NoProvision))
test('its official code names a reissue in the portal\'s list of the sector (D8)', () => {
  expect(versions.map((p) => p.code?.value)).toEqual([undefined, undefined, '3.000348', '3.000348'])
  expect(officialProcedures.find((p) => p.code === '3.000348')?.words.vi).toBe('Cấp lại giấy phép lái xe')
})
test('before 2025 a lost licence is applied for in person only, a post counter being as good as another', () => {
  expect(versions.map((p) => servesChannel(p, 'online'))).toEqual([false, true, true, true])
  for (const p of versions) expect(servesChannel(p, 'post') && servesChannel(p, 'in-person')).toBe(true)
})
test('there is no old card to hand in, and every value has its source; those taken over from the older circular are marked', () => {
  for (const p of versions) {
    expect(returnsOldCard(p)).toBe(false)
    for (const { what, basis } of basesOf(p)) expect(basis.source.length, `${p.version} ${what}`).toBeGreaterThan(4)
  }
  const assumed = (version: string) => basesOf(getProcedure(SLUG, version)).filter((b) => b.basis.assumed === true).map((b) => b.what)
  expect(assumed('2026-07-01')).toEqual(expect.arrayContaining(['deadline: decision', 'months of search']))
  expect(assumed('2025-03-01')).not.toContain('deadline: decision')
})

describe('who may have a lost licence reissued', () => {
  test.each<[who: string, facts: ApplicationFacts, refusals: readonly RefusalCode[], mayFile: boolean]>([
    ['Khánh, whose B2 is valid for years', facts('2026-11-20', car('2030-01-01')), [], true],
    ['before a reason was chosen', facts('2026-11-20', car('2030-01-01'), { reason: null }), [], true],
    ['a motorcycle licence', facts('2026-11-20', licence('law-2008:A1', null)), [], true],
    ['a licence that this service issued electronically, its card lost', facts('2026-11-20', licence('law-2024:B', '2035-01-01', { material: 'electronic' })), [], true],
    ['on the last valid day', facts('2026-11-20', car('2026-11-20')), [], true],
    ['an address or name that changed: printed as the identity card says', facts('2026-11-20', car('2030-01-01', { identityAgrees: false })), [], true],

    ['while the police hold it: then it is not lost', facts('2026-11-20', car('2030-01-01', { heldBack: true })), ['licence-held-or-suspended'], true],
    ['suspended', facts('2026-11-20', car('2030-01-01', { suspended: 'whole' })), ['licence-held-or-suspended'], true],
    ['with an unpaid fine: may file, must settle', facts('2026-11-20', car('2030-01-01'), { unresolvedViolation: true }), ['unresolved-violation'], true],
    ['not in the register: waits for the issuing office', facts('2026-11-20', car('2030-01-01', { inRegister: false })), ['licence-not-in-register'], true],
    ['one day overdue', facts('2026-11-20', car('2026-11-19')), ['licence-expired'], false],
    ['revoked', facts('2026-11-20', car('2030-01-01', { revoked: true })), ['licence-revoked'], false],
    ['a foreign licence', facts('2026-11-20', car('2030-01-01', { issuedBy: 'foreign' })), ['issued-elsewhere'], false],
    ['a reason of another procedure', facts('2026-11-20', car('2030-01-01'), { reason: 'damaged' }), ['not-a-case'], false],
    ['class A4, which the new law does not know', facts('2026-11-20', licence('law-2008:A4', '2030-01-01')), ['not-a-case'], false],

    ['2024, two months overdue: still reissued', facts('2024-06-01', car('2024-04-02')), [], true],
    ['2024, three months overdue', facts('2024-07-02', car('2024-04-02')), ['licence-expired'], false],
    ['January 2025, one day overdue', facts('2025-01-15', car('2025-01-14')), ['licence-expired'], false],
    ['2025, twenty days overdue', facts('2025-10-20', car('2025-09-30')), ['licence-expired'], false],
  ])('%s', (_, given, refusals, mayFile) => {
    const verdict = mayApply(procedureInForce(SLUG, given.filedOn), given)
    expect(verdict.obstacles.map((o) => o.refusal)).toEqual(refusals)
    expect(verdict.mayFile).toBe(mayFile)
  })

  test('a refusal cites the article on reissue, not the one on exchange; what both share stays the same', () => {
    expect(refusalLawOf(procedureInForce(SLUG, '2025-02-01'), 'licence-not-in-register', '2025-02-01').value).toBe('TT 35/2024/TT-BGTVT, Điều 35 khoản 3')
    expect(refusalLawOf(procedureInForce('exchange-licence', '2025-02-01'), 'licence-not-in-register', '2025-02-01').value).toContain('Điều 36')
    expect(refusalLawOf(procedureInForce(SLUG, '2026-11-20'), 'unresolved-violation', '2026-11-20').value).toBe('Luật 36/2024/QH15, Điều 62 khoản 4')
  })
})

describe('what is needed', () => {
  const needs = (on: string, held: LicenceClassId[]) => needsToday(procedureInForce(SLUG, on), { held, choice: {}, filedOn: on, channel: 'online' })
  const one = (on: string, held: LicenceClassId[], kind: string) => needs(on, held).find((n) => n.need.kind === kind)

  test('the loss is reported, and nothing else is asked than for an exchange', () => {
    for (const p of versions) expect(p.needs.map((n) => n.kind)).toEqual(['identity', 'loss-report', 'current-licence', 'portrait', 'health-certificate', 'violations', 'fee'])
  })
  test.each<[string, LicenceClassId, boolean]>([
    ['2024-06-01', 'law-2008:A1', false], ['2024-06-01', 'law-2008:B2', true], ['2025-02-10', 'law-2008:B2', true],
    ['2026-11-20', 'law-2008:A1', false], ['2026-11-20', 'law-2008:B2', true], ['2026-11-20', 'law-2024:A', false],
  ])('on %s a health certificate for %s: %s', (on, held, required) => expect(one(on, [held], 'health-certificate')?.required).toBe(required))
  test.each([['2024-06-01', 115_000], ['2025-12-31', 115_000], ['2026-11-20', 135_000]])('the fee on %s is %i đồng', (on, amount) => {
    expect(one(on, ['law-2008:B2'], 'fee')?.feeVnd?.value).toBe(amount)
  })
  test.each([['2017-06-01', 2], ['2025-01-01', 0], ['2025-03-01', 0], ['2026-07-01', 0]])('the version of %s has the licence looked for during %i months', (version, months) => {
    expect(getProcedure(SLUG, version).needs.find((n) => n.kind === 'loss-report')?.searchMonths.value).toBe(months)
  })
})

test.each([['2024-06-03', '2024-06-10'], ['2025-02-03', '2025-02-10'], ['2025-10-06', '2025-10-13'], ['2026-11-20', '2026-11-27']])('accepted on %s, the result is due on %s: five working days in every regime', (acceptedOn, dueOn) => {
  expect(dueDate(procedureInForce(SLUG, acceptedOn), 'decision', instantAt(acceptedOn, '09:00'), workingCalendar('2024-01-01', '2026-12-31', []))?.dueOn).toBe(dueOn)
})
