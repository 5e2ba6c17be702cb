/**
 * Figures as a file that spreadsheets open rightly: UTF-8 with its mark, every cell quoted, nothing that could be run as a
 * formula. Where the figures are made up, its first line and its name say so.
 */
import type { Lang } from '../../../platform/values/words.ts'
import { madeUp } from '../text.ts'

const BYTE_ORDER_MARK = '\ufeff'

export type FileRow = readonly (string | number)[]

export interface FiguresFile {
  /** With its ending. */
  readonly name: string
  readonly text: string
}

/** A cell that begins like a formula is kept from being one by an apostrophe, which spreadsheets do not show. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}

/**
 * Rows as a file.
 * @param about what the figures are of, as part of the file's name: small letters, digits and hyphens
 * @param simulation whether the service runs with made-up data
 */
export function figuresFile({ about, rows, lang, simulation }: { readonly about: string; readonly rows: readonly FileRow[]; readonly lang: Lang; readonly simulation: boolean }): FiguresFile {
  const all: readonly FileRow[] = simulation ? [[madeUp[lang].file], ...rows] : rows
  return { name: `${simulation ? 'so-lieu-gia' : 'so-lieu'}-${about}.csv`, text: BYTE_ORDER_MARK + all.map((row) => `${row.map(cell).join(',')}\r\n`).join('') }
}
