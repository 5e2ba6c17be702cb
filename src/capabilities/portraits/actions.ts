import { Refusal } from '../../platform/values/refusal.ts'
import { systemActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { sha256Hex } from '../../platform/files/contract.ts'
import { askLookup, findLookup } from '../../platform/outside/lookups.ts'
import type { Platform } from '../../platform/runtime.ts'
import type { Work } from '../../platform/work.ts'
import { openPortraitEngine, type PortraitEngine, type PortraitEngineOptions } from './engine.ts'
import { sniff } from './examination/sniff.ts'
import { decodeRegistered, type RegisteredPortrait, registeredPortrait } from './registered.ts'
import { type AcceptedPortrait, findPortraitOfUpload, getPortrait, type Portrait, savePortrait } from './store/portraits.ts'
import { saveLook } from './store/looks.ts'
import { type DisputableReason, isDisputable, type Measures, type PictureLook, recipeVersion, type RefusalReason } from './verdict.ts'

declare module '../../platform/background/facts.ts' {
  interface Facts {
    'portrait.accepted': { portraitId: string; draftId: string | null }
    'portrait.refused': { portraitId: string; draftId: string | null; reason: RefusalReason }
    'portrait.damaged': { portraitId: string; lost: 'original' | 'picture' }
    'portrait.mended': { portraitId: string }
    'portrait.unread': { portraitId: string }
  }
}

/** Bytes that are examined at most; a 200 megapixel JPEG of a phone has 20 to 50 MB. */
const largestUploadBytes = 60_000_000

/**
 * The outcome of looking at a picture, before anything is in the database. When accepted, both files
 * are on disk and were read back, and `crop` is what the person must be shown.
 */
export type Examination =
  | {
      readonly state: 'accepted'
      readonly recipeVersion: number
      readonly measures: Measures
      readonly doubts: readonly DisputableReason[]
      readonly originalHash: string
      readonly originalBytes: number
      readonly cropHash: string
      /** The 3 x 4 picture: JPEG, 900 x 1200. */
      readonly crop: Buffer
      readonly look: PictureLook
    }
  | {
      readonly state: 'refused'
      readonly recipeVersion: number
      readonly measures: Measures
      readonly reason: RefusalReason
      /** Whether the person may answer "my picture is right": examine again with the reason in `insist`. */
      readonly disputable: boolean
    }

/** One pool of examining processes for each platform, started when first needed. */
const engines = new WeakMap<Platform, PortraitEngine>()

/**
 * Starts the examining processes of this process, so that the first person does not wait for them to warm up;
 * only the web process needs it. Later calls give the same engine.
 */
export function portraitEngine(platform: Platform, options: PortraitEngineOptions = {}): PortraitEngine {
  const running = engines.get(platform)
  if (running) return running
  const engine = openPortraitEngine({
    children: platform.config.portraitChildren,
    onTrouble: (trouble) => platform.log.warn(trouble, 'portrait process lost'),
    ...options,
  })
  engines.set(platform, engine)
  return engine
}

/** Gives a platform an engine that runs already: for who opens many platforms in one process. It is closed with the platform's. */
export function lendPortraitEngine(platform: Platform, engine: PortraitEngine): void {
  engines.set(platform, engine)
}

/** Whether examining processes run here. */
export function hasPortraitEngine(platform: Platform): boolean {
  return engines.has(platform)
}

/** Ends the examining processes, if any run. */
export async function closePortraitEngine(platform: Platform): Promise<void> {
  await engines.get(platform)?.close()
  engines.delete(platform)
}

/**
 * Looks at a picture and, when it will do, stores it: outside any transaction, since it takes a while.
 * A refused picture is not stored. Never throws for a bad picture; throws when the disk fails, so that
 * nobody is told "received" about a picture that is not there (P5).
 * @param insist reasons that the person has disputed; they become doubts for the officer
 * @param sentAs SHA-256 of the picture as the sender's device read it, where it could tell
 */
export async function examine(
  platform: Platform,
  bytes: Uint8Array,
  { insist = [], sentAs }: { readonly insist?: readonly string[]; readonly sentAs?: string | undefined } = {},
): Promise<Examination> {
  // What the sender's device read and what arrived must be the same bytes.
  if (sentAs !== undefined && sentAs !== sha256Hex(bytes)) return refused('unreadable')
  if (sniff(bytes) === undefined) return refused('not-an-image')
  if (bytes.length > largestUploadBytes) return refused('too-large')
  const verdict = await portraitEngine(platform).examine(bytes, insist.filter(isDisputable))
  if (verdict.state === 'refused') return { ...verdict, disputable: isDisputable(verdict.reason) }
  const crop = Buffer.from(verdict.crop)
  // `put` answers only after the bytes were flushed and read back (POR2).
  const [originalHash, cropHash] = await Promise.all([platform.files.put(bytes), platform.files.put(crop)])
  return { ...verdict, originalHash, originalBytes: bytes.length, cropHash, crop }
}

function refused(reason: RefusalReason): Examination {
  return { state: 'refused', recipeVersion, measures: {}, reason, disputable: false }
}

/** Where a picture came from, with what proves it. */
export type Provenance =
  | { readonly source: 'upload'; readonly uploadId?: string | undefined }
  | { readonly source: 'population-register'; readonly lookupId: string }

/** The record of the same upload that was there before: sent twice, a picture is recorded once. */
async function earlier(work: Work, { personId, uploadId }: Portrait): Promise<Portrait> {
  const found = uploadId === null ? undefined : await findPortraitOfUpload(work, personId, uploadId)
  if (!found) throw new Error('an upload is recorded for somebody else')
  return found
}

/**
 * Records an examined picture for a person, accepted or refused, in the caller's transaction, and announces it.
 * From then on the portrait is known by its id; the receipt hash is that of the crop.
 */
export async function keep(
  work: Work,
  received: { personId: string; draftId?: string | undefined; examination: Examination } & Provenance,
): Promise<Portrait> {
  const { examination, personId, source } = received
  const draftId = received.draftId ?? null
  const uploadId = received.source === 'upload' ? (received.uploadId ?? null) : null
  const lookupId = received.source === 'population-register' ? received.lookupId : null
  const common = { id: newId(), personId, draftId, source, uploadId, lookupId, measures: examination.measures, recipeVersion: examination.recipeVersion, receivedAt: work.now }
  if (examination.state === 'refused') {
    const portrait: Portrait = { ...common, state: 'refused', reason: examination.reason }
    if (!(await savePortrait(work, portrait))) return await earlier(work, portrait)
    work.announce('portrait.refused', { portraitId: portrait.id, draftId, reason: portrait.reason }, personId)
    return portrait
  }
  const { doubts, originalHash, originalBytes, cropHash } = examination
  const portrait: AcceptedPortrait = { ...common, state: 'accepted', doubts, originalHash, originalBytes, cropHash, verifiedAt: work.now, damagedAt: null, lost: null }
  if (!(await savePortrait(work, portrait))) return await earlier(work, portrait)
  await saveLook(work, portrait.id, examination.look)
  work.announce('portrait.accepted', { portraitId: portrait.id, draftId }, personId)
  return portrait
}

/** Has the population register asked for a person's portrait by a job, unless it was asked lately (B2). */
export async function askRegistered(work: Work, person: { readonly id: string; readonly identityNumber: string }): Promise<void> {
  await askLookup(work, registeredPortrait, person.id, { identityNumber: person.identityNumber, personId: person.id })
}

/** What the register has said about a person's portrait so far; nobody waits for it here. */
export async function findRegistered(work: Work, personId: string): Promise<RegisteredPortrait> {
  const lookup = await findLookup(work, personId, registeredPortrait.source)
  if (!lookup) return { state: 'not-asked' }
  if (lookup.state === 'asked') return { state: 'asking' }
  if (lookup.state === 'unavailable') return { state: 'silent' }
  const bytes = lookup.answer === null ? undefined : decodeRegistered(lookup.answer)
  return bytes ? { state: 'there', lookupId: lookup.id, bytes } : { state: 'none' }
}

/**
 * The 3 x 4 picture of an accepted portrait, byte for byte as the person saw it: read from disk and compared
 * with its hash each time (POR1). The caller has checked that the reader may see it.
 * @throws Refusal `portrait-not-kept` for a refused portrait; FileDamaged when the file is missing or has changed, FilesSilent when nobody can say
 */
export async function readCrop(platform: Platform, portraitId: string): Promise<Buffer> {
  const portrait = await platform.read(systemActor('portraits'), (work) => getPortrait(work, portraitId))
  if (portrait.state === 'refused') throw new Refusal('portrait-not-kept')
  return platform.files.get(portrait.cropHash)
}

/** The same for who has the portrait already. @throws FileDamaged, FilesSilent */
export function readCropOf(platform: Platform, portrait: AcceptedPortrait): Promise<Buffer> {
  return platform.files.get(portrait.cropHash)
}

/** What reading a stored portrait back found, after mending what could be mended. */
export type ReadBack = 'whole' | 'mended' | 'original-lost' | 'picture-lost'

/**
 * Reads both files of a portrait back (POR1, POR3). What is missing or changed is mended from another copy, byte for byte or
 * not at all: the register's answer for what it sent, and the bytes as sent for the 3 x 4 picture, which the recipe makes anew (POR4).
 * @throws when the store does not answer, or the examining processes are busy: then nothing is known about the portrait
 */
export async function readBack(platform: Platform, portrait: AcceptedPortrait): Promise<ReadBack> {
  const { files } = platform
  const before = [await files.verify(portrait.originalHash), await files.verify(portrait.cropHash)]
  if (before.every((state) => state === 'whole')) return 'whole'
  if (before[0] !== 'whole' && !(await restore(platform, portrait.originalHash, await registeredCopy(platform, portrait)))) {
    return before[1] === 'whole' ? 'original-lost' : 'picture-lost'
  }
  if (before[1] === 'whole') return 'mended'
  const verdict = await portraitEngine(platform).examine(await files.get(portrait.originalHash), portrait.doubts)
  if (verdict.state === 'refused' && (verdict.reason === 'busy' || verdict.reason === 'too-slow')) throw new Error('no time to mend a portrait')
  return (await restore(platform, portrait.cropHash, verdict.state === 'accepted' ? verdict.crop : undefined)) ? 'mended' : 'picture-lost'
}

/** Puts a copy back when it is the very same bytes. */
async function restore(platform: Platform, hash: string, copy: Uint8Array | undefined): Promise<boolean> {
  if (copy === undefined || sha256Hex(copy) !== hash) return false
  await platform.files.put(copy)
  return true
}

async function registeredCopy(platform: Platform, portrait: AcceptedPortrait): Promise<Buffer | undefined> {
  if (portrait.lookupId === null) return undefined
  const found = await platform.read(systemActor('portraits'), (work) => findRegistered(work, portrait.personId))
  return found.state === 'there' ? found.bytes : undefined
}

/** The part of a hash that people compare by eye, on the receipt and on the officer's page: "7f3a 91c2". */
export function receiptHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
}
