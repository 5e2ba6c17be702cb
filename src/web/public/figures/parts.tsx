/** What the sections of the page share: the figure's definition, its file, how a number stands in a table. */
import { ownerWords } from '../../../catalogue/index.ts'
import { type Figure, figures } from '../../../observers/statistics/index.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Details, Link } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { Period } from './period.ts'
import { figuresText } from './text.ts'
import type { Choice, FiguresView } from './view.ts'

/** The address of a choice, with some of it changed. */
export function queryOf(choice: Choice, period: Period = choice.period): Record<string, string> {
  return {
    ky: period.kind, ngay: period.from, theo: choice.by, ...(choice.province ? { tinh: choice.province.id } : {}), ...(choice.channel ? { kenh: choice.channel } : {}),
  }
}

export interface PartProps {
  readonly view: FiguresView
  readonly lang: Lang
  /** The numbers are made up: every picture says so. */
  readonly madeUp: boolean
}

export function figureOf(id: Figure['id']): Figure {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new Error(`no figure is called ${id}`)
  return figure
}

/** Exactly what is counted, beside the number; where there is no number it is folded. */
export function Definition({ figure, lang, open }: { readonly figure: Figure; readonly lang: Lang; readonly open: boolean }) {
  return <Details summaryText={figuresText[lang].definition} open={open}>{figure.definition.map((sentence) => <p class="govuk-body-s">{sentence[lang]}</p>)}</Details>
}

export function Download({ figure, view, lang }: { readonly figure: Figure; readonly view: FiguresView; readonly lang: Lang }) {
  return <p class="govuk-body"><Link href={paths.figureFile(figure.slug, queryOf(view.choice))}>{figuresText[lang].download}<span class="govuk-visually-hidden">: {figure.title[lang]}</span></Link></p>
}

export function ownerName(owner: string, lang: Lang): string {
  const words = Object.entries(ownerWords).find(([key]) => key === owner)?.[1][lang] ?? owner
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function numeric(text: string) {
  return { text, format: 'numeric' }
}
