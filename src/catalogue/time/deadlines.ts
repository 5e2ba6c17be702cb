/** The dates a dossier owes its citizen — thời hạn giải quyết. Pure: version, instant and calendar in, dates out. */
import { addDays, instantAt, type LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import { at, type Basis, dated, type Provision } from '../provision.ts'
import { type Counted, countingDay, countWorkingDays, officeHoursOn, type WorkingCalendar } from './working-days.ts'

/** Terms of a procedure, in working days. */
export interface Deadlines {
  /** From receipt to the notice what is missing, or that it is refused. */
  readonly noticeDays: Basis<number>
  /** From a full, valid dossier to the decision; counted from acceptance. */
  readonly decisionDays: Basis<number>
  /** From a full, valid dossier to the hand-over of data to the central register; null where the law knew none. */
  readonly transferDays: Basis<number> | null
  /** How long a citizen may take to supplement before the dossier is closed. */
  readonly supplementWaitDays: Basis<number>
}

export type DeadlineKind = 'notice' | 'decision' | 'transfer' | 'supplement-wait'

export interface DueDate extends Counted {
  /** The last instant that is still in time: the end of office hours of the due day. */
  readonly dueAt: Date
  readonly days: Basis<number>
}

/** Days of the calendar that a term may reach over from the day it begins, holidays included; what stood still comes on top. */
export const TERM_REACH_DAYS = 60

/** A stretch in which the clock of a term stood. */
export interface Pause {
  readonly from: Date
  readonly to: Date
}

/**
 * When something is due that began at an instant.
 * @param beganAt notice: filing; decision and transfer: acceptance; supplement wait: the request
 * @param pauses while the clock stood. Neither stretch counts its first day (Bộ luật Dân sự 2015, Điều 147 khoản 2): the day on which the supplement is
 *   asked still counts, if it would have; the day on which it comes does not
 * @returns undefined when the version of the procedure knows no such term
 * @throws CalendarNotLoaded past the last loaded year
 */
export function dueDate(procedure: { readonly deadlines: Deadlines }, kind: DeadlineKind, beganAt: Date, calendar: WorkingCalendar, pauses: readonly Pause[] = []): DueDate | undefined {
  const days = termOf(procedure.deadlines, kind)
  if (days === null) return undefined
  const counted = countWorkingDays(countingDay(beganAt, calendar), days.value, calendar, standsStillBy(pauses.filter(({ to }) => to > beganAt), beganAt, calendar))
  return { ...counted, days, dueAt: endOfOffice(counted.dueOn) }
}

/** Whether the clock stood on a working day. */
function standsStillBy(pauses: readonly Pause[], beganAt: Date, calendar: WorkingCalendar): (day: LocalDate) => boolean {
  const spans = pauses.map(({ from, to }) => ({ after: countingDay(from < beganAt ? beganAt : from, calendar), upTo: countingDay(to, calendar) }))
  return (day) => spans.some(({ after, upTo }) => after < day && day <= upTo)
}

function termOf(deadlines: Deadlines, kind: DeadlineKind): Basis<number> | null {
  switch (kind) {
    case 'notice':
      return deadlines.noticeDays
    case 'decision':
      return deadlines.decisionDays
    case 'transfer':
      return deadlines.transferDays
    case 'supplement-wait':
      return deadlines.supplementWaitDays
  }
}

/** The end of office hours on a day, as an instant. */
function endOfOffice(on: LocalDate): Date {
  return instantAt(on, officeHoursOn(on).value.closes)
}

const supplementReminder = dated<number>('reminder of a supplement, working days before the last day', [
  { value: 3, from: '2017-06-01', source: 'Chưa có quy định; phần mềm tự đặt', confidence: 0.5, assumed: true },
])

/** How many working days before the last day of a supplement its citizen is reminded. */
export function supplementReminderOn(on: LocalDate): Provision<number> {
  return at(supplementReminder, on)
}

const unanswered = dated<Words>('a request that nobody answers', [{
  value: { vi: 'Quá hạn mà chưa bổ sung: hồ sơ không tự đóng, cán bộ dừng giải quyết và báo cho người dân; nộp lại được ngay', en: 'Not answered by the last day: nothing ends by itself, an officer stops the dossier and tells its citizen, who can file anew at once' },
  from: '2017-06-01', source: 'Mẫu của nghị định về thủ tục điện tử liên thông: quá 15 ngày làm việc chưa bổ sung thì cán bộ đóng hồ sơ; tính từ ngày yêu cầu được báo trên trang hồ sơ là cách hiểu của phần mềm; chưa có quy định riêng cho giấy phép lái xe', confidence: 0.4, assumed: true,
}])

/** What becomes of a dossier whose request is not answered by its last day. */
export function unansweredRuleOn(on: LocalDate): Provision<Words> {
  return at(unanswered, on)
}

/** The last day for an apology with a new date: at latest one day before the due date. Source: local regulations on the one-stop mechanism. */
export function apologyLatestOn(dueOn: LocalDate): LocalDate {
  return addDays(dueOn, -1)
}
