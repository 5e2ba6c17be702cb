import type { ComponentChildren } from 'preact'
import { attributesOf, classes } from '../content.ts'
import type { Extra } from '../content.ts'
import { useWords } from '../language.ts'

/** Props of the links that stand alone. */
export interface LinkProps extends Extra {
  href: string
  children?: ComponentChildren
}

/** A link in the page's text. */
export function Link(props: LinkProps) {
  return (
    <a class={classes('govuk-link', props.classes)} href={props.href} {...attributesOf(props.attributes)}>
      {props.children}
    </a>
  )
}

/** The way back, above the heading; "Back" in the page's language unless told otherwise. */
export function BackLink(props: LinkProps) {
  const words = useWords()
  return (
    <a href={props.href} class={classes('govuk-back-link', props.classes)} {...attributesOf(props.attributes)}>
      {props.children ?? words.back}
    </a>
  )
}

/** For keyboards: jumps over the header. `Page` has one already. */
export function SkipLink(props: LinkProps) {
  return (
    <a href={props.href} class={classes('govuk-skip-link', props.classes)} {...attributesOf(props.attributes)} data-module="govuk-skip-link">
      {props.children}
    </a>
  )
}
