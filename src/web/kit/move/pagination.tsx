import type { ComponentChildren } from 'preact'
import { attributesOf, classes } from '../content.ts'
import type { Attributes, Content, Extra, Sparse } from '../content.ts'
import { useWords } from '../language.ts'

/** The way to a neighbouring page. */
export interface PaginationLink {
  href: string
  text?: Content
  labelText?: Content
  attributes?: Attributes | undefined
}

/** One page's number, or a gap. */
export interface PaginationItem {
  number?: number | string | undefined
  href?: string | undefined
  current?: boolean | undefined
  ellipsis?: boolean | undefined
  visuallyHiddenText?: string | undefined
  attributes?: Attributes | undefined
}

/** Props of pagination; without `items` the neighbours are shown as blocks. */
export interface PaginationProps extends Extra {
  items?: Sparse<PaginationItem> | undefined
  previous?: PaginationLink | undefined
  next?: PaginationLink | undefined
  landmarkLabel?: string | undefined
}

/** Ways through a long list. */
export function Pagination(props: PaginationProps) {
  const words = useWords()
  const block = !props.items && Boolean(props.next || props.previous)
  return (
    <nav
      class={classes('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      {...attributesOf({ 'aria-label': props.landmarkLabel || words.pagination, ...props.attributes })}
    >
      {props.previous?.href && (
        <ArrowLink link={props.previous} type="prev" block={block}>
          {props.previous.text ?? <Words text={words.previous} />}
        </ArrowLink>
      )}
      {props.items && (
        <ul class="govuk-pagination__list">
          {props.items.map((item) => item && Object.keys(item).length > 0 && <Item item={item} />)}
        </ul>
      )}
      {props.next?.href && (
        <ArrowLink link={props.next} type="next" block={block}>
          {props.next.text ?? <Words text={words.next} />}
        </ArrowLink>
      )}
    </nav>
  )
}

/** English shows "Next" and reads "Next page"; Vietnamese needs both words to be seen. */
function Words({ text }: { text: string }) {
  const [shown, hidden] = text.endsWith(' page') ? [text.slice(0, -5), ' page'] : [text, '']
  return (
    <>
      {shown}
      {hidden && <span class="govuk-visually-hidden">{hidden}</span>}
    </>
  )
}

interface ArrowProps {
  link: PaginationLink
  type: 'prev' | 'next'
  block: boolean
  children?: ComponentChildren
}

function ArrowLink({ link, type, block, children }: ArrowProps) {
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...attributesOf(link.attributes)}>
        {(block || type === 'prev') && <Arrow type={type} />}
        <span class={classes('govuk-pagination__link-title', block && !link.labelText && 'govuk-pagination__link-title--decorated')}>
          {children}
        </span>
        {link.labelText && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  )
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

function Arrow({ type }: { type: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[type]} />
    </svg>
  )
}

function Item({ item }: { item: PaginationItem }) {
  const words = useWords()
  return (
    <li
      class={classes(
        'govuk-pagination__item',
        item.current && 'govuk-pagination__item--current',
        item.ellipsis && 'govuk-pagination__item--ellipsis',
      )}
    >
      {item.ellipsis ? (
        '⋯'
      ) : (
        <a
          class="govuk-link govuk-pagination__link"
          href={item.href}
          {...attributesOf({
            'aria-label': item.visuallyHiddenText ?? `${words.page} ${item.number}`,
            'aria-current': item.current ? 'page' : undefined,
            ...item.attributes,
          })}
        >
          {item.number}
        </a>
      )}
    </li>
  )
}
