/** Dossiers with a time ledger of any shape, for figures over many waits; a real ledger has no overlaps, which no sum minds. */
import { newId } from '../../src/platform/values/ids.ts'
import type { TestPlatform } from '../support/database.ts'

export interface PlantedWait {
  readonly owner: string
  readonly cause: string
  readonly from: Date
  /** Null while it lasts. */
  readonly to: Date | null
}

/** One open dossier filed at an instant, with these waits. The platform keeps no other promise about it. */
export async function plantWaits(platform: TestPlatform, province: string, code: string, filedAt: string, waits: readonly PlantedWait[]): Promise<void> {
  const [id, draft, licence] = [newId(), newId(), newId()]
  await platform.asOwner(`insert into dossiers.draft (id, person_id, procedure, licence_ids, answers, started_at, updated_at, filed_at) values ($1, $2, 'exchange-licence', array[$3]::uuid[], '\\x00', $4, $4, $4)`, [draft, newId(), licence, filedAt])
  const now = waits.find(({ to }) => to === null) ?? { owner: 'office', cause: 'to-accept', from: await platform.clock.now() }
  await platform.asOwner(`insert into dossiers.dossier (id, submission_code, draft_id, person_id, procedure, procedure_version, licence_ids, main_licence_id, status, channel, answers, portrait_id, delivery, amount_vnd, lang,
      filed_at, filing_evidence, authority_province, applicant_name, name_key, identity_index, licence_number, class_label, turn, turn_owner, turn_cause, turn_since)
    values ($1, $2, $3, $4, 'exchange-licence', '2026-07-01', array[$5]::uuid[], $5, 'filed', 'online', '\\x00', $6, 'post', 115000, 'vi', $11, '\\x00', $7, 'Nguyễn Văn An', 'nguyen van an', '\\x01', '970000000001', 'B2',
      'officer', $8, $9, $10)`, [id, code, draft, newId(), licence, newId(), province, now.owner, now.cause, now.from, filedAt])
  await platform.asOwner(`insert into dossiers.wait (id, dossier_id, owner, cause, from_at, to_at) select gen_random_uuid(), $1, w.owner, w.cause, w."from", w."to"
    from jsonb_to_recordset($2::jsonb) as w(owner text, cause text, "from" timestamptz, "to" timestamptz)`, [id, JSON.stringify(waits)])
}
