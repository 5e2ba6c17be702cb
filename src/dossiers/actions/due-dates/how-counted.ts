/** How the dates of a dossier came about: who was waited for, which days counted, what moved them, what it all rests on. Read, never stored (C2). */
import { CalendarNotLoaded, type ClockRule, clockRuleOf, type DeadlineKind, type DueDate, dueDate, getProcedure, type Pause, type WorkingCalendar, workingCalendar, workingDaysBetween } from '../../../catalogue/index.ts'
import { getCalendar } from '../../../capabilities/calendars/index.ts'
import { addDays, localDateAt } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { prospectsIn } from '../../figures/forecast.ts'
import { judgeOutlook, type Judgement } from '../../figures/outlook.ts'
import { listSupplementRequests } from '../../store/asking/requests.ts'
import { findApology } from '../../store/decisions.ts'
import { findWholeSince, listPauses } from '../../store/due-dates.ts'
import type { Dossier } from '../../store/dossiers.ts'
import { type EventRow, listDeeds, listWaits, type WaitRow } from '../../store/worklists/events.ts'
import { dueIfAnsweredNow } from './after-pause.ts'
import { unlessUnknown } from './count-anew.ts'

/** A stretch of the time ledger, with what the clock did and why. */
export interface Interval extends WaitRow {
  readonly rule: ClockRule & { readonly source: string; readonly confidence: number; readonly assumed?: true }
  /** Working days after its first day up to its last; null where the calendar does not reach so far. */
  readonly workingDays: number | null
}

/** A term with its counting. */
export interface TermCounted {
  /** again: the one new date of an apology; supplement: the last day of an officer's request that is open, or with which the dossier ended. */
  readonly kind: 'notice' | 'decision' | 'transfer' | 'again' | 'supplement'
  readonly beganAt: Date
  /** The stored instant. */
  readonly dueAt: Date
  readonly counted: DueDate | undefined
  readonly keptAt: Date | null
}

export interface HowCounted {
  readonly now: Date
  readonly terms: readonly TermCounted[]
  readonly intervals: readonly Interval[]
  /** What moved a date, newest first. */
  readonly moves: readonly EventRow[]
  /** The date if what is awaited came today; undefined while the clock runs. */
  readonly ifAnsweredNow: Date | undefined
  readonly judgement: Judgement | undefined
}

const MOVING: readonly string[] = ['move-due', 'move-notice', 'move-transfer', 'move-supplement', 'notice-counted', 'supplement-counted', 'due-uncounted', 'resume-clock', 'apologise']

async function calendarOf(work: Work, dossier: Dossier): Promise<WorkingCalendar> {
  const first = localDateAt(dossier.filedAt)
  try {
    return await getCalendar(work, dossier.authorityProvince, first)
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return workingCalendar(first, addDays(first, -1), [])
    throw error
  }
}

/** Everything that the page about the dates of a dossier tells. */
export async function howCounted(work: Work, dossier: Dossier): Promise<HowCounted> {
  const [waits, events, pauses, apology, wholeSince, after, calendar, prospects] = await Promise.all([
    listWaits(work, dossier.id), listDeeds(work, dossier.id), listPauses(work, dossier.id), findApology(work, dossier.id), findWholeSince(work, dossier.id), dueIfAnsweredNow(work, dossier), calendarOf(work, dossier),
    prospectsIn(work, dossier.authorityProvince),
  ])
  const count = (kind: DeadlineKind, beganAt: Date, stood: readonly Pause[]) => unlessUnknown(() => dueDate(getProcedure(dossier.procedure, dossier.procedureVersion), kind, beganAt, calendar, stood))
  const decidedAt = events.find(({ kind }) => kind === 'sign' || kind === 'refuse')?.at ?? null
  const terms: TermCounted[] = []
  if (apology) terms.push({ kind: 'again', beganAt: apology.promisedAt, dueAt: apology.newDueAt, counted: count('decision', apology.promisedAt, pauses), keptAt: decidedAt })
  // Once there is an apology the appointed date stands as it was when it was promised.
  const before = apology ? pauses.filter(({ to }) => to <= apology.issuedAt) : pauses
  if (dossier.acceptedAt && dossier.dueAt) terms.push({ kind: 'decision', beganAt: dossier.acceptedAt, dueAt: dossier.dueAt, counted: count('decision', dossier.acceptedAt, before), keptAt: decidedAt })
  if (dossier.acceptedAt && dossier.transferDueAt) terms.push({ kind: 'transfer', beganAt: dossier.acceptedAt, dueAt: dossier.transferDueAt, counted: count('transfer', dossier.acceptedAt, pauses), keptAt: dossier.transferKeptAt })
  const { supplementDueAt } = dossier
  const request = supplementDueAt && (await listSupplementRequests(work, dossier)).find((one) => one.answeredAt === null)
  if (supplementDueAt && request) terms.push({ kind: 'supplement', beganAt: request.askedAt, dueAt: supplementDueAt, counted: count('supplement-wait', request.askedAt, []), keptAt: null })
  if (dossier.noticeDueAt) terms.push({ kind: 'notice', beganAt: wholeSince, dueAt: dossier.noticeDueAt, counted: count('notice', wholeSince, []), keptAt: dossier.noticeKeptAt })
  return {
    now: work.now, terms, moves: events.filter(({ kind }) => MOVING.includes(kind)), ifAnsweredNow: after?.due?.dueAt, judgement: judgeOutlook(dossier, prospects),
    intervals: waits.map((wait) => {
      const { value, ...basis } = clockRuleOf(wait, localDateAt(wait.fromAt))
      return { ...wait, rule: { ...value, ...basis }, workingDays: unlessUnknown(() => workingDaysBetween(localDateAt(wait.fromAt), localDateAt(wait.toAt ?? work.now), calendar)) ?? null }
    }),
  }
}
