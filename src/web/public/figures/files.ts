/** The table of a figure as a file. */
import type { Figure } from '../../../observers/statistics/index.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { type FileRow, figuresFile, type FiguresFile } from '../../kit/index.ts'
import { bucketLabel, periodLabel, rowPlainShare } from './labels.ts'
import { plainShare } from './numbers.ts'
import { figuresText } from './text.ts'
import { type FiguresView, provincesDay, shareFigures } from './view.ts'

/** @param simulation the numbers are made up */
export function fileOf(figure: Figure, view: FiguresView, lang: Lang, simulation: boolean): FiguresFile {
  const t = figuresText[lang]
  const { choice } = view
  const scope = `${periodLabel(choice.period, lang)}; ${choice.province?.name[lang] ?? t.allProvinces}; ${choice.channel ? t.channels[choice.channel] : t.allChannels}`
  const head: FileRow[] = [[figure.title[lang]], [scope], ...figure.definition.map((sentence) => [sentence[lang]])]
  const about = [figure.slug, choice.period.kind, choice.period.from, choice.province?.id, choice.channel].filter((part) => part !== undefined).join('-')
  return figuresFile({ about, rows: [...head, ...rowsOf(figure, view, lang)], lang, simulation })
}

function rowsOf(figure: Figure, view: FiguresView, lang: Lang): FileRow[] {
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
  const cells = (label: string, row: (typeof share)['total']): FileRow => [label, row.whole, row.part, ...(id === 'online-with-result' ? [row.synced] : []), rowPlainShare(id, row) ?? '']
  return [
    [t.breakdowns[view.choice.by], figure.counted.whole[lang], figure.counted.part[lang], ...(id === 'online-with-result' ? [t.synced, `${t.index} (%)`] : [`${t.share} (%)`])],
    ...share.rows.map((row) => cells(bucketLabel(row.bucket, view.choice.by, lang, on), row)), cells(t.total, share.total),
  ]
}
