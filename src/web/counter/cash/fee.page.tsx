/** The money of one dossier at the counter: take it, pay it back, print the slip. */
import { findServicePoint } from '../../../catalogue/index.ts'
import { formatVnd } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Button, Card, Code, DateTime, Form, Heading, InsetText, LinkButton, SummaryList } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { OfficeVisit, Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { type CashSaid, saidWords } from './cash.page.tsx'
import type { FeeView } from './cash.view.ts'
import { cashText } from './text.ts'

export function feePage(web: Web, visit: OfficeVisit, view: FeeView, said: CashSaid = {}) {
  const t = cashText[visit.lang]
  const { dossier, receipt } = view
  const isOpen = view.open?.day === view.today
  return (
    <CounterLayout web={web} visit={visit} today={view.today} current="cash" title={t.feeTitle} {...saidWords(said, visit.lang)}>
      <Heading>{t.feeTitle}</Heading>
      <Card>
        <SummaryList rows={[
          { key: t.dossier, value: <Code>{view.code}</Code> }, { key: t.filed, value: t.channels[dossier.channel] }, { key: t.amount, value: <strong>{formatVnd(dossier.amountVnd)}</strong> }, { key: t.state, value: t.feeStates[view.state] },
          receipt && { key: t.receiptNumber, value: <Code>{receipt.number}</Code> },
          receipt && { key: t.takenAt, value: <><DateTime at={receipt.issuedAt} />{receipt.inCash && `, ${t.inCash}`}</> },
          receipt?.inCash && { key: t.place, value: placeOf(receipt.pointId, view.today, visit.lang) },
        ]} />
        {receipt && <Button type="button" look="secondary" attributes={{ 'data-print': true, hidden: true }}>{t.printReceipt}</Button>}
      </Card>
      {view.state === 'unpaid' && <Taking view={view} visit={visit} isOpen={isOpen} />}
      {view.payOutVnd !== undefined && (
        <Card title={t.payOutTitle}>
          <p class="govuk-body">{isOpen ? t.payOutText : t.noBook}</p>
          {isOpen && <Form action={paths.cashPayOut(dossier.id)} csrf={visit.csrf}><Button look="warning" preventDoubleClick>{t.payOut(formatVnd(view.payOutVnd))}</Button></Form>}
        </Card>
      )}
      <LinkButton look="secondary" href={paths.cash()}>{t.next}</LinkButton>
    </CounterLayout>
  )
}

/** The point whose book holds the cash, whoever prints the slip. */
function placeOf(pointId: string | undefined, today: string, lang: Lang): string {
  return pointId === undefined ? '' : (findServicePoint(pointId, today)?.name[lang] ?? pointId)
}

function Taking({ view, visit, isOpen }: { readonly view: FeeView; readonly visit: OfficeVisit; readonly isOpen: boolean }) {
  const t = cashText[visit.lang]
  if (view.dossier.channel !== 'in-person') return <InsetText>{t.notInPerson}</InsetText>
  if (view.dossier.amountVnd === 0) return <InsetText>{t.refusals['no-fee']}</InsetText>
  if (view.dossier.closedAt) return <InsetText>{t.refusals['payment-closed']}</InsetText>
  if (!isOpen) return <InsetText>{t.noBook}</InsetText>
  return (
    <Card>
      {view.isUnanswered && <p class="govuk-body"><strong>{t.unanswered}</strong></p>}
      <p class="govuk-body">{t.takeText}</p>
      <Form action={paths.cashFee(view.dossier.id)} csrf={visit.csrf}><Button preventDoubleClick>{t.take(formatVnd(view.dossier.amountVnd))}</Button></Form>
    </Card>
  )
}
