/** Where news of the dossier goes: a phone, and mail if wanted (B7). */
import { answersShape } from '../../../dossiers/index.ts'
import { Input } from '../../kit/index.ts'
import { questionText } from '../text/questions.ts'
import type { DraftCase } from './draft-case.ts'
import type { FieldsProps, QuestionPage, Read, Values } from './question.tsx'

function read(c: DraftCase, _data: undefined, values: Values): Read {
  const t = questionText[c.visit.lang].contact
  const phone = answersShape.shape.phone.safeParse(values('phone'))
  const email = answersShape.shape.email.safeParse(values('email').trim())
  if (phone.success && email.success) return { answers: { phone: phone.data, email: email.data } }
  return {
    errors: {
      ...(phone.success ? {} : { phone: values('phone').trim() === '' ? t.phoneMissing : t.phoneWrong }),
      ...(email.success ? {} : { email: t.emailWrong }),
    },
  }
}

function Fields({ c, values, errors }: FieldsProps<undefined>) {
  const t = questionText[c.visit.lang].contact
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      <Input name="phone" type="tel" inputmode="tel" autocomplete="tel" classes="govuk-input--width-20" label={{ text: t.phone, classes: 'govuk-label--s' }} hint={t.phoneHint} value={values('phone')} errorMessage={errors['phone']} />
      <Input name="email" type="email" autocomplete="email" spellcheck={false} label={{ text: t.email, classes: 'govuk-label--s' }} value={values('email')} errorMessage={errors['email']} />
    </>
  )
}

export const contactPage: QuestionPage<undefined> = {
  step: 'contact', load: () => Promise.resolve(undefined), initial: (c) => ({ phone: c.draft.answers.phone ?? '', email: c.draft.answers.email ?? '' }), read, Fields,
}
