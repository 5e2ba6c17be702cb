/**
 * A changed calendar changes dates by events with a reason, never silently (TIM4). Dossiers are gone through in order of their ids, some in a
 * transaction, which also says how far it came: a killed job goes on there, and one that comes twice finds nothing to do.
 */
import type { DueDate, WorkingCalendar } from '../../../catalogue/index.ts'
import { type CalendarChange, findEntry, holdCalendar } from '../../../capabilities/calendars/index.ts'
import { raiseOnce } from '../../../platform/outside/alarms.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { appendMoves, type Counted, listWithoutLastDay, listWithoutNotice, lockReached, type Move } from '../../store/due-dates.ts'
import { lockRecount, saveRecount } from '../../store/recounts.ts'
import { apologiseIfDueNear } from '../when-silent/apologise.ts'
import { calendarsOf, countAnew, reasonOf } from './count-anew.ts'

const CHUNK = 200

export interface ChangeToCarry {
  readonly factId: string
  readonly entryId: string
  readonly change: CalendarChange
}

/** Counts the next dossiers anew; when there are more, a job for them leaves with the same transaction. */
export async function recountSome(work: Work, { factId, entryId, change }: ChangeToCarry): Promise<void> {
  const entry = await findEntry(work, entryId)
  if (!entry) throw new Error(`the calendar has no day ${entryId}`)
  const because = reasonOf(entry, change)
  const recount = await lockRecount(work, { factId, entryId, change, day: because.day, province: change === 'year-opened' ? null : entry.province, decreeNo: because.decreeNo })
  if (recount.finishedAt !== null) return
  // Held before any dossier is locked, as in accept.
  await holdCalendar(work)
  const { ids, terms } = await lockReached(work, recount, recount.afterId, CHUNK)
  const calendars = await calendarsOf(work, terms)
  const moves = terms.flatMap((one) => movesOf(one, calendars, because))
  appendMoves(work, moves)
  for (const { kind, counted, dueAt } of moves) {
    if (kind === 'move-supplement') work.announce('dossier.supplement-moved', { dossierId: counted.id }, counted.personId)
    // Nobody is waiting for the date of a notice or a transfer: its dossier's page says when it moved.
    if (kind !== 'move-due' || dueAt === null) continue
    // The portal hears of the moved date at once, not with the next step.
    work.enqueue('dossiers.report-status', { dossierId: counted.id })
    work.announce('dossier.due-moved', { dossierId: counted.id }, counted.personId)
    if (!counted.apologised) apologiseIfDueNear(work, counted.id, dueAt)
  }
  const uncounted = moves.filter(({ kind }) => kind === 'due-uncounted').length
  // Two dates of one dossier may move.
  const moved = new Set(moves.flatMap(({ kind, counted }) => (kind === 'due-uncounted' ? [] : [counted.id]))).size
  if (uncounted > 0) await raiseOnce(work, { kind: 'calendar-ends', system: 'own', subjectId: null, details: { day: recount.day } })
  const isLast = ids.length < CHUNK
  await saveRecount(work, {
    ...recount, afterId: ids.at(-1) ?? recount.afterId, seen: recount.seen + ids.length, moved: recount.moved + moved, uncounted: recount.uncounted + uncounted,
    finishedAt: isLast ? work.now : null,
  })
  if (!isLast) work.enqueue('dossiers.recount', { factId, entryId, change })
  // A notice or a request without a date stands in no reach of a day: it is counted for the first time.
  if (!isLast || change !== 'year-opened') return
  for (const dossierId of await listWithoutNotice(work)) work.enqueue('dossiers.notice-term', { dossierId })
  for (const dossierId of await listWithoutLastDay(work)) work.enqueue('dossiers.remind-supplement', { dossierId })
}

const movedBy = { notice: 'move-notice', decision: 'move-due', 'supplement-wait': 'move-supplement' } as const satisfies Record<Counted['term'], Move['kind']>

/** What happens to one term of a dossier, and to its transfer, which runs beside the appointed date and has an event of its own. */
function movesOf(counted: Counted, calendars: ReadonlyMap<string, WorkingCalendar>, because: ReturnType<typeof reasonOf>): Move[] {
  const calendar = calendars.get(counted.province)
  const { transferDueAt, acceptedAt } = counted
  const move = (which: Move['kind'], from: Date, to: DueDate | null): Move => ({
    kind: which, counted, dueAt: which === 'move-transfer' ? null : (to?.dueAt ?? null), transferDueAt: which === 'move-transfer' ? (to?.dueAt ?? null) : null,
    details: { dueOn: localDateAt(from), ...because, ...(to ? { newDueOn: to.dueOn, counted: to.counted.join(' ') } : {}) },
  })
  const due = calendar ? countAnew(counted, calendar, counted.term) : null
  const transfer = calendar && transferDueAt && acceptedAt ? countAnew({ ...counted, beganAt: acceptedAt }, calendar, 'transfer') : null
  return [...ownMove(counted, due, move), ...(transfer && transferDueAt && transfer.dueOn !== localDateAt(transferDueAt) ? [move('move-transfer', transferDueAt, transfer)] : [])]
}

function ownMove(counted: Counted, due: DueDate | null, move: (which: Move['kind'], from: Date, to: DueDate | null) => Move): Move[] {
  // Of a notice or a supplement that nobody can date the calendar's own alarm tells enough.
  if (due === null) return counted.term === 'decision' ? [move('due-uncounted', counted.dueAt, null)] : []
  // A last day that was told on paper is not taken back by a day off that is withdrawn.
  const stays = counted.term === 'supplement-wait' && due.dueAt < counted.dueAt
  return stays || due.dueOn === localDateAt(counted.dueAt) ? [] : [move(movedBy[counted.term], counted.dueAt, due)]
}
