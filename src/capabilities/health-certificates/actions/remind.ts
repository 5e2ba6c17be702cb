/** A clinic is reminded of what it has not sent (P2). */
import type { Work } from '../../../platform/work.ts'
import { clinicOfNumber } from '../certificate.ts'
import { findClinic } from '../store/clinics.ts'
import { insertReminder } from '../store/reminders.ts'

/**
 * Writes to the clinic that owes a certificate, once a round. A number names its clinic; otherwise the citizen may have.
 * @returns whether a letter was written now: not when the clinic is not known here or has no address (then only the citizen can ask it), nor when this round is written already
 */
export async function remindClinic(work: Work, about: { readonly dossierId: string; readonly number: string | undefined; readonly clinicCode: string | undefined; readonly round: number }): Promise<boolean> {
  const code = about.number === undefined ? about.clinicCode : clinicOfNumber(about.number)
  const clinic = code === undefined ? undefined : await findClinic(work, code)
  if (!clinic?.mail || clinic.state === 'suspended') return false
  const id = await insertReminder(work, { clinicCode: clinic.code, dossierId: about.dossierId, number: about.number ?? null, round: about.round })
  if (id !== undefined) work.enqueue('health-certificates.remind-clinic', { reminderId: id })
  return id !== undefined
}
