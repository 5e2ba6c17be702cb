/** Values that must not be torn apart at the end of a line, written the same way on every page. */
import type { ComponentChildren } from 'preact'
import { formatDate, formatInstant, localTimeAt } from '../../../platform/values/dates.ts'
import type { LocalDate } from '../../../platform/values/dates.ts'
import { formatVnd } from '../../../platform/values/money.ts'
import { classes } from '../content.ts'

/** Keeps a number with its unit, or a name, on one line. */
export function NoWrap(props: { children?: ComponentChildren }) {
  return <span class="tt-nowrap">{props.children}</span>
}

/** An amount in whole dong. */
export function Money(props: { vnd: number }) {
  return <span class="tt-nowrap">{formatVnd(props.vnd)}</span>
}

/** An instant, shown in Viet Nam's time. `show: 'time'` leaves the day out where the line above has it. */
export function DateTime(props: { at: Date; show?: 'both' | 'time' | undefined }) {
  return (
    <time class="tt-nowrap" datetime={props.at.toISOString()}>
      {props.show === 'time' ? localTimeAt(props.at) : formatInstant(props.at)}
    </time>
  )
}

/** A calendar day. */
export function DateOnly(props: { on: LocalDate }) {
  return (
    <time class="tt-nowrap" datetime={props.on}>
      {formatDate(props.on)}
    </time>
  )
}

/** What stays Vietnamese in every language: an article of law, what a register wrote. Marked, so that it is read aloud rightly. */
export function Vietnamese(props: { children?: ComponentChildren }) {
  return <span lang="vi">{props.children}</span>
}

/** A sentence with codes in it, each kept whole: parts of capitals and figures joined by hyphens, as the numbers of dossiers and receipts are. */
export function WithCodes(props: { text: string }) {
  return <>{props.text.split(/([A-Z][A-Z0-9.]*(?:-[A-Z0-9]+)+)/).map((part, index) => (index % 2 === 1 ? <Code>{part}</Code> : part))}</>
}

/** A code or number that people read out or copy: figures of equal width, never broken. */
export function Code(props: { /** Longer than a line of a phone: broken where it must be. */ long?: boolean | undefined; children?: ComponentChildren }) {
  return <span class={classes('tt-code', props.long && 'tt-code--long')}>{props.children}</span>
}
