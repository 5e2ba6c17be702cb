/** The page of published figures: for everybody, without script, one form to choose by. */
import { provincesOn } from '../../../catalogue/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import { countText } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Big, Button, Card, Columns, DateTime, ErrorSummary, Figures, Heading, Input, Link, MadeUpTag, Scroll, Select, Table } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { Visit, Web } from '../../request.ts'
import { BarChart } from './charts.tsx'
import { periodLabel, rowShare } from './labels.ts'
import { ShareMap } from './map.tsx'
import { hoursText, shareText } from './numbers.ts'
import { Definition, Download, figureOf, numeric, ownerName, type PartProps, queryOf } from './parts.tsx'
import { breakdownsOf, FIRST_DAY, neighbours, periodKinds } from './period.ts'
import { ShareFigureCard } from './share-figure.tsx'
import { figuresText } from './text.ts'
import { channels, type FiguresView, provincesDay, type ShareFigure } from './view.ts'

export function figuresPage(web: Web, visit: Visit, view: FiguresView) {
  const { lang } = visit
  const t = figuresText[lang]
  const { choice, countedAt } = view
  const { simulation } = web.platform.config
  const { previous, next } = neighbours(choice.period, view.today)
  const parts = { view, lang, madeUp: simulation }
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} hasError={choice.wrongDay !== undefined}>
      {choice.wrongDay !== undefined && <ErrorSummary errorList={[{ text: t.dayWrong(formatDate(FIRST_DAY), formatDate(view.today)), href: '#ngay' }]} />}
      <Heading beside={<MadeUpTag simulation={simulation} />}>{t.title}</Heading>
      <p class="govuk-body-l">{t.lead}</p>
      <p class="govuk-body-s">{countedAt ? <>{t.countedAt} <DateTime at={countedAt} /></> : t.notCounted}</p>
      <Card title={t.choose}><ChoiceForm view={view} lang={lang} /></Card>
      <h2 class="govuk-heading-l">{periodLabel(choice.period, lang)} · {choice.province ? choice.province.name[lang] : t.allProvinces}{choice.channel && ` · ${t.channels[choice.channel]}`}</h2>
      <p class="govuk-body">
        {previous && <Link href={paths.figures(queryOf(choice, previous))}>← {t.previous}: {periodLabel(previous, lang)}</Link>}
        {previous && next && ' · '}
        {next && <Link href={paths.figures(queryOf(choice, next))}>{t.next}: {periodLabel(next, lang)} →</Link>}
      </p>
      <AtAGlance view={view} lang={lang} />
      {view.shares.map((share) => <ShareFigureCard share={share} {...parts} />)}
      <Waits {...parts} />
      <Funnel {...parts} />
      <MapCard {...parts} />
    </CitizenLayout>
  )
}

const atAGlance: readonly ShareFigure[] = ['online-share', 'on-time', 'paid-online', 'returned-by-post']

/** The four shares that people ask for first, where there are any. */
function AtAGlance({ view, lang }: { readonly view: FiguresView; readonly lang: Lang }) {
  const items = view.shares.filter(({ id, total }) => atAGlance.includes(id) && total.whole > 0)
    .map(({ id, total }) => ({ value: rowShare(id, total, lang), label: <Link href={`#${figureOf(id).slug}`}>{figureOf(id).title[lang]}</Link> }))
  return items.length > 1 ? <Figures items={items} /> : null
}

function ChoiceForm({ view, lang }: { readonly view: FiguresView; readonly lang: Lang }) {
  const t = figuresText[lang]
  const { choice, today } = view
  const { period } = choice
  const error = choice.wrongDay === undefined ? undefined : { text: t.dayWrong(formatDate(FIRST_DAY), formatDate(today)) }
  return (
    <form method="get" action={paths.figures()} novalidate>
      <Columns aside={(
        <>
          <Select name="kenh" label={{ text: t.channel }} items={[{ value: '', text: t.allChannels }, ...channels.map((one) => ({ value: one, text: t.channels[one] }))]} value={choice.channel} />
          <Select name="theo" label={{ text: t.by }} items={breakdownsOf(period.kind).map((one) => ({ value: one, text: t.breakdowns[one] }))} value={choice.by} />
        </>
      )}>
        <Select name="ky" label={{ text: t.kind }} items={periodKinds.map((one) => ({ value: one, text: t.kinds[one] }))} value={period.kind} />
        <Input name="ngay" label={{ text: t.day }} value={choice.wrongDay ?? period.from} classes="govuk-input--width-10" errorMessage={error} attributes={{ type: 'date', min: FIRST_DAY, max: today }} />
        <Select name="tinh" label={{ text: t.province }} items={[{ value: '', text: t.allProvinces }, ...provincesOn(provincesDay(period, today)).map((one) => ({ value: one.id, text: one.name[lang] }))]} value={choice.province?.id} />
      </Columns>
      <Button>{t.show}</Button>
    </form>
  )
}

function Waits({ view, lang, madeUp }: PartProps) {
  const t = figuresText[lang]
  const figure = figureOf('waits')
  const { ended, owners } = view.waits
  const all = owners.reduce((sum, { minutes }) => sum + minutes, 0)
  return (
    <Card title={figure.title[lang]} id={figure.slug}>
      <Definition figure={figure} lang={lang} open={ended > 0} />
      {ended === 0 ? <p class="govuk-body">{t.empty}</p> : (
        <>
          <Big>{t.hoursOf(hoursText(all / ended, lang), countText(ended, lang))}</Big>
          <BarChart id={`hinh-${figure.slug}`} title={t.chartOf(figure.title[lang], periodLabel(view.choice.period, lang))} desc={t.barsDesc} madeUp={madeUp}
              items={owners.map(({ owner, minutes }) => ({ label: ownerName(owner, lang), value: `${hoursText(minutes, lang)} (${shareText(minutes, all, lang) ?? t.none})`, whole: minutes, part: minutes }))} />
          <Scroll label={figure.title[lang]}><Table firstCellIsHeader caption={figure.title[lang]} captionClasses="govuk-visually-hidden" head={[t.owner, { text: t.hours, format: 'numeric' }, { text: t.perDossier, format: 'numeric' }, { text: t.share, format: 'numeric' }]}
            rows={owners.map(({ owner, minutes }) => [ownerName(owner, lang), numeric(hoursText(minutes, lang)), numeric(hoursText(minutes / ended, lang)), numeric(shareText(minutes, all, lang) ?? t.none)])} /></Scroll>
          <Download figure={figure} view={view} lang={lang} />
        </>
      )}
    </Card>
  )
}

function Funnel({ view, lang, madeUp }: PartProps) {
  const t = figuresText[lang]
  const figure = figureOf('funnel')
  const { funnel } = view
  const start = funnel[0]?.amount ?? 0
  const rows = funnel.map(({ stage, amount }, index) => ({ stage: t.stages[stage], amount, before: funnel[index - 1]?.amount ?? amount }))
  return (
    <Card title={figure.title[lang]} id={figure.slug}>
      <Definition figure={figure} lang={lang} open={start > 0} />
      {funnel[0]?.stage !== 'started' && <p class="govuk-body">{t.fromFiled}</p>}
      {start === 0 ? <p class="govuk-body">{t.empty}</p> : (
        <>
          <Big>{t.cameOf(countText(funnel.at(-1)?.amount ?? 0, lang), countText(start, lang))}</Big>
          <BarChart id={`hinh-${figure.slug}`} title={t.chartOf(figure.title[lang], periodLabel(view.choice.period, lang))} desc={t.barsDesc} madeUp={madeUp}
              items={rows.map(({ stage, amount }) => ({ label: stage, value: `${countText(amount, lang)} (${shareText(amount, start, lang) ?? t.none})`, whole: amount, part: amount }))} />
          <Scroll label={figure.title[lang]}><Table firstCellIsHeader caption={figure.title[lang]} captionClasses="govuk-visually-hidden" head={[t.stage, { text: t.came, format: 'numeric' }, { text: t.ofStart, format: 'numeric' }, { text: t.ofBefore, format: 'numeric' }]}
            rows={rows.map(({ stage, amount, before }) => [stage, numeric(countText(amount, lang)), numeric(shareText(amount, start, lang) ?? t.none), numeric(shareText(amount, before, lang) ?? t.none)])} /></Scroll>
          <Download figure={figure} view={view} lang={lang} />
        </>
      )}
    </Card>
  )
}

function MapCard({ view, lang, madeUp }: PartProps) {
  const t = figuresText[lang]
  const figure = figureOf('online-share')
  const when = periodLabel(view.choice.period, lang)
  const found = view.map.filter(({ whole }) => whole > 0)
  return (
    <Card title={t.mapTitle} id="ban-do-tinh">
      <p class="govuk-body">{t.mapLead}</p>
      <Columns start={<ShareMap map={view.map} when={when} lang={lang} madeUp={madeUp} />}>
        {found.length === 0 && <p class="govuk-body">{t.mapEmpty}</p>}
        {found.length > 0 && <Scroll label={t.mapTitle}><Table firstCellIsHeader caption={`${t.mapTitle}, ${when}`} captionClasses="govuk-visually-hidden" head={[t.province, { text: figure.counted.whole[lang], format: 'numeric' }, { text: figure.counted.part[lang], format: 'numeric' }, { text: t.share, format: 'numeric' }]}
          rows={found.map(({ province, whole, part }) => [province.name[lang], numeric(countText(whole, lang)), numeric(countText(part, lang)), numeric(shareText(part, whole, lang) ?? '–')])} /></Scroll>}
        {found.length > 0 && found.length < view.map.length && <p class="govuk-body-s">{t.mapRest}</p>}
      </Columns>
    </Card>
  )
}
