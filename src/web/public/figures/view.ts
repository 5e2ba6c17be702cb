/** What the page of figures shows, read for one period and scope. */
import { findProvince, provincesOn } from '../../../catalogue/index.ts'
import { type FigureId, figures, findCountedAt, listSums, type Scope, type Stage, stages, type Sum } from '../../../observers/statistics/index.ts'
import type { Channel } from '../../../platform/values/actor.ts'
import { addDays, type LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { type BreakdownWord, breakdownsOf, breakdownWords, bucketsOf, type Period, periodAround, periodKinds, readDay } from './period.ts'

type Province = ReturnType<typeof provincesOn>[number]

export const channels = ['online', 'in-person', 'post'] as const satisfies readonly Channel[]
export const shareFigures = ['online-share', 'online-with-result', 'on-time', 'paid-online', 'returned-by-post', 'electronic-result', 'digitised'] as const satisfies readonly FigureId[]
export type ShareFigure = (typeof shareFigures)[number]

/** What somebody asked to see. */
export interface Choice {
  readonly period: Period
  readonly by: BreakdownWord
  readonly province: Province | undefined
  readonly channel: Channel | undefined
  /** What was typed as a day and is none. */
  readonly wrongDay: string | undefined
}

export type Query = Readonly<Record<string, unknown>>

/** Reads the choice from the address; whatever is not understood falls back to this month and the whole country. */
export function readChoice(query: Query, today: LocalDate): Choice {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const kind = periodKinds.find((one) => one === text('ky')) ?? 'thang'
  const typed = text('ngay')
  const day = typed === '' ? today : readDay(typed, today)
  const period = periodAround(kind, day ?? today)
  const possible = breakdownsOf(kind)
  const by = possible.find((one) => one === text('theo')) ?? possible[0] ?? 'kenh'
  return { period, by, province: provinceOf(text('tinh'), provincesDay(period, today), today), channel: channels.find((one) => one === text('kenh')), wrongDay: day === undefined ? typed : undefined }
}

/** The province of an address on a day: one that was merged since is the one it lies in, one that did not exist yet the one it came of. */
function provinceOf(text: string, on: LocalDate, today: LocalDate): Province | undefined {
  const found = findProvince(text, on) ?? provincesOn(on).find(({ mergedFrom }) => mergedFrom.includes(text))
  if (found) return found
  const [only, ...more] = findProvince(text, today)?.mergedFrom ?? []
  return only !== undefined && more.length === 0 ? findProvince(only, on) : undefined
}

/** Under which names the dossiers of the chosen province were filed: a period may reach back before it was merged. */
function provincesOf({ province }: Choice): readonly string[] | undefined {
  return province && [province.id, ...province.mergedFrom]
}

/** The day whose list of provinces the choice is made from: the last one of the period that has come. */
export function provincesDay(period: Period, today: LocalDate): LocalDate {
  return period.to < today ? period.to : today
}

/** One line of a share figure. */
export interface ShareRow {
  readonly bucket: string
  readonly whole: number
  readonly part: number
  /** Only index 3.3: those reported to the national portal. */
  readonly synced: number
}

export interface ShareView {
  readonly id: ShareFigure
  readonly rows: readonly ShareRow[]
  readonly total: ShareRow
}

export interface FiguresView {
  readonly choice: Choice
  readonly today: LocalDate
  readonly countedAt: Date | undefined
  readonly shares: readonly ShareView[]
  readonly waits: { readonly ended: number; readonly owners: readonly { readonly owner: string; readonly minutes: number }[] }
  readonly funnel: readonly { readonly stage: Stage; readonly amount: number }[]
  readonly map: readonly { readonly province: Province; readonly whole: number; readonly part: number }[]
}

export async function readFigures(work: Work, choice: Choice): Promise<FiguresView> {
  const { period } = choice
  const scope: Scope = { from: period.from, to: period.to, provinces: provincesOf(choice), channel: choice.channel }
  const [countedAt, shares, waits, funnel, map] = await Promise.all([
    findCountedAt(work), Promise.all(shareFigures.map((id) => readShare(work, id, choice))), listSums(work, 'waits', scope, 'all'), listSums(work, 'funnel', scope, 'all'),
    listSums(work, 'online-share', { from: period.from, to: period.to }, 'province'),
  ])
  const filtered = scope.provinces !== undefined || scope.channel !== undefined
  return {
    choice, today: work.today, countedAt, shares,
    waits: { ended: amountOf(waits, 'whole'), owners: waits.filter(({ part }) => part !== 'whole' && part !== 'nobody').map(({ part, amount }) => ({ owner: part, minutes: amount })).sort((a, b) => b.minutes - a.minutes) },
    funnel: (filtered ? stages.slice(stages.indexOf('filed')) : stages).map((stage) => ({ stage, amount: amountOf(funnel, stage) })),
    map: provincesOn(work.today).map((province) => {
      const ids = new Set([province.id, ...province.mergedFrom])
      const own = map.filter(({ bucket }) => ids.has(bucket))
      return { province, whole: amountOf(own, 'whole'), part: amountOf(own, 'part') }
    }),
  }
}

/** One share figure by what the choice breaks it down by. */
export async function readShare(work: Work, id: ShareFigure, choice: Choice): Promise<ShareView> {
  const { period } = choice
  const to = figures.find((figure) => figure.id === id)?.onlyPast && period.to >= work.today ? addDays(work.today, -1) : period.to
  const by = breakdownWords[choice.by]
  const sums = to < period.from ? [] : await listSums(work, id, { from: period.from, to, provinces: provincesOf(choice), channel: choice.channel }, by)
  const found = new Set(sums.map(({ bucket }) => bucket))
  const buckets = by === 'province' ? [...found].sort() : by === 'channel' ? channels.filter((one) => found.has(one) || sums.length > 0) : bucketsOf({ ...period, to }, by, work.today)
  return { id, rows: buckets.map((bucket) => rowOf(bucket, sums.filter((sum) => sum.bucket === bucket))), total: rowOf('', sums) }
}

function rowOf(bucket: string, sums: readonly Sum[]): ShareRow {
  return { bucket, whole: amountOf(sums, 'whole'), part: amountOf(sums, 'part'), synced: amountOf(sums, 'synced') }
}

function amountOf(sums: readonly Sum[], part: string): number {
  return sums.reduce((all, sum) => (sum.part === part ? all + sum.amount : all), 0)
}
