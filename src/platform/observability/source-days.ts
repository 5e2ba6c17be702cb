/** Day by day, how long each outside system was silent: what the public status page draws. */
import type { SystemName } from '../config.ts'
import { sql } from '../db/sql.ts'
import { isSystemName } from '../outside/settings.ts'
import { addDays, instantAt, type LocalDate, localDateAt } from '../values/dates.ts'
import type { Work } from '../work.ts'

export interface SourceDay {
  readonly on: LocalDate
  /** Minutes without an answer; null on a day before anybody asked. */
  readonly outMinutes: number | null
}

interface Outage {
  readonly from: Date
  /** Null while it lasts. */
  readonly to: Date | null
}

/** Splits outages into days, the oldest first. @param asked when the system was first asked @param days how many, today among them */
export function daysOf(outages: readonly Outage[], asked: Date | null, now: Date, days: number): SourceDay[] {
  const today = localDateAt(now)
  return Array.from({ length: days }, (_, index) => {
    const on = addDays(today, index - days + 1)
    const begin = instantAt(on).getTime()
    const end = Math.min(instantAt(addDays(on, 1)).getTime(), now.getTime())
    if (asked === null || asked.getTime() >= end) return { on, outMinutes: null }
    const out = outages.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(end, (to ?? now).getTime()) - Math.max(begin, from.getTime())), 0)
    return { on, outMinutes: Math.ceil(out / 60_000) }
  })
}

/** The last days of every outside system that was ever asked. */
export async function listSourceDays(work: Work, days: number): Promise<ReadonlyMap<SystemName, readonly SourceDay[]>> {
  const since = instantAt(addDays(work.today, 1 - days))
  const rows = await work.db.many<{ system: string; asked: Date | null; outages: { from: string; to: string | null }[] | null }>(sql`
    select h.system, h.first_asked_at as asked,
      (select jsonb_agg(jsonb_build_object('from', o.began_at, 'to', o.ended_at)) from platform.source_outage o
        where o.system = h.system and (o.ended_at is null or o.ended_at > ${since}) and o.began_at <= ${work.now}) as outages
    from platform.source_health h`)
  return new Map(rows.flatMap(({ system, asked, outages }) => (isSystemName(system)
    ? [[system, daysOf((outages ?? []).map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) })), asked, work.now, days)] as const] : [])))
}
