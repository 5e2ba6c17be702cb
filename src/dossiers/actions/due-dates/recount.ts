/**
 * A changed calendar changes dates by events with a reason, never silently (TIM4). Dossiers are gone through in order of their ids, some in a
 * transaction, which also says how far it came: a killed job goes on there, and one that comes twice finds nothing to do.
 */
import { CalendarNotLoaded, type DayKind, type DeadlineKind, type DueDate, dueDate, getProcedure, TERM_REACH_DAYS, type WorkingCalendar, workingCalendar } from '../../../catalogue/index.ts'
import { type CalendarChange, findEntry, getCalendar, holdCalendar } from '../../../capabilities/calendars/index.ts'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import { addDays, type LocalDate, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { appendMoves, type Counted, listWithoutNotice, lockReached, type Move } from '../../store/due-dates.ts'
import { lockRecount, type Recount, saveRecount } from '../../store/recounts.ts'
import { apologiseIfDueNear } from '../when-silent/apologise.ts'

const CHUNK = 200

export interface ChangeToCarry {
  readonly factId: string
  readonly entryId: string
  readonly change: CalendarChange
}

/** The date of a dossier under a calendar; null where the calendar does not reach so far. */
export function countAnew({ procedure, procedureVersion, beganAt, stood }: Pick<Counted, 'procedure' | 'procedureVersion' | 'beganAt' | 'stood'>, calendar: WorkingCalendar, term: DeadlineKind = 'decision'): DueDate | null {
  try {
    const pauses = stood.map(([from, to]) => ({ from: new Date(from), to: new Date(to) }))
    const due = dueDate(getProcedure(procedure, procedureVersion), term, beganAt, calendar, pauses)
    if (!due) throw new Error(`this procedure has no term for its ${term}`)
    return due
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return null
    throw error
  }
}

/** The calendar of each province that some dates are counted by; without a day where its years are not loaded. */
export async function calendarsOf(work: Work, dates: readonly (Pick<Counted, 'province' | 'beganAt' | 'dueAt' | 'stood'> & Partial<Pick<Counted, 'acceptedAt'>>)[], assumed: { counts?: string; dropped?: string } = {}): Promise<ReadonlyMap<string, WorkingCalendar>> {
  const calendars = new Map<string, WorkingCalendar>()
  for (const province of new Set(dates.map((one) => one.province))) {
    // What stood still for long is due long after it began; the transfer began with acceptance, whatever was promised since.
    const days = dates.filter((one) => one.province === province).flatMap(({ beganAt, dueAt, stood, acceptedAt }) => [localDateAt(beganAt), ...(acceptedAt ? [localDateAt(acceptedAt)] : []), addDays(localDateAt(dueAt), -TERM_REACH_DAYS / 2), ...stood.map(([, to]) => localDateAt(new Date(to)))]).sort()
    const [from = work.today, to = from] = [days[0], days.at(-1)]
    calendars.set(province, await reaching(work, province, from, addDays(to, TERM_REACH_DAYS), assumed))
  }
  return calendars
}

async function reaching(work: Work, province: string, from: LocalDate, to: LocalDate, assumed: { counts?: string; dropped?: string }): Promise<WorkingCalendar> {
  try {
    return await getCalendar(work, province, from, to, assumed)
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return workingCalendar(from, addDays(from, -1), [])
    throw error
  }
}

/** Counts the next dossiers anew; when there are more, a job for them leaves with the same transaction. */
export async function recountSome(work: Work, { factId, entryId, change }: ChangeToCarry): Promise<void> {
  const entry = await findEntry(work, entryId)
  if (!entry) throw new Error(`the calendar has no day ${entryId}`)
  const decreeNo = (change === 'withdrawn' ? entry.withdrawalDecreeNo : entry.decreeNo) ?? entry.source
  const recount = await lockRecount(work, { factId, entryId, change, day: entry.date, province: entry.province, decreeNo })
  if (recount.finishedAt !== null) return
  // Held before any dossier is locked, as in accept.
  await holdCalendar(work)
  const found = await lockReached(work, recount, recount.afterId, CHUNK)
  const calendars = await calendarsOf(work, found)
  const moves = found.flatMap((one) => moveOf(one, calendars, { ...recount, kind: entry.kind }))
  appendMoves(work, moves)
  for (const { kind, counted, dueAt } of moves) {
    // Nobody is waiting for the date of a notice or a transfer: its dossier's page says when it moved.
    if (kind !== 'move-due' || dueAt === null) continue
    // The portal hears of the moved date at once, not with the next step.
    work.enqueue('dossiers.report-status', { dossierId: counted.id })
    work.announce('dossier.due-moved', { dossierId: counted.id }, counted.personId)
    if (!counted.apologised) apologiseIfDueNear(work, counted.id, dueAt)
  }
  const uncounted = moves.filter(({ kind }) => kind === 'due-uncounted').length
  if (uncounted > 0) await raiseOnce(work, { kind: 'calendar-ends', system: 'own', subjectId: null, details: { day: recount.day } })
  const isLast = found.length < CHUNK
  await saveRecount(work, {
    ...recount, afterId: found.at(-1)?.id ?? recount.afterId, seen: recount.seen + found.length, moved: recount.moved + moves.length - uncounted, uncounted: recount.uncounted + uncounted,
    finishedAt: isLast ? work.now : null,
  })
  if (!isLast) work.enqueue('dossiers.recount', { factId, entryId, change })
  // A notice without a date stands in no reach of a day: it is counted for the first time.
  if (isLast && change === 'year-opened') for (const dossierId of await listWithoutNotice(work)) work.enqueue('dossiers.notice-term', { dossierId })
}

/** What happens to one dossier's dates, if anything. With an apology the term of the transfer moves by itself. */
function moveOf(counted: Counted, calendars: ReadonlyMap<string, WorkingCalendar>, { change, day, decreeNo, entryId, kind }: Recount & { readonly kind: DayKind }): Move[] {
  const calendar = calendars.get(counted.province)
  const { transferDueAt, acceptedAt } = counted
  const due = calendar ? countAnew(counted, calendar, counted.term) : null
  const transfer = calendar && transferDueAt && acceptedAt ? countAnew({ ...counted, beganAt: acceptedAt }, calendar, 'transfer') : null
  const because = { decreeNo, day, kind, change, entryId }
  const moved = (which: Move['kind'], dueAt: Date | null, from: Date, to: DueDate | null): Move[] =>
    [{ kind: which, counted, dueAt, transferDueAt: transfer?.dueAt ?? null, details: { dueOn: localDateAt(from), ...because, ...(to ? { newDueOn: to.dueOn, counted: to.counted.join(' ') } : {}) } }]
  // Of a notice that nobody can date the calendar's own alarm tells enough.
  if (due === null) return counted.term === 'notice' ? [] : moved('due-uncounted', null, counted.dueAt, null)
  if (due.dueOn !== localDateAt(counted.dueAt)) return moved(counted.term === 'notice' ? 'move-notice' : 'move-due', due.dueAt, counted.dueAt, due)
  return transfer && transferDueAt && transfer.dueOn !== localDateAt(transferDueAt) ? moved('move-transfer', null, transferDueAt, transfer) : []
}
