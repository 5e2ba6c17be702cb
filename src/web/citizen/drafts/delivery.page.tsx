/** Where the card goes; the signed electronic result comes in any case (B6, B11). */
import { findProvince, provincesOn, returnsOldCard } from '../../../catalogue/index.ts'
import { type Answers, answersShape, homeProvince } from '../../../dossiers/index.ts'
import { Input, Radios, Select } from '../../kit/index.ts'
import { questionText } from '../text/questions.ts'
import type { DraftCase } from './draft-case.ts'
import type { FieldErrors, FieldsProps, QuestionPage, Read, Values } from './question.tsx'

function initial(c: DraftCase): Record<string, string> {
  const { delivery, phone, holder } = c.draft.answers
  if (delivery?.how === 'collect') return { how: 'collect', ...prefilled(c, phone ?? '', holder?.address ?? '') }
  if (delivery) return { ...delivery, province: delivery.provinceCode }
  return { how: 'post', ...prefilled(c, phone ?? '', holder?.address ?? '') }
}

function prefilled(c: DraftCase, phone: string, typed: string): Record<string, string> {
  const home = c.population.record?.residence
  return {
    recipient: c.person.fullName, phone, province: homeProvince(c.population.record, c.licences[0], c.today) ?? '',
    commune: home?.commune ?? '', street: home?.street ?? typed,
  }
}

function read(c: DraftCase, _data: undefined, values: Values): Read {
  const t = questionText[c.visit.lang].delivery
  const how = values('how')
  if (how === 'collect') return { answers: { delivery: { how } } }
  if (how !== 'post') return { errors: { how: t.missing } }
  const province = findProvince(values('province'), c.today)
  const wanted: Record<keyof Omit<Extract<Answers['delivery'], { how: 'post' }>, 'how'>, string> = {
    recipient: values('recipient'), phone: values('phone'), provinceCode: province?.id ?? '', commune: values('commune'), street: values('street'),
  }
  const parsed = answersShape.shape.delivery.safeParse({ how, ...wanted })
  if (parsed.success) return { answers: { delivery: parsed.data } }
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  return { errors: errorsOf(wrong, values, t) }
}

function errorsOf(wrong: ReadonlySet<string>, values: Values, t: (typeof questionText)['vi']['delivery']): FieldErrors {
  const line = (name: 'recipient' | 'commune' | 'street', missing: string) => (wrong.has(name) ? { [name]: values(name).trim() === '' ? missing : t.tooLong } : {})
  return {
    ...line('recipient', t.recipientMissing), ...(wrong.has('phone') ? { phone: t.phoneWrong } : {}), ...line('street', t.streetMissing),
    ...line('commune', t.communeMissing), ...(wrong.has('provinceCode') ? { province: t.provinceMissing } : {}),
  }
}

function Address({ c, values, errors }: FieldsProps<undefined>) {
  const { lang } = c.visit
  const t = questionText[lang].delivery
  const provinces = [...provincesOn(c.today)].sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
  return (
    <>
      <Input name="recipient" label={t.recipient} autocomplete="name" value={values('recipient')} errorMessage={errors['recipient']} />
      <Input name="phone" type="tel" inputmode="tel" autocomplete="tel" classes="govuk-input--width-20" label={t.phone} value={values('phone')} errorMessage={errors['phone']} />
      <Input name="street" label={t.street} autocomplete="address-line1" value={values('street')} errorMessage={errors['street']} />
      <Input name="commune" label={t.commune} autocomplete="address-level2" value={values('commune')} errorMessage={errors['commune']} />
      <Select
        name="province"
        label={t.province}
        value={findProvince(values('province'), c.today)?.id ?? ''}
        errorMessage={errors['province']}
        items={[{ value: '', text: questionText[lang].authority.choose }, ...provinces.map((p) => ({ value: p.id, text: p.name[lang] }))]}
      />
    </>
  )
}

function Fields(props: FieldsProps<undefined>) {
  const t = questionText[props.c.visit.lang].delivery
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      <Radios
        name="how"
        fieldset={{ legend: { text: t.legend, classes: 'govuk-visually-hidden' } }}
        errorMessage={props.errors['how']}
        value={props.values('how')}
        items={[
          { value: 'post', text: t.post, hint: returnsOldCard(props.c.procedure) ? t.postReturn : t.postHint, conditional: <Address {...props} /> },
          { value: 'collect', text: t.collect },
        ]}
      />
    </>
  )
}

export const deliveryPage: QuestionPage<undefined> = { step: 'delivery', load: () => Promise.resolve(undefined), initial, read, Fields }
