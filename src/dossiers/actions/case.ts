/** Gathers what a dossier is judged by. */
import { getProcedure } from '../../catalogue/index.ts'
import { getLicences } from '../../capabilities/licences/index.ts'
import { localDateAt } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'
import type { Case } from '../requirements/requirement.ts'
import { type Dossier, getAnswers } from '../store/dossiers.ts'

/** The case of a filed dossier, under the version of the law it was filed under. */
export async function caseOf(work: Work, dossier: Dossier): Promise<Case> {
  const [licences, answers] = await Promise.all([getLicences(work, dossier.licenceIds), getAnswers(work, dossier)])
  return {
    dossierId: dossier.id, personId: dossier.personId, procedure: getProcedure(dossier.procedure, dossier.procedureVersion),
    filedOn: localDateAt(dossier.filedAt), licences, answers, portraitId: dossier.portraitId,
  }
}
