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
  const [from, to] = [dayIn(event, 'dueOn'), dayIn(event, 'newDueOn')]
  switch (event.kind) {
    case 'move-due':
      return t.movedNote(from, to, reasonOf(event, lang))
    case 'move-notice':
    case 'move-transfer':
    case 'move-supplement':
      return t.datesMovedNote(from, to, reasonOf(event, lang))
    case 'notice-counted':
    case 'supplement-counted':
      return t.countedNote(to)
    case 'due-uncounted':
      return t.uncountedNote(from, reasonOf(event, lang))
    case 'resume-clock':
      return resumedNote(event, lang)
    case 'stop':
      return t.stopNote(dayIn(event, 'lastOn'))
    default:
      return undefined
  }
}

/** The clock runs again. A changed calendar that was on its way at that moment has its part in the date, and so has its decree. */
function resumedNote(event: EventRow, lang: Lang): string {
  const t = eventText[lang]
  const [from, to, transfer] = [dayIn(event, 'dueOn'), dayIn(event, 'newDueOn'), dayIn(event, 'newTransferDueOn')]
  const note = to ? t.resumedNote(from, to, textIn(event, 'decreeNo') ? reasonOf(event, lang) : '') : t.resumedUncounted(from)
  return transfer ? `${note} ${t.transferToo(dayIn(event, 'transferDueOn'), transfer)}` : note
}

/** What last moved the date that stands, if anything did. */
export function lastMove(events: readonly EventRow[]): EventRow | undefined {
  const last = events.find(({ kind }) => kind === 'move-due' || kind === 'due-uncounted' || kind === 'resume-clock' || kind === 'apologise')
  return last?.kind === 'apologise' ? undefined : last
}
