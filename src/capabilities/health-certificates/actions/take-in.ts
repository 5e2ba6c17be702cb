/** What a clinic sends or enters goes into the register: once, by that clinic only, for whoever it is about (P2, P3). */
import { createHash } from 'node:crypto'
import { isCertificateClass } from '../../../catalogue/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { clinicOfNumber, holderKey, type SentCertificate } from '../certificate.ts'
import { type Entry, findCertificate, findHolder, insertCertificate, type KnownCertificate, lockByNumber, lockIdentity, lockNumber, markRevoked, saysTheSame, updateCertificate } from '../store/certificates.ts'
import { type Clinic, findMessage, insertMessage } from '../store/clinics.ts'

/** A certificate on its way into the register. */
export interface Arrival {
  readonly certificate: SentCertificate
  readonly identityNumber: string
  readonly fullName: string
  readonly does: 'ADD' | 'EDIT'
  readonly door: 'json' | 'xml' | 'desk'
  /** The sender's own name for the message; without one its content is its name. */
  readonly uuid: string
  /** SHA-256 of the bytes that say all of it. */
  readonly contentHash: Buffer
  readonly createdAt: Date | undefined
  /** The signed document, Base64. */
  readonly signedDocument?: string
}

export interface TakenIn {
  readonly certificateId: string
  /** 'known': it was there already, nothing changed. */
  readonly outcome: 'new' | 'corrected' | 'known'
}

/** Clocks of two machines differ. */
const SKEW_MS = 5 * 60_000

/**
 * Takes one message of a clinic.
 * @throws Refusal, with its own words on the wire: 'certificate-of-another-clinic', 'certificate-class-unknown', 'concluded-in-the-future', 'number-of-another-person',
 *   'certificate-says-otherwise' (ADD of a number that is there with other content), 'certificate-not-known' (EDIT of one that never came), 'certificate-holder-fixed',
 *   'certificate-is-revoked', 'message-reused' (one name, two contents), 'message-superseded' (an old message played back)
 */
export async function takeIn(work: Work, clinic: Clinic, arrival: Arrival): Promise<TakenIn> {
  const { certificate, contentHash, does, door } = arrival
  if (clinicOfNumber(certificate.number) !== clinic.code || (certificate.clinicCode !== '' && certificate.clinicCode !== clinic.code)) throw new Refusal('certificate-of-another-clinic')
  if (!isCertificateClass(certificate.licenceClass)) throw new Refusal('certificate-class-unknown')
  if (certificate.concludedOn > work.today) throw new Refusal('concluded-in-the-future')
  const messageKey = arrival.uuid === '' ? `content:${contentHash.toString('hex')}` : `uuid:${arrival.uuid}`
  const identityIndex = work.blindIndex('identity-number', arrival.identityNumber)
  const holderIndex = work.blindIndex('certificate-holder', holderKey(arrival.identityNumber, arrival.fullName))
  await lockNumber(work, certificate.number)
  await lockIdentity(work, identityIndex)
  const seen = await findMessage(work, clinic.code, messageKey)
  if (seen) {
    if (!seen.contentHash.equals(contentHash)) throw new Refusal('message-reused')
    if (!seen.isNewest) throw new Refusal('message-superseded')
    return { certificateId: seen.certificateId, outcome: 'known' }
  }
  const rows = await lockByNumber(work, certificate.number)
  const known = rows.find((one) => one.licenceClass === certificate.licenceClass)
  const entry: Entry = {
    // The clinic's own name stands in its registration: a message cannot call it otherwise.
    sent: { ...certificate, clinicCode: clinic.code, clinicName: clinic.name },
    personId: (await findHolder(work, identityIndex, holderIndex, known?.personId ?? null)) ?? null, identityIndex, holderIndex,
    source: door === 'desk' ? 'clinic' : 'clinic-software', issuedAt: issuedAt(work, arrival), ...(arrival.signedDocument ? { signedDocument: arrival.signedDocument } : {}),
  }
  const taken = await write(work, { rows, known, entry, does })
  await insertMessage(work, { clinicCode: clinic.code, messageKey, contentHash, does, door, certificateId: taken.certificateId })
  return taken
}

/** The sender's own instant where it can be true; otherwise it was issued when it came. */
function issuedAt(work: Work, { createdAt }: Arrival): Date {
  return createdAt && createdAt.getTime() <= work.now.getTime() + SKEW_MS ? new Date(Math.min(createdAt.getTime(), work.now.getTime())) : work.now
}

interface Writing {
  readonly rows: readonly KnownCertificate[]
  readonly known: KnownCertificate | undefined
  readonly entry: Entry
  readonly does: 'ADD' | 'EDIT'
}

async function write(work: Work, { rows, known, entry, does }: Writing): Promise<TakenIn> {
  if (rows.some((row) => row !== known && !row.identityIndex.equals(entry.identityIndex))) throw new Refusal('number-of-another-person')
  if (!known) {
    if (does === 'EDIT') throw new Refusal('certificate-not-known')
    const certificateId = await insertCertificate(work, entry)
    announce(work, certificateId, [entry.personId])
    return { certificateId, outcome: 'new' }
  }
  if (known.revokedAt) throw new Refusal('certificate-is-revoked')
  if (!known.identityIndex.equals(entry.identityIndex)) throw new Refusal(does === 'ADD' ? 'number-of-another-person' : 'certificate-holder-fixed')
  // What an officer copied from paper gives way to the clinic's own word.
  const ofPaper = known.source === 'certified-copy'
  if (!ofPaper && (await saysTheSame(work, known, entry))) return { certificateId: known.id, outcome: 'known' }
  if (does === 'ADD' && !ofPaper) throw new Refusal('certificate-says-otherwise')
  await updateCertificate(work, known.id, entry)
  announce(work, known.id, [known.personId, entry.personId])
  return { certificateId: known.id, outcome: 'corrected' }
}

/** Tells everybody whose standing changed; a certificate for nobody known has only arrived. */
function announce(work: Work, certificateId: string, people: readonly (string | null)[]): void {
  const known = [...new Set(people)].filter((one) => one !== null)
  for (const personId of known) work.announce('health-certificate.received', { certificateId, personId }, personId)
  if (known.length === 0) work.announce('health-certificate.arrived', { certificateId })
}

/**
 * The clinic takes a certificate back; it serves nobody from now on. Taking it back again changes nothing.
 * @param reason a short word of the clinic, kept with the row
 * @throws Refusal 'certificate-of-another-clinic', 'certificate-not-known'
 */
export async function revokeCertificate(work: Work, clinic: Clinic, revocation: { readonly number: string; readonly licenceClass: string; readonly reason: string }): Promise<{ certificateId: string }> {
  const { number, licenceClass, reason } = revocation
  if (clinicOfNumber(number) !== clinic.code) throw new Refusal('certificate-of-another-clinic')
  await lockNumber(work, number)
  const known = (await lockByNumber(work, number)).find((one) => one.licenceClass === licenceClass)
  if (!known) throw new Refusal('certificate-not-known')
  if (known.revokedAt) return { certificateId: known.id }
  await markRevoked(work, known.id, reason)
  const contentHash = createHash('sha256').update(JSON.stringify([number, licenceClass, reason])).digest()
  await insertMessage(work, { clinicCode: clinic.code, messageKey: `revoke:${known.id}`, contentHash, does: 'REVOKE', door: 'desk', certificateId: known.id })
  work.announce('health-certificate.revoked', { certificateId: known.id })
  if (known.personId) work.announce('health-certificate.received', { certificateId: known.id, personId: known.personId }, known.personId)
  return { certificateId: known.id }
}

/** The number and class of a row, for the answer to the clinic. */
export async function nameOf(work: Work, certificateId: string): Promise<{ number: string; licenceClass: string }> {
  const found = await findCertificate(work, certificateId)
  if (!found) throw new Error(`certificate ${certificateId} is gone`)
  return { number: found.number, licenceClass: found.licenceClass }
}
