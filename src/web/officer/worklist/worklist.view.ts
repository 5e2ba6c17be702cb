/** What the worklist shows. */
import { listCovered, listStaff, type StaffMember } from '../../../capabilities/identity/index.ts'
import {
  countList, countWork, type Dossier, findChosenColumns, type ForetoldTo, type ListPage, listForetoldTo, listQuestionsTo, listSaved, listUntold, listWork, outlookConditions, type Place, type Prospects, prospectsIn, type SavedList, type Transfer, type WorklistQuery, type WorklistView,
} from '../../../dossiers/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffVisit } from '../../request.ts'
import type { ListAddress } from './address.ts'
import { type ColumnKey, columnsOf } from './columns.ts'

export interface ListPart {
  readonly after?: Place | undefined
  readonly before?: Place | undefined
}

export interface WorklistPageView {
  readonly list: ListAddress
  readonly page: ListPage
  /** Which part of it, as its address says. */
  readonly part: ListPart
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
  /** What came to be at risk or overdue in this officer's hands and was not noted yet. */
  readonly foretold: ForetoldTo
  /** What each row is judged by: whether it will be in time, and how long is left. */
  readonly prospects: Prospects
  readonly now: Date
  readonly today: string
}

/** What judging some dossiers of a province needs, their working days among it however long ago they were due: the calendar is read once. */
export async function prospectsFor(work: Work, provinceCode: string, dossiers: readonly Pick<Dossier, 'dueAt' | 'noticeDueAt'>[]): Promise<Prospects> {
  return prospectsIn(work, provinceCode, earliestOf(dossiers))
}

function earliestOf(dossiers: readonly Pick<Dossier, 'dueAt' | 'noticeDueAt'>[]): string | undefined {
  return dossiers.flatMap(({ dueAt, noticeDueAt }) => [dueAt, noticeDueAt].flatMap((at) => (at ? [localDateAt(at)] : []))).sort()[0]
}

/** What is asked of the dossiers for a list. @param prospects where they are read already @param counted whether other views than this one are asked too */
export async function queryOf(work: Work, visit: StaffVisit, { view, search, narrowing }: ListAddress, prospects?: Promise<Prospects>, counted = false): Promise<WorklistQuery> {
  const { provinceCode, id } = visit.session.staff
  const isForeseen = counted || (search === '' && (view === 'at-risk' || view === 'overdue'))
  const covered = counted || view === 'mine' ? await listCovered(work, id) : []
  return { provinceCode, staffId: id, covered, view, search, narrowing, outlook: isForeseen ? outlookConditions(await (prospects ?? prospectsIn(work, provinceCode))) : undefined }
}

/** How many decisions wait for a signature: what every officer's page shows beside its navigation. */
export async function countToSign(work: Work, visit: StaffVisit): Promise<number> {
  const { provinceCode, id } = visit.session.staff
  return countList(work, { provinceCode, staffId: id, view: 'to-sign' })
}

export async function readWorklist(work: Work, visit: StaffVisit, list: ListAddress, part: ListPart): Promise<WorklistPageView> {
  const { staff } = visit.session
  const known = prospectsIn(work, staff.provinceCode)
  const [query] = await Promise.all([queryOf(work, visit, list, known, true), known])
  const isView = list.search === '' && Object.keys(list.narrowing).length === 0
  const [page, counts, found, colleagues, saved, columns, questions, told, foretold, prospects] = await Promise.all([
    listWork(work, query, part), countWork(work, query), isView ? undefined : countList(work, query),
    listStaff(work, staff.provinceCode), listSaved(work, staff.id), findChosenColumns(work, staff.id), listQuestionsTo(work, staff.id), listUntold(work, staff.id), listForetoldTo(work, query), known,
  ])
  const earliest = earliestOf(page.rows.map(({ dossier }) => dossier))
  return {
    list, page, part, counts, found, saved, told, foretold, questions: questions.length, columns: columnsOf(columns), staff: new Map(colleagues.map((one) => [one.id, one])),
    // Only a list of what is due longer ago than is usual needs more of the calendar.
    prospects: earliest === undefined || earliest >= prospects.first ? prospects : await prospectsIn(work, staff.provinceCode, earliest), now: work.now, today: work.today,
  }
}
