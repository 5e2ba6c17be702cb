/** What the payments desk sees: open questions and proposals of its own authority, and what was done. */
import { authorityOf } from '../../../catalogue/index.ts'
import { listStaff } from '../../../capabilities/identity/index.ts'
import { authorityAccount, type DeskItem, listDesk, listDeskEvents, listProposals, type Proposal } from '../../../capabilities/payments/index.ts'
import { countWork, type Dossier, findDossier } from '../../../dossiers/index.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffVisit } from '../../request.ts'

const MOST = 100
const EVENTS = 20

export interface MoneyView {
  readonly items: readonly (DeskItem & { readonly dossier: Dossier | undefined })[]
  readonly proposals: readonly (Proposal & { readonly dossier: Dossier | undefined })[]
  readonly events: Awaited<ReturnType<typeof listDeskEvents>>
  readonly staff: ReadonlyMap<string, string>
  readonly toSign: number
  readonly today: string
}

/** The accounts that belong to the visitor's authority. */
function accountsOf(work: Work, visit: StaffVisit): string[] {
  return [authorityAccount(authorityOf(visit.session.staff.provinceCode, work.today).agencyCode.value)]
}

export async function readMoney(work: Work, visit: StaffVisit): Promise<MoneyView> {
  const { staff } = visit.session
  const accounts = accountsOf(work, visit)
  const [items, proposals, events, colleagues, counts] = await Promise.all([
    listDesk(work, accounts, MOST), listProposals(work, accounts, MOST), listDeskEvents(work, accounts, EVENTS), listStaff(work, staff.provinceCode), countWork(work, staff.provinceCode, staff.id),
  ])
  const withDossier = <T extends { readonly dossierId: string | null }>(rows: readonly T[]) =>
    Promise.all(rows.map(async (row) => ({ ...row, dossier: row.dossierId === null ? undefined : await findDossier(work, row.dossierId) })))
  return {
    items: await withDossier(items), proposals: await withDossier(proposals), events, staff: new Map(colleagues.map((one) => [one.id, one.fullName])), toSign: counts['to-sign'], today: work.today,
  }
}

/** Whether an open question or proposal is for this visitor's authority. */
export async function findMine(work: Work, visit: StaffVisit, id: string): Promise<boolean> {
  const accounts = accountsOf(work, visit)
  const [items, proposals] = await Promise.all([listDesk(work, accounts, MOST), listProposals(work, accounts, MOST)])
  return items.some((one) => one.id === id || one.refundId === id) || proposals.some((one) => one.id === id)
}
