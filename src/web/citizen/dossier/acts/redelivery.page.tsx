/** After a failed attempt, or once the card came back: how to get it (B6). The result has long been in force, so nothing is lost by waiting. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findProvince, getProcedure, provincesOn, returnsOldCard } from '../../../../catalogue/index.ts'
import { parcelOf, type Recipient, recipientOf } from '../../../../capabilities/deliveries/index.ts'
import { answersShape, chooseDelivery, type DeliveryChoice, type Dossier } from '../../../../dossiers/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { BackLink, FormPage, Input, Radios, Select } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { type CitizenVisit, formOf, sendPage, type Web } from '../../../request.ts'
import { questionText } from '../../text/questions.ts'
import { redeliveryText } from './text.ts'
import { type DossierRequest, ownDossier } from '../dossier.view.ts'

const CHOICES = { redeliver: ['again', 'address', 'hold'], 'card-sent-back': ['anew', 'address', 'collect'] } as const

type Cause = keyof typeof CHOICES

interface Asked {
  readonly web: Web
  readonly visit: CitizenVisit
  readonly dossier: Dossier
  readonly cause: Cause
  readonly recipient: Recipient
  readonly today: string
}

type Errors = Readonly<Record<string, string>>

/** One's own dossier whose card waits for a choice; without one the dossier's page is the place to be. */
async function openChoice(web: Web, request: DossierRequest, reply: FastifyReply): Promise<Asked | undefined> {
  const own = await ownDossier(web, request, reply)
  if (!own) return undefined
  const { visit, dossier } = own
  const cause = dossier.turnCause === 'redeliver' || dossier.turnCause === 'card-sent-back' ? dossier.turnCause : undefined
  const found = cause && (await web.platform.read(visit.actor, async (work) => {
    const parcel = await parcelOf(work, dossier.id)
    return parcel && { recipient: await recipientOf(work, parcel), today: work.today }
  }))
  if (cause && found) return { web, visit, dossier, cause, ...found }
  await reply.redirect(paths.dossier(dossier.id), 303)
  return undefined
}

export function registerRedelivery(app: FastifyInstance, web: Web): void {
  const path = paths.redelivery(':dossierId')
  app.get<{ Params: { dossierId: string } }>(path, async (request, reply) => {
    const asked = await openChoice(web, request, reply)
    if (!asked) return reply
    const values = initial(asked)
    return sendPage(reply, <RedeliveryPage asked={asked} values={(name) => values[name] ?? ''} errors={{}} />)
  })
  app.post<{ Params: { dossierId: string } }>(path, async (request, reply) => {
    const asked = await openChoice(web, request, reply)
    if (!asked) return reply
    const values = formOf(request).text
    const { choice, errors } = read(asked, values)
    if (!choice) return sendPage(reply, <RedeliveryPage asked={asked} values={values} errors={errors} />, 422)
    try {
      await web.platform.work(asked.visit.actor, (work) => chooseDelivery(work, asked.dossier.id, choice))
    } catch (error) {
      // It moved on meanwhile (a double press, too): the page tells how it stands.
      if (!(error instanceof Refusal)) throw error
    }
    return reply.redirect(paths.dossier(asked.dossier.id), 303)
  })
}

/** What is known: the address of before, in the fields of another one. */
function initial({ recipient, today }: Asked): Record<string, string> {
  const province = provincesOn(today).find(({ name }) => name.vi === recipient.provinceName)
  return { recipient: recipient.name, phone: recipient.phone, street: recipient.address, commune: recipient.commune, province: province?.id ?? '' }
}

function read({ visit, cause, recipient, today }: Asked, values: (name: string) => string): { choice?: DeliveryChoice; errors: Errors } {
  const how = CHOICES[cause].find((one) => one === values('how'))
  if (!how) return { errors: { how: redeliveryText[visit.lang].missing } }
  if (how !== 'address') return { choice: { kind: how }, errors: {} }
  const t = questionText[visit.lang].delivery
  const province = findProvince(values('province'), today)
  const parsed = answersShape.shape.delivery.safeParse({ how: 'post', recipient: values('recipient'), phone: values('phone'), provinceCode: province?.id ?? '', commune: values('commune'), street: values('street') })
  if (!parsed.success || parsed.data.how !== 'post' || !province) {
    const wrong = new Set(parsed.error?.issues.map((issue) => String(issue.path[0])))
    const line = (name: 'recipient' | 'commune' | 'street', missing: string) => (wrong.has(name) ? { [name]: values(name).trim() === '' ? missing : t.tooLong } : {})
    return {
      errors: {
        ...line('recipient', t.recipientMissing), ...(wrong.has('phone') ? { phone: t.phoneWrong } : {}), ...line('street', t.streetMissing), ...line('commune', t.communeMissing),
        ...(province ? {} : { province: t.provinceMissing }),
      },
    }
  }
  const to: Recipient = { ...recipient, name: parsed.data.recipient, phone: parsed.data.phone, address: parsed.data.street, commune: parsed.data.commune, provinceName: province.name.vi }
  return { choice: cause === 'redeliver' ? { kind: 'address', recipient: to } : { kind: 'anew', recipient: to }, errors: {} }
}

interface PageProps {
  readonly asked: Asked
  readonly values: (name: string) => string
  readonly errors: Errors
}

function RedeliveryPage({ asked, values, errors }: PageProps) {
  const { web, visit, dossier, cause, recipient } = asked
  const t = redeliveryText[visit.lang]
  const address = `${recipient.name}, ${recipient.address}, ${recipient.commune}, ${recipient.provinceName}`
  const givesOldCard = returnsOldCard(getProcedure(dossier.procedure, dossier.procedureVersion))
  const hintOf = (how: (typeof CHOICES)[Cause][number]) => (how === 'again' || how === 'anew' ? address : how === 'collect' && givesOldCard ? `${t.choices.collect.hint} ${t.bringBack}` : t.choices[how].hint)
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} hasError={Object.keys(errors).length > 0} before={<BackLink href={paths.dossier(dossier.id)}>{t.back}</BackLink>}>
      <FormPage
        action={paths.redelivery(dossier.id)} csrf={visit.csrf} heading={t.title} lead={<p class="govuk-body">{t.lead[cause]}</p>} continueText={t.confirm}
        errors={Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` }))}
      >
        <Radios
          name="how" value={values('how')} errorMessage={errors['how']} fieldset={{ legend: { text: t.title, classes: 'govuk-visually-hidden' } }}
          items={CHOICES[cause].map((how) => ({
            value: how, text: t.choices[how].text, ...(hintOf(how) ? { hint: hintOf(how) } : {}),
            ...(how === 'address' ? { conditional: <Address asked={asked} values={values} errors={errors} /> } : {}),
          }))}
        />
      </FormPage>
    </CitizenLayout>
  )
}

function Address({ asked, values, errors }: PageProps) {
  const { lang } = asked.visit
  const t = questionText[lang].delivery
  const provinces = [...provincesOn(asked.today)].sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
  return (
    <>
      <Input name="recipient" label={t.recipient} autocomplete="name" value={values('recipient')} errorMessage={errors['recipient']} />
      <Input name="phone" type="tel" inputmode="tel" autocomplete="tel" classes="govuk-input--width-20" label={t.phone} value={values('phone')} errorMessage={errors['phone']} />
      <Input name="street" label={t.street} autocomplete="address-line1" value={values('street')} errorMessage={errors['street']} />
      <Input name="commune" label={t.commune} autocomplete="address-level2" value={values('commune')} errorMessage={errors['commune']} />
      <Select
        name="province" label={t.province} value={findProvince(values('province'), asked.today)?.id ?? ''} errorMessage={errors['province']}
        items={[{ value: '', text: questionText[lang].authority.choose }, ...provinces.map((p) => ({ value: p.id, text: p.name[lang] }))]}
      />
    </>
  )
}
