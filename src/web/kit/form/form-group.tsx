/** The frame of a form control: label, hint, error, and the ids that tie them to the control. */
import type { ComponentChildren } from 'preact'
import { attributesOf, classes, describedBy, isSaid, said } from '../content.ts'
import type { Content, Extra, Said, TextOptions } from '../content.ts'
import { useWords } from '../language.ts'

/** A label; `isPageHeading` wraps it in the page's h1 for a page that asks one question. */
export interface LabelOptions extends TextOptions {
  isPageHeading?: boolean | undefined
}

/** An error; `visuallyHiddenText` is the word read before it, '' for none. */
export interface ErrorOptions extends TextOptions {
  visuallyHiddenText?: string | undefined
}

/** Options of the frame around a control. */
export interface FormGroupOptions extends Extra {
  beforeInput?: Content
  afterInput?: Content
}

/** The props that every control shares. */
export interface FieldProps {
  label: Said<LabelOptions>
  hint?: Said<TextOptions> | undefined
  errorMessage?: Said<ErrorOptions> | false | undefined
  formGroup?: FormGroupOptions | undefined
  describedBy?: string | undefined
}

/** govuk label. */
export function Label(props: { label: Said<LabelOptions>; for?: string | undefined }) {
  const label: LabelOptions = said(props.label)
  if (!isSaid(label.text)) return null
  const inner = (
    <label class={classes('govuk-label', label.classes)} {...attributesOf(label.attributes)} for={props.for}>
      {label.text}
    </label>
  )
  return label.isPageHeading ? <h1 class="govuk-label-wrapper">{inner}</h1> : inner
}

/** govuk hint. */
export function Hint(props: { hint: Said<TextOptions>; id?: string | undefined }) {
  const hint = said(props.hint)
  return (
    <div id={props.id} class={classes('govuk-hint', hint.classes)} {...attributesOf(hint.attributes)}>
      {hint.text}
    </div>
  )
}

/** govuk error message. */
export function ErrorMessage(props: { error: Said<ErrorOptions>; id?: string | undefined }) {
  const words = useWords()
  const error: ErrorOptions = said(props.error)
  const spoken = error.visuallyHiddenText ?? words.error
  return (
    <p id={props.id} class={classes('govuk-error-message', error.classes)} {...attributesOf(error.attributes)}>
      {spoken && <span class="govuk-visually-hidden">{spoken}:</span>}
      {spoken && ' '}
      {error.text}
    </p>
  )
}

/** The ids describing a control, in reading order: those from outside, its hint, its error. */
export function describe(id: string | undefined, field: Omit<FieldProps, 'label'>): string | undefined {
  return describedBy(field.describedBy, field.hint !== undefined && `${id}-hint`, field.errorMessage && `${id}-error`)
}

/** Hint and error of a control or of a group of controls. */
export function HintAndError(props: { id: string | undefined; field: Omit<FieldProps, 'label'> }) {
  const { id, field } = props
  return (
    <>
      {field.hint !== undefined && <Hint id={`${id}-hint`} hint={field.hint} />}
      {field.errorMessage && <ErrorMessage id={`${id}-error`} error={field.errorMessage} />}
    </>
  )
}

/** The frame alone. */
export function FormGroup(props: Extra & { hasError?: boolean | undefined; children?: ComponentChildren }) {
  return (
    <div
      class={classes('govuk-form-group', props.hasError && 'govuk-form-group--error', props.classes)}
      {...attributesOf(props.attributes)}
    >
      {props.children}
    </div>
  )
}

/** The frame of one labelled control. */
export function Field(props: { id: string | undefined; field: FieldProps; children: ComponentChildren }) {
  const { id, field } = props
  return (
    <FormGroup
      hasError={Boolean(field.errorMessage)}
      classes={field.formGroup?.classes}
      attributes={field.formGroup?.attributes}
    >
      <Label label={field.label} for={id} />
      <HintAndError id={id} field={field} />
      {field.formGroup?.beforeInput}
      {props.children}
      {field.formGroup?.afterInput}
    </FormGroup>
  )
}
