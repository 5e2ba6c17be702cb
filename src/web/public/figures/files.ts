/**
 * The table of a figure as a file that spreadsheets open rightly: UTF-8 with its mark, every cell quoted, nothing that could be
 * run as a formula. In a simulation its first line and its name say that the numbers are made up.
 */
import type { Figure } from '../../../observers/statistics/index.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { bucketLabel, periodLabel, rowPlainShare } from './labels.ts'
import { plainShare } from './numbers.ts'
import { figuresText } from './text.ts'
import { type FiguresView, provincesDay, shareFigures } from './view.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** A cell that begins like a formula is kept from being one by an apostrophe, which spreadsheets do not show. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}

/** Rows as the text of a file. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

type Row = readonly (string | number)[]

export interface FigureFile {
  readonly name: string
  readonly text: string
}

/** @param fake the numbers are made up */
export function fileOf(figure: Figure, view: FiguresView, lang: Lang, fake: boolean): FigureFile {
  const t = figuresText[lang]
  const { choice } = view
  const scope = `${periodLabel(choice.period, lang)}; ${choice.province?.name[lang] ?? t.allProvinces}; ${choice.channel ? t.channels[choice.channel] : t.allChannels}`
  const head: Row[] = [...(fake ? [[t.fakeLong]] : []), [figure.title[lang]], [scope], ...figure.definition.map((sentence) => [sentence[lang]])]
  const name = [fake ? 'so-lieu-gia' : 'so-lieu', figure.slug, choice.period.kind, choice.period.from, choice.province?.id, choice.channel].filter((part) => part !== undefined).join('-')
  return { name: `${name}.csv`, text: csvOf([...head, ...rowsOf(figure, view, lang)]) }
}

function rowsOf(figure: Figure, view: FiguresView, lang: Lang): Row[] {
  const t = figuresText[lang]
  if (figure.id === 'waits') {
    return [[t.owner, t.hours], ...view.waits.owners.map(({ owner, minutes }) => [owner, Math.round(minutes / 6) / 10]), [figure.counted.whole[lang], view.waits.ended]]
  }
  if (figure.id === 'funnel') {
    const start = view.funnel[0]?.amount ?? 0
    return [[t.stage, t.came, `${t.ofStart} (%)`], ...view.funnel.map(({ stage, amount }) => [t.stages[stage], amount, plainShare(amount, start) ?? ''])]
  }
  const id = shareFigures.find((one) => one === figure.id)
  const share = view.shares.find((one) => one.id === id)
  if (!id || !share) return []
  const on = provincesDay(view.choice.period, view.today)
  const cells = (label: string, row: (typeof share)['total']): Row => [label, row.whole, row.part, ...(id === 'online-with-result' ? [row.synced] : []), rowPlainShare(id, row) ?? '']
  return [
    [t.breakdowns[view.choice.by], figure.counted.whole[lang], figure.counted.part[lang], ...(id === 'online-with-result' ? [t.synced, `${t.index} (%)`] : [`${t.share} (%)`])],
    ...share.rows.map((row) => cells(bucketLabel(row.bucket, view.choice.by, lang, on), row)), cells(t.total, share.total),
  ]
}
