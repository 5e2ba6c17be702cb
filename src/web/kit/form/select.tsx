import { attributesOf, classes } from '../content.ts'
import type { Attributes, Extra, Sparse } from '../content.ts'
import { Field, describe } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

/** One choice of a drop-down list; without a value its text is sent. */
export interface SelectItem {
  text: string
  value?: string | number | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

/** Props of a drop-down list. `value` marks the choice whose value (or text) equals it. */
export interface SelectProps extends FieldProps, Extra {
  name: string
  id?: string | undefined
  items: Sparse<SelectItem>
  value?: string | number | undefined
  disabled?: boolean | undefined
}

/** A drop-down list with its label, hint and error. */
export function Select(props: SelectProps) {
  const id = props.id ?? props.name
  return (
    <Field id={id} field={props}>
      <select
        class={classes('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        {...attributesOf({ 'aria-describedby': describe(id, props), ...props.attributes })}
      >
        {props.items.map(
          (item) =>
            item && (
              <option
                value={item.value === undefined ? undefined : String(item.value)}
                selected={isSelected(item, props.value)}
                disabled={item.disabled}
                {...attributesOf(item.attributes)}
              >
                {item.text}
              </option>
            ),
        )}
      </select>
    </Field>
  )
}

function isSelected(item: SelectItem, value: string | number | undefined): boolean {
  if (item.selected !== undefined) return item.selected
  return value !== undefined && value !== '' && String(item.value ?? item.text) === String(value)
}
