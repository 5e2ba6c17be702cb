/** The overview as a file: one row a figure, so that a spreadsheet can sort it. */
import { limitWords, ownerWords } from '../../../catalogue/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import { type Lang, sentenceCase } from '../../../platform/values/words.ts'
import { leaderText } from '../text.ts'
import type { Overview } from './late.view.ts'

/** A field; what a spreadsheet would read as a formula is read as text. */
function field(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With a byte order mark, by which spreadsheets know Vietnamese letters. @param simulated says in the first row that the figures are made up */
export function lateCsv(view: Overview, lang: Lang, simulated: boolean): string {
  const t = leaderText[lang]
  const c = t.columns
  const rows: (string | number)[][] = [
    [view.provinceName[lang], t.month(view.month), simulated ? t.made : ''],
    [t.csv.part, c.party, t.csv.what, c.limit, c.dossiers, c.settled, c.wasLate, c.hours],
    ...view.waited.map(({ duty, owner, dossiers, late }) => [t.csv.now, sentenceCase((duty?.name ?? ownerWords[owner])[lang]), duty?.task[lang] ?? '', duty ? limitWords(duty.limit.value)[lang] : '', dossiers, '', late, '']),
    ...view.kept.map(({ duty, settled, late }) => [t.csv.kept, sentenceCase(duty.name[lang]), duty.task[lang], limitWords(duty.limit.value)[lang], '', settled, late, '']),
    ...view.hours.map(({ owner, dossiers, hours }) => [t.csv.account, sentenceCase(ownerWords[owner][lang]), '', '', dossiers, '', '', hours]),
    ...view.weeks.map(({ monday, settled, late }) => [t.csv.weeks, '', formatDate(monday), '', '', settled, late, '']),
  ]
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
}
