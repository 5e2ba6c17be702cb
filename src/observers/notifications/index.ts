/**
 * Notifications — thông báo: hears facts and writes to people, by text message and mail, at most once each.
 * Owns: schema `notifications`.  Outside: tin nhắn (sms), thư điện tử (mail).
 * Announces: nothing
 * Legal: NĐ 118/2025/NĐ-CP (the applicant is told of each step); no message holds a link or asks to sign in or pay (TH9).
 */
export { createNotifications, type Contact } from './jobs.ts'
export { invariants, listMessages, type WrittenMessage } from './store.ts'
