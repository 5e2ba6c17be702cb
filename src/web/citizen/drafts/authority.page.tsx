/** Who receives and decides: by residence unless the person chooses otherwise (B1). */
import { authorityOf, findProvince, liveProvinces } from '../../../catalogue/index.ts'
import { homeProvince } from '../../../dossiers/index.ts'
import { Select } from '../../kit/index.ts'
import { questionText } from '../text/questions.ts'
import type { DraftCase } from './draft-case.ts'
import type { FieldsProps, QuestionPage, Read, Values } from './question.tsx'

interface Data {
  readonly home: string | undefined
}

const home = (c: DraftCase) => homeProvince(c.population.record, c.licences[0], c.today)

function read(c: DraftCase, _data: Data, values: Values): Read {
  const province = findProvince(values('province'), c.today)
  if (!province?.live) return { errors: { province: questionText[c.visit.lang].authority.missing } }
  return { answers: { authorityProvince: province.id } }
}

function Fields({ c, data, values, errors }: FieldsProps<Data>) {
  const { lang } = c.visit
  const t = questionText[lang].authority
  const provinces = [...liveProvinces(c.today)].sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
  const chosen = findProvince(values('province'), c.today)
  return (
    <>
      <p class="govuk-body">{data.home ? t.lead : t.leadUnknown}</p>
      <Select
        name="province"
        label={{ text: t.label, classes: 'govuk-label--s' }}
        hint={chosen ? authorityOf(chosen.id, c.today).name[lang] : t.hint}
        errorMessage={errors['province']}
        value={chosen?.id ?? ''}
        items={[{ value: '', text: t.choose }, ...provinces.map((p) => ({ value: p.id, text: p.name[lang] }))]}
      />
    </>
  )
}

export const authorityPage: QuestionPage<Data> = {
  step: 'authority', load: (c) => Promise.resolve({ home: home(c) }), initial: (c, data) => ({ province: c.draft.answers.authorityProvince ?? data.home ?? '' }), read, Fields,
}
