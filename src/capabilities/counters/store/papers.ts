/** Papers of dossiers being digitised, and their pages. */
import type { DigitisedKind } from '../../../catalogue/forms/index.ts'
import { type Sql, sql } from '../../../platform/db/sql.ts'
import { newId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'

export interface Digitisation {
  readonly dossierId: string
  readonly personId: string
  readonly officeCode: string
  readonly signedBy: string | null
  readonly closedAt: Date | null
  readonly completedAt: Date | null
}

export interface DigitisedPaper {
  readonly kind: DigitisedKind
  readonly declaredPages: number
  readonly documentId: string | null
  readonly pages: readonly DigitisedPage[]
}

export interface DigitisedPage {
  readonly id: string
  readonly kind: DigitisedKind
  readonly position: number
  readonly pictureHash: string
  readonly width: number
  readonly height: number
  readonly look: Buffer
  readonly scannedBy: string
  readonly scannedAt: Date
}

const columns = sql`dossier_id as "dossierId", person_id as "personId", office_code as "officeCode", signed_by as "signedBy", closed_at as "closedAt", completed_at as "completedAt"`

/** @param lock true: until the transaction ends nobody else changes its papers */
export async function findDigitisation(work: Work, dossierId: string, lock = false): Promise<Digitisation | undefined> {
  return work.db.maybe(sql`select ${columns} from counters.digitisation where dossier_id = ${dossierId} ${lock ? sql`for update` : sql``}`)
}

export async function insertDigitisation(work: Work, begun: { readonly dossierId: string; readonly personId: string; readonly officeCode: string }): Promise<void> {
  await work.db.run(sql`insert into counters.digitisation (dossier_id, person_id, office_code, begun_at) values (${begun.dossierId}, ${begun.personId}, ${begun.officeCode}, ${work.now}) on conflict do nothing`)
}

/** The papers in the order of their kinds, each with its pages in order. */
export async function listDigitisedPapers(work: Work, dossierId: string): Promise<DigitisedPaper[]> {
  const papers = await work.db.many<Omit<DigitisedPaper, 'pages'>>(sql`select kind, declared_pages as "declaredPages", document_id as "documentId" from counters.paper where dossier_id = ${dossierId} order by kind`)
  const pages = await work.db.many<DigitisedPage>(sql`select id, kind, position, picture_hash as "pictureHash", width, height, look, scanned_by as "scannedBy", scanned_at as "scannedAt" from counters.page where dossier_id = ${dossierId} order by kind, position`)
  return papers.map((paper) => ({ ...paper, pages: pages.filter(({ kind }) => kind === paper.kind) }))
}

export async function saveDeclared(work: Work, dossierId: string, kind: DigitisedKind, pages: number): Promise<void> {
  await work.db.run(sql`insert into counters.paper (dossier_id, kind, declared_pages) values (${dossierId}, ${kind}, ${pages}) on conflict (dossier_id, kind) do update set declared_pages = excluded.declared_pages`)
}

export interface NewPage {
  readonly kind: DigitisedKind
  readonly fileHash: string
  readonly pictureHash: string
  readonly width: number
  readonly height: number
  readonly look: Uint8Array
  readonly scannedBy: string
}

/** Adds pages behind those of their paper. */
export async function insertPages(work: Work, dossierId: string, pages: readonly NewPage[]): Promise<void> {
  for (const page of pages) {
    await work.db.run(sql`insert into counters.page (id, dossier_id, kind, position, file_hash, picture_hash, width, height, look, scanned_by, scanned_at)
      values (${newId()}, ${dossierId}, ${page.kind}, (select coalesce(max(position), 0) + 1 from counters.page where dossier_id = ${dossierId} and kind = ${page.kind}), ${page.fileHash}, ${page.pictureHash},
        ${page.width}, ${page.height}, ${Buffer.from(page.look)}, ${page.scannedBy}, ${work.now})`)
  }
}

/** Whether a file was taken in already. */
export async function hasFile(work: Work, dossierId: string, kind: DigitisedKind, fileHash: string): Promise<boolean> {
  return (await work.db.maybe(sql`select from counters.page where dossier_id = ${dossierId} and kind = ${kind} and file_hash = ${fileHash} limit 1`)) !== undefined
}

export async function findPage(work: Work, id: string): Promise<(DigitisedPage & { readonly dossierId: string }) | undefined> {
  return work.db.maybe(sql`select id, dossier_id as "dossierId", kind, position, picture_hash as "pictureHash", width, height, look, scanned_by as "scannedBy", scanned_at as "scannedAt" from counters.page where id = ${id}`)
}

/** Puts the pages of a paper into an order; those that are not named are taken out. */
export async function saveOrder(work: Work, dossierId: string, kind: DigitisedKind, ids: readonly string[]): Promise<void> {
  const named: Sql = sql`${[...ids]}::uuid[]`
  await work.db.run(sql`delete from counters.page where dossier_id = ${dossierId} and kind = ${kind} and id <> all(${named})`)
  await work.db.run(sql`update counters.page p set position = n.position from unnest(${named}) with ordinality as n(id, position) where p.id = n.id and p.position <> n.position`)
  if (ids.length === 0) await work.db.run(sql`delete from counters.paper where dossier_id = ${dossierId} and kind = ${kind}`)
}

export async function saveClosed(work: Work, dossierId: string, signedBy: string, documents: ReadonlyMap<DigitisedKind, string>): Promise<void> {
  for (const [kind, documentId] of documents) await work.db.run(sql`update counters.paper set document_id = ${documentId} where dossier_id = ${dossierId} and kind = ${kind}`)
  await work.db.run(sql`update counters.digitisation set signed_by = ${signedBy}, closed_at = ${work.now} where dossier_id = ${dossierId}`)
}

/** @returns false when it was complete before */
export async function saveCompleted(work: Work, dossierId: string): Promise<boolean> {
  return (await work.db.run(sql`update counters.digitisation set completed_at = ${work.now} where dossier_id = ${dossierId} and completed_at is null`)) > 0
}

/** Dossiers filed at an office on paper whose papers are not all signed, oldest first. */
export async function listUndigitised(work: Work, officeCode: string, most: number): Promise<{ readonly dossierId: string; readonly filedAt: Date; readonly pages: number; readonly closedAt: Date | null }[]> {
  return work.db.many(sql`select v.dossier_id as "dossierId", v.filed_at as "filedAt", d.closed_at as "closedAt", (select count(*)::int from counters.page p where p.dossier_id = v.dossier_id) as pages
    from counters.visit v left join counters.digitisation d on d.dossier_id = v.dossier_id
    where v.office_code = ${officeCode} and v.way = 'in-person' and v.dossier_id is not null and d.completed_at is null order by v.filed_at limit ${most}`)
}

/** Promises about digitised papers: each query must return nothing. */
export const paperInvariants: Readonly<Record<string, Sql>> = {
  'DOC7 a dossier counts as digitised only with every page that was said to be there, in order, each paper in a document': sql`select d.dossier_id from counters.digitisation d where d.closed_at is not null and (
      not exists (select from counters.paper p where p.dossier_id = d.dossier_id and p.kind = 'application')
      or exists (select from counters.paper p where p.dossier_id = d.dossier_id and (p.document_id is null
        or p.declared_pages <> (select count(*) from counters.page g where g.dossier_id = p.dossier_id and g.kind = p.kind)
        or p.declared_pages <> (select max(position) from counters.page g where g.dossier_id = p.dossier_id and g.kind = p.kind))))`,
}
