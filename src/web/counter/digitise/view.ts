/** What the pages of digitising show. */
import { dpiOf, findDigitisation, type Lack, lacksOf, listDigitisedPapers, listScans, listUndigitised, type DigitisedPaper, type Scan, twinsAmong } from '../../../capabilities/counters/index.ts'
import { digitisationRulesOn } from '../../../catalogue/forms/index.ts'
import { type Dossier, findDossiers, findToDigitise, listUnsignable } from '../../../dossiers/index.ts'
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
    state: digitisation?.completedAt ? 'done' : await stateOf(work, dossierId, digitisation?.closedAt),
  }
}

async function stateOf(work: Work, dossierId: string, closedAt: Date | null | undefined): Promise<ToDigitise['state']> {
  if (!closedAt) return 'open'
  return (await listUnsignable(work, dossierId)).length > 0 ? 'refused' : 'signing'
}

export interface ToDigitise {
  readonly dossier: Dossier
  readonly pages: number
  readonly state: 'open' | 'signing' | 'refused'
}

/** What is still to be digitised at the clerk's office, oldest first. */
export async function listToDigitise(work: Work, visit: OfficeVisit): Promise<ToDigitise[]> {
  const waiting = await listUndigitised(work, visit.officeCode, SHOWN)
  const dossiers = await findDossiers(work, waiting.map(({ dossierId }) => dossierId))
  const rows = await Promise.all(waiting.map(async ({ dossierId, pages, closedAt }) => {
    const dossier = dossiers.get(dossierId)
    return dossier ? [{ dossier, pages, state: await stateOf(work, dossierId, closedAt) }] : []
  }))
  return rows.flat()
}
