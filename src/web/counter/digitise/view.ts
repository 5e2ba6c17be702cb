/** What the pages of digitising show. */
import { dpiOf, findDigitisation, type Lack, lacksOf, listDigitisedPapers, listScans, listUndigitised, type DigitisedPaper, type Scan, twinsAmong } from '../../../capabilities/counters/index.ts'
import { digitisationRulesOn } from '../../../catalogue/forms/index.ts'
import { type Dossier, findDossiers, findToDigitise, unsignableAmong } from '../../../dossiers/index.ts'
import type { Work } from '../../../platform/work.ts'
import type { OfficeVisit } from '../../request.ts'

const SHOWN = 100

export interface DigitiseView {
  readonly dossier: Dossier
  readonly papers: readonly DigitisedPaper[]
  readonly twins: ReadonlyMap<string, number>
  readonly lacks: readonly Lack[]
  readonly dpi: ReadonlyMap<string, number>
  /** Scans of the visit in which the dossier was filed that were not taken in. */
  readonly scans: readonly Scan[]
  /** `refused`: no signature was made, another clerk can be asked. */
  readonly state: 'open' | 'signing' | 'refused' | 'done'
  readonly rules: ReturnType<typeof digitisationRulesOn>
  readonly today: string
}

/** Undefined for every dossier but one filed on paper at this clerk's office. */
export async function readDigitise(work: Work, dossierId: string): Promise<DigitiseView | undefined> {
  const found = await findToDigitise(work, dossierId)
  if (!found) return undefined
  const [digitisation, papers, scans] = [await findDigitisation(work, dossierId), await listDigitisedPapers(work, dossierId), await listScans(work, found.dossier.draftId)]
  const rules = digitisationRulesOn(work.today)
  const pages = papers.flatMap((paper) => paper.pages)
  return {
    dossier: found.dossier, papers, rules, today: work.today,
    twins: new Map(papers.flatMap((paper) => [...twinsAmong(paper.pages, rules.value)])),
    lacks: lacksOf(papers.map(({ pages: own, ...paper }) => ({ ...paper, pages: own.length })), rules.value),
    dpi: new Map(pages.map((page) => [page.id, dpiOf(page, page.kind, rules.value)])),
    scans: scans.filter(({ kind }) => !papers.some((paper) => paper.kind === kind && paper.pages.length > 0)),
    state: digitisation?.completedAt ? 'done' : stateOf(dossierId, digitisation?.closedAt, await unsignableAmong(work, [dossierId])),
  }
}

function stateOf(dossierId: string, closedAt: Date | null | undefined, unsignable: ReadonlySet<string>): ToDigitise['state'] {
  if (!closedAt) return 'open'
  return unsignable.has(dossierId) ? 'refused' : 'signing'
}

export interface ToDigitise {
  readonly dossier: Dossier
  readonly pages: number
  readonly state: 'open' | 'signing' | 'refused'
}

/** What is still to be digitised at the clerk's office, oldest first. As many questions for a hundred dossiers as for one. */
export async function listToDigitise(work: Work, visit: Pick<OfficeVisit, 'officeCode'>): Promise<ToDigitise[]> {
  const waiting = await listUndigitised(work, visit.officeCode, SHOWN)
  const ids = waiting.map(({ dossierId }) => dossierId)
  const [dossiers, unsignable] = await Promise.all([findDossiers(work, ids), unsignableAmong(work, ids)])
  return waiting.flatMap(({ dossierId, pages, closedAt }) => {
    const dossier = dossiers.get(dossierId)
    return dossier ? [{ dossier, pages, state: stateOf(dossierId, closedAt, unsignable) }] : []
  })
}
