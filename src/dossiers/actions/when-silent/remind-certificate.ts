/** A certificate that has not come is asked after: the clinic gets a letter, the citizen a message, at times set by the catalogue (P2). */
import { certificateReminders } from '../../../catalogue/index.ts'
import { remindClinic } from '../../../capabilities/health-certificates/index.ts'
import type { Work } from '../../../platform/work.ts'
import { typedNumberOf } from '../../requirements/health-certificate.ts'
import { findDossier, getAnswers, listRequirements } from '../../store/dossiers.ts'

const HOUR_MS = 3_600_000

/** Sets the next round of reminding; a certificate that comes before makes it do nothing. */
export function scheduleCertificateReminder(work: Work, dossierId: string, round: number): void {
  const { firstHours, againHours, most } = certificateReminders(work.today).value
  if (round > most) return
  const hours = round === 1 ? firstHours : againHours
  work.schedule('dossiers.remind-certificate', dossierId, { dossierId, round }, new Date(work.now.getTime() + hours * HOUR_MS))
}

/** One round: only while the clinic is what the dossier waits for. The round after the last is not set. */
export async function remindOfCertificate(work: Work, dossierId: string, round: number): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (!dossier || (dossier.status !== 'filed' && dossier.status !== 'accepted')) return
  const need = (await listRequirements(work, dossierId)).find((one) => one.kind === 'health-certificate')
  if (need?.state !== 'asked' || need.owner !== 'clinic') return
  const answers = await getAnswers(work, dossier)
  const { certificate } = answers
  const clinicTold = await remindClinic(work, { dossierId, number: typedNumberOf(answers), clinicCode: certificate.how === 'not-yet' ? certificate.clinicCode : undefined, round })
  work.announce('dossier.certificate-late', { dossierId, round, clinicTold }, dossier.personId)
  scheduleCertificateReminder(work, dossierId, round + 1)
}
