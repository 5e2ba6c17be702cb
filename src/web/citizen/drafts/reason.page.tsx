/** Why, and into which class where the law gives a choice (B1). */
import { classLabel, fittingReasons, getLicenceClass, type LicenceClassId, mayApply, type Reason } from '../../../catalogue/index.ts'
import type { Licence } from '../../../capabilities/licences/index.ts'
import { licenceFacts, onlyReason } from '../../../dossiers/index.ts'
import { Radios } from '../../kit/index.ts'
import { questionText } from '../text/questions.ts'
import { choicesOf, type DraftCase } from './draft-case.ts'
import type { FieldsProps, QuestionPage, Read, Values } from './question.tsx'

interface Data {
  readonly reasons: readonly Reason[]
  /** The procedure knows one reason only: it is given, and only classes may be left to choose. */
  readonly given: boolean
  /** The licences that a reason concerns: both where it joins them, else the main one. */
  readonly licencesFor: (reason: string) => readonly Licence[]
}

function load(c: DraftCase): Promise<Data> {
  const [main] = c.licences
  const rest = c.all.filter((l) => l.id !== main?.id)
  const alone = main ? [main] : []
  // Of a motorcycle and a car licence the one with an end comes first: its number is kept.
  const both = [...alone, ...rest.slice(0, 1)].sort((a, b) => Number(a.expiresOn === null) - Number(b.expiresOn === null))
  const joining = c.procedure.reasons.filter((r) => r.joins).map((r) => r.id)
  const licencesFor = (reason: string) => (joining.includes(reason) ? both : c.licences.length > 1 ? both.slice(0, 1) : alone)
  const fits = (licences: readonly Licence[]) => {
    const facts = { filedOn: c.today, licences: licences.map((l) => licenceFacts(l, c.person)), unresolvedViolation: null }
    return fittingReasons(c.procedure, { ...facts, reason: null }).filter((r) => mayApply(c.procedure, { ...facts, reason: r.id }).mayFile)
  }
  const joins = both.length > 1 ? fits(both).filter((r) => r.joins) : []
  return Promise.resolve({ reasons: [...fits(alone).filter((r) => !r.joins), ...joins], given: onlyReason(c.procedure) !== undefined, licencesFor })
}

function initial(c: DraftCase): Record<string, string> {
  const { reason, classChoice } = c.draft.answers
  const chosen = choicesOf(c.all, c.today).map(({ held }) => [fieldOf(held), classChoice?.[held] ?? ''])
  return { ...Object.fromEntries(chosen), reason: reason ?? '' }
}

/** The field of a class that may become either of two: 'hang-b2'. */
function fieldOf(held: LicenceClassId): string {
  return `hang-${held.split(':')[1]?.toLowerCase() ?? ''}`
}

function read(c: DraftCase, data: Data, values: Values): Read {
  const t = questionText[c.visit.lang].reason
  const reason = data.given ? data.reasons[0] : data.reasons.find((r) => r.id === values('reason'))
  const licences = data.licencesFor(reason?.id ?? '')
  const errors: Record<string, string> = {}
  if (!reason) errors['reason'] = t.missing
  const choice: Partial<Record<LicenceClassId, LicenceClassId>> = {}
  for (const { held, options } of choicesOf(reason ? licences : c.licences, c.today)) {
    const chosen = options.find((o) => o.to === values(fieldOf(held)))
    if (chosen) choice[held] = chosen.to
    else errors[fieldOf(held)] = t.classMissing(classLabel(held)[c.visit.lang])
  }
  if (!reason || Object.keys(errors).length > 0) return { errors }
  return { answers: { reason: reason.id, classChoice: choice, changedDetails: reason.id === c.draft.answers.reason ? c.draft.answers.changedDetails : undefined }, licences }
}

function Fields({ c, data, values, errors }: FieldsProps<Data>) {
  const { lang } = c.visit
  const t = questionText[lang].reason
  const choices = choicesOf(c.licences, c.today)
  return (
    <>
      {!data.given && <Radios
        name="reason"
        fieldset={{ legend: { text: t.legend, classes: 'govuk-visually-hidden' } }}
        errorMessage={errors['reason']}
        value={values('reason')}
        items={data.reasons.map((r) => ({ value: r.id, text: r.words[lang], hint: `${r.help[lang]}${r.citation.assumed ? ` (${questionText[lang].assumed})` : ''}` }))}
      />}
      {data.reasons.length === 0 && <p class="govuk-body">{t.none}</p>}
      {choices.map(({ held, options }) => (
        <Radios
          name={fieldOf(held)}
          fieldset={{ legend: { text: t.classLegend(classLabel(held)[lang]), classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors[fieldOf(held)]}
          value={values(fieldOf(held))}
          items={options.map((o) => {
            const to = getLicenceClass(o.to)
            const stricter = to.healthGroup > getLicenceClass(held).healthGroup
            return { value: o.to, text: t.classOption(to.printed), hint: `${to.description[lang]}. ${stricter ? t.stricterHealth : t.sameHealth}` }
          })}
        />
      ))}
    </>
  )
}

export const reasonPage: QuestionPage<Data> = { step: 'reason', load, initial, read, Fields }
