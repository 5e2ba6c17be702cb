/** Which short terms a step keeps (C2): the notice to the citizen, and that what was examined is passed on. */
import type { Work } from '../../../platform/work.ts'
import type { Verb } from '../../lifecycle.ts'
import type { Dossier, DossierChange } from '../../store/dossiers.ts'

const tellsTheCitizen: readonly Verb[] = ['accept', 'askSupplement', 'refuse']
const passesOn: readonly Verb[] = ['approve', 'refuse']

/** Which short terms a step keeps, for the first time. What the service asks by itself is no notice of the office. */
export function keptBy(work: Work, dossier: Dossier, verb: Verb): Pick<DossierChange, 'noticeKeptAt' | 'transferKeptAt'> {
  return {
    ...(dossier.noticeKeptAt === null && work.actor.kind === 'staff' && tellsTheCitizen.includes(verb) ? { noticeKeptAt: work.now } : {}),
    ...(dossier.transferDueAt !== null && dossier.transferKeptAt === null && passesOn.includes(verb) ? { transferKeptAt: work.now } : {}),
  }
}
