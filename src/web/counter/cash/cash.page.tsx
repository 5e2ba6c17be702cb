/** The clerk's cash book of today: open, take, close; and the books of the point. */
import type { CashBook } from '../../../capabilities/payments/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import { formatVnd } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Button, Card, Columns, ErrorSummary, Form, Heading, Input, InsetText, Link, Scroll, SummaryList, Table, Tag, Textarea } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { OfficeVisit, Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import type { CashView } from './cash.view.ts'
import { cashText } from './text.ts'

export interface CashSaid {
  readonly done?: string | undefined
  readonly refused?: string | undefined
  /** What was typed, to stand there again. */
  readonly typed?: Readonly<Record<string, string>> | undefined
}

/** What a deed or a no is told as. */
export function saidWords(said: CashSaid, lang: Lang): { readonly done?: string; readonly refused?: string } {
  const t = cashText[lang]
  const word = (list: Readonly<Record<string, string>>, key: string | undefined) => Object.entries(list).find(([one]) => one === key)?.[1]
  const [done, refused] = [word(t.done, said.done), word(t.refusals, said.refused)]
  return { ...(done ? { done } : {}), ...(refused ? { refused } : {}) }
}

/** A no about what was typed stands beside its field, and the summary leads there. */
function fieldOf({ refused, typed }: CashSaid): string | undefined {
  if (typed?.['ma'] !== undefined) return 'ma'
  if (refused === 'amount-unreadable') return typed?.['dem'] === undefined ? 'dau-so' : 'dem'
  return refused === 'note-needed' ? 'ly-do' : undefined
}

interface Part {
  readonly view: CashView
  readonly visit: OfficeVisit
  readonly said: CashSaid
}

export function cashPage(web: Web, visit: OfficeVisit, view: CashView, said: CashSaid = {}) {
  const t = cashText[visit.lang]
  const { open } = view
  const isToday = open?.day === view.today
  const field = fieldOf(said)
  const words = saidWords(said, visit.lang)
  return (
    <CounterLayout web={web} visit={visit} today={view.today} current="cash" title={t.title} {...(field ? { hasError: true } : words)}>
      {field && <ErrorSummary errorList={[{ text: words.refused ?? t.notFound, href: `#${field}` }]} />}
      <Heading>{t.title}</Heading>
      <p class="govuk-body">{t.lead}</p>
      <Columns aside={open && <BookCard book={open} lang={visit.lang} />}>
        {!open && <Opening view={view} visit={visit} said={said} />}
        {open && !isToday && <InsetText>{t.earlier(formatDate(open.day))}</InsetText>}
        {open && isToday && <Finding view={view} visit={visit} said={said} />}
        {open && <Closing view={view} visit={visit} said={said} book={open} />}
      </Columns>
      <Books view={view} visit={visit} said={said} />
    </CounterLayout>
  )
}

/** What a book holds, as a list of amounts. */
export function BookCard({ book, lang }: { readonly book: CashBook; readonly lang: Lang }) {
  const t = cashText[lang]
  const { countedVnd } = book
  return (
    <Card title={t.book(formatDate(book.day))} beside={<Tag tone={book.state === 'confirmed' ? 'done' : book.state === 'closed' ? 'yours' : 'waiting'}>{t.states[book.state]}</Tag>}>
      <SummaryList rows={[
        { key: t.openingRow, value: formatVnd(book.openingVnd) }, { key: t.taken, value: formatVnd(book.takenVnd) }, { key: t.paidOut, value: formatVnd(book.paidOutVnd) },
        { key: t.expected, value: <strong>{formatVnd(book.expectedVnd)}</strong> },
        countedVnd !== null && { key: t.counted, value: formatVnd(countedVnd) },
        countedVnd !== null && { key: t.difference, value: differenceOf(book, lang) },
        book.differenceReason !== null && { key: t.reason, value: book.differenceReason },
      ]} />
    </Card>
  )
}

/** '−1.000 đ', or that there is none. */
export function differenceOf({ countedVnd, expectedVnd }: CashBook, lang: Lang): string {
  if (countedVnd === null) return ''
  const difference = countedVnd - expectedVnd
  return difference === 0 ? cashText[lang].none : `${difference < 0 ? '−' : '+'}${formatVnd(Math.abs(difference))}`
}

function Opening({ visit, said }: Part) {
  const t = cashText[visit.lang]
  return (
    <Card title={t.openTitle}>
      <Form action={paths.cashAct('mo')} csrf={visit.csrf}>
        <Input id="dau-so" name="dau-so" classes="govuk-input--width-10" inputmode="numeric" autocomplete="off" label={{ text: t.opening }} hint={{ text: t.openingHint }} suffix={{ text: t.unit }}
          value={said.typed?.['dau-so']} errorMessage={fieldOf(said) === 'dau-so' ? { text: t.refusals['amount-unreadable'] } : undefined} />
        <Button preventDoubleClick>{t.open}</Button>
      </Form>
    </Card>
  )
}

function Finding({ visit, said }: Part) {
  const t = cashText[visit.lang]
  const typed = said.typed?.['ma']
  return (
    <Card title={t.findTitle}>
      <form method="get" action={paths.cashFind()} novalidate>
        <Input id="ma" name="ma" classes="govuk-input--width-20" autocomplete="off" spellcheck={false} label={{ text: t.code }} hint={{ text: t.codeHint }} value={typed} errorMessage={typed !== undefined ? { text: t.notFound } : undefined} />
        <Button look="secondary">{t.find}</Button>
      </form>
    </Card>
  )
}

function Closing({ visit, said, book }: Part & { readonly book: CashBook }) {
  const t = cashText[visit.lang]
  return (
    <Card title={t.closeTitle}>
      <Form action={paths.cashBookAct(book.id, 'dong')} csrf={visit.csrf}>
        <Input id="dem" name="dem" classes="govuk-input--width-10" inputmode="numeric" autocomplete="off" label={{ text: t.counted }} hint={{ text: t.countedHint }} suffix={{ text: t.unit }}
          value={said.typed?.['dem']} errorMessage={fieldOf(said) === 'dem' ? { text: t.refusals['amount-unreadable'] } : undefined} />
        <Textarea id="ly-do" name="ly-do" rows={2} label={{ text: t.reason }} hint={{ text: t.reasonHint }} value={said.typed?.['ly-do']} errorMessage={fieldOf(said) === 'ly-do' ? { text: t.refusals['note-needed'] } : undefined} />
        <Button look="secondary" preventDoubleClick>{t.close}</Button>
      </Form>
    </Card>
  )
}

function Books({ view, visit }: Part) {
  const t = cashText[visit.lang]
  const { columns } = t
  return (
    <>
      <h2 class="govuk-heading-m">{t.books}</h2>
      {view.books.length === 0 ? <p class="govuk-body">{t.noBooks}</p> : (
        <Scroll label={t.books}>
          <Table
            head={[columns.day, columns.clerk, columns.taken, columns.paidOut, columns.difference, columns.state].map((text) => ({ text }))}
            rows={view.books.map((book) => [
              { text: <Link href={paths.cashBook(book.id)}>{formatDate(book.day)}</Link> }, { text: view.staff.get(book.clerk) ?? t.former }, { text: formatVnd(book.takenVnd) }, { text: formatVnd(book.paidOutVnd) },
              { text: differenceOf(book, visit.lang) }, { text: t.states[book.state] },
            ])}
          />
        </Scroll>
      )}
    </>
  )
}
