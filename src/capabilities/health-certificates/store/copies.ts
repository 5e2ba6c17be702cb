/** Certified electronic copies of paper certificates. */
import { sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

/** Why an officer does not take a copy: words of the pages. */
export const copyRejections = ['not-a-certificate', 'other-person', 'unreadable', 'not-certified'] as const
export type CopyRejection = (typeof copyRejections)[number]

export interface CertifiedCopy {
  readonly id: string
  readonly personId: string
  readonly fileHash: string
  readonly state: 'received' | 'confirmed' | 'rejected'
  /** Who certified it, as the signing certificate says. */
  readonly signerName: string
  readonly signerOrganisation: string
  readonly stampedAt: Date
  readonly receivedAt: Date
  readonly rejectedAs: CopyRejection | null
  readonly certificateId: string | null
}

/** A copy that has not become a certificate. */
export type PendingCopy = Pick<CertifiedCopy, 'id' | 'state' | 'receivedAt' | 'rejectedAs'>

const columns = sql`id, person_id as "personId", file_hash as "fileHash", state, signer_name as "signerName", signer_organisation as "signerOrganisation", stamped_at as "stampedAt",
  received_at as "receivedAt", rejected_as as "rejectedAs", certificate_id as "certificateId"`

/** Keeps a copy; the same file of the same person again is the same copy. @returns its id */
export async function saveCopy(work: Work, copy: Pick<CertifiedCopy, 'personId' | 'fileHash' | 'signerName' | 'signerOrganisation' | 'stampedAt'> & { readonly signerFingerprint: string }): Promise<string> {
  const id = newId()
  const inserted = await work.db.maybe<{ id: string }>(sql`insert into health_certificates.certified_copy
      (id, person_id, file_hash, state, signer_name, signer_organisation, signer_fingerprint, stamped_at, received_at)
    values (${id}, ${copy.personId}, ${copy.fileHash}, 'received', ${copy.signerName}, ${copy.signerOrganisation}, ${copy.signerFingerprint}, ${copy.stampedAt}, ${work.now})
    on conflict (person_id, file_hash) where state <> 'rejected' do nothing returning id`)
  if (inserted) return inserted.id
  const known = await work.db.one<{ id: string }>(sql`select id from health_certificates.certified_copy where person_id = ${copy.personId} and file_hash = ${copy.fileHash} and state <> 'rejected'`)
  return known.id
}

export async function findCopy(work: Work, id: string): Promise<CertifiedCopy | undefined> {
  return work.db.maybe<CertifiedCopy>(sql`select ${columns} from health_certificates.certified_copy where id = ${id}`)
}

export async function lockCopy(work: Work, id: string): Promise<CertifiedCopy | undefined> {
  return work.db.maybe<CertifiedCopy>(sql`select ${columns} from health_certificates.certified_copy where id = ${id} for update`)
}

/** Copies of a person that wait for an officer or were rejected, newest first. */
export async function listPendingCopies(work: Work, personId: string): Promise<PendingCopy[]> {
  return work.db.many<PendingCopy>(sql`select id, state, received_at as "receivedAt", rejected_as as "rejectedAs" from health_certificates.certified_copy
    where person_id = ${personId} and state <> 'confirmed' order by received_at desc, id desc`)
}

export async function saveConfirmed(work: Work, id: string, certificateId: string, staffId: string): Promise<void> {
  await work.db.run(sql`update health_certificates.certified_copy set state = 'confirmed', certificate_id = ${certificateId}, decided_by = ${staffId}, decided_at = ${work.now}
    where id = ${id} and state = 'received'`)
}

export async function saveRejected(work: Work, id: string, rejection: CopyRejection, staffId: string): Promise<void> {
  await work.db.run(sql`update health_certificates.certified_copy set state = 'rejected', rejected_as = ${rejection}, decided_by = ${staffId}, decided_at = ${work.now}
    where id = ${id} and state = 'received'`)
}
