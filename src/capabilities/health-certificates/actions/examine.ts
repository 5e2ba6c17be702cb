/** A doctor examines, concludes and signs: the certificate is issued under the doctor's name and counts at once (P2, P3, D2). */
import { mayDo } from '../../../catalogue/index.ts'
import { nameKey } from '../../../platform/values/words.ts'
import { addDays, instantAt, type LocalDate, formatDate } from '../../../platform/values/dates.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { holderKey } from '../certificate.ts'
import { type ExaminationAnswers, examinationShape, type Findings, readExamination } from '../examination.ts'
import { findCertificate, lockIdentity, lockNumber } from '../store/certificates.ts'
import { type Clinic, findClinic } from '../store/clinics.ts'
import {
  deleteForgottenExaminations, deleteOpenExamination, type Examination, findExamination, findOpenExamination, findSignedExaminations, insertExamination, listOpenExaminations, lockExamination, markSigned, updateAnswers,
} from '../store/examinations.ts'
import { findReceipt, isKnownOtherwise, listReceipts, listReceiptsOf, type Receipt } from '../store/receipts.ts'
import { correctCertificate, issueCertificate } from './issue.ts'
import { revokeCertificate } from './take-in.ts'

/** What the doctor's account says of whoever is acting: nobody examines themselves. */
export interface Doctor {
  readonly fullName: string
  readonly identityNumber: string
}

/** Whose examination it is, as the card says. */
export type Examined = Pick<ExaminationAnswers, 'identityNumber' | 'fullName' | 'birthDate' | 'sex' | 'residence'>

/** How long an examination that nobody signs is kept. */
const KEPT_DAYS = 30
/** For how long back the clinic is shown what it gave the same person. */
const LATELY_DAYS = 60

/**
 * The clinic of the doctor who acts.
 * @throws Refusal 'wrong-role', 'clinic-not-admitted', 'clinic-suspended'
 */
export async function deskClinic(work: Work): Promise<Clinic> {
  if (work.actor.kind !== 'staff' || !mayDo(work.actor.role, 'certify-health') || work.actor.officeCode === null) throw new Refusal('wrong-role')
  const clinic = await findClinic(work, work.actor.officeCode)
  if (!clinic || clinic.state === 'invited') throw new Refusal('clinic-not-admitted')
  if (clinic.state === 'suspended') throw new Refusal('clinic-suspended')
  return clinic
}

/**
 * Begins an examination, or goes on with the one that is open for the same person.
 * @param id of a new one: the same press twice begins it once
 * @returns the id of the open examination
 * @throws Refusal with the codes of `deskClinic`, and 'examining-oneself'
 */
export async function beginExamination(work: Work, doctor: Doctor, person: Examined, id: string): Promise<string> {
  const clinic = await deskClinic(work)
  if (person.identityNumber === doctor.identityNumber) throw new Refusal('examining-oneself')
  // Nothing that is measured or judged is filled in beforehand; the day and the unit of the breath test are.
  const answers = examinationShape.parse({ ...person, concludedOn: formatDate(work.today), alcoholUnit: 'mg-per-litre-breath' })
  return openOne(work, clinic, answers, id, null)
}

async function openOne(work: Work, clinic: Clinic, answers: ExaminationAnswers, id: string, corrects: string | null): Promise<string> {
  const identityIndex = work.blindIndex('identity-number', answers.identityNumber)
  await lockIdentity(work, identityIndex)
  if (await findExamination(work, clinic.code, id)) return id
  const open = await findOpenExamination(work, clinic.code, identityIndex, corrects)
  if (open) return open
  await insertExamination(work, { id, clinicCode: clinic.code, identityIndex, answers, corrects, begunBy: staffOf(work) })
  return id
}

/**
 * Begins the correction of a certificate that was signed here, filled with what it says now. What the clinic's program said last is the program's to correct.
 * @throws Refusal with the codes of `deskClinic`, and 'examination-not-found', 'corrected-by-program', 'certificate-is-revoked', 'examining-oneself'
 */
export async function beginCorrection(work: Work, doctor: Doctor, certificateId: string, id: string): Promise<string> {
  const clinic = await deskClinic(work)
  const receipt = await findReceipt(work, clinic.code, certificateId)
  if (!receipt) throw new Refusal('examination-not-found')
  const signed = (await findSignedExaminations(work, [certificateId])).get(certificateId)
  if (!signed) throw new Refusal('corrected-by-program')
  if (receipt.revokedAt) throw new Refusal('certificate-is-revoked')
  if (signed.answers.identityNumber === doctor.identityNumber) throw new Refusal('examining-oneself')
  return openOne(work, clinic, { ...signed.answers, correction: '' }, id, certificateId)
}

/**
 * Keeps what was typed, right or wrong; a certificate's class cannot be corrected, only taken back and issued anew.
 * @throws Refusal 'examination-not-found' also when it is signed already, 'examining-oneself'
 */
export async function saveFindings(work: Work, doctor: Doctor, id: string, findings: Findings): Promise<Examination> {
  const clinic = await deskClinic(work)
  const examination = await lockExamination(work, clinic.code, id)
  if (!examination || examination.signedAt) throw new Refusal('examination-not-found')
  const { answers, corrects } = examination
  if (answers.identityNumber === doctor.identityNumber) throw new Refusal('examining-oneself')
  const kept = examinationShape.parse({ ...answers, ...findings, ...(corrects ? { licenceClass: answers.licenceClass } : {}) })
  if (JSON.stringify(kept) === JSON.stringify(answers)) return examination
  await updateAnswers(work, id, kept, staffOf(work))
  return { ...examination, answers: kept, revision: examination.revision + 1 }
}

/**
 * Signs: issues or corrects the certificate with the clinic's next number. Signing again gives the same one.
 * @param revision what the doctor has read
 * @throws Refusal with the codes of `deskClinic` and `takeIn`, and 'examination-not-found', 'examination-changed' (somebody typed since it was read),
 *   'examination-incomplete', 'examining-oneself', 'corrected-by-program' (its program spoke after the correction was begun)
 */
export async function signExamination(work: Work, doctor: Doctor, id: string, revision: number): Promise<{ certificateId: string }> {
  const clinic = await deskClinic(work)
  const examination = await lockExamination(work, clinic.code, id)
  if (!examination) throw new Refusal('examination-not-found')
  if (examination.certificateId) return { certificateId: examination.certificateId }
  const { answers, corrects } = examination
  if (answers.identityNumber === doctor.identityNumber) throw new Refusal('examining-oneself')
  if (examination.revision !== revision) throw new Refusal('examination-changed')
  const read = readExamination(answers, work.today, corrects !== null)
  if ('problems' in read) throw new Refusal('examination-incomplete')
  const conclusion = { ...read.concluded, identityNumber: answers.identityNumber, doctorName: doctor.fullName, key: id }
  const corrected = corrects ? await findCertificate(work, corrects) : undefined
  if (corrected) {
    await lockNumber(work, corrected.number)
    if (!(await findSignedExaminations(work, [corrected.id])).has(corrected.id)) throw new Refusal('corrected-by-program')
  }
  const { certificateId } = corrected ? await correctCertificate(work, clinic, corrected.number, conclusion) : await issueCertificate(work, clinic, conclusion)
  await markSigned(work, id, { by: staffOf(work), certificateId })
  return { certificateId }
}

/** Forgets an examination that is not signed. @throws Refusal with the codes of `deskClinic`, 'examination-not-found', 'examining-oneself' */
export async function dropExamination(work: Work, doctor: Doctor, id: string): Promise<void> {
  const clinic = await deskClinic(work)
  const examination = await lockExamination(work, clinic.code, id)
  if (examination?.answers.identityNumber === doctor.identityNumber) throw new Refusal('examining-oneself')
  if (!examination || !(await deleteOpenExamination(work, id))) throw new Refusal('examination-not-found')
}

/** Takes a certificate of the own clinic back, by whichever door it came. @throws Refusal with the codes of `deskClinic`, 'examination-not-found', 'examining-oneself' */
export async function takeBack(work: Work, doctor: Doctor, certificateId: string, reason: string): Promise<void> {
  const clinic = await deskClinic(work)
  const receipt = await findReceipt(work, clinic.code, certificateId)
  if (!receipt) throw new Refusal('examination-not-found')
  const certificate = await findCertificate(work, certificateId)
  if (certificate?.identityIndex.equals(work.blindIndex('identity-number', doctor.identityNumber))) throw new Refusal('examining-oneself')
  await revokeCertificate(work, clinic, { number: receipt.number, licenceClass: receipt.licenceClass, reason })
}

/** What a doctor must know before signing. */
export interface BeforeSigning {
  readonly examination: Examination
  /** What this clinic gave the same person lately and not taken back. */
  readonly lately: readonly Receipt[]
  /** The eID knows this number under another name: the certificate would serve nobody. */
  readonly nameDiffers: boolean
}

/** @returns undefined when the clinic has no such examination */
export async function readBeforeSigning(work: Work, id: string): Promise<BeforeSigning | undefined> {
  const clinic = await deskClinic(work)
  const examination = await findExamination(work, clinic.code, id)
  if (!examination) return undefined
  const { identityNumber, fullName } = examination.answers
  const identityIndex = work.blindIndex('identity-number', identityNumber)
  const [lately, nameDiffers] = await Promise.all([
    listReceiptsOf(work, clinic.code, identityIndex, instantAt(addDays(work.today, -LATELY_DAYS))),
    isKnownOtherwise(work, identityIndex, work.blindIndex('certificate-holder', holderKey(identityNumber, fullName))),
  ])
  return { examination, nameDiffers: nameDiffers && nameKey(fullName) !== '', lately: lately.filter((one) => one.id !== examination.corrects) }
}

/** A certificate as its own clinic sees it. */
export interface DeskCertificate {
  readonly receipt: Receipt
  /** What was signed here; undefined when the clinic's program sent it or has changed it since. */
  readonly signed: Examination | undefined
}

/** One day of a clinic. */
export interface ClinicDay {
  readonly clinic: Clinic
  readonly certificates: readonly DeskCertificate[]
  readonly open: readonly Examination[]
}

/** @param day whose certificates are listed */
export async function readClinicDay(work: Work, day: LocalDate): Promise<ClinicDay> {
  const clinic = await deskClinic(work)
  const [receipts, open] = await Promise.all([listReceipts(work, clinic.code, instantAt(day), instantAt(addDays(day, 1))), listOpenExaminations(work, clinic.code)])
  const signed = await findSignedExaminations(work, receipts.map((one) => one.id))
  return { clinic, open, certificates: receipts.map((receipt) => ({ receipt, signed: signed.get(receipt.id) })) }
}

/** @returns undefined when the clinic has no such certificate */
export async function readDeskCertificate(work: Work, certificateId: string): Promise<DeskCertificate | undefined> {
  const clinic = await deskClinic(work)
  const receipt = await findReceipt(work, clinic.code, certificateId)
  return receipt && { receipt, signed: (await findSignedExaminations(work, [certificateId])).get(certificateId) }
}

/** Each night: what nobody signed within a month goes. */
export async function forgetExaminations(work: Work): Promise<void> {
  work.schedule('health-certificates.forget-examinations', 'nightly', {}, instantAt(addDays(work.today, 1), '03:10'))
  await deleteForgottenExaminations(work, instantAt(addDays(work.today, -KEPT_DAYS)))
}

function staffOf(work: Work): string {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  return work.actor.staffId
}
