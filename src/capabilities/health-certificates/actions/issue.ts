/** The clinic's desk: a certificate is issued, corrected and taken back here, under a number of the statutory form. */
import { createHash } from 'node:crypto'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { clinicOfNumber, composeCertificateNumber, type HealthValues, noValues, type SentCertificate } from '../certificate.ts'
import { lockByNumber, lockNumber } from '../store/certificates.ts'
import { type Clinic, findMessage, nextSerial } from '../store/clinics.ts'
import { nameOf, type TakenIn, takeIn } from './take-in.ts'

/** What a clinic concludes about a person. */
export interface Conclusion extends Pick<SentCertificate, 'licenceClass' | 'conclusion' | 'concludedOn' | 'reExamOn' | 'doctorName'> {
  readonly identityNumber: string
  readonly fullName: string
  readonly values?: HealthValues
  /** The clinic's own name for this entry: the same again is the same certificate. */
  readonly key: string
}

/**
 * Issues a certificate: the next number of the clinic and year, given once and never again.
 * @returns the number; the same key again gives the same one
 * @throws Refusal with the codes of `takeIn`
 */
export async function issueCertificate(work: Work, clinic: Clinic, conclusion: Conclusion): Promise<TakenIn & { number: string }> {
  await lockNumber(work, `desk:${clinic.code}:${conclusion.key}`)
  const seen = await findMessage(work, clinic.code, `uuid:${conclusion.key}`)
  const number = seen ? (await nameOf(work, seen.certificateId)).number : await freeNumber(work, clinic, work.today)
  return { ...(await enter(work, clinic, number, conclusion, 'ADD')), number }
}

/** Corrects one that the clinic issued, here or by its program. @throws Refusal with the codes of `takeIn` */
export async function correctCertificate(work: Work, clinic: Clinic, number: string, conclusion: Conclusion): Promise<TakenIn> {
  if (clinicOfNumber(number) !== clinic.code) throw new Refusal('certificate-of-another-clinic')
  return enter(work, clinic, number, conclusion, 'EDIT')
}

function enter(work: Work, clinic: Clinic, number: string, conclusion: Conclusion, does: 'ADD' | 'EDIT'): Promise<TakenIn> {
  const { identityNumber, fullName, key, values = noValues, licenceClass, concludedOn, reExamOn, doctorName } = conclusion
  const certificate = { number, licenceClass, conclusion: conclusion.conclusion, concludedOn, reExamOn, doctorName, clinicCode: clinic.code, clinicName: clinic.name, values }
  const contentHash = createHash('sha256').update(JSON.stringify([certificate, identityNumber, fullName.normalize('NFC'), does])).digest()
  return takeIn(work, clinic, { certificate, identityNumber, fullName, does, door: 'desk', uuid: key, contentHash, createdAt: work.now })
}

/** The next number that nobody bears: the clinic's program may have used some of the series itself. */
async function freeNumber(work: Work, clinic: Clinic, today: string): Promise<string> {
  const year = Number(today.slice(0, 4))
  for (;;) {
    const number = composeCertificateNumber(await nextSerial(work, clinic.code, year), clinic.code, year)
    await lockNumber(work, number)
    if ((await lockByNumber(work, number)).length === 0) return number
  }
}
