import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../../test/support/database.ts'
import { readingLimits } from '../../../catalogue/index.ts'
import { newId } from '../../../platform/values/ids.ts'
import { jobs } from '../../jobs.ts'
import { type ListPurpose, noteListed } from './listed.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ at: '2025-11-03T02:00:00Z' })
})
afterAll(() => platform[Symbol.asyncDispose]())

const reader = (role: 'appraiser' | 'doctor' = 'appraiser', officeCode: string | null = null) =>
  ({ kind: 'staff', staffId: newId(), personId: newId(), role, provinceCode: 'bac-ninh', officeCode, sessionId: 'test', channel: 'online' }) as const
const sees = (who: ReturnType<typeof reader>, purpose: ListPurpose, whom: Parameters<typeof noteListed>[2]) => platform.work(who, (work) => noteListed(work, purpose, whom))
const rowsOf = (who: ReturnType<typeof reader>) => platform.asOwner<{ purpose: string; office_code: string; n: number; people: number }>(`select purpose, office_code, cardinality(dossier_ids) as n, cardinality(identity_indexes) as people
  from dossiers.list_reading where staff_id = $1 order by id`, [who.staffId])

test('a row names those alone whom the reader had not seen in such a list within ten minutes, and a page that shows nobody leaves none (AUD4)', async () => {
  const oanh = reader()
  const [a, b, c] = [newId(), newId(), newId()]
  await sees(oanh, 'worklist', { dossierIds: [a, b, a] })
  await sees(oanh, 'worklist', { dossierIds: [b] })
  await sees(oanh, 'worklist', { dossierIds: [b, c] })
  await sees(oanh, 'cards', { dossierIds: [b] })
  await sees(oanh, 'worklist', {})
  expect((await rowsOf(oanh)).map(({ purpose, n }) => [purpose, n])).toEqual([['worklist', 2], ['worklist', 1], ['cards', 1]])
  const doctor = reader('doctor', '97033')
  for (const people of [['097190008888'], ['097190008888', '097190008889']]) await sees(doctor, 'clinic', { people })
  expect(await rowsOf(doctor)).toEqual([{ purpose: 'clinic', office_code: '97033', n: 0, people: 1 }, { purpose: 'clinic', office_code: '97033', n: 0, people: 1 }])
})

test('whoever pages through lists faster than anybody works raises an alarm, once; what lies ready to be signed in bulk does not count (S14, TH2)', async () => {
  const [phuc, signer] = [reader(), reader()]
  const many = (n: number) => Array.from({ length: n }, () => newId())
  const alarms = () => platform.asOwner<{ subject_id: string; details: unknown }>(`select subject_id, details from platform.alarm where kind = 'bulk-listing'`)
  await sees(signer, 'bulk', { dossierIds: many(readingLimits.listedPerHour + 1) })
  await sees(phuc, 'worklist', { dossierIds: many(readingLimits.listedPerHour) })
  expect(await alarms()).toEqual([])
  for (let again = 0; again < 2; again++) await sees(phuc, 'register', { dossierIds: many(1) })
  expect(await alarms()).toEqual([{ subject_id: phuc.staffId, details: { province: 'bac-ninh', limit: String(readingLimits.listedPerHour), read: String(readingLimits.listedPerHour + 1) } }])
})

test('a year later the night erases a reading and leaves its fact; nobody else erases one, and nobody a young one', async () => {
  const [young, old] = [reader(), reader()]
  await sees(old, 'worklist', { dossierIds: [newId()] })
  await platform.setClock('2026-11-02T02:00:00Z')
  await jobs['dossiers.forget-list-readings']?.(platform, {})
  expect(await rowsOf(old)).toHaveLength(1)
  await sees(young, 'worklist', { dossierIds: [newId()] })
  await platform.setClock('2026-11-04T02:00:00Z')
  await jobs['dossiers.forget-list-readings']?.(platform, {})
  expect([await rowsOf(old), (await rowsOf(young)).length]).toEqual([[], 1])
  expect(await platform.asOwner(`select 1 from platform.fact where kind = 'dossier.listed' and actor_id = $1`, [old.staffId])).toHaveLength(1)
  await expect(platform.pool.query('delete from dossiers.list_reading')).rejects.toThrow('permission denied')
  await expect(platform.pool.query(`select dossiers.erase_list_readings(platform.clock_now() - interval '30 days', 10)`)).rejects.toThrow('kept for a year')
})
