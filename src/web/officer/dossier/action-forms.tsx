/** The two forms that need words or a choice: asking for a supplement, refusing. They stand on the dossier's page. */
import { type RefusalGround, refusalGrounds, refusalLawOf } from '../../../catalogue/index.ts'
import type { SupplementItem, SupplementReason } from '../../../dossiers/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { Button, Card, type ChoiceItem, ErrorSummary, Form, Link, Radios, type SummaryError, Tag, Textarea, Vietnamese } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { decisionText } from '../text/decision.ts'
import { withinFields } from '../worklist/address.ts'
import type { DossierPageView } from './dossier.view.ts'
import { verbPaths } from './panel.tsx'

export const supplementItems = ['portrait', 'health-certificate', 'changed-details'] as const satisfies readonly SupplementItem[]
export const supplementReasons = ['missing', 'wrong', 'unreadable', 'outdated'] as const satisfies readonly SupplementReason[]
export const MOST_NOTE = 500

/** A form that is open on the page, with what was entered and what is wrong with it. */
export type OpenForm =
  | { readonly verb: 'askSupplement'; readonly entered: { readonly item: string; readonly reason: string; readonly note: string }; readonly errors: readonly FieldError[] }
  | { readonly verb: 'refuse'; readonly entered: { readonly code: string }; readonly errors: readonly FieldError[] }

export interface FieldError {
  readonly field: 'item' | 'reason' | 'note' | 'code'
  readonly text: string
}

export interface ActionFormProps {
  readonly view: DossierPageView
  readonly visit: StaffVisit
  readonly form: OpenForm
}

/** What is wrong, on top of the page, each line leading into its field. */
export function FormErrors({ errors }: { errors: readonly { readonly field: string; readonly text: string }[] }) {
  if (errors.length === 0) return null
  return <ErrorSummary errorList={errors.map((error): SummaryError => ({ text: error.text, href: `#${error.field}` }))} />
}

export function ActionForm(props: ActionFormProps) {
  return props.form.verb === 'askSupplement' ? <SupplementForm {...props} form={props.form} /> : <RefusalForm {...props} form={props.form} />
}

function errorOf(errors: readonly FieldError[], field: FieldError['field']): string | false {
  return errors.find((error) => error.field === field)?.text ?? false
}

function SupplementForm({ view, visit, form }: ActionFormProps & { form: Extract<OpenForm, { verb: 'askSupplement' }> }) {
  const d = decisionText[visit.lang]
  const t = d.supplement
  const { entered, errors } = form
  return (
    <Card title={t.title} id={verbPaths.askSupplement}>
      <p class="govuk-body">{t.lead}</p>
      <Form action={paths.officerAction(view.dossier.id, verbPaths.askSupplement)} csrf={visit.csrf} hidden={withinFields(view.within)}>
        <Radios
          name="item" classes="govuk-radios--small govuk-radios--inline" fieldset={{ legend: { text: t.item, classes: 'govuk-fieldset__legend--s' } }} value={entered.item} errorMessage={errorOf(errors, 'item')}
          items={supplementItems.map((value) => ({ value, text: d.items[value] }))}
        />
        <Radios
          name="reason" classes="govuk-radios--small govuk-radios--inline" fieldset={{ legend: { text: t.reason, classes: 'govuk-fieldset__legend--s' } }} value={entered.reason} errorMessage={errorOf(errors, 'reason')}
          items={supplementReasons.map((value) => ({ value, text: d.reasons[value] }))}
        />
        <Textarea
          name="note" rows={3} label={{ text: t.note, classes: 'govuk-label--s' }} hint={t.noteHint} value={entered.note} errorMessage={errorOf(errors, 'note')}
          attributes={{ maxlength: MOST_NOTE, lang: 'vi' }}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{t.send}</Button>
          <Link href={paths.officerDossier(view.dossier.id, withinFields(view.within))}>{t.cancel}</Link>
        </div>
      </Form>
    </Card>
  )
}

/** Which ground each failed requirement points to, so that it stands first. */
const groundOfReason: Readonly<Record<string, string>> = {
  'certificate-expired': 'health-certificate-not-valid', 'certificate-unfit': 'health-certificate-not-valid', 'certificate-re-exam': 'health-certificate-not-valid',
  'certificate-wrong-class': 'health-certificate-not-valid', 'certificate-other-person': 'health-certificate-not-valid',
}

function fittingGrounds(view: DossierPageView): ReadonlySet<string> {
  return new Set(view.requirements.flatMap((one) => (one.state === 'failed' && one.reason ? [groundOfReason[one.reason] ?? one.reason] : [])))
}

function RefusalForm({ view, visit, form }: ActionFormProps & { form: Extract<OpenForm, { verb: 'refuse' }> }) {
  const t = decisionText[visit.lang].refusal
  const fitting = fittingGrounds(view)
  const sorted = [...refusalGrounds].sort((a, b) => Number(fitting.has(b.code)) - Number(fitting.has(a.code)))
  return (
    <Card title={t.title} id={verbPaths.refuse}>
      <p class="govuk-body">{t.lead} {view.dossier.status === 'filed' ? t.feeReturned : t.feeKept}</p>
      <Form action={paths.officerAction(view.dossier.id, verbPaths.refuse)} csrf={visit.csrf} hidden={withinFields(view.within)}>
        <Radios
          name="code" classes="govuk-radios--small" fieldset={{ legend: { text: t.legend, classes: 'govuk-fieldset__legend--s' } }} value={form.entered.code} errorMessage={errorOf(form.errors, 'code')}
          items={sorted.map((ground) => choiceOf(ground, fitting.has(ground.code), view, visit))}
        />
        <div class="govuk-button-group">
          <Button look="warning" preventDoubleClick>{t.send}</Button>
          <Link href={paths.officerDossier(view.dossier.id, withinFields(view.within))}>{decisionText[visit.lang].supplement.cancel}</Link>
        </div>
      </Form>
    </Card>
  )
}

function choiceOf(ground: RefusalGround, fits: boolean, view: DossierPageView, visit: StaffVisit): ChoiceItem {
  const t = decisionText[visit.lang].refusal
  const law = refusalLawOf(view.theCase.procedure, ground.code, localDateAt(view.dossier.filedAt))
  return {
    value: ground.code,
    text: <><strong>{ground.number}. {ground.title[visit.lang]}</strong>{fits && <> <Tag tone="yours">{t.fits}</Tag></>}</>,
    hint: <>{t.article}: <Vietnamese>{law.value}</Vietnamese>{law.assumed && ` (${t.assumed})`}<br />{t.remedy}: {ground.remedy[visit.lang]}</>,
  }
}
