/**
 * Portraits — ảnh chân dung: receives a picture, accepts it or says why not, crops it to 3 x 4, proves by hash
 * that what the citizen saw is what the officer sees and what goes on the card.
 * Owns: schema `portraits`, files by content.  Outside: nothing; a pool of confined child processes.
 * Announces: portrait.accepted · portrait.refused · portrait.damaged
 * Legal: no text sets these checks; 3 x 4 on blue is the practice of the card. What they can and cannot do: docs/portraits.md
 */
export { closePortraitEngine, type Examination, examine, keep, portraitEngine, readCrop, receiptHash } from './actions.ts'
export { jobs } from './jobs.ts'
export { type AcceptedPortrait, findAcceptedPortrait, findPortrait, findPortraitOfUpload, invariants, type Portrait } from './store.ts'
export { adviceFor, disputeWords, doubtWords } from './text.ts'
export { isDisputable, type RefusalReason } from './verdict.ts'
