/** "I have settled it": the citizen has every source asked again at once, and the wait is no longer theirs (P1). */
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { appendEvent, findDossier } from '../../store/dossiers.ts'
import { beginLookUps } from '../before-filing/begin-look-ups.ts'

/** Asks all sources about the applicant anew. @throws Refusal 'dossier-not-found' when it is not the citizen's own or is closed */
export async function askAgain(work: Work, dossierId: string): Promise<void> {
  const dossier = await findDossier(work, dossierId)
  if (!dossier || dossier.closedAt || work.actor.kind !== 'citizen' || work.actor.personId !== dossier.personId) throw new Refusal('dossier-not-found')
  await beginLookUps(work, dossier.personId, { anew: true })
  appendEvent(work, dossier, { kind: 'asked-again', from: null, to: null })
  work.enqueue('dossiers.reassess', { dossierId })
}
