import { describe, expect, test } from 'vitest'
import { instantAt } from '../../../platform/values/dates.ts'
import type { RefusalCode } from '../../conditions/refusals.ts'
import type { LicenceClassId } from '../../licences/class-ids.ts'
import { type ClassChoice, type HeldClass, newLicence } from '../../licences/new-licence.ts'
import { NoProvision } from '../../provision.ts'
import { apologyLatestOn, dueDate } from '../../time/deadlines.ts'
import { workingCalendar } from '../../time/working-days.ts'
import type { ApplicationFacts, LicenceFacts } from '../facts.ts'
import { getProcedure, procedureInForce, procedureSlugs, procedures } from '../index.ts'
import { fittingReasons, mayApply, needsToday, resultingClasses } from '../judge.ts'
import { officialProcedures } from '../official-codes.ts'
import { basesOf, checkVersions } from '../procedure.ts'
import type { ReasonId } from './text.ts'

const versions = procedures.filter((p) => p.slug === 'exchange-licence')

const held = (id: LicenceClassId, expiresOn: string | null = null): HeldClass => ({ class: id, issuedOn: '2016-11-30', expiresOn, restrictions: [] })

function licence(classes: readonly HeldClass[], more: Partial<LicenceFacts> = {}): LicenceFacts {
  return { inRegister: true, issuedBy: 'civil', material: 'card', held: classes, identityAgrees: true, suspended: 'no', heldBack: false, revoked: false, ...more }
}

function facts(filedOn: string, licences: readonly LicenceFacts[], more: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return { filedOn, reason: null, licences, unresolvedViolation: false, ...more }
}

const CAR = (expiresOn: string) => licence([held('law-2008:B2', expiresOn)])
const MOTORCYCLE = licence([held('law-2008:A1')])

describe('versions', () => {
  test.each([
    ['2017-06-01', '2017-06-01'],
    ['2024-12-31', '2017-06-01'],
    ['2025-01-01', '2025-01-01'],
    ['2025-02-28', '2025-01-01'],
    ['2025-03-01', '2025-03-01'],
    ['2026-06-30', '2025-03-01'],
    ['2026-07-01', '2026-07-01'],
    ['2026-11-20', '2026-07-01'],
  ])('a dossier filed on %s is bound to the version of %s', (on, version) => {
    expect(procedureInForce('exchange-licence', on).version).toBe(version)
    expect(getProcedure('exchange-licence', version).inForceFrom).toBe(version)
  })
  test('before June 2017 the catalogue does not pretend to know', () => expect(() => procedureInForce('exchange-licence', '2017-05-31')).toThrow(NoProvision))
  test('a version that never was is an error', () => expect(() => getProcedure('exchange-licence', '2026-01-01')).toThrow())
  test('it is the first procedure that people are offered', () => expect(procedureSlugs[0]).toBe('exchange-licence'))
  test('a gap or an overlap between versions stops the start', () => {
    const [first, second] = versions
    if (first === undefined || second === undefined) throw new Error('two versions expected')
    expect(() => checkVersions([{ ...first, inForceTo: '2024-12-30' }, second])).toThrow('must end the day before')
    expect(() => checkVersions([{ ...first, inForceTo: null }, second])).toThrow('must end the day before')
  })
  test('the official code exists since the police took over', () => expect(versions.map((p) => p.code?.value)).toEqual([undefined, undefined, '3.000347', '3.000347']))
  test('and names an exchange in the portal\'s list of the sector (D8)', () => expect(officialProcedures.find((p) => p.code === versions.at(-1)?.code?.value)?.words.vi).toBe('Đổi giấy phép lái xe'))
  test('every value has a source; the values of regime 4 taken from the older circular are marked', () => {
    for (const p of versions) for (const { what, basis } of basesOf(p)) expect(basis.source.length, `${p.version} ${what}`).toBeGreaterThan(4)
    const assumed = (version: string) => basesOf(getProcedure('exchange-licence', version)).filter((b) => b.basis.assumed === true).map((b) => b.what)
    expect(assumed('2026-07-01')).toContain('deadline: decision')
    expect(assumed('2025-03-01')).not.toContain('deadline: decision')
  })
})

type Case = readonly [who: string, facts: ApplicationFacts, refusals: readonly RefusalCode[], mayFile: boolean]

describe('who may exchange', () => {
  test.each<Case>([
    ['An, all well, ten days before the expiry', facts('2026-11-20', [CAR('2026-11-30')], { reason: 'expiring' }), [], true],
    ['on the last valid day', facts('2026-11-30', [CAR('2026-11-30')], { reason: 'expiring' }), [], true],
    ['a motorcycle licence, damaged', facts('2026-11-20', [MOTORCYCLE], { reason: 'damaged' }), [], true],
    ['while the violation sources have not answered', facts('2026-11-20', [CAR('2027-01-01')], { unresolvedViolation: null }), [], true],
    ['while the register has not answered', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { inRegister: null })]), [], true],
    ['two licences to integrate', facts('2026-11-20', [MOTORCYCLE, CAR('2027-01-01')], { reason: 'integrate' }), [], true],
    ['an integrated licence of which only a part is suspended', facts('2026-11-20', [licence([held('law-2008:A1'), held('law-2008:B2', '2027-01-01')], { suspended: 'part' })]), [], true],
    ['a name that changed, with that reason', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { identityAgrees: false })], { reason: 'changed-details' }), [], true],

    ['Bình, an unpaid fine: may file, must settle', facts('2026-11-20', [CAR('2027-01-01')], { unresolvedViolation: true }), ['unresolved-violation'], true],
    ['not in the register: waits for the issuing office', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { inRegister: false })]), ['licence-not-in-register'], true],
    ['suspended altogether', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { suspended: 'whole' })]), ['licence-held-or-suspended'], true],
    ['held back over a case', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { heldBack: true })]), ['licence-held-or-suspended'], true],
    ['Lan, one day overdue', facts('2026-11-20', [CAR('2026-11-19')]), ['licence-expired'], false],
    ['revoked', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { revoked: true })]), ['licence-revoked'], false],
    ['a name that differs, without that reason', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { identityAgrees: false })], { reason: 'expiring' }), ['identity-differs'], false],
    ['Giang, a foreign licence', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { issuedBy: 'foreign' })]), ['issued-elsewhere'], false],
    ['a military licence', facts('2026-11-20', [licence([held('law-2008:B2', '2027-01-01')], { issuedBy: 'military' })]), ['issued-elsewhere'], false],
    ['class A4, which the new law does not know', facts('2026-11-20', [licence([held('law-2008:A4', '2027-01-01')])]), ['not-a-case'], false],
    ['integrate with one licence only', facts('2026-11-20', [CAR('2027-01-01')], { reason: 'integrate' }), ['not-a-case'], false],
    ['"expiring" for a licence without an end', facts('2026-11-20', [MOTORCYCLE], { reason: 'expiring' }), ['not-a-case'], false],
    ['"old class" for a new card', facts('2026-11-20', [licence([held('law-2024:B', '2030-01-01')])], { reason: 'old-class-or-paper' }), ['not-a-case'], false],
    ['no licence at all', facts('2026-11-20', []), ['not-a-case'], false],
    ['overdue and fined: what stops filing comes first', facts('2026-11-20', [CAR('2026-01-01')], { unresolvedViolation: true }), ['licence-expired', 'unresolved-violation'], false],

    ['2024, two months overdue: still exchanged', facts('2024-06-01', [CAR('2024-04-02')]), [], true],
    ['2024, three months overdue', facts('2024-07-02', [CAR('2024-04-02')]), ['licence-expired'], false],
    ['2024, class A4 stays A4', facts('2024-06-01', [licence([held('law-2008:A4', '2025-01-01')])]), [], true],
    ['2024, a valid card of the old classes has nothing to turn into', facts('2024-06-01', [CAR('2025-01-01')], { reason: 'old-class-or-paper' }), ['not-a-case'], false],
    ['2024, a paper licence has', facts('2024-06-01', [licence([held('law-2008:A1')], { material: 'paper' })], { reason: 'old-class-or-paper' }), [], true],
    ['January 2025, one day overdue', facts('2025-01-15', [CAR('2025-01-14')]), ['licence-expired'], false],
    ['February 2025, integration is no reason yet', facts('2025-02-10', [MOTORCYCLE, CAR('2026-01-01')], { reason: 'integrate' }), ['not-a-case'], false],
    ['March 2025, it is', facts('2025-03-10', [MOTORCYCLE, CAR('2026-01-01')], { reason: 'integrate' }), [], true],
    ['2025, twenty days overdue', facts('2025-10-20', [CAR('2025-09-30')]), ['licence-expired'], false],
  ])('%s', (_, given, refusals, mayFile) => {
    const verdict = mayApply(procedureInForce('exchange-licence', given.filedOn), given)
    expect(verdict.obstacles.map((o) => o.refusal)).toEqual(refusals)
    expect(verdict.may).toBe(refusals.length === 0)
    expect(verdict.mayFile).toBe(mayFile)
  })

  test('Bình is told the article and where to settle it', () => {
    const [obstacle] = mayApply(procedureInForce('exchange-licence', '2026-11-20'), facts('2026-11-20', [CAR('2027-01-01')], { unresolvedViolation: true })).obstacles
    expect(obstacle?.citation.source).toBe('Luật 36/2024/QH15, Điều 62 khoản 4')
    expect(obstacle?.ground.remedy.vi).toContain('nộp hồ sơ ngay')
  })
  test('Lan is told how late she is, which test the law asks for, and the procedure to use', () => {
    const [obstacle] = mayApply(procedureInForce('exchange-licence', '2026-11-20'), facts('2026-11-20', [CAR('2026-09-01')])).obstacles
    expect(obstacle?.overdue).toMatchObject({ daysOverdue: 80, outcome: 'theory' })
    expect(obstacle?.ground.insteadCode).toBe('3.000346')
  })
})

describe('reasons offered', () => {
  test.each<[string, string, LicenceFacts[], ReasonId[]]>([
    ['a car card of the old law', '2026-11-20', [CAR('2027-01-01')], ['expiring', 'damaged', 'changed-details', 'old-class-or-paper']],
    ['a motorcycle card of the old law', '2026-11-20', [MOTORCYCLE], ['damaged', 'changed-details', 'old-class-or-paper']],
    ['a new car card', '2026-11-20', [licence([held('law-2024:B', '2035-01-01')])], ['expiring', 'damaged', 'changed-details']],
    ['two cards', '2026-11-20', [MOTORCYCLE, CAR('2027-01-01')], ['expiring', 'damaged', 'changed-details', 'old-class-or-paper', 'integrate']],
    ['an electronic licence cannot be damaged', '2026-11-20', [licence([held('law-2024:A')], { material: 'electronic' })], ['changed-details']],
    ['a car card in 2024', '2024-06-01', [CAR('2025-01-01')], ['expiring', 'damaged', 'changed-details']],
  ])('%s', (_, on, licences, ids) => expect(fittingReasons(procedureInForce('exchange-licence', on), facts(on, licences)).map((r) => r.id)).toEqual(ids))
})

describe('what is needed', () => {
  const needs = (on: string, classes: LicenceClassId[], choice: ClassChoice = {}) => needsToday(procedureInForce('exchange-licence', on), { held: classes, choice, filedOn: on, channel: 'online' })
  const health = (on: string, classes: LicenceClassId[], choice: ClassChoice = {}) => needs(on, classes, choice).find((n) => n.need.kind === 'health-certificate')

  test('the checklist is the same everywhere and in the same order', () => {
    for (const p of versions) expect(p.needs.map((n) => n.kind)).toEqual(['identity', 'current-licence', 'portrait', 'health-certificate', 'violations', 'fee'])
  })
  test.each<[string, string, LicenceClassId[], boolean]>([
    ['old A1 in 2024', '2024-06-01', ['law-2008:A1'], false],
    ['old A1 in 2026', '2026-11-20', ['law-2008:A1'], false],
    ['old A3 in 2026', '2026-11-20', ['law-2008:A3'], false],
    ['old B2 in 2024', '2024-06-01', ['law-2008:B2'], true],
    ['old B1 in 2026', '2026-11-20', ['law-2008:B1'], true],
    ['A1 and B2 integrated', '2026-11-20', ['law-2008:A1', 'law-2008:B2'], true],
    ['new A', '2026-11-20', ['law-2024:A'], false],
    ['new B1, a three-wheeler', '2026-11-20', ['law-2024:B1'], false],
  ])('a health certificate for %s: %s %j %s', (_, on, classes, required) => expect(health(on, classes)?.required).toBe(required))
  test('who takes C1 for B2 needs the stricter examination; so does who has not chosen yet', () => {
    expect(health('2026-11-20', ['law-2008:B2'], { 'law-2008:B2': 'law-2024:B' })?.health?.group).toBe(2)
    expect(health('2026-11-20', ['law-2008:B2'], { 'law-2008:B2': 'law-2024:C1' })?.health?.group).toBe(3)
    expect(health('2026-11-20', ['law-2008:B2'])?.health?.group).toBe(3)
    expect(resultingClasses(['law-2008:B2', 'law-2008:A1'], {}, '2026-11-20')).toEqual(['law-2024:B', 'law-2024:C1', 'law-2024:A'])
  })
  test.each([
    ['2024-06-01', 115_000, false],
    ['2025-12-31', 115_000, false],
    ['2026-11-20', 135_000, true],
  ])('the fee on %s is %i đồng, marked as assumed: %s', (on, amount, marked) => {
    const fee = needs(on, ['law-2008:B2']).find((n) => n.need.kind === 'fee')
    expect(fee?.feeVnd?.value).toBe(amount)
    expect(fee?.assumed).toBe(marked)
  })
  test('the 12 months of a certificate are marked as assumed, the 6 before were not', () => {
    expect(health('2026-11-20', ['law-2008:B2'])).toMatchObject({ assumed: true, health: { freshMonths: { value: 12 } } })
    expect(health('2024-06-01', ['law-2008:B2'])).toMatchObject({ assumed: false, health: { freshMonths: { value: 6 } } })
  })
})

describe('dates owed', () => {
  const calendar = workingCalendar('2024-01-01', '2027-12-31', [
    { date: '2024-09-02', kind: 'holiday', name: 'Quốc khánh' },
    { date: '2024-09-03', kind: 'holiday', name: 'Quốc khánh' },
    { date: '2026-11-24', kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
  ])
  test.each([
    ['accepted on a Friday before the Day of Culture', '2026-11-20', '09:40', 'decision', '2026-11-30'],
    ['accepted after hours that Friday', '2026-11-20', '18:00', 'decision', '2026-12-01'],
    ['accepted on a Monday', '2026-10-05', '10:00', 'decision', '2026-10-12'],
    ['accepted before National Day 2024', '2024-08-30', '10:00', 'decision', '2024-09-10'],
    ['filed on a Thursday: notice within two days', '2026-10-08', '10:00', 'notice', '2026-10-12'],
    ['filed on a Sunday: notice', '2026-10-11', '10:00', 'notice', '2026-10-14'],
    ['data to the central register', '2026-10-09', '10:00', 'transfer', '2026-10-12'],
    ['asked to supplement: fifteen days', '2026-10-05', '10:00', 'supplement-wait', '2026-10-26'],
  ] as const)('%s', (_, on, time, kind, dueOn) => {
    const due = dueDate(procedureInForce('exchange-licence', on), kind, instantAt(on, time), calendar)
    if (kind === 'transfer' && on < '2025-03-01') expect(due).toBeUndefined()
    else expect(due?.dueOn).toBe(dueOn)
    expect(due?.dueAt).toEqual(instantAt(dueOn, '17:00'))
  })
  test('an apology with a new date comes at latest the day before the old one (C2)', () => expect(apologyLatestOn('2026-11-27')).toBe('2026-11-26'))
  test('regimes 1 and 2 knew no transfer of data', () => expect(dueDate(procedureInForce('exchange-licence', '2024-08-30'), 'transfer', instantAt('2024-08-30'), calendar)).toBeUndefined())
})

describe('from licence to licence', () => {
  const woman = { birthDate: '1980-02-10', sex: 'female' } as const
  test.each<[string, string, LicenceClassId, ClassChoice, LicenceClassId, string | null, string[]]>([
    ['B2 in 2024 stays B2 for ten years', '2024-06-03', 'law-2008:B2', {}, 'law-2008:B2', '2034-06-03', []],
    ['B1 in 2024 stays B1 to the 55th birthday', '2024-06-03', 'law-2008:B1', {}, 'law-2008:B1', '2035-02-10', []],
    ['B2 in 2025 becomes B for ten years', '2025-06-03', 'law-2008:B2', { 'law-2008:B2': 'law-2024:B' }, 'law-2024:B', '2035-06-03', []],
    ['automatic B1 becomes B with B.01', '2026-11-27', 'law-2008:B1-automatic', {}, 'law-2024:B', '2036-11-27', ['B.01']],
    ['A1 becomes A with A.03, without an end', '2026-11-27', 'law-2008:A1', {}, 'law-2024:A', null, ['A.03']],
    ['A3 becomes the new B1', '2026-11-27', 'law-2008:A3', {}, 'law-2024:B1', null, []],
    ['D becomes D2 for five years', '2026-11-27', 'law-2008:D', {}, 'law-2024:D2', '2031-11-27', []],
    ['FB2 becomes C1E by choice', '2026-11-27', 'law-2008:FB2', { 'law-2008:FB2': 'law-2024:C1E' }, 'law-2024:C1E', '2031-11-27', []],
    ['a new B is exchanged for a new B', '2026-11-27', 'law-2024:B', {}, 'law-2024:B', '2036-11-27', []],
  ])('%s', (_, on, from, choice, to, expiresOn, restrictions) => {
    const made = newLicence({ licences: [{ number: '970161234567', held: [held(from, '2027-01-01')] }], choice, filedOn: on, decisionOn: on, holder: woman })
    expect(made.classes).toMatchObject([{ class: to, expiresOn, restrictions }])
    expect(made.expiresOn).toBe(expiresOn)
  })
})
