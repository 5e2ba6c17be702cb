import { attributesOf, classes } from '../content.ts'
import type { Attributes, Content, Extra, Sparse } from '../content.ts'
import { useWords } from '../language.ts'

/** One section with its name in the list. */
export interface TabItem {
  id?: string | undefined
  label: Content
  attributes?: Attributes | undefined
  panel: { text: Content; attributes?: Attributes | undefined; plain?: boolean | undefined }
}

/** Props of tabs; each section needs an id, its own or by `idPrefix`. */
export interface TabsProps extends Extra {
  id?: string | undefined
  idPrefix?: string | undefined
  title?: Content
  items: Sparse<TabItem>
}

/** A list of links and the sections below each other: no JavaScript, nothing hidden, findable and printable. */
export function Tabs(props: TabsProps) {
  const words = useWords()
  const idOf = (item: TabItem, index: number) => item.id || `${props.idPrefix ?? ''}-${index + 1}`
  return (
    <div id={props.id} class={classes('govuk-tabs', props.classes)} {...attributesOf(props.attributes)} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{props.title ?? words.contents}</h2>
      {props.items.length > 0 && (
        <ul class="govuk-tabs__list">
          {props.items.map(
            (item, index) =>
              item && (
                <li class={classes('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
                  <a class="govuk-tabs__tab" href={`#${idOf(item, index)}`} {...attributesOf(item.attributes)}>
                    {item.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {props.items.map(
        (item, index) =>
          item && (
            <div
              class={classes('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
              id={idOf(item, index)}
              {...attributesOf(item.panel.attributes)}
            >
              {item.panel.plain ? <p class="govuk-body">{item.panel.text}</p> : item.panel.text}
            </div>
          ),
      )}
    </div>
  )
}
