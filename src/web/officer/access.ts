/** What every officer's route begins with: who is asking, and whether the dossier is theirs to see. */
import { type Dossier, findDossier } from '../../dossiers/index.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import type { StaffVisit } from '../request.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text from an address can be an id at all. */
export function isId(text: string): boolean {
  return UUID.test(text)
}

/**
 * A dossier of the visitor's province; of others not even the existence is told.
 * @throws Refusal 'dossier-not-found'
 */
export async function dossierOf(work: Work, visit: StaffVisit, dossierId: string): Promise<Dossier> {
  const dossier = isId(dossierId) ? await findDossier(work, dossierId) : undefined
  if (!dossier || dossier.authorityProvince !== visit.session.staff.provinceCode) throw new Refusal('dossier-not-found')
  return dossier
}
