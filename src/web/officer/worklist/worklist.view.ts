/** What the worklist shows. */
import { getCalendar } from '../../../capabilities/calendars/index.ts'
import { listStaff } from '../../../capabilities/identity/index.ts'
import { CalendarNotLoaded, type WorkingCalendar, workingCalendar } from '../../../catalogue/index.ts'
import { countWork, type Dossier, listWork, PAGE_SIZE, type WorklistView, worklistViews } from '../../../dossiers/index.ts'
import { addDays, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffVisit } from '../../request.ts'

/** What is asked for: one view, or a search over all of them. */
export interface WorklistQuery {
  readonly view: WorklistView
  readonly page: number
  readonly search: string
  /** The search as it stands in addresses: sealed, since it may be a name or a number. */
  readonly token: string
}

export interface WorklistPageView {
  readonly query: WorklistQuery
  readonly rows: readonly Dossier[]
  readonly hasNext: boolean
  readonly counts: Readonly<Record<WorklistView, number>>
  readonly staff: ReadonlyMap<string, string>
  readonly calendar: WorkingCalendar
  readonly now: Date
  readonly today: string
}

/** Whether a text from an address names a view. */
export function isView(text: string): text is WorklistView {
  return worklistViews.some((view) => view === text)
}

/** The view that a role begins with. */
export function firstView(visit: StaffVisit): WorklistView {
  return visit.session.staff.role === 'signer' ? 'to-sign' : 'to-do'
}

/** The working days around every due date of a list; without a day where the year is not entered, so that counting by it says so. */
export async function calendarFor(work: Work, provinceCode: string, dossiers: readonly Pick<Dossier, 'dueAt'>[]): Promise<WorkingCalendar> {
  const days = [work.today, ...dossiers.flatMap((d) => (d.dueAt ? [localDateAt(d.dueAt)] : []))].sort()
  const first = days[0] ?? work.today
  try {
    return await getCalendar(work, provinceCode, first, addDays(days.at(-1) ?? work.today, 1))
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return workingCalendar(first, addDays(first, -1), [])
    throw error
  }
}

export async function readWorklist(work: Work, visit: StaffVisit, query: WorklistQuery): Promise<WorklistPageView> {
  const { staff } = visit.session
  const [found, counts, colleagues] = await Promise.all([
    listWork(work, { provinceCode: staff.provinceCode, staffId: staff.id, view: query.view, search: query.search, page: query.page }),
    countWork(work, staff.provinceCode, staff.id),
    listStaff(work, staff.provinceCode),
  ])
  const rows = found.slice(0, PAGE_SIZE)
  return {
    query, rows, hasNext: found.length > PAGE_SIZE, counts, staff: new Map(colleagues.map((one) => [one.id, one.fullName])),
    calendar: await calendarFor(work, staff.provinceCode, rows), now: work.now, today: work.today,
  }
}
