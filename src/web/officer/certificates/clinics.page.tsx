/** Clinics of a province: who may issue, how fast their certificates arrive, and who does not send at all. */
import type { ClinicDelay, ClinicListing } from '../../../capabilities/health-certificates/index.ts'
import type { StaffMember } from '../../../capabilities/identity/index.ts'
import { getProvince, mayDo } from '../../../catalogue/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { BackLink, Big, Button, Card, Code, Columns, DateOnly, DateTime, ErrorSummary, Form, Heading, InsetText, Input, Link, MadeUpTag, NotificationBanner, SortableTable, Stack, Tag, type Tone } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { Facts, Sub } from '../parts.tsx'
import { clinicsText } from '../text/clinics.ts'

export type ClinicField = 'code' | 'name' | 'mail' | 'first' | 'identity' | 'fullName'

/** What an act left to say. */
export interface ClinicSaid {
  readonly done?: 'admitted' | 'namedAnew' | 'doctorAdded' | 'doctorKnown' | 'stopped' | 'resumed' | undefined
  readonly refused?: string | undefined
  readonly entered?: Readonly<Partial<Record<ClinicField, string>>> | undefined
  readonly errors?: Readonly<Partial<Record<ClinicField, string>>> | undefined
  /** Shown this once. */
  readonly secret?: { readonly kind: 'secretCode' | 'secretKey'; readonly text: string } | undefined
}

interface Shown {
  readonly web: Web
  readonly visit: StaffVisit
  readonly today: string
  readonly said: ClinicSaid
}

const tones: Readonly<Record<ClinicListing['state'], Tone>> = { invited: 'waiting', active: 'done', suspended: 'stopped' }

function howOf(clinic: ClinicListing, lang: Lang): string {
  const t = clinicsText[lang]
  return clinic.signs ? t.bySignature : clinic.hasKey ? t.byKey : t.byHand
}

function Frame({ web, visit, today, said, title, before, children }: Shown & { title: string; before?: preact.ComponentChildren; children?: preact.ComponentChildren }) {
  const t = clinicsText[visit.lang]
  const errors = Object.entries(said.errors ?? {}).map(([field, text]) => ({ text, href: `#${field}` }))
  return (
    <StaffLayout web={web} visit={visit} today={today} current="clinics" title={title} hasError={errors.length > 0 || said.refused !== undefined} before={before}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {said.done && <NotificationBanner type="success" text={t[said.done]} />}
      {said.refused !== undefined && <NotificationBanner role="alert" titleText={t.notDone} text={said.refused} />}
      {children}
    </StaffLayout>
  )
}

interface Listed {
  readonly clinics: readonly ClinicListing[]
  /** Of every clinic that had certificates lately. */
  readonly delays: readonly ClinicDelay[]
  /** Of those that dossiers of this province use, and of these certificates only. */
  readonly waitedFor: readonly ClinicDelay[]
  /** Clinics that another province has let in. */
  readonly elsewhere: readonly { readonly code: string; readonly provinceCode: string | null }[]
}

/** The list of a province. */
export function ClinicsPage(props: Shown & Listed) {
  const { visit, clinics, delays, waitedFor, elsewhere, said, today } = props
  const t = clinicsText[visit.lang]
  const may = mayDo(visit.session.staff.role, 'admit-clinics')
  const delayOf = new Map(delays.map((one) => [one.clinicCode, one]))
  const late = waitedFor.filter((one) => one.found > 0 && (delayOf.get(one.clinicCode)?.sent ?? 0) === 0)
  const provinceOf = (code: string) => {
    const id = elsewhere.find((one) => one.code === code)?.provinceCode
    return id ? getProvince(id, today).name[visit.lang] : undefined
  }
  return (
    <Frame {...props} title={t.title}>
      <Heading beside={<MadeUpTag simulation={props.web.platform.config.simulation} />}>{t.title}</Heading>
      <p class="govuk-body">{t.lead}</p>
      <Columns aside={may ? <Admit visit={visit} said={said} /> : <InsetText>{t.readOnly}</InsetText>}>
        {clinics.length === 0 ? <p class="govuk-body">{t.empty}</p> : (
          <SortableTable
            caption={t.caption} columns={(['name', 'state', 'sent', 'median', 'slowest'] as const).map((key) => ({ key, text: t.columns[key], ...(key === 'sent' ? { format: 'numeric' as const } : {}) }))}
            rows={clinics.map((clinic) => {
              const delay = delayOf.get(clinic.code)
              const seconds = (n: number | null | undefined) => (n === null || n === undefined ? '–' : t.seconds(n))
              return {
                mark: clinic.state === 'suspended' ? 'late' : undefined,
                cells: {
                  name: <><Link href={paths.clinicOf(clinic.code)}>{clinic.name}</Link><Sub>{t.columns.code} {clinic.code}, {howOf(clinic, visit.lang)}</Sub></>, state: <><Tag tone={tones[clinic.state]}>{t.states[clinic.state]}</Tag>{clinic.provinceCode === null && <Sub>{t.ofNone}</Sub>}</>,
                  sent: String(delay?.sent ?? 0), median: seconds(delay?.medianSeconds), slowest: seconds(delay?.slowestSeconds),
                },
              }
            })}
          />
        )}
        <h2 class="govuk-heading-m">{t.late}</h2>
        {late.length === 0 ? <p class="govuk-body">{t.lateEmpty}</p> : (
          <>
            <p class="govuk-body">{t.lateLead}</p>
            <SortableTable
              caption={t.late} columns={(['name', 'code', 'found', 'days'] as const).map((key) => ({ key, text: t.lateColumns[key] }))}
              rows={late.map((one) => ({ cells: { name: <>{one.clinicName}{provinceOf(one.clinicCode) && <Sub>{t.ofProvince(provinceOf(one.clinicCode) ?? '')}</Sub>}</>, code: <Code>{one.clinicCode}</Code>, found: String(one.found), days: one.medianDaysLate === null ? '–' : t.days(Math.round(one.medianDaysLate)) } }))}
            />
          </>
        )}
      </Columns>
    </Frame>
  )
}

function Field({ name, said, lang, text, hint, wide = true }: { name: ClinicField; said: ClinicSaid; lang: Lang; text: string; hint?: string; wide?: boolean }) {
  return (
    <Input name={name} label={{ text, classes: 'govuk-label--s' }} hint={hint} value={said.entered?.[name] ?? ''} errorMessage={said.errors?.[name]} autocomplete="off" spellcheck={false}
      classes={wide ? 'govuk-input--width-20' : 'govuk-input--width-10'} attributes={{ maxlength: 200, ...(lang === 'en' ? { lang: 'vi' } : {}) }} />
  )
}

function Admit({ visit, said }: { visit: StaffVisit; said: ClinicSaid }) {
  const { lang } = visit
  const t = clinicsText[lang]
  return (
    <Card title={t.admit}>
      <Form action={paths.clinics()} csrf={visit.csrf}>
        <Field name="code" said={said} lang={lang} text={t.code} hint={t.codeHint} wide={false} />
        <Field name="name" said={said} lang={lang} text={t.name} />
        <Field name="mail" said={said} lang={lang} text={t.mail} hint={t.mailHint} />
        <Field name="first" said={said} lang={lang} text={t.first} hint={t.firstHint} wide={false} />
        <Button preventDoubleClick>{t.admitButton}</Button>
      </Form>
    </Card>
  )
}

/** One clinic: its doctors, its program, and stopping it. */
export function ClinicPage(props: Shown & { readonly clinic: ClinicListing; readonly doctors: readonly StaffMember[]; readonly delay: ClinicDelay | undefined }) {
  const { visit, clinic, doctors, delay, said } = props
  const { lang } = visit
  const t = clinicsText[lang]
  const mayAdmit = mayDo(visit.session.staff.role, 'admit-clinics')
  const may = mayAdmit && clinic.provinceCode !== null
  return (
    <Frame {...props} title={clinic.name} before={<BackLink href={paths.clinics()}>{t.back}</BackLink>}>
      {said.secret && (
        <NotificationBanner type="success" titleText={t[said.secret.kind]}>
          <Big><Code>{said.secret.text}</Code></Big>
          <p class="govuk-body">{t.once}</p>
        </NotificationBanner>
      )}
      <Heading caption={<Code>{clinic.code}</Code>} beside={<MadeUpTag simulation={props.web.platform.config.simulation} />}>{clinic.name}</Heading>
      <Columns aside={may ? <Stop clinic={clinic} visit={visit} /> : mayAdmit ? <TakeOn clinic={clinic} visit={visit} /> : <InsetText>{t.readOnly}</InsetText>}>
        <Card title={t.doctors}>
          <p class="govuk-body">{t.doctorsLead}</p>
          {doctors.length === 0 ? <p class="govuk-body">{t.noDoctors}</p> : <ul class="govuk-list govuk-list--bullet">{doctors.map((one) => <li>{one.fullName}</li>)}</ul>}
          {may && (
            <Form action={paths.clinicAct(clinic.code, 'bac-si')} csrf={visit.csrf}>
              <Field name="identity" said={said} lang={lang} text={t.identity} />
              <Field name="fullName" said={said} lang={lang} text={t.fullName} />
              <Button look="secondary" preventDoubleClick>{t.addDoctor}</Button>
            </Form>
          )}
        </Card>
        <Card title={t.program}>
          <p class="govuk-body">{clinic.hasKey || clinic.signs ? t.hasKey : t.noKey}{clinic.invitedUntil && <> {t.invitedUntil} <DateTime at={clinic.invitedUntil} />.</>}</p>
          {may && (
            <>
              <p class="govuk-body-s">{t.inviteLead}</p>
              <Form action={paths.clinicAct(clinic.code, 'ma-tham-gia')} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.invite}</Button></Form>
              {clinic.hasKey && <p class="govuk-body-s">{t.renewLead}</p>}
              {clinic.hasKey && <Form action={paths.clinicAct(clinic.code, 'doi-khoa')} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.renew}</Button></Form>}
            </>
          )}
        </Card>
        <Card title={t.delays}>
          {delay === undefined ? <p class="govuk-body">{t.noDelays}</p> : (
            <Facts items={[
              { name: t.columns.sent, value: String(delay.sent) }, { name: t.columns.median, value: delay.medianSeconds === null ? '–' : t.seconds(delay.medianSeconds) },
              { name: t.columns.slowest, value: delay.slowestSeconds === null ? '–' : t.seconds(delay.slowestSeconds) },
            ]} />
          )}
        </Card>
      </Columns>
    </Frame>
  )
}

/** A clinic of no province: nobody names its doctors or gives its keys before one has taken it. */
function TakeOn({ clinic, visit }: { clinic: ClinicListing; visit: StaffVisit }) {
  const t = clinicsText[visit.lang]
  return (
    <Card title={t.ofNone}>
      <p class="govuk-body-s">{t.ofNoneLead}</p>
      <Form action={paths.clinics()} csrf={visit.csrf} hidden={{ code: clinic.code, name: clinic.name, mail: clinic.mail ?? '' }}><Button preventDoubleClick>{t.takeOn}</Button></Form>
    </Card>
  )
}

function Stop({ clinic, visit }: { clinic: ClinicListing; visit: StaffVisit }) {
  const t = clinicsText[visit.lang]
  const isStopped = clinic.state === 'suspended'
  return (
    <Card title={t.state}>
      <p class="govuk-body"><Tag tone={tones[clinic.state]}>{t.states[clinic.state]}</Tag></p>
      {clinic.joinedAt && <p class="govuk-body">{t.since} <DateOnly on={localDateAt(clinic.joinedAt)} /></p>}
      {!isStopped && <p class="govuk-body-s">{t.stopLead}</p>}
      {clinic.state !== 'invited' && (
        <Stack>
          <Form action={paths.clinicAct(clinic.code, isStopped ? 'cho-cap-lai' : 'dung')} csrf={visit.csrf}><Button look={isStopped ? 'secondary' : 'warning'} preventDoubleClick>{isStopped ? t.resume : t.stop}</Button></Form>
        </Stack>
      )}
    </Card>
  )
}
