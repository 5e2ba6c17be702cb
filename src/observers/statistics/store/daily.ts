/** Daily sums, how far the facts are counted, and the sums of a period. */
import { join, type Sql, sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { figures } from '../figures/all.ts'
import type { Figure, FigureId } from '../figures/figure.ts'

/** What a figure's daily rows must be, of the journeys that `among` leaves. */
function countsOf(figure: Figure, among: Sql): Sql {
  return sql`select ${figure.id}::text as figure, ${figure.day} as day, j.province, j.channel, p.part, sum(p.amount)::bigint as amount from statistics.journey j cross join lateral ${figure.adds}
    where ${figure.day} is not null and ${among} group by 2, 3, 4, 5 having sum(p.amount) <> 0`
}

/** Every daily row as a recount gives it. */
export const recount: Sql = join(figures.map((figure) => countsOf(figure, sql`true`)), ' union all ')

/** Counts some days anew. */
export async function recountDays(work: Work, days: readonly LocalDate[]): Promise<void> {
  if (days.length === 0) return
  const these = sql`${[...days]}::date[]`
  await work.db.run(sql`delete from statistics.daily where day = any(${these})`)
  for (const figure of figures) {
    await work.db.run(sql`insert into statistics.daily (figure, day, province, channel, part, amount) ${countsOf(figure, sql`${figure.day} = any(${these})`)}`)
  }
}

export interface Progress {
  readonly readTo: number
  readonly waitsTo: number
  /** Whether every transaction that might still have owed a fact below waitsTo has ended. */
  readonly waitIsOver: boolean
  /** The highest fact that can be seen now. */
  readonly top: number
}

/** How far the facts are counted; held until the transaction ends, so that two jobs do not count at once. */
export async function lockProgress(work: Work): Promise<Progress> {
  const held = await work.db.one<{ readTo: number; waitsTo: number }>(sql`select read_to as "readTo", waits_to as "waitsTo" from statistics.progress for update`)
  // Only now: what committed while we waited for the lock counts as well.
  const seen = await work.db.one<{ waitIsOver: boolean; top: number }>(sql`select pg_snapshot_xmin(pg_current_snapshot()) >= waits_for as "waitIsOver", (select coalesce(max(sequence), 0) from platform.fact) as top from statistics.progress`)
  return { ...held, ...seen }
}

/** Moves the mark: below `readTo` nothing is missing. */
export async function saveMark(work: Work, readTo: number): Promise<void> {
  await work.db.run(sql`update statistics.progress set read_to = ${readTo}`)
}

/**
 * Begins a new wait: `waitsTo` becomes the next mark once the transactions of this moment have ended. Only when the wait before is
 * over and used: transactions of other databases of the server count, and one of them is always running, so a wait that is begun
 * anew before it is over might never be. Of everything before the moment at which that one began nothing is missing now.
 */
export async function beginWait(work: Work, waitsTo: number): Promise<void> {
  await work.db.run(sql`update statistics.progress set counted_at = coalesce(waits_since, counted_at), waits_to = ${waitsTo}, waits_for = pg_snapshot_xmax(pg_current_snapshot()), waits_since = ${work.now}`)
}

/** The moment up to which everything is counted; the numbers may hold more. */
export async function findCountedAt(work: Work): Promise<Date | undefined> {
  return (await work.db.one<{ at: Date | null }>(sql`select counted_at as at from statistics.progress`)).at ?? undefined
}

/** Which dossiers a page is about: days both included. */
export interface Scope {
  readonly from: LocalDate
  readonly to: LocalDate
  /** Any of these; a province of today with those it was merged from. */
  readonly provinces?: readonly string[] | undefined
  readonly channel?: string | undefined
}

export type Breakdown = 'all' | 'day' | 'month' | 'quarter' | 'province' | 'channel'

const bucketOf: Readonly<Record<Breakdown, Sql>> = {
  all: sql`''::text`, day: sql`to_char(day, 'YYYY-MM-DD')`, month: sql`to_char(day, 'YYYY-MM')`, quarter: sql`to_char(day, 'YYYY-"Q"Q')`, province: sql`province`, channel: sql`channel`,
}

export interface Sum {
  readonly bucket: string
  readonly part: string
  readonly amount: number
}

/** The sums of one figure by what it is broken down by. */
export async function listSums(work: Work, figure: FigureId, scope: Scope, by: Breakdown): Promise<Sum[]> {
  const only = [sql`figure = ${figure}`, sql`day between ${scope.from} and ${scope.to}`]
  if (scope.provinces !== undefined) only.push(sql`province = any(${[...scope.provinces]}::text[])`)
  if (scope.channel !== undefined) only.push(sql`channel = ${scope.channel}`)
  return work.db.many(sql`select ${bucketOf[by]} as bucket, part, sum(amount)::bigint as amount from statistics.daily where ${join(only, ' and ')} group by 1, 2 order by 1, 2`)
}

/** Whether counting anew waits already. */
export async function isScheduled(work: Work): Promise<boolean> {
  return (await work.db.maybe(sql`select key from platform.due where task = 'statistics.daily'`)) !== undefined
}
