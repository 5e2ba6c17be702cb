/** A look at what would go, to be confirmed; the same address then tells what came of each dossier. */
import type { BulkAct, Dossier } from '../../../dossiers/index.ts'
import { Button, Code, DateTime, Form, Heading, InsetText, Link, LinkButton, NotificationBanner, SortableTable, type SortableRow, Tag, type Tone, Toolbar } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { ClassLabel, Hash, mustSignInAgain, SignInAgain, SigningHeld, Sub } from '../parts.tsx'
import { numberOf } from '../shared.ts'
import { decisionText } from '../text/decision.ts'
import { words } from '../text/words.ts'
import { addressOf, firstView, type ListAddress, listFields } from '../worklist/address.ts'
import type { BulkView, MineView } from './bulk.view.ts'
import { bulkText, whyNot } from './text.ts'

type Part = { readonly view: BulkView; readonly visit: StaffVisit }
type Whole = Part & { readonly from: ListAddress | undefined }

/** What leaves labels, runs or lists on the page of cards. */
const CARDS: readonly BulkAct[] = ['print', 'hand-over']

const tones = { waiting: 'waiting', asked: 'waiting', done: 'done', refused: 'stopped', 'left-out': 'quiet', stopped: 'quiet' } as const satisfies Record<string, Tone>

/** Whether the workers are still at it. */
export function isRunning({ bulk, items }: Pick<BulkView, 'bulk' | 'items'>): boolean {
  return bulk.confirmedAt !== null && items.some(({ item }) => item.state === 'waiting' || item.state === 'asked')
}

/** @param from the list that it was chosen from */
export function bulkPage(web: Web, visit: StaffVisit, view: BulkView, { from, refused }: { readonly from?: ListAddress | undefined; readonly refused?: string | undefined } = {}) {
  const t = bulkText[visit.lang]
  const { bulk, items } = view
  const title = bulk.confirmedAt ? t.report.title(t.acts[bulk.act]) : t.look.title(t.acts[bulk.act], items.length)
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current={bulk.act === 'sign' ? 'to-sign' : bulk.act === 'print' || bulk.act === 'hand-over' ? 'cards' : 'worklist'} toSign={view.toSign} title={title} hasError={refused !== undefined}>
      {refused && <RefusedBanner code={refused} visit={visit} />}
      <Heading beside={bulk.confirmedAt ? <span>{t.report.confirmed} <DateTime at={bulk.confirmedAt} />, {view.staff.get(bulk.staffId) ?? ''}</span> : <span>{t.look.at} <DateTime at={bulk.drawnUpAt} /></span>}>{title}</Heading>
      {bulk.confirmedAt ? <Report view={view} visit={visit} from={from} /> : <Look view={view} visit={visit} from={from} />}
    </StaffLayout>
  )
}

export function RefusedBanner({ code, visit }: { readonly code: string; readonly visit: StaffVisit }) {
  return (
    <NotificationBanner role="alert" titleText={words[visit.lang].notDone}>
      <p class="govuk-notification-banner__heading">{whyNot(code, visit.lang)}</p>
    </NotificationBanner>
  )
}

/** Back to where the dossiers were chosen; once it is done, to the list that their reader begins with. */
function backOf({ view: { bulk }, visit, from }: Whole): string {
  if (from) return addressOf(from)
  if (bulk.confirmedAt) return paths.worklist(firstView(visit))
  return bulk.act === 'sign' ? paths.bulkSign() : bulk.act === 'decide' ? paths.bulkStraight() : paths.worklist(firstView(visit))
}

function Look({ view, visit, from }: Whole) {
  const t = bulkText[visit.lang]
  const { bulk, items } = view
  const goes = items.filter(({ item }) => item.state === 'waiting')
  const stays = items.filter(({ item }) => item.state !== 'waiting')
  const act = t.acts[bulk.act]
  const held = bulk.act === 'sign' && goes.length > 0 ? view.signingHeld : undefined
  const mustSignIn = bulk.act === 'sign' && goes.length > 0 && !held && mustSignInAgain(visit, view.today)
  return (
    <>
      <p class="govuk-body">{t.look.lead} {bulk.act === 'sign' && t.look.signing}</p>
      {held && <SigningHeld held={held} visit={visit} today={view.today} />}
      {mustSignIn && <SignInAgain visit={visit} today={view.today} />}
      <Toolbar end={<LinkButton look="secondary" href={backOf({ view, visit, from })} shortcut="l">{t.look.cancel}</LinkButton>}>
        {goes.length === 0 && <p class="govuk-body"><strong>{t.look.nothing}</strong></p>}
        {goes.length > 0 && !mustSignIn && !held && <Form action={paths.bulkAct(bulk.id, 'xac-nhan')} csrf={visit.csrf} hidden={listFields(from)}><Button preventDoubleClick>{t.look.confirm(act, goes.length)}</Button></Form>}
        {mustSignIn && <LinkButton href={paths.signInAgain(paths.bulk(bulk.id, listFields(from)))}>{decisionText[visit.lang].signInAgain.go}</LinkButton>}
      </Toolbar>
      {stays.length > 0 && <Items title={t.look.stays(stays.length)} view={{ ...view, items: stays }} visit={visit} columns={['number', 'applicant', 'classes', 'why']} />}
      {goes.length > 0 && <Items title={t.look.goes(goes.length)} view={{ ...view, items: goes }} visit={visit} columns={bulk.act === 'sign' ? ['number', 'applicant', 'classes', 'hash'] : ['number', 'applicant', 'classes', 'status']} />}
    </>
  )
}

function Report({ view, visit, from }: Whole) {
  const t = bulkText[visit.lang]
  const { bulk, items } = view
  const left = items.filter(({ item }) => item.state === 'waiting' || item.state === 'asked').length
  const rest = items.filter(({ item }) => item.state !== 'done').length - left
  const mine = bulk.staffId === visit.session.staff.id
  const isApproval = bulk.act === 'approve' || bulk.act === 'decide'
  return (
    <>
      <Toolbar
        end={
          <>
            {mine && left > 0 && !bulk.stoppedAt && <Form action={paths.bulkAct(bulk.id, 'dung')} csrf={visit.csrf} hidden={listFields(from)}><Button look="secondary">{t.report.stop}</Button></Form>}
            {mine && left === 0 && isApproval && !view.undoneBy && items.some(({ item }) => item.state === 'done') && <Form action={paths.bulkAct(bulk.id, 'lay-lai')} csrf={visit.csrf} hidden={listFields(from)}><Button look="secondary" shortcut="z">{t.report.undo}</Button></Form>}
            {CARDS.includes(bulk.act) && <LinkButton look="secondary" href={paths.cards()} shortcut="p">{t.report.cards}</LinkButton>}
            <LinkButton look="secondary" href={backOf({ view, visit, from })} shortcut="l">{t.look.cancel}</LinkButton>
          </>
        }
      >
        <Counts view={view} visit={visit} />
      </Toolbar>
      <InsetText>
        <span role="status">{left > 0 ? t.report.running(left) : rest > 0 ? t.report.overBut(rest) : t.report.over}</span>
        {bulk.stoppedAt && <> {t.report.stopped} <DateTime at={bulk.stoppedAt} />.</>}
        {bulk.act === 'sign' && <> {t.report.signedIsSigned}</>}
        {view.undoneBy && <> {t.report.undone} <Link href={paths.bulk(view.undoneBy)}>{t.report.seeUndo}</Link></>}
      </InsetText>
      <Items title={t.report.each} view={{ ...view, items: sorted(items) }} visit={visit} columns={items.some(({ item }) => item.refusal) ? ['number', 'applicant', 'classes', 'outcome', 'why', 'at'] : ['number', 'applicant', 'classes', 'outcome', 'at']} />
    </>
  )
}

/** What needs eyes stands first. */
function sorted(items: BulkView['items']): BulkView['items'] {
  const order = ['refused', 'left-out', 'stopped', 'asked', 'waiting', 'done']
  return [...items].sort((a, b) => order.indexOf(a.item.state) - order.indexOf(b.item.state) || a.item.place - b.item.place)
}

function Counts({ view, visit }: Part) {
  const t = bulkText[visit.lang]
  const states = ['done', 'asked', 'waiting', 'refused', 'left-out', 'stopped'] as const
  return (
    <p class="govuk-body">
      {states.flatMap((state) => {
        const count = view.items.filter(({ item }) => item.state === state).length
        return count > 0 ? [<Tag tone={tones[state]}>{t.states[state]}: {count}</Tag>, ' '] : []
      })}
    </p>
  )
}

type Column = 'number' | 'applicant' | 'classes' | 'outcome' | 'why' | 'at' | 'hash' | 'status'

/** The first cells of a row about a dossier, everywhere in bulk work. */
export function dossierCells(dossier: Dossier, index: number) {
  return {
    number: <Link href={paths.officerDossier(dossier.id)} attributes={{ 'data-row': '', ...(index < 9 && { 'data-shortcut': String(index + 1) }) }}><Code>{numberOf(dossier)}</Code></Link>,
    applicant: <div class="tt-name">{dossier.applicantName}</div>, classes: <ClassLabel label={dossier.classLabel} />,
  }
}

function Items({ title, view, visit, columns }: Part & { readonly title: string; readonly columns: readonly Column[] }) {
  const t = bulkText[visit.lang]
  return (
    <section class="tt-section">
      <h2 class="govuk-heading-m">{title}</h2>
      <SortableTable
        caption={title} columns={columns.map((key) => ({ key, text: t.columns[key] }))}
        rows={view.items.map(({ item, dossier }, index): SortableRow => ({
          mark: item.state === 'refused' ? 'late' : undefined,
          cells: {
            ...dossierCells(dossier, index), status: words[visit.lang].statuses[dossier.status], outcome: <Tag tone={tones[item.state]}>{t.states[item.state]}</Tag>,
            why: item.refusal ? <>{whyNot(item.refusal, visit.lang)} <Sub>{lackingWords(view.lacking.get(dossier.id), visit)}</Sub></> : '–', at: item.endedAt ? <DateTime at={item.endedAt} /> : '–', hash: item.shownHash ? <Hash code={item.shownHash.slice(0, 16)} /> : '',
          },
        }))}
      />
    </section>
  )
}

/** What a dossier lacks, in words; nothing where it lacks nothing any more. */
function lackingWords(kinds: readonly string[] | undefined, { lang }: StaffVisit): string {
  const needs: Readonly<Record<string, string>> = words[lang].needs
  return (kinds ?? []).map((kind) => (needs[kind] ?? kind).toLocaleLowerCase(lang)).join(', ')
}

/** What somebody did in bulk, newest first. */
export function minePage(web: Web, visit: StaffVisit, view: MineView, refused?: string) {
  const t = bulkText[visit.lang]
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current="worklist" toSign={view.toSign} title={t.mine.title} hasError={refused !== undefined}>
      {refused && <RefusedBanner code={refused} visit={visit} />}
      <Heading beside={<Link href={paths.worklist(firstView(visit))} attributes={{ 'data-shortcut': 'l' }}>{t.look.cancel}</Link>}>{t.mine.title}</Heading>
      <SortableTable
        caption={t.mine.title} empty={t.mine.empty}
        columns={[{ key: 'at', text: t.columns.at }, { key: 'act', text: t.columns.act }, { key: 'counts', text: t.columns.counts }]}
        rows={view.bulks.map((bulk) => ({
          cells: {
            at: <Link href={paths.bulk(bulk.id)}><DateTime at={bulk.confirmedAt ?? bulk.drawnUpAt} /></Link>, act: t.acts[bulk.act],
            counts: <>{(['done', 'asked', 'waiting', 'refused', 'left-out', 'stopped'] as const).flatMap((state) => (bulk.counts[state] ? [<Tag tone={tones[state]}>{t.states[state]}: {bulk.counts[state]}</Tag>, ' '] : []))}</>,
          },
        }))}
      />
    </StaffLayout>
  )
}
