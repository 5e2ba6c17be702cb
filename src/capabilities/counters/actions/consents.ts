/** Asking for consent and taking it: by a one-time code on the person's own phone, by card and signature, or on signed paper. */
import { randomInt } from 'node:crypto'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Lang } from '../../../platform/values/words.ts'
import type { Work } from '../../../platform/work.ts'
import { CODE_DIGITS, CODE_MINUTES, CODE_TRIES, CODES_A_VISIT, type Consent, PHONE_DAYS, PHONE_PEOPLE, type Proof } from '../consent.ts'
import { countCodes, countOthersOfPhone, endConsents, findConsent, insertCode, insertGiven, lockConsent, saveGiven, saveTry } from '../store/consents.ts'
import { codeMessage } from '../text.ts'
import type { Visit } from '../visit.ts'
import { holdVisit } from './visits.ts'

const DAY_MS = 86_400_000

/** What somebody says yes to. */
export interface Content {
  /** SHA-256 of the answers as they would be frozen. */
  readonly hash: Buffer
}

/** How typing a code ended. */
export type CodeOutcome = 'given' | 'wrong' | 'expired' | 'too-many-tries' | 'content-changed' | 'not-asked'

/** The keyed hash under which a code is kept: without the key a million guesses would find it. */
function hashOf(work: Work, consentId: string, code: string): Buffer {
  return work.blindIndex('consent-code', `${consentId}:${code}`)
}

/** A visit in which something is about to be filed. @throws Refusal 'visit-over', 'nothing-to-confirm' */
async function hold(work: Work, visitId: string): Promise<Visit & { readonly draftId: string }> {
  const visit = await holdVisit(work, visitId)
  if (!visit.draftId || visit.dossierId) throw new Refusal('nothing-to-confirm')
  return { ...visit, draftId: visit.draftId }
}

function aboutOf(visit: Visit & { readonly draftId: string }, content: Content) {
  return { visitId: visit.id, personId: visit.personId, helperId: visit.staffId, officeCode: visit.officeCode, draftId: visit.draftId, contentHash: content.hash }
}

/**
 * Sends a one-time code to the person's phone; an earlier one no longer counts. The code itself is in the sealed message only,
 * and there only until it is sent: no job, log or page ever holds it.
 * @throws Refusal 'visit-over', 'nothing-to-confirm', 'too-many-codes', 'phone-of-many' when the phone agreed for too many other people lately
 */
export async function sendConsentCode(work: Work, visitId: string, content: Content, to: { readonly phone: string; readonly lang: Lang }): Promise<void> {
  const visit = await hold(work, visitId)
  if ((await countCodes(work, visitId)) >= CODES_A_VISIT) throw new Refusal('too-many-codes')
  const phoneIndex = work.blindIndex('consent-phone', to.phone.replace(/^\+84/, '0'))
  const since = new Date(work.now.getTime() - PHONE_DAYS * DAY_MS)
  if ((await countOthersOfPhone(work, phoneIndex, visit.personId, since)) >= PHONE_PEOPLE) throw new Refusal('phone-of-many')
  await endConsents(work, visitId)
  const code = String(randomInt(0, 10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
  const consentId = await insertCode(work, aboutOf(visit, content), {
    hashOf: (id) => hashOf(work, id, code), phoneIndex, letter: { to: to.phone, text: codeMessage[to.lang](code, CODE_MINUTES) }, expiresAt: new Date(work.now.getTime() + CODE_MINUTES * 60_000),
  })
  work.enqueue('counters.send-code', { consentId })
}

/** Takes a code as typed. A wrong one counts as a try, so this answers instead of throwing. @throws Refusal 'visit-over', 'nothing-to-confirm' */
export async function takeConsentCode(work: Work, visitId: string, content: Content, typed: string): Promise<CodeOutcome> {
  const visit = await hold(work, visitId)
  const consent = await lockConsent(work, visitId)
  if (consent?.method !== 'code' || !consent.codeHash || !consent.expiresAt) return 'not-asked'
  if (!consent.contentHash.equals(content.hash)) return 'content-changed'
  if (consent.state === 'given') return 'given'
  if (consent.tries >= CODE_TRIES) return 'too-many-tries'
  if (work.now >= consent.expiresAt) return 'expired'
  if (!hashOf(work, consent.id, typed.replace(/\D/g, '')).equals(consent.codeHash)) {
    await saveTry(work, consent.id)
    return consent.tries + 1 >= CODE_TRIES ? 'too-many-tries' : 'wrong'
  }
  await saveGiven(work, consent.id)
  agreed(work, visit, consent.id, 'code')
  return 'given'
}

/** Keeps a signature, or the signed paper, as proof. @throws Refusal 'visit-over', 'nothing-to-confirm' */
export async function keepConsent(work: Work, visitId: string, content: Content, proof: Proof): Promise<void> {
  const visit = await hold(work, visitId)
  await endConsents(work, visitId)
  const method = proof.kind === 'paper' ? 'paper' : 'signature'
  const consentId = await insertGiven(work, aboutOf(visit, content), method, proof)
  agreed(work, visit, consentId, method)
}

function agreed(work: Work, visit: Visit, consentId: string, method: Consent['method']): void {
  work.announce('assisted-filing.agreed', { visitId: visit.id, consentId, method }, visit.personId)
}

/** The consent that stands for exactly this content; undefined when none does. */
export async function findGivenConsent(work: Work, visitId: string, content: Content): Promise<Consent | undefined> {
  const consent = await findConsent(work, visitId)
  return consent?.state === 'given' && consent.contentHash.equals(content.hash) ? consent : undefined
}
