/** Each reading of a person's papers by staff is an event with a purpose, which the person can see — nhật ký đọc hồ sơ (AUD4, S14). */
import { readingLimitAt, type StaffRole } from '../../../catalogue/index.ts'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import { localTimeAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { appendEvent, findDossier } from '../../store/dossiers.ts'
import { countReadWithoutHolding, hasReadSince } from '../../store/worklists/readings.ts'

/** A page opened anew within this time is the same reading. */
const SAME_READING_MS = 10 * 60_000
const HOUR_MS = 3_600_000

const purposes: Readonly<Partial<Record<StaffRole, string>>> = { appraiser: 'appraise', signer: 'sign', supervisor: 'supervise', inspector: 'inspect' }

/** What a role opens a dossier for, as its reading is noted. */
export function readingPurposeOf(role: StaffRole): string {
  return purposes[role] ?? 'appraise'
}

/**
 * Records that a member of staff opened a person's dossier, and for what; the same reader within ten minutes for the same purpose is the same reading.
 * @param part a picture or paper of a dossier that was opened as a whole just before: no reading of its own
 */
export async function noteReading(work: Work, dossierId: string, purpose: string, { part = false }: { readonly part?: boolean } = {}): Promise<void> {
  const { actor } = work
  const dossier = await findDossier(work, dossierId)
  if (!dossier || actor.kind !== 'staff') return
  if (await hasReadSince(work, dossierId, actor.staffId, new Date(work.now.getTime() - SAME_READING_MS), part ? undefined : purpose)) return
  appendEvent(work, dossier, { kind: 'read', from: null, to: null, details: { purpose } })
  work.announce('dossier.read', { dossierId, purpose }, dossier.personId)
  if (dossier.claimedBy === actor.staffId) return
  // This one is not written yet.
  const read = 1 + await countReadWithoutHolding(work, actor.staffId, new Date(work.now.getTime() - HOUR_MS))
  const limit = readingLimitAt(work.today, localTimeAt(work.now))
  if (read > limit) await raiseOnce(work, { kind: 'bulk-reading', system: 'own', subjectId: actor.staffId, provinceCode: actor.provinceCode, details: { province: actor.provinceCode, limit: String(limit), read: String(read) } })
}
