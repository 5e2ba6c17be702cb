/** What the page of the register shows: one month of one province, a page at a time. */
import { type Document, listDocuments } from '../../../../capabilities/documents/index.ts'
import { listSigningPowers, type SigningPower } from '../../../../capabilities/identity/index.ts'
import { countRegister, type Dossier, listExtracts, listRegister, type RegisterExtract, registerSpan } from '../../../../dossiers/index.ts'
import { addDays, type LocalDate } from '../../../../platform/values/dates.ts'
import type { Work } from '../../../../platform/work.ts'
import type { StaffVisit } from '../../../request.ts'
import { countToSign } from '../worklist.view.ts'

export const PAGE_LINES = 50

export interface RegisterView {
  /** 'YYYY-MM' */
  readonly month: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly page: number
  readonly total: number
  readonly lines: readonly Dossier[]
  readonly extracts: readonly (RegisterExtract & { readonly paper: Document | undefined })[]
  readonly toSign: number
  /** Who may take an extract today. */
  readonly powers: readonly SigningPower[]
  readonly today: LocalDate
}

/** The month in an address; this one where it names none, or one that has not come. */
export function monthIn(text: string | undefined, today: LocalDate): string {
  const now = today.slice(0, 7)
  return text !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(text) && text <= now ? text : now
}

/** First and last day of a month, as far as it has come. */
export function daysOf(month: string, today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const from: LocalDate = `${month}-01`
  const last = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1)
  return { from, to: last > today ? today : last }
}

export async function readRegister(work: Work, visit: StaffVisit, asked: { readonly month: string | undefined; readonly page: number }): Promise<RegisterView> {
  const province = visit.session.staff.provinceCode
  const month = monthIn(asked.month, work.today)
  const { from, to } = daysOf(month, work.today)
  const span = registerSpan(province, from, to)
  const [total, extracts, toSign, powers] = await Promise.all([countRegister(work, span), listExtracts(work, province), countToSign(work, visit), listSigningPowers(work, { provinceCode: province, paper: 'register' })])
  const page = Math.min(Math.max(1, asked.page), Math.max(1, Math.ceil(total / PAGE_LINES)))
  const [lines, papers] = await Promise.all([listRegister(work, span, { skip: (page - 1) * PAGE_LINES, take: PAGE_LINES }), Promise.all(extracts.map((one) => listDocuments(work, one.id)))])
  return { month, from, to, page, total, lines, extracts: extracts.map((one, index) => ({ ...one, paper: papers[index]?.[0] })), toSign, powers, today: work.today }
}
