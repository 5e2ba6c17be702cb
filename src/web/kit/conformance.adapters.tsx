/** For the conformance test: govuk-frontend's template options turned into our props. Not part of the kit. */
import { h } from 'preact'
import type { FunctionComponent, VNode } from 'preact'
import { NodeType, parse } from 'node-html-parser'
import type { HTMLElement, Node } from 'node-html-parser'
import { Button, LinkButton } from './form/button.tsx'
import { Checkboxes, Radios } from './form/choices.tsx'
import { DateInput } from './form/date-input.tsx'
import { ErrorSummary } from './form/error-summary.tsx'
import { Fieldset } from './form/fieldset.tsx'
import { FileUpload } from './form/file-upload.tsx'
import { ErrorMessage, Hint, Label } from './form/form-group.tsx'
import { Input } from './form/input.tsx'
import { Select } from './form/select.tsx'
import { Textarea } from './form/textarea.tsx'
import { Breadcrumbs } from './move/breadcrumbs.tsx'
import { BackLink, SkipLink } from './move/links.tsx'
import { Pagination } from './move/pagination.tsx'
import { Tabs } from './move/tabs.tsx'
import { TaskList } from './move/task-list.tsx'
import { Details, InsetText, NotificationBanner, WarningText } from './show/notices.tsx'
import { Panel } from './show/panel.tsx'
import { Tag } from './show/pills.tsx'
import { SummaryList } from './show/summary-list.tsx'
import { Table } from './show/table.tsx'

/** Options as they stand in a fixture. */
export type Options = Readonly<Record<string, unknown>>

/** Raw HTML of an option as nodes, since our props take nodes only. */
function nodesOf(html: string): VNode {
  return h('x-fragment', {}, ...parse(html.trim()).childNodes.map(nodeOf))
}

function nodeOf(node: Node): VNode | string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text
  const element = node as HTMLElement
  return h(element.rawTagName, element.attributes, ...element.childNodes.map(nodeOf))
}

/** Everywhere: `html` wins over `text`, as in the templates, and becomes nodes under the name `text`. */
function withNodes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNodes)
  if (typeof value !== 'object' || value === null) return value
  const result: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'html' || inner === null) continue
    if (key.endsWith('Html') && typeof inner === 'string') result[key.replace('Html', 'Text')] = nodesOf(inner)
    else if (!(key in result)) result[key] = withNodes(inner)
  }
  if ('html' in value && typeof value.html === 'string' && value.html) result['text'] = nodesOf(value.html)
  if ('attributes' in value && typeof value.attributes === 'object') result['attributes'] = value.attributes
  return result
}

type Change = (options: Record<string, unknown>) => Record<string, unknown>

/** Draws a component from options; the cast is the boundary between a JSON file and our types. */
function drawn<Props>(component: (props: Props) => VNode | null, change: Change = (o) => o) {
  return (options: Options): VNode => {
    const props = change(withNodes(options) as Record<string, unknown>) as Props
    const Drawn: FunctionComponent = () => component(props)
    return <Drawn />
  }
}

const textAsChildren: Change = ({ text, ...rest }) => ({ ...rest, children: text })

function items(options: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(options['items']) ? options['items'] : []
}

const conditionals: Change = (options) => ({
  ...options,
  items: items(options).map((item) => {
    const conditional = item && (item['conditional'] as { text?: unknown } | undefined)
    return item && { ...item, conditional: conditional?.text }
  }),
})

const formFrame: Change = (options) => ({ name: '', label: '', ...options })

const buttonTarget = (options: Options): VNode => (options['href'] ? link : button)(options)
const button = drawn(Button, textAsChildren)
const link = drawn(LinkButton, textAsChildren)

/** One per component of govuk-frontend that the kit has. */
export const adapters: Readonly<Record<string, (options: Options) => VNode>> = {
  'back-link': drawn(BackLink, (o) => ({ href: '#', ...textAsChildren(o), ...(o['href'] ? {} : { href: '#' }) })),
  breadcrumbs: drawn(Breadcrumbs),
  button: buttonTarget,
  checkboxes: drawn(Checkboxes, conditionals),
  'date-input': drawn(DateInput),
  details: drawn(Details, textAsChildren),
  'error-message': drawn(ErrorMessage, (o) => ({ id: o['id'], error: o })),
  'error-summary': drawn(ErrorSummary, ({ descriptionText, ...rest }) => ({ ...rest, children: descriptionText })),
  fieldset: drawn(Fieldset, textAsChildren),
  'file-upload': drawn(FileUpload, formFrame),
  hint: drawn(Hint, (o) => ({ id: o['id'], hint: o })),
  input: drawn(Input, formFrame),
  'inset-text': drawn(InsetText, textAsChildren),
  label: drawn(Label, (o) => ({ for: o['for'], label: o })),
  'notification-banner': drawn(NotificationBanner, (o) => (typeof o['text'] === 'string' ? o : textAsChildren(o))),
  pagination: drawn(Pagination),
  panel: drawn(Panel, (o) => {
    const interruption = String(o['classes'] ?? '').includes('govuk-panel--interruption')
    const classes = String(o['classes'] ?? '').replace('govuk-panel--interruption', '')
    const actions = o['actions'] && { items: [], ...o['actions'] }
    return { ...textAsChildren(o), actions, interruption, classes: classes.trim() }
  }),
  radios: drawn(Radios, conditionals),
  select: drawn(Select, (o) => ({ label: '', name: '', items: [], ...o })),
  'skip-link': drawn(SkipLink, (o) => ({ href: '#content', ...textAsChildren(o) })),
  'summary-list': drawn(SummaryList),
  table: drawn(Table),
  tabs: drawn(Tabs, (o) => ({
    ...o,
    items: items(o).map((item) => {
      const panel = item && (item['panel'] as Record<string, unknown>)
      return item && { ...item, panel: { ...panel, plain: typeof panel?.['text'] === 'string' } }
    }),
  })),
  tag: drawn(Tag, textAsChildren),
  'task-list': drawn(TaskList, (o) => ({
    ...o,
    items: items(o).map((item) => {
      const hint = item && (item['hint'] as { text?: unknown } | undefined)
      const status = item && (item['status'] as Record<string, unknown>)
      const tag = status && (status['tag'] as Record<string, unknown> | undefined)
      return item && { ...item, hint: hint?.text, status: { ...status, tag: tag && textAsChildren(tag) } }
    }),
  })),
  textarea: drawn(Textarea, formFrame),
  'warning-text': drawn(WarningText, textAsChildren),
}
