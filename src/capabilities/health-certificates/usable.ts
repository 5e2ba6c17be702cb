/** Whether a person's certificates serve an exchange. Pure. */
import { addDays, addMonths, type LocalDate } from '../../platform/values/dates.ts'
import type { HealthCertificate } from './certificate.ts'

export interface CertificateNeed {
  /** Any of these classes is good enough; which ones is the catalogue's business (health groups of TT 36/2024/TT-BYT). */
  readonly classes: readonly string[]
  /** The day the rule looks at: the day of filing. */
  readonly onDay: LocalDate
  /** Months from the conclusion for which it serves: dated law, given by the catalogue. */
  readonly validityMonths: number
}

export type Usability =
  /** @property lastDay the last day on which it still serves */
  | { readonly state: 'usable'; readonly certificate: HealthCertificate; readonly lastDay: LocalDate }
  | { readonly state: 'expired'; readonly certificate: HealthCertificate; readonly lastDay: LocalDate }
  | { readonly state: 'not-eligible'; readonly certificate: HealthCertificate }
  /** The clinic asked for another examination and its day has come (or no day was named). */
  | { readonly state: 're-exam'; readonly certificate: HealthCertificate }
  | { readonly state: 'wrong-class'; readonly certificate: HealthCertificate }
  /** The clinic took it back, and there is no other for the class. */
  | { readonly state: 'revoked'; readonly certificate: HealthCertificate }
  /** The number given belongs to somebody else's certificate. */
  | { readonly state: 'other-person' }
  /** A certificate bears the person's identity number and another name: the clinic has to correct it. */
  | { readonly state: 'name-differs' }
  | { readonly state: 'none' }

/** What is there beside the person's own certificates. */
export interface Beside {
  readonly otherPerson?: boolean
  readonly nameDiffers?: boolean
}

/**
 * Judges by the newest conclusion for a class that serves: an older, better one does not outweigh it. A period of months
 * ends with the corresponding day of the last month (Bộ luật Dân sự 2015, Điều 148). "Meets the standard but must be
 * examined again" serves until the day of that examination (assumed; no text says what the office does meanwhile).
 * A certificate taken back counts as never given.
 */
export function judge(certificates: readonly HealthCertificate[], need: CertificateNeed, beside: Beside = {}): Usability {
  const newest = [...certificates].sort(newestFirst)
  const inForce = newest.filter((one) => one.revokedAt === null)
  const serves = (one: HealthCertificate) => need.classes.includes(one.licenceClass)
  const certificate = inForce.find(serves)
  if (!certificate) {
    const revoked = newest.find(serves)
    if (revoked) return { state: 'revoked', certificate: revoked }
    const other = inForce[0]
    if (other) return { state: 'wrong-class', certificate: other }
    return { state: beside.otherPerson ? 'other-person' : beside.nameDiffers ? 'name-differs' : 'none' }
  }
  if (certificate.conclusion === 'not-eligible') return { state: 'not-eligible', certificate }
  const lastDay = addMonths(certificate.concludedOn, need.validityMonths)
  if (need.onDay > lastDay) return { state: 'expired', certificate, lastDay }
  if (certificate.conclusion === 'eligible') return { state: 'usable', certificate, lastDay }
  if (certificate.reExamOn === null || need.onDay >= certificate.reExamOn) return { state: 're-exam', certificate }
  const dayBefore = addDays(certificate.reExamOn, -1)
  return { state: 'usable', certificate, lastDay: [dayBefore, lastDay].sort()[0] ?? lastDay }
}

const severity: Record<HealthCertificate['conclusion'], number> = { 'not-eligible': 0, 'eligible-re-exam': 1, eligible: 2 }

/** Of two conclusions of one day the stricter counts. */
function newestFirst(a: HealthCertificate, b: HealthCertificate): number {
  if (a.concludedOn !== b.concludedOn) return a.concludedOn < b.concludedOn ? 1 : -1
  return severity[a.conclusion] - severity[b.conclusion]
}
