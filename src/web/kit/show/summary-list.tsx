import { attributesOf, classes, isSaid, said } from '../content.ts'
import type { Content, Extra, Said, Sparse, TextOptions } from '../content.ts'

/** A link beside a row, such as "change"; the hidden text says what it changes. */
export interface SummaryAction extends Extra {
  href: string
  text: Content
  visuallyHiddenText?: Content
}

/** A question and its answer. */
export interface SummaryRow {
  key: Said<TextOptions>
  value: Said<TextOptions>
  classes?: string | undefined
  actions?: { items: readonly SummaryAction[]; classes?: string | undefined } | undefined
}

/** Title and actions of a list shown as a card. */
export interface SummaryCardOptions extends Extra {
  title?: Said<TextOptions & { headingLevel?: 1 | 2 | 3 | 4 | undefined }> | undefined
  actions?: { items: readonly SummaryAction[]; classes?: string | undefined } | undefined
}

/** Props of a summary list. */
export interface SummaryListProps extends Extra {
  rows: Sparse<SummaryRow>
  card?: SummaryCardOptions | undefined
}

/** Questions and answers, each perhaps with a link that changes it. */
export function SummaryList(props: SummaryListProps) {
  const anyActions = props.rows.some((row) => row && (row.actions?.items.length ?? 0) > 0)
  const title: CardTitle | undefined = props.card?.title === undefined ? undefined : said(props.card.title)
  const list = (
    <dl class={classes('govuk-summary-list', props.classes)} {...attributesOf(props.attributes)}>
      {props.rows.map((row) => row && <Row row={row} anyActions={anyActions} cardTitle={title} />)}
    </dl>
  )
  if (!props.card) return list
  return (
    <SummaryCard card={props.card} title={title}>
      {list}
    </SummaryCard>
  )
}

type CardTitle = TextOptions & { headingLevel?: 1 | 2 | 3 | 4 | undefined }

function Row({ row, anyActions, cardTitle }: { row: SummaryRow; anyActions: boolean; cardTitle: CardTitle | undefined }) {
  const key = said(row.key)
  const value = said(row.value)
  const actions = row.actions?.items ?? []
  return (
    <div class={classes('govuk-summary-list__row', anyActions && actions.length === 0 && 'govuk-summary-list__row--no-actions', row.classes)}>
      <dt class={classes('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={classes('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {actions.length > 0 && (
        <dd class={classes('govuk-summary-list__actions', row.actions?.classes)}>
          {actions.length === 1 ? (
            actions.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink action={action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function ActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle: CardTitle | undefined }) {
  const hidden = isSaid(action.visuallyHiddenText)
  return (
    <a class={classes('govuk-link', action.classes)} href={action.href} {...attributesOf(action.attributes)}>
      {action.text}
      {(hidden || cardTitle) && (
        <span class="govuk-visually-hidden">
          {hidden && ' '}
          {action.visuallyHiddenText}
          {cardTitle && ' ('}
          {cardTitle?.text}
          {cardTitle && ')'}
        </span>
      )}
    </a>
  )
}

function SummaryCard(props: { card: SummaryCardOptions; title: CardTitle | undefined; children: Content }) {
  const { card, title } = props
  const Heading = `h${title?.headingLevel ?? 2}` as const
  const actions = card.actions?.items ?? []
  const actionsClass = classes('govuk-summary-card__actions', card.actions?.classes)
  return (
    <div class={classes('govuk-summary-card', card.classes)} {...attributesOf(card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={classes('govuk-summary-card__title', title.classes)}>{title.text}</Heading>}
        {actions.length === 1 && (
          <div class={actionsClass}>
            {actions.map((action) => (
              <ActionLink action={action} cardTitle={title} />
            ))}
          </div>
        )}
        {actions.length > 1 && (
          <ul class={actionsClass}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  )
}
