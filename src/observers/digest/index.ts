/**
 * Digest — bản tin sáng: each morning tells every office with open dossiers who waited for whom, how long, and what is late, and the
 * leader of its province which party is past the time it agreed to.
 * Owns: schema `digest`.  Outside: thư điện tử (mail).
 * Announces: nothing
 * Legal: none; the coordination agreement between authorities (C7) is measured by what it says.
 */
export { jobs, scheduleDigest } from './jobs.ts'
export { invariants } from './store.ts'
