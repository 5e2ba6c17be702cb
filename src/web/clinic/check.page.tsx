/** Everything once more in the words of the form, and the one button that signs. */
import { examinedParts, fitnessWords, isExaminedPart } from '../../catalogue/index.ts'
import type { BeforeSigning, Clinic, Concluded, Doctor } from '../../capabilities/health-certificates/index.ts'
import { formatDate } from '../../platform/values/dates.ts'
import { BackLink, Big, Button, Code, Columns, Form, Heading, InsetText, NotificationBanner, SummaryList, type SummaryRow, WarningText } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { Web } from '../request.ts'
import { PersonCard } from './exam.page.tsx'
import { ClinicLayout, type ClinicVisit } from './layout.tsx'
import { clinicText } from './text.ts'

interface CheckProps {
  readonly web: Web
  readonly visit: ClinicVisit
  readonly clinic: Clinic
  readonly doctor: Doctor
  readonly before: BeforeSigning
  readonly concluded: Concluded
  /** Why it was not signed just now. */
  readonly refused?: string | undefined
}

export function CheckPage({ web, visit, clinic, doctor, before, concluded, refused }: CheckProps) {
  const { lang } = visit
  const t = clinicText[lang].check
  const { examination } = before
  const { id, answers, corrects, revision } = examination
  return (
    <ClinicLayout web={web} visit={visit} title={t.title} hasError={refused !== undefined} before={<BackLink href={paths.examination(id)}>{t.back}</BackLink>}>
      {refused !== undefined && <NotificationBanner role="alert" titleText={t.notDone} text={refused} />}
      <Heading caption={answers.fullName}>{t.title}</Heading>
      <Columns start={<PersonCard visit={visit} examination={examination} />}>
        <Big>{fitnessWords(concluded.conclusion, concluded.licenceClass, concluded.reExamOn)[lang]}</Big>
        {before.nameDiffers && <WarningText>{t.nameDiffers}. {t.nameDiffersText}</WarningText>}
        {!corrects && before.lately.map((one) => <InsetText>{t.lately(one.number, one.licenceClass, formatDate(one.concludedOn))}</InsetText>)}
        <SummaryList rows={rowsOf({ visit, clinic, doctor, before, concluded })} />
        <p class="govuk-body">{t.lead}</p>
        <Form action={paths.signExamination(id)} csrf={visit.csrf} hidden={{ revision: String(revision) }}>
          <Button preventDoubleClick>{corrects ? t.signCorrection : t.sign}</Button>
        </Form>
      </Columns>
    </ClinicLayout>
  )
}

function rowsOf({ visit, clinic, doctor, before, concluded }: Omit<CheckProps, 'web' | 'refused'>): SummaryRow[] {
  const { lang } = visit
  const { check: t, exam } = clinicText[lang]
  const { examination: { id, answers, corrects } } = before
  const unsound = answers.unsound.filter(isExaminedPart).map((part) => examinedParts[part][lang]).join(', ')
  const row = (key: string, value: SummaryRow['value'], field?: string): SummaryRow => ({
    key, value, ...(field ? { actions: { items: [{ href: `${paths.examination(id)}#${field}`, text: t.change, visuallyHiddenText: key }] } } : {}),
  })
  return [
    ...(corrects ? [row(exam.fields.correction, answers.correction, 'correction'), row(exam.fields.fullName, concluded.fullName, 'fullName')] : []),
    row(exam.fields.licenceClass, <Code>{concluded.licenceClass}</Code>, corrects ? undefined : 'licenceClass'),
    row(t.unsound, unsound === '' ? t.all : unsound, 'unsound'),
    ...(answers.illness.trim() === '' ? [] : [row(exam.fields.illness, answers.illness, 'illness')]),
    row(exam.fields.alcohol, `${answers.alcohol.trim()} ${answers.alcoholUnit ? exam.units[answers.alcoholUnit] : ''}`, 'alcohol'),
    row(exam.fields.drugs, concluded.values.drugsFound ? exam.drugs.found : exam.drugs.none, 'drugs'),
    ...(answers.reason.trim() === '' ? [] : [row(exam.fields.reason, answers.reason, 'reason')]),
    row(exam.fields.concludedOn, formatDate(concluded.concludedOn), 'concludedOn'),
    row(t.doctor, doctor.fullName), row(t.clinic, `${clinic.name} (${clinic.code})`),
  ]
}
