/** A page as somebody reads it: words, links, forms with the labels of their fields. Never by class or id. */
import { type HTMLElement, parse } from 'node-html-parser'

export type FieldKind = 'text' | 'radio' | 'checkbox' | 'select' | 'file' | 'hidden'

/** One control; each radio button and each checkbox is a control of its own. */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  /** What is written beside it. */
  readonly label: string
  /** What is written above its group. */
  readonly legend: string
  /** What it would send; for a text field what is already written in it. */
  readonly value: string
  /** Chosen already. */
  readonly chosen: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export interface Button {
  readonly text: string
  readonly name: string
  readonly value: string
}

export interface Form {
  readonly action: string
  readonly method: 'get' | 'post'
  readonly multipart: boolean
  readonly fields: readonly Field[]
  readonly buttons: readonly Button[]
  /** Every word in the form. */
  readonly text: string
}

export interface Link {
  readonly href: string
  readonly text: string
}

export interface Page {
  readonly url: URL
  readonly status: number
  readonly title: string
  /** The first heading. */
  readonly heading: string
  /** Every word of the main part. */
  readonly text: string
  readonly links: readonly Link[]
  readonly forms: readonly Form[]
  /** The list of what was wrong with what was sent, as the page tells it; empty when nothing was. */
  readonly complaints: readonly string[]
  /** Seconds after which the page asks to be loaded again, where it does. */
  readonly refreshSeconds: number | undefined
}

/** Words with single blanks. */
export function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const spoken = (element: HTMLElement | null | undefined) => words(element?.structuredText ?? '')

/** Reads a page. @param refreshHeader how a server asks for the page to be loaded again, where it does so beside it */
export function readPage(url: URL, status: number, html: string, refreshHeader?: string): Page {
  const root = parse(html, { comment: false, blockTextElements: { script: false, style: false } })
  const main = root.querySelector('main') ?? root.querySelector('body') ?? root
  const refresh = refreshHeader ?? root.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')
  return {
    url, status,
    title: spoken(root.querySelector('title')),
    heading: spoken(main.querySelector('h1')),
    text: spoken(main),
    links: root.querySelectorAll('a[href]').map((a) => ({ href: a.getAttribute('href') ?? '', text: spoken(a) })),
    // What stands around the main part (sign-out, language) is not what a page is about.
    forms: main.querySelectorAll('form').map((form) => readForm(form, root)),
    complaints: root.querySelectorAll('[role="alert"] li').map(spoken),
    refreshSeconds: refresh ? Number.parseInt(refresh, 10) : undefined,
  }
}

function readForm(form: HTMLElement, root: HTMLElement): Form {
  const id = form.getAttribute('id')
  const controls = [
    ...form.querySelectorAll('input, select, textarea, button'),
    ...(id ? root.querySelectorAll(`[form="${id}"]`) : []),
  ].filter((control) => control.getAttribute('disabled') === undefined)
  return {
    action: form.getAttribute('action') ?? '',
    method: form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get',
    multipart: form.getAttribute('enctype') === 'multipart/form-data',
    fields: controls.filter((control) => control.tagName !== 'BUTTON' && control.getAttribute('type') !== 'submit').map((control) => readField(control, root)),
    buttons: controls.filter((control) => (control.tagName === 'BUTTON' ? control.getAttribute('type') !== 'button' : control.getAttribute('type') === 'submit'))
      .map((button) => ({ text: spoken(button) || (button.getAttribute('value') ?? ''), name: button.getAttribute('name') ?? '', value: button.getAttribute('value') ?? '' })),
    text: spoken(form),
  }
}

function readField(control: HTMLElement, root: HTMLElement): Field {
  const kind = kindOf(control)
  const options = kind === 'select' ? control.querySelectorAll('option').map((option) => ({ value: option.getAttribute('value') ?? spoken(option), label: spoken(option), chosen: option.hasAttribute('selected') })) : []
  const id = control.getAttribute('id')
  const label = id ? root.querySelector(`label[for="${id}"]`) : control.closest('label')
  return {
    name: control.getAttribute('name') ?? '', kind,
    label: spoken(label) || (control.getAttribute('aria-label') ?? ''),
    legend: spoken(control.closest('fieldset')?.querySelector('legend')),
    value: kind === 'select' ? (options.find((option) => option.chosen) ?? options[0])?.value ?? ''
      : control.tagName === 'TEXTAREA' ? control.text : control.getAttribute('value') ?? (kind === 'checkbox' || kind === 'radio' ? 'on' : ''),
    chosen: control.hasAttribute('checked'),
    options: options.map(({ value, label: text }) => ({ value, label: text })),
  }
}

function kindOf(control: HTMLElement): FieldKind {
  if (control.tagName === 'SELECT') return 'select'
  switch (control.getAttribute('type')) {
    case 'radio': return 'radio'
    case 'checkbox': return 'checkbox'
    case 'file': return 'file'
    case 'hidden': return 'hidden'
    default: return 'text'
  }
}
