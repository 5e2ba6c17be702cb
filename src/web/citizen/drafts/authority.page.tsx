/** Who receives and decides: by residence unless the person chooses otherwise (B1); where it is not open yet, where to go instead (A1). */
import { authorityOf, findProvince, rollOutOf, rollOutOn } from '../../../catalogue/index.ts'
import { homeProvince } from '../../../dossiers/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import { InsetText, Link, Select } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { questionText } from '../text/questions.ts'
import type { DraftCase } from './draft-case.ts'
import type { FieldsProps, QuestionPage, Read, Values } from './question.tsx'

interface Data {
  readonly home: string | undefined
}

const home = (c: DraftCase) => homeProvince(c.population.record, c.licences[0], c.today)

function read(c: DraftCase, _data: Data, values: Values): Read {
  const province = findProvince(values('province'), c.today)
  const t = questionText[c.visit.lang].authority
  if (!province) return { errors: { province: t.missing } }
  const { live, since } = rollOutOf(c.slug, province.id, c.today)
  if (!live) return { errors: { province: t.notYet(province.name[c.visit.lang], formatDate(since)) } }
  return { answers: { authorityProvince: province.id } }
}

function Fields({ c, data, values, errors }: FieldsProps<Data>) {
  const { lang } = c.visit
  const t = questionText[lang].authority
  const provinces = rollOutOn(c.slug, c.today).map(({ province }) => province).sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi'))
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
      {chosen && <NotYet c={c} provinceId={chosen.id} />}
    </>
  )
}

/** Where to go until the province is open; nothing once it is. */
function NotYet({ c, provinceId }: { readonly c: DraftCase; readonly provinceId: string }) {
  const { lang } = c.visit
  const t = questionText[lang].authority
  const { live, points } = rollOutOf(c.slug, provinceId, c.today)
  if (live) return null
  return (
    <InsetText>
      <p class="govuk-body">{t.until(authorityOf(provinceId, c.today).name[lang])}</p>
      {points.length > 0 && <><p class="govuk-body">{t.points}</p><ul class="govuk-list govuk-list--bullet">{points.map((point) => <li>{point.name[lang]}</li>)}</ul></>}
      <p class="govuk-body"><Link href={paths.province(provinceId, c.slug)}>{t.more}</Link></p>
    </InsetText>
  )
}

export const authorityPage: QuestionPage<Data> = {
  step: 'authority', load: (c) => Promise.resolve({ home: home(c) }), initial: (c, data) => ({ province: c.draft.answers.authorityProvince ?? data.home ?? '' }), read, Fields,
}
