/** Where the service is open since when (A1), and where people go who cannot file online yet or want help (A4). */
import { authorityOf, findAgreement, procedureInForce, type ProcedureSlug, procedures, procedureSlugs, type Province, type RollOut, rollOutOf, rollOutOn, type ServicePoint, servicePointsOn } from '../../../catalogue/index.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { BackLink, Button, Card, DateOnly, Heading, Link, Select, SortableTable, StatusBox, SummaryList, Vietnamese } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { Visit, Web } from '../../request.ts'
import { provincesText } from './text.ts'

/** Procedures that are in force on a day. */
function offered(on: LocalDate): ProcedureSlug[] {
  return procedureSlugs.filter((slug) => procedures.some((p) => p.slug === slug && p.inForceFrom <= on && (p.inForceTo === null || on <= p.inForceTo)))
}

export function provincesPage(web: Web, visit: Visit, slug: ProcedureSlug, on: LocalDate) {
  const { lang } = visit
  const t = provincesText[lang]
  const points = servicePointsOn(on)
  const rows = [...rollOutOn(slug, on)].sort((a, b) => a.province.name.vi.localeCompare(b.province.name.vi, 'vi'))
  const choices = offered(on)
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <Heading>{t.title}</Heading>
      <p class="govuk-body-l">{t.lead}</p>
      {choices.length > 1 && (
        <form method="get" action={paths.provinces()}>
          <Select id="thu-tuc" name="thu-tuc" label={t.procedures} value={slug} items={choices.map((one) => ({ value: one, text: procedureInForce(one, on).title[lang] }))} />
          <Button look="secondary">{t.choose}</Button>
        </form>
      )}
      <SortableTable
        caption={t.title}
        columns={[{ key: 'province', text: t.columns.province }, { key: 'since', text: t.columns.since }, { key: 'points', text: t.columns.points }, { key: 'agreement', text: t.columns.agreement }]}
        rows={rows.map(({ province, live, since }) => {
          const own = points.filter((point) => point.provinceId === province.id)
          return {
            cells: {
              province: <Link href={paths.province(province.id, slug)}>{province.name[lang]}</Link>, since: live ? t.open(since) : t.notOpen(since),
              points: own.length > 0 ? t.points(own.length) : t.noPoints, agreement: findAgreement(province.id, on) ? <Link href={paths.agreement(province.id)}>{t.agreement}<span class="govuk-visually-hidden">: {province.name[lang]}</span></Link> : '–',
            },
          }
        })}
      />
    </CitizenLayout>
  )
}

export function provincePage(web: Web, visit: Visit, slug: ProcedureSlug, province: Province, on: LocalDate) {
  const { lang } = visit
  const t = provincesText[lang]
  const found = rollOutOf(slug, province.id, on)
  const authority = authorityOf(province.id, on)
  return (
    <CitizenLayout web={web} visit={visit} title={t.provinceTitle(province.name[lang])} before={<BackLink href={paths.provinces()}>{t.all}</BackLink>}>
      <Heading>{t.provinceTitle(province.name[lang])}</Heading>
      {!found.live && <NotYet found={found} lang={lang} on={on} />}
      <SummaryList
        rows={[
          { key: t.procedures, value: procedureInForce(slug, on).title[lang] },
          { key: t.authority, value: authority.name[lang] },
          ...found.openings.map(({ part, since }) => ({
            key: found.openings.length > 1 ? t.sinceOf(part) : t.since,
            value: <>{since.value <= on ? t.open(since.value) : t.notOpen(since.value)}{since.assumed && ` (${t.assumed})`}<br /><span class="govuk-body-s">{t.source}: <Vietnamese>{since.source}</Vietnamese></span></>,
          })),
          { key: t.columns.agreement, value: <Link href={paths.agreement(province.id)}>{t.agreement}</Link> },
        ]}
      />
      <Card title={t.pointsTitle}>
        {found.points.length === 0 ? <p class="govuk-body">{t.noPointsHere}</p> : <><p class="govuk-body">{t.pointsLead}</p><Points points={found.points} lang={lang} /></>}
      </Card>
    </CitizenLayout>
  )
}

/** What somebody reads who cannot file online yet: from when, and where to go until then. */
function NotYet({ found, lang, on }: { found: RollOut; lang: Lang; on: LocalDate }) {
  const t = provincesText[lang]
  return (
    <StatusBox tone="waiting" title={t.notYet(found.province.name[lang], found.since)}>
      <p class="govuk-body">{t.until} {t.untilAuthority(authorityOf(found.province.id, on).name[lang])}.</p>
    </StatusBox>
  )
}

function Points({ points, lang }: { points: readonly ServicePoint[]; lang: Lang }) {
  const t = provincesText[lang]
  const assumed = points.find(({ basis }) => basis.assumed)
  return (
    <>
      <SortableTable
        caption={t.pointsTitle}
        columns={[{ key: 'name', text: t.pointColumns.name }, { key: 'kind', text: t.pointColumns.kind }, { key: 'since', text: t.pointColumns.since }]}
        rows={points.map((point) => ({ cells: { name: point.name[lang], kind: t.kinds[point.kind], since: <DateOnly on={point.from} /> } }))}
      />
      {assumed && <p class="govuk-body-s">{t.source}: <Vietnamese>{assumed.basis.source}</Vietnamese></p>}
    </>
  )
}
