/** A driver's health certificate (B3, P2): a late one parks the dossier, an unfit one fails it, each in its own words. */
import { classesThatServe, healthFreshMonths, healthNeed, newLicence, type LicenceClassId } from '../../catalogue/index.ts'
import { findUsable } from '../../capabilities/health-certificates/index.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { asked, type Case, failed, met, type RequirementKind } from './requirement.ts'

/** The classes that an exchange gives, in the order of the new licence. */
export function newClassesOf(theCase: Pick<Case, 'licences' | 'answers' | 'filedOn'>): LicenceClassId[] {
  const { holder, classChoice } = theCase.answers
  return newLicence({
    licences: theCase.licences.map((l) => ({ number: l.number, held: l.held })), choice: classChoice,
    filedOn: theCase.filedOn, decisionOn: theCase.filedOn, holder: { birthDate: holder.birthDate, sex: holder.sex },
  }).classes.map((c) => c.class)
}

/** What a certificate must say on a day for these classes; undefined when none is needed. */
export function certificateNeedFor(classes: readonly LicenceClassId[], day: LocalDate): { classes: readonly string[]; onDay: LocalDate; validityMonths: number } | undefined {
  const need = healthNeed(classes, day)
  if (!need.required) return undefined
  return { classes: classesThatServe(need), onDay: day, validityMonths: healthFreshMonths(day).value }
}

const reasonOf = { expired: 'certificate-expired', 'not-eligible': 'certificate-unfit', 're-exam': 'certificate-re-exam', 'wrong-class': 'certificate-wrong-class', 'other-person': 'certificate-other-person' } as const

export const healthCertificate: RequirementKind = {
  kind: 'health-certificate',
  async assess(work, theCase) {
    const need = certificateNeedFor(newClassesOf(theCase), theCase.filedOn)
    if (!need) return met('law', { exempt: true })
    const { usability } = await findUsable(work, theCase.personId, need)
    if (usability.state === 'usable') {
      return met('health-gateway', { certificateId: usability.certificate.id, lastDay: usability.lastDay, exchangeId: usability.certificate.exchangeId })
    }
    if (usability.state === 'none') return asked('clinic', 'health-gateway')
    return failed(reasonOf[usability.state])
  },
}
