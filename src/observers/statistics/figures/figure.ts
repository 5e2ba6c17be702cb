/** What a published figure is: what it counts, on which day, and the words that say so beside the number. */
import type { Sql } from '../../../platform/db/sql.ts'
import type { Words } from '../../../platform/values/words.ts'

const figureIds = ['online-share', 'online-with-result', 'on-time', 'paid-online', 'returned-by-post', 'electronic-result', 'digitised', 'waits', 'funnel'] as const
export type FigureId = (typeof figureIds)[number]

export interface Figure {
  readonly id: FigureId
  /** In addresses and names of files. */
  readonly slug: string
  readonly title: Words
  /** What exactly is counted, a sentence each. */
  readonly definition: readonly Words[]
  /** What one unit of the whole is, and which of them count. */
  readonly counted: { readonly whole: Words; readonly part: Words }
  /** The column of a journey that says on which day it counts. */
  readonly day: Sql
  /** What one journey `j` adds: a relation of part and amount. */
  readonly adds: Sql
  /** Days from today on are not over: nothing is said of them yet. */
  readonly onlyPast?: true
}
