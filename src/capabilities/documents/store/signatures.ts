import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

export type SigningRefusal = 'certificate-revoked' | 'changed-since-shown' | 'cancelled'

/** Chữ ký số: one signature asked for on a document, and what came of it. */
export interface Signature {
  readonly documentId: string
  readonly ordinal: number
  readonly signerId: string
  /** `refused` stops the paper; `replaced` was refused and another signer was asked since. */
  readonly state: 'asked' | 'done' | 'refused' | 'replaced'
  readonly refusal: SigningRefusal | null
  readonly shownHash: string | null
  readonly signedAt: Date | null
  /** The time proven by the time-stamp authority. */
  readonly stampedAt: Date | null
  /** SHA-256 of the certificate. */
  readonly certificate: string | null
  readonly hash: string | null
  /** Lines printed over the signer's name with the signature. */
  readonly titles: string | null
}

const columns = sql`document_id as "documentId", ordinal, signer_id as "signerId", state, refusal, shown_hash as "shownHash", signed_at as "signedAt",
  stamped_at as "stampedAt", certificate, hash, titles`

/** All signatures of a document in the order of signing. */
export async function listSignatures(work: Work, documentId: string): Promise<Signature[]> {
  return work.db.many<Signature>(sql`select ${columns} from documents.signature where document_id = ${documentId} order by ordinal`)
}

/** All signatures of the papers of these dossiers, of each paper in the order of signing. */
export async function listSignaturesOf(work: Work, dossierIds: readonly string[]): Promise<Signature[]> {
  return work.db.many<Signature>(sql`select ${columns} from documents.signature where document_id in (select id from documents.document where dossier_id = any(${[...dossierIds]}::uuid[])) order by document_id, ordinal`)
}

/** Of these dossiers those that have a document of a kind still being signed, a signature of which was refused. */
export async function listRefusedDossiers(work: Work, kind: string, dossierIds: readonly string[]): Promise<string[]> {
  const rows = await work.db.many<{ id: string }>(sql`select distinct d.dossier_id as id from documents.document d where d.dossier_id = any(${[...dossierIds]}::uuid[]) and d.kind = ${kind} and d.state = 'signing'
    and exists (select from documents.signature s where s.document_id = d.id and s.state = 'refused')`)
  return rows.map(({ id }) => id)
}

/** Adds a signature after those already asked for. @returns false when this signer was asked before */
export async function saveAsked(work: Work, documentId: string, signerId: string, shownHash: string | null, titles: string | null = null): Promise<boolean> {
  const added = await work.db.run(sql`
    insert into documents.signature (document_id, ordinal, signer_id, shown_hash, asked_at, titles)
    select ${documentId}, coalesce(max(ordinal), 0) + 1, ${signerId}, ${shownHash}, ${work.now}, ${titles} from documents.signature where document_id = ${documentId}
    on conflict (document_id, signer_id) where state <> 'replaced' do nothing`)
  return added === 1
}

export interface DoneSignature {
  readonly documentId: string
  readonly ordinal: number
  readonly stampedAt: Date
  readonly certificate: string
  readonly hash: string
}

export async function saveDone(work: Work, s: DoneSignature): Promise<void> {
  await work.db.run(sql`update documents.signature set state = 'done', signed_at = ${work.now}, stamped_at = ${s.stampedAt}, certificate = ${s.certificate}, hash = ${s.hash}
    where document_id = ${s.documentId} and ordinal = ${s.ordinal} and state = 'asked'`)
}

export async function saveRefused(work: Work, documentId: string, ordinal: number, refusal: SigningRefusal): Promise<void> {
  await work.db.run(sql`update documents.signature set state = 'refused', refusal = ${refusal} where document_id = ${documentId} and ordinal = ${ordinal} and state = 'asked'`)
}

/** Takes back an order to sign that was not carried out. @returns whether there was one */
export async function saveCancelled(work: Work, documentId: string, signerId: string): Promise<boolean> {
  return (await work.db.run(sql`update documents.signature set state = 'replaced', refusal = 'cancelled' where document_id = ${documentId} and signer_id = ${signerId} and state = 'asked'`)) === 1
}

/** Whether a paper stands still because the certificate of this holder was revoked. */
export async function hasRevoked(work: Work, signerId: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from documents.signature where signer_id = ${signerId} and state = 'refused' and refusal = 'certificate-revoked' limit 1`)) !== undefined
}

/** Asks a holder anew for what was refused since their certificate was revoked: the same file, the same lines. @returns the documents */
export async function askRevokedAgain(work: Work, signerId: string): Promise<string[]> {
  const refused = await work.db.many<{ id: string; shownHash: string | null; titles: string | null }>(sql`update documents.signature set state = 'replaced'
    where signer_id = ${signerId} and state = 'refused' and refusal = 'certificate-revoked' returning document_id as id, shown_hash as "shownHash", titles`)
  await Promise.all(refused.map(({ id, shownHash, titles }) => saveAsked(work, id, signerId, shownHash, titles)))
  return refused.map(({ id }) => id)
}

/** Makes room for another signer after a refusal. */
export async function replaceRefused(work: Work, documentId: string): Promise<void> {
  await work.db.run(sql`update documents.signature set state = 'replaced' where document_id = ${documentId} and state = 'refused'`)
}

export type HolderProfile = 'officer' | 'authority'

/** The current key of a holder. `chain` is null until the authority has issued. */
export interface SigningKey {
  readonly holderId: string
  readonly generation: number
  readonly name: string
  readonly profile: HolderProfile
  readonly chain: readonly Buffer[] | null
  readonly fingerprint: string | null
  readonly expiresAt: Date | null
}

export async function findSigningKey(work: Work, holderId: string): Promise<SigningKey | undefined> {
  return work.db.maybe<SigningKey>(sql`select holder_id as "holderId", generation, name, profile, chain, fingerprint, expires_at as "expiresAt"
    from documents.signing_key where holder_id = ${holderId} order by generation desc limit 1`)
}

export async function saveKeyAsked(work: Work, holderId: string, generation: number, name: string, profile: HolderProfile): Promise<void> {
  await work.db.run(sql`insert into documents.signing_key (holder_id, generation, name, profile, asked_at)
    values (${holderId}, ${generation}, ${name}, ${profile}, ${work.now}) on conflict do nothing`)
}

export interface IssuedKey {
  readonly holderId: string
  readonly generation: number
  readonly chain: readonly Buffer[]
  readonly fingerprint: string
  readonly expiresAt: Date
}

export async function saveKeyIssued(work: Work, key: IssuedKey): Promise<void> {
  await work.db.run(sql`update documents.signing_key set chain = ${[...key.chain]}::bytea[], fingerprint = ${key.fingerprint}, expires_at = ${key.expiresAt}, issued_at = ${work.now}
    where holder_id = ${key.holderId} and generation = ${key.generation} and chain is null`)
}
