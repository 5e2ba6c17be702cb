/**
 * Audit — nhật ký kiểm chứng: seals events and facts into a log that nobody can rewrite unseen, not even who owns the
 * database; its signed roots lie in a file outside. Citizens take home proofs of what happened to their dossier.
 * Owns: schema `audit`.  Outside: dịch vụ cấp dấu thời gian (time-stamp authority), through documents; the files of checkpoints and stamps below `AUDIT_DIR`.
 * Announces: nothing
 * Legal: Luật 20/2023/QH15 (integrity of data messages).  Story: docs/decisions/0038-a-log-that-nobody-rewrites-unseen.md, docs/decisions/0052-a-stamp-of-somebody-elses-time.md
 */
export { checkReceipt, type CheckedReceipt, type ReceiptProblem } from './actions/check-receipt.ts'
export { type Lag, readLag } from './actions/lag.ts'
export { findCheckpoint, findGrowth, findReceipt, listSealedSteps, type Receipt, type SealedStep } from './actions/receipt.ts'
export { type Log, openLog, sealLog } from './actions/seal.ts'
export { jobs, stampLog } from './actions/stamp.ts'
export { type Verdict, verifyLog } from './actions/verify.ts'
export { keepCosignature } from './actions/witness.ts'
export { LogBroken } from './broken.ts'
export { outsidePath, readOutside } from './engine/outside-file.ts'
export { readStampLines, stampRoots, stampsPath } from './engine/stamps-file.ts'
export { keyLine, readKeyLine, splitNotes } from './note.ts'
export { invariants } from './store/invariants.ts'
