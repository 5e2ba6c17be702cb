/** The applicant is who they say: signed in with a level-2 eID, or seen with their card by a helper; and the population register does not contradict it (P6). */
import { findPopulationRecord } from '../../capabilities/identity/index.ts'
import type { Work } from '../../platform/work.ts'
import { listHelpers } from '../store/dossiers.ts'
import { failed, met, type RequirementKind } from './requirement.ts'

/** At filing the actor says so; later the event does. */
async function isHelped(work: Work, dossierId: string): Promise<boolean> {
  return (work.actor.kind === 'staff' && work.actor.helping !== undefined) || (await listHelpers(work, dossierId)).length > 0
}

export const identity: RequirementKind = {
  kind: 'identity',
  async assess(work, theCase) {
    const population = await findPopulationRecord(work, theCase.personId)
    const { holder } = theCase.answers
    if (population?.record && (population.record.birthDate !== holder.birthDate || population.record.fullName !== holder.fullName)) {
      return failed('identity-differs', { lookupId: population.lookup.id })
    }
    const lookupId = population?.record ? population.lookup.id : null
    // Who was helped showed their card to a clerk, which they may have done without any account.
    if (await isHelped(work, theCase.dossierId)) return met('card-seen', { lookupId })
    // The eID itself is the proof; a silent population register takes nothing away from it.
    return met('national-eid', { level: 2, lookupId })
  },
}
