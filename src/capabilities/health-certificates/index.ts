/**
 * Health certificates — giấy khám sức khoẻ của người lái xe: one register with three doors. A clinic's program sends them, the
 * health gateway is asked by person or number, a clinic enters them here; a certified copy of a paper one is the other evidence.
 * Owns: schema `health_certificates`; files of certified copies by content.
 * Outside: cổng dữ liệu giấy khám sức khoẻ (health-records); thư điện tử to clinics (mail).
 * Announces: health-certificate.received · arrived · revoked · health-certificates.wrong-person · certified-copy.received · rejected · clinic.admitted · named-anew · joined · state-changed · invited · key-renewed · doctor-named
 * Legal: TT 36/2024/TT-BYT; which classes need one and for how long it serves is in the catalogue.  Story: docs/decisions/0024-one-register-of-certificates.md
 */
export { admitClinic, clinicsOf, inviteProgram, nameDoctor, renewClinicKey, stopClinic } from './actions/admit.ts'
export { askByIdentity, askByNumber, awaitCertificate, type CertificateStanding, findUsable, findUsableFor, stopAwaiting } from './actions/ask.ts'
export { clinicDelays, DELAY_DAYS, inviteClinic, joinClinic, renewKey, type Sender, senderOf, setClinicState, takeOverClinic } from './actions/clinics.ts'
export { confirmCopy, type HeldCopy, keepCopy, rejectCopy } from './actions/copies.ts'
export {
  beginCorrection, beginExamination, type BeforeSigning, type ClinicDay, deskClinic, type DeskCertificate, type Doctor, dropExamination, readBeforeSigning, readClinicDay, readDeskCertificate, saveFindings, signExamination, takeBack,
} from './actions/examine.ts'
export { type Conclusion, correctCertificate, issueCertificate } from './actions/issue.ts'
export { pushCertificate, type PushReceipt } from './actions/push.ts'
export { remindClinic } from './actions/remind.ts'
export { revokeCertificate } from './actions/take-in.ts'
export { type CertificateConclusion, clinicOfNumber, parseCertificateNumber } from './certificate.ts'
export { type Concluded, type FindingField, type FindingProblem, type Findings, readExamination } from './examination.ts'
export { jobs, lookupSources } from './jobs.ts'
export { type Clinic, type ClinicDelay, type ClinicListing, findClinic, listActiveClinics } from './store/clinics.ts'
export { type ClinicDeed, ownLastDeed } from './store/deeds.ts'
export { type CertifiedCopy, type CopyRejection, copyRejections, findCopy } from './store/copies.ts'
export type { Examination } from './store/examinations.ts'
export { invariants } from './store/invariants.ts'
