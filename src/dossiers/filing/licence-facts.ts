/** What the catalogue's rules ask of a licence, from the register's row. Pure. */
import { classLabel, type LicenceFacts, resultingClasses } from '../../catalogue/index.ts'
import type { Licence } from '../../capabilities/licences/index.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { nameKey } from '../../platform/values/words.ts'
import type { Answers } from './answers.ts'

/** The facts of one register row for its holder. */
export function licenceFacts(licence: Licence, person: { fullName: string; birthDate: LocalDate }): LicenceFacts {
  return {
    inRegister: true, issuedBy: 'civil', material: licence.material, held: licence.held,
    identityAgrees: nameKey(licence.holderName) === nameKey(person.fullName) && licence.holderBirthDate === person.birthDate,
    suspended: 'no', heldBack: false, revoked: licence.state === 'revoked',
  }
}

/** 'B2 → B' as worklists show it. */
export function classLabelOf(theCase: { licences: readonly Licence[]; answers: Pick<Answers, 'classChoice'>; filedOn: LocalDate }): string {
  const held = theCase.licences.flatMap((l) => l.held.map((h) => h.class))
  const label = (ids: readonly Parameters<typeof classLabel>[0][]) => [...new Set(ids.map((id) => classLabel(id).vi))].join(' + ')
  return `${label(held)} → ${label(resultingClasses(held, theCase.answers.classChoice, theCase.filedOn))}`
}
