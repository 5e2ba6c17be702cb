/** The officer's list of dossiers: filters, search, one row a dossier. */
import { getProcedure } from '../../../catalogue/index.ts'
import { type Dossier, worklistViews } from '../../../dossiers/index.ts'
import { groupThousands } from '../../../platform/values/money.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { Button, Code, DateOnly, DateTime, FilterPills, Form, Heading, Input, KeyHint, Link, NoWrap, Pagination, ShortcutSwitch, SortableTable, type SortableRow, Tag, Toolbar } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit, Web } from '../../request.ts'
import { Sub } from '../parts.tsx'
import { heldBy, leftOf, numberOf, ownerOf, stateOf } from '../shared.ts'
import { worklistText } from '../text/worklist.ts'
import { BulkBar, TICKED } from './bulk-bar.tsx'
import type { WorklistPageView } from './worklist.view.ts'

const MOST = 1000
/** A label of classes up to this long stays on one line. */
const SHORT_LABEL = 14

/** Exact to a thousand, beyond that "1.000+". */
function countOf(n: number): string {
  return n > MOST ? `${groupThousands(MOST)}+` : groupThousands(n)
}

export function worklistPage(web: Web, visit: StaffVisit, view: WorklistPageView) {
  const t = worklistText[visit.lang]
  const { query } = view
  const searching = query.search !== ''
  const address = (page: number) => paths.worklist(query.view, page, query.token)
  const count = `${query.page > 1 || view.hasNext ? '25+' : view.rows.length}`
  const title = searching ? t.found(count) : t.views[query.view]
  return (
    <StaffLayout web={web} visit={visit} today={view.today} current={query.view === 'to-sign' && !searching ? 'to-sign' : 'worklist'} toSign={view.counts['to-sign']} title={title}>
      <Heading beside={searching && <Link href={paths.worklist(query.view)}>{t.clear}</Link>}>{title}</Heading>
      <FilterPills
        label={t.filters}
        items={worklistViews.map((one) => ({
          text: <>{t.views[one]} <span class="tt-pill__count">{countOf(view.counts[one])}</span></>,
          href: paths.worklist(one), current: one === query.view && !searching,
        }))}
      />
      <Toolbar end={<span class="govuk-body-s">{t.searchHint}</span>}>
        <Form action={paths.search()} csrf={visit.csrf} hidden={{ xem: query.view }}>
          <Input
            label={{ text: t.searchLabel, classes: 'govuk-visually-hidden' }} name="tim" type="search" value={query.search} autocomplete="off" spellcheck={false}
            attributes={{ 'data-shortcut': '/', 'aria-keyshortcuts': '/', placeholder: t.searchShort, maxlength: 120 }}
          />
          <Button look="secondary">{t.searchButton} <KeyHint>/</KeyHint></Button>
        </Form>
      </Toolbar>
      <Form action={paths.search()} csrf={visit.csrf} hidden={{ xem: query.view }}>
        <BulkBar view={view} visit={visit} />
        <SortableTable
          caption={title}
          columns={[
            { key: 'number', text: t.columns.number }, { key: 'applicant', text: t.columns.applicant }, { key: 'classes', text: t.columns.classes }, { key: 'waiting', text: t.columns.waiting },
            { key: 'due', text: t.columns.due }, { key: 'left', text: t.columns.left }, { key: 'holder', text: t.columns.holder }, { key: 'state', text: t.columns.state },
          ]}
          rows={view.rows.map((dossier, index) => rowOf(view, visit, dossier, index))}
          empty={searching ? t.nothingFound : query.page > 1 ? t.pageAhead : t.empty[query.view]}
        />
      </Form>
      <Pagination
        previous={query.page > 1 ? { href: address(query.page - 1), text: t.previous, attributes: { 'data-shortcut': 'k' } } : undefined}
        next={view.hasNext ? { href: address(query.page + 1), text: t.next, attributes: { 'data-shortcut': 'j' } } : undefined}
      />
      <p class="govuk-body-s">{t.keys} <ShortcutSwitch /></p>
    </StaffLayout>
  )
}

function rowOf(view: WorklistPageView, visit: StaffVisit, dossier: Dossier, index: number): SortableRow {
  const { lang } = visit
  const t = worklistText[lang]
  const state = stateOf(dossier, lang)
  const left = leftOf(dossier, view.now, view.calendar, lang)
  const held = heldBy(dossier, view.now)
  const holder = held && (held.staffId === visit.session.staff.id ? t.you : (view.staff.get(held.staffId) ?? ''))
  return {
    mark: left?.tone === 'stopped' ? 'late' : undefined,
    select: { name: TICKED, value: dossier.id, label: t.tick(numberOf(dossier), dossier.applicantName) },
    cells: {
      number: <div><Link href={paths.officerDossier(dossier.id)} attributes={index < 9 ? { 'data-shortcut': String(index + 1) } : {}}><Code>{numberOf(dossier)}</Code></Link>{dossier.officialNumber && <> <Sub><Code>{dossier.submissionCode}</Code></Sub></>}</div>,
      applicant: <div>{dossier.applicantName} <Sub>{t.licence} <Code>{dossier.licenceNumber}</Code></Sub></div>,
      classes: <div>{dossier.classLabel.length <= SHORT_LABEL ? <NoWrap>{dossier.classLabel}</NoWrap> : dossier.classLabel} <Sub>{getProcedure(dossier.procedure, dossier.procedureVersion).words.short[lang]}</Sub></div>,
      waiting: dossier.closedAt ? <div>{t.closed} <Sub><DateTime at={dossier.closedAt} /></Sub></div> : <div>{ownerOf(dossier, lang)} <Sub>{t.since} <DateTime at={dossier.turnSince} /></Sub></div>,
      due: <div>{dossier.dueAt ? <DateOnly on={localDateAt(dossier.dueAt)} /> : dossier.closedAt ? '–' : t.notAccepted} <Sub>{t.filedOn} <DateOnly on={localDateAt(dossier.filedAt)} /></Sub></div>,
      left: left === undefined ? '–' : left.tone === 'quiet' ? <span class="tt-nowrap">{left.text}</span> : <Tag tone={left.tone}>{left.text}</Tag>,
      holder: held ? <div>{holder} <Sub>{t.until} <DateTime at={held.until} show="time" /></Sub></div> : dossier.closedAt ? '–' : <Sub>{t.nobody}</Sub>,
      state: <Tag tone={state.tone}>{state.text}</Tag>,
    },
  }
}
