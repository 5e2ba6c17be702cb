/** The officer's list of dossiers: views, search, conditions, one row a dossier. */
import { worklistViews } from '../../../dossiers/index.ts'
import { groupThousands } from '../../../platform/values/money.ts'
import { Button, ChoicePanel, ErrorSummary, FilterPills, Form, Heading, Input, KeyHint, Link, Pagination, ShortcutSwitch, SortableTable, Toolbar } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { notesText } from '../dossier/notes/text.ts'
import { worklistText } from '../text/worklist.ts'
import { addressOf, listFields, partFields, placeText } from './address.ts'
import { BulkBar, bulkErrors, type BulkSaid } from './bulk-bar.tsx'
import { holdingText } from './holding/text.ts'
import { ForetoldHere, Told } from './holding/told.tsx'
import { ColumnPanel, nameErrors, type NameSaid, Narrowed, NarrowPanel, savedAddress } from './narrowing.tsx'
import { rowOf } from './rows.tsx'
import type { WorklistPageView } from './worklist.view.ts'

const MOST = 1000
/** More columns than these do not fit a desk's screen: the list moves sideways within its frame. */
const FIT = 9

/** Exact to a thousand, beyond that "1.000+". */
function countOf(n: number): string {
  return n > MOST ? `${groupThousands(MOST)}+` : groupThousands(n)
}

type Part = { readonly view: WorklistPageView; readonly visit: StaffVisit }

/** What the page says besides the list. */
export interface ListSaid {
  /** A name that was typed for a list and not kept. */
  readonly name?: NameSaid
  /** What was to be done with several and could not even be looked at. */
  readonly bulk?: BulkSaid
}

export function worklistPage(web: Web, visit: StaffVisit, view: WorklistPageView, said: ListSaid = {}) {
  const t = worklistText[visit.lang]
  const { list } = view
  const searching = list.search !== ''
  const title = searching ? t.found(countOf(view.found ?? 0)) : (view.saved.find((one) => one.id === list.savedId)?.name ?? t.views[list.view])
  return (
    <StaffLayout
      web={web} visit={visit} today={view.today} current={list.view === 'to-sign' && !searching ? 'to-sign' : 'worklist'} toSign={view.counts['to-sign']} title={title} hasError={said.name !== undefined || said.bulk !== undefined}
    >
      {said.name && <ErrorSummary errorList={nameErrors(said.name)} />}
      {said.bulk && <ErrorSummary errorList={bulkErrors(said.bulk, visit)} />}
      <Heading beside={searching ? <Link href={paths.worklist(list.view)}>{t.clear}</Link> : view.found !== undefined && t.narrow.count(countOf(view.found))} end={view.questions > 0 && <Link href={paths.officerQuestions()}>{notesText[visit.lang].waitingForYou(view.questions)}</Link>}>{title}</Heading>
      <ForetoldHere view={view} visit={visit} />
      <Told view={view} visit={visit} />
      <Views view={view} visit={visit} />
      <Toolbar end={<><NarrowPanel view={view} visit={visit} /><ColumnPanel view={view} visit={visit} /><Keys visit={visit} /></>}>
        <Form action={paths.search()} csrf={visit.csrf} hidden={{ xem: list.view }}>
          <Input
            label={{ text: t.searchLabel, classes: 'govuk-visually-hidden' }} name="tim" type="search" value={list.search} autocomplete="off" spellcheck={false}
            attributes={{ 'data-shortcut': '/', 'aria-keyshortcuts': '/', placeholder: t.searchShort, maxlength: 120 }}
          />
          <Button look="secondary">{t.searchButton} <KeyHint>/</KeyHint></Button>
        </Form>
      </Toolbar>
      <Narrowed view={view} visit={visit} said={said.name} />
      <List view={view} visit={visit} title={title} said={said.bulk} />
    </StaffLayout>
  )
}

/** The views with their counts; below them what this officer saved. */
function Views({ view, visit }: Part) {
  const t = worklistText[visit.lang]
  const { list } = view
  const isPlain = list.search === '' && list.savedId === undefined
  const at = worklistViews.indexOf(list.view)
  return (
    <>
      <FilterPills
        label={t.filters}
        items={worklistViews.map((one, index) => ({
          text: <>{t.views[one]} <span class="tt-pill__count">{countOf(view.counts[one])}</span></>,
          href: paths.worklist(one), current: one === list.view && isPlain, shortcut: index === at - 1 ? 'q' : index === at + 1 ? 'e' : undefined,
        }))}
      />
      {view.saved.length > 0 && <FilterPills label={t.saved} items={view.saved.map((one) => ({ text: one.name, href: savedAddress(one), current: one.id === list.savedId }))} />}
    </>
  )
}

function List({ view, visit, title, said }: Part & { readonly title: string; readonly said: BulkSaid | undefined }) {
  const t = worklistText[visit.lang]
  const { list, page } = view
  const searching = list.search !== ''
  const [first, last] = [page.rows[0], page.rows.at(-1)]
  const isNarrowed = view.found !== undefined && !searching
  return (
    <>
      <Form action={paths.bulks()} csrf={visit.csrf} hidden={{ ...listFields(list), ...partFields(view.part) }}>
        <BulkBar view={view} visit={visit} said={said} />
        <div class={view.columns.length > FIT ? 'tt-list-frame' : undefined}>
          <SortableTable
            caption={title}
            columns={view.columns.map((key) => ({ key, text: t.columns[key] }))}
            rows={page.rows.map((row, index) => rowOf(view, visit, row, index, said?.ticked.includes(row.dossier.id)))}
            empty={searching ? t.nothingFound : page.hasPrevious || page.hasNext ? t.pageAhead : isNarrowed ? t.narrow.empty : t.empty[list.view]}
          />
        </div>
      </Form>
      <Pagination
        previous={page.hasPrevious ? { href: first ? addressOf(list, { truoc: placeText(first.place) }) : addressOf(list), text: t.previous, attributes: { 'data-shortcut': 'k' } } : undefined}
        next={page.hasNext && last ? { href: addressOf(list, { sau: placeText(last.place) }), text: t.next, attributes: { 'data-shortcut': 'j' } } : undefined}
      />
      <p class="govuk-body-s"><Link href={paths.absences()}>{holdingText[visit.lang].absences}</Link></p>
    </>
  )
}

/** Which keys do what, and the switch that turns letters off (WCAG 2.1.4). */
function Keys({ visit }: { readonly visit: StaffVisit }) {
  const t = worklistText[visit.lang]
  return (
    <ChoicePanel summary={t.keys.title} shortcut="?">
      <dl class="tt-keys">{t.keys.rows.map(([key, does]) => <div><dt><kbd class="tt-key">{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
      <ShortcutSwitch />
    </ChoicePanel>
  )
}
