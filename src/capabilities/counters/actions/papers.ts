/** Digitising the papers of a dossier filed on paper: pages come in, are put in order, and are closed for the signature. */
import { type DigitisedKind, digitisationRulesOn } from '../../../catalogue/forms/index.ts'
import { sha256Hex } from '../../../platform/files/contract.ts'
import type { Platform } from '../../../platform/runtime.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { lookAtScan } from '../engine/scans.ts'
import { type FileProblem, lacksOf, type PageProblem, problemOf, scanTypeOf, type SeenPage } from '../scan.ts'
import { type DigitisedPaper, findDigitisation, findPage, hasFile, insertDigitisation, insertPages, listDigitisedPapers, type NewPage, saveClosed, saveCompleted, saveDeclared, saveOrder } from '../store/papers.ts'

/** Whose papers: a dossier that was filed on paper at this office. */
export interface PaperCase {
  readonly dossierId: string
  readonly personId: string
  readonly officeCode: string
}

/** Pages of a file that may be taken in; their pictures are stored already. */
export interface TakenFile {
  readonly fileHash: string
  readonly pages: readonly Omit<NewPage, 'scannedBy'>[]
}

export type ScanRefused = { readonly problem: 'not-a-scan' | FileProblem } | { readonly problem: PageProblem; readonly page: number }

/**
 * Looks at a file that a scanner sent, outside any transaction: every page must be sharp enough for its paper and not blank,
 * or none is taken.
 * @throws Refusal 'too-many-checks' when too many files wait already
 */
export async function examineScan(platform: Pick<Platform, 'files' | 'read'>, on: string, kind: DigitisedKind, bytes: Uint8Array): Promise<TakenFile | ScanRefused> {
  const { value: rules } = digitisationRulesOn(on)
  const type = scanTypeOf(bytes)
  if (!type) return { problem: 'not-a-scan' }
  const looked = await lookAtScan({ bytes, type, most: rules.mostPages })
  if ('problem' in looked) return looked
  for (const [i, page] of looked.pages.entries()) {
    const problem = problemOf(page, kind, rules)
    if (problem) return { problem, page: i + 1 }
  }
  const fileHash = sha256Hex(bytes)
  return { fileHash, pages: await Promise.all(looked.pages.map(async (page: SeenPage) => ({ kind, fileHash, pictureHash: await platform.files.put(Buffer.from(page.picture)), width: page.width, height: page.height, look: page.look }))) }
}

/** @throws Refusal 'papers-closed' once the clerk has ordered the signatures */
async function openPapers(work: Work, { dossierId }: PaperCase): Promise<void> {
  if ((await findDigitisation(work, dossierId, true))?.closedAt) throw new Refusal('papers-closed')
}

/** The clerk at work. */
function clerkOf(work: Work): string {
  if (work.actor.kind !== 'staff') throw new Refusal('wrong-role')
  return work.actor.staffId
}

/**
 * Says how many pages a paper has and takes scanned ones in behind those that are there. The same file of the same paper again changes nothing.
 * @throws Refusal 'papers-closed', 'too-many-pages'
 */
export async function takePages(work: Work, of: PaperCase, paper: { readonly kind: DigitisedKind; readonly declaredPages: number; readonly file: TakenFile | undefined }): Promise<void> {
  const scannedBy = clerkOf(work)
  await insertDigitisation(work, of)
  await openPapers(work, of)
  await saveDeclared(work, of.dossierId, paper.kind, paper.declaredPages)
  const { file } = paper
  if (!file || (await hasFile(work, of.dossierId, paper.kind, file.fileHash))) return
  await insertPages(work, of.dossierId, file.pages.map((page) => ({ ...page, scannedBy })))
  const now = (await listDigitisedPapers(work, of.dossierId)).find(({ kind }) => kind === paper.kind)
  if ((now?.pages.length ?? 0) > digitisationRulesOn(work.today).value.mostPages) throw new Refusal('too-many-pages')
}

/** Moves a page one place, or takes it out; with its last page a paper goes. @throws Refusal 'papers-closed', 'page-not-found' */
export async function movePage(work: Work, of: PaperCase, pageId: string, where: 'up' | 'down' | 'out'): Promise<void> {
  await openPapers(work, of)
  const page = await findPage(work, pageId)
  const paper = page?.dossierId === of.dossierId ? (await listDigitisedPapers(work, of.dossierId)).find(({ kind }) => kind === page.kind) : undefined
  if (!paper) throw new Refusal('page-not-found')
  const ids = paper.pages.map(({ id }) => id)
  const at = ids.indexOf(pageId)
  const others = ids.filter((id) => id !== pageId)
  const to = where === 'up' ? Math.max(0, at - 1) : at + 1
  await saveOrder(work, of.dossierId, paper.kind, where === 'out' ? others : [...others.slice(0, to), pageId, ...others.slice(to)])
}

/**
 * Closes the papers of a dossier: from now on no page comes, goes or moves.
 * @param prepare makes the signed document of a paper, and tells its id
 * @throws Refusal 'papers-incomplete', 'papers-closed'
 */
export async function closePapers(work: Work, of: PaperCase, prepare: (paper: DigitisedPaper) => Promise<string>): Promise<void> {
  await openPapers(work, of)
  const papers = await listDigitisedPapers(work, of.dossierId)
  if (lacksOf(papers.map((paper) => ({ ...paper, pages: paper.pages.length })), digitisationRulesOn(work.today).value).length > 0) throw new Refusal('papers-incomplete')
  const documents = new Map<DigitisedKind, string>()
  for (const paper of papers) documents.set(paper.kind, await prepare(paper))
  await saveClosed(work, of.dossierId, clerkOf(work), documents)
}

/** Once every paper is signed the dossier counts as digitised. @param isSigned whether a document bears all its signatures @returns whether it became so now */
export async function completePapers(work: Work, dossierId: string, isSigned: (documentId: string) => boolean): Promise<boolean> {
  const digitisation = await findDigitisation(work, dossierId, true)
  if (!digitisation?.closedAt || digitisation.completedAt) return false
  const papers = await listDigitisedPapers(work, dossierId)
  return papers.every(({ documentId }) => documentId !== null && isSigned(documentId)) && saveCompleted(work, dossierId)
}
