/**
 * Portraits — ảnh chân dung: receives a picture, accepts it or says why not, crops it to 3 x 4, proves by hash
 * that what the citizen saw is what the officer sees and what goes on the card; notices one picture sent for two people.
 * Owns: schema `portraits`, files by content.  Outside: ảnh của cơ sở dữ liệu dân cư; a pool of confined child processes.
 * Announces: portrait.accepted · portrait.refused · portrait.damaged · portrait.unread
 * Legal: no text sets these checks; 3 x 4 on blue is the practice of the card. What they can and cannot do: docs/portraits.md
 */
export { askRegistered, closePortraitEngine, type Examination, examine, findRegistered, keep, lendPortraitEngine, portraitEngine, readCrop, readCropOf, receiptHash } from './actions.ts'
export { lookupSources } from './client.ts'
export { openPortraitEngine, type PortraitEngine } from './engine.ts'
export { jobs, subscriptions } from './jobs.ts'
export { listLookAlikes, type LookAlike } from './store/looks.ts'
export type { RegisteredPortrait } from './registered.ts'
export { type AcceptedPortrait, findAcceptedPortrait, findPortrait, findPortraitOfUpload, findRefusalOfLookup, invariants, listAcceptedOf, listSameFile, type Portrait } from './store/portraits.ts'
export { adviceFor, disputeWords, doubtWords } from './text.ts'
export { isDisputable, type RefusalReason, type Verdict } from './verdict.ts'
