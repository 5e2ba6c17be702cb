/** What became of a certificate: when it came into the register, and whether a dossier that waited has taken it. */
import { fitnessWords } from '../../catalogue/index.ts'
import type { DeskCertificate } from '../../capabilities/health-certificates/index.ts'
import { newId } from '../../platform/values/ids.ts'
import { BackLink, Big, Button, Card, Code, Columns, DateOnly, DateTime, ErrorSummary, Form, Heading, Input, Link, LinkButton, NotificationBanner, Stack, StatusBox } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { Web } from '../request.ts'
import { tookSeconds } from './day.page.tsx'
import { ClinicLayout, type ClinicVisit } from './layout.tsx'
import { clinicText } from './text.ts'

interface ReceiptProps {
  readonly web: Web
  readonly visit: ClinicVisit
  readonly certificate: DeskCertificate
}

/** @property takenAt since when a dossier uses it @property refused a correction was not begun just now: its program spoke last */
export function ReceiptPage({ web, visit, certificate, takenAt, refused = false }: ReceiptProps & { readonly takenAt: Date | undefined; readonly refused?: boolean }) {
  const { lang } = visit
  const { receipt: t, day } = clinicText[lang]
  const { receipt, signed } = certificate
  const seconds = tookSeconds(certificate)
  const title = receipt.revokedAt ? t.revoked : receipt.correctedAt ? t.corrected : t.done
  return (
    <ClinicLayout web={web} visit={visit} title={title} hasError={refused} before={<BackLink href={paths.clinic()}>{clinicText[lang].today}</BackLink>}>
      {refused && <NotificationBanner role="alert" titleText={t.notCorrected} text={t.correctByProgram} />}
      <Heading caption={signed?.answers.fullName ?? t.sentBy}><Code>{receipt.number}</Code></Heading>
      <Columns aside={<Mend visit={visit} certificate={certificate} />}>
        <StatusBox tone={receipt.revokedAt ? 'stopped' : 'done'} title={title} action={<LinkButton href={paths.clinic()}>{t.next}</LinkButton>}>
          <p class="govuk-body">
            {t.arrived} <strong><DateTime at={receipt.usableAt} /></strong>{seconds !== undefined && <>, {t.took(day.seconds(seconds))}</>}.
            {receipt.correctedAt && <> {t.correctedAt} <DateTime at={receipt.correctedAt} />.</>}
            {receipt.revokedAt && <> {t.revokedAt} <DateTime at={receipt.revokedAt} />.</>}
          </p>
          {receipt.revokedFor && <p class="govuk-body">{t.because}: {receipt.revokedFor}</p>}
          {!receipt.revokedAt && (
            <p class="govuk-body">{takenAt ? <><strong>{t.taken} <DateTime at={takenAt} />{waitedFor(receipt.usableAt, takenAt, visit)}</strong>.</> : t.notTaken} <span class="govuk-hint">{t.onlyFact}</span></p>
          )}
        </StatusBox>
        <Big>{fitnessWords(receipt.conclusion, receipt.licenceClass, receipt.reExamOn)[lang]}</Big>
        <p class="govuk-body">{t.concludedOn}: <DateOnly on={receipt.concludedOn} /> · {t.doctor}: {receipt.doctorName}</p>
      </Columns>
    </ClinicLayout>
  )
}

/** How long after it came into the register, where that is minutes and not days. */
function waitedFor(usableAt: Date, takenAt: Date, visit: ClinicVisit): string {
  const { receipt: t, day } = clinicText[visit.lang]
  const seconds = Math.round((takenAt.getTime() - usableAt.getTime()) / 1000)
  return seconds < 600 ? t.after(day.seconds(Math.max(0, seconds))) : ''
}

function Mend({ visit, certificate: { receipt, signed } }: Omit<ReceiptProps, 'web'>) {
  const t = clinicText[visit.lang].receipt
  if (receipt.revokedAt) return null
  return (
    <Card title={t.whatNext}>
      <Stack>
        {signed
          ? <Form action={paths.correctCertificate(receipt.id)} csrf={visit.csrf} hidden={{ id: newId() }}><Button look="secondary" preventDoubleClick>{t.correct}</Button></Form>
          : (
            <>
              <Button type="button" look="secondary" disabled attributes={{ 'aria-describedby': 'vi-sao-sua' }}>{t.correct}</Button>
              <p class="tt-reason" id="vi-sao-sua">{t.correctByProgram}</p>
            </>
          )}
        <p class="govuk-body"><Link href={paths.takeBackCertificate(receipt.id)}>{t.takeBack}</Link></p>
      </Stack>
    </Card>
  )
}

/** Asks why before a certificate is taken back. */
export function TakeBackPage({ web, visit, certificate: { receipt, signed }, typed = '', error }: ReceiptProps & { readonly typed?: string; readonly error?: string }) {
  const { lang } = visit
  const t = clinicText[lang].takeBack
  return (
    <ClinicLayout web={web} visit={visit} title={t.title} hasError={error !== undefined} before={<BackLink href={paths.ownCertificate(receipt.id)}>{t.back}</BackLink>}>
      {error !== undefined && <ErrorSummary errorList={[{ text: error, href: '#reason' }]} />}
      <Heading caption={<Code>{receipt.number}</Code>}>{t.title}</Heading>
      {signed && <p class="govuk-body"><strong>{signed.answers.fullName}</strong></p>}
      <Big>{fitnessWords(receipt.conclusion, receipt.licenceClass, receipt.reExamOn)[lang]}</Big>
      <p class="govuk-body">{t.lead}</p>
      <Form action={paths.takeBackCertificate(receipt.id)} csrf={visit.csrf}>
        <Input name="reason" label={{ text: t.reason, classes: 'govuk-label--s' }} hint={t.reasonHint} value={typed} errorMessage={error} attributes={{ maxlength: 200 }} />
        <Button look="warning" preventDoubleClick>{t.button}</Button>
      </Form>
    </ClinicLayout>
  )
}
