/** A driver's health certificate (B3, P2): a late one parks the dossier, an unfit one fails it, each in its own words. */
import { classesThatServe, healthFreshMonths, healthNeed, newLicence, type LicenceClassId } from '../../catalogue/index.ts'
import { findUsable } from '../../capabilities/health-certificates/index.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { asked, type Case, failed, met, type RequirementKind } from './requirement.ts'

/** The classes that come out, in the order of the new licence. */
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

const reasonOf = {
  expired: 'certificate-expired', 'not-eligible': 'certificate-unfit', 're-exam': 'certificate-re-exam', 'wrong-class': 'certificate-wrong-class', 'other-person': 'certificate-other-person',
  revoked: 'certificate-revoked', 'name-differs': 'certificate-name-differs',
} as const

/** The number that the person typed, if they did. */
export function typedNumberOf(answers: Pick<Case['answers'], 'certificate'>): string | undefined {
  return answers.certificate.how === 'by-number' ? answers.certificate.number : undefined
}

export const healthCertificate: RequirementKind = {
  kind: 'health-certificate',
  async assess(work, theCase) {
    const need = certificateNeedFor(newClassesOf(theCase), theCase.filedOn)
    if (!need) return met('law', { exempt: true })
    const { usability, copies } = await findUsable(work, theCase.personId, { ...need, number: typedNumberOf(theCase.answers) })
    if (usability.state === 'usable') {
      const { id, source, exchangeId } = usability.certificate
      return met(source, { certificateId: id, lastDay: usability.lastDay, ...(exchangeId ? { exchangeId } : {}) })
    }
    // A certified copy may be the better evidence, whatever else was found: an officer reads it first.
    const [copy] = copies
    if (copies.some((one) => one.state === 'received')) return asked('office', 'certified-copy')
    if (usability.state === 'none') return copy ? failed('certificate-copy-rejected') : asked('clinic', 'health-gateway')
    return failed(reasonOf[usability.state])
  },
}
