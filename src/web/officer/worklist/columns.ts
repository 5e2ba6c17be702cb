/** The columns of the worklist: which there are, which are shown unless somebody chose, and how a choice is read. */

export const columnKeys = ['number', 'applicant', 'classes', 'waiting', 'due', 'left', 'holder', 'state', 'licence', 'filed', 'channel', 'procedure'] as const
export type ColumnKey = (typeof columnKeys)[number]

/** What everybody sees first. */
export const usualColumns: readonly ColumnKey[] = ['number', 'applicant', 'classes', 'waiting', 'due', 'left', 'holder', 'state']

export function isColumn(text: string): text is ColumnKey {
  return columnKeys.some((key) => key === text)
}

/** The columns to show: the number always first, since it names the row; what is no longer a column is left out. */
export function columnsOf(chosen: readonly string[] | undefined): readonly ColumnKey[] {
  if (chosen === undefined) return usualColumns
  return ['number', ...chosen.filter(isColumn).filter((key) => key !== 'number')]
}

/** Chosen columns in the order of their places; equal places keep the order of the table. @param placeOf what was typed as a column's place */
export function orderColumns(chosen: readonly string[], placeOf: (key: ColumnKey) => string): readonly ColumnKey[] {
  const places = new Map(columnKeys.map((key) => [key, Number.parseInt(placeOf(key), 10)]))
  const place = (key: ColumnKey) => places.get(key) || columnKeys.length + 1
  return columnsOf(columnKeys.filter((key) => chosen.includes(key)).sort((a, b) => place(a) - place(b)))
}
