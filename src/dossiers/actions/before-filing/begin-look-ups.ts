/** Sign-in begins what a filing will need: the registers are asked before the first question (A3, P1, P2). */
import { askByIdentity } from '../../../capabilities/health-certificates/index.ts'
import { askPopulation, getPerson } from '../../../capabilities/identity/index.ts'
import { check } from '../../../capabilities/violations/index.ts'
import type { Work } from '../../../platform/work.ts'
import { violationBodiesOn } from '../../requirements/violations.ts'

/** Asks all sources about a person; what is fresh is not asked again. @param options.anew at acceptance, or after "I have settled it" */
export async function beginLookUps(work: Work, personId: string, options: { readonly anew?: boolean } = {}): Promise<void> {
  const person = await getPerson(work, personId)
  await askPopulation(work, personId)
  await check(work, { personId, identityNumber: person.identityNumber, fullName: person.fullName, birthDate: person.birthDate, bodies: violationBodiesOn(work.today).bodies }, options)
  await askByIdentity(work, { personId, identityNumber: person.identityNumber, fullName: person.fullName }, options)
}
