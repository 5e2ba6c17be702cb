/** A page that asks: errors on top, then the form, then one button. It stands inside `Page`. */
import type { ComponentChildren } from 'preact'
import type { Content } from '../content.ts'
import { useWords } from '../language.ts'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { SummaryError } from './error-summary.tsx'

/** The name of the hidden field that carries the token against cross-site requests. */
export const CSRF_FIELD = '_csrf'

/** Props of `Form`: one that changes something is always a POST with the token. */
export interface FormProps {
  action: string
  csrf: string
  /** Needed for files. */
  multipart?: boolean | undefined
  /** Fields that the page carries along. */
  hidden?: Readonly<Record<string, string>> | undefined
  id?: string | undefined
  classes?: string | undefined
  children?: ComponentChildren
}

/** A form that posts, with its hidden fields. The browser's own messages are off: the page gives better ones. */
export function Form(props: FormProps) {
  return (
    <form
      id={props.id}
      class={props.classes}
      method="post"
      action={props.action}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      {/* The token comes first: a multipart parser meets it before the file. */}
      <input type="hidden" name={CSRF_FIELD} value={props.csrf} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
}

/** Props of `FormPage`. */
export interface FormPageProps extends FormProps {
  /** The h1; leave it out where a label or legend is the page's heading. */
  heading?: Content
  caption?: Content
  /** What stands between the heading and the form. */
  lead?: ComponentChildren
  errors?: readonly SummaryError[] | undefined
  /** false leaves the button out, for pages with buttons of their own. */
  continueText?: Content
  /** What stands beside the button, such as "save and go on later". */
  beside?: Content
}

/** Error summary, heading, form, button. */
export function FormPage(props: FormPageProps) {
  const words = useWords()
  return (
    <div class="tt-question">
      {props.errors && props.errors.length > 0 && <ErrorSummary errorList={props.errors} />}
      {props.caption !== undefined && <span class="govuk-caption-l">{props.caption}</span>}
      {props.heading !== undefined && <h1 class="govuk-heading-l">{props.heading}</h1>}
      {props.lead}
      <Form
        action={props.action}
        csrf={props.csrf}
        multipart={props.multipart}
        hidden={props.hidden}
        id={props.id}
        classes={props.classes}
      >
        {props.children}
        {props.continueText !== false && (
          <div class="govuk-button-group">
            <Button preventDoubleClick>{props.continueText ?? words.continue}</Button>
            {props.beside}
          </div>
        )}
      </Form>
    </div>
  )
}
