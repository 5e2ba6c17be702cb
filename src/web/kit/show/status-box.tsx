/** The first thing on a page about a matter in progress: whose turn it is, and whether the reader must act. */
import type { ComponentChildren } from 'preact'
import { classes } from '../content.ts'
import type { Content } from '../content.ts'
import { Sign } from './checklist.tsx'
import type { Tone } from './pills.tsx'

/** Props of the box; `action` is the one button, when the turn is the reader's. */
export interface StatusBoxProps {
  tone: Tone
  title: Content
  headingLevel?: 2 | 3 | undefined
  action?: Content
  children?: ComponentChildren
}

/** The coloured box. Its sign and words say what its colour says. */
export function StatusBox(props: StatusBoxProps) {
  const Heading = `h${props.headingLevel ?? 2}` as const
  return (
    <section class={classes('tt-status', `tt-status--${props.tone}`)}>
      <Sign tone={props.tone} />
      <div class="tt-status__body">
        <Heading class="tt-status__title">{props.title}</Heading>
        {props.children}
        {props.action !== undefined && <div class="tt-status__action">{props.action}</div>}
      </div>
    </section>
  )
}
