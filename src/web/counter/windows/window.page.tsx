/** A clerk's window: open it, call, see who came, go on. One thing to press at a time. */
import { findServicePoint, queueServicesOn, ticketNumber } from '../../../catalogue/index.ts'
import type { DayOfWaiting, Ticket, WindowSeen } from '../../../capabilities/counters/index.ts'
import { Button, Card, Checkboxes, Columns, ErrorSummary, Form, Heading, Input, Link, LinkButton, Radios, SummaryList, Table, Tag } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { OfficeVisit, Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { windowText } from './text.ts'

export interface WindowView extends WindowSeen {
  readonly waits: readonly DayOfWaiting[]
  /** What was typed to find somebody who did not come; undefined while nobody is looked for. */
  readonly search: string | undefined
  readonly today: string
}

interface Part {
  readonly view: WindowView
  readonly visit: OfficeVisit
}

/** Which field of the opening form a no is about. */
const FIELDS: Readonly<Record<string, string>> = { 'window-not-found': 'cua', 'window-taken': 'cua', 'service-not-found': 'viec' }

export function windowPage(web: Web, visit: OfficeVisit, view: WindowView, said: { readonly done?: string | undefined; readonly refused?: string | undefined } = {}) {
  const t = windowText[visit.lang]
  const word = (list: Readonly<Record<string, string>>, key: string | undefined) => Object.entries(list).find(([one]) => one === key)?.[1]
  const refused = word(t.refusals, said.refused)
  const field = view.own ? undefined : word(FIELDS, said.refused)
  return (
    <CounterLayout web={web} visit={visit} today={view.today} current="window" title={t.title} done={word(t.done, said.done)} {...(field ? { hasError: true } : { refused })}>
      {field && refused && <ErrorSummary errorList={[{ text: refused, href: `#${field}` }]} />}
      <Heading beside={view.own && <Tag>{t.windowNo(view.own.windowNo)}</Tag>}>{t.title}</Heading>
      <Columns aside={<><Queues view={view} visit={visit} /><Others view={view} visit={visit} /></>}>
        {view.own ? <AtWindow view={view} visit={visit} /> : <Opening view={view} visit={visit} error={field && refused ? { field, text: refused } : undefined} />}
        <Missed view={view} visit={visit} />
        <Waits view={view} visit={visit} />
      </Columns>
    </CounterLayout>
  )
}

function Opening({ view, visit, error }: Part & { readonly error: { readonly field: string; readonly text: string } | undefined }) {
  const t = windowText[visit.lang]
  const point = findServicePoint(visit.officeCode, view.today)
  const taken = new Set(view.windows.map(({ windowNo }) => windowNo))
  const numbers = Array.from({ length: point?.windows ?? 1 }, (_, index) => index + 1)
  const free = numbers.find((n) => !taken.has(n))
  return (
    <Card>
      <p class="govuk-body">{t.lead}</p>
      <Form action={paths.counterWindowAct('mo')} csrf={visit.csrf}>
        <Radios
          idPrefix="cua" name="cua" fieldset={{ legend: { text: t.which } }} classes="govuk-radios--inline" errorMessage={error?.field === 'cua' ? { text: error.text } : undefined}
          items={numbers.map((n) => ({ value: String(n), text: t.windowNo(n), checked: n === free, ...(taken.has(n) ? { hint: { text: t.taken } } : {}) }))}
        />
        <Checkboxes idPrefix="viec" name="viec" fieldset={{ legend: { text: t.services } }} errorMessage={error?.field === 'viec' ? { text: error.text } : undefined} items={queueServicesOn(view.today).map((service) => ({ value: service.id, text: `${service.id}. ${service.name[visit.lang]}`, checked: true }))} />
        <Button preventDoubleClick>{t.open}</Button>
      </Form>
    </Card>
  )
}

/** One button that does one thing to a ticket. */
function Press({ act, visit, ticket, text, look }: { readonly act: string; readonly visit: OfficeVisit; readonly ticket: Ticket; readonly text: string; readonly look?: 'secondary' | 'warning' }) {
  return (
    <Form action={paths.counterWindowAct(act)} csrf={visit.csrf} hidden={{ so: ticket.id, lan: String(ticket.calls) }}>
      <Button preventDoubleClick look={look}>{text}</Button>
    </Form>
  )
}

function AtWindow({ view, visit }: Part) {
  const t = windowText[visit.lang]
  const { own, current } = view
  if (!own) return null
  const mine = own.services.reduce((sum, id) => sum + (view.waiting.get(id) ?? 0), 0)
  if (!current) {
    return (
      <Card title={t.serves(own.services.join(', '))}>
        <Form action={paths.counterWindowAct('tiep')} csrf={visit.csrf} hidden={{ luot: String(own.presses) }}><Button preventDoubleClick>{t.next}</Button></Form>
        {mine === 0 && <p class="govuk-body">{t.nobody}</p>}
        <Form action={paths.counterWindowAct('dong')} csrf={visit.csrf} hidden={{ ma: own.id }}><Button look="secondary" preventDoubleClick>{t.close}</Button></Form>
      </Card>
    )
  }
  const service = queueServicesOn(view.today).find(({ id }) => id === current.service)
  return (
    <Card title={service?.name[visit.lang]} beside={current.lane === 'priority' && <Tag>{t.priority}</Tag>}>
      <p class="tt-window-number">{ticketNumber(current.service, current.number)}</p>
      <p class="govuk-body">{current.state === 'serving' ? t.serving : t.called(current.calls)}</p>
      <div class="govuk-button-group">
        {current.state === 'called' && <Press act="co-mat" visit={visit} ticket={current} text={t.came} />}
        {current.state === 'called' && <Press act="goi-lai" visit={visit} ticket={current} text={t.again} look="secondary" />}
        {current.state === 'called' && <Press act="vang" visit={visit} ticket={current} text={t.absent} look="secondary" />}
        {current.state === 'serving' && <LinkButton href={paths.counter()}>{t.visit}</LinkButton>}
        {current.state === 'serving' && <Press act="xong" visit={visit} ticket={current} text={t.finish} look="secondary" />}
        <Press act="tra-lai" visit={visit} ticket={current} text={t.giveBack} look="secondary" />
      </div>
    </Card>
  )
}

function Missed({ view, visit }: Part) {
  const t = windowText[visit.lang]
  const { search } = view
  if (view.missedInAll === 0 && search === undefined) return null
  const isFound = search !== undefined && search !== ''
  const more = isFound ? 0 : view.missedInAll - view.missed.length
  return (
    <Card title={t.missed}>
      <p class="govuk-body">{t.missedHelp}</p>
      {search !== undefined && (
        <form method="get" action={paths.counterWindow()} novalidate>
          <Input name="tim" classes="govuk-input--width-10" autocomplete="off" spellcheck={false} label={t.number} hint={t.numberHint} value={search} errorMessage={isFound && view.missed.length === 0 ? t.noneFound : undefined} />
          <Button look="secondary">{t.look}</Button>
        </form>
      )}
      {view.own && !view.current
        ? <div class="govuk-button-group">{view.missed.map((ticket) => <Press act="moi-lai" visit={visit} ticket={ticket} text={t.recall(ticketNumber(ticket.service, ticket.number))} look="secondary" />)}</div>
        : <p class="govuk-body">{view.missed.map((ticket) => <><Tag>{ticketNumber(ticket.service, ticket.number)}</Tag> </>)}</p>}
      {more > 0 && <p class="govuk-body">{t.more(more)} {search === undefined && <Link href={paths.counterMissed()}>{t.find}</Link>}</p>}
      {search !== undefined && <p class="govuk-body"><Link href={paths.counterWindow()}>{t.latest}</Link></p>}
    </Card>
  )
}

function Queues({ view, visit }: Part) {
  const t = windowText[visit.lang]
  return (
    <Card title={t.waiting}>
      <SummaryList rows={queueServicesOn(view.today).map((service) => ({ key: `${service.id}. ${service.name[visit.lang]}`, value: t.people(view.waiting.get(service.id) ?? 0) }))} />
    </Card>
  )
}

function Others({ view, visit }: Part) {
  const t = windowText[visit.lang]
  const others = view.windows.filter(({ id }) => id !== view.own?.id)
  return (
    <>
      {others.length > 0 && (
        <Card title={t.others}>
          <p class="govuk-body">{t.othersHelp}</p>
          {others.map((one) => (
            <Form action={paths.counterWindowAct('dong')} csrf={visit.csrf} hidden={{ ma: one.id }}><Button look="secondary" preventDoubleClick>{t.closeOther(one.windowNo)}</Button></Form>
          ))}
        </Card>
      )}
      <Card title={t.screens} quiet>
        <p class="govuk-body"><Link href={paths.kiosk(visit.officeCode)}>{t.kiosk}</Link> · <Link href={paths.queueDisplay(visit.officeCode)}>{t.display}</Link></p>
      </Card>
    </>
  )
}

/** Percentiles, never a mean: one long conversation says nothing about everybody else's wait. */
function Waits({ view, visit }: Part) {
  const t = windowText[visit.lang]
  if (view.waits.length === 0) return null
  const minutes = (seconds: number | null) => (seconds === null ? t.notYet : t.minutes(Math.ceil(seconds / 60)))
  return (
    <Card title={t.waits}>
      <Table
        head={[t.columns.service, t.columns.issued, t.columns.served, t.columns.half, t.columns.most].map((text) => ({ text }))}
        rows={view.waits.map((row) => [row.service, row.issued, row.served, minutes(row.halfSeconds), minutes(row.mostSeconds)].map((text) => ({ text: String(text) })))}
      />
    </Card>
  )
}
