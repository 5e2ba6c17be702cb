/** Cards to print, cards to hand over, parcels under way. */
import { listWords, type ParcelPlace } from '../../../capabilities/deliveries/index.ts'
import { receiptHash } from '../../../capabilities/portraits/index.ts'
import { can, standingOf } from '../../../dossiers/index.ts'
import { groupThousands } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Button, Code, DateTime, Form, Heading, InsetText, Link, NotificationBanner, Pagination, SortableTable, type SortableColumn, type SortableRow, Tag, type Tone } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { numberOf } from '../shared.ts'
import { type AstrayAct, astrayText } from '../text/astray.ts'
import { cardsText } from '../text/cards.ts'
import { refusalWords, words } from '../text/words.ts'
import { Astray } from './astray/astray.tsx'
import type { CardRow, CardsView, ParcelRow } from './cards.view.ts'
import { listTones } from './lists/tones.ts'

export interface CardsSaid {
  readonly done?: { readonly verb: 'printed'; readonly count: number } | { readonly verb: 'handed' } | { readonly verb: 'astray'; readonly act: AstrayAct } | undefined
  /** A refusal code, or 'portrait-differs' with the first card that stopped the run. */
  readonly refused?: string | undefined
  readonly serial?: string | undefined
}

type Part = { readonly view: CardsView; readonly visit: StaffVisit }

export function cardsPage(web: Web, visit: StaffVisit, view: CardsView, said: CardsSaid = {}) {
  const t = cardsText[visit.lang]
  const isAppraiser = visit.session.staff.role === 'appraiser'
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="cards" toSign={view.toSign} title={t.title} hasError={said.refused !== undefined}>
      {said.done && <NotificationBanner type="success" text={doneWords(said.done, visit.lang)} />}
      {said.refused && (
        <NotificationBanner role="alert" titleText={words[visit.lang].notDone}>
          <p class="govuk-notification-banner__heading">{said.refused === 'portrait-differs' ? t.stopped : said.refused === 'nothing-to-print' ? t.nothingToPrint : refusalWords(said.refused, visit.lang)}</p>
          {said.serial && <p class="govuk-body"><Code>{said.serial}</Code></p>}
        </NotificationBanner>
      )}
      <Heading>{t.title}</Heading>
      {!isAppraiser && <InsetText>{t.onlyAppraiser}</InsetText>}
      <Astray rows={view.astray.rows} visit={visit} />
      <Pages of="astray" view={view} visit={visit} />
      <Queue view={view} visit={visit} />
      <ToPost view={view} visit={visit} />
      <Lists view={view} visit={visit} />
      <ToCollect view={view} visit={visit} />
      <Parcels view={view} visit={visit} />
    </StaffLayout>
  )
}

function doneWords(done: NonNullable<CardsSaid['done']>, lang: Lang): string {
  switch (done.verb) {
    case 'printed':
      return cardsText[lang].printed(done.count)
    case 'handed':
      return cardsText[lang].handed
    case 'astray':
      return astrayText[lang].done[done.act]
  }
}

function Queue({ view, visit }: Part) {
  const t = cardsText[visit.lang]
  const count = groupThousands(view.queuedCount)
  return (
    <section>
      <h2 class="govuk-heading-m">{view.queuedCount > 0 ? t.waiting(count) : t.waitingNone}</h2>
      {view.queuedCount > 0 && (
        <>
          <p class="govuk-body">{t.printHelp}</p>
          {view.print === 'printer-prints' && <InsetText>{words[visit.lang].refusals['printer-prints']}</InsetText>}
          {view.print === true && (
            <Form action={paths.cardsPrint()} csrf={visit.csrf}><Button shortcut="i" preventDoubleClick>{t.print(count)}</Button></Form>
          )}
        </>
      )}
      <List
        caption={t.waiting(count)} empty={t.waitingEmpty}
        columns={columnsOf(['card', 'dossier', 'applicant', 'licence', 'portrait', 'how', 'queued'], visit.lang)}
        rows={view.queued.map((row) => ({ mark: row.samePortrait ? undefined : 'late', cells: { ...cellsOf(row, visit.lang), queued: <DateTime at={row.card.queuedAt} /> } }))}
      />
      <More shown={view.queued.length} count={view.queuedCount} lang={visit.lang} />
    </section>
  )
}

/** Cards that lie in the office for the post: chosen, they become a list that whoever closes it stands for. */
function ToPost({ view, visit }: Part) {
  const t = cardsText[visit.lang]
  const mayClose = visit.session.staff.role === 'appraiser'
  const table = (
    <List
      caption={t.toPostTitle(view.toPost.length)} empty={t.toPostEmpty}
      columns={columnsOf(['card', 'dossier', 'applicant', 'licence', 'portrait', 'printed'], visit.lang)}
      rows={view.toPost.map((row): SortableRow => ({
        select: mayClose ? { name: 'the', value: row.card.id, label: t.chooseCard(row.card.cardSerial), checked: true } : undefined,
        cells: { ...cellsOf(row, visit.lang), printed: row.card.printedAt && <DateTime at={row.card.printedAt} /> },
      }))}
    />
  )
  return (
    <section>
      <h2 class="govuk-heading-m">{t.toPostTitle(view.toPost.length)}</h2>
      {view.toPost.length > 0 && mayClose
        ? <Form action={paths.handOverLists()} csrf={visit.csrf}><p class="govuk-body">{t.toPostHelp}</p>{table}<Button preventDoubleClick>{t.closeList}</Button></Form>
        : table}
    </section>
  )
}

function ToCollect({ view, visit }: Part) {
  const t = cardsText[visit.lang]
  const { rows, page, hasNext } = view.toCollect
  // Where there are other pages, how many they hold together is not known.
  const count = page > 1 || hasNext ? 0 : rows.length
  return (
    <section>
      <h2 class="govuk-heading-m">{t.toCollectTitle(count)}</h2>
      {rows.length > 0 && <p class="govuk-body">{t.handOverHelp}</p>}
      <List
        caption={t.toCollectTitle(count)} empty={page > 1 ? t.pageAhead : t.toHandEmpty}
        columns={columnsOf(['card', 'dossier', 'applicant', 'licence', 'portrait', 'printed', 'action'], visit.lang)}
        rows={rows.map((row): SortableRow => ({
          cells: { ...cellsOf(row, visit.lang), printed: row.card.printedAt && <DateTime at={row.card.printedAt} />, action: <HandOver row={row} view={view} visit={visit} /> },
        }))}
      />
      <Pages of="collect" view={view} visit={visit} />
    </section>
  )
}

/** The way to the other pages of a long list. */
function Pages({ of, view, visit }: Part & { readonly of: 'astray' | 'collect' }) {
  const t = cardsText[visit.lang]
  const { page, hasNext } = of === 'astray' ? view.astray : view.toCollect
  if (page === 1 && !hasNext) return null
  const address = (number: number) => (of === 'astray' ? paths.cardsAt(number, view.toCollect.page) : paths.cardsAt(view.astray.page, number))
  return (
    <Pagination
      landmarkLabel={t.pagesOf[of]}
      previous={page > 1 ? { href: address(page - 1), text: t.previous } : undefined} next={hasNext ? { href: address(page + 1), text: t.next } : undefined}
    />
  )
}

function Lists({ view, visit }: Part) {
  const t = cardsText[visit.lang]
  return (
    <section>
      <h2 class="govuk-heading-m">{t.lists}</h2>
      <List
        caption={t.lists} empty={t.listsEmpty}
        columns={columnsOf(['list', 'closed', 'count', 'state'], visit.lang)}
        rows={view.lists.map((list): SortableRow => ({
          mark: list.state === 'counted' ? 'changed' : undefined,
          cells: {
            list: <Link href={paths.handOverList(list.id)}><Code>{list.number}</Code></Link>, closed: <DateTime at={list.closedAt} />, count: t.listCount(list.items, list.missing, list.extras),
            state: <Tag tone={listTones[list.state]}>{listWords[visit.lang].states[list.state]}</Tag>,
          },
        }))}
      />
    </section>
  )
}

/** A list, or one sentence where there is nothing: column names without rows say nothing. */
function List(props: { caption: string; empty: string; columns: readonly SortableColumn[]; rows: readonly SortableRow[] }) {
  return props.rows.length === 0 ? <p class="govuk-body">{props.empty}</p> : <SortableTable {...props} />
}

/** The lifecycle says whether the button may be pressed. */
function HandOver({ row, view, visit }: Part & { row: CardRow }) {
  const t = cardsText[visit.lang]
  const may = can('handOver', standingOf(row.dossier, [], null), visit.actor, view.now)
  if (may !== true) return <span class="govuk-hint">{may === 'wrong-role' ? t.onlyAppraiser : words[visit.lang].impediments[may]}</span>
  return (
    <Form action={paths.cardsHandOver(row.dossier.id)} csrf={visit.csrf}>
      <Button look="secondary" preventDoubleClick>{t.handOver}<span class="govuk-visually-hidden"> {t.handOverFor(row.dossier.applicantName)}</span></Button>
    </Form>
  )
}

const parcelTones: Readonly<Record<ParcelRow['parcel']['state'], Tone>> = {
  ordered: 'waiting', registered: 'waiting', collected: 'waiting', 'in-transit': 'waiting', failed: 'stopped', held: 'waiting', delivered: 'done', returned: 'stopped', lost: 'stopped', cancelled: 'quiet',
}

function Parcels({ view, visit }: Part) {
  const t = cardsText[visit.lang]
  const { before, after } = view.parcels
  return (
    <section id="buu-gui">
      <h2 class="govuk-heading-m">{t.onTheWay}</h2>
      <List
        caption={t.onTheWay} empty={before || after ? t.parcelsAhead : t.onTheWayEmpty}
        columns={columnsOf(['parcel', 'dossier', 'applicant', 'card', 'state', 'since'], visit.lang)}
        rows={view.parcels.rows.map(({ parcel, dossier, card }) => ({
          mark: parcelTones[parcel.state] === 'stopped' ? 'late' : undefined,
          cells: {
            parcel: parcel.itemNumber ? <Code>{parcel.itemNumber}</Code> : '–', dossier: <DossierLink row={{ dossier }} />, applicant: dossier.applicantName, card: <Code>{card.cardSerial}</Code>,
            state: <Tag tone={parcelTones[parcel.state]}>{t.parcelStates[parcel.state]}</Tag>,
            since: latestOf(parcel.events.map((event) => event.happenedAt)) ?? (card.handedOverAt && <DateTime at={card.handedOverAt} />),
          },
        }))}
      />
      {(before || after) && (
        <Pagination
          landmarkLabel={t.pagesOf.parcels}
          previous={before && { href: paths.cardsParcels('before', parcelPlaceText(before)), text: t.previous }} next={after && { href: paths.cardsParcels('after', parcelPlaceText(after)), text: t.next }}
        />
      )}
      <p class="govuk-body"><Link href={paths.worklist('in-delivery')}>{t.allInDelivery}</Link>. <Link href={paths.oldCards()}>{astrayText[visit.lang].link}</Link>.</p>
    </section>
  )
}

/** A parcel's place as it stands in an address: when it was ordered, which it is. */
function parcelPlaceText({ orderedAt, id }: ParcelPlace): string {
  return `${orderedAt}.${id}`
}

function latestOf(instants: readonly Date[]) {
  const last = [...instants].sort((a, b) => a.getTime() - b.getTime()).at(-1)
  return last && <DateTime at={last} />
}

type Key = keyof (typeof cardsText)['vi']['columns']

function columnsOf(keys: readonly Key[], lang: Lang): SortableColumn[] {
  return keys.map((key) => ({ key, text: cardsText[lang].columns[key] }))
}

function cellsOf({ card, dossier, samePortrait }: CardRow, lang: Lang): SortableRow['cells'] {
  const t = cardsText[lang]
  return {
    card: <Code>{card.cardSerial}</Code>, dossier: <DossierLink row={{ dossier }} />, applicant: dossier.applicantName, licence: <Code>{card.licenceNumber}</Code>,
    portrait: <><Code>{receiptHash(card.portraitHash)}</Code> {!samePortrait && <Tag tone="stopped">{t.portraitDiffers}</Tag>}</>,
    how: t.how[dossier.delivery],
  }
}

function DossierLink({ row }: { row: Pick<CardRow, 'dossier'> }) {
  return <Link href={paths.officerDossier(row.dossier.id)}><Code>{numberOf(row.dossier)}</Code></Link>
}

function More({ shown, count, lang }: { shown: number; count: number; lang: Lang }) {
  return count > shown ? <p class="govuk-body">{cardsText[lang].more(count - shown)}</p> : null
}
