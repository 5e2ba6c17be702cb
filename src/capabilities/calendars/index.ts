/**
 * Calendars — lịch làm việc: holidays, decreed leave and make-up days by date and province, entered by one person and
 * confirmed by another. Counting itself is the catalogue's.
 * Owns: schema `calendars`.  Outside: nothing.
 * Announces: calendar.changed
 * Legal: Bộ luật Lao động 45/2019/QH14 Điều 111, 112; NQ 28/2026/QH16 (24 November); yearly announcements of leave.
 */
export { type CalendarChange, confirmDay, confirmWithdrawal, enterDay, getCalendar, type NewDay, openYear, withdrawDay } from './actions.ts'
export { jobs } from './jobs.ts'
export { type CalendarEntry, findEntry, findLoadedSpan, holdCalendar, invariants, listEntries } from './store.ts'
