/** What the registers have said about a person so far, read together, before there is a dossier. */
import { type PopulationRecord, findPopulationRecord } from '../../../capabilities/identity/index.ts'
import { type CertificateStanding, findUsable, findUsableFor } from '../../../capabilities/health-certificates/index.ts'
import { type BodyAnswer, conclude, type Conclusion, violationsOf } from '../../../capabilities/violations/index.ts'
import { type ClassChoice, classOptions, getLicenceClass, type LicenceClassId, resultingClasses } from '../../../catalogue/index.ts'
import type { Work } from '../../../platform/work.ts'
import { certificateNeedFor } from '../../requirements/health-certificate.ts'
import { violationBodiesOn } from '../../requirements/violations.ts'

export interface PopulationStanding {
  readonly state: 'asking' | 'silent' | 'known' | 'absent'
  readonly record: PopulationRecord | undefined
  readonly at: Date | null
}

export interface ViolationStanding {
  readonly conclusion: Conclusion
  readonly answers: readonly BodyAnswer[]
  /** Nobody has answered and somebody is being asked for the first time. */
  readonly asking: boolean
}

/** How the residence of a person is known. */
export async function populationOf(work: Work, personId: string): Promise<PopulationStanding> {
  const found = await findPopulationRecord(work, personId)
  if (!found || found.lookup.state === 'asked') return { state: 'asking', record: found?.record, at: null }
  const { state, answeredAt } = found.lookup
  return { state: state === 'value' ? 'known' : state === 'absent' ? 'absent' : 'silent', record: found.record, at: answeredAt }
}

/** How violations stand today. */
export async function violationStandingOf(work: Work, personId: string): Promise<ViolationStanding> {
  const { bodies, enough } = violationBodiesOn(work.today)
  const answers = await violationsOf(work, personId, bodies)
  const conclusion = conclude(answers, work.today, enough)
  return { conclusion, answers, asking: conclusion.outcome === 'pending' && answers.some((a) => a.state === 'asked' || a.state === 'not-asked') }
}

/** Of the classes that each held class may become, the one with the mildest health standard; and those that ask for more. */
export function mildestChoice(held: readonly LicenceClassId[], on: string): { choice: ClassChoice; stricter: readonly LicenceClassId[] } {
  const group = (id: LicenceClassId) => getLicenceClass(id).healthGroup
  const rows = held.map((from) => ({ from, to: classOptions(from, on).map((o) => o.to).sort((a, b) => group(a) - group(b)) }))
  return {
    choice: Object.fromEntries(rows.flatMap(({ from, to: [first] }) => (first ? [[from, first]] : []))),
    stricter: rows.flatMap(({ to }) => to.filter((id) => to[0] !== undefined && group(id) > group(to[0]))),
  }
}

/** What a certificate must serve, for classes held and the choice made so far; undefined where none is needed. */
export function certificateNeedOf(held: readonly LicenceClassId[], choice: ClassChoice, on: string) {
  return certificateNeedFor(resultingClasses(held, choice, on), on)
}

/** How the certificate stands for classes held. @param number as the person typed it */
export async function certificateStandingOf(work: Work, personId: string, held: readonly LicenceClassId[], choice: ClassChoice, number?: string): Promise<CertificateStanding | undefined> {
  const need = certificateNeedOf(held, choice, work.today)
  return need && findUsable(work, personId, { ...need, number })
}

/** The same for who reads classes, choice and number at the same time: what does not hang on them is asked together with them. */
export function certificateStandingFor(work: Work, personId: string, coming: Promise<{ readonly held: readonly LicenceClassId[]; readonly choice: ClassChoice; readonly number: string | undefined }>): Promise<CertificateStanding | undefined> {
  return findUsableFor(work, personId, coming.then(({ held, choice, number }) => {
    const need = certificateNeedOf(held, choice, work.today)
    return need && { ...need, number }
  }))
}

/** Whether a person's certificates are being asked for, for the first time. */
export function isAskingCertificate(standing: CertificateStanding | undefined): boolean {
  return standing !== undefined && standing.usability.state === 'none' && standing.questions.every((q) => q.state === 'asked')
}

/** Whether the gateway itself has not answered, so that nothing can be said about the clinic. */
export function isSilent(standing: CertificateStanding | undefined): boolean {
  return standing !== undefined && standing.usability.state === 'none' && standing.questions.some((q) => q.state === 'unavailable')
}
