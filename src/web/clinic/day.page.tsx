/** A clinic's day: who comes next, what is not finished, and what was issued with its receipts. */
import type { ClinicDay, DeskCertificate } from '../../capabilities/health-certificates/index.ts'
import { addDays, formatDate, type LocalDate } from '../../platform/values/dates.ts'
import { newId } from '../../platform/values/ids.ts'
import { Button, Card, Code, Columns, DateTime, Details, ErrorSummary, Figures, Form, Heading, Input, Link, NoWrap, SortableTable, Tag, type Tone } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { Web } from '../request.ts'
import type { Begun, BeginErrors } from './begin.ts'
import { ClinicLayout, type ClinicVisit } from './layout.tsx'
import { clinicText } from './text.ts'

/** What the page shows. */
export interface DayView extends ClinicDay {
  readonly day: LocalDate
  readonly today: LocalDate
  /** Certificates that a dossier uses, by id. */
  readonly taken: ReadonlyMap<string, Date>
}

const tones: Readonly<Record<DeskCertificate['receipt']['conclusion'], Tone>> = { eligible: 'done', 'not-eligible': 'stopped', 'eligible-re-exam': 'waiting' }

/** Seconds from the clinic's word to usable; undefined where the clinic did not say when it issued. */
export function tookSeconds({ receipt }: DeskCertificate): number | undefined {
  return receipt.issuedAt ? Math.max(0, Math.round((receipt.usableAt.getTime() - receipt.issuedAt.getTime()) / 1000)) : undefined
}

export function dayPage(web: Web, visit: ClinicVisit, view: DayView, begun: Begun, errors: BeginErrors = {}) {
  const t = clinicText[visit.lang]
  const list = Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))
  const isToday = view.day === view.today
  return (
    <ClinicLayout web={web} visit={visit} current="today" title={t.day.title(formatDate(view.day))} hasError={list.length > 0}>
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <Heading caption={`${view.clinic.name} · ${t.code} ${view.clinic.code}`}>{t.day.title(formatDate(view.day))}</Heading>
      <Columns start={isToday ? <Begin visit={visit} begun={begun} errors={errors} /> : undefined}>
        {isToday && view.open.length > 0 && <Open view={view} visit={visit} />}
        <Issued view={view} visit={visit} />
        <p class="govuk-body">
          <Link href={paths.clinicDay(addDays(view.day, -1))}>{t.day.before}</Link>
          {!isToday && <> · <Link href={paths.clinicDay(addDays(view.day, 1))}>{t.day.after}</Link></>}
        </p>
      </Columns>
    </ClinicLayout>
  )
}

function Begin({ visit, begun, errors }: { visit: ClinicVisit; begun: Begun; errors: BeginErrors }) {
  const t = clinicText[visit.lang].day
  const label = (text: string) => ({ text, classes: 'govuk-label--s' })
  const byHand = errors.fullName !== undefined || errors.birthDate !== undefined
  return (
    <Card title={t.begin}>
      <Form action={paths.examinations()} csrf={visit.csrf} hidden={{ id: newId() }}>
        <Input name="card" label={label(t.scan)} hint={t.scanHint} value={begun.card} errorMessage={errors.card} autocomplete="off" spellcheck={false} attributes={{ autofocus: true, maxlength: 700 }} />
        <Details summaryText={t.byHand} open={byHand}>
          <p class="govuk-body">{t.byHandLead}</p>
          <Input name="fullName" label={label(t.fullName)} value={begun.fullName} errorMessage={errors.fullName} autocomplete="off" spellcheck={false} attributes={{ maxlength: 200 }} />
          <Input name="birthDate" label={label(t.birthDate)} hint={t.birthDateHint} value={begun.birthDate} errorMessage={errors.birthDate} autocomplete="off" inputmode="numeric" classes="govuk-input--width-10" attributes={{ maxlength: 10 }} />
        </Details>
        <Button preventDoubleClick>{t.start}</Button>
      </Form>
    </Card>
  )
}

function Open({ view, visit }: { view: DayView; visit: ClinicVisit }) {
  const t = clinicText[visit.lang].day
  return (
    <Card title={t.open}>
      <p class="govuk-body">{t.openLead}</p>
      <ul class="govuk-list">
        {view.open.map((one) => (
          <li>
            <strong>{one.answers.fullName}</strong>, {t.since} <DateTime at={one.begunAt} show="time" />{one.corrects && <> ({t.correcting})</>}{' '}
            <Link href={paths.examination(one.id)}>{t.goOn}<span class="govuk-visually-hidden"> {t.goOnFor(one.answers.fullName)}</span></Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Issued({ view, visit }: { view: DayView; visit: ClinicVisit }) {
  const t = clinicText[visit.lang]
  const { certificates, taken } = view
  if (certificates.length === 0) return <p class="govuk-body-l">{t.day.none}</p>
  const took = certificates.map(tookSeconds).filter((seconds) => seconds !== undefined).sort((a, b) => a - b)
  const median = took[Math.floor(took.length / 2)]
  return (
    <section>
      <h2 class="govuk-heading-m">{t.day.issued(certificates.length)}</h2>
      <Figures items={[
        { value: String(certificates.length), label: t.day.figures.issued }, ...(median === undefined ? [] : [{ value: t.day.seconds(median), label: t.day.figures.median }]),
        { value: String(certificates.filter((one) => taken.has(one.receipt.id)).length), label: t.day.figures.used },
      ]} />
      <SortableTable
        caption={t.day.caption}
        columns={(['number', 'who', 'class', 'conclusion', 'arrived', 'took', 'dossier'] as const).map((key) => ({ key, text: t.day.columns[key] }))}
        rows={certificates.map((one) => {
          const { receipt, signed } = one
          const seconds = tookSeconds(one)
          return {
            mark: receipt.revokedAt ? 'late' : receipt.correctedAt ? 'changed' : undefined,
            cells: {
              number: <Link href={paths.ownCertificate(receipt.id)}><Code>{receipt.number}</Code></Link>, who: signed?.answers.fullName ?? t.day.fromProgram, class: receipt.licenceClass,
              conclusion: <>{receipt.revokedAt ? <Tag tone="quiet">{t.day.revoked}</Tag> : <Tag tone={tones[receipt.conclusion]}>{t.conclusions[receipt.conclusion]}</Tag>}{receipt.correctedAt && !receipt.revokedAt && <> <Tag tone="quiet">{t.day.corrected}</Tag></>}</>,
              arrived: <DateTime at={receipt.usableAt} show="time" />, took: seconds === undefined ? '–' : <NoWrap>{t.day.briefly(seconds)}</NoWrap>, dossier: taken.has(receipt.id) ? t.day.used : t.day.unused,
            },
          }
        })}
      />
    </section>
  )
}
