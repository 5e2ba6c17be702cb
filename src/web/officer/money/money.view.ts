/** What the payments desk sees: open questions and proposals of its own authority, and what was done. */
import { authorityOf } from '../../../catalogue/index.ts'
import { listStaff } from '../../../capabilities/identity/index.ts'
import { authorityAccount, type DeskItem, isOnDesk, listDesk, listDeskEvents, listProposals, type Proposal } from '../../../capabilities/payments/index.ts'
import { type Dossier, findDossiers } from '../../../dossiers/index.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffVisit } from '../../request.ts'
import { countToSign } from '../worklist/worklist.view.ts'

/** How many questions, and how many proposals, stand on one page. */
const DESK_PAGE = 50
const EVENTS = 20

export interface MoneyView {
  readonly items: readonly (DeskItem & { readonly dossier: Dossier | undefined })[]
  readonly proposals: readonly (Proposal & { readonly dossier: Dossier | undefined })[]
  readonly events: Awaited<ReturnType<typeof listDeskEvents>>
  readonly staff: ReadonlyMap<string, string>
  readonly toSign: number
  readonly page: number
  readonly hasNext: boolean
  readonly today: string
}

/** The accounts that belong to the visitor's authority. */
function accountsOf(work: Work, visit: StaffVisit): string[] {
  return [authorityAccount(authorityOf(visit.session.staff.provinceCode, work.today).agencyCode.value)]
}

/** @param page from 1 */
export async function readMoney(work: Work, visit: StaffVisit, page: number): Promise<MoneyView> {
  const { staff } = visit.session
  const accounts = accountsOf(work, visit)
  const before = (page - 1) * DESK_PAGE
  // One more than the page holds says whether there is a next one.
  const [items, proposals, events, colleagues, toSign] = await Promise.all([
    listDesk(work, accounts, DESK_PAGE + 1, before), listProposals(work, accounts, DESK_PAGE + 1, before), listDeskEvents(work, accounts, EVENTS), listStaff(work, staff.provinceCode), countToSign(work, visit),
  ])
  const dossiers = await findDossiers(work, [...items, ...proposals].flatMap((one) => one.dossierId ?? []))
  const withDossier = <T extends { readonly dossierId: string | null }>(rows: readonly T[]) =>
    rows.slice(0, DESK_PAGE).map((row) => ({ ...row, dossier: row.dossierId === null ? undefined : dossiers.get(row.dossierId) }))
  return {
    items: withDossier(items), proposals: withDossier(proposals), events, staff: new Map(colleagues.map((one) => [one.id, one.fullName])), toSign, today: work.today,
    page, hasNext: items.length > DESK_PAGE || proposals.length > DESK_PAGE,
  }
}

/** Whether an open question or proposal is for this visitor's authority. */
export async function findMine(work: Work, visit: StaffVisit, id: string): Promise<boolean> {
  return isOnDesk(work, accountsOf(work, visit), id)
}
