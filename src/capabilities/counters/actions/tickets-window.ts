/** What a clerk does at a window. Every press may be sent twice: the second finds the work done and changes nothing. */
import { findQueueService, findServicePoint } from '../../../catalogue/index.ts'
import { newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { countMissed, countWaiting, findTicketAt, listMissed, lockTicket, saveMove, takeFirst } from '../store/tickets.ts'
import { findWindowOf, listWindows, lockWindow, lockWindowOf, type OpenWindow, savePress, saveWindow, saveWindowEnd } from '../store/tickets-windows.ts'
import { readTicketNumber, type Ticket, ticketMove, type TicketVerb } from '../tickets.ts'
import { scheduleDayEnd } from './tickets-day.ts'

/** Buttons that a clerk takes in at a glance; whoever is not among them is found by their number. */
const MISSED_SHOWN = 20

/** A clerk and their point. @throws Refusal 'not-at-a-point' */
function clerkOf({ actor }: Work): { readonly staffId: string; readonly pointId: string } {
  if (actor.kind !== 'staff' || actor.role !== 'clerk' || actor.officeCode === null) throw new Refusal('not-at-a-point')
  return { staffId: actor.staffId, pointId: actor.officeCode }
}

/** The clerk's own window of today, locked. @throws Refusal 'window-not-open' */
async function ownWindow(work: Work): Promise<OpenWindow> {
  const found = await lockWindowOf(work, clerkOf(work).staffId)
  if (found?.day !== work.today) throw new Refusal('window-not-open')
  return found
}

/**
 * Opens a window for some services. Opening the same one again is no new window.
 * @throws Refusal 'not-at-a-point' · 'window-not-found' · 'service-not-found' (none chosen, or not one of the list) · 'window-taken'
 */
export async function openWindow(work: Work, wish: { readonly windowNo: number; readonly services: readonly string[] }): Promise<void> {
  const { staffId, pointId } = clerkOf(work)
  const point = findServicePoint(pointId, work.today)
  if (!point || !Number.isInteger(wish.windowNo) || wish.windowNo < 1 || wish.windowNo > point.windows) throw new Refusal('window-not-found')
  const services = [...new Set(wish.services)].sort()
  if (services.length === 0 || services.some((id) => !findQueueService(id, work.today))) throw new Refusal('service-not-found')
  const own = await lockWindowOf(work, staffId)
  if (own?.day === work.today && own.windowNo === wish.windowNo) return
  if (own) await endWindow(work, own)
  if (!(await saveWindow(work, { id: newId(), pointId, windowNo: wish.windowNo, services, openedBy: staffId }))) throw new Refusal('window-taken')
  scheduleDayEnd(work, pointId)
}

/** Whoever was called there and not ended goes back to the old place in the queue: nobody is lost with a window. */
async function endWindow(work: Work, window: OpenWindow): Promise<void> {
  const current = await findTicketAt(work, window.id)
  if (current) await move(work, current.id, 'give-back', null)
  await saveWindowEnd(work, window.id)
}

/**
 * Closes a window: the own one, or one that a colleague of the same point left open.
 * @throws Refusal 'ticket-in-service' while the own window serves somebody: that is ended first
 */
export async function closeWindow(work: Work, windowId: string): Promise<void> {
  const { staffId, pointId } = clerkOf(work)
  const window = await lockWindow(work, windowId)
  if (window?.pointId !== pointId) return
  if (window.openedBy === staffId && window.day === work.today && (await findTicketAt(work, window.id))?.state === 'serving') throw new Refusal('ticket-in-service')
  await endWindow(work, window)
}

/** Moves a ticket if the verb leads anywhere from where it is. @returns whether it did */
export async function move(work: Work, ticketId: string, verb: TicketVerb, windowId: string | null): Promise<boolean> {
  const ticket = await lockTicket(work, ticketId)
  const to = ticket && ticketMove(ticket.state, verb)
  if (!ticket || to === undefined) return false
  await saveMove(work, ticket, verb, to, windowId)
  return true
}

/**
 * Calls the next number. While one is at the window it stays the one; two clerks at once never get the same.
 * @param presses the count that the pressed page showed: an older one was sent twice
 * @returns the id of the number now called; undefined when nobody waits
 * @throws Refusal 'window-not-open'
 */
export async function callNext(work: Work, presses: number): Promise<string | undefined> {
  const window = await ownWindow(work)
  const current = await findTicketAt(work, window.id)
  if (current || presses !== window.presses) return current?.id
  const id = await takeFirst(work, window)
  if (id === undefined) return undefined
  await move(work, id, 'call', window.id)
  await savePress(work, window.id)
  return id
}

/** Calls the number at the window once more. @param calls how often the pressed page said it had been called */
export async function callAgain(work: Work, ticketId: string, calls: number): Promise<void> {
  const window = await ownWindow(work)
  const current = await findTicketAt(work, window.id)
  if (current?.id === ticketId && current.calls === calls) await move(work, ticketId, 'call-again', window.id)
}

/** Ends what a window has called: nobody came, somebody is there, all is done, or it was called by mistake. Only the number at the own window. */
export async function endCall(work: Work, ticketId: string, verb: Extract<TicketVerb, 'miss' | 'serve' | 'finish' | 'give-back'>): Promise<void> {
  const window = await ownWindow(work)
  if ((await findTicketAt(work, window.id))?.id !== ticketId) return
  await move(work, ticketId, verb, verb === 'give-back' ? null : window.id)
}

/**
 * Calls a number again whose holder did not come at first and is there now; at any window of the point.
 * @throws Refusal 'window-busy' while another number is at the window
 */
export async function recallTicket(work: Work, ticketId: string): Promise<void> {
  const window = await ownWindow(work)
  const current = await findTicketAt(work, window.id)
  if (current?.id === ticketId) return
  if (current) throw new Refusal('window-busy')
  const ticket = await lockTicket(work, ticketId)
  if (ticket?.pointId === window.pointId && ticket.day === work.today) await move(work, ticketId, 'recall', window.id)
}

/** What a clerk sees of the queue. */
export interface WindowSeen {
  readonly own: OpenWindow | undefined
  readonly current: Ticket | undefined
  /** How many wait, by service. */
  readonly waiting: ReadonlyMap<string, number>
  /** Who was called and did not come: the latest, or those of the number looked for. */
  readonly missed: readonly Ticket[]
  /** How many did not come in all. */
  readonly missedInAll: number
  readonly windows: readonly OpenWindow[]
}

/** The queue of the clerk's point as it is now. @param search a number as typed: of those who did not come only this one is shown */
export async function seeWindow(work: Work, search?: string): Promise<WindowSeen> {
  const { staffId, pointId } = clerkOf(work)
  const own = await findWindowOf(work, staffId)
  const wanted = search === undefined ? undefined : readTicketNumber(search)
  const [current, waiting, missed, missedInAll, windows] = await Promise.all([
    own && findTicketAt(work, own.id), countWaiting(work, pointId), search !== undefined && !wanted ? [] : listMissed(work, pointId, wanted, MISSED_SHOWN), countMissed(work, pointId), listWindows(work, pointId),
  ])
  return { own, current, waiting, missed, missedInAll, windows }
}
