/**
 * Counters — điểm tiếp nhận: số thứ tự, cửa tiếp nhận.
 * Owns: schema `counters`.  Outside: nothing.
 * Announces: nothing
 * Legal: NĐ 118/2025/NĐ-CP; Luật Người cao tuổi 39/2009/QH12 (ai được đi trước; áp dụng cho hàng chờ là giả định).
 */
import { ticketJobs } from './actions/tickets-day.ts'
import { ticketInvariants } from './store/tickets-invariants.ts'

export { findTicketSeen, issueTicket, type TicketSeen } from './actions/tickets.ts'
export { type QueueShown, seeQueue } from './actions/tickets-day.ts'
export { callAgain, callNext, closeWindow, endCall, openWindow, recallTicket, seeWindow, type WindowSeen } from './actions/tickets-window.ts'
export { type DayOfWaiting, listWaits } from './store/tickets-waits.ts'
export { estimateWait, type Lane, type Ticket } from './tickets.ts'

export const jobs = ticketJobs
export const invariants = ticketInvariants
