import { attributesOf, classes, said } from '../content.ts'
import type { Extra, Said, TextOptions } from '../content.ts'
import { Field, describe } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

/** Props of a one-line text field, as govuk-frontend's input. */
export interface InputProps extends FieldProps, Extra {
  name: string
  id?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | 'number' | 'url' | undefined
  value?: string | number | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | undefined
  autocomplete?: string | undefined
  autocapitalize?: string | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  prefix?: Said<TextOptions> | undefined
  suffix?: Said<TextOptions> | undefined
  inputWrapper?: Extra | undefined
}

/** A one-line text field with its label, hint and error. */
export function Input(props: InputProps) {
  const { formGroup } = props
  const id = props.id ?? props.name
  const control = <InputControl {...props} id={id} describedBy={describe(id, props)} />
  const wrapped = props.prefix || props.suffix || formGroup?.beforeInput || formGroup?.afterInput
  if (!wrapped) {
    return (
      <Field id={id} field={props}>
        {control}
      </Field>
    )
  }
  const frame = { ...props, formGroup: { classes: formGroup?.classes, attributes: formGroup?.attributes } }
  return (
    <Field id={id} field={frame}>
      <div class={classes('govuk-input__wrapper', props.inputWrapper?.classes)} {...attributesOf(props.inputWrapper?.attributes)}>
        {formGroup?.beforeInput}
        {props.prefix !== undefined && <Affix kind="prefix" affix={props.prefix} />}
        {control}
        {props.suffix !== undefined && <Affix kind="suffix" affix={props.suffix} />}
        {formGroup?.afterInput}
      </div>
    </Field>
  )
}

/** The bare control, used by `Input` and by the three fields of a date. */
function InputControl(props: Omit<InputProps, 'label'>) {
  return (
    <input
      class={classes('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      value={props.value === '' ? undefined : props.value}
      disabled={props.disabled}
      {...attributesOf({
        type: props.type ?? 'text',
        spellcheck: props.spellcheck,
        'aria-describedby': props.describedBy,
        autocomplete: props.autocomplete,
        autocapitalize: props.autocapitalize,
        pattern: props.pattern,
        inputmode: props.inputmode,
        ...props.attributes,
      })}
    />
  )
}

function Affix(props: { kind: 'prefix' | 'suffix'; affix: Said<TextOptions> }) {
  const affix = said(props.affix)
  return (
    <div class={classes(`govuk-input__${props.kind}`, affix.classes)} aria-hidden="true" {...attributesOf(affix.attributes)}>
      {affix.text}
    </div>
  )
}
