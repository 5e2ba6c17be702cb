/** What a member of staff keeps of the worklist: lists under a name of their own, and which columns they see. */
import { z } from 'zod'
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { Narrowing } from './narrowing.ts'
import { type WorklistView, worklistViews } from './views.ts'

export interface SavedList {
  readonly id: string
  readonly name: string
  readonly view: WorklistView
  readonly narrowing: Narrowing
}

const narrowingShape = z.object({
  procedure: z.string().optional(), channel: z.enum(['in-person', 'online', 'post']).optional(), cause: z.string().optional(), holder: z.string().optional(),
  filedFrom: z.string().optional(), filedTo: z.string().optional(), licenceClass: z.string().optional(),
})
const rowShape = z.object({ id: z.string(), name: z.string(), view: z.enum(worklistViews), narrowing: narrowingShape })

/** The lists of a member of staff, by name. */
export async function listSaved(work: Work, staffId: string): Promise<SavedList[]> {
  const rows = await work.db.many(sql`select id, name, view, narrowing from dossiers.saved_list where staff_id = ${staffId} order by name`)
  return rows.map((row) => rowShape.parse(row))
}

/** Keeps a list under a name; the same name again replaces what it stood for. */
export function appendSaved(work: Work, staffId: string, list: Omit<SavedList, 'id'>): void {
  work.append(sql`insert into dossiers.saved_list (id, staff_id, name, view, narrowing, saved_at) values (${newId()}, ${staffId}, ${list.name}, ${list.view}, ${JSON.stringify(list.narrowing)}::jsonb, ${work.now})
    on conflict (staff_id, name) do update set view = excluded.view, narrowing = excluded.narrowing, saved_at = excluded.saved_at`)
}

/** Changes a list of one's own; somebody else's is left alone. */
export function appendSavedChange(work: Work, staffId: string, list: SavedList): void {
  work.append(sql`update dossiers.saved_list set name = ${list.name}, view = ${list.view}, narrowing = ${JSON.stringify(list.narrowing)}::jsonb, saved_at = ${work.now} where id = ${list.id} and staff_id = ${staffId}`)
}

/** Drops a list of one's own. */
export function appendSavedDrop(work: Work, staffId: string, id: string): void {
  work.append(sql`delete from dossiers.saved_list where id = ${id} and staff_id = ${staffId}`)
}

/** The columns somebody chose, in their order; undefined where they chose none. */
export async function findChosenColumns(work: Work, staffId: string): Promise<readonly string[] | undefined> {
  return (await work.db.maybe<{ columns: string[] }>(sql`select columns from dossiers.chosen_columns where staff_id = ${staffId}`))?.columns
}

/** Keeps the chosen columns; null goes back to what everybody sees. */
export function appendChosenColumns(work: Work, staffId: string, columns: readonly string[] | null): void {
  if (columns === null) work.append(sql`delete from dossiers.chosen_columns where staff_id = ${staffId}`)
  else work.append(sql`insert into dossiers.chosen_columns (staff_id, columns) values (${staffId}, ${[...columns]}::text[]) on conflict (staff_id) do update set columns = excluded.columns`)
}
