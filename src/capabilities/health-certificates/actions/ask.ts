/** Asking for certificates, taking the gateway's answers into the register, saying whether one serves. */
import { askLookup, type Known, listKnown, type Lookup, type LookupName, repeatLookup } from '../../../platform/outside/lookups.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { answerFromText, holderKey, parseCertificateNumber, type SentCertificate } from '../certificate.ts'
import { bindWaiting, type CertificatesAbout, insertCertificate, listAbout, lockByNumber, lockIdentity, lockNumber, saveHolder, saysTheSame, updateCertificate } from '../store/certificates.ts'
import { listPendingCopies, type PendingCopy } from '../store/copies.ts'
import { type CertificateNeed, judge, type Usability } from '../usable.ts'

declare module '../../../platform/background/facts.ts' {
  interface Facts {
    /** The standing of a person's certificate changed: a new one, a correction, a revocation. */
    'health-certificate.received': { certificateId: string; personId: string }
    /** One came, or was changed, for whom nobody is known yet. */
    'health-certificate.arrived': { certificateId: string }
    'health-certificate.revoked': { certificateId: string }
    /** An alarm: the gateway answered about somebody else. Nothing was concluded from it. */
    'health-certificates.wrong-person': { personId: string }
  }
}

const REASK_HOURS = 1

/** By the person's own identity number. */
export const byIdentity: LookupName = { source: 'health-certificates:identity', freshMinutes: 15 }
/** By a number that the person typed. */
export const byNumber: LookupName = { source: 'health-certificates:number', freshMinutes: 1 }

export interface CertificateHolder {
  readonly personId: string
  readonly identityNumber: string
  readonly fullName: string
  /** A nine-digit identity card number of before 2021. */
  readonly formerIdentityNumber?: string
}

/**
 * Asks for everything the gateway has about the person, and from now on takes what arrives for them as theirs.
 * @param options.anew also when the last answer is fresh
 */
export async function askByIdentity(work: Work, holder: CertificateHolder, options: { readonly anew?: boolean } = {}): Promise<string> {
  await expectHolder(work, holder)
  return askLookup(work, byIdentity, holder.personId, questionOf(holder), options)
}

/** Asks for the certificate with a number. @throws Refusal 'certificate-number-wrong' when the text cannot be a number */
export async function askByNumber(work: Work, holder: CertificateHolder, typed: string): Promise<string> {
  const number = parseCertificateNumber(typed)
  if (number === undefined) throw new Refusal('certificate-number-wrong')
  return askLookup(work, byNumber, holder.personId, { ...questionOf(holder), number }, { anew: true })
}

function questionOf(holder: CertificateHolder): Record<string, string> {
  const { personId, identityNumber, fullName, formerIdentityNumber = '' } = holder
  return { personId, identityNumber, fullName, formerIdentityNumber }
}

/** Makes a person known to the register; what came for them before is theirs now (P2). */
async function expectHolder(work: Work, { personId, identityNumber, fullName }: CertificateHolder): Promise<void> {
  const identityIndex = work.blindIndex('identity-number', identityNumber)
  const holderIndex = work.blindIndex('certificate-holder', holderKey(identityNumber, fullName))
  await lockIdentity(work, identityIndex)
  await saveHolder(work, personId, identityIndex, holderIndex)
  for (const certificateId of await bindWaiting(work, personId, identityIndex, holderIndex)) work.announce('health-certificate.received', { certificateId, personId }, personId)
}

/** How a question to the gateway stands. */
interface CertificateQuestion {
  readonly by: 'identity' | 'number'
  readonly state: Lookup['state']
  readonly askedAt: Date
  readonly answeredAt: Date | null
  readonly nextTryAt: Date | null
  readonly exchangeId: string | null
  /** The last answer was about somebody else's certificate; by number, only of the number that is asked about here. */
  readonly otherPerson: boolean
}

export interface CertificateStanding {
  readonly usability: Usability
  readonly questions: readonly CertificateQuestion[]
  /** Certified copies that an officer has not confirmed yet, and the newest one if it was rejected; newest first. */
  readonly copies: readonly PendingCopy[]
}

/**
 * Whether the person has a certificate that serves, and how the questions for it stand.
 * @param need.number what the person typed, so that somebody else's number is told apart from an unknown one
 */
export async function findUsable(work: Work, personId: string, need: Wanted): Promise<CertificateStanding> {
  const [about, known, copies] = await Promise.all([listAbout(work, personId, need.number), listAsked(work, personId), listPendingCopies(work, personId)])
  return standingOf(need, about, known, copies)
}

/**
 * The same for who learns what is needed from a question of their own: what does not hang on it is asked together with that.
 * @returns undefined where no certificate is needed
 */
export async function findUsableFor(work: Work, personId: string, coming: Promise<Wanted | undefined>): Promise<CertificateStanding | undefined> {
  const [about, known, copies, need] = await Promise.all([listAbout(work, personId), listAsked(work, personId), listPendingCopies(work, personId), coming])
  return need && standingOf(need, need.number === undefined ? about : await listAbout(work, personId, need.number), known, copies)
}

type Wanted = CertificateNeed & { readonly number?: string | undefined }

function listAsked(work: Work, personId: string): Promise<ReadonlyMap<string, Known>> {
  return listKnown(work, personId, [byIdentity.source, byNumber.source])
}

function standingOf(need: Wanted, about: CertificatesAbout, known: ReadonlyMap<string, Known>, copies: readonly PendingCopy[]): CertificateStanding {
  const questions = [toQuestion('identity', known.get(byIdentity.source)?.newest, need.number), toQuestion('number', known.get(byNumber.source)?.newest, need.number)].filter((one) => one !== undefined)
  const otherPerson = about.numberOfAnother || questions.some((question) => question.otherPerson)
  return { usability: judge(about.own, need, { otherPerson, nameDiffers: about.nameDiffers }), questions, copies }
}

function toQuestion(by: CertificateQuestion['by'], lookup: Lookup | undefined, typed: string | undefined): CertificateQuestion | undefined {
  if (!lookup) return undefined
  const { state, askedAt, answeredAt, nextTryAt, exchangeId } = lookup
  const answer = lookup.answer === null ? undefined : answerFromText(lookup.answer)
  // A number typed once and given up says nothing about who does not use it.
  const counts = by === 'identity' || (typed !== undefined && answer?.number === typed)
  return { by, state, askedAt, answeredAt, nextTryAt, exchangeId, otherPerson: counts && answer !== undefined && answer.otherPerson > 0 }
}

/** The clinic has not sent it yet: asks again every hour by the shown clock until told to stop (P2). */
export function awaitCertificate(work: Work, personId: string): void {
  work.schedule('health-certificates.reask', personId, { personId }, new Date(work.now.getTime() + REASK_HOURS * 3_600_000))
}

/** No dossier waits any more. */
export function stopAwaiting(work: Work, personId: string): void {
  work.unschedule('health-certificates.reask', personId)
}

/** One round of waiting: asks again what was asked, and comes back in an hour. */
export async function reask(work: Work, personId: string): Promise<void> {
  await repeatLookup(work, byIdentity, personId)
  await repeatLookup(work, byNumber, personId)
  awaitCertificate(work, personId)
}

/**
 * Takes certificates of the gateway into the register; each new or corrected one is announced, the same again is not.
 * What the clinic itself sent or took back is newer than what the gateway repeats. A number that the register has for somebody
 * else is an alarm and nothing more: the rest of the answer counts all the same (OUT3).
 * @returns those that are theirs, in the order of the answer
 */
export async function receive(work: Work, personId: string, identityNumber: string, sent: readonly SentCertificate[], exchangeId: string): Promise<SentCertificate[]> {
  const identityIndex = work.blindIndex('identity-number', identityNumber)
  const theirs: SentCertificate[] = []
  for (const certificate of sent) {
    await lockNumber(work, certificate.number)
    const rows = await lockByNumber(work, certificate.number)
    if (rows.some((one) => !one.identityIndex.equals(identityIndex))) continue
    theirs.push(certificate)
    const known = rows.find((one) => one.licenceClass === certificate.licenceClass)
    const entry = { sent: certificate, personId, identityIndex, holderIndex: known?.holderIndex ?? null, source: 'health-gateway' as const, exchangeId }
    if (known && (known.revokedAt !== null || known.source === 'clinic-software' || known.source === 'clinic')) continue
    // Another account of the same person has it already.
    if (known && known.personId !== null && known.personId !== personId) continue
    if (known && known.source === 'health-gateway' && (await saysTheSame(work, known, entry))) continue
    const certificateId = known?.id ?? (await insertCertificate(work, entry))
    if (known) await updateCertificate(work, known.id, entry)
    work.announce('health-certificate.received', { certificateId, personId }, personId)
  }
  if (theirs.length < sent.length) raiseWrongPerson(work, personId)
  return theirs
}

/** Raises the alarm that the gateway answered about somebody else (OUT3). */
export function raiseWrongPerson(work: Work, personId: string): void {
  work.announce('health-certificates.wrong-person', { personId }, personId)
}
