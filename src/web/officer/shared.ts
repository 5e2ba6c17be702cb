/** Small decisions that the worklist, the desk and the cards share. Pure. */
import { CalendarNotLoaded, pausingCauses, type WorkingCalendar, workingDaysBetween } from '../../catalogue/index.ts'
import type { Dossier, Judgement } from '../../dossiers/index.ts'
import { formatDate, localDateAt } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'
import type { Tone } from '../kit/index.ts'
import { words, wordOf } from './text/words.ts'
import { worklistText } from './text/worklist.ts'

/** The number people quote: the official one, before acceptance the submission code. */
export function numberOf(dossier: Pick<Dossier, 'officialNumber' | 'submissionCode'>): string {
  return dossier.officialNumber ?? dossier.submissionCode
}

/** One word for where a dossier is, with its tone. */
export function stateOf(dossier: Pick<Dossier, 'turn' | 'turnCause' | 'status'>, lang: Lang): { text: string; tone: Tone } {
  const t = words[lang]
  const outside: Readonly<Record<string, string>> = t.outsideCauses
  const text = (dossier.turn === 'outside' ? outside[dossier.turnCause] : undefined) ?? wordOf(t.causes, dossier.turnCause)
  return { text, tone: toneOf(dossier) }
}

function toneOf({ turn, status }: Pick<Dossier, 'turn' | 'status'>): Tone {
  if (turn === 'officer') return 'yours'
  if (turn !== 'nobody') return 'waiting'
  return status === 'returned' ? 'done' : status === 'refused' ? 'stopped' : 'quiet'
}

/** Who owes the next step, as people say it. */
export function ownerOf(dossier: Pick<Dossier, 'turnOwner' | 'turnCause'>, lang: Lang): string {
  const { owners } = words[lang]
  return dossier.turnCause === 'to-sign' ? owners.signer : owners[dossier.turnOwner]
}

/** The instant that a dossier stands by: until acceptance that of its notice while nobody was told, then the appointed one; undefined once it is decided. */
export function termOf(dossier: Pick<Dossier, 'dueAt' | 'noticeDueAt' | 'noticeKeptAt' | 'status'>): Date | undefined {
  switch (dossier.status) {
    case 'filed':
    case 'supplementing':
    case 'accepted':
    case 'approved':
      return dossier.dueAt ?? (dossier.noticeKeptAt === null ? (dossier.noticeDueAt ?? undefined) : undefined)
    default:
      return undefined
  }
}

/** How long is left to the instant that a dossier stands by, in working days; that its clock stands; that nobody can tell where the calendar ends before. */
export function leftOf(dossier: Pick<Dossier, 'dueAt' | 'noticeDueAt' | 'noticeKeptAt' | 'status' | 'turnCause'>, now: Date, calendar: WorkingCalendar, lang: Lang): { text: string; tone: Tone } | undefined {
  const term = termOf(dossier)
  if (!term) return undefined
  if (pausingCauses().includes(dossier.turnCause)) return { text: worklistText[lang].standsStill, tone: 'quiet' }
  try {
    return leftUntil(term, now, calendar, lang)
  } catch (error) {
    if (error instanceof CalendarNotLoaded) return { text: worklistText[lang].calendarMissing(error.on.slice(0, 4)), tone: 'stopped' }
    throw error
  }
}

/** @throws CalendarNotLoaded */
function leftUntil(dueAt: Date, now: Date, calendar: WorkingCalendar, lang: Lang): { text: string; tone: Tone } {
  const t = worklistText[lang]
  const today = localDateAt(now)
  const due = localDateAt(dueAt)
  if (now > dueAt) {
    const late = workingDaysBetween(due, today, calendar)
    return { text: late > 0 ? t.late(late) : t.lateToday, tone: 'stopped' }
  }
  const left = workingDaysBetween(today, due, calendar)
  return { text: left <= 0 ? t.today : t.workingDays(left), tone: left <= 1 ? 'waiting' : 'quiet' }
}

/** Until when it will be done, as far as anybody can tell; of what is at risk or overdue also that nobody can. */
export function likelyOf(judgement: Judgement | undefined, today: string, lang: Lang): string | undefined {
  if (!judgement) return undefined
  const t = worklistText[lang]
  const { outlook, usuallyBy } = judgement
  if (usuallyBy !== undefined) return usuallyBy < today ? t.usuallyDone(formatDate(usuallyBy)) : t.usuallyBy(formatDate(usuallyBy))
  return outlook === 'at-risk' || outlook === 'overdue' ? t.cannotTell : undefined
}

/** Whether somebody's claim still holds. */
export function heldBy(dossier: Pick<Dossier, 'claimedBy' | 'claimedUntil'>, now: Date): { staffId: string; until: Date } | undefined {
  const { claimedBy, claimedUntil } = dossier
  return claimedBy !== null && claimedUntil !== null && claimedUntil > now ? { staffId: claimedBy, until: claimedUntil } : undefined
}
