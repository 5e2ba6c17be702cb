/** The coordination agreement of a province for everybody to read: who owes what within which time, since when, on what ground (C7). */
import { agreementsOf, dutiesOn, findAgreement, limitWords, partyName, type Province } from '../../../catalogue/index.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { sentenceCase } from '../../../platform/values/words.ts'
import { BackLink, Card, DateOnly, Heading, SortableTable, SummaryList, Vietnamese } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { Visit, Web } from '../../request.ts'
import { provincesText } from './text.ts'

export function dutiesPage(web: Web, visit: Visit, province: Province, on: LocalDate) {
  const { lang } = visit
  const t = provincesText[lang].duties
  const title = t.title(province.name[lang])
  const agreement = findAgreement(province.id, on)
  const party = (id: Parameters<typeof partyName>[0]) => sentenceCase(partyName(id, province.id, on)[lang])
  return (
    <CitizenLayout web={web} visit={visit} title={title} before={<BackLink href={paths.province(province.id)}>{provincesText[lang].provinceTitle(province.name[lang])}</BackLink>}>
      <Heading>{title}</Heading>
      <p class="govuk-body-l">{t.lead}</p>
      {!agreement && <p class="govuk-body">{t.none}</p>}
      {agreement && (
        <Card title={agreement.value.title[lang]}>
          <p class="govuk-body">{agreement.value.story[lang]}</p>
          <SummaryList
            rows={[
              { key: t.parties, value: agreement.value.parties.map(party).join(' · ') },
              ...agreementsOf(province.id).filter(({ from }) => from <= on).map(({ from, to, source, assumed }) => ({
                key: t.since,
                value: <><DateOnly on={from} />{to && <> {t.until} <DateOnly on={to} /></>}{assumed && ` (${provincesText[lang].assumed})`}<br /><span class="govuk-body-s">{t.source}: <Vietnamese>{source}</Vietnamese></span></>,
              })),
            ]}
          />
        </Card>
      )}
      <SortableTable
        caption={title}
        columns={[{ key: 'party', text: t.columns.party }, { key: 'task', text: t.columns.task }, { key: 'limit', text: t.columns.limit }, { key: 'ground', text: t.columns.ground }]}
        rows={dutiesOn(province.id, on).map((duty) => ({
          cells: {
            party: party(duty.party), task: duty.task[lang], limit: limitWords(duty.limit.value)[lang],
            ground: <>{duty.limit.assumed && <strong>{provincesText[lang].assumed}: </strong>}<Vietnamese>{duty.limit.source}</Vietnamese></>,
          },
        }))}
      />
      <Card title={t.how} quiet>
        <ul class="govuk-list govuk-list--bullet">{t.rules.map((rule) => <li>{rule}</li>)}</ul>
        <p class="govuk-body">{t.leader}</p>
      </Card>
    </CitizenLayout>
  )
}
