/** The public pages. */
import { feeVnd, personalData, privacyNotice, procedureInForce, procedureSlugs, purposes, retention, type RetentionId } from '../../catalogue/index.ts'
import { formatVnd } from '../../platform/values/money.ts'
import { Card, Columns, Details, Figures, LinkButton, SortableTable } from '../kit/index.ts'
import { CitizenLayout } from '../layout.tsx'
import { paths } from '../paths.ts'
import type { Visit, Web } from '../request.ts'
import type { Lang } from '../../platform/values/words.ts'
import { publicText } from './text.ts'

/** The start page: what it takes, what it costs, one button. @param today a legal date */
export function homePage(web: Web, visit: Visit, today: string) {
  const t = publicText[visit.lang].home
  const [slug] = procedureSlugs
  if (!slug) throw new Error('the catalogue has no procedure')
  const procedure = procedureInForce(slug, today)
  const fee = feeVnd('licence-issue', today, 'online')
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <Figures items={[{ value: t.minutes, label: t.toFile }, { value: t.days(procedure.deadlines.decisionDays.value), label: t.result }, { value: formatVnd(fee.value), label: t.fee }]} />
      <Columns aside={<><Card title={t.who}><p class="govuk-body">{t.whoText}</p></Card><Card title={t.afterTitle}><p class="govuk-body">{t.after}</p></Card></>}>
        <h2 class="govuk-heading-m">{t.need}</h2>
        <ul class="govuk-list govuk-list--bullet">{t.needs.map((need) => <li>{need}</li>)}</ul>
        <p class="govuk-body">{t.paper} {t.late} <strong>{t.lateStrong}</strong>{t.lateEnd}</p>
        <LinkButton href={paths.signIn(paths.mine())} isStartButton>{t.start}</LinkButton>
        <p class="govuk-body"><a class="govuk-link" href={paths.mine()}>{t.resume}</a> · <a class="govuk-link" href={paths.mine()}>{t.follow}</a></p>
        {fee.assumed && <p class="govuk-body-s">{t.assumed}</p>}
      </Columns>
    </CitizenLayout>
  )
}

/** Questions people ask. */
export function helpPage(web: Web, visit: Visit) {
  const t = publicText[visit.lang].help
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {t.items.map(([question, answer]) => <Details summaryText={question}><p class="govuk-body">{answer}</p></Details>)}
    </CitizenLayout>
  )
}

const dataColumns = ['what', 'purpose', 'class', 'keptFor']

/** The privacy notice and the list of every personal datum kept. */
export function privacyPage(web: Web, visit: Visit) {
  const t = publicText[visit.lang].privacy
  const { lang } = visit
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {privacyNotice.parts.map((part) => (
        <>
          <h2 class="govuk-heading-m">{part.heading[lang]}</h2>
          {part.paragraphs.map((paragraph) => <p class="govuk-body">{paragraph[lang]}</p>)}
        </>
      ))}
      <h2 class="govuk-heading-m">{t.dataTitle}</h2>
      <SortableTable
        caption={t.dataTitle}
        columns={dataColumns.map((key, index) => ({ key, text: t.columns[index] ?? '' }))}
        rows={kinds(lang).map(({ what, purpose, sensitive, keptFor }) => ({ cells: { what, purpose, class: sensitive ? t.sensitive : t.basic, keptFor } }))}
      />
    </CitizenLayout>
  )
}

/** Each kind of datum once, whatever column it stands in; internal links say nothing to a reader. */
function kinds(lang: Lang): readonly { what: string; purpose: string; sensitive: boolean; keptFor: string }[] {
  const told = new Map<string, { what: string; purpose: string; sensitive: boolean; keptFor: string }>()
  for (const datum of personalData) {
    if (datum.class === 'link') continue
    const one = { what: datum.what[lang], purpose: purposes[datum.purpose][lang], sensitive: datum.class === 'sensitive', keptFor: keptFor(datum.retention, lang) }
    told.set(`${one.what} ${one.purpose}`, one)
  }
  return [...told.values()]
}

function keptFor(id: RetentionId, lang: Lang): string {
  const { days, counts } = retention[id].value
  return days === 'for-ever' ? counts[lang] : `${publicText[lang].privacy.days(days)} ${counts[lang]}`
}
