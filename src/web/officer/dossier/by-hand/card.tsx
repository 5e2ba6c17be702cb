/** Results checked by hand on the dossier's page: what colleagues recorded, confirming it, and the form while a source is silent. */
import { violationSourceWords } from '../../../../catalogue/index.ts'
import { isSilent, silentSince, type ViolationBody } from '../../../../capabilities/violations/index.ts'
import { can, type HandCheck } from '../../../../dossiers/index.ts'
import { Button, Card, Code, DateTime, Details, Form, Input, InsetText, Radios, Stack, Textarea, Vietnamese } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import type { StaffVisit } from '../../../request.ts'
import { withinFields } from '../../worklist/address.ts'
import type { DossierPageView } from '../dossier.view.ts'
import { byHandText } from '../../text/by-hand.ts'
import { emptyHandForm, type HandField, type HandForm, MOST_NUMBER, MOST_SAYS } from './form.ts'

type Part = { readonly view: DossierPageView; readonly visit: StaffVisit }

/** The bodies about which something may be recorded by hand now. */
export function recordable(view: Pick<DossierPageView, 'bodies' | 'handChecks'>): ViolationBody[] {
  const open = view.handChecks.filter((check) => check.state === 'recorded' || check.state === 'confirmed').map((check) => check.body)
  return view.bodies.filter((answer) => isSilent(answer) && !open.includes(answer.body)).map((answer) => answer.body)
}

export function ByHandCard({ view, visit, form }: Part & { form?: HandForm | undefined }) {
  const t = byHandText[visit.lang]
  const silent = recordable(view)
  const mayRecord = can('recordCheck', view.standing, visit.actor, view.now) === true && silent.length > 0
  if (view.handChecks.length === 0 && !mayRecord && !form) return null
  return (
    <Card title={t.title} id="kiem-tra-tay">
      {view.handChecks.map((check) => <Recorded check={check} view={view} visit={visit} />)}
      {(mayRecord || form) && (
        <Details summaryText={t.open} open={form !== undefined}>
          <p class="govuk-body">{t.lead}</p>
          <RecordForm view={view} visit={visit} form={form ?? emptyHandForm} silent={silent} />
        </Details>
      )}
    </Card>
  )
}

function Recorded({ check, view, visit }: Part & { check: HandCheck }) {
  const { lang } = visit
  const t = byHandText[lang]
  const name = (id: string) => view.staff.get(id)?.fullName ?? ''
  const mayConfirm = check.state === 'recorded' && check.recordedBy !== visit.actor.staffId && can('confirmCheck', view.standing, visit.actor, view.now) === true
  return (
    <InsetText>
      <strong>{violationSourceWords[check.body][lang]}: {t.results[check.result]}</strong> ({t.states[check.state]})<br />
      {t.byDocument} <Code>{check.evidence.documentNumber}</Code>{check.evidence.recordNumber && <>, {t.record} <Code>{check.evidence.recordNumber}</Code></>}: <Vietnamese>“{check.evidence.says}”</Vietnamese><br />
      {t.recordedBy} {name(check.recordedBy)}, <DateTime at={check.recordedAt} />; {t.silentSince} <DateTime at={check.silentSince} />
      {check.confirmedBy && check.confirmedAt && <><br />{t.confirmedBy} {name(check.confirmedBy)}, <DateTime at={check.confirmedAt} /></>}
      {mayConfirm && (
        <Stack>
          <Form action={paths.officerHandCheck(view.dossier.id, check.id, 'xac-nhan')} csrf={visit.csrf} hidden={withinFields(view.within)}><Button preventDoubleClick>{t.confirm}</Button></Form>
          <Form action={paths.officerHandCheck(view.dossier.id, check.id, 'khong-xac-nhan')} csrf={visit.csrf} hidden={withinFields(view.within)}><Button look="secondary" preventDoubleClick>{t.decline}</Button></Form>
        </Stack>
      )}
      {check.state === 'recorded' && !mayConfirm && <p class="tt-reason">{t.confirmWaits}</p>}
    </InsetText>
  )
}

function RecordForm({ view, visit, form, silent }: Part & { form: HandForm; silent: readonly ViolationBody[] }) {
  const { lang } = visit
  const t = byHandText[lang]
  const { entered } = form
  const errorOf = (field: HandField) => form.errors.find((error) => error.field === field)?.text ?? false
  const small = 'govuk-label--s'
  return (
    <Form action={paths.officerHandChecks(view.dossier.id)} csrf={visit.csrf} hidden={withinFields(view.within)}>
      <Radios
        name="body" classes="govuk-radios--small" fieldset={{ legend: { text: t.body, classes: 'govuk-fieldset__legend--s' } }} value={entered.body} errorMessage={errorOf('body')}
        items={silent.map((body) => ({ value: body, text: violationSourceWords[body][lang], hint: hintOf(view, body, lang) }))}
      />
      <Radios
        name="result" classes="govuk-radios--small" fieldset={{ legend: { text: t.result, classes: 'govuk-fieldset__legend--s' } }} value={entered.result} errorMessage={errorOf('result')}
        items={(['clear', 'unresolved'] as const).map((value) => ({ value, text: t.results[value] }))}
      />
      <Input name="recordNumber" label={{ text: t.recordNumber, classes: small }} hint={t.recordHint} value={entered.recordNumber} errorMessage={errorOf('recordNumber')} attributes={{ maxlength: MOST_NUMBER }} />
      <Input name="documentNumber" label={{ text: t.documentNumber, classes: small }} hint={t.documentHint} value={entered.documentNumber} errorMessage={errorOf('documentNumber')} attributes={{ maxlength: MOST_NUMBER }} />
      <Textarea name="says" rows={3} label={{ text: t.says, classes: small }} value={entered.says} errorMessage={errorOf('says')} attributes={{ maxlength: MOST_SAYS, lang: 'vi' }} />
      <Button preventDoubleClick>{t.send}</Button>
    </Form>
  )
}

function hintOf(view: DossierPageView, body: ViolationBody, lang: StaffVisit['lang']) {
  const answer = view.bodies.find((one) => one.body === body)
  const since = answer && silentSince(answer)
  return since ? <>{byHandText[lang].silentSince} <DateTime at={since} /></> : undefined
}
