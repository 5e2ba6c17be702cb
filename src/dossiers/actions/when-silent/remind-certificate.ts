/** A certificate that has not come is asked after: the clinic gets a letter, the citizen a message, at times set by the catalogue (P2). */
import { certificateReminders } from '../../../catalogue/index.ts'
import { remindClinic } from '../../../capabilities/health-certificates/index.ts'
import type { Work } from '../../../platform/work.ts'
import { typedNumberOf } from '../../requirements/health-certificate.ts'
import { appendEvent, getAnswers, hasEvent } from '../../store/dossiers.ts'
import { holdOnly } from '../step.ts'

const HOUR_MS = 3_600_000

/** Sets the next round of reminding; a certificate that comes before makes it do nothing. */
export function scheduleCertificateReminder(work: Work, dossierId: string, round: number): void {
  const { firstHours, againHours, most } = certificateReminders(work.today).value
  if (round > most) return
  const hours = round === 1 ? firstHours : againHours
  work.schedule('dossiers.remind-certificate', dossierId, { dossierId, round }, new Date(work.now.getTime() + hours * HOUR_MS))
}

/** One round, told once however often the job runs: only while the clinic is what the dossier waits for. The round after the last is not set. */
export async function remindOfCertificate(work: Work, dossierId: string, round: number): Promise<void> {
  const { dossier, requirements } = await holdOnly(work, dossierId)
  if ((dossier.status !== 'filed' && dossier.status !== 'accepted') || (await hasEvent(work, dossierId, 'certificate-late', { round }))) return
  const need = requirements.find((one) => one.kind === 'health-certificate')
  if (need?.state !== 'asked' || need.owner !== 'clinic') return
  const answers = await getAnswers(work, dossier)
  const { certificate } = answers
  const clinicTold = await remindClinic(work, { dossierId, number: typedNumberOf(answers), clinicCode: certificate.how === 'not-yet' ? certificate.clinicCode : undefined, round })
  appendEvent(work, dossier, { kind: 'certificate-late', from: null, to: null, details: { round } })
  work.announce('dossier.certificate-late', { dossierId, round, clinicTold }, dossier.personId)
  scheduleCertificateReminder(work, dossierId, round + 1)
}
