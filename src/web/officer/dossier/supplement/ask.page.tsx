/** Asking for supplements: every point with what the dossier says now, a reason and words; complete without JavaScript (B7, C2). */
import { pointWords, reasonsOf, reasonWords } from '../../../../catalogue/index.ts'
import { MOST_POINT_NOTE, pointValue, partIn } from '../../../../dossiers/index.ts'
import { formatInstant } from '../../../../platform/values/dates.ts'
import { Button, Card, Code, type Content, Form, Heading, InsetText, KeyHint, Link, NotificationBanner, Picture, Select, Table, Tag, Textarea, WarningText } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import type { StaffVisit, Web } from '../../../request.ts'
import { numberOf } from '../../shared.ts'
import { refusalWords, words } from '../../text/words.ts'
import { withinFields } from '../../worklist/address.ts'
import { shownIn } from '../../worklist/holding/shown.ts'
import { FormErrors } from '../action-forms.tsx'
import type { DossierPageView } from '../dossier.view.ts'
import { type AskForm, dropOf, noteField, type PointRow, reasonField } from './form.ts'
import { askText } from './text.ts'
import { turnToAsk } from './view.ts'

interface Part {
  readonly view: DossierPageView
  readonly visit: StaffVisit
}

/** @param impediment why nothing can be asked now, in words */
export function AskPage({ web, view, visit, form, impediment, refused }: Part & { readonly web: Web; readonly form: AskForm; readonly impediment?: string | undefined; readonly refused?: string | undefined }) {
  const { lang } = visit
  const t = askText[lang]
  const { dossier } = view
  const asked = form.rows.filter((row) => row.reason)
  const stopped = impediment ?? (turnToAsk(view.supplements) === 'not-allowed' ? t.notAllowed : undefined)
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="worklist" toSign={view.toSign} title={`${t.title}: ${dossier.applicantName}`} hasError={form.errors.length > 0 || refused !== undefined}>
      <FormErrors errors={form.errors} />
      {refused && <NotificationBanner role="alert" titleText={words[lang].notDone} text={refusalWords(refused, lang)} />}
      <Heading caption={t.title} beside={<><Code>{numberOf(dossier)}</Code> · {view.theCase.procedure.title[lang]} {dossier.classLabel}</>} end={<><Link href={paths.officerDossier(dossier.id, withinFields(view.within))} attributes={{ 'data-shortcut': 'l' }}>{t.cancel}</Link> <KeyHint>L</KeyHint></>}>{dossier.applicantName}</Heading>
      {stopped && <InsetText>{stopped}</InsetText>}
      {/* What was typed stays, also where somebody else has the dossier now. */}
      {(!stopped || asked.length > 0) && (
        <>
          <Term view={view} visit={visit} />
          {turnToAsk(view.supplements) === 'allowed' && <WarningText>{t.second} {view.supplements.permissions.filter((one) => !one.used).map((one) => t.allowedBy(view.staff.get(one.allowedBy)?.fullName ?? '', formatInstant(one.allowedAt)))}</WarningText>}
          <Card>
            <p class="govuk-body">{t.lead}</p>
            {form.filled && form.errors.length === 0 && <InsetText><span role="status">{t.filled}</span></InsetText>}
            <Form action={paths.officerSupplement(dossier.id)} csrf={visit.csrf} hidden={{ ...withinFields(view.within), ...shownIn(view) }}>
              {/* The first button is the one that Enter presses: nothing is sent by a slip. */}
              <Button look="secondary" name="do" value="compose" classes="govuk-visually-hidden" attributes={{ tabindex: -1, 'aria-hidden': true }}>{t.compose}</Button>
              <Table
                classes="tt-ask" head={[t.point, t.now, t.reason, t.note, { text: <span class="govuk-visually-hidden">{t.drop}</span> }]} firstCellIsHeader
                rows={form.rows.map((row) => [pointWords(row.kind)[lang], { text: <Now view={view} visit={visit} row={row} /> }, { text: <Reason view={view} visit={visit} row={row} form={form} /> }, { text: <Note visit={visit} row={row} form={form} /> }, { text: <Drop visit={visit} row={row} /> }])}
              />
              <div class="govuk-button-group">
                {asked.some((row) => row.seen) && <Button name="do" value="send" preventDoubleClick>{t.send(asked.length)}</Button>}
                <Button look={asked.some((row) => row.seen) ? 'secondary' : 'primary'} name="do" value="compose">{t.compose}</Button>
                <Link href={paths.officerDossier(dossier.id, withinFields(view.within))}>{t.cancel}</Link>
              </div>
              <p class="govuk-body-s">{t.paper}</p>
            </Form>
          </Card>
        </>
      )}
    </StaffLayout>
  )
}

/** When the notice is due; past that it is said plainly whose delay it is. */
function Term({ view, visit }: Part) {
  const t = askText[visit.lang]
  const { noticeDueAt, noticeKeptAt } = view.dossier
  if (noticeKeptAt) return null
  if (!noticeDueAt) return <p class="govuk-body">{t.dueUnknown}</p>
  const when = formatInstant(noticeDueAt)
  return view.now > noticeDueAt ? <WarningText>{t.pastDue(when)}</WarningText> : <p class="govuk-body">{t.due(when, view.theCase.procedure.deadlines.noticeDays.value)}</p>
}

function Now({ view, visit, row }: Part & { row: PointRow }): Content {
  const { lang } = visit
  if (row.kind === 'portrait') return <Picture small src={paths.officerPortrait(view.dossier.id)} alt={pointWords('portrait')[lang]} />
  if (row.kind === 'changed-details') return view.theCase.answers.holder.fullName
  return pointValue(row.kind, partIn(row.kind, view.theCase.answers), view.today)?.[lang] ?? <Tag tone="quiet">{askText[lang].none}</Tag>
}

function Reason({ view, visit, row, form }: Part & { row: PointRow; form: AskForm }) {
  const { lang } = visit
  const t = askText[lang]
  return (
    <Select
      name={reasonField(row.kind)} label={{ text: t.reasonOf(pointWords(row.kind)[lang]), classes: 'govuk-visually-hidden' }} value={row.reason ?? ''} errorMessage={errorOf(form, reasonField(row.kind))}
      items={[{ value: '', text: t.notAsked }, ...reasonsOf(row.kind, view.today).map((reason) => ({ value: reason, text: reasonWords(reason)[lang] }))]}
    />
  )
}

function Note({ visit, row, form }: { visit: StaffVisit; row: PointRow; form: AskForm }) {
  const t = askText[visit.lang]
  if (!row.reason) return null
  return (
    <Textarea
      name={noteField(row.kind)} rows={3} label={{ text: t.noteOf(pointWords(row.kind)[visit.lang]), classes: 'govuk-visually-hidden' }} value={row.note} errorMessage={errorOf(form, noteField(row.kind))}
      attributes={{ maxlength: MOST_POINT_NOTE }}
    />
  )
}

function Drop({ visit, row }: { visit: StaffVisit; row: PointRow }) {
  const t = askText[visit.lang]
  if (!row.reason) return null
  return <Button look="secondary" name="do" value={dropOf(row.kind)}>{t.drop}<span class="govuk-visually-hidden"> {pointWords(row.kind)[visit.lang]}</span></Button>
}

function errorOf(form: AskForm, field: string): string | false {
  return form.errors.find((error) => error.field === field)?.text ?? false
}
