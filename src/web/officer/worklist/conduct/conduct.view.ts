/** What the page of alarms about staff shows: those of the visitor's province, with who they are about. */
import { findStaff, type StaffMember } from '../../../../capabilities/identity/index.ts'
import { type Conduct, isAboutOneself, listConduct, listConductAnswered } from '../../../../dossiers/index.ts'
import type { AlarmPlace, StaffAlarm } from '../../../../platform/outside/alarms.ts'
import type { LocalDate } from '../../../../platform/values/dates.ts'
import type { Work } from '../../../../platform/work.ts'
import type { StaffVisit } from '../../../request.ts'
import { countToSign } from '../worklist.view.ts'

const PAGE_ROWS = 20

export interface ConductView {
  readonly open: readonly (Conduct & { readonly isOwn: boolean })[]
  readonly answered: readonly StaffAlarm[]
  /** Whether the page of answered ones is not the first. */
  readonly isLater: boolean
  /** Where the next page of them begins. */
  readonly next: AlarmPlace | undefined
  readonly staff: ReadonlyMap<string, StaffMember>
  readonly toSign: number
  readonly today: LocalDate
}

export async function readConduct(work: Work, visit: StaffVisit, after?: AlarmPlace): Promise<ConductView> {
  const { provinceCode } = visit.session.staff
  const [open, found, toSign] = await Promise.all([listConduct(work, provinceCode), listConductAnswered(work, provinceCode, { after, most: PAGE_ROWS + 1 }), countToSign(work, visit)])
  const answered = found.slice(0, PAGE_ROWS)
  const last = found.length > PAGE_ROWS ? answered.at(-1) : undefined
  const ids = new Set([...open, ...answered].flatMap(({ subjectId, answer }) => [subjectId, ...(answer ? [answer.by] : [])]))
  const people = await Promise.all([...ids].map((id) => findStaff(work, id)))
  return {
    open: await Promise.all(open.map(async (one) => ({ ...one, isOwn: await isAboutOneself(work, one) }))), answered, isLater: after !== undefined,
    next: last?.answer ? { at: last.answer.at, id: last.id } : undefined, staff: new Map(people.flatMap((one) => (one ? [[one.id, one]] : []))), toSign, today: work.today,
  }
}
