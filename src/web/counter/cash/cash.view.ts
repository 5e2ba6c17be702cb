/** What the cash book's pages show. No names of applicants: a dossier's code is enough to take its fee. */
import { authorityOf } from '../../../catalogue/index.ts'
import { listStaff } from '../../../capabilities/identity/index.ts'
import { authorityAccount, type CashBook, type CashLine, findBook, findCashRefund, findOpenBook, getFee, getMoney, listBooks, listCashLines, receiptNumber } from '../../../capabilities/payments/index.ts'
import { type Dossier, findDossier, findDossiers, listWork } from '../../../dossiers/index.ts'
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
  readonly receipt: { readonly number: string; readonly issuedAt: Date; readonly inCash: boolean } | undefined
  /** Cash that waits for its payer. */
  readonly payOutVnd: number | undefined
  readonly open: CashBook | undefined
  readonly today: string
}

/** The money of a dossier of the clerk's province, as much as taking cash needs. */
export async function readFee(work: Work, visit: OfficeVisit, dossierId: string): Promise<FeeView | undefined> {
  const dossier = await findDossier(work, dossierId)
  if (dossier?.authorityProvince !== visit.session.staff.provinceCode) return undefined
  const [fee, money, waiting, open] = await Promise.all([getFee(work, dossierId), getMoney(work, dossierId), findCashRefund(work, dossierId), findOpenBook(work, visit.session.staff.id)])
  const refunded = money.refunds.filter((one) => one.transactionNo === money.charges.find((charge) => !charge.isSurplus)?.transactionNo)
  const state = fee.paid ? 'paid' : refunded.some((one) => one.state === 'done') ? 'returned' : fee.receipt ? 'returning' : fee.beingChecked ? 'checking' : 'unpaid'
  return {
    dossier, code: codeOf(dossier), state, payOutVnd: waiting?.amountVnd, open, today: work.today,
    receipt: fee.receipt && { number: receiptNumber(fee.receipt), issuedAt: fee.receipt.issuedAt, inCash: fee.paidBy === 'cash' },
  }
}

/** The dossier of the clerk's province with that code or number. */
export async function findByCode(work: Work, visit: OfficeVisit, typed: string): Promise<string | undefined> {
  const code = typed.trim().toUpperCase()
  if (!NUMBER.test(code)) return undefined
  const { staff } = visit.session
  const found = await listWork(work, { provinceCode: staff.provinceCode, staffId: staff.id, view: 'to-do', search: code, page: 1 })
  return found.find((one) => one.submissionCode === code || one.officialNumber === code)?.id
}
