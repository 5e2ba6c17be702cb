/** All questions of a filing on one page, answered beforehand as far as the state knows (A3, A4). */
import type { FastifyInstance } from 'fastify'
import { authorityOf, classLabel, findProvince, getLicenceClass, isProcedureSlug, liveProvinces, provincesOn } from '../../../../catalogue/index.ts'
import { findSignedPaper } from '../../../../capabilities/counters/index.ts'
import { askByNumber } from '../../../../capabilities/health-certificates/index.ts'
import { differencesOf, lossKinds, onlyReason, reasonsFor } from '../../../../dossiers/index.ts'
import { formatDate } from '../../../../platform/values/dates.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { BackLink, Checkboxes, DateInput, FormPage, Input, Radios, Select, Textarea } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, type Web } from '../../../request.ts'
import { CounterLayout } from '../../layout.tsx'
import { filingText } from '../text/filing.ts'
import { type FilingCase, openCase, type VisitRequest } from '../visit-case.ts'
import { beginFiling, type FilingData, nextPage, openFiling, saveChanged } from './filing-data.ts'
import { choicesOf, type FieldErrors, fieldOf, initialValues, readAnswers, type Values } from './read-answers.ts'

/** Why nothing was begun: the check, opened anew, says it. */
const TOLD_BY_THE_CHECK: readonly string[] = ['licence-not-yours', 'already-open', 'not-this-person', 'already-filed']

export function registerAnswers(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.post(paths.counterVisitAt(':visitId', 'begin'), async (request: VisitRequest, reply) => {
    const c = await openCase(web, request, reply)
    if (!c) return reply
    const form = formOf(request)
    const [licenceId, procedure, way] = [form.text('licence'), form.text('procedure'), form.text('way') === 'in-person' ? ('in-person' as const) : ('online' as const)]
    if (!isId(licenceId) || !isProcedureSlug(procedure)) return reply.redirect(paths.counterVisit(c.counter.id), 303)
    try {
      await beginFiling(c, { licenceId, procedure, way })
    } catch (error) {
      if (!(error instanceof Refusal) || !TOLD_BY_THE_CHECK.includes(error.code)) throw error
      return reply.redirect(paths.counterVisit(c.counter.id), 303)
    }
    return reply.redirect(paths.counterVisitAt(c.counter.id, 'answers'), 303)
  })
  app.get(paths.counterVisitAt(':visitId', 'answers'), async (request: VisitRequest, reply) => {
    const open = await openFiling(web, request, reply)
    if (!open) return reply
    const initial = initialValues({ data: open.data, person: open.c.person, today: open.c.today, lang: open.c.visit.lang })
    return sendPage(reply, <AnswersPage {...open} values={(name) => initial[name] ?? ''} errors={{}} />)
  })
  app.post(paths.counterVisitAt(':visitId', 'answers'), async (request: VisitRequest, reply) => {
    const open = await openFiling(web, request, reply)
    if (!open) return reply
    const { c, data } = open
    const values = formOf(request).text
    const read = readAnswers({ data, person: c.person, today: c.today, lang: c.visit.lang }, values)
    if ('errors' in read) return sendPage(reply, <AnswersPage c={c} data={data} values={values} errors={read.errors} />, 422)
    const signed = await platform.work(c.visit.actor, async (work) => {
      const draft = await saveChanged(work, data.draft, read.answers)
      const { certificate } = read.answers
      if (certificate?.how === 'by-number') await askByNumber(work, { personId: c.person.id, identityNumber: c.person.identityNumber, fullName: c.person.fullName }, certificate.number)
      return draft && findSignedPaper(work, c.counter.id, draft)
    })
    return reply.redirect(nextPage(c, { answers: { ...data.draft.answers, ...read.answers } }, data.asked, signed !== undefined), 303)
  })
}

interface Props {
  readonly c: FilingCase
  readonly data: FilingData
  readonly values: Values
  readonly errors: FieldErrors
}

function AnswersPage(props: Props) {
  const { c, errors } = props
  const t = filingText[c.visit.lang]
  const list = Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` }))
  return (
    <CounterLayout web={c.web} visit={c.visit} today={c.today} current="visits" title={t.title} hasError={list.length > 0} before={<BackLink href={paths.counterVisit(c.counter.id)}>{t.back}</BackLink>}>
      <FormPage
        action={paths.counterVisitAt(c.counter.id, 'answers')} csrf={c.visit.csrf} caption={t.ways[c.counter.way]} heading={c.person.fullName} errors={list} continueText={t.save}
        lead={<p class="govuk-body">{t.lead}</p>}
      >
        <ReasonFields {...props} />
        <LossFields {...props} />
        <DetailFields {...props} />
        <ContactFields {...props} />
        <CertificateFields {...props} />
        <DeliveryFields {...props} />
      </FormPage>
    </CounterLayout>
  )
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
const label = (text: string) => ({ text, classes: 'govuk-label--s' })

function ReasonFields({ c, data, values, errors }: Props) {
  const { lang } = c.visit
  const t = filingText[lang]
  const reasons = reasonsFor({ today: c.today, person: c.person, procedure: data.procedure, licences: data.licences })
  return (
    <>
      {onlyReason(data.procedure) === undefined && (
        <Radios name="reason" fieldset={legend(t.reason)} errorMessage={errors['reason']} value={values('reason')} items={reasons.map((one) => ({ value: one.id, text: one.words[lang] }))} classes="govuk-radios--small" />
      )}
      {choicesOf(data, c.today).map(({ held, options }) => (
        <Radios
          name={fieldOf(held)} fieldset={legend(t.choice(classLabel(held)[lang]))} errorMessage={errors[fieldOf(held)]} value={values(fieldOf(held))} classes="govuk-radios--small"
          items={options.map((option) => {
            const to = getLicenceClass(option.to)
            return { value: option.to, text: to.printed, hint: to.healthGroup > getLicenceClass(held).healthGroup ? t.stricter : t.same }
          })}
        />
      ))}
    </>
  )
}

function LossFields({ c, data, values, errors }: Props) {
  const t = filingText[c.visit.lang]
  if (!data.asked.steps.includes('loss')) return null
  return (
    <>
      <DateInput
        id="lost" namePrefix="lost" fieldset={legend(t.lost)} errorMessage={errors['lost']}
        day={{ name: 'day', value: values('lost-day') }} month={{ name: 'month', value: values('lost-month') }} year={{ name: 'year', value: values('lost-year') }}
      />
      <Radios name="loss-how" fieldset={legend(t.lossHow)} errorMessage={errors['loss-how']} value={values('loss-how')} classes="govuk-radios--small" items={lossKinds.map((kind) => ({ value: kind, text: t.lossKinds[kind] }))} />
      <Checkboxes name="not-held" errorMessage={errors['not-held']} values={[values('not-held')]} items={[{ value: '1', text: t.notHeld }]} classes="govuk-checkboxes--small" />
    </>
  )
}

function DetailFields({ c, data, values, errors }: Props) {
  const t = filingText[c.visit.lang]
  const [licence] = data.licences
  if (data.population.state !== 'known') return <Textarea name="address" label={label(t.address)} rows={2} value={values('address')} errorMessage={errors['address']} />
  const differences = licence ? differencesOf(licence, data.population.record, c.person) : []
  if (differences.length === 0) return <input type="hidden" name="source" value="none" />
  const shown = (what: string, text: string) => (what === 'birth-date' ? formatDate(text) : text)
  return (
    <Radios
      name="source" fieldset={legend(t.details)} errorMessage={errors['source']} value={values('source')} classes="govuk-radios--small"
      hint={differences.map((one) => `${t.differs[one.what]}: ${t.onLicence} ${shown(one.what, one.onLicence)}; ${t.inPopulation} ${shown(one.what, one.inPopulation)}.`).join(' ')}
      items={[{ value: 'follow-population-register', text: t.follow }, { value: 'none', text: t.keep }]}
    />
  )
}

function ContactFields({ c, values, errors }: Props) {
  const { lang } = c.visit
  const t = filingText[lang]
  const provinces = [...liveProvinces(c.today)].sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
  const chosen = findProvince(values('province'), c.today)
  return (
    <>
      <Input name="phone" type="tel" inputmode="tel" classes="govuk-input--width-20" autocomplete="off" label={label(t.phone)} hint={t.phoneHint} value={values('phone')} errorMessage={errors['phone']} />
      <Input name="email" type="email" autocomplete="off" spellcheck={false} label={t.email} value={values('email')} errorMessage={errors['email']} />
      <Select
        name="province" label={label(t.authority)} hint={chosen ? authorityOf(chosen.id, c.today).name[lang] : undefined} errorMessage={errors['province']} value={chosen?.id ?? ''}
        items={[{ value: '', text: t.choose }, ...provinces.map((one) => ({ value: one.id, text: one.name[lang] }))]}
      />
    </>
  )
}

function CertificateFields({ c, data, values, errors }: Props) {
  const t = filingText[c.visit.lang]
  if (!data.asked.steps.includes('certificate')) return null
  const isUsable = data.certificate?.usability.state === 'usable'
  return (
    <Radios
      name="certificate" fieldset={legend(t.certificate)} errorMessage={errors['certificate']} value={values('certificate')} classes="govuk-radios--small"
      items={[
        isUsable && { value: 'by-identity', text: t.certificateFound },
        {
          value: 'by-number', text: t.certificateNumber,
          conditional: <Input name="number" label={t.number} hint={t.numberHint} classes="govuk-input--width-20" spellcheck={false} value={values('number')} errorMessage={errors['number']} />,
        },
        { value: 'not-yet', text: t.certificateLater },
      ]}
    />
  )
}

function DeliveryFields({ c, values, errors }: Props) {
  const { lang } = c.visit
  const t = filingText[lang]
  const provinces = [...provincesOn(c.today)].sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
  const line = (name: 'recipient' | 'street' | 'commune') => <Input name={name} label={t[name]} autocomplete="off" value={values(name)} errorMessage={errors[name]} />
  return (
    <Radios
      name="how" fieldset={legend(t.delivery)} errorMessage={errors['how']} value={values('how')} classes="govuk-radios--small"
      items={[
        {
          value: 'post', text: t.post,
          conditional: (
            <>
              {line('recipient')}{line('street')}{line('commune')}
              <Select
                name="post-province" label={t.province} value={findProvince(values('post-province'), c.today)?.id ?? ''} errorMessage={errors['post-province']}
                items={[{ value: '', text: t.choose }, ...provinces.map((one) => ({ value: one.id, text: one.name[lang] }))]}
              />
            </>
          ),
        },
        { value: 'collect', text: t.collect },
      ]}
    />
  )
}
