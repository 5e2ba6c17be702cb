/** The two shapes of text that the generated pages need. */

/** A heading with an empty line after it. */
export function heading(level: 1 | 2 | 3, text: string): string[] {
  return [...(level === 1 ? [`${'#'.repeat(level)} ${text}`, '', '<!-- Drawn from the code by `npm run docs`: change the code, not this file. -->'] : [`${'#'.repeat(level)} ${text}`]), '']
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** A table with an empty line after it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}
