/** What the registers say differently, and which one the new licence follows (P6). A silent register stops nobody. */
import { formatDate } from '../../../platform/values/dates.ts'
import { InsetText, Radios, SummaryList, Textarea } from '../../kit/index.ts'
import { questionText } from '../text/questions.ts'
import type { DraftCase } from './draft-case.ts'
import { type Difference, differencesOf, holderOf } from '../../../dossiers/index.ts'
import type { FieldsProps, QuestionPage, Read, Values } from './question.tsx'

const LONGEST_ADDRESS = 300

interface Data {
  readonly differences: readonly Difference[]
  readonly known: boolean
}

function load(c: DraftCase): Promise<Data> {
  const known = c.population.state === 'known'
  const [main] = c.licences
  return Promise.resolve({ known, differences: main ? differencesOf(main, c.population.record, c.person) : [] })
}

function initial(c: DraftCase, data: Data): Record<string, string> {
  const { changedDetails, holder } = c.draft.answers
  return { source: changedDetails ?? (data.differences.length > 0 ? 'follow-population-register' : 'none'), address: holder?.address ?? c.licences[0]?.holderResidence ?? '' }
}

function read(c: DraftCase, data: Data, values: Values): Read {
  const t = questionText[c.visit.lang].details
  const source = values('source')
  const [licence] = c.licences
  if (data.known) {
    if (source !== 'none' && source !== 'follow-population-register') return { errors: { source: t.missing } }
    return { answers: { changedDetails: source } as const }
  }
  const address = values('address').normalize('NFC').trim().replace(/\s+/g, ' ')
  if (!address || !licence) return { errors: { address: t.addressMissing } }
  if (address.length > LONGEST_ADDRESS) return { errors: { address: t.addressLong } }
  const holder = holderOf({ person: c.person, record: undefined, licence, answers: c.draft.answers, today: c.today }, address)
  const moved = address !== licence.holderResidence
  return { answers: { changedDetails: moved ? ('follow-population-register' as const) : ('none' as const), holder } }
}

function Fields({ c, data, values, errors }: FieldsProps<Data>) {
  const t = questionText[c.visit.lang].details
  if (!data.known) {
    return (
      <>
        <InsetText>{t.silent}</InsetText>
        <Textarea name="address" label={{ text: t.address, classes: 'govuk-label--s' }} hint={t.addressHint} rows={2} autocomplete="street-address" value={values('address')} errorMessage={errors['address']} />
      </>
    )
  }
  if (data.differences.length === 0) {
    return (
      <>
        <p class="govuk-body">{t.same}</p>
        <input type="hidden" name="source" value="none" />
      </>
    )
  }
  const shown = (one: Difference, value: string) => (one.what === 'birth-date' ? formatDate(value) : value)
  return (
    <>
      <p class="govuk-body">{t.lead}</p>
      {data.differences.map((one) => (
        <SummaryList
          card={{ title: t.what[one.what] }}
          rows={[{ key: t.onLicence, value: shown(one, one.onLicence) }, { key: t.inPopulation, value: shown(one, one.inPopulation) }]}
        />
      ))}
      <Radios
        name="source"
        fieldset={{ legend: { text: t.legend, classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['source']}
        value={values('source')}
        items={[{ value: 'follow-population-register', text: t.follow, hint: t.followHint }, { value: 'none', text: t.keep, hint: t.keepHint }]}
      />
    </>
  )
}

export const detailsPage: QuestionPage<Data> = { step: 'details', load, initial, read, Fields }
