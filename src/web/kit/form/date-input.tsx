import { attributesOf, classes, describedBy } from '../content.ts'
import type { Attributes, Content, Extra, Sparse } from '../content.ts'
import { useWords } from '../language.ts'
import { Fieldset } from './fieldset.tsx'
import type { FieldsetOptions } from './fieldset.tsx'
import { FormGroup, HintAndError } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'
import { Input } from './input.tsx'

/** One of the fields of a date. */
export interface DateInputItem {
  name?: string | undefined
  id?: string | undefined
  label?: string | undefined
  value?: string | number | undefined
  classes?: string | undefined
  /** true marks this field as the wrong one, false keeps the mark away from it. */
  error?: boolean | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | undefined
  pattern?: string | undefined
  attributes?: Attributes | undefined
}

/** Props of a date in three fields, day first; names are `day`, `month`, `year` after `namePrefix-`. */
export interface DateInputProps extends Omit<FieldProps, 'label' | 'formGroup'>, Extra {
  id: string
  namePrefix?: string | undefined
  values?: Readonly<Record<string, string | number | undefined>> | undefined
  day?: DateInputItem | false | undefined
  month?: DateInputItem | false | undefined
  year?: DateInputItem | false | undefined
  items?: Sparse<DateInputItem> | undefined
  fieldset?: FieldsetOptions | undefined
  formGroup?: (Extra & { beforeInputs?: Content; afterInputs?: Content }) | undefined
}

/** A date in three fields. */
export function DateInput(props: DateInputProps) {
  const { id, fieldset, formGroup } = props
  const { day, month, year } = props
  const parts: Sparse<DateInputItem> = props.items?.length ? props.items : [day ?? {}, month ?? {}, year ?? {}]
  const named = parts.map((part, index) => part && nameOf(props, part, index))
  const anyHasError = named.some((part) => part && (part.error || part.classes?.includes('govuk-input--error')))
  const inner = (
    <>
      <HintAndError id={id} field={props} />
      <div class={classes('govuk-date-input', props.classes)} {...attributesOf(props.attributes)} id={id}>
        {formGroup?.beforeInputs}
        {named.map((part) => part && <DatePart part={part} props={props} anyHasError={anyHasError} />)}
        {formGroup?.afterInputs}
      </div>
    </>
  )
  const described = describedBy(fieldset?.describedBy, props.hint !== undefined && `${id}-hint`, props.errorMessage && `${id}-error`)
  return (
    <FormGroup hasError={Boolean(props.errorMessage)} classes={formGroup?.classes} attributes={formGroup?.attributes}>
      {fieldset ? (
        // Text fields in a plain fieldset are not announced with its description by every screen reader; in a group they are.
        <Fieldset {...fieldset} describedBy={described} role="group">
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

type NamedPart = DateInputItem & { name: string; unit: 'day' | 'month' | 'year' | undefined }

function nameOf(props: DateInputProps, part: DateInputItem, index: number): NamedPart {
  const units = ['day', 'month', 'year'] as const
  const place = props.items?.length ? undefined : units[index]
  const unit = units.find((one) => {
    const own = props[one]
    return part.name !== undefined && (part.name === one || (own && part.name === own.name))
  })
  const named = unit && props[unit]
  return { ...part, name: part.name ?? place ?? '', value: part.value ?? (named || undefined)?.value, unit: place ?? unit }
}

function DatePart({ part, props, anyHasError }: { part: NamedPart; props: DateInputProps; anyHasError: boolean }) {
  const words = useWords()
  const marked = part.error || (part.error !== false && props.errorMessage && !anyHasError)
  const own = part.classes ?? ''
  const field = `${props.namePrefix ? `${props.namePrefix}-` : ''}${part.name}`
  const label = part.label ?? (part.unit === part.name ? words[part.unit] : capital(part.name))
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: label, classes: 'govuk-date-input__label' }}
        id={part.id ?? `${props.id}-${part.name}`}
        name={field}
        classes={classes(
          'govuk-date-input__input',
          marked && !own.includes('govuk-input--error') && 'govuk-input--error',
          !own.includes('govuk-input--width-') && `govuk-input--width-${part.unit === 'year' ? 4 : 2}`,
          own,
        )}
        value={part.value ?? props.values?.[field] ?? (part.unit && props.values?.[part.unit])}
        inputmode={part.inputmode ?? 'numeric'}
        autocomplete={part.autocomplete}
        pattern={part.pattern}
        attributes={part.attributes}
      />
    </div>
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
