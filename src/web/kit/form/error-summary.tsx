import type { ComponentChildren } from 'preact'
import { attributesOf, classes } from '../content.ts'
import type { Attributes, Content, Extra } from '../content.ts'
import { useWords } from '../language.ts'

/** One error; `href` points at the field (`#id`). */
export interface SummaryError {
  text: Content
  href?: string | undefined
  attributes?: Attributes | undefined
}

/** Props of the summary on top of a page that was sent back. */
export interface ErrorSummaryProps extends Extra {
  titleText?: Content
  /** What stands above the list. */
  children?: ComponentChildren
  errorList?: readonly SummaryError[] | undefined
  disableAutoFocus?: boolean | undefined
}

/** The errors of a page, each a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const words = useWords()
  return (
    <div
      class={classes('govuk-error-summary', props.classes)}
      {...attributesOf({ 'data-disable-auto-focus': props.disableAutoFocus, ...props.attributes })}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleText ?? words.errorTitle}</h2>
        <div class="govuk-error-summary__body">
          {props.children !== undefined && <p>{props.children}</p>}
          {props.errorList && props.errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errorList.map((error) => (
                <li>
                  {error.href ? (
                    <a href={error.href} {...attributesOf(error.attributes)}>
                      {error.text}
                    </a>
                  ) : (
                    error.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
