/** Cards beside the story of a dossier: dates, papers, where the card is, the picture. */
import { authorityOf, getProvince } from '../../../catalogue/index.ts'
import type { TrackingEvent } from '../../../capabilities/deliveries/index.ts'
import { receiptHash } from '../../../capabilities/portraits/index.ts'
import type { Deposit } from '../../../capabilities/documents/index.ts'
import type { WaitRow } from '../../../dossiers/index.ts'
import { formatDate, localDateAt, localTimeAt } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { Big, Card, Code, DateOnly, DateTime, Link, Picture, ShareBar, type Tone } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { dossierText } from '../text/dossier.ts'
import { redeliveryText } from './acts/text.ts'
import { type DossierView, isReady } from './dossier.view.ts'
import { lastMove, movedNote } from './dates/moved.ts'

interface Props {
  readonly view: DossierView
  readonly lang: Lang
}

/** When the result comes: the appointed date once accepted, before that the terms of the law. */
export function Dates({ view, lang }: Props) {
  const t = dossierText[lang]
  const { dossier, procedure } = view
  const days = procedure.deadlines.decisionDays
  const moved = lastMove(view.events)
  const link = <Link href={paths.howCounted(dossier.id)}>{t.howCounted}</Link>
  if (dossier.dueAt) {
    return (
      <Card title={t.dates} headingLevel={3}>
        <Big><DateOnly on={localDateAt(dossier.dueAt)} /></Big>
        <p class="govuk-body">{t.endsAt(localTimeAt(dossier.dueAt))} {link}</p>
        {view.ifAnsweredNow?.due && <p class="govuk-body">{t.clockStands(formatDate(view.ifAnsweredNow.due.dueOn))}</p>}
        {view.apology && <p class="govuk-body"><strong>{t.newDate} <DateTime at={view.apology.newDueAt} /></strong>. {t.apologyWhy(ownerName(view.apology.owner, lang))}</p>}
        {moved && <p class="govuk-body">{movedNote(moved, lang)}</p>}
        <Shares view={view} lang={lang} />
      </Card>
    )
  }
  return (
    <Card title={t.datesBefore} headingLevel={3}>
      {dossier.noticeDueAt && !dossier.noticeKeptAt && <p class="govuk-body">{(dossier.noticeDueAt < view.now ? t.noticePassed : t.noticeBy)(formatDate(localDateAt(dossier.noticeDueAt)))}</p>}
      <p class="govuk-body">{t.decisionAfter(days.value)}{days.assumed ? ` (${t.assumed})` : ''} {link}</p>
      <Shares view={view} lang={lang} />
    </Card>
  )
}

function ownerName(owner: string, lang: Lang): string {
  return Object.entries(dossierText[lang].owners).find(([key]) => key === owner)?.[1] ?? owner
}

const MINUTE_MS = 60_000
const shareTone: Readonly<Record<string, Tone>> = { citizen: 'yours', office: 'done' }

/** Whose time has passed, from the time ledger; shares under a minute say nothing. */
function Shares({ view, lang }: Props) {
  const t = dossierText[lang]
  const byOwner = new Map<string, number>()
  for (const wait of view.waits) byOwner.set(wait.owner, (byOwner.get(wait.owner) ?? 0) + lengthOf(wait, view.now))
  const items = [...byOwner].filter(([, ms]) => ms >= MINUTE_MS).map(([owner, ms]) => {
    return { amount: ms, tone: shareTone[owner] ?? ('waiting' as const), text: `${ownerName(owner, lang)} ${durationOf(ms, lang)}` }
  })
  if (items.length === 0) return null
  return <><p class="govuk-body-s">{t.shares}</p><ShareBar items={items} /></>
}

function lengthOf(wait: WaitRow, now: Date): number {
  return Math.max(0, (wait.toAt ?? now).getTime() - wait.fromAt.getTime())
}

function durationOf(ms: number, lang: Lang): string {
  const t = dossierText[lang]
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes < 90) return t.minutes(minutes)
  const hours = Math.round(minutes / 60)
  return hours < 48 ? t.hours(hours) : t.days(Math.round(hours / 24))
}

/** The signed electronic licence, once it is there. */
export function ElectronicLicence({ view, lang }: Props) {
  const t = dossierText[lang]
  const result = view.documents.find((d) => d.kind === 'electronic-licence' && isReady(d))
  if (!result) return null
  return (
    <Card title={t.electronic}>
      {view.newLicence && <p class="govuk-body">{t.newNumber}: <Code>{view.newLicence.number}</Code></p>}
      <p class="govuk-body">{t.electronicLead}</p>
      <p class="govuk-body"><Link href={paths.document(view.dossier.id, result.id)}>{t.download}</Link></p>
      {view.deposit && <InStore deposit={view.deposit} lang={lang} />}
      <p class="govuk-body-s">{t.othersCheck} <Link href={paths.verify(result.verificationCode)}>{t.othersCheckLink}</Link></p>
    </Card>
  )
}

/** Whether the licence lies in its owner's electronic data store; only the store's own receipt says so. */
function InStore({ deposit, lang }: { readonly deposit: Deposit; readonly lang: Lang }) {
  const t = dossierText[lang].inStore
  if (deposit.state === 'no-store') return <p class="govuk-body">{t.none}</p>
  if (deposit.resultCode === null || deposit.link === null || deposit.receivedAt === null) return <p class="govuk-body">{t.asked}</p>
  return <p class="govuk-body">{t.received} <DateTime at={deposit.receivedAt} />, {t.code} <Code>{deposit.resultCode}</Code>. <Link href={deposit.link}>{t.open}</Link></p>
}

/** Papers to download; the licence itself has a card of its own. */
export function Papers({ view, lang }: Props) {
  const t = dossierText[lang]
  const ready = view.documents.filter((d) => isReady(d) && d.kind !== 'electronic-licence')
  return (
    <Card title={t.papers} headingLevel={3}>
      {ready.length === 0 && <p class="govuk-body">{t.papersNone}</p>}
      <ul class="govuk-list">
        {ready.map((d) => (
          <li>
            <Link href={paths.document(view.dossier.id, d.id)}>{Object.entries(t.paperKinds).find(([kind]) => kind === d.kind)?.[1] ?? d.title}</Link> (PDF)
            {d.numberText && <><br /><span class="govuk-hint">{d.numberText}, <DateOnly on={d.madeOn} /></span></>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Where the card goes and where it is, and the old card that is owed for it. */
export function Delivery({ view, lang }: Props) {
  const t = dossierText[lang]
  const { parcel, oldCards } = view
  const address = addressOf(view, lang)
  return (
    <>
      <Card title={t.delivery} headingLevel={3}>
        {view.dossier.delivery === 'collect' || !address
          ? <p class="govuk-body">{t.toCollect(authorityOf(view.dossier.authorityProvince, localDateAt(view.dossier.filedAt)).name[lang])}</p>
          : <p class="govuk-body">{t.toPost(address.name, address.lines)}</p>}
        {parcel?.itemNumber && parcel.state !== 'ordered' && <p class="govuk-body">{t.parcelNumber}: <Code>{parcel.itemNumber}</Code></p>}
        {parcel && parcel.events.length === 0 && <p class="govuk-body">{t.parcelStates[parcel.state]}.</p>}
        {parcel && parcel.events.length > 0 && (
          <ul class="govuk-list">
            {[...parcel.events].reverse().map((event) => <li>{parcelWords(event, lang)}, <DateTime at={event.happenedAt} /></li>)}
          </ul>
        )}
      </Card>
      {oldCards.length > 0 && (
        <Card title={redeliveryText[lang].oldCard} headingLevel={3}>
          {oldCards.map((card) => <p class="govuk-body">{redeliveryText[lang].oldCards[card.state]} {card.endedAt ?? card.receivedAt ? <DateTime at={card.endedAt ?? card.receivedAt ?? card.owedSince} /> : null}</p>)}
        </Card>
      )}
    </>
  )
}

/** Where the parcel goes now; before there is one, what was answered. */
function addressOf({ answers: { delivery }, dossier, recipient }: DossierView, lang: Lang): { name: string; lines: string } | undefined {
  if (recipient) return { name: recipient.name, lines: `${recipient.address}, ${recipient.commune}, ${recipient.provinceName}` }
  if (delivery.how === 'collect') return undefined
  return { name: delivery.recipient, lines: `${delivery.street}, ${delivery.commune}, ${getProvince(delivery.provinceCode, localDateAt(dossier.filedAt)).name[lang]}` }
}

/** A step of the post, with why it failed or who took it. */
function parcelWords({ state, reason, relation }: TrackingEvent, lang: Lang): string {
  const t = redeliveryText[lang]
  const more = reason ? t.reasons[reason] : relation ? t.relations[relation] : undefined
  return more ? `${dossierText[lang].parcelStates[state]} (${more})` : dossierText[lang].parcelStates[state]
}

/** The picture that goes on the card, with its code. */
export function PortraitCard({ view, lang }: Props) {
  const t = dossierText[lang]
  if (!view.portrait) return null
  return (
    <Card title={t.portrait} headingLevel={3}>
      <Picture small src={paths.dossierPortrait(view.dossier.id)} alt={t.portrait}>{t.receipt}: <Code>{receiptHash(view.portrait.cropHash)}</Code></Picture>
    </Card>
  )
}
