/** The other evidence: a certified electronic copy of a paper certificate counts once an officer has read it (P3). */
import { isCertificateClass } from '../../../catalogue/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { clinicOfNumber, type HealthCertificate, holderKey, noValues, type SentCertificate } from '../certificate.ts'
import { insertCertificate, lockByNumber, lockIdentity, lockNumber, updateCertificate } from '../store/certificates.ts'
import { type CertifiedCopy, type CopyRejection, lockCopy, saveConfirmed, saveCopy, saveRejected } from '../store/copies.ts'

declare module '../../../platform/background/facts.ts' {
  interface Facts {
    'certified-copy.received': { copyId: string; personId: string }
    'certified-copy.rejected': { copyId: string; personId: string }
  }
}

/** A copy whose signature held when it came. */
export type HeldCopy = Parameters<typeof saveCopy>[1]

/** Keeps a copy for an officer to read; the same file again is the same copy. */
export async function keepCopy(work: Work, copy: HeldCopy): Promise<string> {
  const copyId = await saveCopy(work, copy)
  work.announce('certified-copy.received', { copyId, personId: copy.personId }, copy.personId)
  return copyId
}

/** What an officer reads on the paper. */
export type ReadOnPaper = Omit<SentCertificate, 'values'>

/**
 * An officer confirms what a copy says: from now on it serves like any other certificate. What a clinic sent under the same
 * number stands: the copy then only points at it, and one that says otherwise is refused. Of two readings the later counts.
 * @throws Refusal 'copy-not-found', 'copy-already-decided', 'certificate-number-not-of-clinic', 'certificate-class-unknown', 'concluded-in-the-future', 're-exam-day-missing', 'number-of-another-person', 'register-says-otherwise'
 */
export async function confirmCopy(work: Work, copyId: string, holder: { readonly identityNumber: string; readonly fullName: string }, read: ReadOnPaper): Promise<{ certificateId: string }> {
  const copy = await undecided(work, copyId)
  if (clinicOfNumber(read.number) !== read.clinicCode) throw new Refusal('certificate-number-not-of-clinic')
  if (!isCertificateClass(read.licenceClass)) throw new Refusal('certificate-class-unknown')
  if (read.concludedOn > work.today) throw new Refusal('concluded-in-the-future')
  if (read.conclusion === 'eligible-re-exam' && read.reExamOn === null) throw new Refusal('re-exam-day-missing')
  const identityIndex = work.blindIndex('identity-number', holder.identityNumber)
  const holderIndex = work.blindIndex('certificate-holder', holderKey(holder.identityNumber, holder.fullName))
  await lockNumber(work, read.number)
  await lockIdentity(work, identityIndex)
  const rows = await lockByNumber(work, read.number)
  if (rows.some((row) => !row.identityIndex.equals(identityIndex))) throw new Refusal('number-of-another-person')
  const known = rows.find((row) => row.licenceClass === read.licenceClass)
  const entry = { sent: { ...read, values: noValues }, personId: known?.personId ?? copy.personId, identityIndex, holderIndex, source: 'certified-copy' as const, copyId }
  const readAgain = known?.source === 'certified-copy' && known.revokedAt === null
  if (known && !readAgain && concludesOtherwise(known, read)) throw new Refusal('register-says-otherwise')
  const certificateId = known?.id ?? (await insertCertificate(work, entry))
  if (readAgain) await updateCertificate(work, certificateId, entry)
  await saveConfirmed(work, copyId, certificateId, staffOf(work))
  work.announce('health-certificate.received', { certificateId, personId: copy.personId }, copy.personId)
  return { certificateId }
}

/** Names are spelt in many ways and decide nothing; the conclusion and its days do. */
function concludesOtherwise(known: HealthCertificate, read: ReadOnPaper): boolean {
  return known.conclusion !== read.conclusion || known.concludedOn !== read.concludedOn || known.reExamOn !== read.reExamOn
}

/** An officer does not take a copy; the citizen is told why. @throws Refusal 'copy-not-found', 'copy-already-decided' */
export async function rejectCopy(work: Work, copyId: string, rejection: CopyRejection): Promise<void> {
  const copy = await undecided(work, copyId)
  await saveRejected(work, copyId, rejection, staffOf(work))
  work.announce('certified-copy.rejected', { copyId, personId: copy.personId }, copy.personId)
}

async function undecided(work: Work, copyId: string): Promise<CertifiedCopy> {
  const copy = await lockCopy(work, copyId)
  if (!copy) throw new Refusal('copy-not-found')
  if (copy.state !== 'received') throw new Refusal('copy-already-decided')
  return copy
}

function staffOf(work: Work): string {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  return work.actor.staffId
}
