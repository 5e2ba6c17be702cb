/** Giving numbers: at a kiosk, by anybody who stands before it. */
import { findQueueService, findServicePoint } from '../../../catalogue/index.ts'
import { newId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { countAhead, countWaiting, findTicket, findTicketByKey, lockSeries, saveTicket, spendBudget } from '../store/tickets.ts'
import { readPace } from '../store/tickets-waits.ts'
import { estimateWait, type Lane, type Ticket } from '../tickets.ts'
import { scheduleDayEnd } from './tickets-day.ts'

/** A kiosk gives one number every few seconds at its busiest and hundreds a day; two or three may stand behind one network address. */
const MOST_IN_A_MINUTE = 30
const MOST_IN_A_DAY = 2_000
/** More people than fit into a hall: somebody is playing. */
const MOST_WAITING = 400

export interface TicketRequest {
  readonly pointId: string
  readonly service: string
  readonly lane: Lane
  /** The press of the button: pressed twice, sent twice, it stays one number. */
  readonly requestKey: string
  /** Where it came from, as an address of the network; kept only as a keyed hash of the day. */
  readonly network: string
}

/**
 * Gives a number. Repeating the same press answers with the same number.
 * @throws Refusal 'point-not-found' · 'service-not-found' · 'too-many-tickets' (this network asks too fast) · 'queue-full'
 */
export async function issueTicket(work: Work, request: TicketRequest): Promise<string> {
  const { pointId, service, requestKey } = request
  if (!findServicePoint(pointId, work.today)) throw new Refusal('point-not-found')
  if (!findQueueService(service, work.today)) throw new Refusal('service-not-found')
  await lockSeries(work, pointId, service)
  // Looked for under the lock: of two presses at once the second finds the first.
  const given = await findTicketByKey(work, requestKey)
  if (given) return given.id
  const spent = await spendBudget(work, work.blindIndex('queue-network', `${work.today} ${request.network}`))
  if (spent.inMinute > MOST_IN_A_MINUTE || spent.inDay > MOST_IN_A_DAY) throw new Refusal('too-many-tickets')
  const waiting = await countWaiting(work, pointId)
  if ([...waiting.values()].reduce((sum, n) => sum + n, 0) >= MOST_WAITING) throw new Refusal('queue-full')
  const id = newId()
  await saveTicket(work, { id, pointId, service, lane: request.lane, requestKey })
  scheduleDayEnd(work, pointId)
  return id
}

/** A ticket as its holder may see it. */
export interface TicketSeen {
  readonly ticket: Ticket
  /** How many of the same service come before; meaningless once called. */
  readonly ahead: number
  /** Undefined while too little has been measured today. */
  readonly wait: { readonly fromMinutes: number; readonly toMinutes: number } | undefined
}

/** A ticket with its place in the queue; undefined when there is none of that id. */
export async function findTicketSeen(work: Work, ticketId: string): Promise<TicketSeen | undefined> {
  const ticket = await findTicket(work, ticketId)
  if (!ticket) return undefined
  const [ahead, pace] = await Promise.all([countAhead(work, { pointId: ticket.pointId, service: ticket.service, ticketId }), readPace(work, ticket.pointId)])
  return { ticket, ahead, wait: ticket.day === work.today && ticket.state === 'waiting' ? estimateWait(ahead, pace.get(ticket.service)) : undefined }
}
