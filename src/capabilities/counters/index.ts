/**
 * Counters — điểm tiếp nhận: số thứ tự, cửa tiếp nhận; lượt tiếp, xác nhận của công dân khi có người giúp, giấy tờ quét vào, số hóa hồ sơ giấy.
 * Owns: schema `counters`.  Outside: tin nhắn (sms), for one-time codes.
 * Announces: visit.opened · visit.ended · assisted-filing.agreed
 * Legal: NĐ 118/2025/NĐ-CP; Luật Người cao tuổi 39/2009/QH12 (ai được đi trước; áp dụng cho hàng chờ là giả định).
 */
import './facts.ts'
import { ticketJobs } from './actions/tickets-day.ts'
import { visitJobs } from './jobs.ts'
import { paperInvariants } from './store/papers.ts'
import { ticketInvariants } from './store/tickets-invariants.ts'
import { visitInvariants } from './store/visit-invariants.ts'

export { type CodeOutcome, type Content, findGivenConsent, keepConsent, sendConsentCode, takeConsentCode } from './actions/consents.ts'
export { closePapers, completePapers, examineScan, movePage, type PaperCase, type ScanRefused, takePages } from './actions/papers.ts'
export { findTicketSeen, issueTicket, type TicketSeen } from './actions/tickets.ts'
export { type QueueShown, seeQueue } from './actions/tickets-day.ts'
export { callAgain, callNext, closeWindow, endCall, openWindow, recallTicket, seeWindow, type WindowSeen } from './actions/tickets-window.ts'
export { chooseFiling, endVisit, findLiveVisit, findOwnVisit, findPresentVisit, holdVisit, needsNoting, noteFiled, noteSeen, openVisit } from './actions/visits.ts'
export { type Consent, parseStrokes, type Proof } from './consent.ts'
export { dpiOf, type Lack, lacksOf, SCAN_BYTES, scanTypeOf, twinsAmong } from './scan.ts'
export { type DigitisedPage, type DigitisedPaper, findDigitisation, findPage, listDigitisedPapers, listUndigitised } from './store/papers.ts'
export { findConsent, findProof, getConsent } from './store/consents.ts'
export { findScan, findSignedPaper, insertScan, listScans, type Scan, type ScanKind, scanKinds } from './store/scans.ts'
export { ownLastVerb } from './store/tickets.ts'
export { type DayOfWaiting, listWaits } from './store/tickets-waits.ts'
export { hasClosed } from './store/tickets-windows.ts'
export { countVisitsOf, listVisitsOf } from './store/visits.ts'
export { estimateWait, type Lane, type Ticket, type TicketVerb } from './tickets.ts'
export { type FilingWay, isLive, type Visit } from './visit.ts'

export const jobs = { ...ticketJobs, ...visitJobs }
export const invariants = { ...ticketInvariants, ...visitInvariants, ...paperInvariants }
