/** Which clinic was reminded of what, once a round. */
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

export interface ClinicReminder {
  readonly clinicCode: string
  readonly dossierId: string
  /** As the citizen gave it; null when they know only the clinic. */
  readonly number: string | null
  readonly round: number
}

/** @returns the new reminder's id; undefined when this round is written already */
export async function insertReminder(work: Work, reminder: ClinicReminder): Promise<string | undefined> {
  const row = await work.db.maybe<{ id: string }>(sql`insert into health_certificates.clinic_reminder (id, clinic_code, dossier_id, number, round, asked_at)
    values (${newId()}, ${reminder.clinicCode}, ${reminder.dossierId}, ${reminder.number}, ${reminder.round}, ${work.now}) on conflict (dossier_id, round) do nothing returning id`)
  return row?.id
}

/** A reminder that is still to be sent, with the address; undefined when it is not. */
export async function findUnsent(work: Work, id: string): Promise<(ClinicReminder & { readonly clinicName: string; readonly mail: string | null }) | undefined> {
  return work.db.maybe(sql`select r.clinic_code as "clinicCode", r.dossier_id as "dossierId", r.number, r.round, c.name as "clinicName", c.mail
    from health_certificates.clinic_reminder r join health_certificates.clinic c on c.code = r.clinic_code where r.id = ${id} and r.sent_at is null and not r.undeliverable`)
}

export async function saveReminderSent(work: Work, id: string, receipt: string): Promise<void> {
  await work.db.run(sql`update health_certificates.clinic_reminder set receipt = ${receipt}, sent_at = ${work.now} where id = ${id} and sent_at is null`)
}

export async function saveReminderUndeliverable(work: Work, id: string): Promise<void> {
  await work.db.run(sql`update health_certificates.clinic_reminder set undeliverable = true where id = ${id} and sent_at is null`)
}
