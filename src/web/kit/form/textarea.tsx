import { attributesOf, classes } from '../content.ts'
import type { Extra } from '../content.ts'
import { Field, describe } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

/** Props of a many-line text field. */
export interface TextareaProps extends FieldProps, Extra {
  name: string
  id?: string | undefined
  value?: string | undefined
  rows?: number | undefined
  autocomplete?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
}

/** A many-line text field with its label, hint and error. */
export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name
  // The HTML parser drops one newline right after <textarea>; a text that begins with one would lose it.
  const value = props.value?.startsWith('\n') ? `\n${props.value}` : props.value
  return (
    <Field id={id} field={props}>
      <textarea
        class={classes('govuk-textarea', props.errorMessage && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        disabled={props.disabled}
        {...attributesOf({
          spellcheck: props.spellcheck,
          'aria-describedby': describe(id, props),
          autocomplete: props.autocomplete,
          ...props.attributes,
        })}
      >
        {value}
      </textarea>
    </Field>
  )
}
