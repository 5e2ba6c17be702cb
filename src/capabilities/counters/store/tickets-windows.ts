import { type Sql, sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { actorId } from '../../../platform/values/actor.ts'
import type { Work } from '../../../platform/work.ts'

/** A window that somebody works at. */
export interface OpenWindow {
  readonly id: string
  readonly pointId: string
  readonly day: LocalDate
  readonly windowNo: number
  readonly services: readonly string[]
  readonly openedBy: string
  readonly openedAt: Date
  /** How often "next" was pressed with effect. */
  readonly presses: number
}

function select(where: Sql): Sql {
  return sql`select id, point_id as "pointId", day, window_no as "windowNo", services, opened_by as "openedBy", opened_at as "openedAt", presses from counters.open_window where closed_at is null and ${where}`
}

export function findWindowOf(work: Work, staffId: string): Promise<OpenWindow | undefined> {
  return work.db.maybe<OpenWindow>(select(sql`opened_by = ${staffId} and day = ${work.today}`))
}

export function lockWindowOf(work: Work, staffId: string): Promise<OpenWindow | undefined> {
  return work.db.maybe<OpenWindow>(sql`${select(sql`opened_by = ${staffId}`)} for update`)
}

export function lockWindow(work: Work, id: string): Promise<OpenWindow | undefined> {
  return work.db.maybe<OpenWindow>(sql`${select(sql`id = ${id}`)} for update`)
}

/** Today's open windows of a point, by number. */
export function listWindows(work: Work, pointId: string): Promise<OpenWindow[]> {
  return work.db.many<OpenWindow>(sql`${select(sql`point_id = ${pointId} and day = ${work.today}`)} order by window_no`)
}

/** Windows of a day that nobody closed. */
export function lockOpenWindows(work: Work, pointId: string, day: LocalDate): Promise<OpenWindow[]> {
  return work.db.many<OpenWindow>(sql`${select(sql`point_id = ${pointId} and day = ${day}`)} order by id for update`)
}

/** @returns false when the window is taken, or its clerk has another one open */
export async function saveWindow(work: Work, w: Pick<OpenWindow, 'id' | 'pointId' | 'windowNo' | 'services' | 'openedBy'>): Promise<boolean> {
  return await work.db.run(sql`insert into counters.open_window (id, point_id, day, window_no, services, opened_by, opened_at)
    values (${w.id}, ${w.pointId}, ${work.today}, ${w.windowNo}, ${w.services}::text[], ${w.openedBy}, ${work.now}) on conflict do nothing`) === 1
}

export async function saveWindowEnd(work: Work, id: string): Promise<void> {
  await work.db.run(sql`update counters.open_window set closed_at = ${work.now}, closed_by = ${actorId(work.actor)} where id = ${id} and closed_at is null`)
}

/** Whether whoever asks closed a window, and its clerk has opened none since. */
export async function hasClosed(work: Work, id: string): Promise<boolean> {
  return (await work.db.maybe(sql`select id from counters.open_window w where id = ${id} and closed_by = ${actorId(work.actor)}
    and not exists (select from counters.open_window n where n.opened_by = w.opened_by and n.closed_at is null)`)) !== undefined
}

export async function savePress(work: Work, id: string): Promise<void> {
  await work.db.run(sql`update counters.open_window set presses = presses + 1 where id = ${id}`)
}
