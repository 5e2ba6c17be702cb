/** What the pages of bulk work show: a look or a report, the decisions that can be signed, the straight-through lane, what was drawn. */
import { findDocuments, listSignaturesOf } from '../../../capabilities/documents/index.ts'
import { listStaff } from '../../../capabilities/identity/index.ts'
import { type Bulk, type BulkCount, type BulkItem, type Dossier, type Drawn, findBulk, findDecisions, findDossiers, findUndoing, listBulks, listDrawn, listItems, listLacking, listOnePress, listWork, mostOf, type Place, type StraightThrough } from '../../../dossiers/index.ts'
import { findHold, type Hold } from '../../../platform/background/holds.ts'
import { addDays } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import type { StaffVisit } from '../../request.ts'
import { countToSign } from '../worklist/worklist.view.ts'

interface Shared {
  readonly staff: ReadonlyMap<string, string>
  readonly toSign: number
  readonly today: string
  readonly now: Date
  /** Why no decision is signed now. */
  readonly signingHeld: Hold | undefined
}

export interface BulkView extends Shared {
  readonly bulk: Bulk
  readonly items: readonly { readonly item: BulkItem; readonly dossier: Dossier }[]
  /** What took it back. */
  readonly undoneBy: string | undefined
  /** What those still lack that did not go for it, by dossier. */
  readonly lacking: ReadonlyMap<string, readonly string[]>
}

async function shared(work: Work, visit: StaffVisit): Promise<Shared> {
  const [colleagues, toSign, signingHeld] = await Promise.all([listStaff(work, visit.session.staff.provinceCode), countToSign(work, visit), findHold(work, 'sign-decision')])
  return { staff: new Map(colleagues.map((one) => [one.id, one.fullName])), toSign, signingHeld, today: work.today, now: work.now }
}

/** Who looks after others' work reads theirs too. */
const READERS = ['supervisor', 'inspector']

/** @throws Refusal 'dossier-not-found' for what is not there, or a colleague's */
export async function readBulk(work: Work, visit: StaffVisit, bulkId: string): Promise<BulkView> {
  const { staff } = visit.session
  const bulk = isId(bulkId) ? await findBulk(work, bulkId) : undefined
  const mine = bulk?.staffId === staff.id || (READERS.includes(staff.role) && bulk?.confirmedAt !== null)
  if (!bulk || bulk.province !== staff.provinceCode || !mine) throw new Refusal('dossier-not-found')
  const [items, undoing, rest] = await Promise.all([listItems(work, bulkId), findUndoing(work, bulkId), shared(work, visit)])
  const dossiers = await findDossiers(work, items.map((item) => item.dossierId))
  const lacking = await listLacking(work, items.filter(({ refusal }) => refusal === 'requirements-missing' || refusal === 'requirements-changed').map(({ dossierId }) => dossierId))
  return { ...rest, bulk, lacking, undoneBy: undoing?.id, items: items.flatMap((item) => { const dossier = dossiers.get(item.dossierId); return dossier ? [{ item, dossier }] : [] }) }
}

export type MineView = Shared & { readonly bulks: readonly BulkCount[] }

const SHOWN = 50

export async function readMine(work: Work, visit: StaffVisit): Promise<MineView> {
  const [bulks, rest] = await Promise.all([listBulks(work, visit.session.staff.id, SHOWN), shared(work, visit)])
  return { ...rest, bulks }
}

/** A decision that is drawn up and waits for a signature. */
export interface ToSign {
  readonly dossier: Dossier
  readonly documentId: string
  readonly hash: string
  readonly preparedBy: string
  readonly preparedAt: Date
}

/** @param more whether others wait beyond what is shown */
export type SignView = Shared & { readonly rows: readonly ToSign[]; readonly more: boolean }

/** As many pages of decisions are looked through for those that can be signed. */
const MOST_PAGES = 5

export async function readToSign(work: Work, visit: StaffVisit): Promise<SignView> {
  const { provinceCode, id } = visit.session.staff
  const most = mostOf('sign')
  const rows: ToSign[] = []
  let after: Place | undefined
  // Those being signed stand in the list too, and may fill its beginning.
  for (let pages = 0; pages < MOST_PAGES && rows.length <= most; pages++) {
    const found = await listWork(work, { provinceCode, staffId: id, view: 'to-sign' }, { size: most, after })
    rows.push(...await toSign(work, visit, found.rows.map(({ dossier }) => dossier)))
    after = found.rows.at(-1)?.place
    if (!found.hasNext) break
  }
  return { ...(await shared(work, visit)), rows: rows.slice(0, most), more: rows.length > most }
}

/** Those whose decision this visitor can sign: decisions, papers and signatures are read for all of them at once. */
async function toSign(work: Work, visit: StaffVisit, dossiers: readonly Dossier[]): Promise<ToSign[]> {
  const approved = dossiers.filter(({ status }) => status === 'approved')
  const ids = approved.map((dossier) => dossier.id)
  const [decisions, signatures] = await Promise.all([findDecisions(work, ids), listSignaturesOf(work, ids)])
  const papers = await findDocuments(work, [...decisions.values()].flatMap(({ decisionDocumentId }) => decisionDocumentId ?? []))
  const busy = new Set(signatures.filter(({ state }) => state === 'asked' || state === 'done').map(({ documentId }) => documentId))
  return approved.flatMap((dossier): ToSign[] => {
    const decision = decisions.get(dossier.id)
    const paper = papers.get(decision?.decisionDocumentId ?? '')
    const hash = paper && (paper.signedHash ?? paper.hash)
    if (!decision || !paper || !hash || decision.preparedBy === visit.session.staff.id || busy.has(paper.id)) return []
    return [{ dossier, documentId: paper.id, hash, preparedBy: decision.preparedBy, preparedAt: decision.preparedAt }]
  })
}

export type StraightView = Shared & { readonly rows: readonly { readonly dossier: Dossier; readonly straight: StraightThrough }[]; readonly more: boolean }

export async function readStraight(work: Work, visit: StaffVisit): Promise<StraightView> {
  const { provinceCode, id } = visit.session.staff
  const most = mostOf('decide')
  const [found, rest] = await Promise.all([listOnePress(work, provinceCode, id, most + 1), shared(work, visit)])
  const dossiers = await findDossiers(work, found.map((one) => one.dossierId))
  return { ...rest, more: found.length > most, rows: found.slice(0, most).flatMap((straight) => { const dossier = dossiers.get(straight.dossierId); return dossier ? [{ dossier, straight }] : [] }) }
}

export type DrawnView = Shared & { readonly rows: readonly { readonly dossier: Dossier; readonly drawn: Drawn }[] }

const DAYS = 30

export async function readDrawn(work: Work, visit: StaffVisit): Promise<DrawnView> {
  const [found, rest] = await Promise.all([listDrawn(work, visit.session.staff.provinceCode, addDays(work.today, -DAYS), mostOf('approve')), shared(work, visit)])
  const dossiers = await findDossiers(work, found.map((one) => one.dossierId))
  return { ...rest, rows: found.flatMap((drawn) => { const dossier = dossiers.get(drawn.dossierId); return dossier ? [{ dossier, drawn }] : [] }) }
}
