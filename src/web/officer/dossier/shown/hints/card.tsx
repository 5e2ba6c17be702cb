/** Hints on a dossier: what was seen, the other dossiers of the own province, and that somebody looked. */
import { hintReasons } from '../../../../../catalogue/index.ts'
import type { EventRow, Hint } from '../../../../../dossiers/index.ts'
import { Button, Card, Code, Form, Link, Picture, Select, Tag } from '../../../../kit/index.ts'
import type { Lang } from '../../../../../platform/values/words.ts'
import { paths } from '../../../../paths.ts'
import type { StaffVisit } from '../../../../request.ts'
import { numberOf } from '../../../shared.ts'
import { withinFields } from '../../../worklist/address.ts'
import type { DossierPageView } from '../../dossier.view.ts'
import { hintText } from './text.ts'

const SHOWN = 5
/** Who handles dossiers may note it; who inspects reads. */
const NOTES: readonly string[] = ['appraiser', 'signer', 'supervisor']

const countOf = ({ here, elsewhere }: Hint) => here.length + elsewhere

/** The latest note that somebody looked at a hint as it stands now. */
function seenOf(hint: Hint, events: readonly EventRow[]): EventRow | undefined {
  return events.find(({ kind, details }) => kind === 'hint-seen' && details['hint'] === hint.kind && Number(details['count']) >= countOf(hint))
}

/** Both pictures, for whom may open both dossiers. They stand here only once they were asked for, since seeing a picture is a reading that its person is told of, with scripts or without. */
function SideBySide({ view: { dossier: own, within }, other, isAsked, lang }: { readonly isAsked: boolean; readonly view: DossierPageView; readonly other: Hint['here'][number]; readonly lang: Lang }) {
  const t = hintText[lang]
  if (!other.apart) return null
  return (
    <>
      : {t.apart(other.apart.places)}{other.apart.mirrored && ` ${t.mirrored}`}
      {isAsked ? (
        <div class="tt-side-by-side" id="hai-anh">
          <Picture src={paths.officerPortrait(own.id)} alt={t.pictureOf(numberOf(own))}><strong>{t.own}</strong><br /><Code>{numberOf(own)}</Code></Picture>
          <Picture src={paths.officerPortrait(other.id)} alt={t.pictureOf(other.number)}><strong>{t.other}</strong><br /><Code>{other.number}</Code></Picture>
        </div>
      ) : <>. <Link href={`${paths.officerDossier(own.id, { ...withinFields(within), canh: other.id })}#hai-anh`}>{t.sideBySide}</Link></>}
    </>
  )
}

/** @param beside the dossier whose picture somebody asked to see beside the own one */
export function HintsCard({ view, visit, beside }: { readonly view: DossierPageView; readonly visit: StaffVisit; readonly beside?: string | undefined }) {
  const t = hintText[visit.lang]
  if (view.hints.length === 0) return null
  return (
    <Card title={t.title} id="goi-y">
      <p class="govuk-body-s">{t.lead}</p>
      {view.hints.map((hint) => {
        const seen = seenOf(hint, view.events)
        const reason = hintReasons.find((one) => one === seen?.details['reason'])
        return (
          <section class="tt-hint">
            <p class="govuk-body">{t.kinds[hint.kind](countOf(hint))} <Tag tone={seen ? 'done' : 'waiting'}>{seen ? t.seen : t.toSee}</Tag></p>
            <ul class="govuk-list">
              {hint.here.slice(0, SHOWN).map((other) => <li><Link href={paths.officerDossier(other.id)}><Code>{other.number}</Code></Link><SideBySide view={view} other={other} isAsked={other.id === beside} lang={visit.lang} /></li>)}
              {hint.here.length > SHOWN && <li>{t.more(hint.here.length - SHOWN)}</li>}
              {hint.elsewhere > 0 && <li>{t.elsewhere(hint.elsewhere)}</li>}
            </ul>
            {seen && reason && <p class="govuk-body-s">{t.reasons[reason]}{view.staff.get(seen.actorId) && `, ${view.staff.get(seen.actorId)?.fullName}`}</p>}
            {!seen && NOTES.includes(visit.session.staff.role) && (
              <Form action={paths.officerHint(view.dossier.id)} csrf={visit.csrf} hidden={withinFields(view.within)}>
                <input type="hidden" name="hint" value={hint.kind} />
                <Select id={`reason-${hint.kind}`} name="reason" label={t.mark} value="same-person" items={hintReasons.map((one) => ({ value: one, text: t.reasons[one] }))} />
                <Button look="secondary" preventDoubleClick>{t.press}</Button>
              </Form>
            )}
          </section>
        )
      })}
    </Card>
  )
}
