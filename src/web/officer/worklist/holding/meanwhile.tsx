/** What others did to a dossier since the visitor opened its page. */
import { changesSince } from '../../../../dossiers/index.ts'
import { DateTime, InsetText } from '../../../kit/index.ts'
import type { StaffVisit } from '../../../request.ts'
import type { DossierPageView } from '../../dossier/dossier.view.ts'
import { labelOf, whoOf } from '../../dossier/shown/timeline.tsx'
import { holdingText } from './text.ts'

const SHOWN = 8

export function Meanwhile({ view, visit, since }: { readonly view: DossierPageView; readonly visit: StaffVisit; readonly since: string }) {
  const t = holdingText[visit.lang]
  const changes = view.events.some(({ id }) => id === since) ? changesSince(view.events, since, visit.session.staff.id).slice(0, SHOWN) : []
  return (
    <InsetText>
      <strong>{t.meanwhile}</strong>
      {changes.length === 0 ? <p class="govuk-body">{t.nothingNew}</p> : <ul class="govuk-list govuk-list--bullet">{changes.map((event) => <li><DateTime at={event.at} />: {labelOf(event, visit.lang)} ({whoOf(event, view, visit)})</li>)}</ul>}
    </InsetText>
  )
}
