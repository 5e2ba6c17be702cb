/** Each point that is typed or chosen, asked with the very fields of the filing (B7). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PointKind } from '../../../../../catalogue/index.ts'
import { answersShape, type PointAnswer } from '../../../../../dossiers/index.ts'
import { Checkboxes, Textarea } from '../../../../kit/index.ts'
import { formOf, sendPage } from '../../../../request.ts'
import { certificatePage } from '../../../drafts/certificate/certificate.page.tsx'
import { EmailField, PhoneField, phoneError } from '../../../drafts/contact.page.tsx'
import { deliveryPage } from '../../../drafts/delivery.page.tsx'
import { lossPage } from '../../../drafts/loss.page.tsx'
import type { FieldErrors, FieldsProps, QuestionPage, Values } from '../../../drafts/question.tsx'
import { questionText } from '../../../text/questions.ts'
import { supplementText } from '../../../text/supplement.ts'
import { type Asked, PointFrame } from './asked.tsx'

type Given = { readonly given: PointAnswer } | { readonly errors: FieldErrors } | { readonly elsewhere: true }

interface Question<D> extends Pick<QuestionPage<D>, 'load' | 'initial' | 'Fields'> {
  readonly read: (c: Asked['c'], data: D, values: Values) => Given | Promise<Given>
}

/** A question of the filing, of which only what a point can change is taken. */
function fromFiling<D>({ load, initial, read, Fields }: QuestionPage<D>): Question<D> {
  return {
    load, initial, Fields,
    async read(c, data, values) {
      const said = await read(c, data, values)
      if ('errors' in said) return said
      if ('goTo' in said) return { elsewhere: true }
      const { certificate, loss, delivery } = said.answers
      return { given: { ...(certificate && { certificate }), ...(loss && { loss }), ...(delivery && { delivery }) } }
    },
  }
}

const nothing = () => Promise.resolve(undefined)

const phone: Question<undefined> = {
  load: nothing, initial: (c) => ({ phone: c.draft.answers.phone ?? '' }),
  read(c, _data, values) {
    const read = answersShape.shape.phone.safeParse(values('phone'))
    return read.success ? { given: { phone: read.data } } : { errors: { phone: phoneError(values('phone'), c.visit.lang) } }
  },
  Fields: ({ c, values, errors }: FieldsProps<undefined>) => <PhoneField lang={c.visit.lang} value={values('phone')} error={errors['phone']} />,
}

const email: Question<undefined> = {
  load: nothing, initial: (c) => ({ email: c.draft.answers.email ?? '' }),
  read(c, _data, values) {
    const read = answersShape.shape.email.safeParse(values('email').trim())
    return read.success && read.data !== '' ? { given: { email: read.data } } : { errors: { email: questionText[c.visit.lang].contact.emailWrong } }
  },
  Fields: ({ c, values, errors }: FieldsProps<undefined>) => <EmailField lang={c.visit.lang} value={values('email')} error={errors['email']} />,
}

const residence: Question<undefined> = {
  load: nothing, initial: (c) => ({ address: c.draft.answers.holder?.address ?? '' }),
  read(c, _data, values) {
    const t = questionText[c.visit.lang].details
    const read = answersShape.shape.holder.shape.address.safeParse(values('address'))
    return read.success ? { given: { address: read.data } } : { errors: { address: values('address').trim() === '' ? t.addressMissing : t.addressLong } }
  },
  Fields: ({ c, values, errors }: FieldsProps<undefined>) => {
    const t = questionText[c.visit.lang].details
    return <Textarea name="address" label={{ text: t.address, classes: 'govuk-label--s' }} rows={2} autocomplete="street-address" value={values('address')} errorMessage={errors['address']} />
  },
}

/** Put right where it is kept: nothing is typed here, it is only told. */
const corrected: Question<undefined> = {
  load: nothing, initial: () => ({}),
  read: (c, _data, values) => (values('corrected') === '1' ? { given: {} } : { errors: { corrected: supplementText[c.visit.lang].correctedMissing } }),
  Fields: ({ c, values, errors }: FieldsProps<undefined>) => {
    const t = supplementText[c.visit.lang]
    return (
      <>
        <p class="govuk-body">{t.detailsLead}</p>
        <Checkboxes name="corrected" values={[values('corrected')]} errorMessage={errors['corrected']} items={[{ value: '1', text: t.corrected }]} />
      </>
    )
  },
}

/** How one point is shown and taken in. */
export interface Served {
  readonly show: (asked: Asked, reply: FastifyReply) => Promise<FastifyReply>
  readonly receive: (asked: Asked, request: FastifyRequest, reply: FastifyReply) => Promise<{ readonly given: PointAnswer } | { readonly elsewhere: true } | undefined>
}

function served<D>(kind: PointKind, { load, initial, read, Fields }: Question<D>): Served {
  const page = (asked: Asked, data: D, values: Values, errors: FieldErrors) => (
    <PointFrame asked={asked} kind={kind} errors={Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}` }))}>
      <Fields c={asked.c} data={data} values={values} errors={errors} />
    </PointFrame>
  )
  return {
    async show(asked, reply) {
      const data = await load(asked.c)
      const first = initial(asked.c, data)
      return sendPage(reply, page(asked, data, (name) => first[name] ?? '', {}))
    },
    async receive(asked, request, reply) {
      const data = await load(asked.c)
      const values = formOf(request).text
      const said = await read(asked.c, data, values)
      if (!('errors' in said)) return said
      await sendPage(reply, page(asked, data, values, said.errors), 422)
      return undefined
    },
  }
}

/** Every point with fields; pictures and files have pages of their own. */
export const questions: Readonly<Record<Exclude<PointKind, 'portrait' | 'certified-copy'>, Served>> = {
  'health-certificate': served('health-certificate', fromFiling(certificatePage)),
  'loss-report': served('loss-report', fromFiling(lossPage)),
  'changed-details': served('changed-details', corrected),
  residence: served('residence', residence),
  phone: served('phone', phone),
  email: served('email', email),
  delivery: served('delivery', fromFiling(deliveryPage)),
}
