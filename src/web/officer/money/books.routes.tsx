/** Cash books of all points of an authority: an officer is the second person where a point has only one clerk (A7). */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { authorityOf, findServicePoint, mayDo } from '../../../catalogue/index.ts'
import { listStaff } from '../../../capabilities/identity/index.ts'
import { authorityAccount, type CashBook, confirmCashBook, listBooks } from '../../../capabilities/payments/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import { formatVnd } from '../../../platform/values/money.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { Button, Card, Form, Heading, Link, NotificationBanner, SummaryList, Tag } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import { sendPage, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { countToSign } from '../worklist/worklist.view.ts'
import { booksText } from './text.ts'
import { words } from '../text/words.ts'

const BOOKS = 40

interface BooksView {
  readonly books: readonly CashBook[]
  readonly staff: ReadonlyMap<string, string>
  readonly toSign: number
  readonly today: string
}

function accountOf(work: Work, visit: StaffVisit): string {
  return authorityAccount(authorityOf(visit.session.staff.provinceCode, work.today).agencyCode.value)
}

async function readBooks(work: Work, visit: StaffVisit): Promise<BooksView> {
  const { staff } = visit.session
  const [books, colleagues, toSign] = await Promise.all([listBooks(work, { authorityCode: accountOf(work, visit) }, BOOKS), listStaff(work, staff.provinceCode), countToSign(work, visit)])
  return { books, staff: new Map(colleagues.map((one) => [one.id, one.fullName])), toSign, today: work.today }
}

export function registerBooks(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const show = async (visit: StaffVisit, reply: FastifyReply, said: { readonly done?: boolean; readonly refused?: string }, status = 200) =>
    sendPage(reply, <BooksPage web={web} visit={visit} view={await platform.read(visit.actor, (work) => readBooks(work, visit))} {...said} />, status)
  app.get<{ Querystring: { xong?: string } }>(paths.cashBooks(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit ? show(visit, reply, { done: request.query.xong !== undefined }) : reply
  })
  app.post<{ Params: { bookId: string } }>(paths.confirmCashBook(':bookId'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { bookId } = request.params
    try {
      if (!isId(bookId)) throw new Refusal('cash-book-not-found')
      await platform.work(visit.actor, (work) => confirmCashBook(work, bookId, accountOf(work, visit)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(visit, reply, { refused: error.code }, 409)
    }
    return reply.redirect(`${paths.cashBooks()}?xong=1`, 303)
  })
}

function BooksPage({ web, visit, view, done, refused }: { readonly web: Web; readonly visit: StaffVisit; readonly view: BooksView; readonly done?: boolean; readonly refused?: string }) {
  const t = booksText[visit.lang]
  const no = Object.entries(t.refusals).find(([code]) => code === refused)?.[1]
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="money" toSign={view.toSign} title={t.title} hasError={refused !== undefined}>
      {done && view.books.some(({ confirmedBy }) => confirmedBy === visit.session.staff.id) && <NotificationBanner type="success" text={t.done} />}
      {no && <NotificationBanner role="alert" titleText={words[visit.lang].notDone} text={no} />}
      <Heading>{t.title}</Heading>
      <p class="govuk-body">{view.books.length > 0 ? t.lead : t.none}</p>
      {view.books.map((book) => <Book book={book} view={view} visit={visit} />)}
      <p class="govuk-body"><Link href={paths.money()}>{t.back}</Link></p>
    </StaffLayout>
  )
}

function Book({ book, view, visit }: { readonly book: CashBook; readonly view: BooksView; readonly visit: StaffVisit }) {
  const t = booksText[visit.lang]
  const { countedVnd } = book
  const difference = countedVnd === null ? 0 : countedVnd - book.expectedVnd
  const isOwn = book.clerk === visit.session.staff.id || book.clerkPerson === visit.session.personId
  return (
    <Card title={`${findServicePoint(book.pointId, book.day)?.name[visit.lang] ?? book.pointId}, ${formatDate(book.day)}`} beside={<Tag tone={book.state === 'confirmed' ? 'done' : book.state === 'closed' ? 'yours' : 'waiting'}>{t.states[book.state]}</Tag>}>
      <SummaryList rows={[
        { key: t.clerk, value: view.staff.get(book.clerk) ?? t.former }, { key: t.opening, value: formatVnd(book.openingVnd) }, { key: t.taken, value: formatVnd(book.takenVnd) }, { key: t.paidOut, value: formatVnd(book.paidOutVnd) },
        { key: t.expected, value: <strong>{formatVnd(book.expectedVnd)}</strong> },
        countedVnd !== null && { key: t.counted, value: formatVnd(countedVnd) },
        countedVnd !== null && { key: t.difference, value: difference === 0 ? t.noDifference : `${difference < 0 ? '−' : '+'}${formatVnd(Math.abs(difference))}` },
        book.differenceReason !== null && { key: t.reason, value: book.differenceReason },
        book.confirmedBy !== null && { key: t.confirmedBy, value: view.staff.get(book.confirmedBy) ?? t.former },
      ]} />
      {book.state === 'closed' && isOwn && <p class="govuk-body">{t.yourOwn}</p>}
      {book.state === 'closed' && !isOwn && !mayDo(visit.session.staff.role, 'settle-money') && <p class="govuk-body">{t.notYours}</p>}
      {book.state === 'closed' && !isOwn && mayDo(visit.session.staff.role, 'settle-money') && (
        <Form action={paths.confirmCashBook(book.id)} csrf={visit.csrf}><Button preventDoubleClick>{t.confirm(formatVnd(countedVnd ?? 0))}</Button></Form>
      )}
    </Card>
  )
}
