/** Where news of the dossier goes: a phone, and mail if wanted (B7). */
import { answersShape } from '../../../dossiers/index.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Input } from '../../kit/index.ts'
import { questionText } from '../text/questions.ts'
import type { DraftCase } from './draft-case.ts'
import type { FieldsProps, QuestionPage, Read, Values } from './question.tsx'

interface FieldProps {
  readonly lang: Lang
  readonly value: string
  readonly error: string | undefined
}

/** What is wrong with a phone number as typed. */
export function phoneError(typed: string, lang: Lang): string {
  const t = questionText[lang].contact
  return typed.trim() === '' ? t.phoneMissing : t.phoneWrong
}

export function PhoneField({ lang, value, error }: FieldProps) {
  const t = questionText[lang].contact
  return <Input name="phone" type="tel" inputmode="tel" autocomplete="tel" classes="govuk-input--width-20" label={{ text: t.phone, classes: 'govuk-label--s' }} hint={t.phoneHint} value={value} errorMessage={error} />
}

export function EmailField({ lang, value, error }: FieldProps) {
  return <Input name="email" type="email" autocomplete="email" spellcheck={false} label={{ text: questionText[lang].contact.email, classes: 'govuk-label--s' }} value={value} errorMessage={error} />
}

function read(c: DraftCase, _data: undefined, values: Values): Read {
  const t = questionText[c.visit.lang].contact
  const phone = answersShape.shape.phone.safeParse(values('phone'))
  const email = answersShape.shape.email.safeParse(values('email').trim())
  if (phone.success && email.success) return { answers: { phone: phone.data, email: email.data } }
  return {
    errors: {
      ...(phone.success ? {} : { phone: phoneError(values('phone'), c.visit.lang) }),
      ...(email.success ? {} : { email: t.emailWrong }),
    },
  }
}

function Fields({ c, values, errors }: FieldsProps<undefined>) {
  const t = questionText[c.visit.lang].contact
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      <PhoneField lang={c.visit.lang} value={values('phone')} error={errors['phone']} />
      <EmailField lang={c.visit.lang} value={values('email')} error={errors['email']} />
    </>
  )
}

export const contactPage: QuestionPage<undefined> = {
  step: 'contact', load: () => Promise.resolve(undefined), initial: (c) => ({ phone: c.draft.answers.phone ?? '', email: c.draft.answers.email ?? '' }), read, Fields,
}
