/** One figure that is a share: its number, its definition, its chart, its table, its file. */
import { countText } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Big, Card, Details, Scroll, Table } from '../../kit/index.ts'
import { BarChart, ColumnChart } from './charts.tsx'
import { bucketLabel, periodLabel, rowShare, shortLabel } from './labels.ts'
import { Definition, Download, figureOf, numeric, type PartProps } from './parts.tsx'
import { figuresText } from './text.ts'
import { provincesDay, type ShareView } from './view.ts'

/** More rows than this are folded: the chart above and the sum say the most of it. */
const LONG = 12

export function ShareFigureCard({ share, view, lang, madeUp }: PartProps & { readonly share: ShareView }) {
  const t = figuresText[lang]
  const figure = figureOf(share.id)
  const { total } = share
  return (
    <Card title={figure.title[lang]} id={figure.slug}>
      {total.whole > 0 && <Big>{rowShare(share.id, total, lang)}</Big>}
      {total.whole > 0 && <p class="govuk-body">{figure.counted.part[lang]}: {t.of(countText(total.part, lang), countText(total.whole, lang))}</p>}
      <Definition figure={figure} lang={lang} open={total.whole > 0} />
      {total.whole === 0 ? <p class="govuk-body">{t.empty}</p> : (
        <>
          <Scroll label={figure.title[lang]}><Chart share={share} view={view} lang={lang} madeUp={madeUp} /></Scroll>
          {share.rows.length > LONG
            ? <Details summaryText={t.rows(share.rows.length)}><Numbers share={share} view={view} lang={lang} /></Details>
            : <Numbers share={share} view={view} lang={lang} />}
          <Download figure={figure} view={view} lang={lang} />
        </>
      )}
    </Card>
  )
}

function Chart({ share, view, lang, madeUp }: PartProps & { readonly share: ShareView }) {
  const t = figuresText[lang]
  const figure = figureOf(share.id)
  const { by, period } = view.choice
  const words = { id: `hinh-${figure.slug}`, title: t.chartOf(figure.title[lang], periodLabel(period, lang)), desc: t.chartDesc(figure.counted.whole[lang], figure.counted.part[lang]), madeUp, legend: { part: figure.counted.part[lang], rest: t.other } }
  const on = provincesDay(period, view.today)
  const says = (row: ShareView['rows'][number]) => `${bucketLabel(row.bucket, by, lang, on)}: ${rowShare(share.id, row, lang) ?? t.none} (${t.of(countText(row.part, lang), countText(row.whole, lang))})`
  if (by === 'tinh' || by === 'kenh') {
    return <BarChart {...words} items={share.rows.map((row) => ({ label: bucketLabel(row.bucket, by, lang, on), value: `${countText(row.part, lang)}/${countText(row.whole, lang)} · ${rowShare(share.id, row, lang) ?? t.none}`, whole: row.whole, part: row.part }))} />
  }
  return <ColumnChart {...words} count={(n) => countText(n, lang)} items={share.rows.map((row) => ({ label: shortLabel(row.bucket, by), says: says(row), whole: row.whole, part: row.part }))} />
}

function Numbers({ share, view, lang }: { readonly share: ShareView; readonly view: PartProps['view']; readonly lang: Lang }) {
  const t = figuresText[lang]
  const figure = figureOf(share.id)
  const { by, period } = view.choice
  const isIndex = share.id === 'online-with-result'
  const on = provincesDay(period, view.today)
  const cells = (row: ShareView['rows'][number]) => [
    numeric(countText(row.whole, lang)), numeric(countText(row.part, lang)), ...(isIndex ? [numeric(countText(row.synced, lang))] : []), numeric(rowShare(share.id, row, lang) ?? t.none),
  ]
  return (
    <Scroll label={`${figure.title[lang]}: ${t.breakdowns[by]}`}>
      <Table firstCellIsHeader caption={`${figure.title[lang]}, ${periodLabel(period, lang)}`} captionClasses="govuk-visually-hidden"
        head={[t.breakdowns[by], { text: figure.counted.whole[lang], format: 'numeric' }, { text: figure.counted.part[lang], format: 'numeric' }, ...(isIndex ? [{ text: t.synced, format: 'numeric' }] : []), { text: isIndex ? t.index : t.share, format: 'numeric' }]}
        rows={[...share.rows.map((row) => [bucketLabel(row.bucket, by, lang, on), ...cells(row)]), [<strong>{t.total}</strong>, ...cells(share.total)]]} />
    </Scroll>
  )
}
