/** What the dossier needs, and everything that happened to it. */
import { findServicePoint } from '../../../catalogue/index.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { formatDate, formatInstant, localDateAt } from '../../../platform/values/dates.ts'
import { type EventRow, isSilent, type Requirement } from '../../../dossiers/index.ts'
import type { WrittenMessage } from '../../../observers/notifications/index.ts'
import type { SystemName } from '../../../platform/config.ts'
import { Checklist, DateTime, Details, Tag, Timeline, type Tone, WithCodes } from '../../kit/index.ts'
import { certificateItem } from '../needs-list.tsx'
import { dossierText } from '../text/dossier.ts'
import { eventText } from '../text/events.ts'
import type { DossierView } from './dossier.view.ts'
import { movedNote } from './dates/moved.ts'

const toneOf: Readonly<Record<Requirement['state'], Tone>> = { todo: 'yours', asked: 'waiting', met: 'done', failed: 'stopped', waived: 'quiet' }

/** The checklist of requirements, each with its source and time. */
export function Requirements({ view, lang, label }: { view: DossierView; lang: Lang; label: string }) {
  const t = eventText[lang]
  const items = view.procedure.needs.flatMap((need) => {
    const one = view.requirements.find((r) => r.kind === need.kind)
    if (!one) return []
    return [{ tone: toneOf[one.state], title: need.words[lang], status: t.states[one.state], detail: detailOf(view, one, lang) }]
  })
  return <Checklist label={label} items={items} />
}

function detailOf(view: DossierView, one: Requirement, lang: Lang): string {
  const t = eventText[lang]
  const since = `${t.since} ${formatInstant(one.changedAt)}`
  if (one.kind === 'health-certificate' && one.state === 'asked') return `${isSilent(view.certificate) ? t.certificateSilent : t.certificateAwaited} (${since})`
  if (one.kind === 'health-certificate' && one.state === 'failed') return `${certificateItem(view, lang).detail} (${since})`
  const source = one.source !== null && one.source in t.sources ? Object.entries(t.sources).find(([key]) => key === one.source)?.[1] : undefined
  if (one.state === 'met') return source ? `${source}, ${formatInstant(one.changedAt)}` : formatInstant(one.changedAt)
  return one.state === 'todo' ? (view.procedure.needs.find((need) => need.kind === one.kind)?.help[lang] ?? since) : since
}

/** Events newest first; each sentence says who did it. Readings by staff are told apart, so that they don't bury the steps. */
export function History({ events, lang }: { events: readonly EventRow[]; lang: Lang }) {
  const t = eventText[lang]
  const reads = events.filter((event) => event.kind === 'read')
  const steps = events.filter((event) => event.kind !== 'read')
  return (
    <>
      <Timeline headingLevel={3} items={steps.map((event) => ({ label: labelOf(event, lang), at: event.at, ...(noteOf(event, lang) ? { children: noteOf(event, lang) } : {}) }))} />
      {reads.length > 0 && (
        <Details summaryText={t.reads(reads.length)}>
          <p class="govuk-body">{t.readsLead}</p>
          <ul class="govuk-list">{reads.map((event) => <li><DateTime at={event.at} /></li>)}</ul>
        </Details>
      )}
    </>
  )
}

const messageTone: Readonly<Record<WrittenMessage['state'], Tone>> = { sent: 'done', waiting: 'waiting', undeliverable: 'stopped' }

/** What was written to the person, newest first: when, how, to which address, whether the carrier has it. @param silent systems that do not answer now */
export function Messages({ messages, silent, lang }: { messages: readonly WrittenMessage[]; silent: readonly SystemName[]; lang: Lang }) {
  const t = dossierText[lang]
  if (messages.length === 0) return <p class="govuk-body">{t.messagesNone}</p>
  return (
    <ul class="govuk-list">
      {messages.map((message) => (
        <li>
          <p class="govuk-body"><DateTime at={message.writtenAt} /> · {t.messageTo(t.messageBy[message.channel], message.to)} <Tag tone={messageTone[message.state]}>{t.messageStates[message.state]}</Tag></p>
          {message.state === 'waiting' && silent.includes(message.channel) && <p class="govuk-body-s">{t.messageSilent}</p>}
          <Details summaryText={<span lang={message.lang}><WithCodes text={message.subject} /></span>}>{message.text.split(/\n+/).map((line) => <p class="govuk-body" lang={message.lang}><WithCodes text={line} /></p>)}</Details>
        </li>
      ))}
    </ul>
  )
}

/** An event in words. */
export function labelOf(event: EventRow, lang: Lang): string {
  const t = eventText[lang]
  const state = /^requirement-(\w+)$/.exec(event.kind)?.[1]
  if (state) {
    const words = pick(t.requirement, state)
    const what = pick(t.kinds, String(event.details['requirement']))
    return words && what ? words(what) : t.other
  }
  const words = pick(t, event.kind)
  return typeof words === 'string' ? words : t.other
}

/** A member of a table by a name that the database gave; undefined when the table has no words for it. */
function pick<T extends object>(table: T, name: string): T[keyof T] | undefined {
  return Object.entries(table).find(([key]) => key === name)?.[1]
}

function noteOf(event: EventRow, lang: Lang): string | undefined {
  const moved = movedNote(event, lang)
  if (moved) return moved
  const number = event.details['officialNumber']
  const { dueOn, newDueOn } = event.details
  if (event.kind === 'apologise' && typeof dueOn === 'string' && typeof newDueOn === 'string') return eventText[lang].apologiseNote(formatDate(dueOn), formatDate(newDueOn))
  if (event.kind === 'submit' && event.helperId) return eventText[lang].helped(findServicePoint(event.officeCode ?? '', localDateAt(event.at))?.name[lang] ?? '')
  return event.kind === 'accept' && typeof number === 'string' ? eventText[lang].acceptNumber(number) : undefined
}
