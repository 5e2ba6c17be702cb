/** What a matter needs, and how each thing stands: sign, name, a plain line, a word. */
import type { Content } from '../content.ts'
import { Tag } from './pills.tsx'
import type { Tone } from './pills.tsx'

/** One thing needed. `status` is the word that says what the sign says; `meta` stands quietly at the end (a time, a count). */
export interface ChecklistItem {
  tone: Tone
  title: Content
  detail?: Content
  status?: Content
  meta?: Content
  action?: Content
}

/** The list. `headingLevel` makes each title a heading for lists that are the page. */
export function Checklist(props: { items: readonly ChecklistItem[]; label?: string | undefined }) {
  return (
    <ul class="tt-checks" aria-label={props.label}>
      {props.items.map((item) => (
        <li class="tt-checks__item">
          <Sign tone={item.tone} />
          <div class="tt-checks__body">
            <div class="tt-checks__title">{item.title}</div>
            {item.detail !== undefined && <div class="tt-checks__detail">{item.detail}</div>}
            {item.action !== undefined && <div class="tt-checks__action">{item.action}</div>}
          </div>
          {(item.status !== undefined || item.meta !== undefined) && (
            <div class="tt-checks__status">
              {item.status !== undefined && <Tag tone={item.tone}>{item.status}</Tag>}
              {item.meta !== undefined && <span class="tt-checks__meta">{item.meta}</span>}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

const PATHS: Readonly<Record<Tone, string>> = {
  done: 'M5 12.5l4.5 4.5L19 7.5',
  waiting: 'M12 7v5.5l3.5 2',
  yours: 'M12 6v7.5M12 17v.5',
  stopped: 'M7 7l10 10M17 7L7 17',
  quiet: 'M7 12h10',
}

/** The sign of a tone, for the eye only: words beside it say the same. */
export function Sign(props: { tone: Tone }) {
  return (
    <svg class={`tt-sign tt-sign--${props.tone}`} viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
      <circle class="tt-sign__disc" cx="12" cy="12" r="12" />
      <path class="tt-sign__mark" d={PATHS[props.tone]} />
    </svg>
  )
}
