/** What every component shares: content given as nodes (never as raw HTML), extra classes and attributes. */
import { isValidElement } from 'preact'
import type { ComponentChildren, VNode } from 'preact'

/** Anything that can stand inside an element. Text is escaped by the renderer. */
export type Content = ComponentChildren

/** Extra attributes of an element; undefined and null are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** The options that most parts share: classes are added to the part's own, attributes to its element. */
export interface Extra {
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** A piece of text with options; most props also take the bare text or node (`Said`). */
export interface TextOptions extends Extra {
  text: Content
}

/** The short form (a text or a node) or the long form with options. */
export type Said<Options extends TextOptions> = string | number | VNode | Options

/** A list that may hold conditional entries: `cond && entry`. */
export type Sparse<T> = readonly (T | false | null | undefined | '')[]

/** Turns the short form into the long form. */
export function said<Options extends TextOptions>(value: Said<Options>): Options | TextOptions {
  if (typeof value === 'string' || typeof value === 'number' || isValidElement(value)) return { text: value }
  return value
}

/** Joins class names, leaving out what is empty. */
export function classes(...names: readonly (string | false | 0 | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** Joins the ids that describe a control; undefined when there are none, so that the attribute is left out. */
export function describedBy(...ids: readonly (string | false | 0 | null | undefined)[]): string | undefined {
  return classes(...ids) || undefined
}

// The content security policy forbids inline styles and handlers; `dangerouslySetInnerHTML` would defeat escaping.
const FORBIDDEN = /^(on|style$|dangerously|children$|key$|ref$|class$|className$)/i

/**
 * Attributes ready to be spread on an element: booleans are written out ("true", "false"), empty ones left out.
 * @throws Error for a handler, a style, raw HTML or a class: these have no business among extra attributes.
 */
export function attributesOf(attributes: Attributes | undefined): Record<string, string> {
  const spread: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (FORBIDDEN.test(name)) throw new Error(`the attribute ${name} may not be passed through`)
    if (value !== undefined && value !== null) spread[name] = String(value)
  }
  return spread
}

/** Whether a piece of content would draw anything. */
export function isSaid(content: Content): boolean {
  return content !== undefined && content !== null && content !== false && content !== true && content !== ''
}
