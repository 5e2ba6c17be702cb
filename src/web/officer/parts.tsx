/** Small parts of officers' pages. */
import type { ComponentChildren } from 'preact'
import type { Content } from '../kit/index.ts'

/** A quieter second line of a cell. */
export function Sub(props: { children?: ComponentChildren }) {
  return <span class="tt-sub">{props.children}</span>
}

const GROUP = 8

/** A long code in groups of eight, to be compared by eye. */
export function Hash({ code }: { code: string }) {
  return <span class="tt-hash">{code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join(' ') ?? ''}</span>
}

/** Facts in a narrow column: the name above its value. */
export function Facts({ items }: { items: readonly { name: Content; value: Content }[] }) {
  return <dl class="tt-facts">{items.map((item) => <><dt>{item.name}</dt><dd>{item.value}</dd></>)}</dl>
}

/** Something is wrong that must be seen before anything is done. */
export function Alarm({ title, children }: { title: Content; children?: ComponentChildren }) {
  return <div class="tt-alarm" role="alert"><strong>{title}</strong><br />{children}</div>
}
