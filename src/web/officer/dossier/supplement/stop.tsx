/** Stopping a dossier whose request nobody answered: what it means is read before it is pressed (B7). */
import { moneyRule, unansweredRuleOn } from '../../../../catalogue/index.ts'
import { formatDate, formatInstant, localDateAt } from '../../../../platform/values/dates.ts'
import { percentOf } from '../../../../platform/values/words.ts'
import { Button, Card, Form, Link, Vietnamese } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { decisionText } from '../../text/decision.ts'
import { withinFields } from '../../worklist/address.ts'
import { shownIn } from '../../worklist/holding/shown.ts'
import type { DossierPageView } from '../dossier.view.ts'
import { verbPaths } from '../panel.tsx'
import { askText } from './text.ts'

export function StopForm({ view, visit }: { readonly view: DossierPageView; readonly visit: StaffVisit }) {
  const { lang } = visit
  const t = askText[lang].stop
  const { dossier } = view
  const request = view.supplements.requests.find((one) => one.answeredAt === null)
  if (dossier.status !== 'supplementing' || !request || !dossier.supplementDueAt) return null
  const begun = request.points.filter(({ answer }) => answer !== null).length
  const rule = unansweredRuleOn(localDateAt(dossier.filedAt))
  return (
    <Card title={t.title} id={verbPaths.stop}>
      <p class="govuk-body">{t.asked(formatInstant(request.askedAt), formatDate(localDateAt(dossier.supplementDueAt)))}</p>
      {begun > 0 && <p class="govuk-body"><strong>{t.begun(begun, request.points.length)}</strong></p>}
      <ul class="govuk-list govuk-list--bullet">
        <li>{t.told}</li>
        <li>{feeOf(view, lang)}</li>
        <li>{t.final}</li>
      </ul>
      <p class="govuk-hint">{t.rule}: <Vietnamese>{rule.source}</Vietnamese> ({t.sure(percentOf(rule.confidence, lang))}).</p>
      <Form action={paths.officerAction(dossier.id, verbPaths.stop)} csrf={visit.csrf} hidden={{ ...withinFields(view.within), ...shownIn(view) }}>
        <div class="govuk-button-group">
          <Button look="warning" preventDoubleClick>{t.send}</Button>
          <Link href={paths.officerDossier(dossier.id, withinFields(view.within))}>{decisionText[lang].cancel}</Link>
        </div>
      </Form>
    </Card>
  )
}

/** What becomes of the fee, by the rule of the day of filing. */
function feeOf({ dossier, money }: DossierPageView, lang: StaffVisit['lang']): string {
  const t = askText[lang].stop
  if (!money.feePaid) return t.feeNone
  return moneyRule(dossier.acceptedAt === null ? 'stopped-before-acceptance' : 'stopped-after-acceptance', localDateAt(dossier.filedAt)).value === 'return' ? t.feeReturned : t.feeKept
}
