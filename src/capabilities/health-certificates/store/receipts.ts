/** What a clinic sees of its own certificates: what came into the register and when, never another clinic's. */
import { sql } from '../../../platform/db/sql.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import type { Work } from '../../../platform/work.ts'
import type { CertificateConclusion, CertificateSource } from '../certificate.ts'

/** The receipt of one certificate — biên nhận vào sổ. */
export interface Receipt {
  readonly id: string
  readonly number: string
  readonly licenceClass: string
  readonly conclusion: CertificateConclusion
  readonly concludedOn: LocalDate
  readonly reExamOn: LocalDate | null
  readonly doctorName: string
  readonly source: CertificateSource
  /** When the clinic issued it, as it says; null where nobody says so. */
  readonly issuedAt: Date | null
  /** When a dossier could first use it. */
  readonly usableAt: Date
  /** When the clinic corrected it last; null when it never did. */
  readonly correctedAt: Date | null
  readonly revokedAt: Date | null
  readonly revokedFor: string | null
}

const columns = sql`c.id, c.number, c.licence_class as "licenceClass", c.conclusion, c.concluded_on as "concludedOn", c.re_exam_on as "reExamOn", c.doctor_name as "doctorName", c.source,
  c.issued_at as "issuedAt", c.usable_at as "usableAt", c.revoked_at as "revokedAt", c.revoked_for as "revokedFor",
  (select max(m.received_at) from health_certificates.message m where m.certificate_id = c.id and m.does = 'EDIT') as "correctedAt"`

/** A clinic's certificates that came in from one instant to another, newest first. */
export async function listReceipts(work: Work, clinicCode: string, from: Date, to: Date): Promise<Receipt[]> {
  return work.db.many<Receipt>(sql`select ${columns} from health_certificates.certificate c
    where c.clinic_code = ${clinicCode} and c.source in ('clinic', 'clinic-software') and c.received_at >= ${from} and c.received_at < ${to} order by c.received_at desc, c.id desc limit 500`)
}

/** One certificate of the clinic; another clinic's is not there. */
export async function findReceipt(work: Work, clinicCode: string, id: string): Promise<Receipt | undefined> {
  return work.db.maybe<Receipt>(sql`select ${columns} from health_certificates.certificate c
    where c.id = ${id} and c.clinic_code = ${clinicCode} and c.source in ('clinic', 'clinic-software')`)
}

/** What the clinic has given a person lately, newest first. */
export async function listReceiptsOf(work: Work, clinicCode: string, identityIndex: Buffer, since: Date): Promise<Receipt[]> {
  return work.db.many<Receipt>(sql`select ${columns} from health_certificates.certificate c
    where c.clinic_code = ${clinicCode} and c.identity_index = ${identityIndex} and c.source in ('clinic', 'clinic-software') and c.received_at > ${since} and c.revoked_at is null
    order by c.received_at desc`)
}

/** Whether somebody of this identity number is known here, and under another name: then the certificate would not be found to be theirs. */
export async function isKnownOtherwise(work: Work, identityIndex: Buffer, holderIndex: Buffer): Promise<boolean> {
  const row = await work.db.one<{ other: boolean }>(sql`select coalesce(bool_and(holder_index <> ${holderIndex}), false) as other from health_certificates.holder where identity_index = ${identityIndex}`)
  return row.other
}
