import { expect, test } from 'vitest'
import { filesBelow, linesWith, sourceFiles } from './source.ts'

const outside = sourceFiles().filter((path) => !path.startsWith('src/catalogue/'))
const slugs = [...new Set(filesBelow('src/catalogue/procedures').flatMap((path) => /procedures\/([^/]+)\/\d{4}-/.exec(path)?.[1] ?? []))]

test('there are procedures to look for', () => {
  expect(slugs).toContain('exchange-licence')
})

test('no procedure is named outside the catalogue: procedures differ by their data', () => {
  expect(linesWith(new RegExp(`['"\`](${slugs.join('|')})['"\`]`), outside)).toEqual([])
})

test('no province is named outside the catalogue: they merge, and authorities move', () => {
  expect(linesWith(/province\w*\s*(?:===|!==|==)\s*['"`]/i, outside)).toEqual([])
})
