/** Who may sign for the authority: the rows, a power to enter, a delegation to enter. */
import type { Grant } from '../../../capabilities/identity/index.ts'
import { holdingRoles, roles, signatureForms, signatureFormWords, signedPapers, signedPaperWords } from '../../../catalogue/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Button, Card, Checkboxes, Columns, ErrorSummary, Form, Heading, Input, Link, NotificationBanner, NoWrap, Select, SortableTable, Tag, Vietnamese } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { AdministratorLayout } from '../layout.tsx'
import type { Errors, Field, FormName, Typed } from './form.ts'
import { peopleText } from './text.ts'
import { type PeopleView, standOf } from './view.ts'

export interface PeopleSaid {
  readonly done?: string
  readonly refused?: string
  readonly typed?: Typed
  readonly errors?: Errors
}

export interface Shown {
  readonly web: Web
  readonly visit: StaffVisit
  readonly view: PeopleView
  readonly said: PeopleSaid
}

/** The first and the last day of a row. */
export function spanOf(grant: Pick<Grant, 'validFrom' | 'validTo'>, lang: Lang): string {
  const t = peopleText[lang]
  return grant.validTo === null ? `${t.from} ${formatDate(grant.validFrom)}, ${t.open}` : `${formatDate(grant.validFrom)} ${t.until} ${formatDate(grant.validTo)}`
}

/** A number longer than this is a sentence, which takes the lines it needs. */
const MOST_WHOLE = 24

/** The document that a row stands on; its number stays whole. */
export function Basis({ of }: { readonly of: Pick<Grant, 'basis'> }) {
  const basis = <Vietnamese>{of.basis}</Vietnamese>
  return of.basis.length <= MOST_WHOLE ? <NoWrap>{basis}</NoWrap> : basis
}

/** What every page of this part says above its rows. */
export function Said({ visit, said }: Pick<Shown, 'visit' | 'said'>) {
  const errors = Object.entries(said.errors ?? {}).flatMap(([field, text]) => (text ? [{ text, href: `#${said.typed?.form}-${field}` }] : []))
  return (
    <>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {said.done && <NotificationBanner type="success" text={said.done} />}
      {said.refused && <NotificationBanner role="alert" titleText={peopleText[visit.lang].notDone} text={said.refused} />}
    </>
  )
}

/** Values and errors of one of the forms: those that were sent, no others. */
export function fieldsOf(said: PeopleSaid, form: FormName) {
  const sent = said.typed?.form === form ? said.typed : undefined
  return {
    value: (field: Field) => sent?.values[field] ?? '', papers: sent?.papers ?? [], id: (field: Field) => `${form}-${field}`,
    error: (field: Field) => (sent ? said.errors?.[field] : undefined),
  }
}

/** The days and the document, as every form asks for them. */
export function SpanFields({ visit, said, form }: Pick<Shown, 'visit' | 'said'> & { readonly form: FormName }) {
  const t = peopleText[visit.lang]
  const of = fieldsOf(said, form)
  const input = (field: 'validFrom' | 'validTo' | 'basis', text: string, hint: string, width: string) => (
    <Input id={of.id(field)} name={field} label={{ text }} hint={hint} value={of.value(field)} errorMessage={of.error(field)} autocomplete="off" spellcheck={false} classes={width} attributes={{ maxlength: 200 }} />
  )
  return (
    <>
      {input('validFrom', t.validFrom, t.dateHint, 'govuk-input--width-10')}
      {input('validTo', t.validTo, form === 'delegation' ? t.dateHint : t.toHint, 'govuk-input--width-10')}
      {input('basis', t.basis, t.basisHint, 'govuk-input--width-20')}
    </>
  )
}

export function PowersPage(shown: Shown) {
  const { web, visit, view, said } = shown
  const t = peopleText[visit.lang]
  return (
    <AdministratorLayout web={web} visit={visit} today={view.today} current="powers" title={t.title} hasError={said.errors !== undefined || said.refused !== undefined}>
      <Said visit={visit} said={said} />
      <Heading beside={<Vietnamese>{view.authority}</Vietnamese>}>{t.title}</Heading>
      <p class="govuk-body">{t.lead}</p>
      <Columns aside={<><PowerForm {...shown} form="power" /><PowerForm {...shown} form="delegation" /></>}>
        <SortableTable
          caption={t.caption} empty={t.empty} columns={(['who', 'papers', 'form', 'span', 'basis', 'state'] as const).map((key) => ({ key, text: t.columns[key] }))}
          rows={view.powers.map((grant) => {
            const { word, tone } = standOf(grant, view.today)
            return {
              cells: {
                who: <span><Link href={paths.grant('power', grant.id)}>{view.names.get(grant.staffId ?? '') ?? t.former}</Link>{grant.giverId !== null && <span class="tt-sub tt-sub--wraps">{t.delegatedBy(view.names.get(grant.giverId) ?? t.former)}</span>}</span>,
                papers: <div class="tt-words">{grant.papers.map((one) => signedPaperWords[one][visit.lang]).join(', ')}</div>, form: grant.form === null ? '' : <span>{signatureFormWords[grant.form][visit.lang]}{grant.position !== null && <span class="tt-sub"><Vietnamese>{grant.position}</Vietnamese></span>}</span>, span: spanOf(grant, visit.lang),
                basis: <Basis of={grant} />, state: <Tag tone={tone}>{t.states[word]}</Tag>,
              },
            }
          })}
        />
      </Columns>
    </AdministratorLayout>
  )
}

function PowerForm({ visit, view, said, form }: Shown & { readonly form: 'power' | 'delegation' }) {
  const { lang } = visit
  const t = peopleText[lang]
  const of = fieldsOf(said, form)
  const people = (from: readonly string[]) => [{ text: t.choose, value: '' }, ...view.colleagues.filter(({ role }) => from.includes(role)).map((one) => ({ text: `${one.fullName} (${roles[one.role].words[lang]})`, value: one.id }))]
  const select = (field: 'staff' | 'giver', text: string, from: readonly string[]) => <Select id={of.id(field)} name={field} label={{ text }} value={of.value(field)} errorMessage={of.error(field)} items={people(from)} />
  return (
    <Card title={form === 'power' ? t.enterPower : t.enterDelegation}>
      {form === 'delegation' && <p class="govuk-body">{t.delegationLead}</p>}
      <Form action={paths.powers()} csrf={visit.csrf} hidden={{ what: form }}>
        {form === 'delegation' && select('giver', t.giver, ['signer'])}
        {select('staff', form === 'power' ? t.signer : t.receiver, holdingRoles)}
        <Checkboxes
          name="papers" idPrefix={of.id('papers')} classes="govuk-checkboxes--small" values={[...of.papers]} errorMessage={of.error('papers')} fieldset={{ legend: { text: t.papers } }}
          items={signedPapers.map((one) => ({ value: one, text: signedPaperWords[one][lang] }))}
        />
        {form === 'power' && <Select id={of.id('form')} name="form" label={{ text: t.form }} value={of.value('form') || 'head'} errorMessage={of.error('form')} items={signatureForms.filter((one) => one !== 'TUQ').map((one) => ({ text: signatureFormWords[one][lang], value: one }))} />}
        <Input id={of.id('position')} name="position" label={{ text: t.position }} hint={t.positionHint} value={of.value('position')} errorMessage={of.error('position')} autocomplete="off" attributes={{ maxlength: 80 }} />
        <SpanFields visit={visit} said={said} form={form} />
        <Button look={form === 'power' ? 'primary' : 'secondary'} preventDoubleClick>{t.button}</Button>
      </Form>
    </Card>
  )
}
