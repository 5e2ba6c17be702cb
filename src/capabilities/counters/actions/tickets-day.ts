/** The end of a queue's day, and what the display shows while it lasts. */
import { idIn, type Jobs } from '../../../platform/background/jobs.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { addDays, instantAt, type LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import { countWaiting, forgetBudgets, listTickets, lockOpenTickets, saveMove } from '../store/tickets.ts'
import { lockOpenWindows, saveWindowEnd } from '../store/tickets-windows.ts'
import { readPace } from '../store/tickets-waits.ts'
import { type QueuePace, type Ticket, ticketMove } from '../tickets.ts'

/** Sees to it that a point's day ends by itself: whoever gives a number or opens a window there says so. */
export function scheduleDayEnd(work: Work, pointId: string): void {
  work.schedule('counters.close-day', `${pointId} ${work.today}`, { pointId, day: work.today }, instantAt(addDays(work.today, 1), '00:05'))
}

/** Ends what is left of a day: tickets with their reason, windows that nobody closed. Only once the day is over; repeating it changes nothing. */
async function closeDay(work: Work, pointId: string, day: LocalDate): Promise<void> {
  if (work.today <= day) return
  // Windows before tickets, as a clerk's press locks them.
  for (const window of await lockOpenWindows(work, pointId, day)) await saveWindowEnd(work, window.id)
  for (const ticket of await lockOpenTickets(work, pointId, day)) {
    const to = ticketMove(ticket.state, 'close')
    if (to) await saveMove(work, ticket, 'close', to, ticket.windowId)
  }
  await forgetBudgets(work, instantAt(work.today))
}

export const ticketJobs: Jobs = {
  'counters.close-day': (platform, payload) => platform.work(systemActor('counters'), (work) => closeDay(work, idIn(payload, 'pointId'), idIn(payload, 'day'))),
}

/** What the display over the hall shows. */
export interface QueueShown {
  /** Numbers that are at a window now, the one called last first. */
  readonly called: readonly Ticket[]
  readonly missed: readonly Ticket[]
  readonly waiting: ReadonlyMap<string, number>
  readonly pace: ReadonlyMap<string, QueuePace>
}

/** The queue of a point as everybody may see it: numbers and windows. */
export async function seeQueue(work: Work, pointId: string): Promise<QueueShown> {
  const [called, missed, waiting, pace] = await Promise.all([listTickets(work, pointId, ['called', 'serving'], 20), listTickets(work, pointId, ['missed'], 8), countWaiting(work, pointId), readPace(work, pointId)])
  return { called, missed, waiting, pace }
}
