import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

export type DocumentState = 'requested' | 'rendered' | 'signing' | 'signed'

/** One official paper (văn bản, giấy tờ) of a dossier; its bytes lie in the content store. */
export interface Document {
  readonly id: string
  readonly dossierId: string
  readonly personId: string
  readonly kind: string
  readonly key: string
  readonly authorityCode: string
  /** As printed: '12/BPTNTKQ'; empty for a form without a number. */
  readonly numberText: string
  readonly formVersion: string
  /** Vietnamese title of the form. */
  readonly title: string
  readonly madeOn: string
  readonly madeAt: Date
  readonly verificationCode: string
  readonly state: DocumentState
  /** SHA-256 of the drawn file. */
  readonly hash: string | null
  /** SHA-256 of the file with the signatures made so far. */
  readonly signedHash: string | null
  readonly signedAt: Date | null
}

const columns = sql`id, dossier_id as "dossierId", person_id as "personId", kind, key, authority_code as "authorityCode", number_text as "numberText",
  form_version as "formVersion", title, made_on as "madeOn", made_at as "madeAt", verification_code as "verificationCode", state, hash,
  signed_hash as "signedHash", signed_at as "signedAt"`

/** What a new document is made of. `suffix` null: not numbered here. */
export interface NewDocument {
  readonly id: string
  readonly dossierId: string
  readonly personId: string
  readonly kind: string
  readonly key: string
  readonly authorityCode: string
  readonly suffix: string | null
  readonly givenNumber: string
  readonly formVersion: string
  readonly title: string
  readonly verificationCode: string
  readonly paper: Buffer
}

/** Inserts a document and gives it the next number of its series in the same statement. */
export async function saveNewDocument(work: Work, d: NewDocument): Promise<void> {
  const year = Number(work.today.slice(0, 4))
  await work.db.run(sql`
    with counted as (
      insert into documents.number_counter as c (authority_code, kind, year, last_number)
      select ${d.authorityCode}, ${d.kind}, ${year}::integer, 1 where ${d.suffix}::text is not null
      on conflict (authority_code, kind, year) do update set last_number = c.last_number + 1
      returning last_number
    )
    insert into documents.document (id, dossier_id, person_id, kind, key, authority_code, number, number_year, number_text, form_version, title, made_on, made_at, verification_code, paper)
    values (${d.id}, ${d.dossierId}, ${d.personId}, ${d.kind}, ${d.key}, ${d.authorityCode}, (select last_number from counted), (select ${year}::integer from counted),
      coalesce((select last_number || '/' || ${d.suffix}::text from counted), ${d.givenNumber}), ${d.formVersion}, ${d.title}, ${work.today}, ${work.now}, ${d.verificationCode}, ${d.paper})`)
}

export async function findDocument(work: Work, dossierId: string, kind: string, key: string): Promise<Document | undefined> {
  return work.db.maybe<Document>(sql`select ${columns} from documents.document where dossier_id = ${dossierId} and kind = ${kind} and key = ${key}`)
}

/** @throws when there is no such document */
export async function getDocument(work: Work, id: string): Promise<Document> {
  return work.db.one<Document>(sql`select ${columns} from documents.document where id = ${id}`)
}

/** Several documents by their ids. */
export async function findDocuments(work: Work, ids: readonly string[]): Promise<Map<string, Document>> {
  const rows = await work.db.many<Document>(sql`select ${columns} from documents.document where id = any(${[...ids]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Reads a document and keeps others from changing it until the end of the transaction. @throws when there is none */
export async function lockDocument(work: Work, id: string): Promise<Document> {
  return work.db.one<Document>(sql`select ${columns} from documents.document where id = ${id} for update`)
}

/** All documents of a dossier, oldest first. */
export async function listDocuments(work: Work, dossierId: string): Promise<Document[]> {
  return work.db.many<Document>(sql`select ${columns} from documents.document where dossier_id = ${dossierId} order by made_at, id`)
}

/** The document whose printed address bears this code. */
export async function findByVerificationCode(work: Work, code: string): Promise<Document | undefined> {
  return work.db.maybe<Document>(sql`select ${columns} from documents.document where verification_code = ${code}`)
}

/** The document of which these are the signed bytes, now or at an earlier signature, or the drawn ones of a kind that nobody signs. @param hash SHA-256 hex */
export async function findByFileHash(work: Work, hash: string, notSigned: readonly string[]): Promise<Document | undefined> {
  return work.db.maybe<Document>(sql`select ${columns} from documents.document where signed_hash = ${hash}
    or id in (select document_id from documents.signature where hash = ${hash})
    or hash = ${hash} and state = 'rendered' and kind = any(${[...notSigned]}::text[])`)
}

/** The sealed paper of a document. */
export async function getSealedPaper(work: Work, id: string): Promise<Buffer> {
  return (await work.db.one<{ paper: Buffer }>(sql`select paper from documents.document where id = ${id}`)).paper
}

export async function saveRendered(work: Work, id: string, hash: string, state: DocumentState): Promise<void> {
  await work.db.run(sql`update documents.document set hash = ${hash}, rendered_at = ${work.now}, state = ${state} where id = ${id} and hash is null`)
}

export async function saveState(work: Work, id: string, state: DocumentState): Promise<void> {
  await work.db.run(sql`update documents.document set state = ${state} where id = ${id}`)
}

export async function saveSigned(work: Work, id: string, hash: string, state: DocumentState): Promise<void> {
  await work.db.run(sql`update documents.document set signed_hash = ${hash}, signed_at = ${work.now}, state = ${state} where id = ${id}`)
}
