/** What happened, newest first, in words; who read it, folded away; who was waited for and how long. */
import { findServicePoint, isPointKind, isRefusalCode, pointWords, reasonWords, refusalGround, supplementReasons } from '../../../../catalogue/index.ts'
import type { EventRow, WaitRow } from '../../../../dossiers/index.ts'
import { formatDate, localDateAt } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Card, DateTime, Details, Timeline, type TimelineItem } from '../../../kit/index.ts'
import type { StaffVisit } from '../../../request.ts'
import { eventText } from '../../text/events.ts'
import { wordOf, words } from '../../text/words.ts'
import type { DossierView } from '../dossier.view.ts'
import { hintText } from './hints/text.ts'

type Part = { readonly view: DossierView; readonly visit: StaffVisit }

export function TimelineCard({ view, visit }: Part) {
  const t = eventText[visit.lang]
  const told = view.events.filter((event) => event.kind !== 'read')
  const readings = view.events.filter((event) => event.kind === 'read')
  const waits = [...view.waits].reverse()
  return (
    <Card title={t.title}>
      <Timeline headingLevel={3} items={told.map((event) => itemOf(event, view, visit))} />
      {waits.length > 0 && (
        <Details summaryText={t.waits}>
          <ul class="govuk-list">{waits.map((wait) => <li>{waitLine(wait, view, visit.lang)}</li>)}</ul>
        </Details>
      )}
      {readings.length > 0 && (
        <Details summaryText={t.readings(readings.length)}>
          <ul class="govuk-list">
            {readings.map((event) => <li><DateTime at={event.at} />: {whoOf(event, view, visit)}, {wordOf({ ...t.readPurposes, '': t.read }, textIn(event, 'purpose'))}</li>)}
          </ul>
        </Details>
      )}
    </Card>
  )
}

function itemOf(event: EventRow, view: DossierView, visit: StaffVisit): TimelineItem {
  return { label: labelOf(event, visit.lang), at: event.at, byline: whoOf(event, view, visit), children: handsOf(event, view, visit) ?? noteOf(event, visit.lang) }
}

function textIn(event: EventRow, key: string): string {
  const value = event.details[key]
  return typeof value === 'string' ? value : ''
}

/** An event in words. */
export function labelOf(event: Pick<EventRow, 'kind' | 'details'>, lang: Lang): string {
  const t = eventText[lang]
  const state = /^requirement-(.+)$/.exec(event.kind)?.[1]
  const need = event.details['requirement']
  if (state && typeof need === 'string') return t.requirement(wordOf(words[lang].needs, need), wordOf(t.requirementStates, state))
  return wordOf(t.kinds, event.kind)
}

/** From whose hands into whose a dossier went. */
function handsOf(event: EventRow, view: DossierView, visit: StaffVisit): string | undefined {
  const [from, to] = [textIn(event, 'fromStaffId'), textIn(event, 'toStaffId')]
  const name = (id: string) => (id === visit.session.staff.id ? words[visit.lang].you : (view.staff.get(id)?.fullName ?? words[visit.lang].formerStaff))
  return from || to ? [from && name(from), to && name(to)].filter(Boolean).join(' → ') : undefined
}

/** What belongs to the event: a number, a reason, an article. Never free text. */
function noteOf(event: EventRow, lang: Lang): string | undefined {
  const t = eventText[lang]
  switch (event.kind) {
    case 'submit':
      return event.helperId ? t.helped(findServicePoint(event.officeCode ?? '', localDateAt(event.at))?.name[lang] ?? '', wordOf(t.channels, event.channel)) : undefined
    case 'accept':
      return `${textIn(event, 'officialNumber')}, ${t.dueOn} ${formatDate(textIn(event, 'dueOn'))}`
    case 'resume-clock':
    case 'apologise':
    case 'move-notice':
    case 'move-transfer':
    case 'move-supplement':
    case 'move-due':
      return movedIn(event, lang)
    case 'notice-counted':
    case 'supplement-counted':
      return formatDate(textIn(event, 'newDueOn'))
    case 'stop':
      return formatDate(textIn(event, 'lastOn'))
    case 'due-uncounted':
      return `${formatDate(textIn(event, 'dueOn'))}, ${t.under} ${textIn(event, 'decreeNo')}`
    case 'askSupplement':
      return askedIn(event, lang)
    case 'hint-seen':
      return wordOf(hintText[lang].reasons, textIn(event, 'reason'))
    case 'refuse': {
      const code = textIn(event, 'refusal')
      return isRefusalCode(code) ? `${refusalGround(code).title[lang]} (${textIn(event, 'article')})` : undefined
    }
    default: {
      const reason = textIn(event, 'reason')
      return reason ? wordOf(words[lang].reasons, reason) : undefined
    }
  }
}

/** From when to when, and under which decree where one moved it; a question mark where nobody can count it yet. */
function movedIn(event: EventRow, lang: Lang): string {
  const t = eventText[lang]
  const move = (from: string, to: string) => `${formatDate(textIn(event, from))} → ${textIn(event, to) ? formatDate(textIn(event, to)) : '?'}`
  const transfer = textIn(event, 'newTransferDueOn') ? `; ${t.transfer} ${move('transferDueOn', 'newTransferDueOn')}` : ''
  return `${move('dueOn', 'newDueOn')}${textIn(event, 'decreeNo') ? `, ${t.under} ${textIn(event, 'decreeNo')}` : ''}${transfer}`
}

/** The points of a request; events older than points name one. */
function askedIn({ details }: EventRow, lang: Lang): string {
  const points: readonly unknown[] = Array.isArray(details['points']) ? details['points'] : [`${details['item']}:${details['reason']}`]
  return points.map((point) => {
    const [kind = '', told] = String(point).split(':')
    const reason = supplementReasons.find((one) => one === told)
    return isPointKind(kind) && reason ? `${pointWords(kind)[lang]}: ${reasonWords(reason)[lang]}` : ''
  }).join('; ')
}

export function whoOf(event: EventRow, view: Pick<DossierView, 'staff'>, visit: StaffVisit): string {
  const w = words[visit.lang]
  switch (event.actorKind) {
    case 'staff':
      return event.actorId === visit.session.staff.id ? w.you : (view.staff.get(event.actorId)?.fullName ?? w.formerStaff)
    case 'citizen':
      return w.applicant
    case 'system':
      return w.system
    default:
      return w.publicActor
  }
}

function waitLine(wait: WaitRow, view: DossierView, lang: Lang): string {
  const t = eventText[lang]
  const w = words[lang]
  const length = lengthOf((wait.toAt ?? view.now).getTime() - wait.fromAt.getTime(), lang)
  const outside: Readonly<Record<string, string>> = w.outsideCauses
  const cause = (wait.owner === 'citizen' ? undefined : outside[wait.cause]) ?? wordOf(w.causes, wait.cause)
  return `${t.waitedFor(wordOf(w.owners, wait.cause === 'to-sign' ? 'signer' : wait.owner), cause)}, ${length}${wait.toAt ? '' : ` (${t.running})`}`
}

/** A length of time in its largest unit, rounded down. */
function lengthOf(ms: number, lang: Lang): string {
  const { lengths } = eventText[lang]
  const minutes = Math.floor(ms / 60_000)
  if (minutes >= 2880) return lengths.day(Math.floor(minutes / 1440))
  if (minutes >= 120) return lengths.hour(Math.floor(minutes / 60))
  return minutes >= 1 ? lengths.minute(minutes) : lengths.moment
}
