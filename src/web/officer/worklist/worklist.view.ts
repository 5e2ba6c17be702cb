/** What the worklist shows. */
import { getCalendar } from '../../../capabilities/calendars/index.ts'
import { listCovered, listStaff, type StaffMember } from '../../../capabilities/identity/index.ts'
import { CalendarNotLoaded, type WorkingCalendar, workingCalendar } from '../../../catalogue/index.ts'
import { countList, countWork, type Dossier, findChosenColumns, type ListPage, listQuestionsTo, listSaved, listUntold, listWork, outlookIn, type Place, type SavedList, type Transfer, type WorklistQuery, type WorklistView } from '../../../dossiers/index.ts'
import { addDays, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffVisit } from '../../request.ts'
import type { ListAddress } from './address.ts'
import { type ColumnKey, columnsOf } from './columns.ts'

export interface WorklistPageView {
  readonly list: ListAddress
  readonly page: ListPage
  readonly counts: Readonly<Record<WorklistView, number>>
  /** How many the list holds, where that is no count of a view. */
  readonly found: number | undefined
  readonly saved: readonly SavedList[]
  /** How many colleagues wait for this officer's opinion. */
  readonly questions: number
  readonly columns: readonly ColumnKey[]
  readonly staff: ReadonlyMap<string, StaffMember>
  /** Dossiers that went from or to this officer by others, not read yet. */
  readonly told: readonly Transfer[]
  readonly calendar: WorkingCalendar
  readonly now: Date
  readonly today: string
}

/** The working days around every due date of a list; without a day where the year is not entered, so that counting by it says so. */
export async function calendarFor(work: Work, provinceCode: string, dossiers: readonly Pick<Dossier, 'dueAt' | 'noticeDueAt'>[]): Promise<WorkingCalendar> {
  const days = [work.today, ...dossiers.flatMap(({ dueAt, noticeDueAt }) => [dueAt, noticeDueAt].flatMap((at) => (at ? [localDateAt(at)] : [])))].sort()
  const first = days[0] ?? work.today
  try {
    return await getCalendar(work, provinceCode, first, addDays(days.at(-1) ?? work.today, 1))
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return workingCalendar(first, addDays(first, -1), [])
    throw error
  }
}

/** What is asked of the dossiers for a list. @param counted whether other views than this one are asked too */
export async function queryOf(work: Work, visit: StaffVisit, { view, search, narrowing }: ListAddress, counted = false): Promise<WorklistQuery> {
  const { provinceCode, id } = visit.session.staff
  const isForeseen = counted || (search === '' && (view === 'at-risk' || view === 'overdue'))
  const covered = counted || view === 'mine' ? await listCovered(work, id) : []
  return { provinceCode, staffId: id, covered, view, search, narrowing, outlook: isForeseen ? await outlookIn(work, provinceCode) : undefined }
}

/** How many decisions wait for a signature: what every officer's page shows beside its navigation. */
export async function countToSign(work: Work, visit: StaffVisit): Promise<number> {
  const { provinceCode, id } = visit.session.staff
  return countList(work, { provinceCode, staffId: id, view: 'to-sign' })
}

export async function readWorklist(work: Work, visit: StaffVisit, list: ListAddress, part: { readonly after?: Place | undefined; readonly before?: Place | undefined }): Promise<WorklistPageView> {
  const { staff } = visit.session
  const query = await queryOf(work, visit, list, true)
  const isView = list.search === '' && Object.keys(list.narrowing).length === 0
  const [page, counts, found, colleagues, saved, columns, questions, told] = await Promise.all([
    listWork(work, query, part), countWork(work, query), isView ? undefined : countList(work, query),
    listStaff(work, staff.provinceCode), listSaved(work, staff.id), findChosenColumns(work, staff.id), listQuestionsTo(work, staff.id), listUntold(work, staff.id),
  ])
  return {
    list, page, counts, found, saved, told, questions: questions.length, columns: columnsOf(columns), staff: new Map(colleagues.map((one) => [one.id, one])),
    calendar: await calendarFor(work, staff.provinceCode, page.rows.map(({ dossier }) => dossier)), now: work.now, today: work.today,
  }
}
