import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, read } from './source.ts'

const folders = ['src', 'sandbox', 'scripts', 'simulate', 'bench', 'test']
const code = folders.flatMap(filesBelow).filter((path) => /\.(tsx?|mjs)$/.test(path))

test('a file fits in one reading: at most 300 lines', () => {
  const long = code.map((path) => [path, read(path).split('\n').length - 1] as const).filter(([, lines]) => lines > 300)
  expect(long).toEqual([])
})

/** Lists of like files and audiences, which grow with the law and not with the design. */
const LISTS = /^(src\/web$|migrations|sandbox$|test\/(journeys|browser|architecture)|src\/web\/citizen\/(questions|exchange)|src\/observers\/notifications\/messages|src\/web\/assets\/guides)/

test('a folder is taken in at a glance: at most 12 entries, tests and lists of like files apart', () => {
  const entries = new Map<string, Set<string>>()
  for (const path of folders.flatMap(filesBelow)) {
    if (/\.test\.tsx?$/.test(path)) continue
    for (let at = path; dirname(at) !== '.'; at = dirname(at)) {
      entries.set(dirname(at), (entries.get(dirname(at)) ?? new Set()).add(at))
    }
  }
  const crowded = [...entries].filter(([folder, found]) => found.size > 12 && !LISTS.test(folder)).map(([folder, found]) => `${folder}: ${found.size}`)
  expect(crowded).toEqual([])
})
