/** What happened, newest first or oldest first as the caller orders it (moj timeline). */
import { localDateAt } from '../../../platform/values/dates.ts'
import { attributesOf, classes } from '../content.ts'
import type { Content, Extra, Sparse } from '../content.ts'
import { useWords } from '../language.ts'
import { DateTime } from './values.tsx'

/** One event. `at` is an instant; `until` closes a stretch of time; `byline` says who. */
export interface TimelineItem extends Extra {
  label: Content
  at: Date
  until?: Date | undefined
  byline?: Content
  children?: Content
}

/** Props of the timeline. */
export interface TimelineProps extends Extra {
  items: Sparse<TimelineItem>
  headingLevel?: 2 | 3 | 4 | undefined
}

function isSameDay(a: Date, b: Date): boolean {
  return localDateAt(a) === localDateAt(b)
}

/** The timeline. */
export function Timeline(props: TimelineProps) {
  const words = useWords()
  const Heading = `h${props.headingLevel ?? 2}` as const
  return (
    <div class={classes('moj-timeline', props.classes)} {...attributesOf(props.attributes)}>
      {props.items.map(
        (item) =>
          item && (
            <div class={classes('moj-timeline__item', item.classes)} {...attributesOf(item.attributes)}>
              <div class="moj-timeline__header">
                <Heading class="moj-timeline__title">{item.label}</Heading>
                {item.byline !== undefined && ' '}
                {item.byline !== undefined && (
                  <p class="moj-timeline__byline">
                    {words.by} {item.byline}
                  </p>
                )}
              </div>
              <p class="moj-timeline__date">
                <DateTime at={item.at} show={item.until && isSameDay(item.at, item.until) ? 'time' : 'both'} />
                {item.until && ' – '}
                {item.until && <DateTime at={item.until} />}
              </p>
              {item.children !== undefined && <div class="moj-timeline__description">{item.children}</div>}
            </div>
          ),
      )}
    </div>
  )
}
