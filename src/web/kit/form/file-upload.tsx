import { attributesOf, classes } from '../content.ts'
import type { Extra } from '../content.ts'
import { Field, describe } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

/** Props of a file field. `accept` as in HTML; `capture` opens the phone's camera ('user' is the front one). */
export interface FileUploadProps extends FieldProps, Extra {
  name: string
  id?: string | undefined
  accept?: string | undefined
  capture?: 'user' | 'environment' | undefined
  multiple?: boolean | undefined
  disabled?: boolean | undefined
}

/** A file field. It works without JavaScript: no drop zone. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id ?? props.name
  return (
    <Field id={id} field={props}>
      <input
        class={classes('govuk-file-upload', props.classes, props.errorMessage && 'govuk-file-upload--error')}
        id={id}
        name={props.name}
        type="file"
        disabled={props.disabled}
        multiple={props.multiple}
        {...attributesOf({
          'aria-describedby': describe(id, props),
          accept: props.accept,
          capture: props.capture,
          ...props.attributes,
        })}
      />
    </Field>
  )
}
