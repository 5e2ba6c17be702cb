import type { ComponentChildren } from 'preact'
import { attributesOf, classes } from '../content.ts'
import type { Content, Extra } from '../content.ts'
import { Button, LinkButton } from '../form/button.tsx'

/** Something to do on an interruption panel; `type: 'button'` with an href is drawn as a button. */
export interface PanelAction extends Extra {
  text: Content
  href?: string | undefined
  type?: 'button' | 'submit' | undefined
}

/** Props of the big panel that confirms or interrupts. */
export interface PanelProps extends Extra {
  titleText: Content
  headingLevel?: 1 | 2 | 3 | 4 | undefined
  /** Stops the reader before going on, instead of confirming. */
  interruption?: boolean | undefined
  actions?: (Extra & { items: readonly PanelAction[] }) | undefined
  children?: ComponentChildren
}

/** "It is done", with the number the reader must keep; or a stop sign with actions. */
export function Panel(props: PanelProps) {
  const Heading = `h${props.headingLevel ?? 1}` as const
  const { actions, interruption } = props
  return (
    <div
      class={classes('govuk-panel', interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation', props.classes)}
      {...attributesOf(props.attributes)}
    >
      <Heading class="govuk-panel__title">{props.titleText}</Heading>
      {props.children !== undefined && <div class="govuk-panel__body">{props.children}</div>}
      {interruption && actions && (
        <div class={classes('govuk-panel__actions', actions.classes)} {...attributesOf(actions.attributes)}>
          {actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((action) => (
                <Action action={action} />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

function Action({ action }: { action: PanelAction }) {
  const inverse = classes('govuk-button--inverse', action.classes)
  if (action.href && action.type === 'button') {
    return (
      <LinkButton href={action.href} classes={inverse} attributes={action.attributes}>
        {action.text}
      </LinkButton>
    )
  }
  if (!action.href) {
    return (
      <Button type={action.type ?? 'button'} classes={inverse} attributes={action.attributes}>
        {action.text}
      </Button>
    )
  }
  return (
    <a class={classes('govuk-link govuk-link--inverse', action.classes)} href={action.href} {...attributesOf(action.attributes)}>
      {action.text}
    </a>
  )
}
