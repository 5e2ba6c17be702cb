/** The way of a ticket through a queue, decided purely. Who waits is never forgotten: what was called and did not come can be called again until the day ends. */
import type { LocalDate } from '../../platform/values/dates.ts'

export type TicketState = 'waiting' | 'called' | 'serving' | 'served' | 'missed' | 'closed'
export type Lane = 'ordinary' | 'priority'

/** A number in a queue. It belongs to whoever holds the slip. */
export interface Ticket {
  readonly id: string
  readonly pointId: string
  readonly day: LocalDate
  readonly service: string
  readonly number: number
  readonly lane: Lane
  readonly state: TicketState
  readonly issuedAt: Date
  /** How often it was called; a repeated call says so on the display. */
  readonly calls: number
  readonly firstCalledAt: Date | null
  readonly calledAt: Date | null
  readonly servingAt: Date | null
  readonly windowId: string | null
  /** The number over the window that called it last. */
  readonly windowNo: number | null
}

/** A number as people say or type it, with the letter of its queue or without. */
export interface TicketWanted {
  readonly service: string | undefined
  readonly number: number
}

/** Reads 'A021', 'a 21' or '21'; undefined for anything else. */
export function readTicketNumber(text: string): TicketWanted | undefined {
  const found = /^([a-z])?[\s.-]*(\d{1,4})$/i.exec(text.trim())
  return found?.[2] ? { service: found[1]?.toUpperCase(), number: Number(found[2]) } : undefined
}

export type TicketVerb = 'call' | 'call-again' | 'miss' | 'recall' | 'serve' | 'finish' | 'give-back' | 'close'

const moves: Readonly<Record<TicketVerb, { readonly from: readonly TicketState[]; readonly to: TicketState }>> = {
  call: { from: ['waiting'], to: 'called' },
  'call-again': { from: ['called'], to: 'called' },
  miss: { from: ['called'], to: 'missed' },
  recall: { from: ['missed'], to: 'called' },
  serve: { from: ['called'], to: 'serving' },
  finish: { from: ['called', 'serving'], to: 'served' },
  // The window closes, or the clerk called by mistake: back to its old place.
  'give-back': { from: ['called', 'serving'], to: 'waiting' },
  close: { from: ['waiting', 'called', 'serving', 'missed'], to: 'closed' },
}

/** Where a verb leads from a state; undefined when it leads nowhere from there. */
export function ticketMove(state: TicketState, verb: TicketVerb): TicketState | undefined {
  return moves[verb].from.includes(state) ? moves[verb].to : undefined
}

/** How long one person at the head of a queue took today until called: seconds, half of them and four of five. */
export interface QueuePace {
  readonly calls: number
  readonly halfSeconds: number
  readonly mostSeconds: number
}

/** Fewer calls than this say nothing about the next one. */
export const ENOUGH_CALLS = 5

/**
 * How long somebody will wait, in whole minutes, from what was measured today: never a bare mean, and nothing at all while too little is known.
 * @param ahead how many are called before
 */
export function estimateWait(ahead: number, pace: QueuePace | undefined): { readonly fromMinutes: number; readonly toMinutes: number } | undefined {
  if (!pace || pace.calls < ENOUGH_CALLS) return undefined
  const turns = ahead + 1
  const fromMinutes = Math.max(1, Math.round((turns * pace.halfSeconds) / 60))
  return { fromMinutes, toMinutes: Math.max(fromMinutes, Math.ceil((turns * pace.mostSeconds) / 60)) }
}
