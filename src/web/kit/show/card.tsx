/** Layout of blocks: card, a row of cards, two columns, a strip of key figures. */
import type { ComponentChildren } from 'preact'
import { classes } from '../content.ts'
import type { Content } from '../content.ts'

/** Props of a card. */
export interface CardProps {
  title?: Content
  headingLevel?: 2 | 3 | 4 | undefined
  /** What stands at the end of the title line. */
  beside?: Content
  /** Stands at the card's foot, so that neighbouring cards end alike. */
  foot?: Content
  quiet?: boolean | undefined
  id?: string | undefined
  children?: ComponentChildren
}

/** A white block with a title. */
export function Card(props: CardProps) {
  const Heading = `h${props.headingLevel ?? 2}` as const
  return (
    <section class={classes('tt-card', props.quiet && 'tt-card--quiet')} id={props.id}>
      {(props.title !== undefined || props.beside !== undefined) && (
        <div class="tt-card__top">
          {props.title !== undefined && <Heading class="tt-card__title">{props.title}</Heading>}
          {props.beside}
        </div>
      )}
      <div class="tt-card__body">{props.children}</div>
      {props.foot !== undefined && <div class="tt-card__foot">{props.foot}</div>}
    </section>
  )
}

/** Cards side by side, of equal height; below each other on a narrow screen. */
export function Cards(props: { children?: ComponentChildren }) {
  return <div class="tt-cards">{props.children}</div>
}

/** The main column and a narrower one beside it (below it on a narrow screen). `start` puts a third, narrow one before both. */
export function Columns(props: { start?: Content; aside?: Content; children?: ComponentChildren }) {
  const { start, aside } = props
  return (
    <div class={classes('tt-columns', start !== undefined && 'tt-columns--start', aside !== undefined && 'tt-columns--aside')}>
      {start !== undefined && <div class="tt-columns__start">{start}</div>}
      <div class="tt-columns__main">{props.children}</div>
      {aside !== undefined && <div class="tt-columns__aside">{aside}</div>}
    </div>
  )
}

/** A line of text at a measure that is easy to read. */
export function Prose(props: { children?: ComponentChildren }) {
  return <div class="tt-prose">{props.children}</div>
}

/** Two to four figures that matter before anything else: "10 minutes · to file". */
export function Figures(props: { items: readonly { value: Content; label: Content }[] }) {
  return (
    <dl class="tt-figures">
      {props.items.map((item) => (
        <div class="tt-figures__item">
          <dt class="tt-figures__label">{item.label}</dt>
          <dd class="tt-figures__value">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The one figure or date that a card is about. */
export function Big(props: { children?: ComponentChildren }) {
  return <p class="tt-big">{props.children}</p>
}

/** Things below each other, each as wide as the column: buttons of a decision. */
export function Stack(props: { children?: ComponentChildren }) {
  return <div class="tt-stack">{props.children}</div>
}

/** One line of controls above a list: a search form on the left, choices at the end. */
export function Toolbar(props: { end?: Content; children?: ComponentChildren }) {
  return (
    <div class="tt-toolbar">
      {props.children}
      {props.end !== undefined && <div class="tt-toolbar__end">{props.end}</div>}
    </div>
  )
}

/** A picture of 3 by 4 with its words; without an address a grey place says that there is none. */
export function Picture(props: { src?: string | undefined; alt: string; small?: boolean | undefined; children?: ComponentChildren }) {
  return (
    <figure class={classes('tt-picture', props.small && 'tt-picture--small')}>
      {props.src === undefined ? (
        <div class="tt-picture__image tt-picture__image--none">{props.alt}</div>
      ) : (
        <img class="tt-picture__image" src={props.src} alt={props.alt} width="300" height="400" />
      )}
      {props.children !== undefined && <figcaption class="tt-picture__caption">{props.children}</figcaption>}
    </figure>
  )
}

/** A picture of a screen, never wider than its column; fetched once it comes into sight. Width and height in pixels. */
export function Screenshot({ alt, ...props }: { src: string; alt: string; width: number; height: number }) {
  return <img class="tt-screenshot" loading="lazy" alt={alt} {...props} />
}

/** The page's main heading with what belongs beside it: numbers, a tag, on the far side a holder or a date. */
export function Heading(props: { children?: ComponentChildren; caption?: Content; beside?: Content; end?: Content }) {
  return (
    <div class="tt-heading">
      <h1 class="tt-heading__title">
        {props.caption !== undefined && <span class="tt-heading__caption">{props.caption} </span>}
        {props.children}
      </h1>
      {props.beside !== undefined && <div class="tt-heading__beside">{props.beside}</div>}
      {props.end !== undefined && <div class="tt-heading__end">{props.end}</div>}
    </div>
  )
}
