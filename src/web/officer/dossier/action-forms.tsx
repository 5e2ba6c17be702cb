/** The form that needs a choice: refusing. It stands on the dossier's page. */
import { type RefusalGround, refusalGrounds, refusalLawOf } from '../../../catalogue/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { Button, Card, type ChoiceItem, ErrorSummary, Form, Link, Radios, type SummaryError, Tag, Vietnamese } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { decisionText } from '../text/decision.ts'
import { withinFields } from '../worklist/address.ts'
import { shownIn } from '../worklist/holding/shown.ts'
import type { DossierPageView } from './dossier.view.ts'
import { type OpenVerb, verbPaths } from './panel.tsx'

/** A form that is open on the page, with what was entered and what is wrong with it. */
export interface OpenForm {
  readonly verb: OpenVerb
  readonly entered: { readonly code: string }
  readonly errors: readonly FieldError[]
}

export interface FieldError {
  readonly field: 'code'
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

function errorOf(errors: readonly FieldError[], field: FieldError['field']): string | false {
  return errors.find((error) => error.field === field)?.text ?? false
}

/** Which ground each failed requirement points to, so that it stands first. */
const groundOfReason: Readonly<Record<string, string>> = {
  'certificate-expired': 'health-certificate-not-valid', 'certificate-unfit': 'health-certificate-not-valid', 'certificate-re-exam': 'health-certificate-not-valid',
  'certificate-wrong-class': 'health-certificate-not-valid', 'certificate-other-person': 'health-certificate-not-valid',
}

function fittingGrounds(view: DossierPageView): ReadonlySet<string> {
  return new Set(view.requirements.flatMap((one) => (one.state === 'failed' && one.reason ? [groundOfReason[one.reason] ?? one.reason] : [])))
}

export function RefusalForm({ view, visit, form }: ActionFormProps) {
  const t = decisionText[visit.lang].refusal
  const fitting = fittingGrounds(view)
  const sorted = [...refusalGrounds].sort((a, b) => Number(fitting.has(b.code)) - Number(fitting.has(a.code)))
  return (
    <Card title={t.title} id={verbPaths.refuse}>
      <p class="govuk-body">{t.lead} {view.dossier.status === 'filed' ? t.feeReturned : t.feeKept}</p>
      <Form action={paths.officerAction(view.dossier.id, verbPaths.refuse)} csrf={visit.csrf} hidden={{ ...withinFields(view.within), ...shownIn(view) }}>
        <Radios
          name="code" classes="govuk-radios--small" fieldset={{ legend: { text: t.legend, classes: 'govuk-fieldset__legend--s' } }} value={form.entered.code} errorMessage={errorOf(form.errors, 'code')}
          items={sorted.map((ground) => choiceOf(ground, fitting.has(ground.code), view, visit))}
        />
        <div class="govuk-button-group">
          <Button look="warning" preventDoubleClick>{t.send}</Button>
          <Link href={paths.officerDossier(view.dossier.id, withinFields(view.within))}>{decisionText[visit.lang].cancel}</Link>
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
