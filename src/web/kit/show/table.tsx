import { attributesOf, classes, said } from '../content.ts'
import type { Content, Extra, Said, Sparse, TextOptions } from '../content.ts'
import { roles } from './sortable-table.tsx'

/** A cell; `format: 'numeric'` aligns figures to the right. */
export interface TableCell extends TextOptions {
  format?: string | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
}

/** Props of a table. */
export interface TableProps extends Extra {
  caption?: Content
  captionClasses?: string | undefined
  head?: readonly Said<TableCell>[] | undefined
  rows: Sparse<readonly Said<TableCell>[]>
  firstCellIsHeader?: boolean | undefined
}

/** A plain table. */
export function Table(props: TableProps) {
  return (
    <table class={classes('govuk-table', props.classes)} {...attributesOf(props.attributes)}>
      {props.caption !== undefined && (
        <caption class={classes('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map((one) => {
              const cell: TableCell = said(one)
              return (
                <th scope="col" class={cellClass('header', cell)} colspan={cell.colspan} rowspan={cell.rowspan} {...attributesOf(cell.attributes)}>
                  {cell.text}
                </th>
              )
            })}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((one, index) => (
                  <Cell cell={said(one)} isHeader={index === 0 && props.firstCellIsHeader === true} />
                ))}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function Cell({ cell, isHeader }: { cell: TableCell; isHeader: boolean }) {
  const spans = { colspan: cell.colspan, rowspan: cell.rowspan, ...attributesOf(cell.attributes) }
  if (isHeader) {
    return (
      <th scope="row" class={classes('govuk-table__header', cell.classes)} {...spans}>
        {cell.text}
      </th>
    )
  }
  return (
    <td class={cellClass('cell', cell)} {...spans}>
      {cell.text}
    </td>
  )
}

function cellClass(part: 'header' | 'cell', cell: TableCell): string {
  return classes(`govuk-table__${part}`, cell.format && `govuk-table__${part}--${cell.format}`, cell.classes)
}

/** Something wide that scrolls by itself instead of the page; reachable by keyboard. */
export function Scroll(props: { label: string; children?: Content }) {
  return (
    <section class="tt-scroll" aria-label={props.label} {...attributesOf({ tabindex: 0 })}>
      {props.children}
    </section>
  )
}

/** One thing as several sources have it; `differs` marks that they disagree. */
export interface CompareRow {
  name: Content
  values: readonly Content[]
  differs?: boolean | undefined
}

/** Sources side by side: rows where they disagree are tinted and signed, the rest is quiet. */
export function CompareTable(props: { label: string; head: readonly Content[]; rows: readonly CompareRow[]; differsText: string }) {
  return (
    <Scroll label={props.label}>
      <table class="govuk-table tt-compare" {...roles.table}>
        <caption class="govuk-visually-hidden">{props.label}</caption>
        <thead class="govuk-table__head" {...roles.rowgroup}>
          <tr class="govuk-table__row" {...roles.row}>
            <td class="govuk-table__cell" {...roles.cell} />
            {props.head.map((text) => (
              <th scope="col" class="govuk-table__header" {...roles.columnheader}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body" {...roles.rowgroup}>
          {props.rows.map((row) => (
            <tr class={classes('govuk-table__row', row.differs && 'tt-compare__differs')} {...roles.row}>
              <th scope="row" class="govuk-table__header" {...roles.rowheader}>
                {row.name}
                {row.differs && <span class="tt-compare__sign">≠ {props.differsText}</span>}
              </th>
              {row.values.map((value) => (
                <td class="govuk-table__cell" {...roles.cell}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
