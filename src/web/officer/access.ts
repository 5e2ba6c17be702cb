/** What every officer's route begins with: who is asking, and whether the dossier is theirs to see. */
import { type Dossier, findDossier } from '../../dossiers/index.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { isId } from '../../platform/values/ids.ts'
import type { Work } from '../../platform/work.ts'
import type { StaffVisit } from '../request.ts'

/**
 * A dossier of the visitor's province; of others not even the existence is told.
 * @throws Refusal 'dossier-not-found'
 */
export async function dossierOf(work: Work, visit: StaffVisit, dossierId: string): Promise<Dossier> {
  const dossier = isId(dossierId) ? await findDossier(work, dossierId) : undefined
  if (!dossier || dossier.authorityProvince !== visit.session.staff.provinceCode) throw new Refusal('dossier-not-found')
  return dossier
}
