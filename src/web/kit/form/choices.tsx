/** Radios and checkboxes: the two differ in class names and in how a choice is marked as chosen. */
import { attributesOf, classes, describedBy, isSaid } from '../content.ts'
import type { Attributes, Content, Extra, Said, Sparse, TextOptions } from '../content.ts'
import { Fieldset } from './fieldset.tsx'
import type { FieldsetOptions } from './fieldset.tsx'
import { FormGroup, Hint, HintAndError, Label } from './form-group.tsx'
import type { FieldProps } from './form-group.tsx'

/** One choice. `conditional` is shown below it (always, without JavaScript). */
export interface ChoiceItem {
  text: Content
  value: string | number
  id?: string | undefined
  name?: string | undefined
  hint?: Said<TextOptions> | undefined
  label?: Extra | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
  conditional?: Content
  /** 'exclusive' on a checkbox such as "none of these". */
  behaviour?: 'exclusive' | undefined
  attributes?: Attributes | undefined
}

/** A line of text between choices, such as "or". */
export interface ChoiceDivider {
  divider: string
}

/** Props that radios and checkboxes share. Without a fieldset there is no legend. */
export interface ChoicesProps extends Omit<FieldProps, 'label' | 'formGroup'>, Extra {
  name: string
  idPrefix?: string | undefined
  items: Sparse<ChoiceItem | ChoiceDivider>
  fieldset?: FieldsetOptions | undefined
  formGroup?: (Extra & { beforeInputs?: Content; afterInputs?: Content }) | undefined
}

/** Props of radio buttons; `value` marks the choice with that value. */
export interface RadiosProps extends ChoicesProps {
  value?: string | number | undefined
}

/** Props of checkboxes; `values` marks the choices with those values. */
export interface CheckboxesProps extends ChoicesProps {
  values?: readonly (string | number)[] | undefined
}

/** One choice among several. */
export function Radios(props: RadiosProps) {
  const { value, ...rest } = props
  const matches = (item: ChoiceItem) => value !== undefined && value !== '' && String(item.value) === String(value)
  return <Choices {...rest} kind="radios" isChosen={(item) => item.checked ?? matches(item)} />
}

/** Any number of choices. */
export function Checkboxes(props: CheckboxesProps) {
  const { values, ...rest } = props
  const matches = (item: ChoiceItem) => values?.some((value) => String(value) === String(item.value)) ?? false
  return <Choices {...rest} kind="checkboxes" isChosen={(item) => item.checked ?? matches(item)} />
}

interface Kind {
  kind: 'radios' | 'checkboxes'
  isChosen: (item: ChoiceItem) => boolean
}

/** A group of choices with its frame. */
function Choices(props: ChoicesProps & Kind) {
  const { kind, fieldset, formGroup } = props
  const idPrefix = props.idPrefix || props.name
  const outer = fieldset?.describedBy || props.describedBy
  const described = describedBy(outer, props.hint !== undefined && `${idPrefix}-hint`, props.errorMessage && `${idPrefix}-error`)
  const inner = (
    <>
      <HintAndError id={idPrefix} field={props} />
      <div class={classes(`govuk-${kind}`, props.classes)} {...attributesOf(props.attributes)} data-module={`govuk-${kind}`}>
        {formGroup?.beforeInputs}
        {props.items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>
          const id = item.id || (index > 0 ? `${idPrefix}-${index + 1}` : idPrefix)
          // Radios are described through their fieldset only; checkboxes without one carry the description themselves.
          const own = kind === 'checkboxes' && !fieldset ? described : undefined
          return <Choice kind={kind} item={item} id={id} name={item.name || props.name} describedBy={own} chosen={props.isChosen(item)} />
        })}
        {formGroup?.afterInputs}
      </div>
    </>
  )
  return (
    <FormGroup hasError={Boolean(props.errorMessage)} classes={formGroup?.classes} attributes={formGroup?.attributes}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={described}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

interface ChoiceProps {
  kind: Kind['kind']
  item: ChoiceItem
  id: string
  name: string
  describedBy: string | undefined
  chosen: boolean
}

function Choice(props: ChoiceProps) {
  const { kind, item, id, chosen } = props
  const hint = item.hint === undefined ? undefined : withClass(item.hint, `govuk-${kind}__hint`)
  const hintId = `${id}-item-hint`
  const conditional = isSaid(item.conditional)
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={props.name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={String(item.value)}
          checked={chosen}
          disabled={item.disabled}
          {...attributesOf({
            'data-aria-controls': conditional ? `conditional-${id}` : undefined,
            'data-behaviour': item.behaviour,
            'aria-describedby': describedBy(props.describedBy, hint && hintId),
            ...item.attributes,
          })}
        />
        <Label
          label={{
            text: item.text,
            classes: classes(`govuk-${kind}__label`, item.label?.classes),
            attributes: item.label?.attributes,
          }}
          for={id}
        />
        {hint && <Hint id={hintId} hint={hint} />}
      </div>
      {conditional && (
        <div
          class={classes(`govuk-${kind}__conditional`, !chosen && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

function withClass(value: Said<TextOptions>, name: string): TextOptions {
  if (typeof value === 'object' && 'text' in value) return { ...value, classes: classes(name, value.classes) }
  return { text: value, classes: name }
}
