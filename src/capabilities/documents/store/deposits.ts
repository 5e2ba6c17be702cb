import { sql } from '../../../platform/db/sql.ts'
import type { Work } from '../../../platform/work.ts'

/** A signed result on its way into its owner's electronic data store. */
export interface Deposit {
  readonly documentId: string
  readonly personId: string
  readonly dossierCode: string
  /** `no-store`: the owner has none yet; asked again each day. */
  readonly state: 'asked' | 'no-store' | 'received'
  readonly askedAt: Date
  /** MaKetQua, as the store gave it. */
  readonly resultCode: string | null
  /** DuongDanTepTinKetQua, as the store gave it. */
  readonly link: string | null
  readonly receivedAt: Date | null
}

const columns = sql`document_id as "documentId", person_id as "personId", dossier_code as "dossierCode", state, asked_at as "askedAt", result_code as "resultCode", link, received_at as "receivedAt"`

export const ownerContext = (documentId: string) => `documents.deposit.owner:${documentId}`

/** @returns false when it was asked for before */
export async function saveDepositAsked(work: Work, d: { readonly documentId: string; readonly personId: string; readonly owner: Buffer; readonly dossierCode: string }): Promise<boolean> {
  return (await work.db.run(sql`insert into documents.deposit (document_id, person_id, owner, dossier_code, asked_at)
    values (${d.documentId}, ${d.personId}, ${d.owner}, ${d.dossierCode}, ${work.now}) on conflict do nothing`)) === 1
}

export async function findDeposit(work: Work, documentId: string): Promise<Deposit | undefined> {
  return work.db.maybe<Deposit>(sql`select ${columns} from documents.deposit where document_id = ${documentId}`)
}

/** Every deposit of a dossier's papers. */
export async function listDepositsOf(work: Work, dossierId: string): Promise<Deposit[]> {
  return work.db.many<Deposit>(sql`select ${columns} from documents.deposit where document_id in (select id from documents.document where dossier_id = ${dossierId})`)
}

/** The sealed identity number of the owner. */
export async function getOwner(work: Work, documentId: string): Promise<Buffer> {
  return (await work.db.one<{ owner: Buffer }>(sql`select owner from documents.deposit where document_id = ${documentId}`)).owner
}

export async function saveNoStore(work: Work, documentId: string): Promise<void> {
  await work.db.run(sql`update documents.deposit set state = 'no-store' where document_id = ${documentId} and state = 'asked'`)
}

/** Keeps the store's receipt. @returns false when it was kept before */
export async function saveReceived(work: Work, documentId: string, r: { readonly fileHash: string; readonly resultCode: string; readonly link: string; readonly exchangeId: string }): Promise<boolean> {
  return (await work.db.run(sql`update documents.deposit set state = 'received', file_hash = ${r.fileHash}, result_code = ${r.resultCode}, link = ${r.link}, exchange_id = ${r.exchangeId}, received_at = ${work.now}
    where document_id = ${documentId} and state <> 'received'`)) === 1
}

/** Completely signed papers of a kind that nobody has sent on their way yet, oldest first; a thousand at most. */
export async function listWithoutDeposit(work: Work, kind: string): Promise<{ readonly id: string; readonly dossierId: string }[]> {
  return work.db.many(sql`select d.id, d.dossier_id as "dossierId" from documents.document d
    where d.kind = ${kind} and d.state = 'signed' and not exists (select from documents.deposit p where p.document_id = d.id) order by d.signed_at limit 1000`)
}
