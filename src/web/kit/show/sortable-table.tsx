/** The officer's list: sorted by links (no JavaScript needed), a head that stays in sight, columns to choose. */
import type { ComponentChildren } from 'preact'
import { attributesOf, classes } from '../content.ts'
import type { Content } from '../content.ts'
import { useWords } from '../language.ts'
import { KeyHint } from './pills.tsx'

/** A table drawn as blocks on a narrow screen loses its meaning for screen readers unless every part names its role. */
export const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
} as const

/** One column. Without `sortHref` it cannot be sorted by. */
export interface SortableColumn {
  key: string
  text: string
  format?: 'numeric' | undefined
  sortHref?: string | undefined
  sorted?: 'ascending' | 'descending' | undefined
}

/** One row: a cell for each column's key; `select` adds a checkbox before them. */
export interface SortableRow {
  cells: Readonly<Record<string, Content>>
  /** 'changed' tints the row: something in it needs eyes. */
  mark?: 'changed' | 'late' | undefined
  select?: { name: string; value: string; label: string; checked?: boolean | undefined } | undefined
}

/** Props of the list. The first column names the row. */
export interface SortableTableProps {
  caption: string
  columns: readonly SortableColumn[]
  rows: readonly SortableRow[]
  /** What is shown instead of rows when there are none. */
  empty?: Content
}

/** The list. On a narrow screen each row becomes a small card with the columns' names beside the values. */
export function SortableTable(props: SortableTableProps) {
  const words = useWords()
  const selects = props.rows.some((row) => row.select)
  return (
    <table class="tt-list" {...roles.table}>
      <caption class="govuk-visually-hidden">{props.caption}</caption>
      <thead class="tt-list__head" {...roles.rowgroup}>
        <tr {...roles.row}>
          {selects && (
            <th class="tt-list__select" scope="col" {...roles.columnheader}>
              <span class="govuk-visually-hidden">{props.caption}</span>
              {/* Shown only with JavaScript, which alone can tick all. */}
              <label class="tt-list__tick" hidden {...attributesOf({ 'data-tick-all': '' })}>
                <input type="checkbox" {...attributesOf({ 'data-shortcut': 'a', 'aria-keyshortcuts': 'a' })} />
                <span class="govuk-visually-hidden">{words.tickAll}</span>
              </label>
            </th>
          )}
          {props.columns.map((column) => (
            <Head column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {props.rows.map((row) => (
          <Row row={row} columns={props.columns} selects={selects} />
        ))}
        {props.rows.length === 0 && (
          <tr {...roles.row}>
            <td class="tt-list__empty" {...roles.cell} colspan={props.columns.length}>
              {props.empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Head({ column }: { column: SortableColumn }) {
  const mark = column.sorted && (column.sorted === 'ascending' ? '▲' : '▼')
  return (
    <th class={cell(column)} scope="col" {...roles.columnheader} aria-sort={column.sortHref ? (column.sorted ?? 'none') : undefined}>
      {column.sortHref ? (
        <a class="tt-list__sort" href={column.sortHref}>
          {column.text}
          {mark && ' '}
          {mark && (
            <span class="tt-list__arrow" aria-hidden="true">
              {mark}
            </span>
          )}
        </a>
      ) : (
        column.text
      )}
    </th>
  )
}

function Row({ row, columns, selects }: { row: SortableRow; columns: readonly SortableColumn[]; selects: boolean }) {
  return (
    <tr class={classes(row.mark && `tt-list__row--${row.mark}`) || undefined} {...roles.row}>
      {selects && (
        <td class="tt-list__select" {...roles.cell}>
          {row.select && (
            <label class="tt-list__tick">
              <input type="checkbox" name={row.select.name} value={row.select.value} checked={row.select.checked} />
              <span class="govuk-visually-hidden">{row.select.label}</span>
            </label>
          )}
        </td>
      )}
      {columns.map((column, index) => {
        const content = row.cells[column.key]
        return index === 0 ? (
          <th class={classes(cell(column), 'tt-list__name')} scope="row" {...roles.rowheader}>
            {content}
          </th>
        ) : (
          <td class={cell(column)} {...roles.cell} data-label={column.text}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

function cell(column: SortableColumn): string | undefined {
  return column.format === 'numeric' ? 'tt-list__number' : undefined
}

/** Something to choose or read that opens over the page, without JavaScript. @param shortcut one key that opens and closes it */
export function ChoicePanel(props: { summary: string; shortcut?: string | undefined; wide?: boolean | undefined; children?: ComponentChildren }) {
  const { summary, shortcut, wide, children } = props
  return (
    <details class="tt-choice">
      <summary class="tt-choice__summary" {...attributesOf(shortcut ? { 'data-shortcut': shortcut, 'aria-keyshortcuts': shortcut } : {})}>
        {summary}
        {shortcut && ' '}
        {shortcut && <KeyHint>{shortcut.toUpperCase()}</KeyHint>}
      </summary>
      <div class={classes('tt-choice__panel', wide && 'tt-choice__panel--wide')}>{children}</div>
    </details>
  )
}

/** Props of the choice of columns: a GET form, so that the choice is part of the address. */
export interface ColumnChoiceProps {
  action: string
  /** The name under which each chosen column's key is sent. */
  name: string
  columns: readonly { key: string; text: string; shown: boolean }[]
  /** The rest of the query, carried along. */
  hidden?: Readonly<Record<string, string>> | undefined
  children?: ComponentChildren
}

/** A small menu that chooses the columns of a list, without JavaScript. */
export function ColumnChoice(props: ColumnChoiceProps) {
  const words = useWords()
  return (
    <ChoicePanel summary={words.columns}>
      <form method="get" action={props.action}>
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ul class="tt-choice__list">
          {props.columns.map((column) => (
            <li>
              <label class="tt-choice__item">
                <input type="checkbox" name={props.name} value={column.key} checked={column.shown} /> {column.text}
              </label>
            </li>
          ))}
        </ul>
        {props.children}
        <button class="govuk-button govuk-button--secondary tt-choice__apply" type="submit">
          {words.apply}
        </button>
      </form>
    </ChoicePanel>
  )
}
