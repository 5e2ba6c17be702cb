import type { ComponentChildren } from 'preact'
import { attributesOf, classes } from '../content.ts'
import type { Extra } from '../content.ts'
import { KeyHint } from '../show/pills.tsx'

interface Common extends Extra {
  children?: ComponentChildren
  id?: string | undefined
  isStartButton?: boolean | undefined
  /** 'primary' is the one thing to do on the page. */
  look?: 'primary' | 'secondary' | 'warning' | undefined
  /** One letter that presses the button from the keyboard (officers); it is shown on it. */
  shortcut?: string | undefined
}

/** Props of a button that submits a form or does something. */
export interface ButtonProps extends Common {
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  disabled?: boolean | undefined
  /** Ignores a second press within a second (needs JavaScript; the server must bear repeats anyway). */
  preventDoubleClick?: boolean | undefined
}

/** Props of a link that looks like a button: for going somewhere, never for changing something. */
export interface LinkButtonProps extends Common {
  href: string
}

/** A button. */
export function Button(props: ButtonProps) {
  return (
    <button
      {...attributesOf({
        type: props.type ?? 'submit',
        value: props.value,
        name: props.name,
        'aria-disabled': props.disabled ? true : undefined,
        'data-prevent-double-click': props.preventDoubleClick,
      })}
      disabled={props.disabled}
      {...common(props)}
    >
      <Inner {...props} />
    </button>
  )
}

/** A link that looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a href={props.href} {...attributesOf({ role: 'button', draggable: false })} {...common(props)}>
      <Inner {...props} />
    </a>
  )
}

function common(props: Common) {
  const look = props.look && props.look !== 'primary' && `govuk-button--${props.look}`
  const shortcut = props.shortcut && { 'data-shortcut': props.shortcut.toLowerCase(), 'aria-keyshortcuts': props.shortcut.toLowerCase() }
  return {
    class: classes('govuk-button', look, props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...attributesOf({ ...shortcut, ...props.attributes, id: props.id }),
  }
}

function Inner(props: Common) {
  // A start button is a flex row: white space between its parts would be lost without the span.
  return (
    <>
      {props.isStartButton && typeof props.children !== 'string' ? <span>{props.children}</span> : props.children}
      {props.shortcut && ' '}
      {props.shortcut && <KeyHint>{props.shortcut.toUpperCase()}</KeyHint>}
      {props.isStartButton && (
        <svg
          class="govuk-button__start-icon"
          xmlns="http://www.w3.org/2000/svg"
          width="17.5"
          height="19"
          viewBox="0 0 33 40"
          aria-hidden="true"
          focusable="false"
        >
          <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
        </svg>
      )}
    </>
  )
}
