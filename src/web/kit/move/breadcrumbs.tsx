import { attributesOf, classes } from '../content.ts'
import type { Attributes, Content, Extra } from '../content.ts'
import { useWords } from '../language.ts'

/** One step; without an address it is the page itself. */
export interface Crumb {
  text: Content
  href?: string | undefined
  attributes?: Attributes | undefined
}

/** Props of breadcrumbs. */
export interface BreadcrumbsProps extends Extra {
  items: readonly Crumb[]
  labelText?: string | undefined
  collapseOnMobile?: boolean | undefined
}

/** Where the page stands. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  const words = useWords()
  return (
    <nav
      class={classes('govuk-breadcrumbs', props.classes, props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      {...attributesOf({ ...props.attributes, 'aria-label': props.labelText ?? words.breadcrumbs })}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...attributesOf(item.attributes)}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
