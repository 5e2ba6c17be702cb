/** What the cash book's pages show. No names of applicants: a dossier's code is enough to take its fee. */
import { authorityOf } from '../../../catalogue/index.ts'
import { listStaff } from '../../../capabilities/identity/index.ts'
import { authorityAccount, type CashBook, type CashLine, findBook, findCashFee, findCashRefund, findOpenBook, getFee, getMoney, listBooks, listCashLines, receiptNumber } from '../../../capabilities/payments/index.ts'
import { type Dossier, findAtCounter, findDossiers } from '../../../dossiers/index.ts'
import type { Work } from '../../../platform/work.ts'
import type { OfficeVisit } from '../../request.ts'

const BOOKS = 20
/** A dossier's own number, as people quote it. */
const NUMBER = /^(TT-[0-9A-Z]{4}-[0-9A-Z]{4}|[A-Z]\d\d[.\d]*-\d{6}-\d{4,})$/

export interface BookView {
  readonly book: CashBook
  readonly lines: readonly (CashLine & { readonly code: string; readonly receiptText: string })[]
  readonly staff: ReadonlyMap<string, string>
  readonly today: string
}

export interface CashView {
  readonly open: CashBook | undefined
  readonly books: readonly CashBook[]
  readonly staff: ReadonlyMap<string, string>
  readonly today: string
}

/** The clerk's own authority, as accounts and receipts name it. */
export function accountOf(visit: OfficeVisit, today: string): string {
  return authorityAccount(authorityOf(visit.session.staff.provinceCode, today).agencyCode.value)
}

async function namesOf(work: Work, visit: OfficeVisit): Promise<ReadonlyMap<string, string>> {
  return new Map((await listStaff(work, visit.session.staff.provinceCode)).map((one) => [one.id, one.fullName]))
}

export async function readCash(work: Work, visit: OfficeVisit): Promise<CashView> {
  const [open, books, staff] = await Promise.all([findOpenBook(work, visit.session.staff.id), listBooks(work, { pointId: visit.officeCode }, BOOKS), namesOf(work, visit)])
  return { open, books, staff, today: work.today }
}

/** One book of the clerk's own point with everything in it; undefined for any other. */
export async function readBook(work: Work, visit: OfficeVisit, bookId: string): Promise<BookView | undefined> {
  const book = await findBook(work, bookId)
  if (book?.pointId !== visit.officeCode) return undefined
  const [lines, staff] = await Promise.all([listCashLines(work, bookId), namesOf(work, visit)])
  const dossiers = await findDossiers(work, lines.map((line) => line.dossierId))
  return {
    book, staff, today: work.today,
    lines: lines.map((line) => ({ ...line, code: codeOf(dossiers.get(line.dossierId)), receiptText: line.receipt ? receiptNumber(line.receipt) : '' })),
  }
}

function codeOf(dossier: Pick<Dossier, 'officialNumber' | 'submissionCode'> | undefined): string {
  return dossier?.officialNumber ?? dossier?.submissionCode ?? ''
}

export interface FeeView {
  readonly dossier: Dossier
  readonly code: string
  readonly state: 'unpaid' | 'paid' | 'returning' | 'returned' | 'checking'
  /** The platform was asked about a payment online and has not answered: it may have been made, and cash may be taken all the same. */
  readonly isUnanswered: boolean
  /** `pointId` of one in cash: the point whose book it lies in. */
  readonly receipt: { readonly number: string; readonly issuedAt: Date; readonly inCash: boolean; readonly pointId: string | undefined } | undefined
  /** Cash that waits for its payer. */
  readonly payOutVnd: number | undefined
  /** Some of it went back to its payer. */
  readonly hasReturned: boolean
  readonly open: CashBook | undefined
  readonly today: string
}

/** The money of a dossier of the clerk's province, or of one filed at their point for another: as much as taking cash needs. */
export async function readFee(work: Work, visit: OfficeVisit, dossierId: string): Promise<FeeView | undefined> {
  const dossier = await findAtCounter(work, { id: dossierId })
  if (!dossier) return undefined
  const [fee, money, waiting, open, taken] = await Promise.all([
    getFee(work, dossierId), getMoney(work, dossierId), findCashRefund(work, dossierId), findOpenBook(work, visit.session.staff.id), findCashFee(work, dossierId),
  ])
  const book = taken && (await findBook(work, taken.bookId))
  const refunded = money.refunds.filter((one) => one.transactionNo === money.charges.find((charge) => !charge.isSurplus)?.transactionNo)
  const state = fee.paid ? 'paid' : refunded.some((one) => one.state === 'done') ? 'returned' : fee.receipt ? 'returning' : fee.underWay ? 'checking' : 'unpaid'
  return {
    dossier, code: codeOf(dossier), state, isUnanswered: fee.beingChecked && !fee.underWay, payOutVnd: waiting?.amountVnd, hasReturned: money.refunds.some((one) => one.state === 'done'), open, today: work.today,
    receipt: fee.receipt && { number: receiptNumber(fee.receipt), issuedAt: fee.receipt.issuedAt, inCash: fee.paidBy === 'cash', pointId: book?.pointId },
  }
}

/** The dossier with that code or number, when its money is this counter's business. */
export async function findByCode(work: Work, typed: string): Promise<string | undefined> {
  const number = typed.trim().toUpperCase()
  return NUMBER.test(number) ? (await findAtCounter(work, { number }))?.id : undefined
}
