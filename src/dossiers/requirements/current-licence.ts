/** The licence that a new one replaces stands valid in the register, on the day of filing and now (R1, R8). */
import { getLicence } from '../../capabilities/licences/index.ts'
import { failed, met, type RequirementKind } from './requirement.ts'

export const currentLicence: RequirementKind = {
  kind: 'current-licence',
  async assess(work, theCase) {
    const rows = await Promise.all(theCase.licences.map((licence) => getLicence(work, licence.id)))
    const gone = rows.find((row) => row.state !== 'valid' && row.state !== 'replaced')
    if (gone) return failed('licence-revoked', { licenceId: gone.id })
    return met('licence-register', { licenceIds: rows.map((row) => row.id) })
  },
}
