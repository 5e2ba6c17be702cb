/** The applicant is who they say: signed in with a level-2 eID, and the population register does not contradict it (P6). */
import { findPopulationRecord } from '../../capabilities/identity/index.ts'
import { failed, met, type RequirementKind } from './requirement.ts'

export const identity: RequirementKind = {
  kind: 'identity',
  async assess(work, theCase) {
    const population = await findPopulationRecord(work, theCase.personId)
    const { holder } = theCase.answers
    if (population?.record && (population.record.birthDate !== holder.birthDate || population.record.fullName !== holder.fullName)) {
      return failed('identity-differs', { lookupId: population.lookup.id })
    }
    // The eID itself is the proof; a silent population register takes nothing away from it.
    return met('national-eid', { level: 2, lookupId: population?.record ? population.lookup.id : null })
  },
}
