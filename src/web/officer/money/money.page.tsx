/** Differences between the platform's books and ours that a person must look at, and refunds that need a second person. */
import { mayDo } from '../../../catalogue/index.ts'
import { formatDate, localDateAt } from '../../../platform/values/dates.ts'
import { formatVnd } from '../../../platform/values/money.ts'
import { Button, Card, Code, DateTime, Form, Heading, Input, Link, NotificationBanner, Pagination, SummaryList, Textarea, Timeline } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { numberOf } from '../shared.ts'
import { deskText, deskRefusal } from '../text/money.ts'
import { words } from '../text/words.ts'
import type { MoneyView } from './money.view.ts'

export interface MoneySaid {
  readonly done?: string | undefined
  readonly refused?: string | undefined
  /** What was typed and where, to stand there again. */
  readonly typed?: { readonly about: string; readonly note: string; readonly code?: string } | undefined
}

interface Part {
  readonly view: MoneyView
  readonly visit: StaffVisit
  readonly said: MoneySaid
}

/** What is written down of each press: a success is told of the visitor's own last deed, an address alone can claim anything. */
const deeds: Readonly<Record<string, MoneyView['events'][number]['kind']>> = { xong: 'resolved', 'hoan-lai': 'retried', 'de-nghi': 'proposed', 'dong-y': 'confirmed', khong: 'declined' }

export function moneyPage(web: Web, visit: StaffVisit, view: MoneyView, said: MoneySaid = {}) {
  const t = deskText[visit.lang]
  const { role, id } = visit.session.staff
  const last = view.events.find(({ byStaff }) => byStaff === id)?.kind
  const done = Object.entries(t.done).find(([verb]) => verb === said.done && deeds[verb] === last)?.[1]
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="money" toSign={view.toSign} title={t.title} hasError={said.refused !== undefined}>
      {done && <NotificationBanner type="success" text={done} />}
      {said.refused && <NotificationBanner role="alert" titleText={words[visit.lang].notDone} text={deskRefusal(said.refused, visit.lang)} />}
      <Heading>{t.title}</Heading>
      <p class="govuk-body">{view.items.length > 0 ? t.lead : view.page === 1 ? t.none : t.noneHere}</p>
      {view.items.map((item) => <Question item={item} view={view} visit={visit} said={said} />)}
      <p class="govuk-body"><Link href={paths.cashBooks()}>{t.cashBooks}</Link></p>
      <h2 class="govuk-heading-m">{t.proposals}</h2>
      <p class="govuk-body">{view.proposals.length > 0 ? t.fourEyes : view.page === 1 ? t.noProposals : t.noneHere}</p>
      {view.proposals.map((one) => <Proposed one={one} view={view} visit={visit} said={said} />)}
      {(view.page > 1 || view.hasNext) && (
        <Pagination
          previous={view.page > 1 ? { href: paths.money(view.page - 1), text: t.previous } : undefined}
          next={view.hasNext ? { href: paths.money(view.page + 1), text: t.next } : undefined}
        />
      )}
      {mayDo(role, 'settle-money') && <Propose visit={visit} said={said} />}
      <h2 class="govuk-heading-m">{t.history}</h2>
      {view.events.length === 0 && <p class="govuk-body">{t.noHistory}</p>}
      <Timeline headingLevel={3} items={view.events.map((event) => ({
        label: `${t.events[event.kind]}${event.amountVnd === null ? '' : `, ${formatVnd(event.amountVnd)}`}`, at: event.at, byline: view.staff.get(event.byStaff) ?? words[visit.lang].formerStaff,
        ...(event.note === null ? {} : { children: event.note }),
      }))} />
    </StaffLayout>
  )
}

function Question({ item, view, visit, said }: Part & { readonly item: MoneyView['items'][number] }) {
  const t = deskText[visit.lang]
  const reason = t.reasons[item.reason]
  const isRefund = item.reason === 'refund-refused' || item.reason === 'refund-overdue'
  const may = mayDo(visit.session.staff.role, 'settle-money')
  return (
    <Card title={reason.title}>
      <p class="govuk-body">{reason.help}</p>
      <SummaryList
        rows={[
          item.amountVnd !== null && { key: t.amount, value: formatVnd(item.amountVnd) },
          item.transactionNo !== null && { key: t.transaction, value: <Code>{item.transactionNo}</Code> },
          item.dossier !== undefined && { key: t.dossier, value: <Link href={paths.officerDossier(item.dossier.id)}><Code>{numberOf(item.dossier)}</Code></Link> },
          item.statementDate !== null && { key: t.statement, value: formatDate(item.statementDate) },
          item.refundDueAt !== null && { key: t.due, value: formatDate(localDateAt(item.refundDueAt)) },
          { key: t.found, value: <DateTime at={item.foundAt} /> },
          { key: t.owner, value: t.desk },
        ]}
      />
      {!may && <p class="govuk-body">{t.notYours}</p>}
      {may && isRefund && item.refundId !== null && item.mayRetry && <Form action={paths.moneyAction(item.refundId, 'hoan-lai')} csrf={visit.csrf} hidden={{ trang: String(view.page) }}><Button preventDoubleClick>{t.retry}</Button></Form>}
      {may && isRefund && !item.mayRetry && <p class="govuk-body">{t.underWay}</p>}
      {may && !isRefund && (
        <Form action={paths.moneyAction(item.id, 'xong')} csrf={visit.csrf} hidden={{ trang: String(view.page) }}>
          <Note id={`ghi-chu-${item.id}`} label={t.note} hint={t.noteHint} about={item.id} visit={visit} said={said} />
          <Button look="secondary" preventDoubleClick>{t.resolve}</Button>
        </Form>
      )}
    </Card>
  )
}

function Note({ id, label, hint, about, visit, said }: Pick<Part, 'visit' | 'said'> & { readonly id: string; readonly label: string; readonly hint: string; readonly about: string }) {
  const mine = said.typed?.about === about
  return (
    <Textarea
      id={id} name="ghi-chu" label={{ text: label }} hint={{ text: hint }} rows={2} value={mine ? said.typed?.note : ''}
      errorMessage={mine && said.refused === 'note-needed' ? { text: deskText[visit.lang].noteNeeded } : undefined}
    />
  )
}

function Proposed({ one, view, visit }: Part & { readonly one: MoneyView['proposals'][number] }) {
  const t = deskText[visit.lang]
  const { staff, personId } = visit.session
  const isOwn = one.proposedBy === staff.id || one.proposedByPerson === personId
  return (
    <Card title={t.proposal(formatVnd(one.amountVnd))}>
      <SummaryList
        rows={[
          one.dossier !== undefined && { key: t.dossier, value: <Link href={paths.officerDossier(one.dossier.id)}><Code>{numberOf(one.dossier)}</Code></Link> },
          { key: t.why, value: one.note },
          { key: t.by, value: <>{view.staff.get(one.proposedBy) ?? words[visit.lang].formerStaff}, <DateTime at={one.proposedAt} /></> },
        ]}
      />
      {isOwn && <p class="govuk-body">{t.yourOwn}</p>}
      {!isOwn && !mayDo(staff.role, 'confirm-refund') && <p class="govuk-body">{t.notYours}</p>}
      {!isOwn && mayDo(staff.role, 'confirm-refund') && (
        <>
          <Form action={paths.moneyAction(one.id, 'dong-y')} csrf={visit.csrf} hidden={{ trang: String(view.page) }}><Button preventDoubleClick>{t.confirm(formatVnd(one.amountVnd))}</Button></Form>
          <Form action={paths.moneyAction(one.id, 'khong')} csrf={visit.csrf} hidden={{ trang: String(view.page) }}><Button look="secondary" preventDoubleClick>{t.decline}</Button></Form>
        </>
      )}
    </Card>
  )
}

/** A refund that no rule asks for begins with one person's reason. */
function Propose({ visit, said }: Pick<Part, 'visit' | 'said'>) {
  const t = deskText[visit.lang]
  const mine = said.typed?.about === 'proposal'
  return (
    <Card title={t.propose}>
      <p class="govuk-body">{t.proposeHelp}</p>
      <Form action={paths.moneyPropose()} csrf={visit.csrf}>
        <Input
          id="ma" name="ma" classes="govuk-input--width-20" label={{ text: t.code }} autocomplete="off" spellcheck={false} value={mine ? said.typed?.code : ''}
          errorMessage={mine && said.refused === 'dossier-not-found' ? { text: deskRefusal('dossier-not-found', visit.lang) } : undefined}
        />
        <Note id="ghi-chu-de-nghi" label={t.why} hint={t.noteHint} about="proposal" visit={visit} said={said} />
        <Button look="secondary" preventDoubleClick>{t.proposeButton}</Button>
      </Form>
    </Card>
  )
}
