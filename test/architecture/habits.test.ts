import { expect, test } from 'vitest'
import { linesWith, sourceFiles, withoutComments } from './source.ts'

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i

test('the environment is read in one place', () => {
  expect(linesWith(/process\.env\b/, sourceFiles().filter((path) => path !== 'src/platform/config.ts'))).toEqual([])
})

test('the time is read from the one movable clock', () => {
  expect(linesWith(/new Date\(\s*\)|Date\.now\(|\bnew Date\b(?!\()/, sourceFiles().filter((path) => path !== 'src/platform/clock.ts'))).toEqual([])
})

test('SQL asks no other clock', () => {
  const elsewhere = sourceFiles().filter((path) => !path.startsWith('src/platform/'))
  expect(linesWith(/(?<![.\w])(now\(\)|current_timestamp|current_date|clock_timestamp\(\))/i, elsewhere)).toEqual([])
})

test('Vietnamese stands in the catalogue, in texts, in messages and in the definitions of figures, never between code', () => {
  const code = sourceFiles().filter((path) => !/\/(catalogue|notifications|statistics\/figures|text)\/|(^|\/)text\.tsx?$/.test(path))
  expect(linesWith(VIETNAMESE, code)).toEqual([])
})

test('the reader of these tests leaves out comments and keeps strings', () => {
  expect(withoutComments("const a = 'http://x' // đ\n/* ơ\n*/ const b = `// kept`")).toBe("const a = 'http://x' \n\n const b = `// kept`")
})
