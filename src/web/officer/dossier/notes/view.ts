/** What officers told each other about a dossier, for those who may read it. */
import { type Dossier, listNotes, listOpinions, listQuestionsTo, mayReadNotes, type Note, type OpenQuestion, type Opinion } from '../../../../dossiers/index.ts'
import type { Work } from '../../../../platform/work.ts'
import type { StaffVisit } from '../../../request.ts'

export interface Conference {
  readonly notes: readonly Note[]
  readonly opinions: readonly Opinion[]
  /** Questions about any dossier that wait for this visitor. */
  readonly toMe: readonly OpenQuestion[]
}

/** @returns undefined for who may not read what officers tell each other: who applied, above all */
export async function readConference(work: Work, visit: StaffVisit, dossier: Dossier): Promise<Conference | undefined> {
  if (!mayReadNotes(visit.actor, dossier)) return undefined
  const [notes, opinions, toMe] = await Promise.all([listNotes(work, dossier), listOpinions(work, dossier), listQuestionsTo(work, visit.actor.staffId)])
  return { notes, opinions, toMe }
}
