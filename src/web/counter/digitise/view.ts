/** What the pages of digitising show. */
import { dpiOf, findDigitisation, type Lack, lacksOf, listDigitisedPapers, listScans, listUndigitised, type DigitisedPaper, type Scan, twinsAmong } from '../../../capabilities/counters/index.ts'
import { digitisationRulesOn } from '../../../catalogue/forms/index.ts'
import { type Dossier, findDossiers, findToDigitise } from '../../../dossiers/index.ts'
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
  readonly state: 'open' | 'signing' | 'done'
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
    state: digitisation?.completedAt ? 'done' : digitisation?.closedAt ? 'signing' : 'open',
  }
}

export interface ToDigitise {
  readonly dossier: Dossier
  readonly pages: number
  readonly state: 'open' | 'signing'
}

/** What is still to be digitised at the clerk's office, oldest first. */
export async function listToDigitise(work: Work, visit: OfficeVisit): Promise<ToDigitise[]> {
  const waiting = await listUndigitised(work, visit.officeCode, SHOWN)
  const dossiers = await findDossiers(work, waiting.map(({ dossierId }) => dossierId))
  return waiting.flatMap(({ dossierId, pages, closedAt }) => {
    const dossier = dossiers.get(dossierId)
    return dossier ? [{ dossier, pages, state: closedAt ? 'signing' as const : 'open' as const }] : []
  })
}
