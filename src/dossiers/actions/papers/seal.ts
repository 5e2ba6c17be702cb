/** Papers that the authority itself answers for bear its seal, not an officer's signature. */
import { authorityOf } from '../../../catalogue/index.ts'
import { requestSigningKey } from '../../../capabilities/documents/index.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { authorityCode } from '../../papers/values.ts'

/** Makes sure that the authority of a province can seal. @returns what `prepare` signs with */
export async function sealOf(work: Work, province: string, on: LocalDate): Promise<readonly string[]> {
  const authority = authorityOf(province, on)
  const holderId = authorityCode(authority)
  await requestSigningKey(work, { holderId, name: authority.name.vi, profile: 'authority' })
  return [holderId]
}
