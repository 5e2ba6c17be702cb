/** How far each change of the calendar has been carried to the open dossiers. */
import type { CalendarChange } from '../../capabilities/calendars/index.ts'
import { sql } from '../../platform/db/sql.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Work } from '../../platform/work.ts'

/** One change, from the first dossier to the last. */
export interface Recount {
  readonly factId: string
  readonly entryId: string
  readonly change: CalendarChange
  readonly day: LocalDate
  /** null: the whole country. */
  readonly province: string | null
  /** What the change rests on, as moved dossiers tell it. */
  readonly decreeNo: string
  /** The last dossier that was looked at. */
  readonly afterId: string | null
  readonly seen: number
  readonly moved: number
  /** Dossiers whose new date lies past the last loaded year. */
  readonly uncounted: number
  readonly finishedAt: Date | null
}

const columns = sql`fact_id as "factId", entry_id as "entryId", change, day, province, decree_no as "decreeNo", after_id as "afterId", seen, moved, uncounted, finished_at as "finishedAt"`

/** Begins a recount, or goes on with the one that was begun; two jobs for the same change take turns. */
export async function lockRecount(work: Work, begun: Pick<Recount, 'factId' | 'entryId' | 'change' | 'day' | 'province' | 'decreeNo'>): Promise<Recount> {
  await work.db.run(sql`insert into dossiers.recount (fact_id, entry_id, change, day, province, decree_no, started_at)
    values (${begun.factId}, ${begun.entryId}, ${begun.change}, ${begun.day}, ${begun.province}, ${begun.decreeNo}, ${work.now}) on conflict do nothing`)
  return work.db.one(sql`select ${columns} from dossiers.recount where fact_id = ${begun.factId} for update`)
}

export async function saveRecount(work: Work, { factId, afterId, seen, moved, uncounted, finishedAt }: Recount): Promise<void> {
  await work.db.run(sql`update dossiers.recount set after_id = ${afterId}, seen = ${seen}, moved = ${moved}, uncounted = ${uncounted}, finished_at = ${finishedAt} where fact_id = ${factId}`)
}

/** What became of the changes of one day of the calendar, newest first. */
export async function listRecounts(work: Work, entryId: string): Promise<Recount[]> {
  return work.db.many(sql`select ${columns} from dossiers.recount where entry_id = ${entryId} order by started_at desc`)
}

/** Changes that nobody has carried to the end. */
export async function listUnfinishedChanges(work: Work): Promise<{ readonly factId: string; readonly entryId: string; readonly change: string }[]> {
  return work.db.many(sql`select f.id as "factId", f.payload->>'entryId' as "entryId", f.payload->>'change' as change from platform.fact f left join dossiers.recount r on r.fact_id = f.id
    where f.kind = 'calendar.changed' and f.payload->>'change' is not null and r.finished_at is null order by f.sequence`)
}
