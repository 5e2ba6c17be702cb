import type { ComponentChildren } from 'preact'
import { attributesOf, classes, isSaid, said } from '../content.ts'
import type { Extra, Said } from '../content.ts'
import type { LabelOptions } from './form-group.tsx'

/** Options of a fieldset; the legend takes `isPageHeading` as a label does. */
export interface FieldsetOptions extends Extra {
  legend?: Said<LabelOptions> | undefined
  describedBy?: string | undefined
  role?: 'group' | undefined
}

/** A group of controls under one legend. */
export function Fieldset(props: FieldsetOptions & { children?: ComponentChildren }) {
  const legend: LabelOptions | undefined = props.legend === undefined ? undefined : said(props.legend)
  return (
    <fieldset
      class={classes('govuk-fieldset', props.classes)}
      {...attributesOf({ role: props.role, 'aria-describedby': props.describedBy || undefined, ...props.attributes })}
    >
      {legend && isSaid(legend.text) && (
        <legend class={classes('govuk-fieldset__legend', legend.classes)} {...attributesOf(legend.attributes)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      )}
      {props.children}
    </fieldset>
  )
}
