/** One row of the worklist, cell by cell. */
import { getProcedure } from '../../../catalogue/index.ts'
import { type Dossier, judgeOutlook, type Listed } from '../../../dossiers/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { Code, type Content, DateOnly, DateTime, Link, NoWrap, type SortableRow, Tag } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { ClassLabel, Sub } from '../parts.tsx'
import { heldBy, leftOf, likelyOf, numberOf, ownerOf, stateOf } from '../shared.ts'
import { worklistText } from '../text/worklist.ts'
import { withinFields } from './address.ts'
import { actsWith, TICKED } from './bulk-bar.tsx'
import type { ColumnKey } from './columns.ts'
import type { WorklistPageView } from './worklist.view.ts'

/** Rows that a figure on the keyboard opens. */
const FIGURES = 9

export function rowOf(view: WorklistPageView, visit: StaffVisit, { dossier, place }: Listed, index: number, ticked = false): SortableRow {
  const { lang } = visit
  const left = leftOf(dossier, view.now, view.prospects.calendar, lang)
  const likely = likelyOf(judgeOutlook(dossier, view.prospects), view.today, lang)
  const href = paths.officerDossier(dossier.id, withinFields({ list: view.list, place }))
  return {
    mark: left?.tone === 'stopped' ? 'late' : undefined,
    select: actsWith(view, visit).length === 0 ? undefined : { name: TICKED, value: dossier.id, label: worklistText[lang].tick(numberOf(dossier), dossier.applicantName), checked: ticked },
    cells: {
      ...cellsOf(dossier, visit),
      number: <div><Link href={href} attributes={{ 'data-row': '', ...(index < FIGURES && { 'data-shortcut': String(index + 1) }) }}><Code>{numberOf(dossier)}</Code></Link>{dossier.officialNumber && <> <Sub><Code>{dossier.submissionCode}</Code></Sub></>}</div>,
      left: left === undefined ? '–' : <div>{left.tone === 'quiet' ? <NoWrap>{left.text}</NoWrap> : <Tag tone={left.tone}>{left.text}</Tag>}{likely !== undefined && <> <Sub>{likely}</Sub></>}</div>,
      holder: holderOf(dossier, view, visit),
    },
  }
}

function cellsOf(dossier: Dossier, { lang }: StaffVisit): Record<Exclude<ColumnKey, 'number' | 'left' | 'holder'>, Content> {
  const t = worklistText[lang]
  const state = stateOf(dossier, lang)
  const procedure = getProcedure(dossier.procedure, dossier.procedureVersion).words.short[lang]
  return {
    applicant: <div class="tt-name">{dossier.applicantName} <Sub>{t.licence} <Code>{dossier.licenceNumber}</Code></Sub></div>,
    classes: <div class="tt-classes"><ClassLabel label={dossier.classLabel} /> <Sub>{procedure}</Sub></div>,
    waiting: dossier.closedAt ? <div>{t.closed} <Sub><DateTime at={dossier.closedAt} /></Sub></div> : <div><NoWrap>{ownerOf(dossier, lang)}</NoWrap> <Sub>{t.since} <DateOnly on={localDateAt(dossier.turnSince)} /></Sub></div>,
    due: dueOf(dossier, lang),
    state: <Tag tone={state.tone}>{state.text}</Tag>,
    licence: <Code>{dossier.licenceNumber}</Code>,
    filed: <DateTime at={dossier.filedAt} />,
    channel: <NoWrap>{t.channels[dossier.channel]}</NoWrap>,
    procedure,
  }
}

/** The appointed date; before acceptance that of the answer. Below it what the date is of, the last day of a supplement that is awaited, or when it was filed. */
function dueOf(dossier: Dossier, lang: StaffVisit['lang']): Content {
  const t = worklistText[lang]
  const { dueAt, closedAt, noticeDueAt, supplementDueAt, status } = dossier
  if (!dueAt && !closedAt && noticeDueAt && !dossier.noticeKeptAt) return <div><DateOnly on={localDateAt(noticeDueAt)} /> <Sub>{t.noticeBy}</Sub></div>
  const below = status === 'supplementing' && supplementDueAt ? { words: t.supplementBy, at: supplementDueAt } : { words: t.filedOn, at: dossier.filedAt }
  return <div>{dueAt ? <DateOnly on={localDateAt(dueAt)} /> : closedAt ? '–' : t.notAccepted} <Sub>{below.words} <DateOnly on={localDateAt(below.at)} /></Sub></div>
}

function holderOf(dossier: Dossier, view: WorklistPageView, visit: StaffVisit): Content {
  const t = worklistText[visit.lang]
  const held = heldBy(dossier, view.now)
  if (!held) return dossier.closedAt ? '–' : <Sub>{t.nobody}</Sub>
  const name = held.staffId === visit.session.staff.id ? t.you : (view.staff.get(held.staffId)?.fullName ?? '')
  return <div>{name} <Sub>{t.until} <DateTime at={held.until} show="time" /></Sub></div>
}
