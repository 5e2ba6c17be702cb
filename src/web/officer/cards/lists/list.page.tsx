/** One hand-over list: who stands for what, what differs, and what the office can do about it. */
import { type ListState, listWords } from '../../../../capabilities/deliveries/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { BackLink, Button, Code, DateTime, Form, Heading, LinkButton, NotificationBanner, SortableTable, StatusBox, SummaryList, Tag } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import type { StaffVisit, Web } from '../../../request.ts'
import { Hash } from '../../parts.tsx'
import { numberOf } from '../../shared.ts'
import { type ListDone, listsText } from '../../text/lists.ts'
import { refusalWords, words } from '../../text/words.ts'
import type { ListView } from './list.view.ts'
import { listTones } from './tones.ts'

export interface ListSaid {
  readonly done?: ListDone
  readonly refused?: string
}

interface Part {
  readonly view: ListView
  readonly visit: StaffVisit
}

/** How a list stands once something was done with it: a success is told of what the page shows, an address alone can claim anything. */
const doneAs: Readonly<Record<ListDone, ListState>> = { chot: 'closed', 'xac-nhan': 'complete', 'thu-hoi': 'taken-back' }

export function listPage(web: Web, visit: StaffVisit, view: ListView, said: ListSaid = {}) {
  const t = listsText[visit.lang]
  const { list } = view
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="cards" title={t.title(list.number)} hasError={said.refused !== undefined} before={<BackLink href={paths.cards()}>{t.back}</BackLink>}>
      {said.done && doneAs[said.done] === list.state && <NotificationBanner type="success" text={t.done[said.done]} />}
      {said.refused && (
        <NotificationBanner role="alert" titleText={words[visit.lang].notDone}>
          <p class="govuk-notification-banner__heading">{refusalWords(said.refused, visit.lang)}</p>
        </NotificationBanner>
      )}
      <Heading>{t.title(list.number)}</Heading>
      <p class="govuk-body">{t.lead}</p>
      {list.state === 'counted' && <Differences view={view} visit={visit} />}
      <Standing view={view} lang={visit.lang} />
      {list.state === 'closed' && <WhileClosed view={view} visit={visit} />}
      <Items view={view} lang={visit.lang} />
      <Extras view={view} lang={visit.lang} />
    </StaffLayout>
  )
}

function Differences({ view: { list }, visit }: Part) {
  const t = listsText[visit.lang]
  const missing = list.items.filter((item) => item.outcome === 'missing').length
  const mayConfirm = visit.session.staff.role === 'appraiser'
  return (
    <StatusBox
      tone="yours" title={t.differs}
      action={mayConfirm && <Form action={paths.handOverListAct(list.id, 'xac-nhan')} csrf={visit.csrf} hidden={{ ma: list.countedHash ?? '' }}><Button preventDoubleClick>{t.confirm}</Button></Form>}
    >
      <p class="govuk-body">{t.differsLead(missing, list.extras.length)}</p>
    </StatusBox>
  )
}

function WhileClosed({ view: { list }, visit }: Part) {
  const t = listsText[visit.lang]
  if (visit.session.staff.role !== 'appraiser') return null
  return (
    <Form action={paths.handOverListAct(list.id, 'thu-hoi')} csrf={visit.csrf}>
      <div class="govuk-button-group">
        <LinkButton href={paths.handOverLabels(list.id)}>{t.labels}</LinkButton>
        <Button look="secondary" preventDoubleClick>{t.takeBack}</Button>
      </div>
      <p class="govuk-hint">{t.takeBackHelp}</p>
    </Form>
  )
}

function Standing({ view: { list, names }, lang }: { view: ListView; lang: Lang }) {
  const t = listsText[lang]
  const stands = (id: string, at: Date) => <>{t.by(names.get(id) ?? id)} <DateTime at={at} /></>
  // Where nothing differed the post's own signature completed the list.
  const office = list.settledBy !== list.countedBy ? list.settledBy : null
  return (
    <SummaryList
      rows={[
        { key: t.facts.state, value: <Tag tone={listTones[list.state]}>{listWords[lang].states[list.state]}</Tag> },
        { key: t.facts.closed, value: stands(list.closedBy, list.closedAt) },
        list.countedBy !== null && list.countedAt !== null && { key: t.facts.counted, value: stands(list.countedBy, list.countedAt) },
        office !== null && list.settledAt !== null && { key: list.state === 'taken-back' ? t.facts.takenBack : t.facts.settled, value: stands(office, list.settledAt) },
        { key: t.facts.hash, value: <Hash code={list.contentHash} /> },
        list.countedHash !== null && { key: t.facts.countedHash, value: <Hash code={list.countedHash} /> },
      ]}
    />
  )
}

function Items({ view: { list, cards, dossiers }, lang }: { view: ListView; lang: Lang }) {
  const t = listsText[lang]
  return (
    <section>
      <h2 class="govuk-heading-m">{t.items(list.items.length)}</h2>
      <SortableTable
        caption={t.items(list.items.length)}
        columns={(['item', 'card', 'dossier', 'applicant', 'outcome', 'reason'] as const).map((key) => ({ key, text: t.columns[key] }))}
        rows={list.items.map((item) => {
          const card = cards.get(item.cardId)
          const dossier = card && dossiers.get(card.dossierId)
          return {
            mark: item.outcome === 'missing' ? 'late' : undefined,
            cells: {
              item: <Code>{item.itemNumber}</Code>, card: card && <Code>{card.cardSerial}</Code>, dossier: dossier && <Code>{numberOf(dossier)}</Code>, applicant: dossier?.applicantName ?? '',
              outcome: <Tag tone={item.outcome === 'received' ? 'done' : item.outcome === 'missing' ? 'stopped' : 'quiet'}>{t.outcomes[item.outcome ?? 'none']}</Tag>,
              reason: item.reason ? listWords[lang].missing[item.reason] : '',
            },
          }
        })}
      />
    </section>
  )
}

function Extras({ view: { list }, lang }: { view: ListView; lang: Lang }) {
  const t = listsText[lang]
  const found = list.extras.filter((extra) => extra.reason !== null)
  if (found.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t.extras}</h2>
      <SortableTable
        caption={t.extras}
        columns={[{ key: 'item', text: t.columns.item }, { key: 'reason', text: t.columns.reason }]}
        rows={found.map((extra) => ({ cells: { item: <Code>{extra.itemNumber}</Code>, reason: extra.reason ? listWords[lang].extra[extra.reason] : '' } }))}
      />
    </section>
  )
}
