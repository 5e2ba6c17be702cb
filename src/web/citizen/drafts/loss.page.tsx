/** How and when the licence was lost, and that no authority holds it: the applicant's own declaration (B8). */
import { answersShape, lossKinds } from '../../../dossiers/index.ts'
import { isLocalDate } from '../../../platform/values/dates.ts'
import { Checkboxes, DateInput, Radios } from '../../kit/index.ts'
import { lossQuestionText } from '../text/loss.ts'
import type { DraftCase } from './draft-case.ts'
import type { FieldErrors, FieldsProps, QuestionPage, Read, Values } from './question.tsx'

/** The three fields as a date; '' when they are none. */
function typedDate(values: Values): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => values(`lost-${part}`).trim())
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isLocalDate(date) ? date : ''
}

/** Nothing is lost before it was issued, or tomorrow. */
function isPossible(c: DraftCase, date: string): boolean {
  return date <= c.today && c.licences.every((licence) => licence.issuedOn <= date)
}

function read(c: DraftCase, _data: undefined, values: Values): Read {
  const t = lossQuestionText[c.visit.lang]
  const lostOn = typedDate(values)
  const how = lossKinds.find((kind) => kind === values('how'))
  const errors: FieldErrors = {
    ...(lostOn === '' ? { lost: t.dateMissing } : isPossible(c, lostOn) ? {} : { lost: t.dateImpossible }),
    ...(how ? {} : { how: t.howMissing }),
    ...(values('notHeld') === '1' ? {} : { notHeld: t.notHeldMissing }),
  }
  const loss = answersShape.shape.loss.safeParse({ how, lostOn, notHeld: values('notHeld') === '1' })
  return Object.keys(errors).length === 0 && loss.success ? { answers: { loss: loss.data } } : { errors }
}

function initial(c: DraftCase): Record<string, string> {
  const { loss } = c.draft.answers
  const [year = '', month = '', day = ''] = loss?.lostOn.split('-') ?? []
  return { 'lost-day': day, 'lost-month': month, 'lost-year': year, how: loss?.how ?? '', notHeld: loss ? '1' : '' }
}

function Fields({ c, values, errors }: FieldsProps<undefined>) {
  const t = lossQuestionText[c.visit.lang]
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      <DateInput
        id="lost"
        namePrefix="lost"
        fieldset={{ legend: { text: t.date, classes: 'govuk-fieldset__legend--s' } }}
        hint={t.dateHint}
        errorMessage={errors['lost']}
        day={{ name: 'day', value: values('lost-day') }}
        month={{ name: 'month', value: values('lost-month') }}
        year={{ name: 'year', value: values('lost-year') }}
      />
      <Radios
        name="how"
        fieldset={{ legend: { text: t.how, classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['how']}
        value={values('how')}
        items={lossKinds.map((kind) => ({ value: kind, text: t.kinds[kind] }))}
      />
      <Checkboxes
        name="notHeld"
        fieldset={{ legend: { text: t.declare, classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['notHeld']}
        values={[values('notHeld')]}
        items={[{ value: '1', text: t.notHeld }]}
      />
      <p class="govuk-body">{t.found}</p>
    </>
  )
}

export const lossPage: QuestionPage<undefined> = { step: 'loss', load: () => Promise.resolve(undefined), initial, read, Fields }
