/** Why a date moved, or could not be counted, as its event says it (TIM4). */
import type { EventRow } from '../../../../dossiers/index.ts'
import { formatDate, isLocalDate } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { eventText } from '../../text/events.ts'

function textIn(event: EventRow, key: string): string {
  const value = event.details[key]
  return typeof value === 'string' ? value : ''
}

function dayIn(event: EventRow, key: string): string {
  const day = textIn(event, key)
  return isLocalDate(day) ? formatDate(day) : ''
}

function reasonOf(event: EventRow, lang: Lang): string {
  const t = eventText[lang].calendarWhy
  const [day, decree] = [dayIn(event, 'day'), textIn(event, 'decreeNo')]
  const isMakeUp = textIn(event, 'kind') === 'make-up'
  switch (textIn(event, 'change')) {
    case 'withdrawn':
      return isMakeUp ? t.noMakeUp(day, decree) : t.noDayOff(day, decree)
    case 'year-opened':
      return t.year(textIn(event, 'day').slice(0, 4), decree)
    default:
      return isMakeUp ? t.makeUp(day, decree) : t.dayOff(day, decree)
  }
}

/** The sentence below such an event; undefined for every other one. */
export function movedNote(event: EventRow, lang: Lang): string | undefined {
  const t = eventText[lang]
  if (event.kind === 'move-due') return t.movedNote(dayIn(event, 'dueOn'), dayIn(event, 'newDueOn'), reasonOf(event, lang))
  if (event.kind === 'stop') return t.stopNote(dayIn(event, 'lastOn'))
  if (event.kind === 'move-supplement') return t.supplementMovedNote(dayIn(event, 'dueOn'), dayIn(event, 'newDueOn'), reasonOf(event, lang))
  if (event.kind === 'resume-clock') return textIn(event, 'newDueOn') ? t.resumedNote(dayIn(event, 'dueOn'), dayIn(event, 'newDueOn')) : t.resumedUncounted(dayIn(event, 'dueOn'))
  return event.kind === 'due-uncounted' ? t.uncountedNote(dayIn(event, 'dueOn'), reasonOf(event, lang)) : undefined
}

/** What last moved the date that stands, if anything did. */
export function lastMove(events: readonly EventRow[]): EventRow | undefined {
  const last = events.find(({ kind }) => kind === 'move-due' || kind === 'due-uncounted' || kind === 'resume-clock' || kind === 'apologise')
  return last?.kind === 'apologise' ? undefined : last
}
