import { expect, test } from 'vitest'
import { operationsText } from '../../src/web/officer/operations/text.ts'
import { filesBelow, linesWith, read, sourceFiles } from './source.ts'

const outside = sourceFiles().filter((path) => !path.startsWith('src/catalogue/'))
const slugs = [...new Set(filesBelow('src/catalogue/procedures').flatMap((path) => /procedures\/([^/]+)\/\d{4}-/.exec(path)?.[1] ?? []))]

test('there are procedures to look for', () => {
  expect(slugs).toEqual(expect.arrayContaining(['exchange-licence', 'reissue-lost-licence']))
})

test('no procedure is named outside the catalogue: procedures differ by their data', () => {
  expect(linesWith(new RegExp(`['"\`](${slugs.join('|')})['"\`]`), outside)).toEqual([])
})

test('nothing outside the catalogue asks which procedure it is, or for what reason: both are data', () => {
  expect(linesWith(/(?:\bprocedure|\bslug|answers\.reason|reason\.id)\s*(?:===|!==|==)\s*['"`]/i, outside)).toEqual([])
})

test('no province is named outside the catalogue: they merge, and authorities move', () => {
  expect(linesWith(/province\w*\s*(?:===|!==|==)\s*['"`]/i, outside)).toEqual([])
})

test('every alarm that can be raised has words on the operators’ page', () => {
  const kinds = new Set(sourceFiles().flatMap((path) => [...read(path).matchAll(/raise(?:Alarm|Once)\(work, \{ kind: '([a-z-]+)'/g)].map(([, kind]) => kind)))
  expect(kinds.size).toBeGreaterThan(5)
  for (const words of [operationsText.vi.alarmKinds, operationsText.en.alarmKinds]) expect([...kinds].filter((kind) => kind !== undefined && !(kind in words))).toEqual([])
})
