/** Things said aside: inset text, warning, banner, details. */
import type { ComponentChildren } from 'preact'
import { attributesOf, classes } from '../content.ts'
import type { Content, Extra } from '../content.ts'
import { useWords } from '../language.ts'
import { KeyHint } from './pills.tsx'

/** Props of what is only a box around its children. */
export interface BoxProps extends Extra {
  id?: string | undefined
  children?: ComponentChildren
}

/** A quotation or a thing to set apart. */
export function InsetText(props: BoxProps) {
  return (
    <div id={props.id} class={classes('govuk-inset-text', props.classes)} {...attributesOf(props.attributes)}>
      {props.children}
    </div>
  )
}

/** A consequence that the reader must know before going on. */
export function WarningText(props: Extra & { iconFallbackText?: string | undefined; children?: ComponentChildren }) {
  const words = useWords()
  return (
    <div class={classes('govuk-warning-text', props.classes)} {...attributesOf(props.attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || words.warning}</span> {props.children}
      </strong>
    </div>
  )
}

/** Props of a banner: one line as `text`, or children of any shape. */
export interface NotificationBannerProps extends Extra {
  type?: 'success' | undefined
  titleText?: Content
  titleId?: string | undefined
  titleHeadingLevel?: 1 | 2 | 3 | 4 | undefined
  role?: string | undefined
  disableAutoFocus?: boolean | undefined
  text?: Content
  children?: ComponentChildren
}

/** News about the whole page, such as "saved" or "a source is down". */
export function NotificationBanner(props: NotificationBannerProps) {
  const words = useWords()
  const success = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const Heading = `h${props.titleHeadingLevel || 2}` as const
  return (
    <div
      class={classes('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes)}
      data-module="govuk-notification-banner"
      {...attributesOf({
        role: props.role || (success ? 'alert' : 'region'),
        'aria-labelledby': titleId,
        'data-disable-auto-focus': props.disableAutoFocus,
        ...props.attributes,
      })}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.titleText ?? (success ? words.success : words.important)}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? (props.text !== undefined && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  )
}

/** Something to open for those who want to know more. */
export function Details(props: BoxProps & { summaryText: Content; open?: boolean | undefined; shortcut?: string | undefined }) {
  return (
    <details id={props.id} class={classes('govuk-details', props.classes)} {...attributesOf(props.attributes)} open={props.open}>
      <summary class="govuk-details__summary" {...attributesOf(props.shortcut ? { 'data-shortcut': props.shortcut, 'aria-keyshortcuts': props.shortcut } : {})}>
        <span class="govuk-details__summary-text">{props.summaryText}</span>
        {props.shortcut && ' '}
        {props.shortcut && <KeyHint>{props.shortcut.toUpperCase()}</KeyHint>}
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  )
}
