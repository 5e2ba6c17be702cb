import { attributesOf, classes, said } from '../content.ts'
import type { Content, Extra, Said, Sparse, TextOptions } from '../content.ts'
import { Tag } from '../show/pills.tsx'
import type { TagProps } from '../show/pills.tsx'

/** One task; without an address it cannot be started yet. */
export interface Task {
  title: Said<TextOptions>
  hint?: Content
  href?: string | undefined
  classes?: string | undefined
  status: { text?: Content; tag?: TagProps | undefined; classes?: string | undefined }
}

/** Props of a task list. */
export interface TaskListProps extends Extra {
  items: Sparse<Task>
  idPrefix?: string | undefined
}

/** Tasks to be done in any order, each with its state. */
export function TaskList(props: TaskListProps) {
  return (
    <ul class={classes('govuk-task-list', props.classes)} {...attributesOf(props.attributes)}>
      {props.items.map((item, index) => item && <Item item={item} prefix={`${props.idPrefix || 'task-list'}-${index + 1}`} />)}
    </ul>
  )
}

function Item({ item, prefix }: { item: Task; prefix: string }) {
  const title = said(item.title)
  const hasHint = item.hint !== undefined
  return (
    <li class={classes('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={classes('govuk-link govuk-task-list__link', title.classes)}
            href={item.href}
            aria-describedby={classes(hasHint && `${prefix}-hint`, `${prefix}-status`)}
          >
            {title.text}
          </a>
        ) : (
          <div class={title.classes}>{title.text}</div>
        )}
        {hasHint && (
          <div id={`${prefix}-hint`} class="govuk-task-list__hint">
            {item.hint}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', item.status.classes)} id={`${prefix}-status`}>
        {item.status.tag ? <Tag {...item.status.tag} /> : item.status.text}
      </div>
    </li>
  )
}
