/** Numbers of papers run from the first to the last day of a year in Vietnam (C3). */
import { expect, test } from 'vitest'
import { openTestPlatform } from '../../../test/support/database.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { prepare } from './actions.ts'
import { getDocument } from './store/documents.ts'
import { invariants } from './store/invariants.ts'

const tester = systemActor('test')

test('a series begins anew at midnight in Vietnam, seven hours before the clocks of the world; what failed on either side of it left no gap', async () => {
  await using platform = await openTestPlatform({ at: '2026-12-31T16:59:59Z' })
  const prepared = (fails = false) => platform.work(tester, async (work) => {
    const id = await prepare(work, {
      kind: 'supplement-request', dossierId: newId(), personId: newId(),
      values: {
        authority: { code: 'PC08-097', parent: '', name: 'Phòng Thử', place: 'Ví Dụ' }, dossierCode: '1', applicant: { fullName: 'A', identityNumber: '', address: '', phone: '', email: '' }, request: '', items: [], reason: '',
        answerBy: '', contact: '', contactPhone: '', officer: null,
      },
    })
    if (fails) throw new Error('the line broke')
    const { numberText, madeOn } = await getDocument(work, id)
    return `${numberText} ${madeOn}`
  })
  const failing = () => expect(prepared(true)).rejects.toThrow('the line broke')
  await failing()
  const old = [await prepared(), await prepared()]
  await failing()
  await platform.setClock('2026-12-31T17:00:00Z')
  await failing()
  const fresh = (await Promise.all([prepared(), prepared(), prepared()])).sort()
  expect([...old, ...fresh]).toEqual(['1/PBS 2026-12-31', '2/PBS 2026-12-31', '1/PBS 2027-01-01', '2/PBS 2027-01-01', '3/PBS 2027-01-01'])
  for (const [name, query] of Object.entries(invariants).filter(([name]) => name.startsWith('DOC1'))) expect(await platform.read(tester, (work) => work.db.many(query)), name).toEqual([])
})
