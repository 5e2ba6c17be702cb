/** What a page showed of a dossier travels with each of its forms, so that nothing is done upon something else (C1). */
import type { ShownState } from '../../../../dossiers/index.ts'
import type { DeskVerb } from '../../text/decision.ts'
import type { DossierView } from '../../dossier/dossier.view.ts'

const REVISION = 'phien-ban'
const NEWEST = 'den'

/** The hidden fields of every form on a dossier's page. */
export function shownIn(view: Pick<DossierView, 'dossier' | 'events'>): Readonly<Record<string, string>> {
  return { [REVISION]: String(view.dossier.revision), [NEWEST]: view.events.find(({ kind }) => kind !== 'read')?.id ?? '' }
}

/** The same as it comes back; a form without it has seen nothing. */
export function shownOf(form: { text(name: string): string }): ShownState {
  const revision = form.text(REVISION)
  return { revision: /^\d{1,9}$/.test(revision) ? Number(revision) : -1, eventId: form.text(NEWEST) }
}

/** Verbs that look at every requirement again, or at the very file: an answer of a source meanwhile is theirs to judge. */
export function judgesAnew(verb: DeskVerb): boolean {
  return verb !== 'refuse' && verb !== 'askSupplement'
}
