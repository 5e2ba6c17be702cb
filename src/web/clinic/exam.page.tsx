/** One calm form: what was found and what is concluded. Nothing that is measured or judged is chosen beforehand. */
import { examinedClasses, examinedParts, isExaminedPart } from '../../catalogue/index.ts'
import type { Examination, FindingField, FindingProblem, Findings } from '../../capabilities/health-certificates/index.ts'
import type { Lang } from '../../platform/values/words.ts'
import { BackLink, Button, Card, Checkboxes, Code, Columns, DateOnly, ErrorSummary, Form, Heading, Input, Radios, Select, Textarea } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { formOf, Web } from '../request.ts'
import { ClinicLayout, type ClinicVisit } from './layout.tsx'
import { clinicText } from './text.ts'

export type Problems = Readonly<Partial<Record<FindingField, FindingProblem>>>

/** One of a list, or nothing. */
function oneOf<T extends string>(values: readonly T[], typed: string): T | '' {
  return values.find((value) => value === typed) ?? ''
}

const units = ['mg-per-litre-breath', 'mg-per-100-ml-blood'] as const
const conclusions = ['eligible', 'not-eligible', 'eligible-re-exam'] as const

/** What was typed, as it is kept. Whose name stands on the card changes only where a certificate is corrected. */
export function findingsOf({ text, list }: ReturnType<typeof formOf>, examination: Pick<Examination, 'answers' | 'corrects'>): Findings {
  const { answers, corrects } = examination
  const short = (name: string) => text(name).slice(0, 300)
  return {
    fullName: corrects ? short('fullName') : answers.fullName, licenceClass: short('licenceClass'), declared: text('declared') === 'yes', unsound: list('unsound').filter(isExaminedPart).slice(0, 20),
    illness: text('illness').slice(0, 2000), alcohol: short('alcohol'), alcoholUnit: oneOf(units, text('alcoholUnit')), drugs: oneOf(['none', 'found'], text('drugs')),
    conclusion: oneOf(conclusions, text('conclusion')), reExamOn: short('reExamOn'), reason: text('reason').slice(0, 2000), concludedOn: short('concludedOn'), correction: short('correction'),
  }
}

/** In the order of the form. */
const order: readonly FindingField[] = ['correction', 'fullName', 'licenceClass', 'declared', 'unsound', 'illness', 'alcohol', 'alcoholUnit', 'drugs', 'conclusion', 'reExamOn', 'reason', 'concludedOn']
const chosen: readonly FindingField[] = ['alcoholUnit', 'drugs', 'conclusion']

/** Problems whose words do not say which field they are about. */
const bare: readonly (FindingProblem | undefined)[] = ['missing', 'not-a-day']

/** What is wrong with a field, in words. */
function sayer(problems: Problems, lang: Lang): (field: FindingField) => string | undefined {
  const t = clinicText[lang].exam
  return (field) => {
    const problem = problems[field]
    return problem && (problem === 'missing' && chosen.includes(field) ? t.choose : t.problems[problem])
  }
}

interface ExamProps {
  readonly web: Web
  readonly visit: ClinicVisit
  readonly examination: Examination
  readonly problems: Problems
  /** The number of the certificate that is being corrected. */
  readonly number: string | undefined
}

export function ExamPage({ web, visit, examination, problems, number }: ExamProps) {
  const t = clinicText[visit.lang].exam
  const { answers, corrects } = examination
  const said = sayer(problems, visit.lang)
  const list = order.flatMap((field) => (said(field) === undefined ? [] : [{ text: bare.includes(problems[field]) ? `${t.fields[field]}: ${said(field)}` : `${said(field)}`, href: `#${field}` }]))
  const title = number === undefined ? t.title : t.correctionOf(number)
  return (
    <ClinicLayout web={web} visit={visit} title={title} hasError={list.length > 0} before={<BackLink href={paths.clinic()}>{clinicText[visit.lang].today}</BackLink>}>
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <Heading caption={answers.fullName}>{title}</Heading>
      <Columns start={<PersonCard visit={visit} examination={examination} />}>
        {corrects && <p class="govuk-body">{t.correctionLead}</p>}
        <Form action={paths.examination(examination.id)} csrf={visit.csrf} id="kham">
          <Fields visit={visit} examination={examination} said={said} />
          <p class="govuk-hint" role="status" data-keep={paths.keepExamination(examination.id)} data-kept={t.kept} data-not-kept={t.notKept}></p>
          <Button preventDoubleClick>{t.read}</Button>
        </Form>
        <Drop visit={visit} examination={examination} />
      </Columns>
    </ClinicLayout>
  )
}

function Fields({ visit, examination, said }: { visit: ClinicVisit; examination: Examination; said: (field: FindingField) => string | undefined }) {
  const { lang } = visit
  const t = clinicText[lang].exam
  const { answers, corrects } = examination
  const label = (field: FindingField) => ({ text: t.fields[field], classes: 'govuk-label--s' })
  const legend = (field: FindingField) => ({ legend: { text: t.fields[field], classes: 'govuk-fieldset__legend--s' } })
  return (
    <>
      {corrects && <Input name="correction" label={label('correction')} hint={t.correctionHint} value={answers.correction} errorMessage={said('correction')} attributes={{ maxlength: 300 }} />}
      {corrects && <Input name="fullName" label={label('fullName')} value={answers.fullName} errorMessage={said('fullName')} autocomplete="off" spellcheck={false} attributes={{ maxlength: 200 }} />}
      {!corrects && (
        <Select name="licenceClass" label={label('licenceClass')} value={answers.licenceClass} errorMessage={said('licenceClass')}
          items={[{ value: '', text: t.chooseClass }, ...examinedClasses.map((one) => ({ value: one.name, text: `${one.name} (${t.group(one.group)})` }))]} />
      )}
      <Checkboxes name="declared" classes="govuk-checkboxes--small" errorMessage={said('declared')} values={answers.declared ? ['yes'] : []} items={[{ value: 'yes', text: t.fields.declared }]} />
      <Checkboxes name="unsound" classes="govuk-checkboxes--small tt-in-columns" fieldset={legend('unsound')} hint={t.unsoundHint} values={answers.unsound} items={Object.entries(examinedParts).map(([value, words]) => ({ value, text: words[lang] }))} />
      <Textarea name="illness" rows={2} label={label('illness')} hint={t.illnessHint} value={answers.illness} errorMessage={said('illness')} attributes={{ maxlength: 2000 }} />
      <Input name="alcohol" label={label('alcohol')} hint={t.alcoholHint} value={answers.alcohol} errorMessage={said('alcohol')} inputmode="decimal" autocomplete="off" classes="govuk-input--width-5" attributes={{ maxlength: 8 }} />
      <Radios name="alcoholUnit" classes="govuk-radios--small govuk-radios--inline" fieldset={legend('alcoholUnit')} value={answers.alcoholUnit} errorMessage={said('alcoholUnit')} items={units.map((value) => ({ value, text: t.units[value] }))} />
      <Radios name="drugs" classes="govuk-radios--small govuk-radios--inline" fieldset={legend('drugs')} value={answers.drugs} errorMessage={said('drugs')} items={(['none', 'found'] as const).map((value) => ({ value, text: t.drugs[value] }))} />
      <Radios name="conclusion" fieldset={legend('conclusion')} value={answers.conclusion} errorMessage={said('conclusion')}
        items={conclusions.map((value) => ({
          value, text: t.conclusions[value],
          conditional: value === 'eligible-re-exam'
            ? <Input name="reExamOn" label={label('reExamOn')} hint={t.dayHint} value={answers.reExamOn} errorMessage={said('reExamOn')} inputmode="numeric" autocomplete="off" classes="govuk-input--width-10" attributes={{ maxlength: 10 }} />
            : undefined,
        }))} />
      <Textarea name="reason" rows={2} label={label('reason')} hint={t.reasonHint} value={answers.reason} errorMessage={said('reason')} attributes={{ maxlength: 2000 }} />
      <Input name="concludedOn" label={label('concludedOn')} hint={t.dayHint} value={answers.concludedOn} errorMessage={said('concludedOn')} inputmode="numeric" autocomplete="off" classes="govuk-input--width-10" attributes={{ maxlength: 10 }} />
    </>
  )
}

/** Whom the doctor has before them, to be compared with the card. */
export function PersonCard({ visit, examination }: { visit: ClinicVisit; examination: Examination }) {
  const t = clinicText[visit.lang].person
  const { answers } = examination
  return (
    <Card title={t.title}>
      <p class="govuk-body"><strong>{answers.fullName}</strong></p>
      <dl class="tt-facts">
        <dt>{t.identity}</dt><dd><Code>{answers.identityNumber}</Code></dd>
        <dt>{t.birthDate}</dt><dd><DateOnly on={answers.birthDate} /></dd>
        <dt>{t.sex}</dt><dd>{answers.sex === 'male' ? t.male : t.female}</dd>
        {answers.residence && <><dt>{t.residence}</dt><dd>{answers.residence}</dd></>}
      </dl>
      <p class="govuk-hint">{t.compare}</p>
    </Card>
  )
}

function Drop({ visit, examination }: { visit: ClinicVisit; examination: Examination }) {
  const t = clinicText[visit.lang].exam
  return (
    <Card quiet title={t.drop}>
      <p class="govuk-body-s">{t.dropLead}</p>
      <Form action={paths.dropExamination(examination.id)} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.drop}</Button></Form>
    </Card>
  )
}
