/** The search for a lost licence under the law of before 2025, and none since (B8, P8). */
import { expect, test } from 'vitest'
import { fishingPermit } from '../../../test/fixtures/procedures/fishing-permit.ts'
import { openTestPlatform } from '../../../test/support/database.ts'
import { type Procedure, procedures } from '../../catalogue/index.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { addDays } from '../../platform/values/dates.ts'
import type { Answers } from '../filing/answers.ts'
import { lossReport, searchEndsAt } from './loss-report.ts'

const holder = { fullName: 'Bùi Quốc Khánh', birthDate: '1994-09-02', sex: 'male' as const, nationality: 'Việt Nam', address: 'Bắc Ninh', provinceCode: 'bac-ninh' }
const answers: Answers = {
  reason: 'lost', loss: { how: 'mislaid', lostOn: '2024-05-20', notHeld: true }, classChoice: {}, changedDetails: 'none', authorityProvince: 'bac-ninh', phone: '0000123456', email: '',
  portraitId: '0199a000-0000-7000-8000-000000000001', certificate: { how: 'not-needed' }, delivery: { how: 'collect' }, holder,
}
const versionOf = (version: string) => procedures.find((p) => p.version === version && p.needs.some((need) => need.kind === 'loss-report')) ?? fishingPermit

test('two months under the circular of 2017, none under the later ones, none where nothing is lost', () => {
  expect(searchEndsAt(versionOf('2017-06-01'), '2024-06-03')?.toISOString()).toBe('2024-08-02T17:00:00.000Z')
  for (const version of ['2025-01-01', '2025-03-01', '2026-07-01']) expect(searchEndsAt(versionOf(version), '2026-11-20')).toBeUndefined()
  expect(searchEndsAt(fishingPermit, '2026-11-20')).toBeUndefined()
})

test('while the authority looks, the dossier waits for the authority; without a report it waits for the applicant', async () => {
  await using platform = await openTestPlatform({ at: '2024-07-01T02:00:00Z' })
  const judge = (procedure: Procedure, filedOn: string, given: Answers) => platform.read(systemActor('test'), (work) => lossReport.assess(work, {
    dossierId: '0199a000-0000-7000-8000-000000000002', personId: '0199a000-0000-7000-8000-000000000003', procedure, filedOn, licences: [], answers: given, portraitId: given.portraitId,
  }))
  const old = versionOf('2017-06-01')
  expect(await judge(old, '2024-06-03', answers)).toMatchObject({ state: 'asked', owner: 'office', source: 'loss-search' })
  expect(await judge(old, addDays('2024-06-03', -40), answers)).toMatchObject({ state: 'met', source: 'applicant' })
  expect(await judge(versionOf('2026-07-01'), '2024-06-30', answers)).toMatchObject({ state: 'met' })
  expect(await judge(old, '2024-06-03', { ...answers, loss: undefined })).toMatchObject({ state: 'todo', owner: 'citizen' })
})
