/** Small labels: tag, badge, filter pills, key hints. Each carries a word; colour only supports it. */
import type { ComponentChildren } from 'preact'
import { attributesOf, classes } from '../content.ts'
import type { Content, Extra } from '../content.ts'
import { useWords } from '../language.ts'

/** How a thing stands. done: good · waiting: on somebody else · yours: on the reader · stopped: refused or late · quiet: nothing. */
export type Tone = 'done' | 'waiting' | 'yours' | 'stopped' | 'quiet'

/** Props of a tag. */
export interface TagProps extends Extra {
  tone?: Tone | undefined
  children?: ComponentChildren
}

/** A word in a coloured pill: the state of a thing. */
export function Tag(props: TagProps) {
  return (
    <strong class={classes('govuk-tag', props.tone && `tt-tag--${props.tone}`, props.classes)} {...attributesOf(props.attributes)}>
      {props.children}
    </strong>
  )
}

/** Props of a badge; `label` is what is read aloud instead of the bare number. */
export interface BadgeProps extends Extra {
  label?: string | undefined
  children?: ComponentChildren
}

/** moj badge: a small mark beside a word, often a number. */
export function Badge(props: BadgeProps) {
  return (
    <span class={classes('moj-badge', props.classes)} {...attributesOf(props.attributes)}>
      {props.label === undefined ? (
        props.children
      ) : (
        <>
          <span aria-hidden="true">{props.children}</span>
          <span class="govuk-visually-hidden">{props.label}</span>
        </>
      )}
    </span>
  )
}

/** The key on a keyboard that does the thing beside it. */
export function KeyHint(props: { children?: ComponentChildren }) {
  return (
    <kbd class="tt-key" {...attributesOf({ 'aria-hidden': true })}>
      {props.children}
    </kbd>
  )
}

/** A button, shown only with JavaScript, that switches one-letter shortcuts off and on (WCAG 2.1.4). */
export function ShortcutSwitch() {
  const words = useWords()
  return (
    <button
      type="button"
      class="tt-link-button"
      hidden
      {...attributesOf({ 'data-shortcut-switch': '', 'data-on': words.shortcutsOn, 'data-off': words.shortcutsOff })}
    >
      {words.shortcutsOn}
    </button>
  )
}

/** One filter: a link that shows a part of a list. */
export interface Pill {
  text: Content
  href: string
  count?: number | undefined
  current?: boolean | undefined
  /** One letter that opens it. */
  shortcut?: string | undefined
}

/** A row of filters; the current one is marked for eye and ear. */
export function FilterPills(props: { label: string; items: readonly Pill[] }) {
  return (
    <nav class="tt-pills" aria-label={props.label}>
      <ul class="tt-pills__list">
        {props.items.map((item) => (
          <li>
            <a class={classes('tt-pill', item.current && 'tt-pill--current')} href={item.href} aria-current={item.current ? 'page' : undefined} {...attributesOf(item.shortcut ? { 'data-shortcut': item.shortcut, 'aria-keyshortcuts': item.shortcut } : {})}>
              {item.text}
              {item.count !== undefined && ' '}
              {item.count !== undefined && <span class="tt-pill__count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
