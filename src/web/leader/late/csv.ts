/** The overview as a file: one row a figure, so that a spreadsheet can sort it. */
import { limitWords, ownerWords } from '../../../catalogue/index.ts'
import { formatDate } from '../../../platform/values/dates.ts'
import { type Lang, sentenceCase } from '../../../platform/values/words.ts'
import { type FileRow, figuresFile, type FiguresFile } from '../../kit/index.ts'
import { leaderText } from '../text.ts'
import { lateText } from './judged.ts'
import type { Overview } from './late.view.ts'

/** @param simulation the figures are made up */
export function lateFile(view: Overview, lang: Lang, simulation: boolean): FiguresFile {
  const t = leaderText[lang]
  const c = t.columns
  const cell = (late: number, unjudged: number) => (unjudged === 0 ? late : lateText(late, unjudged, lang))
  const rows: FileRow[] = [
    [view.provinceName[lang], t.month(view.month)],
    ...(view.missingYear ? [[t.cannotJudge(view.missingYear)]] : []),
    [t.csv.part, c.party, t.csv.what, c.limit, c.dossiers, c.settled, c.wasLate, c.hours],
    ...view.waited.map(({ duty, owner, dossiers, late, unjudged }) => [t.csv.now, sentenceCase((duty?.name ?? ownerWords[owner])[lang]), duty?.task[lang] ?? '', duty ? limitWords(duty.limit.value)[lang] : '', dossiers, '', cell(late, unjudged), '']),
    ...view.kept.map(({ duty, settled, late, unjudged }) => [t.csv.kept, sentenceCase(duty.name[lang]), duty.task[lang], limitWords(duty.limit.value)[lang], '', settled, cell(late, unjudged), '']),
    ...view.hours.map(({ owner, dossiers, hours }) => [t.csv.account, sentenceCase(ownerWords[owner][lang]), '', '', dossiers, '', '', hours]),
    ...view.weeks.map(({ monday, settled, late, isUnjudged }) => [t.csv.weeks, '', formatDate(monday), '', '', settled, cell(late, isUnjudged ? 1 : 0), '']),
  ]
  return figuresFile({ about: `phoi-hop-${view.province}-${view.month}`, rows, lang, simulation })
}
