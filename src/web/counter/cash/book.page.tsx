/** One cash book: every entry, the sums, the second person's word. It prints with two lines to sign on. */
import { findServicePoint } from '../../../catalogue/index.ts'
import { localTimeAt } from '../../../platform/values/dates.ts'
import { formatVnd } from '../../../platform/values/money.ts'
import { Button, Card, Code, Columns, DateTime, Form, Heading, Link, Scroll, SummaryList, Table } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { OfficeVisit, Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { BookCard, type CashSaid, saidWords } from './cash.page.tsx'
import type { BookView } from './cash.view.ts'
import { cashText } from './text.ts'

export function bookPage(web: Web, visit: OfficeVisit, view: BookView, said: CashSaid = {}) {
  const t = cashText[visit.lang]
  const { book } = view
  const nameOf = (staffId: string) => view.staff.get(staffId) ?? t.former
  return (
    <CounterLayout web={web} visit={visit} today={view.today} current="cash" title={t.title} {...saidWords(said, visit.lang)}>
      <Heading>{t.title}</Heading>
      <Columns aside={<><BookCard book={book} lang={visit.lang} /><div class="tt-screen-only"><Confirming view={view} visit={visit} /></div></>}>
        <SummaryList rows={[
          { key: t.place, value: findServicePoint(book.pointId, book.day)?.name[visit.lang] ?? book.pointId }, { key: t.clerk, value: nameOf(book.clerk) }, { key: t.openedAt, value: <DateTime at={book.openedAt} /> },
          book.closedAt && { key: t.closedAt, value: <DateTime at={book.closedAt} /> },
          book.confirmedBy !== null && book.confirmedAt && { key: t.confirmedBy, value: <>{nameOf(book.confirmedBy)}, <DateTime at={book.confirmedAt} /></> },
        ]} />
        <h2 class="govuk-heading-m">{t.lines}</h2>
        {view.lines.length === 0 ? <p class="govuk-body">{t.noLines}</p> : (
          <Scroll label={t.lines}>
            <Table
              head={[t.lineColumns.at, t.lineColumns.what, t.lineColumns.receipt, t.lineColumns.dossier, t.lineColumns.amount].map((text) => ({ text }))}
              rows={view.lines.map((line) => [
                { text: localTimeAt(line.at) }, { text: t.lineKinds[line.kind] }, { text: <Code>{line.receiptText}</Code> }, { text: <Link href={paths.cashFee(line.dossierId)}><Code>{line.code}</Code></Link> },
                { text: `${line.kind === 'paid-out' ? '−' : ''}${formatVnd(line.amountVnd)}` },
              ])}
            />
          </Scroll>
        )}
      </Columns>
      <div class="tt-signatures"><p>{t.signClerk}</p><p>{t.signOther}</p></div>
      <div class="tt-screen-only">
        <Button type="button" look="secondary" attributes={{ 'data-print': true, hidden: true }}>{t.print}</Button>
        <p class="govuk-body"><Link href={paths.cash()}>{t.back}</Link></p>
      </div>
    </CounterLayout>
  )
}

/** People are compared, not posts: who holds the book under another post reads that it is theirs. */
function Confirming({ view, visit }: { readonly view: BookView; readonly visit: OfficeVisit }) {
  const t = cashText[visit.lang]
  const { book } = view
  if (book.state !== 'closed') return null
  const isOwn = book.clerk === visit.session.staff.id || book.clerkPerson === visit.session.personId
  return (
    <Card title={t.confirmTitle}>
      <p class="govuk-body">{isOwn ? t.yourOwn : t.confirmText}</p>
      {!isOwn && <Form action={paths.cashBookAct(book.id, 'xac-nhan')} csrf={visit.csrf}><Button preventDoubleClick>{t.confirm(formatVnd(book.countedVnd ?? 0))}</Button></Form>}
    </Card>
  )
}
